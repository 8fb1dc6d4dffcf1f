"""Phiếu biểu quyết xếp loại: boxes for four levels. Secret: the paper has no room for the voter's name.

It lists the members who are rated that year, or the party cell alone. The day is left open: ballots are printed before
the meeting. Where the cell's setting is B (a faculty's sample of 2021) members are voted on in two steps: three boxes for
the levels below the top, then, for whom the first step gave "hoàn thành tốt", agree or not that it be the top.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from addin.core.dates import PartialDate
from addin.core.levels import Level
from addin.core.persons.reading import Reading
from addin.core.ratings import rate
from addin.documents.parts import prose
from addin.documents.parts.cell_levels import cell_levels, cell_words
from addin.documents.parts.contexts import Headed, settled, word, words
from addin.documents.parts.entered_levels import refuse_nobody_rated
from addin.documents.parts.heading import Gaps, cell_title
from addin.documents.parts.kind import Built, Kind
from addin.documents.parts.paper_fields import bare_fields
from addin.documents.parts.rated_people import RatedPeople
from addin.documents.parts.rating_lines import LEVELS, level_words
from addin.documents.parts.request import Request
from addin.errors import PaperRefused

_FOUR, _FIRST, _SECOND = "four", "first", "second"
_NAMES = {
    _FOUR: ("PHIẾU BIỂU QUYẾT", "xếp loại chất lượng đảng viên"),
    _FIRST: ("PHIẾU XẾP LOẠI", "chất lượng đảng viên"),
    _SECOND: ("PHIẾU BÌNH CHỌN", "đảng viên {first}"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotLine:
    """One subject of the vote."""

    order: str = word("số thứ tự")
    subject: str = word("đối tượng biểu quyết")
    posts: str = word("chức vụ Đảng, chính quyền")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot(Headed):
    """One ballot paper; every voter gets the same."""

    subject_heading: str = word("đầu cột đối tượng: “Họ và tên” hoặc “Đối tượng”")
    posts_heading: str = word("đầu cột chức vụ; trống khi bỏ phiếu cho chi bộ")
    subjects: tuple[BallotLine, ...] = words("đối tượng biểu quyết, mỗi đối tượng một dòng")
    paper_name: str = word("“PHIẾU BIỂU QUYẾT”; hai bước: “PHIẾU XẾP LOẠI”, “PHIẾU BÌNH CHỌN”")
    is_first_step: str = word("“x” khi là bước một của hai bước; trống khi không")
    is_second_step: str = word("“x” khi là bước hai của hai bước; trống khi không")
    level_1: str = word("mức thứ nhất (cao nhất)")
    level_2: str = word("mức thứ hai")
    level_3: str = word("mức thứ ba")
    level_4: str = word("mức thứ tư (thấp nhất)")


def build(reading: Reading, request: Request) -> Built:
    """The ballot of a year's meeting, and what it lacks."""
    gaps, year, for_cell = Gaps(), request.needed_year, request.for_cell
    step = _FOUR if for_cell else KIND.variant(request)
    words_of = cell_words if for_cell else level_words
    first, second, third, fourth = (words_of(level, year) for level in (cell_levels(year) if for_cell else LEVELS))
    name, about = _NAMES[step]
    context = Ballot(
        **bare_fields(reading, PartialDate(request.on.year), gaps),
        summary=f"{about.format(first=prose.lower_first(first))} năm {year}" if not for_cell else f"xếp loại chất lượng chi bộ năm {year}",
        paper_name=name,
        is_first_step="x" if step == _FIRST else "",
        is_second_step="x" if step == _SECOND else "",
        subject_heading="Đối tượng" if for_cell else "Họ và tên",
        posts_heading="" if for_cell else "Chức vụ",
        subjects=_cell(reading, gaps) if for_cell else _members(reading, year, step),
        level_1=first,
        level_2=second,
        level_3=third,
        level_4=fourth,
    )
    return settled(context, reading.book.members), tuple(gaps.told)


def _cell(reading: Reading, gaps: Gaps) -> tuple[BallotLine, ...]:
    return (BallotLine(order="1", subject=cell_title(reading.book.settings, gaps), posts=""),)


def _members(reading: Reading, year: int, step: str) -> tuple[BallotLine, ...]:
    ratings = rate(reading, year)
    people = RatedPeople(reading, ratings)
    refuse_nobody_rated(ratings)
    rated = [one for one in ratings.members if one.is_rated and (step != _SECOND or one.voted == Level.HTT)]
    if not rated:
        raise PaperRefused(
            f"Chưa lập phiếu bình chọn: năm {year} chưa có ai được biểu quyết “hoàn thành tốt nhiệm vụ” ở bước một.",
            "Nhập số phiếu của bước một ở sheet Xếp loại (hoặc Phiếu đếm) rồi lập lại.",
        )
    return tuple(
        BallotLine(order=str(order), subject=people.name(one), posts=people.posts(one))
        for order, one in enumerate(rated, 1)
    )


def _each(reading: Reading, request: Request) -> tuple[Request, ...]:
    """The form of the cell's setting, unless one is asked for: members' first step where there are two."""
    if request.variant or request.for_cell:
        return (request,)
    return (replace(request, variant=_FIRST if reading.book.settings.ballot_form == "B" else _FOUR),)


KIND = Kind(
    id="ballot",
    title="Phiếu biểu quyết xếp loại",
    context=Ballot,
    build=build,
    each=_each,
    variants=((_FOUR, "Phiếu biểu quyết xếp loại"), (_FIRST, "Phiếu xếp loại (bước một)"), (_SECOND, "Phiếu bình chọn xuất sắc (bước hai)")),
)
