"""Kiểm tra: one row a lượt, that is one member in one inspection."""

from __future__ import annotations

from addin.core.dates import PartialDate
from addin.core.tables.rows import columns as col
from addin.core.tables.rows.columns import Row, record


@record
class Inspection(Row):
    """A turn of inspection from decision to remedy; `degradation` False is the explicit nil finding."""

    decision_no: str | None = col.text()
    decision_date: PartialDate | None = col.day()
    year: int | None = col.count(required=True)
    kind: str | None = col.choice("inspection_kind", required=True)
    member: str | None = col.member(required=True)
    contents: tuple[str, ...] = col.codes("content", required=True)
    team_lead: str | None = col.member()
    team: tuple[str, ...] = col.members()
    starts_on: PartialDate | None = col.day()
    ends_on: PartialDate | None = col.day()
    self_report_due: PartialDate | None = col.day()
    self_report_on: PartialDate | None = col.day()
    strengths: tuple[str, ...] = col.codes("strength")
    shortcomings: tuple[str, ...] = col.codes("shortcoming")
    degradation: bool | None = col.flag()
    conclusion: str | None = col.choice("conclusion")
    remedy: str | None = col.remark()
    remedy_due: PartialDate | None = col.day()
    remedied_on: PartialDate | None = col.day()
    evidence: tuple[str, ...] = col.several("evidence")
    conclusion_no: str | None = col.text()
    conclusion_date: PartialDate | None = col.day()
