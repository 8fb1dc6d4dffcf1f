"""Phiếu biểu quyết xếp loại: boxes for four levels. Secret: the paper has no room for the voter's name.

It lists the members who are rated that year, or the party cell alone. The day is left open: ballots are
printed before the meeting.
"""

from __future__ import annotations

from dataclasses import dataclass

from addin.core.dates import PartialDate
from addin.core.persons.reading import Reading
from addin.core.ratings import rate
from addin.documents.parts.cell_levels import cell_levels, cell_words
from addin.documents.parts.contexts import Headed, settled, word, words
from addin.documents.parts.entered_levels import refuse_nobody_rated
from addin.documents.parts.heading import Gaps, cell_title
from addin.documents.parts.kind import Built, Kind
from addin.documents.parts.paper_fields import bare_fields
from addin.documents.parts.rated_people import RatedPeople
from addin.documents.parts.rating_lines import LEVELS, level_words
from addin.documents.parts.request import Request


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
    level_1: str = word("mức thứ nhất (cao nhất)")
    level_2: str = word("mức thứ hai")
    level_3: str = word("mức thứ ba")
    level_4: str = word("mức thứ tư (thấp nhất)")


def build(reading: Reading, request: Request) -> Built:
    """The ballot of a year's meeting, and what it lacks."""
    gaps, year, for_cell = Gaps(), request.needed_year, request.for_cell
    words_of = cell_words if for_cell else level_words
    first, second, third, fourth = (words_of(level, year) for level in (cell_levels(year) if for_cell else LEVELS))
    what = "chi bộ" if for_cell else "đảng viên"
    context = Ballot(
        **bare_fields(reading, PartialDate(request.on.year), gaps),
        summary=f"xếp loại chất lượng {what} năm {year}",
        subject_heading="Đối tượng" if for_cell else "Họ và tên",
        posts_heading="" if for_cell else "Chức vụ",
        subjects=_cell(reading, gaps) if for_cell else _members(reading, year),
        level_1=first,
        level_2=second,
        level_3=third,
        level_4=fourth,
    )
    return settled(context, reading.book.members), tuple(gaps.told)


def _cell(reading: Reading, gaps: Gaps) -> tuple[BallotLine, ...]:
    return (BallotLine(order="1", subject=cell_title(reading.book.settings, gaps), posts=""),)


def _members(reading: Reading, year: int) -> tuple[BallotLine, ...]:
    ratings = rate(reading, year)
    people = RatedPeople(reading, ratings)
    refuse_nobody_rated(ratings)
    rated = [one for one in ratings.members if one.is_rated]
    return tuple(
        BallotLine(order=str(order), subject=people.name(one), posts=people.posts(one))
        for order, one in enumerate(rated, 1)
    )


KIND = Kind(id="ballot", title="Phiếu biểu quyết xếp loại", context=Ballot, build=build)
