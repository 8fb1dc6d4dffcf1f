"""Reading a closed workbook, guard included, against bare python-calamine and openpyxl, in one run.

300 workbooks of 8 sheets x 60 rows, made once; rounds interleaved so that other load hits all alike; ratios of
medians count, not milliseconds. Contract: at most 1.8 x bare calamine. Run: python bench/reading.py
"""

from __future__ import annotations

import argparse
import gc
import io
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from contracts import FOLDER as ALL
from contracts import ROOT, Contract, judged

sys.path.insert(0, str(ROOT))
FOLDER = ALL / "reading"
FAMILIES, MIDDLES, GIVEN = ("Nguyễn", "Trần", "Lê", "Phạm"), ("Văn", "Thị", "Đức"), ("An", "Bình", "Cường", "Dũng", "Hạnh")
WORDS = ("Tốt", "Hoàn thành tốt nhiệm vụ", "x", "Tổ đảng 1", "23-QĐ/CB", "")


def make(path: Path, seed: int) -> None:
    """An invented cell: 8 sheets of 60 rows and 10 columns, dates, numbers, texts and a total."""
    import xlsxwriter

    chance = random.Random(seed)
    book = xlsxwriter.Workbook(str(path))
    dated = book.add_format({"num_format": "dd/mm/yyyy"})
    for number in range(8):
        sheet = book.add_worksheet(f"Bảng {number + 1}")
        sheet.write_row(0, 0, [f"Cột {column + 1}" for column in range(10)])
        for row in range(1, 61):
            sheet.write(row, 0, row)
            sheet.write(row, 1, f"{chance.choice(FAMILIES)} {chance.choice(MIDDLES)} {chance.choice(GIVEN)}")
            for column in (2, 3):
                sheet.write_datetime(row, column, date(1960, 1, 1) + timedelta(chance.randrange(20000)), dated)
            sheet.write(row, 4, chance.randrange(100))
            for column in range(5, 10):
                sheet.write(row, column, chance.choice(WORDS))
        sheet.write_formula(61, 4, "=SUM(E2:E61)", None, 1)
    book.close()


def bare_calamine(path: Path) -> object:
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_filelike(io.BytesIO(path.read_bytes()))
    return [book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names]


def guarded(path: Path) -> object:
    from addin.hosts.closed.read.reading import read_workbook

    return read_workbook(path)


def openpyxl_read_only(path: Path) -> object:
    import openpyxl

    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    rows = [list(sheet.iter_rows(values_only=True)) for sheet in book]
    book.close()
    return rows


READERS: dict[str, Callable[[Path], object]] = {
    "calamine": bare_calamine,
    "sochibo": guarded,
    "openpyxl": openpyxl_read_only,
}


def timed(reader: Callable[[Path], object], paths: list[Path]) -> float:
    gc.collect()
    start = time.process_time()
    for path in paths:
        reader(path)
    return (time.process_time() - start) / len(paths) * 1000


def peak_memory(name: str, paths: list[Path]) -> int:
    """KiB of a fresh process that reads the paths one after another; getrusage would count our own, before exec."""
    done = subprocess.run(
        [sys.executable, __file__, "--peak", name, "--count", str(len(paths))], capture_output=True, text=True, check=True
    )
    return int(done.stdout)


def main() -> int:
    options = argparse.ArgumentParser()
    options.add_argument("--count", type=int, default=300)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--peak", choices=READERS)
    given = options.parse_args()
    FOLDER.mkdir(parents=True, exist_ok=True)
    paths = [FOLDER / f"{seed:03}.xlsx" for seed in range(given.count)]
    for seed, path in enumerate(paths):
        if not path.exists():
            make(path, seed)
    if given.peak:
        for path in paths:
            READERS[given.peak](path)
        status = Path("/proc/self/status").read_text(encoding="ascii")
        print(status.partition("VmHWM:")[2].split()[0])
        return 0
    return report(paths, given.rounds)


def report(paths: list[Path], rounds: int) -> int:
    for reader in READERS.values():
        reader(paths[0])
    few = paths[:: max(1, len(paths) // 30)]
    times: dict[str, list[float]] = {name: [] for name in READERS}
    for _round in range(rounds):
        for name, reader in READERS.items():
            times[name].append(timed(reader, few if name == "openpyxl" else paths))
    medians = {name: statistics.median(values) for name, values in times.items()}
    for name, values in times.items():
        memory = peak_memory(name, paths[:100]) / 1024
        print(
            f"{name:9} {medians[name]:7.2f} ms CPU/workbook (min {min(values):.2f}) "
            f"{medians[name] / medians['calamine']:5.2f} x calamine  peak {memory:5.0f} MiB"
        )
    ratios = [ours / bare for ours, bare in zip(times["sochibo"], times["calamine"], strict=True)]
    print(f"sochibo / calamine, round by round: {', '.join(f'{ratio:.2f}' for ratio in ratios)}")
    print(f"openpyxl / sochibo: {medians['openpyxl'] / medians['sochibo']:.1f}")
    return judged(Contract("reading, guard included / calamine", statistics.median(ratios), 1.8))


if __name__ == "__main__":
    sys.exit(main())
