"""What every rule may ask: the book, the day, who is meant by a name, and the law of a day.

Made once a run; answers are kept, so 5,000 rows that name the same forty members cost forty look-ups.
"""

from __future__ import annotations

from datetime import date
from operator import attrgetter
from typing import Any

from addin import glossary
from addin.core import regulations
from addin.core.dates import PartialDate
from addin.core.parameters import Parameter, Parameters
from addin.core.persons.group_names import groups_meant
from addin.core.persons.reading import Reading
from addin.core.persons.roster import Match
from addin.core.references import Reference
from addin.core.regulations import Dated, Law
from addin.core.regulations.instruments import Instrument
from addin.core.tables.known_regulations import own_instruments
from addin.core.tables.rows.members import Member


class Context:
    """`on` counts as today; what the rules ask most stands ready as attributes."""

    __slots__ = ("_columns", "_folded", "_groups", "_names", "_parameters", "_references", "book", "on", "reading", "roster", "unreadable")

    def __init__(self, reading: Reading, on: date) -> None:
        self.reading = reading
        self.on = on
        self.book = self.reading.book
        self.roster = self.reading.roster
        self.unreadable = frozenset(finding.place for finding in self.book.unreadable)
        self._columns: dict[tuple[str, ...], list[Any]] = {}
        self._folded: dict[str | None, str] = {None: ""}
        self._names: dict[str, frozenset[str]] = {}
        self._groups: dict[str, tuple[Member, ...]] = {}
        self._parameters: Parameters | None = None
        self._references: dict[tuple[str, date], Reference | None] = {}

    def find(self, written: str) -> Match:
        """Who is meant by a name or number as written."""
        return self.roster.find(written)

    def member(self, written: str | None) -> Member | None:
        """The one member meant; None where nobody or several could be."""
        return self.roster.find(written).member if written else None

    def column(self, table: str, name: str) -> list[Any]:
        """An attribute of all rows of a table, in their order."""
        found = self._columns.get((table, name))
        if found is None:
            found = self._columns[table, name] = list(map(attrgetter(name), self.book.rows(table)))
        return found

    def earliest(self, table: str, name: str) -> list[date]:
        """The first day each date of a column may mean; a blank's is later than none: `earliest > latest` holds of no blank."""
        found = self._columns.get((table, name, "earliest"))
        if found is None:
            dates: list[PartialDate | None] = self.column(table, name)
            found = self._columns[table, name, "earliest"] = [day.first if day is not None else date.min for day in dates]
        return found

    def latest(self, table: str, name: str) -> list[date]:
        """The last day each date of a column may mean; a blank's is earlier than none."""
        found = self._columns.get((table, name, "latest"))
        if found is None:
            dates: list[PartialDate | None] = self.column(table, name)
            found = self._columns[table, name, "latest"] = [day.last if day is not None else date.max for day in dates]
        return found

    def fold(self, text: str | None) -> str:
        """The comparison form of a text; empty for a blank."""
        folded = self._folded.get(text)
        if folded is None:
            folded = self._folded[text] = glossary.fold(text or "")
        return folded

    @staticmethod
    def group_key(name: str | None) -> str:
        """The comparison form of a group's name; empty for a blank."""
        return glossary.group_key(name) if name else ""

    @property
    def group_names(self) -> frozenset[str]:
        """The folded names of the groups on their own sheet."""
        if "groups" not in self._names:
            self._names["groups"] = frozenset(glossary.group_key(row.group) for row in self.book.groups if row.group)
        return self._names["groups"]

    def groups_meant(self, name: str) -> tuple[str, ...]:
        """The groups on their own sheet that a name may mean where it does not say which."""
        return self.reading.once(groups_meant, name)

    @property
    def members_by_group(self) -> dict[str, tuple[Member, ...]]:
        """The members of each group, by its folded name."""
        if not self._groups:
            found: dict[str, list[Member]] = {}
            for member in self.book.members:
                if member.group:
                    found.setdefault(glossary.group_key(member.group), []).append(member)
            self._groups.update({name: tuple(members) for name, members in found.items()})
        return self._groups

    def law_on(self, day: date) -> Law:
        """The regulations in force on a day."""
        return regulations.in_force(day)

    def dated(self, path: str, day: date) -> Dated | None:
        """A value of the law of that day; None where no text gave one then, so the rule has nothing to say."""
        return self.law_on(day).find(path)

    def own_instruments(self) -> tuple[Instrument, ...]:
        """What the cell added to the register of instruments."""
        return self.reading.once(_own_instruments)

    def parameter(self, path: str) -> Parameter | None:
        """A value of this year's law, or what the cell's own settings say instead; None where there is none."""
        if self._parameters is None:
            self._parameters = Parameters(self.on.year, self.book.settings)
        return self._parameters.find(path)

    def reference(self, cites: str, day: date | None) -> Reference | None:
        """Where a rule stands, on the day given or today; None where nothing was in force then."""
        key = (cites, day or self.on)
        if key not in self._references:
            self._references[key] = self._cited(*key)
        return self._references[key]

    def _cited(self, cites: str, day: date) -> Reference | None:
        if "." not in cites:
            instrument = regulations.instrument(cites)
            return Reference(instrument.id, instrument.cite_with_day(), instrument.confidence)
        found = self.dated(cites, day)
        return found.reference if found else None


def _own_instruments(reading: Reading) -> tuple[Instrument, ...]:
    return own_instruments(reading.book)
