"""Tổ đảng and Phân công: who leads what, from when to when."""

from __future__ import annotations

from addin.core.dates import PartialDate
from addin.core.tables.rows import columns as col
from addin.core.tables.rows.columns import Row, record


@record
class Group(Row):
    """A party group (tổ đảng) and its leader in a period."""

    group: str | None = col.text(required=True)
    leader: str | None = col.member(required=True)
    from_: PartialDate | None = col.day()
    to: PartialDate | None = col.day()


@record
class Appointment(Row):
    """A post held in the party cell in a period."""

    role: str | None = col.choice("role", required=True)
    member: str | None = col.member(required=True)
    from_: PartialDate | None = col.day()
    to: PartialDate | None = col.day()
    document: str | None = col.text()
    suitability: str | None = col.text()
