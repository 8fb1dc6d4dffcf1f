"""Kế hoạch (or Chương trình, by the cell's setting) kiểm tra, giám sát of a year: the items of the plan, adopted by a meeting.

Purpose, members whose affairs may arise, and other work are left to be written (forms.md §1).
"""

from __future__ import annotations

from dataclasses import dataclass

from addin import glossary
from addin.core.dates import PartialDate
from addin.core.numerals import padded
from addin.core.persons.reading import Reading
from addin.core.tables.rows.settings import Settings
from addin.documents.parts import prose
from addin.documents.parts.code_wording import content_clauses
from addin.documents.parts.contexts import Issued, settled, word, words
from addin.documents.parts.heading import Gaps, superior_committee
from addin.documents.parts.kind import Built, Kind
from addin.documents.parts.legal_basis import LegalBasis
from addin.documents.parts.paper_fields import issued_fields
from addin.documents.parts.people import People
from addin.documents.parts.request import Request
from addin.documents.parts.standing import YEARLY_PLAN
from addin.documents.parts.yearly.plan_lines import PlanLine, items_of, plan_lines, subject_of
from addin.errors import PaperRefused
from addin.glossary.choices import InspectionKind

_BASIS = LegalBasis("annual-plan")
_PROGRAMME = "CTr"
_EVERY = (
    InspectionKind.INSPECTION,
    InspectionKind.THEMATIC_SUPERVISION,
    InspectionKind.REGULAR_SUPERVISION,
    InspectionKind.INSPECTION_ON_SIGNS,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnualPlan(Issued):
    """The yearly paper."""

    paper_name: str = word("“KẾ HOẠCH” hoặc “CHƯƠNG TRÌNH”")
    legal_bases: tuple[str, ...] = words("các dòng Căn cứ")
    inspections: tuple[PlanLine, ...] = words("kiểm tra chấp hành, mỗi việc của kế hoạch một dòng; trống khi năm không có")
    regular: tuple[str, ...] = words("giám sát thường xuyên: ai giám sát ai về gì, mỗi dòng một phân công")
    thematic: tuple[str, ...] = words("giám sát chuyên đề: đảng viên, nội dung, thời gian; trống khi không có")
    signs: tuple[str, ...] = words("kiểm tra khi có dấu hiệu vi phạm đã có trong kế hoạch; trống khi không có")
    adopted: str = word("câu về hội nghị thông qua; trống khi sổ chưa ghi")


def build(reading: Reading, request: Request) -> Built:
    """The plan of a year; PaperRefused where the year has no item."""
    gaps, year = Gaps(), request.needed_year
    every = items_of(reading, year, year, _EVERY)
    if not every:
        raise PaperRefused(f"Chưa lập kế hoạch: sheet Kế hoạch chưa có dòng nào của năm {year}.", "Ghi các dòng của năm ở sheet Kế hoạch rồi lập lại.")
    symbol = _symbol(reading.book.settings)
    context = AnnualPlan(
        **{**issued_fields(reading, symbol, request.on, gaps), "recipients": _recipients(reading)},
        summary=f"kiểm tra, giám sát năm {year}",
        paper_name="CHƯƠNG TRÌNH" if symbol == _PROGRAMME else "KẾ HOẠCH",
        legal_bases=_BASIS.of_day(reading.book, request.on, gaps, _superior_plans(reading, year)),
        inspections=plan_lines(reading, items_of(reading, year, year, [InspectionKind.INSPECTION]), request.on),
        regular=_regular(reading, year, request),
        thematic=_lines(reading, year, InspectionKind.THEMATIC_SUPERVISION, request),
        signs=_lines(reading, year, InspectionKind.INSPECTION_ON_SIGNS, request),
        adopted=_adopted(reading, year, gaps),
    )
    return settled(context, reading.book.members), tuple(gaps.told)


def _symbol(settings: Settings) -> str:
    return settings.yearly_paper


def _recipients(reading: Reading) -> tuple[str, ...]:
    superior = superior_committee(reading.book.settings)
    who = [f"{superior} (để báo cáo)", f"Uỷ ban Kiểm tra {superior}"] if superior else []
    return tuple(f"- {one}," for one in (*who, "Các đồng chí đảng viên trong Chi bộ"))


def _superior_plans(reading: Reading, year: int) -> tuple[str, ...]:
    """The superior's plan the items rest on, each once."""
    superior = superior_committee(reading.book.settings)
    entered = prose.unique(item.superior_plan for item in items_of(reading, year, year, _EVERY) if item.superior_plan)
    named = [text if glossary.fold(text).startswith(glossary.fold("Kế hoạch")) else f"Kế hoạch số {text}" for text in entered]
    return tuple(text if " của " in text or not superior else f"{text} của {superior}" for text in named)


def _regular(reading: Reading, year: int, request: Request) -> tuple[str, ...]:
    """`Đồng chí A giám sát … về …`; without a person in charge, the committee supervises."""
    people, lines = People(reading), []
    watching = "Chi uỷ" if reading.book.settings.has_committee else "Bí thư Chi bộ"
    for item in items_of(reading, year, year, [InspectionKind.REGULAR_SUPERVISION]):
        who = f"Đồng chí {people.name(item.responsible)}" if item.responsible else watching
        whom = prose.joined([subject_of(people, name, request.on) for name in item.members])
        lines.append(f"{who} giám sát {prose.lower_first(whom)} về {prose.joined(content_clauses(item.contents))}")
    return prose.listed(lines)


def _lines(reading: Reading, year: int, kind: str, request: Request) -> tuple[str, ...]:
    told = plan_lines(reading, items_of(reading, year, year, [kind]), request.on)
    return prose.listed([f"{one.subject}: {prose.lower_first(one.contents)}{f'; {prose.lower_first(one.duration)}' if one.duration else ''}" for one in told])


def _adopted(reading: Reading, year: int, gaps: Gaps) -> str:
    """The meeting whose topic is this plan, with the votes where they are entered."""
    wanted = (glossary.fold("kế hoạch kiểm tra"), str(year))
    for row in reading.book.meetings:
        topic = glossary.fold(f"{row.topic or ''} {row.resolution or ''}")
        if row.held_on is not None and all(part in topic for part in wanted) and row.held_on < PartialDate(year + 1):
            votes = f", {padded(row.votes_for)} đồng chí đồng ý" if row.votes_for is not None else ""
            return f"Hội nghị Chi bộ {prose.day_words(row.held_on)} đã thông qua{votes}."
    gaps.tell(f"Sheet Sinh hoạt chưa có hội nghị thông qua kế hoạch kiểm tra, giám sát năm {year}")
    return ""


KIND = Kind(
    id="annual-plan",
    title="Kế hoạch kiểm tra, giám sát năm",
    context=AnnualPlan,
    build=build,
    symbol="KH",
    series="KH",
    legal_basis=_BASIS,
    symbol_of=_symbol,
    matter=YEARLY_PLAN,
)
