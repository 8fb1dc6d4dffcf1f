"""What all questions about one rating year share: its law, its day, its regime, who is who."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from addin.core.levels import Level
from addin.core.ratings.computing import Records, records_by_member
from addin.core.ratings.inputs import position
from addin.core.ratings.judging import judged_on
from addin.core.ratings.parameters import Parameters
from addin.core.ratings.regimes import RegimeYears, regime_of
from addin.core.ratings.votes import roll_counts
from addin.core.records import dataclass
from addin.core.tables.people import Roster
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.discipline import Discipline


@dataclass(frozen=True, slots=True)
class Season:
    """`disciplines` and `records` are by the identity of the member's row; `on` is the judged day, `roll` its counts."""

    book: Book
    law: Parameters
    on: date
    regime: RegimeYears
    roster: Roster
    disciplines: Mapping[int, tuple[Discipline, ...]]
    records: Mapping[int, Records]
    roll: Mapping[str, int]

    @property
    def year(self) -> int:
        """The rating year."""
        return self.law.year

    @property
    def cell_level(self) -> Level | None:
        """What the superior decided for the party cell that year."""
        rows = [row for row in self.book.cell_years if row.year == self.year and row.level is not None]
        return min(rows, key=position).level if rows else None


@dataclass(frozen=True, slots=True)
class Gathered:
    """What every year of one workbook shares: who is who, and whose rows are whose."""

    roster: Roster
    disciplines: Mapping[int, tuple[Discipline, ...]]
    records: Mapping[int, Records]


def gather(book: Book) -> Gathered:
    """Once a workbook where several years are asked about."""
    roster = Roster(book.members)
    disciplines: dict[int, list[Discipline]] = defaultdict(list)
    for one in sorted(book.disciplines, key=position):
        owner = roster.find(one.member).member if one.member else None
        if owner is not None:
            disciplines[id(owner)].append(one)
    kept = {key: tuple(rows) for key, rows in disciplines.items()}
    return Gathered(roster, kept, records_by_member(book, roster))


def season_of(book: Book, year: int, gathered: Gathered | None = None) -> Season:
    """Gathers a year; Misuse for a year no instrument covers."""
    regime = regime_of(year)
    shared, on = gathered or gather(book), judged_on(book, year)
    return Season(
        book=book,
        law=Parameters(year, book.settings),
        on=on,
        regime=regime,
        roster=shared.roster,
        disciplines=shared.disciplines,
        records=shared.records,
        roll=roll_counts(book.members, on),
    )
