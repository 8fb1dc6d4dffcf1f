"""Whom an inspection found to have to be disciplined, and no decision has followed yet."""

from __future__ import annotations

from addin.core.dates import PartialDate
from addin.core.persons.reading import Reading
from addin.core.records import dataclass
from addin.core.tables.rows.inspections import Inspection
from addin.core.tables.rows.members import Member
from addin.glossary.choices import Conclusion


@dataclass(frozen=True, slots=True)
class Undisciplined:
    """One turn whose conclusion waits for a decision; `since` is the day it was concluded, or decided."""

    turn: Inspection
    member: Member
    since: PartialDate | None


def undisciplined(reading: Reading) -> tuple[Undisciplined, ...]:
    """In the order of the sheet; a decision of the day of the conclusion or later settles it."""
    latest = _latest_decisions(reading)
    found = []
    for turn in reading.book.inspections:
        member = reading.roster.find(turn.member).member if turn.member else None
        if turn.conclusion != Conclusion.TO_DISCIPLINE or member is None:
            continue
        decided, since = latest.get(id(member)), turn.conclusion_date or turn.decision_date
        if decided is None or (since is not None and decided < since):
            found.append(Undisciplined(turn, member, since))
    return tuple(found)


def _latest_decisions(reading: Reading) -> dict[int, PartialDate]:
    latest: dict[int, PartialDate] = {}
    for discipline in reading.book.disciplines:
        member = reading.roster.find(discipline.member).member if discipline.member else None
        signed = discipline.decision_date
        if member is None or signed is None:
            continue
        known = latest.get(id(member))
        latest[id(member)] = signed if known is None or signed > known else known
    return latest
