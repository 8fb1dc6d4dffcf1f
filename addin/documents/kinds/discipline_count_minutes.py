"""Biên bản kiểm phiếu on discipline: papers as entered, votes of each form written by the counting team (KL11, KL15)."""

from __future__ import annotations

from dataclasses import dataclass

from addin import glossary
from addin.core.numerals import padded
from addin.core.persons.reading import Reading
from addin.core.tables.rows.ballots import BallotCount
from addin.documents.parts import prose
from addin.documents.parts.cases.disciplines import FormLine, choices, discipline_case
from addin.documents.parts.contexts import BLANK, Headed, settled, word, words
from addin.documents.parts.heading import Gaps
from addin.documents.parts.kind import Built, Kind
from addin.documents.parts.paper_fields import bare_fields
from addin.documents.parts.people import People
from addin.documents.parts.request import Request


@dataclass(frozen=True, slots=True, kw_only=True)
class DisciplineCount(Headed):
    """The count of one vote."""

    meeting: str = word("ngày họp")
    member: str = word("đảng viên: họ tên, chức vụ, đơn vị")
    attendance: str = word("câu về số đảng viên chính thức, triệu tập, có mặt")
    papers: str = word("câu về số phiếu phát ra, thu về, hợp lệ, không hợp lệ")
    forms: tuple[FormLine, ...] = words("các hình thức, mỗi hình thức một dòng")
    clerk_name: str = word("họ và tên thư ký tổ kiểm phiếu")
    lead_name: str = word("họ và tên tổ trưởng tổ kiểm phiếu")


def build(reading: Reading, request: Request) -> Built:
    """The minutes of the vote on the member asked for."""
    gaps = Gaps()
    case, people = discipline_case(reading, request), People(reading)
    row = _count(reading, case.name, request.year)
    if row is None:
        gaps.tell(f"Sheet Kiểm phiếu chưa có dòng nào về kỷ luật đồng chí {case.name}")
    day = row.meeting_on if row else None
    context = DisciplineCount(
        **bare_fields(reading, day, gaps),
        summary=f"kiểm phiếu thi hành kỷ luật đối với đồng chí {case.name}",
        meeting=prose.day_words(day),
        member=people.person(request.needed_name, 1, request.on, gaps).text.removeprefix("1. "),
        attendance=f"Tổng số đảng viên chính thức: {_number(row, 'official')}; triệu tập: {_number(row, 'summoned')}; có mặt: {_number(row, 'present')}.",
        papers=(
            f"Số phiếu phát ra: {_number(row, 'issued')}; thu về: {_number(row, 'returned')}; "
            f"hợp lệ: {_number(row, 'valid')}; không hợp lệ: {_number(row, 'invalid')}."
        ),
        forms=choices(reading, request.needed_name, (day.exact if day else None) or request.on),
        clerk_name=people.name(row.counter_2) if row and row.counter_2 else BLANK,
        lead_name=people.name(row.counter_1) if row and row.counter_1 else BLANK,
    )
    return settled(context, reading.book.members), tuple(gaps.told)


def _count(reading: Reading, name: str, year: int | None) -> BallotCount | None:
    """The vote whose subject names the member and discipline."""
    wanted = (glossary.fold(name), glossary.fold("kỷ luật"))
    rows = [row for row in reading.book.ballot_counts if all(part in glossary.fold(row.subject or "") for part in wanted) and year in {None, row.year}]
    return rows[-1] if rows else None


def _number(row: BallotCount | None, key: str) -> str:
    value = getattr(row, key) if row else None
    return BLANK if value is None else padded(value)


KIND = Kind(id="discipline-count-minutes", title="Biên bản kiểm phiếu kỷ luật", context=DisciplineCount, build=build)
