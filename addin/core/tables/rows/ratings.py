"""Xếp loại, Chi bộ, Bộ tiêu chí, Chấm điểm: the inputs and results of the yearly ratings."""

from __future__ import annotations

from decimal import Decimal

from addin.core.dates import PartialDate
from addin.core.levels import Level
from addin.core.tables.rows import columns as col
from addin.core.tables.rows.columns import Row, record
from addin.glossary.choices import CriterionSubject

WHOLE_CELL = CriterionSubject.PARTY_CELL
"""The word by which ballots, rewards, plans and criteria mean the cell itself."""

@record
class RatingRow(Row):
    """One member in one year: all entered by people but `proposed_*`, which are ours to rewrite and never a decision."""

    year: int | None = col.count(required=True)
    member: str | None = col.member(required=True)
    grade_politics: str | None = col.choice("grade")
    grade_ethics: str | None = col.choice("grade")
    grade_discipline: str | None = col.choice("grade")
    grade_style: str | None = col.choice("grade")
    grade_tasks: str | None = col.choice("grade")
    grade_remedy: str | None = col.choice("grade")
    points_general: Decimal | None = col.number()
    points_tasks: Decimal | None = col.number()
    tasks_assigned: int | None = col.count()
    tasks_done: int | None = col.count()
    tasks_over: int | None = col.count()
    tasks_late: int | None = col.count()
    shortcomings_total: int | None = col.count()
    shortcomings_fixed: int | None = col.count()
    sick_months: Decimal | None = col.number()
    unit_done_pct: Decimal | None = col.number()
    unit_over_pct: Decimal | None = col.number()
    unit_late_pct: Decimal | None = col.number()
    low_confidence_pct: Decimal | None = col.number()
    quarters: tuple[Level, ...] = col.levels()
    degradation: bool | None = col.flag()
    breach: bool | None = col.flag()
    subordinate_corruption: bool | None = col.flag()
    units_kht_pct: Decimal | None = col.number()
    targets_missed: bool | None = col.flag()
    force_majeure: bool | None = col.flag()
    self_detected: bool | None = col.flag()
    self_level: Level | None = col.level()
    agency_level: Level | None = col.level()
    union_level: Level | None = col.level()
    committee_level: Level | None = col.level()
    votes_htxs: int | None = col.count()
    votes_htt: int | None = col.count()
    votes_htn: int | None = col.count()
    votes_kht: int | None = col.count()
    votes_none: int | None = col.count()
    votes_invalid: int | None = col.count()
    cell_level: Level | None = col.level()
    reasons: str | None = col.text()
    proposed_level: Level | None = col.level()
    proposed_reasons: str | None = col.text()
    final_level: Level | None = col.level()
    final_no: str | None = col.text()
    final_date: PartialDate | None = col.day()


@record
class CellYear(Row):
    """The party cell itself in one year; `level` is the superior's decision, `proposed_*` are ours as in a member's row."""

    year: int | None = col.count(required=True)
    points: Decimal | None = col.number()
    grade_building: str | None = col.choice("grade")
    grade_political: str | None = col.choice("grade")
    grade_other: str | None = col.choice("grade")
    tasks_done_pct: Decimal | None = col.number()
    tasks_over_pct: Decimal | None = col.number()
    tasks_late_pct: Decimal | None = col.number()
    agency_level: Level | None = col.level()
    unions_level: Level | None = col.level()
    disunity: bool | None = col.flag()
    shortcomings_total: int | None = col.count()
    shortcomings_fixed: int | None = col.count()
    subordinate_disciplined: bool | None = col.flag()
    force_majeure: bool | None = col.flag()
    self_detected: bool | None = col.flag()
    proposed_level: Level | None = col.level()
    proposed_reasons: str | None = col.text()
    self_level: Level | None = col.level()
    level: Level | None = col.level()
    exemplary: bool | None = col.flag()
    reward: str | None = col.remark()
    reward_no: str | None = col.text()
    reward_date: PartialDate | None = col.day()


@record
class Criterion(Row):
    """A line of the cell's own set of criteria; maxima of the two sections sum to 30 and 70."""

    code: str | None = col.text(required=True)
    name: str | None = col.text(required=True)
    section: str | None = col.choice("criterion_section", required=True)
    max_points: Decimal | None = col.number()
    applies_to: str | None = col.choice("criterion_subject")


@record
class CriterionPoints(Row):
    """Points of one member (or the cell) under one criterion in one year."""

    year: int | None = col.count(required=True)
    member: str | None = col.member(required=True)
    code: str | None = col.text(required=True)
    self_points: Decimal | None = col.number()
    points: Decimal | None = col.number()
