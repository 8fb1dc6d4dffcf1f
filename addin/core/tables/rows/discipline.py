"""Kỷ luật, Khen thưởng, Tố cáo, Cảnh báo: what counts for and against, and what is restricted."""

from __future__ import annotations

from addin.core.dates import PartialDate
from addin.core.tables.rows import columns as col
from addin.core.tables.rows.columns import Row, record


@record
class Discipline(Row):
    """One disciplinary decision on one member."""

    member: str | None = col.member(required=True)
    form: str | None = col.choice("discipline_form", required=True)
    decision_no: str | None = col.text()
    decision_date: PartialDate | None = col.day(required=True)
    authority: str | None = col.text()
    violation: str | None = col.remark()
    happened_on: PartialDate | None = col.day()
    duty_related: bool | None = col.flag()
    self_detected: bool | None = col.flag()
    announced_on: PartialDate | None = col.day()
    appeal_on: PartialDate | None = col.day()
    ended_on: PartialDate | None = col.day()


@record
class Reward(Row):
    """A reward of a member or of the cell, for a period."""

    subject: str | None = col.member(required=True)
    form: str | None = col.text(required=True)
    year_from: int | None = col.count()
    year_to: int | None = col.count()
    decision_no: str | None = col.text()
    decision_date: PartialDate | None = col.day(required=True)
    authority: str | None = col.text()


@record
class EarlyWarning(Row):
    """An early warning or a positive factor: written by us, completed by people."""

    code: str | None = col.text(required=True)
    subject: str | None = col.member(required=True)
    kind: str | None = col.choice("warning_kind", required=True)
    first_possible_on: PartialDate | None = col.day()
    seen_on: PartialDate | None = col.day()
    text: str | None = col.text(required=True)
    action: str | None = col.text()
    outcome: str | None = col.text()
    closed_on: PartialDate | None = col.day()
    cleared: bool | None = col.flag()


@record
class Denunciation(Row):
    """A denunciation. The accuser is in no output, log, message or report: `repr` leaves the text out too."""

    received_on: PartialDate | None = col.day(required=True)
    member: str | None = col.member(required=True)
    content: str | None = col.text(required=True)
    status: str | None = col.text()
    conclusion: str | None = col.text()
    cleared: bool | None = col.flag()
    accuser: str | None = col.restricted()
