"""From a closed workbook to rows, findings and ratings, against bare python-calamine and openpyxl, in one run.

Judged on the two samples and on workbooks of 8 tables x 60 rows in good order. Workbooks whose every row contradicts
itself, with 2.6 findings a row, are timed beside them: what a finding costs is then most of it. Rounds are
interleaved; the search for cycles is set as the command line sets it, for all alike. Run: python bench/recognising.py
"""

from __future__ import annotations

import argparse
import gc
import io
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from cells import ROWS, YEAR, made
from contracts import ROOT, SAMPLE, Contract, judged

ON = date(YEAR, 12, 31)
FEW_COLLECTIONS = 100_000


def bare_calamine(path: Path) -> object:
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_filelike(io.BytesIO(path.read_bytes()))
    return [book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names]


def read_only(path: Path) -> object:
    from addin.hosts.closed.read.reading import read_workbook

    return read_workbook(path).grids


def read_and_recognise(path: Path) -> object:
    from addin.core.persons.reading import Reading
    from addin.core.tables.reading import read_book

    return Reading(read_book(read_only(path)))


def checked(path: Path) -> object:
    from addin.core import catalogue

    reading = read_and_recognise(path)
    return reading, catalogue.run(reading, ON)


def rated(path: Path) -> object:
    """The year of the made workbooks; of a sample the last it holds."""
    from addin.core.ratings import rate

    reading, found = checked(path)
    years = [row.year for row in reading.book.ratings if row.year and row.year <= YEAR]
    return found, rate(reading, max(years, default=YEAR))


def openpyxl_read_only(path: Path) -> object:
    import openpyxl

    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    rows = [list(sheet.iter_rows(values_only=True)) for sheet in book]
    book.close()
    return rows


STEPS: dict[str, Callable[[Path], object]] = {
    "calamine": bare_calamine,
    "read": read_only,
    "read + book": read_and_recognise,
    "read + book + check": checked,
    "read + book + check + rate": rated,
    "openpyxl": openpyxl_read_only,
}


def timed(step: Callable[[Path], object], paths: list[Path]) -> float:
    gc.collect()
    start = time.process_time()
    for path in paths:
        step(path)
    return (time.process_time() - start) / len(paths) * 1000


def measured(paths: list[Path], rounds: int) -> dict[str, float]:
    """Medians in ms CPU a workbook; each step has met the workbooks once before."""
    for step in STEPS.values():
        timed(step, paths)
    few = paths[: max(1, len(paths) // 10)]
    times: dict[str, list[float]] = {name: [] for name in STEPS}
    for _round in range(rounds):
        for name, step in STEPS.items():
            times[name].append(timed(step, few if name == "openpyxl" else paths))
    return {name: statistics.median(values) for name, values in times.items()}


def contracts(title: str, medians: dict[str, float]) -> list[Contract]:
    bare, whole = medians["calamine"], medians["read + book + check + rate"]
    return [
        Contract(f"{title}: read with recognition / calamine", medians["read + book"] / bare, 5),
        Contract(f"{title}: read + check + rate / calamine", whole / bare, 6),
        Contract(f"{title}: openpyxl read_only / read + check + rate", medians["openpyxl"] / whole, 1.5, at_least=True),
    ]


def main() -> int:
    options = argparse.ArgumentParser()
    options.add_argument("--count", type=int, default=100)
    options.add_argument("--rounds", type=int, default=7)
    given = options.parse_args()
    gc.set_threshold(FEW_COLLECTIONS)
    books = {
        "sample mau.xlsx": [ROOT / "workbooks" / "mau.xlsx"] * 5,
        "sample of 27 sheets and 11 years": [ROOT / "workbooks" / SAMPLE] * 2,
        f"8 tables x {ROWS} rows in good order": made("in-order", given.count),
    }
    hardest = f"8 tables x {ROWS} rows, each at fault"
    found: list[Contract] = []
    for title, paths in (*books.items(), (hardest, made("at-fault", given.count))):
        medians = measured(paths, given.rounds)
        print(title)
        for name, median in medians.items():
            print(f"  {name:27} {median:8.2f} ms CPU a workbook {median / medians['calamine']:6.2f} x calamine")
        if title == hardest:
            print(f"  openpyxl / read + check + rate: {medians['openpyxl'] / medians['read + book + check + rate']:.2f} (told, not judged)")
        else:
            found += contracts(title, medians)
    return judged(*found)


if __name__ == "__main__":
    sys.exit(main())
