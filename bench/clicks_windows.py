"""The same clicks on a Windows CPython under wine: xlwings' own engine over COM, a stand-in for Excel behind it.

    .venv/bin/python bench/clicks_windows.py [--workbook workbooks/mau.xlsx] [--runs 3]

Needs `make system-windows`. A click is ours from the installed interpreter's start to the last square, the boxes
answered at once. Most of a warm one is the passing of calls between two processes, which wine and a stand-in in
Python do slowly: as many calls that only hand over a name or an object are timed beside it, and the ratio is
printed with and without them. CPU is that of the click and the resident; wine's server and the stand-in are left out.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import sys
import tempfile
import time
from pathlib import Path

from contracts import ROOT, Contract, judged, left_out

CLICK = (
    "import sys; from addin.ribbon import BUTTONS; from addin.resident.door import request_of; "
    "from addin.resident.handing_on import hand_on, start_resident\n"
    "class Yes:\n"
    "    def tell(self, text, *, warning=False): sys.exit(text) if warning else None\n"
    "    def ask(self, text): return True\n"
    "raise SystemExit(hand_on(request_of(sys.argv[1:], frozenset(BUTTONS)), Yes, start_resident))"
)
CALAMINE = (
    "import sys; from python_calamine import CalamineWorkbook; book = CalamineWorkbook.from_path(sys.argv[1]); "
    "[book.get_sheet_by_name(name).to_python() for name in book.sheet_names]"
)
ASK = (
    "import sys, time; from addin.hosts.excel.finding import find_book; from addin.hosts.excel.calls import direct\n"
    "book = direct(find_book(sys.argv[1], int(sys.argv[2])).api, 'Workbook')\n"
    "wall, cpu = time.perf_counter(), time.process_time()\n"
    "for member, times in (('Name', sys.argv[3]), ('Worksheets', sys.argv[4])): [book.get(member) for _ in range(int(times))]\n"
    "print(time.perf_counter() - wall, time.process_time() - cpu)"
)
OBJECTS = {"ActiveSheet", "Application", "Areas", "Cells", "Comments", "EntireColumn", "EntireRow", "Item", "Names", "Parent", "Range", "SpecialCells", "UsedRange", "Workbooks", "Worksheets"}
Column = list[tuple[float, float]]
NAME = "Bảng đánh giá = tháng 1.xlsx"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--workbook", type=Path, default=ROOT / "workbooks" / "mau.xlsx")
    parser.add_argument("--runs", type=int, default=3)
    wanted = parser.parse_args()
    sys.path[:0] = [str(ROOT)]
    from tests.windows.excel_stand_in import stand_in
    from tests.windows.windows_machine import WINE, machine, screen

    if not WINE.is_file():
        return left_out("wine64 is missing (make system-windows)")
    with tempfile.TemporaryDirectory() as folder, screen() as display, machine(Path(folder), display) as pc:
        installed(pc)
        book = Path(shutil.copy(wanted.workbook, pc.drive))
        bare, calamine = ([Click(pc).run(*words) for _ in range(wanted.runs)] for words in (("-c", "pass"), ("-c", CALAMINE, pc.shown(book))))
        with stand_in(pc) as excel:
            excel.open_file(book, NAME)
            click = Click(pc, excel)
            cold = [click.cold() for _ in range(wanted.runs)]
            edited = [click.warm(edit=True) for _ in range(wanted.runs)]
            same = [click.warm(edit=False) for _ in range(wanted.runs)]
            excel.calls()
            click.warm(edit=True)
            calls = excel.calls()
            passing = [click.only_calls(calls) for _ in range(wanted.runs)]
    return report(bare, calamine, cold, edited, same, calls=sum(calls.values()), passing=passing)


def installed(pc) -> None:
    """The program as the installer lays it out."""
    from tools.windows.interpreter import official, pinned
    from tools.windows.payload import payload, write
    from tools.windows.wheels import download, environment_lock

    write(pc.home, payload(official(), pinned().sha256, download(environment_lock())))


class Click:
    """Clicks in one workbook of one Excel."""

    def __init__(self, pc, excel=None) -> None:
        self.pc, self.excel, self.edits = pc, excel, 0

    def run(self, *words: str) -> tuple[float, float]:
        """Wall and CPU seconds of an installed Python."""
        before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        process = self.pc.start(self.pc.python, "-I", "-X", "utf8", *words)
        code = process.wait()
        wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
        assert code == 0, process.stderr.read().decode()
        return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    def click(self) -> tuple[float, float]:
        before = resident_cpu()
        wall, cpu = self.run("-c", CLICK, "check", f"--wb={NAME}", f"--hwnd={self.excel.window}")
        return wall, cpu + resident_cpu() - before

    def cold(self) -> tuple[float, float]:
        """No resident before; this one stays for the next, which ends it."""
        for process in residents():
            os.kill(process, 9)
        (self.pc.home / "resident.json").unlink(missing_ok=True)
        while residents():
            time.sleep(0.05)
        return self.click()

    def only_calls(self, calls: dict[str, int]) -> tuple[float, float]:
        """As many values and as many objects that Excel has at hand."""
        objects = sum(times for name, times in calls.items() if name.rpartition(".")[2] in OBJECTS)
        numbers = (str(sum(calls.values()) - objects), str(objects))
        ran = self.pc.run(self.pc.python, "-I", "-X", "utf8", "-c", ASK, NAME, str(self.excel.process), *numbers)
        wall, cpu = map(float, ran.out.split())
        return wall, cpu

    def warm(self, *, edit: bool) -> tuple[float, float]:
        if edit:
            self.edits += 1
            self.excel.type_in(book=NAME, sheet="Đảng viên", row=4, column=21, value=f"lần {self.edits}")
        return self.click()


def residents() -> list[int]:
    """Our resident, as this system sees it."""
    found = []
    for entry in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            words = entry.read_bytes()
        except OSError:
            continue
        if b"--resident" in words and b"pythonw.exe" in words + b"pythonw.exe" and b"addin.ribbon" in words and b"python" in words.split(b"\0")[0]:
            found.append(int(entry.parent.name))
    return found


def resident_cpu() -> float:
    total = 0.0
    for process in residents():
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
        total += (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return total


def report(*columns: Column, calls: int, passing: Column) -> int:
    names = ("bare python", "bare calamine", "cold click", "warm, edited", "warm, same", f"{calls} bare calls")
    best = [tuple(map(min, zip(*column, strict=True))) for column in (*columns, passing)]
    print(f"{'under wine':14} {'wall ms':>9} {'cpu ms':>8} {'× python':>9}")
    for name, (wall, cpu) in zip(names, best, strict=True):
        print(f"{name:14} {wall * 1000:9.0f} {cpu * 1000:8.0f} {wall / best[0][0]:9.1f}")
    cold, alone, judgements = best[2], best[5], []
    for name, click in zip(names[3:5], best[3:5], strict=True):
        wall, cpu = (mine / whole for mine, whole in zip(click, cold, strict=True))
        own_wall, own_cpu = ((mine - part) / (whole - part) for mine, whole, part in zip(click, cold, alone, strict=True))
        print(f"{name} / cold: {wall:.2f} wall, {cpu:.2f} cpu; without the {calls} calls {own_wall:.2f} wall, {own_cpu:.2f} cpu")
        judgements.append(Contract(f"click {name} / cold under wine, without the passing of calls", own_wall, 0.25))
    return judged(*judgements)


if __name__ == "__main__":
    sys.exit(main())
