"""Kiểm phiếu and Phiếu đếm: how many papers, and what two counters read on them. No voter is stored."""

from __future__ import annotations

from addin.core.dates import PartialDate
from addin.core.tables.rows import columns as col
from addin.core.tables.rows.columns import Row, record


@record
class BallotCount(Row):
    """One vote: the papers issued, returned, valid."""

    year: int | None = col.count(required=True)
    meeting_on: PartialDate | None = col.day(required=True)
    subject: str | None = col.text()
    official: int | None = col.count()
    summoned: int | None = col.count()
    present: int | None = col.count()
    issued: int | None = col.count()
    returned: int | None = col.count()
    valid: int | None = col.count()
    invalid: int | None = col.count()
    counter_1: str | None = col.member()
    counter_2: str | None = col.member()


@record
class Tally(Row):
    """One subject as one counter counted it."""

    year: int | None = col.count(required=True)
    meeting_on: PartialDate | None = col.day(required=True)
    subject: str | None = col.member(required=True)
    counter: int | None = col.count(required=True)
    htxs: int | None = col.count()
    htt: int | None = col.count()
    htn: int | None = col.count()
    kht: int | None = col.count()
    none: int | None = col.count()
    invalid: int | None = col.count()
