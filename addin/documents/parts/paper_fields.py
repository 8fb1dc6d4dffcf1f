"""The fields every paper of one family shares, ready to be passed to its context."""

from __future__ import annotations

from datetime import date
from typing import Any

from addin.core.dates import PartialDate
from addin.core.persons.reading import Reading
from addin.documents.parts.heading import Gaps, heading_of, superior_committee
from addin.documents.parts.people import People
from addin.glossary.choices import Role

_RECORDER = Role.CLERK


def issued_fields(
    reading: Reading, symbol: str, on: date, gaps: Gaps, *, first_recipient: str = "Như trên"
) -> dict[str, Any]:
    """Of a numbered paper signed by the secretary of the day; it leaves room for the number."""
    head = heading_of(reading.book.settings, symbol, PartialDate.of(on), gaps)
    return {**head.fields(), **_signer(reading, on, gaps), "recipients": (f"- {first_recipient},",)}


def signed_fields(reading: Reading, on: date, gaps: Gaps) -> dict[str, Any]:
    """Of a paper without number, signed by the secretary of the day."""
    head = heading_of(reading.book.settings, "", PartialDate.of(on), gaps)
    return {**head.signed(), **_signer(reading, on, gaps)}


def minutes_fields(
    reading: Reading, symbol: str, day: PartialDate | None, on: date, gaps: Gaps
) -> dict[str, Any]:
    """Of minutes: dated on the meeting's day; chaired and recorded by who held the post then, else on `on`."""
    known = (day.exact if day else None) or on
    people = People(reading)
    recorders = people.holders(_RECORDER, known)
    recorder = people.name(recorders[0]) if len(recorders) == 1 else None
    return {
        **heading_of(reading.book.settings, symbol, day, gaps).minutes(),
        "recorder_name": gaps.filled(recorder, "Chưa rõ Thư ký vào ngày họp: xem sheet Phân công"),
        "chair_name": people.signer(known, gaps).name,
    }


def bare_fields(reading: Reading, day: PartialDate | None, gaps: Gaps) -> dict[str, Any]:
    """Of a paper nobody signs for the cell."""
    return heading_of(reading.book.settings, "", day, gaps).bare()


def addressee(reading: Reading, gaps: Gaps) -> str:
    """The superior's committee, to whom proposals go."""
    return gaps.filled(superior_committee(reading.book.settings), "Thiết lập chưa có tên đảng bộ cấp trên")


def _signer(reading: Reading, on: date, gaps: Gaps) -> dict[str, str]:
    signer = People(reading).signer(on, gaps)
    return {"signer_post": signer.post, "signer_name": signer.name}
