"""How a member is rated under each instrument: which cases and conditions it asks, in the order it asks.

The shape of a regime is here, its numbers are in regulations/rating. Each function gives a ceiling with
reasons, never the decision (design.md §4a).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from addin.core.levels import Level
from addin.core.ratings import level_conditions as level_asks
from addin.core.ratings import lowest_cases as cases
from addin.core.ratings.conditions import Condition, Conditions, Limit, present, rule_on
from addin.core.ratings.disciplines import discipline_case
from addin.core.ratings.facts import Facts
from addin.core.ratings.limits import bad_quarter, notes_on, sick_leave
from addin.core.ratings.results import Reason, Ruling

SCALE: Final = (Level.HTXS, Level.HTT, Level.HTN, Level.KHT)
STEMS: Final = {Level.HTXS: "htxs", Level.HTT: "htt", Level.HTN: "htn"}
LevelAsks = Callable[[Facts, str], Condition | None]
Case = Callable[[Facts], Condition | None]
RECALLED: Final = Reason(
    "regime.recalled",
    "Điều kiện của đảng viên trong năm này là nhớ lại, chưa đối chiếu văn bản (chưa kiểm chứng).",
)


def rate_by_criteria_hd27(facts: Facts) -> Ruling:
    """To 2017 (20-HD, 07-HD, 27-HD): discipline or tasks not done; HTXS needs the agency's HTXS. All recalled."""
    asked = (discipline_case, cases.degradation_case, cases.no_tasks_case)
    return rule_on(_conditions(facts, asked, (level_asks.agency,), notes=(RECALLED,)))


def rate_by_criteria_hd21(facts: Facts) -> Ruling:
    """2018–2022 (16-HD had the same shape): grades of six criteria, the agency's level, sick leave from 2019."""
    asked = (discipline_case, cases.degradation_case, cases.few_tasks_case, cases.agency_case)
    return rule_on(_conditions(facts, asked, (level_asks.grades, level_asks.agency)))


def rate_by_grades_qd124(facts: Facts) -> Ruling:
    """2023–2024: the grades, and shares of tasks (for leaders also of the unit) beside them."""
    asked = (
        cases.poor_grade_case, discipline_case, cases.degradation_case, cases.breach_case,
        cases.few_tasks_case, cases.unit_case,
    )  # fmt: skip
    return rule_on(_conditions(facts, asked, (level_asks.grades, *_WORK), _TOP_WORK))


def rate_by_points_qd366(facts: Facts) -> Ruling:
    """From 2025: 30 + 70 points and the conditions must both hold; leaders' quarters from 2026."""
    asked = (
        cases.points_case, discipline_case, cases.degradation_case, cases.breach_case, cases.few_tasks_case,
        cases.unit_case, cases.low_confidence_case,
    )  # fmt: skip
    return rule_on(_conditions(facts, asked, (level_asks.points, *_WORK), (*_TOP_WORK, level_asks.shortcomings)))


_WORK: Final[tuple[LevelAsks, ...]] = (level_asks.tasks_done, level_asks.tasks_late, level_asks.unit_done)
_TOP_WORK: Final[tuple[LevelAsks, ...]] = (level_asks.tasks_over, level_asks.unit_over)


def _conditions(
    facts: Facts,
    lowest: tuple[Case, ...],
    asks: tuple[LevelAsks, ...],
    top_asks: tuple[LevelAsks, ...] = (),
    notes: tuple[Reason, ...] = (),
) -> Conditions:
    """`asks` stand at every level with that level's numbers, `top_asks` only at HTXS."""
    unmet = facts.law.find("rating.no_level_met")
    limits: tuple[Limit | None, ...] = (sick_leave(facts), bad_quarter(facts))
    return Conditions(
        year=facts.year,
        subject="member",
        scale=SCALE,
        bottom=present(case(facts) for case in lowest),
        levels={
            level: present(ask(facts, stem) for ask in (*asks, *(top_asks if level is Level.HTXS else ())))
            for level, stem in STEMS.items()
        },
        unmet=Level(unmet.word) if unmet else Level.KHT,
        unmet_reference=unmet.reference if unmet else None,
        limits=tuple(limit for limit in limits if limit is not None),
        notes=(*notes, *notes_on(facts)),
    )
