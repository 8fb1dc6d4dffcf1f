"""Chương trình kiểm tra, giám sát of a term: which member is looked at in which year, on what (forms.md §1)."""

from __future__ import annotations

from dataclasses import dataclass

from addin.core.numerals import padded
from addin.core.persons.reading import Reading
from addin.documents.parts.contexts import Issued, settled, word, words
from addin.documents.parts.heading import Gaps, superior_committee
from addin.documents.parts.kind import Built, Kind
from addin.documents.parts.legal_basis import LegalBasis
from addin.documents.parts.paper_fields import issued_fields
from addin.documents.parts.people import People
from addin.documents.parts.request import Request
from addin.documents.parts.standing import Matter
from addin.documents.parts.yearly.plan_lines import PlanLine, items_of, plan_lines
from addin.errors import PaperRefused
from addin.glossary.choices import InspectionKind

_BASIS = LegalBasis("inspection-programme")
_PLANNED = (InspectionKind.INSPECTION, InspectionKind.THEMATIC_SUPERVISION)


@dataclass(frozen=True, slots=True, kw_only=True)
class InspectionProgramme(Issued):
    """The programme of several years."""

    span: str = word("các năm, ví dụ “2021–2025”")
    legal_bases: tuple[str, ...] = words("các dòng Căn cứ")
    lines: tuple[PlanLine, ...] = words("đối tượng, nội dung theo năm, mỗi việc của kế hoạch một dòng")
    coverage: str = word("câu về số đảng viên trong chương trình trên tổng số")


def build(reading: Reading, request: Request) -> Built:
    """The programme of the years asked for; PaperRefused where the plan has nothing of them."""
    gaps = Gaps()
    first, last = request.needed_span
    items = items_of(reading, first, last, _PLANNED)
    if not items:
        raise PaperRefused(
            f"Chưa lập chương trình: sheet Kế hoạch chưa có dòng Kiểm tra, Giám sát chuyên đề nào của {first}–{last}.",
            "Ghi các dòng của các năm ở sheet Kế hoạch rồi lập lại.",
        )
    superior = superior_committee(reading.book.settings)
    who = [f"{superior} (để báo cáo)"] if superior else []
    context = InspectionProgramme(
        **{**issued_fields(reading, KIND.symbol, request.on, gaps), "recipients": tuple(f"- {one}," for one in (*who, "Đảng viên trong Chi bộ"))},
        summary=f"kiểm tra, giám sát giai đoạn {first}–{last}",
        span=f"{first}–{last}",
        legal_bases=_BASIS.of_day(reading.book, request.on, gaps),
        lines=plan_lines(reading, items, request.on),
        coverage=_coverage(reading, request, first, last, gaps),
    )
    return settled(context, reading.book.members), tuple(gaps.told)


def _coverage(reading: Reading, request: Request, first: int, last: int, gaps: Gaps) -> str:
    """How many of today's members the programme names; whom it leaves out is told to the secretary alone."""
    people = People(reading)
    named = [name for item in items_of(reading, first, last, _PLANNED) for name in item.members]
    if any(people.find(name).member is None for name in named):
        return ""
    covered = {id(people.find(name).member) for name in named}
    members = reading.roll(request.on).active
    left_out = [member.full_name or "" for member in members if id(member) not in covered]
    if left_out:
        gaps.tell(f"Chương trình chưa có: {', '.join(left_out)}")
    return f"Chương trình này kiểm tra, giám sát {padded(len(members) - len(left_out))}/{padded(len(members))} đảng viên của Chi bộ."


KIND = Kind(
    id="inspection-programme",
    title="Chương trình kiểm tra, giám sát nhiệm kỳ",
    context=InspectionProgramme,
    build=build,
    symbol="CTr",
    series="CTr",
    legal_basis=_BASIS,
    matter=Matter(("kiểm tra",), letters=("KH",)),
)
