"""Which act of discipline a paper is on: the row of Kỷ luật, else the inspection whose conclusion asks for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from addin.core.persons.reading import Reading
from addin.core.persons.roll import is_official
from addin.core.regulations import NotInForce, in_force
from addin.core.tables.rows.discipline import Discipline
from addin.documents.parts import prose
from addin.documents.parts.code_wording import shortcoming_clause
from addin.documents.parts.contexts import word
from addin.documents.parts.people import People
from addin.documents.parts.request import Request
from addin.glossary.choices import Conclusion, DisciplineForm

NONE = "Không kỷ luật"
_FORMS = (DisciplineForm.REPRIMAND, DisciplineForm.WARNING, DisciplineForm.DISMISSAL, DisciplineForm.EXPULSION)
_OF_PROBATIONERS = (DisciplineForm.REPRIMAND, DisciplineForm.WARNING)
OF_A_CELL = frozenset(_OF_PROBATIONERS)
"""What a cell itself decides; it only proposes the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormLine:
    """One choice on a ballot, or one line of the count."""

    order: str = word("số thứ tự")
    form: str = word("hình thức")


@dataclass(frozen=True, slots=True)
class DisciplineCase:
    """`violation` empty where neither sheet says it."""

    name: str
    violation: str
    row: Discipline | None


def discipline_case(reading: Reading, request: Request) -> DisciplineCase:
    """The member's latest row (of the year, where one is given); without a row what an inspection concluded."""
    people, name = People(reading), request.needed_name
    people.meant(name)
    rows = [
        row
        for row in reading.book.disciplines
        if row.member and people.same(row.member, name) and (request.year is None or (row.decision_date is not None and row.decision_date.year == request.year))
    ]
    row = max(rows, key=lambda one: one.decision_date.iso if one.decision_date else "", default=None)
    return DisciplineCase(people.name(name), (row.violation if row else None) or _concluded(reading, name, request.year), row)


def _concluded(reading: Reading, name: str, year: int | None) -> str:
    people = People(reading)
    turns = [
        turn
        for turn in reading.book.inspections
        if turn.conclusion == Conclusion.TO_DISCIPLINE and turn.member and people.same(turn.member, name) and year in {None, turn.year}
    ]
    return "; ".join(shortcoming_clause(code) for turn in turns for code in turn.shortcomings)


def choices(reading: Reading, name: str, on: date) -> tuple[FormLine, ...]:
    """What a ballot offers: none, then the forms the law of the day has for such a member."""
    member = People(reading).find(name).member
    full = member is None or is_official(member, on)
    forms = _lawful("discipline.forms_official" if full else "discipline.forms_probationary", on) or (_FORMS if full else _OF_PROBATIONERS)
    return tuple(FormLine(order=str(order), form=form) for order, form in enumerate((NONE, *forms), 1))


def _lawful(path: str, on: date) -> tuple[str, ...]:
    try:
        found = in_force(on).find(path)
    except NotInForce:
        return ()
    return tuple(map(prose.upper_first, found.items)) if found else ()
