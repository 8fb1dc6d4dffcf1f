"""Phiếu biểu quyết on discipline: one X in one of the boxes; secret, so nobody signs (KL10, KL14)."""

from __future__ import annotations

from dataclasses import dataclass

from addin.core.dates import PartialDate
from addin.core.persons.reading import Reading
from addin.documents.parts.cases.disciplines import FormLine, choices, discipline_case
from addin.documents.parts.contexts import Headed, settled, word, words
from addin.documents.parts.heading import Gaps
from addin.documents.parts.kind import Built
from addin.documents.parts.paper_fields import bare_fields
from addin.documents.parts.people import People
from addin.documents.parts.request import Request


@dataclass(frozen=True, slots=True, kw_only=True)
class DisciplineBallot(Headed):
    """One ballot paper; every voter gets the same."""

    member: str = word("đảng viên: họ tên, chức vụ, đơn vị")
    violation: str = word("nội dung vi phạm; trống khi sổ chưa ghi")
    forms: tuple[FormLine, ...] = words("các hình thức, mỗi hình thức một dòng")


def build_ballot(reading: Reading, request: Request, about: str) -> Built:
    """The ballot on the member asked for; the day is left open: it is printed before the meeting."""
    gaps = Gaps()
    case, people = discipline_case(reading, request), People(reading)
    context = DisciplineBallot(
        **bare_fields(reading, PartialDate(request.on.year), gaps),
        summary=f"{about} đối với đồng chí {case.name}",
        member=people.person(request.needed_name, 1, request.on, gaps).text.removeprefix("1. "),
        violation=case.violation,
        forms=choices(reading, request.needed_name, request.on),
    )
    return settled(context, reading.book.members), tuple(gaps.told)
