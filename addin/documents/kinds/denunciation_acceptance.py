"""Phiếu tiếp nhận, xử lý đơn tố cáo: ours, no model prints one (forms.md §3). The accuser is never printed."""

from __future__ import annotations

from dataclasses import dataclass

from addin.core.persons.reading import Reading
from addin.documents.parts import prose
from addin.documents.parts.cases.denunciations import accusation_of
from addin.documents.parts.contexts import Signed, settled, word
from addin.documents.parts.heading import Gaps
from addin.documents.parts.kind import Built, Kind
from addin.documents.parts.paper_fields import signed_fields
from addin.documents.parts.people import People
from addin.documents.parts.request import Request


@dataclass(frozen=True, slots=True, kw_only=True)
class DenunciationAcceptance(Signed):
    """How one denunciation came in and what the cell does of it."""

    received: str = word("ngày nhận")
    member: str = word("đảng viên bị tố cáo: họ tên, chức vụ")
    content: str = word("nội dung tố cáo")
    status: str = word("tình trạng đã ghi; trống khi sổ chưa ghi")


def build(reading: Reading, request: Request) -> Built:
    """The slip of the latest denunciation against the member asked for."""
    gaps = Gaps()
    accusation, people = accusation_of(reading, request, gaps), People(reading)
    posts = people.posts(accusation.member, request.on)
    context = DenunciationAcceptance(
        **signed_fields(reading, request.on, gaps),
        summary="tiếp nhận, xử lý đơn tố cáo đối với đảng viên",
        received=prose.day_words(accusation.received_on),
        member=", ".join(part for part in (people.name(accusation.member), posts) if part),
        content=accusation.content.rstrip(" ."),
        status=accusation.status or "",
    )
    return settled(context, reading.book.members), tuple(gaps.told)


KIND = Kind(id="denunciation-acceptance", title="Phiếu tiếp nhận đơn tố cáo", context=DenunciationAcceptance, build=build)
