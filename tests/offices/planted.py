"""Faults planted in sound workbooks: `python -m tests.offices.planted FIRST LAST` says which were found at their square.

Prints how many were found there, how many findings more each brought, and what was missed or came besides.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from addin.core.findings import Finding
from addin.core.grids import Grid, Raw
from addin.core.persons.reading import Reading
from addin.core.places import Place
from addin.core.tables.reading import read_book
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.columns import Row
from addin.core.tables.vocabulary import Vocabulary
from addin.hosts.closed.read.reading import read_workbook
from addin.jobs.check import check
from addin.jobs.opening import Opened
from tests.offices.alarms import DAY
from tests.offices.sound import make_sound

NOBODY = "Trịnh Khắc Vô Danh"
FAULTS: tuple[tuple[str, str, Any], ...] = (
    ("members", "birth_date", "31/02/1970"),
    ("members", "admitted_on", date(2031, 5, 3)),
    ("members", "official_on", date(1961, 5, 3)),
    ("members", "id_number", "12345"),
    ("inspections", "member", NOBODY),
    ("inspections", "ends_on", date(2012, 1, 5)),
    ("inspections", "decision_date", "30/02/2024"),
    ("ratings", "member", NOBODY),
    ("ratings", "points_general", 41),
    ("ratings", "final_level", "Rất tốt lắm"),
    ("supervision_notes", "noted_on", date(2031, 5, 3)),
    ("supervision_notes", "member", NOBODY),
    ("tasks", "done_on", date(2012, 1, 5)),
    ("tasks", "member", NOBODY),
    ("plan_items", "ends_on", date(2012, 1, 5)),
    ("meetings", "present", 99),
    ("documents", "date", "30/02/2024"),
)
"""Table, key and what somebody typed there by mistake."""
EACH = 5
_POINTS_FROM = 2025


@dataclass
class Planted:
    """Sums over books."""

    faults: int = 0
    found: int = 0
    more: int = 0
    missed: list[str] = field(default_factory=list)
    besides: Counter[str] = field(default_factory=Counter)

    def line(self) -> str:
        """One line of figures."""
        each = self.more / max(self.faults, 1)
        return f"{self.faults} faults: {self.found} found at their square, {each:.2f} findings more a fault; besides {self.besides.most_common(8)}"


def plant(seeds: range, folder: Path) -> Planted:
    """Five faults a book, one at a time, so that what each brings is known."""
    into = Planted()
    for seed in seeds:
        path = folder / f"{seed:05}.xlsx"
        make_sound(seed, path)
        grids = read_workbook(path).grids
        book = read_book(grids)
        before = _findings(grids, book)
        chance = Random(f"faults {seed}")  # noqa: S311 - seeded on purpose
        own = {member.place("full_name") for member in book.members}
        possible = [(row, key, wrong) for table, key, wrong in FAULTS for row in book.rows(table) if _stands(row, key) and row.place(key) not in own]
        for row, key, wrong in chance.sample(possible, min(EACH, len(possible))):
            _count(into, f"{seed} {key}={wrong}", row.place(key), before, _findings(*_with(grids, row.place(key), wrong)))
    return into


def _stands(row: Row, key: str) -> bool:
    """Points above the most there can be are a fault in the years that have points; a name on the list itself is nobody else's."""
    if key == "points_general" and (getattr(row, "year", None) or _POINTS_FROM) < _POINTS_FROM:
        return False
    return row.has(key) and getattr(row, key) is not None


def _with(grids: tuple[Grid, ...], place: Place, wrong: Raw) -> tuple[tuple[Grid, ...], Book]:
    """The same sheets with one square otherwise."""
    changed = tuple(_typed(grid, place, wrong) if grid.sheet == place.sheet else grid for grid in grids)
    return changed, read_book(changed)


def _typed(grid: Grid, place: Place, wrong: Raw) -> Grid:
    rows = [list(row) for row in grid.values]
    rows[place.row - 1][place.column - 1] = wrong
    return replace(grid, values=tuple(tuple(row) for row in rows))


def _findings(grids: tuple[Grid, ...], book: Book) -> tuple[Finding, ...]:
    return check(Opened("sổ.xlsx", Reading(book, Vocabulary(book.layout, grids))), DAY).findings


def _count(into: Planted, what: str, place: Place, before: tuple[Finding, ...], after: tuple[Finding, ...]) -> None:
    """A finding is new where its code did not speak at its square before."""
    known = {(one.rule, one.place) for one in before}
    new = {(one.rule, one.place) for one in after} - known
    there = [one for one in new if place == one[1]]
    into.faults += 1
    into.found += bool(there)
    into.more += max(len(new) - 1, 0) if there else len(new)
    into.besides.update(rule for rule, at in new if at != place)
    if not there:
        into.missed.append(f"{what} {place}: {sorted(rule for rule, _ in new)}")


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser()
    options.add_argument("first", type=int)
    options.add_argument("last", type=int)
    given = options.parse_args()
    with TemporaryDirectory() as folder:
        planted = plant(range(given.first, given.last + 1), Path(folder))
    sys.stdout.write("\n".join([planted.line(), *planted.missed]) + "\n")


if __name__ == "__main__":
    main()
