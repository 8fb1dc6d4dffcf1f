"""What every rule says of ordinary offices' workbooks: `python -m tests.offices.alarms FIRST LAST [--any]`.

Prints errors, warnings and notices a book, then for each code in how many books it speaks, how often, and on which
share of the rows of the sheets it spoke of: a rule that speaks on more than a fifth of ordinary rows is wrong.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from addin.core.findings import Finding, Severity
from addin.core.tables.rows.book import ROW_TYPES, Book
from addin.hosts.closed.book import ClosedBook
from addin.jobs.check import check
from addin.jobs.opening import open_book
from tests.offices.sound import make_sound
from tests.offices.workbook import make

DAY = date(2026, 1, 31)
"""The invented books end with 2025, whose ratings they hold."""


@dataclass
class Spoken:
    """One code over all books: `rows` are those of the sheets it spoke of."""

    severity: Severity
    books: set[int] = field(default_factory=set)
    count: int = 0
    places: int = 0
    rows: int = 0
    example: str = ""

    @property
    def share(self) -> float:
        """Of the rows of the sheets it spoke of, how many have the finding."""
        return self.places / self.rows if self.rows else 0.0


@dataclass
class Alarms:
    """Sums over books."""

    books: int = 0
    severities: Counter[Severity] = field(default_factory=Counter)
    codes: dict[str, Spoken] = field(default_factory=dict)

    def add(self, seed: int, book: Book, findings: tuple[Finding, ...]) -> None:
        """Count one workbook."""
        rows = rows_of(book)
        self.books += 1
        self.severities.update(found.severity for found in findings)
        places: dict[str, set[tuple[str, int]]] = defaultdict(set)
        for found in findings:
            spoken = self.codes.setdefault(found.rule, Spoken(found.severity, example=f"{seed} {found.place}: {found.message}"))
            spoken.books.add(seed)
            spoken.count += 1
            places[found.rule].add((found.place.sheet, found.place.row))
        for code, met in places.items():
            self.codes[code].places += len(met)
            self.codes[code].rows += sum(rows[sheet] for sheet in {sheet for sheet, _ in met})

    def average(self, severity: Severity) -> float:
        """Of a book."""
        return self.severities[severity] / max(self.books, 1)

    def lines(self) -> list[str]:
        """The averages, then a line a code, the most frequent first."""
        amounts = ", ".join(f"{self.average(severity):.2f} {severity.value}" for severity in Severity)
        told = [f"{self.books} books; a book on average: {amounts}"]
        for code, spoken in sorted(self.codes.items(), key=lambda item: -item[1].count):
            told.append(
                f"{code} {spoken.severity.value:8} {len(spoken.books):4} books {spoken.count:6} times "
                f"{100 * spoken.share:5.1f} % of rows  {spoken.example[:150]}"
            )
        return told


def rows_of(book: Book) -> Counter[str]:
    """How many rows each sheet holds."""
    return Counter(row.source.sheet for table in ROW_TYPES for row in book.rows(table))


def alarms(seeds: range, folder: Path, on: date = DAY, *, sound: bool = True) -> Alarms:
    """All of some seeds; `sound` for books whose facts agree."""
    into = Alarms()
    for seed in seeds:
        path = folder / f"{seed:05}.xlsx"
        (make_sound if sound else make)(seed, path)
        opened = open_book(ClosedBook(path, now=datetime(2026, 1, 10)))
        into.add(seed, opened.book, check(opened, on).findings)
        path.unlink()
    return into


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser()
    options.add_argument("first", type=int)
    options.add_argument("last", type=int)
    options.add_argument("--any", action="store_true", help="books whose facts may contradict each other too")
    given = options.parse_args()
    with TemporaryDirectory() as folder:
        found = alarms(range(given.first, given.last + 1), Path(folder), sound=not given.any)
        sys.stdout.write("\n".join(found.lines()) + "\n")


if __name__ == "__main__":
    main()
