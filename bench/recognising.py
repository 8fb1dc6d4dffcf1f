"""From a closed workbook to rows, findings and ratings, against bare python-calamine and openpyxl, in one run.

300 workbooks of 8 of our tables x 60 rows, made once; rounds interleaved so that other load hits all alike; ratios of
medians count, not milliseconds. Targets (design.md 6a): read + check + rate at most 6 x bare calamine and at least
1.5 x faster than openpyxl read_only alone; `check` cold at most 12 x bare `python -c pass`, with none of the heavy
packages loaded. Run: python bench/recognising.py
"""

from __future__ import annotations

import argparse
import gc
import io
import random
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
FOLDER = Path("/tmp/sochibo-bench/recognising")
TABLES = ("members", "groups", "plan_items", "inspections", "supervision_notes", "tasks", "ratings", "meetings")
FAMILIES, MIDDLES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng"), ("Văn", "Thị", "Đức", "Minh")
GIVEN = ("An", "Bình", "Cường", "Dũng", "Hạnh", "Hoà", "Linh", "Mai", "Tú")
HEAVY = ("pandas", "openpyxl", "docxtpl", "jinja2", "xlwings", "lxml")
ON, YEAR, ROWS = date(2025, 12, 31), 2025, 60


def make(path: Path, seed: int) -> None:
    """An invented cell in good order: eight tables, every column, optional squares now and then blank."""
    import xlsxwriter

    from addin import glossary
    from addin.core.tables.rows.book import ROW_TYPES
    from addin.core.tables.rows.columns import columns_of

    chance = random.Random(seed)
    names = [f"{chance.choice(FAMILIES)} {chance.choice(MIDDLES)} {chance.choice(GIVEN)} {n}" for n in range(ROWS)]
    book = xlsxwriter.Workbook(str(path))
    dated = book.add_format({"num_format": "dd/mm/yyyy"})
    for table in TABLES:
        columns = columns_of(ROW_TYPES[table])
        sheet = book.add_worksheet(glossary.sheet_name(table))
        sheet.write_row(0, 0, [glossary.header(table, column.key) for column in columns])
        for row in range(1, ROWS + 1):
            for at, column in enumerate(columns):
                value = None if _is_left_blank(table, column, chance) else _value(column, names, row, at)
                if isinstance(value, date):
                    sheet.write_datetime(row, at, value, dated)
                elif value is not None:
                    sheet.write(row, at, value)
    book.close()


def _is_left_blank(table: str, column, chance: random.Random) -> bool:
    """Counts and most settled dates of members are blank, the rest of the optional squares one in five."""
    from addin.core.tables.rows.columns import Kind

    if column.required or column.key == "official_on":
        return False
    return column.kind is Kind.INT or (table, column.kind) == ("members", Kind.DATE) or chance.random() < 0.2


def _value(column, names: list[str], row: int, at: int) -> object:
    """Plausible values, later columns with later dates."""
    from addin import glossary
    from addin.core.tables.rows.columns import Kind

    by_key = {
        "full_name": names[row - 1],
        "member": names[row - 1],
        "leader": names[row - 1],
        "group": f"Tổ đảng số {row % 3 + 1}",
        "birth_date": date(1980, 1, 1) + timedelta(row),
        "admitted_on": date(2008, 5, 19),
        "official_on": date(2009, 5, 19),
        "member_id": f"ĐV{row:03}",
        "id_number": f"0010800{row:05}",
        "party_card": f"55{row:06}",
        "decision_no": f"{row:02}-QĐ/CB",
        "status": "Đang sinh hoạt",
    }
    by_kind = {
        Kind.INT: YEAR,
        Kind.DATE: date(2025, 2, 1) + timedelta(row + at * 3),
        Kind.NUMBER: 20.5,
        Kind.FLAG: "không",
        Kind.LEVEL: "Hoàn thành tốt nhiệm vụ",
        Kind.LEVELS: "HTT; HTT; HTXS; HTT",
        Kind.CODES: ("TD; NQ4", "UD1", "HC2; HC3")[row % 3],
        Kind.MEMBER: names[row % ROWS],
        Kind.MEMBERS: f"{names[row - 1]}; {names[row % ROWS]}",
        Kind.TEXT: f"Nội dung công việc đã thực hiện số {row}",
    }
    if column.kind in (Kind.CHOICE, Kind.CHOICES):
        return glossary.canonical_choices(column.choices)[0]
    return by_key.get(column.key, by_kind.get(column.kind, "Ghi nhận tại cuộc họp"))


