"""Giám sát and Nhiệm vụ: what was observed, and what was assigned and done."""

from __future__ import annotations

from addin.core.dates import PartialDate
from addin.core.tables.rows import columns as col
from addin.core.tables.rows.columns import Row, record


@record
class SupervisionNote(Row):
    """One observation of one member."""

    noted_on: PartialDate | None = col.day(required=True)
    group: str | None = col.text()
    observer: str | None = col.member(required=True)
    member: str | None = col.member(required=True)
    kind: str | None = col.choice("note_kind", required=True)
    happened_on: PartialDate | None = col.day()
    text: str | None = col.remark(required=True)
    action: str | None = col.remark()
    action_on: PartialDate | None = col.day()
    outcome: str | None = col.text()

    @property
    def told_kind(self) -> str | None:
        """What kind of thing it tells of; None where its words say that there is none ("Hạn chế": "Không")."""
        return self.kind if self.text or not self.has("text") else None


@record
class Task(Row):
    """A task assigned to a member."""

    member: str | None = col.member(required=True)
    task: str | None = col.text(required=True)
    assigned_on: PartialDate | None = col.day()
    due_on: PartialDate | None = col.day()
    done_on: PartialDate | None = col.day()
    result: str | None = col.choice("task_result")
    evidence: str | None = col.text()
