"""Sinh hoạt, Quán triệt, Nơi cư trú, Bồi dưỡng, Đề xuất, Cam kết, Bài học: the life of the cell."""

from __future__ import annotations

from addin.core.dates import PartialDate
from addin.core.tables.rows import columns as col
from addin.core.tables.rows.columns import Row, record


@record
class Meeting(Row):
    """One meeting."""

    held_on: PartialDate | None = col.day(required=True)
    kind: str | None = col.choice("meeting_kind", required=True)
    topic: str | None = col.text()
    total: int | None = col.count()
    present: int | None = col.count()
    absent: tuple[str, ...] = col.members()
    absent_excused: tuple[str, ...] = col.members()
    votes_for: int | None = col.count()
    resolution: str | None = col.remark()


@record
class Dissemination(Row):
    """One Party document made known, through one channel."""

    date: PartialDate | None = col.day(required=True)
    channel: str | None = col.choice("channel", required=True)
    document: str | None = col.text(required=True)
    presenter: str | None = col.member()
    present: int | None = col.count()
    total: int | None = col.count()
    understood: int | None = col.count()


@record
class ResidenceComment(Row):
    """The comment of the place of residence on one member in one year (QĐ 213-QĐ/TW)."""

    year: int | None = col.count(required=True)
    member: str | None = col.member(required=True)
    requested_on: PartialDate | None = col.day()
    received_on: PartialDate | None = col.day()
    level: str | None = col.choice("residence_level")
    text: str | None = col.text()


@record
class Training(Row):
    """One course one member took."""

    member: str | None = col.member(required=True)
    course: str | None = col.text(required=True)
    topic: str | None = col.text()
    from_: PartialDate | None = col.day()
    to: PartialDate | None = col.day()
    certificate: str | None = col.remark()


@record
class Proposal(Row):
    """One proposal and what became of it."""

    date: PartialDate | None = col.day(required=True)
    by: str | None = col.member(required=True)
    text: str | None = col.remark(required=True)
    decision: str | None = col.choice("proposal_decision")
    done_on: PartialDate | None = col.day()
    applied_in: str | None = col.remark()


@record
class Commitment(Row):
    """One commitment of one member for one year."""

    year: int | None = col.count(required=True)
    member: str | None = col.member(required=True)
    text: str | None = col.remark(required=True)
    result: str | None = col.choice("commitment_result")
    evidence: str | None = col.text()


@record
class Lesson(Row):
    """A limitation, proposal or lesson that feeds the next plan."""

    year: int | None = col.count(required=True)
    kind: str | None = col.choice("lesson_kind")
    text: str | None = col.remark(required=True)
    applied_in: str | None = col.remark()