def bare_calamine(path: Path) -> object:
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_filelike(io.BytesIO(path.read_bytes()))
    return [book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names]


def read_only(path: Path) -> object:
    from addin.hosts.closed.read.reading import read_workbook

    return read_workbook(path).grids


def read_and_recognise(path: Path) -> object:
    from addin.core.tables.reading import read_book

    return read_book(read_only(path))


def checked(path: Path) -> object:
    from addin.core import catalogue
    from addin.core.persons.reading import Reading

    reading = Reading(read_and_recognise(path))
    return reading, catalogue.run(reading, ON)


def rated(path: Path) -> object:
    from addin.core.ratings import rate

    reading, found = checked(path)
    return found, rate(reading, YEAR)


def openpyxl_read_only(path: Path) -> object:
    import openpyxl

    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    rows = [list(sheet.iter_rows(values_only=True)) for sheet in book]
    book.close()
    return rows


STEPS: dict[str, Callable[[Path], object]] = {
    "calamine": bare_calamine,
    "read": read_only,
    "read+book": read_and_recognise,
    "read+book+check": checked,
    "read+book+check+rate": rated,
    "openpyxl": openpyxl_read_only,
}


def timed(step: Callable[[Path], object], paths: list[Path]) -> float:
    gc.collect()
    start = time.process_time()
    for path in paths:
        step(path)
    return (time.process_time() - start) / len(paths) * 1000


def report_steps(paths: list[Path], rounds: int) -> None:
    for step in STEPS.values():
        step(paths[0])
    few = paths[:: max(1, len(paths) // 20)]
    times: dict[str, list[float]] = {name: [] for name in STEPS}
    for _round in range(rounds):
        for name, step in STEPS.items():
            times[name].append(timed(step, few if name == "openpyxl" else paths))
    medians = {name: statistics.median(values) for name, values in times.items()}
    for name, median in medians.items():
        print(f"{name:21} {median:8.2f} ms CPU/workbook {median / medians['calamine']:6.2f} x calamine")
    whole = medians["read+book+check+rate"]
    print(f"read + check + rate / calamine: {whole / medians['calamine']:.2f} (target 6.00)")
    print(f"openpyxl read_only / read + check + rate: {medians['openpyxl'] / whole:.2f} (target 1.50)")


def report_cold(path: Path, rounds: int) -> None:
    """CPU of fresh processes, byte code compiled beforehand."""
    commands = {
        "bare python": [sys.executable, "-c", "pass"],
        "check": [sys.executable, "-m", "addin", "check", str(path), "--quiet"],
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(rounds + 1):
        for name, command in commands.items():
            spent = _cpu(command)
            if turn:
                times[name].append(spent)
    bare, check = (statistics.median(values) * 1000 for values in times.values())
    print(f"cold check {check:.0f} ms CPU, bare python {bare:.0f} ms: {check / bare:.1f} (target 12.0)")
    loaded = "import sys; from addin.cli import main\ntry: main(sys.argv[1:])\nexcept SystemExit: pass\n"
    loaded += f"print([name for name in {HEAVY} if name in sys.modules], file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", loaded, "check", str(path), "--quiet"], capture_output=True, text=True, cwd=ROOT, check=True
    )
    print(f"heavy packages loaded by check: {done.stderr.strip()} (target [])")


def _cpu(command: list[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {"PATH": "/usr/bin:/bin", "PYTHONPYCACHEPREFIX": str(FOLDER / "compiled"), "PYTHONPATH": str(ROOT)}
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT, env=environment, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--count", type=int, default=300)
    options.add_argument("--rounds", type=int, default=5)
    given = options.parse_args()
    FOLDER.mkdir(parents=True, exist_ok=True)
    paths = [FOLDER / f"{seed:03}.xlsx" for seed in range(given.count)]
    for seed, path in enumerate(paths):
        if not path.exists():
            make(path, seed)
    report_steps(paths, given.rounds)
    report_cold(paths[0], 2 * given.rounds)


if __name__ == "__main__":
    main()
