"""The list of all that can be found, in reading order, and the one way to run the rules.

Explicit on purpose: a rule that is in no tuple here does not exist (style.md §4). What only a rating, a sealed year or
a template can show (`computed`) is raised by the jobs, what can go wrong while a sheet is read (`faults`) by the reader.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from addin.core.computed import HEADINGS as COMPUTED
from addin.core.findings import Finding, Heading, sort_findings
from addin.core.persons.future_days import without_future_days
from addin.core.persons.reading import Reading
from addin.core.persons.whole_roll import why_not_whole
from addin.core.rules import (
    appointments,
    ballots,
    cell_years,
    criteria,
    denunciations,
    discipline,
    dissemination,
    document_conflicts,
    documents,
    follow_ups,
    groups,
    inspection_conflicts,
    inspections,
    local_regulations,
    meetings,
    member_conflicts,
    members,
    plan_conflicts,
    plans,
    rating_conflicts,
    ratings,
    remedies,
    residence,
    rewards,
    settings,
    supervision,
    tasks,
    trainings,
)
from addin.core.rules.context import Context
from addin.core.rules.rule import Rule
from addin.core.tables.squares.faults import FAULTS

RULES: tuple[Rule, ...] = (
    *settings.RULES, *members.RULES, *member_conflicts.RULES, *groups.RULES, *appointments.RULES, *plans.RULES,
    *plan_conflicts.RULES, *inspections.RULES, *inspection_conflicts.RULES, *remedies.RULES, *supervision.RULES,
    *tasks.RULES, *ratings.RULES, *rating_conflicts.RULES, *criteria.RULES, *ballots.RULES, *cell_years.RULES,
    *discipline.RULES, *rewards.RULES, *documents.RULES, *document_conflicts.RULES, *meetings.RULES,
    *dissemination.RULES, *residence.RULES, *trainings.RULES, *follow_ups.RULES, *denunciations.RULES,
    *local_regulations.RULES,
)  # fmt: skip


ENTRIES: tuple[Rule | Heading, ...] = (*RULES, *COMPUTED, *FAULTS)
"""Every code any job or reader can give."""


def run(reading: Reading, on: date) -> tuple[Finding, ...]:
    """Every finding of every rule, sorted by place; `on` counts as today. What could not be read is not repeated.

    Where the list of members was read in part, that is said, and the other sheets are looked at as without a list; a day that
    has not come is believed by the list's own rules alone.
    """
    context = Context(reading, on)
    lacking = why_not_whole(reading)
    believed = without_future_days(reading, on) if lacking is None else Reading(replace(reading.book, members=()), reading.vocabulary)
    others = context if believed is reading else Context(believed, on)
    found = [found for rule in RULES for found in rule.findings(context if rule in _OF_MEMBERS else others)]
    return sort_findings([*([lacking] if lacking else []), *found])


def rule_of(code: str) -> Rule:
    """The rule of a code; KeyError where the catalogue has none."""
    return _BY_CODE[code]


_OF_MEMBERS = frozenset(members.RULES)
"""What each row of the list says of itself, whoever else is lacking."""
_BY_CODE = {rule.code: rule for rule in RULES}
