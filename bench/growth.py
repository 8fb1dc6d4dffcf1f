"""How the checks grow with the rows: 5,000 rows a table against 500, all eight tables, in good order and each row at fault.

CPU of the catalogue alone, the reading new each time; interleaved, medians.
"""

from __future__ import annotations

import gc
import statistics
import sys
import time
from datetime import date

from cells import YEAR, made
from contracts import Contract, judged

FEW, MANY, ROUNDS = 500, 5_000, 5
ON = date(YEAR, 12, 31)
MOST = 1.5


def main() -> int:
    gc.set_threshold(100_000)
    books = {(kind, rows): read(kind, rows) for kind in ("in-order", "at-fault") for rows in (FEW, MANY)}
    times: dict[tuple[str, int], list[float]] = {name: [] for name in books}
    for _round in range(ROUNDS):
        for name, book in books.items():
            times[name].append(timed(book))
    medians = {name: statistics.median(values) / name[1] * 1e6 for name, values in times.items()}
    for (kind, rows), median in medians.items():
        print(f"{kind:9} {rows:5} rows a table: {median:7.1f} us CPU a row of eight tables")
    return judged(
        *(
            Contract(f"checks, {kind}: a row of {MANY} / a row of {FEW}", medians[kind, MANY] / medians[kind, FEW], MOST)
            for kind in ("in-order", "at-fault")
        )
    )


def read(kind: str, rows: int):
    from addin.core.tables.reading import read_book
    from addin.hosts.closed.read.reading import read_workbook

    return read_book(read_workbook(made(kind, 1, rows)[0]).grids)


def timed(book) -> float:
    from addin.core import catalogue
    from addin.core.persons.reading import Reading

    gc.collect()
    start = time.process_time()
    catalogue.run(Reading(book), ON)
    return time.process_time() - start


if __name__ == "__main__":
    sys.exit(main())
