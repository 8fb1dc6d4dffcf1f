"""How much of invented offices' workbooks is read: `python -m tests.offices.measure FIRST LAST`.

Prints facts right, wrong and missing, sheets of others taken for tables, and questions a book; then the misses by kind.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from addin.core.tables.reading import read_book
from addin.core.tables.rows.columns import Kind, columns_of
from addin.hosts.closed.read.reading import read_workbook
from addin.output.forms import plain
from tests.offices.canvas import Expected
from tests.offices.workbook import make


@dataclass
class Measured:
    """Sums over workbooks."""

    right: int = 0
    wrong: int = 0
    missing: int = 0
    whole_books: int = 0
    books: int = 0
    questions: int = 0
    taken: list[str] = field(default_factory=list)
    kinds: Counter[str] = field(default_factory=Counter)
    worst: Counter[int] = field(default_factory=Counter)
    seconds: float = 0.0

    @property
    def facts(self) -> int:
        """All that were written."""
        return (
            self.right
            + self.missing
            + sum(count for kind, count in self.kinds.items() if kind.startswith("other value"))
        )

    def line(self) -> str:
        """One line of figures."""
        total = max(self.facts, 1)
        return (
            f"{self.books} books, {total} facts: right {100 * self.right / total:.2f} %, wrong {100 * self.wrong / total:.3f} %, "
            f"missing {100 * self.missing / total:.2f} %; whole {self.whole_books}; distractors taken {len(self.taken)}; "
            f"questions a book {self.questions / max(self.books, 1):.2f}; {1000 * self.seconds / max(self.books, 1):.0f} ms a book"
        )


def read_facts(path: Path) -> tuple[dict[Any, Any], set[str]]:
    """What the product reads, in the form of the expected facts."""
    book = read_book(read_workbook(path).grids)
    found: dict[Any, Any] = {}
    for table in {layout.table for layout in book.layout}:
        for row in book.rows(table):
            year = getattr(row, "year", None) if table == "ratings" else None
            for column in columns_of(type(row)):
                if column.kind is Kind.RESTRICTED:
                    continue
                value = plain(getattr(row, column.field))
                if value is not None and value != []:
                    found[table, row.source.sheet, row.source.row, year, column.key] = value
    return found, {layout.sheet for layout in book.layout}


def compare(seed: int, expected: Expected, found: dict[Any, Any], sheets: set[str], into: Measured) -> None:
    """Count one workbook."""
    before = into.wrong + into.missing
    for fact, value in expected.facts.items():
        where = f"{fact[0]}.{fact[4]} “{expected.notes.get((f'{fact[0]}@{fact[1]}', fact[4]), '')}”"
        if fact not in found:
            into.missing += 1
            into.kinds[f"missing {where}"] += 1
        elif found[fact] == value:
            into.right += 1
        else:
            into.wrong += 1
            into.kinds[
                f"other value {where}: {value!r} read as {found[fact]!r}"
                if into.kinds.total() < 4000
                else f"other value {where}"
            ] += 1
    for fact, value in found.items():
        if fact not in expected.facts and expected.may.get(fact) != value:
            into.wrong += 1
            into.kinds[f"foreign {fact[0]}.{fact[4]} ({_what(expected, fact)})"] += 1
    into.taken += [f"{seed}: {name}" for name in expected.distractors if name in sheets]
    into.books += 1
    into.whole_books += into.wrong + into.missing == before
    into.worst[seed] = into.wrong + into.missing - before


def _what(expected: Expected, fact: Any) -> str:
    if fact[1] in expected.distractors:
        return f"distractor {fact[1]}"
    tables = {one[0] for one in expected.facts if one[1] == fact[1]}
    if fact[0] not in tables:
        return f"sheet is {'+'.join(sorted(tables))}"
    return "no such record" if not any(one[:3] == fact[:3] for one in expected.facts) else "no such value"


def measure(seeds: range, folder: Path, *, ask: bool = True) -> Measured:
    """All of some seeds."""
    into = Measured()
    for seed in seeds:
        path = folder / f"{seed:05}.xlsx"
        expected = make(seed, path)
        started = time.process_time()
        found, sheets = read_facts(path)
        into.seconds += time.process_time() - started
        compare(seed, expected, found, sheets, into)
        if ask:
            into.questions += count_questions(path)
    return into


def count_questions(path: Path) -> int:
    """How many questions `adopt` asks of the workbook."""
    from addin.core.tables.recognition.adoption import Known, adopt
    from addin.core.tables.settings_sheet import settings_of
    from addin.core.tables.squares.letters import clear_grid

    grids = read_workbook(path).grids
    settings = settings_of(grids)
    return len(adopt([clear_grid(grid)[0] for grid in grids if grid is not settings], Known(), {}).questions)


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser()
    options.add_argument("first", type=int)
    options.add_argument("last", type=int)
    options.add_argument("--top", type=int, default=40)
    options.add_argument("--keep", type=Path)
    given = options.parse_args()
    with TemporaryDirectory() as folder:
        kept = given.keep or Path(folder)
        kept.mkdir(parents=True, exist_ok=True)
        measured = measure(range(given.first, given.last + 1), kept)
    sys.stdout.write(measured.line() + "\n")
    for kind, count in measured.kinds.most_common(given.top):
        sys.stdout.write(f"{count:6} {kind}\n")
    sys.stdout.write(f"taken: {measured.taken}\nworst: {measured.worst.most_common(10)}\n")


if __name__ == "__main__":
    main()
