"""Kế hoạch: one row an item of a yearly or term plan."""

from __future__ import annotations

from addin.core.dates import PartialDate
from addin.core.tables.rows import columns as col
from addin.core.tables.rows.columns import Row, record


@record
class PlanItem(Row):
    """What is to be inspected or supervised, whom, when; `period_*` is the time looked at."""

    year: int | None = col.count(required=True)
    kind: str | None = col.choice("inspection_kind", required=True)
    members: tuple[str, ...] = col.members(required=True)
    contents: tuple[str, ...] = col.codes("content", required=True)
    period_from: PartialDate | None = col.day()
    period_to: PartialDate | None = col.day()
    starts_on: PartialDate | None = col.day(required=True)
    ends_on: PartialDate | None = col.day(required=True)
    responsible: str | None = col.member()
    superior_plan: str | None = col.text()
    unplanned: bool | None = col.flag()
    status: str | None = col.choice("plan_status")
