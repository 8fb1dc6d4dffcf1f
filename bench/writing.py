"""Writing one square of a 5,000-row sheet: our patch beside openpyxl's load and save (contract: at least 10 times faster).

    python bench/writing.py

Each way runs in a process of its own, so that the memory beside the time is its own; imports are not timed.
"""

from __future__ import annotations

import io
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from contracts import Contract, judged

ROWS = 5_000
BEST_OF = 5
WAYS = ("patch", "openpyxl")


def workbook() -> bytes:
    """Ten columns, one of them a formula."""
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Đảng viên"
    sheet.append(["Mã ĐV", "Họ và tên", "Năm sinh", "Tổ đảng", "Điểm", "Hệ số", "Xếp loại", "Năm", "Ghi chú", "Tổng"])
    for row in range(2, ROWS + 2):
        sheet.append(
            [f"DV-{row:04d}", f"Đồng chí Bịa {row}", 1950 + row % 50, f"Tổ {row % 9}", row % 70, row / 7, "HTT", 2026, "không", f"=E{row}*F{row}"]
        )
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def by_patch(data: bytes) -> bytes:
    from addin.core.places import Place
    from addin.core.writes import Write, Writes
    from addin.hosts.closed.patch.patching import patch

    return patch(data, Writes(squares=(Write(Place("Đảng viên", ROWS // 2, 7), "HTXS", "bench"),)))


def by_openpyxl(data: bytes) -> bytes:
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(data))
    book["Đảng viên"].cell(ROWS // 2, 7).value = "HTXS"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def measure(way: str, path: str) -> None:
    """In a child: best time of some, peak memory in MB."""
    data = Path(path).read_bytes()
    work = by_patch if way == "patch" else by_openpyxl
    seconds = []
    for _ in range(BEST_OF if way == "patch" else 2):
        started = time.perf_counter()
        work(data)
        seconds.append(time.perf_counter() - started)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": min(seconds), "megabytes": peak}))


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "so.xlsx"
        path.write_bytes(workbook())
        found = {}
        for way in WAYS:
            run = subprocess.run([sys.executable, __file__, way, str(path)], capture_output=True, check=True, text=True)
            found[way] = json.loads(run.stdout)
    for way, result in found.items():
        print(f"{way:10} {result['seconds']:8.3f} s {result['megabytes']:7.0f} MB")
    ratio = found["openpyxl"]["seconds"] / found["patch"]["seconds"]
    return judged(Contract(f"one square of a {ROWS}-row sheet, openpyxl load + save / ours", ratio, 10, at_least=True))


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    if len(sys.argv) == 3:
        measure(sys.argv[1], sys.argv[2])
    else:
        sys.exit(main())
