"""Kế hoạch xem xét, thi hành kỷ luật of one member (KL1): the order of work; purpose and who belongs to the team are written."""

from __future__ import annotations

from dataclasses import dataclass

from addin.core.persons.reading import Reading
from addin.documents.parts.cases.disciplines import discipline_case
from addin.documents.parts.contexts import Issued, settled, word, words
from addin.documents.parts.heading import Gaps, superior_committee
from addin.documents.parts.kind import Built, Kind
from addin.documents.parts.legal_basis import LegalBasis
from addin.documents.parts.paper_fields import issued_fields
from addin.documents.parts.people import People
from addin.documents.parts.request import Request
from addin.documents.parts.standing import Matter

_BASIS = LegalBasis("discipline-decision")


@dataclass(frozen=True, slots=True, kw_only=True)
class DisciplinePlan(Issued):
    """The plan to consider discipline."""

    legal_bases: tuple[str, ...] = words("các dòng Căn cứ")
    member: str = word("đảng viên: họ tên, chức vụ, đơn vị")
    violation: str = word("nội dung vi phạm; trống khi sổ chưa ghi")
    committee: str = word("“Chi uỷ” hoặc “Bí thư Chi bộ”")


def build(reading: Reading, request: Request) -> Built:
    """The plan for the member asked for."""
    gaps = Gaps()
    case, people = discipline_case(reading, request), People(reading)
    if not case.violation:
        gaps.tell(f"Sổ chưa ghi nội dung vi phạm của đồng chí {case.name} ở sheet Kỷ luật, Kiểm tra")
    superior = superior_committee(reading.book.settings)
    who = [f"Uỷ ban Kiểm tra {superior} (để báo cáo)"] if superior else []
    person = people.person(case.name if people.find(case.name).member else request.needed_name, 1, request.on, gaps)
    context = DisciplinePlan(
        **{**issued_fields(reading, KIND.symbol, request.on, gaps), "recipients": tuple(f"- {one}," for one in (*who, f"Đồng chí {case.name}"))},
        summary=f"xem xét, thi hành kỷ luật đối với đồng chí {case.name}",
        legal_bases=_BASIS.of_day(reading.book, request.on, gaps),
        member=person.text.removeprefix("1. "),
        violation=case.violation,
        committee="Chi uỷ" if reading.book.settings.has_committee else "Bí thư Chi bộ",
    )
    return settled(context, reading.book.members), tuple(gaps.told)


def _lacks(_reading: Reading, _request: Request, context: DisciplinePlan) -> str:
    return "" if context.violation else "sheet Kỷ luật, Kiểm tra chưa ghi nội dung vi phạm"


KIND = Kind(
    id="discipline-plan",
    title="Kế hoạch xem xét kỷ luật",
    context=DisciplinePlan,
    build=build,
    symbol="KH",
    series="KH",
    legal_basis=_BASIS,
    matter=Matter(("kỷ luật",)),
    lacks=_lacks,
)
