"""A cold and a warm click of "Kiểm tra dữ liệu", wall and CPU, beside a bare Python start and bare calamine.

    .venv/bin/python bench/clicks.py [--workbook workbooks/mau.xlsx] [--runs 5]

Excel is played by the tests' in-memory engine inside the resident (there is none here), so a click is ours
from the launcher's process to the last square; what Excel itself takes to answer over COM is not in it. A cold
click starts the resident: two Python starts, xlwings, the job. A warm click comes either after a square was
edited, so everything is worked out anew, or in the same workbook. CPU is that of all our processes together.
"""

from __future__ import annotations

import argparse
import os
import pickle
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from contracts import ROOT, Contract, environment, judged

_PATHS = f"import sys; sys.path[:0] = [{str(ROOT)!r}]; "
_RESIDENT = _PATHS + (
    "import pickle, xlwings; from pathlib import Path; "
    "from tests.hosts.memory_engine.engine import Engine; from addin.ribbon import ExcelPresser; "
    "from addin.resident.door import become_resident; engine = Engine(); model = pickle.loads(Path(sys.argv[1]).read_bytes()); "
    "app = engine.apps.start(int(sys.argv[2])); app.excel.open(model); "
    "xlwings.Engine(impl=engine).activate(); press = ExcelPresser(); count = iter(range(10**6)); "
    "members = next(sheet for sheet in model.sheets if sheet.name == 'Đảng viên')\n"
    "def edited(request, dialog):\n"
    "    members.type_in(4, 21, f'lần {next(count)}') if sys.argv[3] == 'edited' else None\n"
    "    return press(request, dialog)\n"
    "raise SystemExit(become_resident(edited))"
)
_CLICK = _PATHS + (
    "from addin.ribbon import BUTTONS; "
    "from addin.resident.door import request_of; from addin.resident.handing_on import hand_on\n"
    "class Yes:\n"
    "    def tell(self, text, *, warning=False): sys.exit(text) if warning else None\n"
    "    def ask(self, text): return True\n"
    "def start():\n"
    "    import subprocess; nothing = subprocess.DEVNULL\n"
    "    return subprocess.Popen(sys.argv[4:], stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True)\n"
    "raise SystemExit(hand_on(request_of(sys.argv[1:4], frozenset(BUTTONS)), Yes, start))"
)
_CALAMINE = (
    "import sys; from python_calamine import CalamineWorkbook; book = CalamineWorkbook.from_path(sys.argv[1]); "
    "[book.get_sheet_by_name(name).to_python() for name in book.sheet_names]"
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--workbook", type=Path, default=ROOT / "workbooks" / "mau.xlsx")
    parser.add_argument("--runs", type=int, default=5)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        clicks = Clicks(Path(folder), wanted.workbook)
        touched = Clicks(Path(folder) / "sửa", wanted.workbook, "edited")
        python = [measured([sys.executable, "-c", "pass"]) for _ in range(wanted.runs)]
        calamine = [measured([sys.executable, "-c", _CALAMINE, str(wanted.workbook)]) for _ in range(wanted.runs)]
        cold = [clicks.cold() for _ in range(wanted.runs)]
        warm, edited = clicks.warm(wanted.runs), touched.warm(wanted.runs)
    return report(python, calamine, cold, edited, warm)


class Clicks:
    """Clicks on one workbook by one user of our own."""

    def __init__(self, folder: Path, workbook: Path, between: str = "same") -> None:
        sys.path[:0] = [str(ROOT)]
        from tests.hosts.excel_model.loading import load

        folder.mkdir(exist_ok=True)
        self.home = folder / "home"
        self.environment = {**environment(), "SOCHIBO_HOME": str(self.home)}
        copy = Path(shutil.copy(workbook, folder))
        pickled = folder / "model"
        pickled.write_bytes(pickle.dumps(load(copy)))
        self.resident = [sys.executable, "-c", _RESIDENT, str(pickled), str(os.getpid()), between]
        self.command = [sys.executable, "-c", _CLICK, "check", f"--wb={copy.name}", f"--hwnd={os.getpid()}", *self.resident]

    def click(self) -> tuple[float, float]:
        """Wall and CPU; the resident's share is read from the system."""
        before = self._resident_cpu()
        wall, cpu = measured(self.command, self.environment)
        return wall, cpu + self._resident_cpu() - before

    def warm(self, runs: int) -> list[tuple[float, float]]:
        """After a first click and a second."""
        self.cold(stay=True)
        self.click()
        found = [self.click() for _ in range(runs)]
        self.end()
        return found

    def cold(self, *, stay: bool = False) -> tuple[float, float]:
        """From nothing; afterwards nothing again, unless it is to stay."""
        self.end()
        wall, cpu = measured(self.command, self.environment)
        cpu += self._resident_cpu()
        if not stay:
            self.end()
        return wall, cpu

    def end(self) -> None:
        """Our own resident, by its number."""
        process = self._process()
        if process:
            os.kill(process, 15)
            while Path(f"/proc/{process}/stat").exists() and "Z" not in Path(f"/proc/{process}/stat").read_text().split(")")[1][:4]:
                time.sleep(0.01)
        (self.home / "resident.json").unlink(missing_ok=True)

    def _process(self) -> int:
        from addin.resident import places

        os.environ["SOCHIBO_HOME"] = str(self.home)
        word = places.find_word()
        return word.process if word else 0

    def _resident_cpu(self) -> float:
        process = self._process()
        if not process:
            return 0.0
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measured(command: list[str], environment: dict[str, str] | None = None) -> tuple[float, float]:
    """Wall and CPU seconds of a command and what it waited for."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    subprocess.run(command, check=True, env=environment)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def report(*columns: list[tuple[float, float]]) -> int:
    names = ("bare python", "bare calamine", "cold click", "warm, edited", "warm, same")
    best = [(min(wall for wall, _ in column), min(cpu for _, cpu in column)) for column in columns]
    print(f"{'':14} {'wall ms':>9} {'cpu ms':>8} {'× python':>9}")
    for name, (wall, cpu) in zip(names, best, strict=True):
        print(f"{name:14} {wall * 1000:9.0f} {cpu * 1000:8.0f} {wall / best[0][0]:9.1f}")
    for name, (_, cpu) in zip(names[3:], best[3:], strict=True):
        print(f"{name} / cold, CPU: {cpu / best[2][1]:.2f}")
    return judged(*(Contract(f"click {name} / cold", wall / best[2][0], 0.25) for name, (wall, _) in zip(names[3:], best[3:], strict=True)))


if __name__ == "__main__":
    sys.exit(main())
