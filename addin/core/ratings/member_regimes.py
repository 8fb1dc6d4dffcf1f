"""How a member is rated under each instrument: which cases and conditions it asks, in the order it asks.

The shape of a regime is here, its numbers are in regulations/rating. Each function gives a ceiling with
reasons, never the decision (design.md §4a).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from addin.core.levels import Level
from addin.core.ratings import leader_cases
from addin.core.ratings import level_conditions as level_asks
from addin.core.ratings import lowest_cases as cases
from addin.core.ratings.conditions import Condition, Conditions, present, rule_on
from addin.core.ratings.disciplines import discipline_case
from addin.core.ratings.facts import Facts
from addin.core.ratings.limits import bad_quarter, head_of_collective, notes_on, sick_leave
from addin.core.ratings.results import Ruling
from addin.core.reasons import Reason
from addin.core.records import dataclass
from addin.core.references import Reference

SCALE: Final = (Level.HTXS, Level.HTT, Level.HTN, Level.KHT)
STEMS: Final = {Level.HTXS: "htxs", Level.HTT: "htt", Level.HTN: "htn"}
_PERSON: Final = ("degradation", "agency_level")
_TASKS: Final = ("tasks_assigned", "tasks_done", "tasks_over", "tasks_late", "sick_months", "degradation", "breach")
_UNIT: Final = ("unit_done_pct", "unit_over_pct")
LevelAsks = Callable[[Facts, str], Condition | None]
Case = Callable[[Facts], Condition | None]
RECALLED: Final = Reason(
    "regime.recalled",
    "Điều kiện của đảng viên trong năm này là nhớ lại, chưa đối chiếu văn bản (chưa kiểm chứng).",
)


def rate_by_criteria_hd27(facts: Facts) -> Ruling:
    """To 2017 (20-HD, 07-HD, 27-HD): discipline or tasks not done; HTXS needs the agency's HTXS. All recalled."""
    lowest = (discipline_case, cases.degradation_case, cases.no_tasks_case)
    evidence = ("grade_tasks", "tasks_assigned", "tasks_done", *_PERSON)
    return _rule(facts, _Asked(lowest, (level_asks.agency,), notes=(RECALLED,), source="rating.levels.member", evidence=evidence))


def rate_by_criteria_hd21(facts: Facts) -> Ruling:
    """2018–2022 (16-HD had the same shape): grades of six criteria, the agency's level, sick leave from 2019."""
    lowest = (discipline_case, cases.degradation_case, cases.few_tasks_case, cases.agency_case)
    evidence = (*cases.GRADES, "tasks_assigned", "tasks_done", "sick_months", *_PERSON)
    return _rule(facts, _Asked(lowest, (level_asks.grades, level_asks.agency), source=_GRADES, evidence=evidence))


def rate_by_grades_qd124(facts: Facts) -> Ruling:
    """2023–2024: the grades, and shares of tasks (for leaders also of the unit) beside them."""
    lowest = (
        cases.poor_grade_case, discipline_case, cases.degradation_case, cases.breach_case,
        cases.few_tasks_case, leader_cases.unit_case,
    )  # fmt: skip
    evidence = (*cases.GRADES, *_TASKS, *_UNIT)
    return _rule(facts, _Asked(lowest, (level_asks.grades, *_WORK), _TOP_WORK, source=_GRADES, evidence=evidence))


def rate_by_points_qd366(facts: Facts) -> Ruling:
    """From 2025: 30 + 70 points and the conditions must both hold; leaders have cases of their own (Điều 11, 4.2).

    Quarters from 2026.
    """
    lowest = (
        cases.points_case, discipline_case, cases.degradation_case, cases.breach_case, cases.few_tasks_case,
        leader_cases.unit_case, leader_cases.failing_units_case, leader_cases.missed_targets_case,
        leader_cases.low_confidence_case, leader_cases.subordinate_case,
    )  # fmt: skip
    top = (*_TOP_WORK, level_asks.shortcomings)
    evidence = (
        "points_general", "points_tasks", *_TASKS, "shortcomings_total", "shortcomings_fixed", *_UNIT,
        "unit_late_pct", "low_confidence_pct", "units_kht_pct", "targets_missed", "subordinate_corruption",
        "force_majeure", "self_detected", "quarters",
    )  # fmt: skip
    asks = (level_asks.points, *_WORK, level_asks.unit_late)
    return _rule(facts, _Asked(lowest, asks, top, source="rating.points.{stem}_min", evidence=evidence))


_GRADES: Final = "rating.grades.{stem}.tasks_min"
_WORK: Final[tuple[LevelAsks, ...]] = (level_asks.tasks_done, level_asks.tasks_late, level_asks.unit_done)
_TOP_WORK: Final[tuple[LevelAsks, ...]] = (level_asks.tasks_over, level_asks.unit_over)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a regime asks: `asks` at every level with its numbers, `top_asks` only at HTXS; `source` cites a level.

    `evidence` are the inputs the regime looks at.
    """

    lowest: tuple[Case, ...]
    asks: tuple[LevelAsks, ...]
    top_asks: tuple[LevelAsks, ...] = ()
    notes: tuple[Reason, ...] = ()
    source: str = ""
    evidence: tuple[str, ...] = ()

    def at(self, facts: Facts, level: Level) -> tuple[Condition, ...]:
        """The conditions of one level."""
        every = (*self.asks, *self.top_asks, level_asks.work_entered) if level is Level.HTXS else self.asks
        stem = STEMS[level]
        return present([ask(facts, stem) for ask in every])

    def source_of(self, facts: Facts, level: Level) -> Reference | None:
        """Where the year's law speaks of the level."""
        found = facts.law.find(self.source.format(stem=STEMS[level]))
        return found.reference if found else None


def _rule(facts: Facts, asked: _Asked) -> Ruling:
    unmet = facts.law.find("rating.no_level_met")
    limits = (sick_leave(facts), bad_quarter(facts), head_of_collective(facts))
    return rule_on(
        Conditions(
            year=facts.year,
            subject="member",
            scale=SCALE,
            bottom=present([case(facts) for case in asked.lowest]),
            asked_at=partial(asked.at, facts),
            unmet=Level(unmet.word) if unmet else Level.KHT,
            source_of=partial(asked.source_of, facts),
            evidence=partial(facts.inputs.evidence, *asked.evidence),
            unmet_reference=unmet.reference if unmet else None,
            limits=tuple(limit for limit in limits if limit is not None),
            notes=lambda ceiling: (*asked.notes, *notes_on(facts, ceiling)),
        )
    )
