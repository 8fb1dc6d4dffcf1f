"""Giấy mời to a meeting of the cell: when, where, what about (forms.md §7; only the title of a model was seen)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from addin.core.persons.reading import Reading
from addin.core.tables.rows.activities import Meeting
from addin.core.tables.rows.papers import Document
from addin.documents.parts import prose
from addin.documents.parts.contexts import BLANK, Issued, settled, word
from addin.documents.parts.heading import Gaps, cell_title
from addin.documents.parts.kind import Built, Kind
from addin.documents.parts.paper_fields import issued_fields
from addin.documents.parts.people import People
from addin.documents.parts.request import Request
from addin.documents.parts.standing import Matter, is_about, is_of_people
from addin.glossary.choices import MeetingKind

_KINDS = {
    MeetingKind.REGULAR: "sinh hoạt định kỳ",
    MeetingKind.THEMATIC: "sinh hoạt chuyên đề",
    MeetingKind.EXTRAORDINARY: "họp bất thường",
    MeetingKind.REVIEW: "hội nghị kiểm điểm, đánh giá, xếp loại chất lượng",
}


_MATTER = Matter(("mời|dự|họp|sinh hoạt",), never=("tổ đảng",))


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation(Issued):
    """The letter of one meeting."""

    cell: str = word("“Chi bộ …”")
    invited: str = word("kính mời ai")
    meeting: str = word("đến dự cuộc họp nào")
    when: str = word("ngày họp")
    topic: str = word("nội dung; trống khi sổ chưa ghi")


def build(reading: Reading, request: Request) -> Built:
    """The next meeting from today on that the sheet has; without one the day is left open."""
    gaps = Gaps()
    meeting, people = _next(reading, request), People(reading)
    if meeting is None:
        gaps.tell("Sheet Sinh hoạt chưa có cuộc họp nào từ ngày này trở đi")
    kind = _KINDS.get(meeting.kind or "", "cuộc họp") if meeting else "cuộc họp"
    posts = people.posts(request.name, request.on) if request.name else ""
    who = f"Đồng chí {', '.join(part for part in (people.name(request.name), posts) if part)}" if request.name else "Các đồng chí đảng viên trong Chi bộ"
    context = Invitation(
        **issued_fields(reading, KIND.symbol, request.on, gaps),
        summary=f"dự {kind} của Chi bộ",
        cell=cell_title(reading.book.settings, gaps),
        invited=who,
        meeting=f"{kind} của Chi bộ",
        when=prose.day_words(meeting.held_on) if meeting else f"ngày {BLANK}",
        topic=(meeting.topic if meeting else None) or "",
    )
    return settled(context, reading.book.members), tuple(gaps.told)


def _next(reading: Reading, request: Request) -> Meeting | None:
    """The first meeting of the cell held today or later; group meetings have no letter."""
    coming = [row for row in reading.book.meetings if row.held_on is not None and row.kind != MeetingKind.GROUP and not row.held_on < request.on]
    return min(coming, key=lambda row: row.held_on.iso if row.held_on else "", default=None)


def _stands(reading: Reading, request: Request) -> Document | None:
    """A letter sent between the meeting before and this one; the words alone stand in every month's."""
    meeting = _next(reading, request)
    if meeting is None or meeting.held_on is None:
        return None
    earlier = [row.held_on.last for row in reading.book.meetings if row.held_on is not None and row.kind != MeetingKind.GROUP and row.held_on.last < meeting.held_on.first]
    since = max(earlier, default=date.min)
    for row in reading.book.documents:
        is_letter = is_about(reading.book, row, (KIND.symbol,), _MATTER) and is_of_people(row, request, People(reading))
        if is_letter and row.date is not None and since < row.date.first <= meeting.held_on.last:
            return row
    return None


def _lacks(reading: Reading, request: Request, _context: Invitation) -> str:
    return "" if _next(reading, request) else "sheet Sinh hoạt chưa có cuộc họp nào từ ngày này trở đi"


def _occasion(reading: Reading, request: Request) -> str:
    """Each meeting has a letter of its own."""
    meeting = _next(reading, request)
    return meeting.held_on.iso if meeting and meeting.held_on else ""


KIND = Kind(
    id="invitation",
    title="Giấy mời họp",
    context=Invitation,
    build=build,
    symbol="GM",
    series="GM",
    lacks=_lacks,
    occasion=_occasion,
    stands=_stands,
    matter=None,
)
