"""Many workbooks: two processes against one, Dask against the local pool, taking up a finished run, memory as they grow.

Wall time within one run, rounds interleaved: processes side by side are what is claimed. `MOST` counts in full where
SOCHIBO_BENCH_FULL is set (2,000); else fewer, and the figures say so. Memory is the greatest resident size of the coordinator
and of its greatest child.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

from contracts import FOLDER, ROOT, Contract, environment, judged

FULL = bool(os.environ.get("SOCHIBO_BENCH_FULL"))
WORKBOOKS = 1_000
FEW, MOST = 100, 2_000 if FULL else 600
ROUNDS = 3
OPTIONS = ("--do", "check,rate,summarise", "--year", "2025", "--on", "2026-11-28", "--quiet", "--json")
_MEASURED = """
import json, resource, sys
from addin.cli import main
code = 0
try:
    main(sys.argv[1:])
except SystemExit as ended:
    code = ended.code
used = [resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
sys.stderr.write("\\nMEMORY " + json.dumps(used))
sys.exit(code)
"""


def main() -> int:
    folder = FOLDER / "many"
    cells = made(folder / "cells", WORKBOOKS)
    times: dict[str, list[float]] = {"one": [], "two": [], "dask": [], "resume": []}
    with cluster(folder) as address:
        batch(cells, folder / "warm", "--scheduler", address)
        for number in range(ROUNDS):
            out = folder / f"out{number}"
            times["one"].append(batch(cells, out, "--workers", "1")[0])
            times["resume"].append(batch(cells, out, "--workers", "1")[0])
            shutil.rmtree(out)
            times["two"].append(batch(cells, out, "--workers", "2")[0])
            shutil.rmtree(out)
            times["dask"].append(batch(cells, out, "--scheduler", address)[0])
            shutil.rmtree(out)
    median = {name: statistics.median(values) for name, values in times.items()}
    for name, seconds in median.items():
        print(f"{WORKBOOKS} workbooks, {name:6}: {seconds:7.2f} s, {1000 * seconds / WORKBOOKS:6.1f} ms a workbook")
    few = batch(made(folder / "few", FEW), folder / "few-out", "--workers", "2")[1]
    many = batch(made(folder / "most", MOST), folder / "most-out", "--workers", "2")[1]
    print(f"memory of {FEW} workbooks: {few[0] / 1024:.0f} MB and {few[1] / 1024:.0f} MB a child; of {MOST}: {many[0] / 1024:.0f} and {many[1] / 1024:.0f} MB")
    return judged(
        Contract(f"one process / two, {WORKBOOKS} workbooks", median["one"] / median["two"], 1.7, at_least=True),
        Contract("Dask with two workers / two local processes", median["dask"] / median["two"], 1.25),
        Contract("first run / taking up the finished one", median["one"] / median["resume"], 20, at_least=True),
        Contract(f"memory of {MOST} / of {FEW}, coordinator", many[0] / few[0], 1.5),
        Contract(f"memory of {MOST} / of {FEW}, a child", many[1] / few[1], 1.5),
    )


def made(folder: Path, count: int) -> Path:
    """Invented cells, by number."""
    sys.path.insert(0, str(ROOT))
    from tests.batch.cells import cell, write

    if len(list(folder.glob("*.xlsx"))) != count:
        shutil.rmtree(folder, ignore_errors=True)
        for number in range(count):
            write(cell(number), folder)
    return folder


def batch(cells: Path, out: Path, *more: str) -> tuple[float, tuple[int, int]]:
    """Seconds from start to end, and kilobytes of the coordinator and of its greatest child."""
    command = [sys.executable, "-c", _MEASURED, "batch", str(cells), "--out", str(out), *OPTIONS, *more]
    begun = time.perf_counter()
    done = subprocess.run(command, cwd=ROOT, env=environment(), capture_output=True, text=True, check=False)
    seconds = time.perf_counter() - begun
    told = re.search(r"MEMORY (\[.*\])", done.stderr)
    if done.returncode > 1 or told is None:
        raise SystemExit(done.stderr)
    own, child = json.loads(told[1])
    return seconds, (own, child)


class cluster:  # noqa: N801 - reads as what it is
    """A scheduler and two worker processes on loopback, as docs/nhieu-so.md starts them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._processes: list[subprocess.Popen[str]] = []

    def __enter__(self) -> str:
        self._folder.mkdir(parents=True, exist_ok=True)
        scheduler = self._start("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
        address = next(found[1] for line in scheduler.stderr if (found := re.search(r"Scheduler at:\s+(tcp://\S+)", line)))
        for _ in range(2):
            self._start("worker", address, "--nworkers", "1", "--nthreads", "1", "--no-dashboard", "--no-nanny")
        time.sleep(5)
        return address

    def __exit__(self, *_error: object) -> None:
        for process in self._processes:
            process.kill()
            process.wait()

    def _start(self, kind: str, *more: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", f"distributed.cli.dask_{kind}", *more]
        process = subprocess.Popen(command, cwd=self._folder, env=environment(), stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
        self._processes.append(process)
        return process


if __name__ == "__main__":
    sys.exit(main())
