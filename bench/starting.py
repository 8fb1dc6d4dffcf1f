"""Cold start: `sochibo check` on the blank and the sample workbook beside bare Python, interleaved in one run."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
ROUNDS = 9
CASES = {
    "python -c pass": ["-c", "pass"],
    "check, blank workbook": ["-m", "addin", "check", "workbooks/so-trang.xlsx", "--quiet"],
    "check, sample of 27 sheets and 11 years": ["-m", "addin", "check", "workbooks/chi-bo-van-phong-so-2.xlsx", "--quiet"],
}


def main():
    times = {name: [] for name in CASES}
    for _ in range(ROUNDS):
        for name, words in CASES.items():
            start = time.perf_counter()
            done = subprocess.run(
                [sys.executable, *words], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False
            )
            times[name].append(time.perf_counter() - start)
            if done.returncode > 1:  # 1 is errors found in the workbook, as in the blank one
                raise SystemExit(f"{name}: {done.returncode}")
    bare = statistics.median(times["python -c pass"])
    for name, measured in times.items():
        median = statistics.median(measured)
        print(f"{name:45} {median * 1000:7.1f} ms  {median / bare:5.1f} × bare Python")


if __name__ == "__main__":
    main()
