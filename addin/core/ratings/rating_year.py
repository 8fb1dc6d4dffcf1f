"""What all questions about one rating year share: its law, its day, its regime, who is who."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from addin.core.levels import Level
from addin.core.parameters import Parameters
from addin.core.persons.rated import judged_on, law_of
from addin.core.persons.reading import Reading
from addin.core.persons.roster import Roster
from addin.core.ratings.computing import Records, records_by_member
from addin.core.ratings.regimes import RegimeYears, regime_of
from addin.core.records import dataclass
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.columns import position
from addin.core.tables.rows.discipline import Discipline


@dataclass(frozen=True, slots=True)
class RatingYear:
    """`disciplines` and `records` are by the identity of the member's row; `on` is the judged day."""

    reading: Reading
    law: Parameters
    on: date
    regime: RegimeYears
    disciplines: Mapping[int, tuple[Discipline, ...]]
    records: Mapping[int, Records]

    @property
    def book(self) -> Book:
        """The workbook."""
        return self.reading.book

    @property
    def roster(self) -> Roster:
        """Who is who in it."""
        return self.reading.roster

    @property
    def year(self) -> int:
        """The rating year."""
        return self.law.year

    @property
    def cell_level(self) -> Level | None:
        """What the superior decided for the party cell that year."""
        rows = [row for row in self.book.cell_years if row.year == self.year and row.level is not None]
        return min(rows, key=position).level if rows else None


def rating_year_of(reading: Reading, year: int) -> RatingYear:
    """What is known of a year, gathered once; Misuse for a year no instrument covers."""
    return reading.once(_gathered, year)


def _gathered(reading: Reading, year: int) -> RatingYear:
    regime = regime_of(year)
    return RatingYear(
        reading=reading,
        law=law_of(reading, year),
        on=judged_on(reading.book, year),
        regime=regime,
        disciplines=reading.once(_disciplines),
        records=reading.once(records_by_member),
    )


def _disciplines(reading: Reading) -> Mapping[int, tuple[Discipline, ...]]:
    found: dict[int, list[Discipline]] = defaultdict(list)
    for one in sorted(reading.book.disciplines, key=position):
        owner = reading.roster.find(one.member).member if one.member else None
        if owner is not None:
            found[id(owner)].append(one)
    return {key: tuple(rows) for key, rows in found.items()}
