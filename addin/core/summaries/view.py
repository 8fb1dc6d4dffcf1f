"""What every figure looks at: the book through one interval of years.

A row belongs to its own year, else to the year of its date. A row with neither belongs to no year and is
named among the missing, for it is counted nowhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeVar

from addin.core.dates import PartialDate
from addin.core.persons.reading import Reading
from addin.core.persons.roll import Roll
from addin.core.records import dataclass
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.columns import Row

_Row = TypeVar("_Row", bound=Row)

# The column that says a row's year, then the dates that do where it is blank.
YEAR_KEYS: Mapping[str, tuple[str, ...]] = {
    "plan_items": ("year", "starts_on"),
    "inspections": ("year", "decision_date", "starts_on"),
    "supervision_notes": ("noted_on", "happened_on"),
    "tasks": ("due_on", "assigned_on", "done_on"),
    "ratings": ("year",),
    "cell_years": ("year",),
    "disciplines": ("decision_date",),
    "documents": ("date",),
    "meetings": ("held_on",),
    "disseminations": ("date",),
    "residence_comments": ("year", "requested_on", "received_on"),
    "trainings": ("from_", "to"),
    "proposals": ("date",),
    "commitments": ("year",),
    "warnings": ("seen_on", "first_possible_on"),
    "denunciations": ("received_on",),
    "lessons": ("year",),
}


def year_of(row: Row, table: str) -> int | None:
    """The year a row belongs to, None where nothing says it."""
    for key in YEAR_KEYS[table]:
        value: int | PartialDate | None = getattr(row, key)
        if value is not None:
            return value if isinstance(value, int) else value.year
    return None


@dataclass(frozen=True, slots=True)
class View:
    """`first_year` and `last_year` are both inside; `on` counts as today."""

    reading: Reading
    first_year: int
    last_year: int
    on: date

    @property
    def book(self) -> Book:
        """The workbook."""
        return self.reading.book

    @property
    def years(self) -> range:
        """The calendar years of the interval."""
        return range(self.first_year, self.last_year + 1)

    @property
    def day(self) -> date:
        """The day the roll is taken: the interval's last, or today where that is earlier."""
        return min(date(self.last_year, 12, 31), self.on)

    def has_entered(self, table: str) -> bool:
        """Whether a sheet of the table speaks of the interval: one kept for other years alone leaves it open, and never says 0."""
        rows = self.book.rows(table)
        kept = [found.year for found in self.book.layout if found.table == table]
        speaks = not kept or any(year is None or year in self.years for year in kept)
        return bool(rows) and (speaks or any(year_of(row, table) in self.years for row in rows))

    def within(self, table: str, rows: Iterable[_Row]) -> tuple[_Row, ...]:
        """The rows of the interval's years, in the order of the sheets."""
        kept = (row for row in rows if (year_of(row, table) or 0) in self.years)
        return tuple(sorted(kept, key=lambda row: row.place()))

    @property
    def roll(self) -> Roll:
        """Who is on the roll that day."""
        return self.reading.roll(self.day)

    def person(self, written: str) -> str:
        """A key that is the same for every way one person is written."""
        return self.reading.roster.key(written)

    def name(self, written: str) -> str:
        """How the roll writes the person; as written where the roll does not know."""
        return self.reading.roster.name(written)

    def persons(self, names: Iterable[str | None]) -> frozenset[str]:
        """The distinct people meant, blanks left out."""
        return frozenset(self.person(name) for name in names if name)


def by_year(table: str, rows: Iterable[_Row]) -> Mapping[int, tuple[_Row, ...]]:
    """Rows by year, years ascending; years without rows are left out, for nobody said there was nothing."""
    found: dict[int, list[_Row]] = {}
    for row in rows:
        year = year_of(row, table)
        if year is not None:
            found.setdefault(year, []).append(row)
    return {year: tuple(found[year]) for year in sorted(found)}
