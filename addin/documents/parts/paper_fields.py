"""The fields every paper of one family shares, ready to be passed to its context."""

from __future__ import annotations

from datetime import date
from typing import Any

from addin.core.dates import PartialDate
from addin.core.regulations import NotInForce, citations
from addin.core.tables.rows.book import Book
from addin.documents.parts import prose
from addin.documents.parts.heading import Gaps, heading_of, superior_committee
from addin.documents.parts.people import People
from addin.glossary.choices import Role

_RECORDER = Role.CLERK


def issued_fields(
    book: Book, symbol: str, on: date, gaps: Gaps, *, number: int | None = None, first_recipient: str = "Như trên"
) -> dict[str, Any]:
    """Of a numbered paper signed by the secretary of the day; without `number` it leaves room for one."""
    head = heading_of(book.settings, symbol, number, PartialDate.of(on), gaps)
    return {**head.fields(), **_signer(book, on, gaps), "recipients": (f"- {first_recipient},",)}


def signed_fields(book: Book, on: date, gaps: Gaps) -> dict[str, Any]:
    """Of a paper without number, signed by the secretary of the day."""
    head = heading_of(book.settings, "", None, PartialDate.of(on), gaps)
    return {**head.signed(), **_signer(book, on, gaps)}


def minutes_fields(
    book: Book, day: PartialDate | None, on: date, gaps: Gaps, *, number: int | None = None
) -> dict[str, Any]:
    """Of minutes: dated on the meeting's day; chaired and recorded by who held the post then, else on `on`."""
    known = (day.exact if day else None) or on
    people = People(book)
    recorders = people.holders(_RECORDER, known)
    recorder = people.name(recorders[0]) if len(recorders) == 1 else None
    return {
        **heading_of(book.settings, "BB", number, day, gaps).minutes(),
        "recorder_name": gaps.filled(recorder, "Chưa rõ Thư ký vào ngày họp: xem sheet Phân công"),
        "chair_name": people.signer(known, gaps).name,
    }


def bare_fields(book: Book, day: PartialDate | None, gaps: Gaps) -> dict[str, Any]:
    """Of a paper nobody signs for the cell."""
    return heading_of(book.settings, "", None, day, gaps).bare()


def addressee(book: Book, gaps: Gaps) -> str:
    """The superior's committee, to whom proposals go."""
    return gaps.filled(superior_committee(book.settings), "Thiết lập chưa có tên đảng bộ cấp trên")


def rating_bases(kind: str, year: int, gaps: Gaps) -> tuple[str, ...]:
    """Căn cứ lines of a rating paper: those of the rating year, whenever it is printed."""
    try:
        return prose.listed(citations.lines(kind, date(year, 12, 31)))
    except NotInForce as error:
        gaps.tell(f"Căn cứ: {error.message}")
        return ()


def _signer(book: Book, on: date, gaps: Gaps) -> dict[str, str]:
    signer = People(book).signer(on, gaps)
    return {"signer_post": signer.post, "signer_name": signer.name}
