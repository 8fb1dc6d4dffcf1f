"""Biên bản kiểm phiếu: papers issued and returned, votes on each member, the base of the majority (F34, F37).

It prints what was counted. Where the rules allow less, or the cell proposes otherwise, a line below says so.
"""

from __future__ import annotations

from dataclasses import dataclass

from addin.core.numerals import padded, percent
from addin.core.persons.reading import Reading
from addin.core.ratings import Vote, YearRatings, rate
from addin.core.ratings.votes import Ballots, ballot_row, base_for
from addin.core.tables.rows.ballots import BallotCount
from addin.documents.parts import prose
from addin.documents.parts.cell_vote import cell_vote
from addin.documents.parts.contexts import BLANK, Minutes, settled, word, words
from addin.documents.parts.count_checks import outcomes, refuse_mismatches, tell_counted
from addin.documents.parts.heading import Gaps
from addin.documents.parts.kind import Built, Kind
from addin.documents.parts.paper_fields import minutes_fields
from addin.documents.parts.people import People
from addin.documents.parts.rated_people import RatedPeople
from addin.documents.parts.rating_lines import MemberLine, member_lines, voted_counts
from addin.documents.parts.request import Request
from addin.documents.parts.standing import Matter
from addin.errors import PaperRefused


@dataclass(frozen=True, slots=True, kw_only=True)
class CountMinutes(Minutes):
    """The count of one year's ratings meeting."""

    meeting: str = word("ngày họp")
    attendance: str = word("câu về số đảng viên chính thức, triệu tập, có mặt")
    papers: str = word("câu về số phiếu phát ra, thu về, hợp lệ, không hợp lệ")
    base: str = word("câu về mẫu số và tỷ lệ phải quá")
    counter_1: str = word("họ và tên tổ trưởng tổ kiểm phiếu (người kiểm phiếu thứ nhất)")
    counter_2: str = word("họ và tên người kiểm phiếu thứ hai")
    members: tuple[MemberLine, ...] = words("kết quả phiếu của từng đảng viên, mỗi đồng chí một dòng")
    counts: tuple[str, ...] = words("số đồng chí theo từng mức được biểu quyết")
    outcomes: tuple[str, ...] = words("“biểu quyết …; đề nghị …” của đồng chí mà mức đề nghị khác mức được biểu quyết")
    cell_vote: str = word("câu về phiếu xếp loại chi bộ; trống khi chưa kiểm phiếu cho chi bộ")


def build(reading: Reading, request: Request) -> Built:
    """The minutes of the latest rating vote of the year, and what they lack; today serves where no day is entered."""
    gaps, book, year = Gaps(), reading.book, request.needed_year
    ratings, people = rate(reading, year), People(reading)
    row = ballot_row(book.ballot_counts, year, None, reading.roster)
    named, on_cell = RatedPeople(reading, ratings), cell_vote(book, ratings, gaps)
    if not on_cell and all(one.vote is Vote.NONE for one in ratings.members):
        raise PaperRefused(
            f"Chưa lập biên bản: sổ chưa có số phiếu nào của năm {year}.",
            "Nhập số phiếu ở sheet Xếp loại (hoặc Phiếu đếm) và một dòng cuộc họp ở sheet Kiểm phiếu rồi lập lại.",
        )
    if row is None:
        gaps.tell(f"Sheet Kiểm phiếu chưa có dòng nào của năm {year}")
    refuse_mismatches(row, ratings, named)
    tell_counted(ratings, named, gaps)
    day = row.meeting_on if row else None
    context = CountMinutes(
        **minutes_fields(reading, KIND.symbol, day, request.on, gaps),
        summary=f"kiểm phiếu xếp loại chất lượng đảng viên năm {year}",
        meeting=prose.day_words(day),
        attendance=_attendance(row, gaps),
        papers=_papers(row, gaps),
        base=_base(reading, ratings, row),
        counter_1=_counter(row, "counter_1", people, gaps),
        counter_2=_counter(row, "counter_2", people, gaps),
        members=member_lines(ratings, named, Gaps()),
        counts=voted_counts(ratings),
        outcomes=outcomes(ratings, named),
        cell_vote=on_cell,
    )
    return settled(context, book.members), tuple(gaps.told)


def _number(row: BallotCount | None, key: str, meaning: str, gaps: Gaps) -> str:
    value = getattr(row, key) if row else None
    if value is None:
        gaps.tell(f"Kiểm phiếu chưa có {meaning}", row.place(key) if row else None)
        return BLANK
    return padded(value)


def _attendance(row: BallotCount | None, gaps: Gaps) -> str:
    official = _number(row, "official", "tổng số đảng viên chính thức", gaps)
    summoned = _number(row, "summoned", "số triệu tập", gaps)
    present = _number(row, "present", "số có mặt", gaps)
    return f"Tổng số đảng viên chính thức: {official}; triệu tập: {summoned}; có mặt: {present}."


def _papers(row: BallotCount | None, gaps: Gaps) -> str:
    issued = _number(row, "issued", "số phiếu phát ra", gaps)
    returned = _number(row, "returned", "số phiếu thu về", gaps)
    valid = _number(row, "valid", "số phiếu hợp lệ", gaps)
    invalid = _number(row, "invalid", "số phiếu không hợp lệ", gaps)
    return f"Số phiếu phát ra: {issued}; thu về: {returned}; hợp lệ: {valid}; không hợp lệ: {invalid}."


def _base(reading: Reading, ratings: YearRatings, row: BallotCount | None) -> str:
    base = base_for(reading.book, row, Ballots({}, 0, ()), reading.roll(ratings.judged_on))
    threshold = percent(reading.book.settings.ballot_threshold)
    return f"Mức được chọn phải có số phiếu quá {threshold} của {padded(base.count)} {base.text}."


def _counter(row: BallotCount | None, key: str, people: People, gaps: Gaps) -> str:
    written = getattr(row, key) if row else None
    return gaps.filled(people.name(written) if written else None, "Kiểm phiếu chưa có người kiểm phiếu")


def _lacks(reading: Reading, request: Request, context: CountMinutes) -> str:
    year = request.needed_year
    if ballot_row(reading.book.ballot_counts, year, None, reading.roster) is None:
        return f"sheet Kiểm phiếu chưa có dòng nào của năm {year}"
    return "" if context.day else f"sheet Kiểm phiếu chưa ghi Ngày họp của năm {year}"


KIND = Kind(
    id="count-minutes",
    title="Biên bản kiểm phiếu",
    context=CountMinutes,
    build=build,
    symbol="BB",
    series="BB",
    matter=Matter(("kiểm phiếu",), never=("kỷ luật",)),
    lacks=_lacks,
)
