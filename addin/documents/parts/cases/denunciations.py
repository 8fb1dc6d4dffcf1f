"""One denunciation without its accuser: the restricted column leaves this module only as what must not be printed."""

from __future__ import annotations

from dataclasses import dataclass

from addin import glossary
from addin.core.dates import PartialDate
from addin.core.persons.reading import Reading
from addin.documents.parts.contexts import BLANK
from addin.documents.parts.heading import Gaps
from addin.documents.parts.people import People
from addin.documents.parts.request import Request
from addin.errors import Misuse


@dataclass(frozen=True, slots=True)
class Accusation:
    """What is said against whom; nothing of who says it."""

    member: str
    received_on: PartialDate | None
    content: str
    status: str | None
    conclusion: str | None
    is_unfounded: bool


def accusation_of(reading: Reading, request: Request, gaps: Gaps) -> Accusation:
    """The latest against the member (of the year, where one is given); Misuse where the sheet has none."""
    people, name = People(reading), request.needed_name
    rows = [
        row
        for row in reading.book.denunciations
        if row.member
        and people.same(row.member, name)
        and (request.year is None or (row.received_on is not None and row.received_on.year == request.year))
    ]
    if not rows:
        raise Misuse(f"Sheet Tố cáo không có đơn nào đối với đồng chí {people.name(name)}.", "Kiểm tra họ tên, năm nhận đơn ở sheet Tố cáo.")
    row = max(rows, key=lambda one: one.received_on.iso if one.received_on else "")

    def printable(text: str | None) -> str | None:
        """The text; dots where it names the accuser."""
        if text and row.accuser and glossary.fold(row.accuser) in glossary.fold(text):
            gaps.tell("Nội dung đơn có tên người tố cáo: không in, ghi tay phần nội dung", row.place("content"))
            return BLANK
        return text

    return Accusation(
        row.member or name, row.received_on, printable(row.content) or BLANK, printable(row.status), printable(row.conclusion), row.cleared is True
    )
