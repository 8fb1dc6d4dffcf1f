"""Cold start: `sochibo check` on the blank and the sample workbook beside bare Python, and what it loads.

CPU of fresh processes (wall time on a busy machine is mostly waiting), interleaved, medians, byte code compiled
beforehand.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys

from contracts import BLANK, ROOT, SAMPLE, Contract, environment, judged, spent

HEAVY = ("pandas", "openpyxl", "docxtpl", "jinja2", "xlwings", "lxml")
BARE = "python -c pass"
CASES = {
    BARE: ["-c", "pass"],
    "blank workbook": ["-m", "addin", "check", f"workbooks/{BLANK}", "--quiet"],
    "sample of 27 sheets and 11 years": ["-m", "addin", "check", f"workbooks/{SAMPLE}", "--quiet"],
}
BOUNDS = {"blank workbook": 10.0, "sample of 27 sheets and 11 years": 12.0}
_LOADED = (
    "import sys\nfrom addin.cli import main\ntry: main(sys.argv[1:])\nexcept SystemExit: pass\n"
    f"print(*[name for name in {HEAVY} if name in sys.modules], file=sys.stderr)"
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    times: dict[str, list[float]] = {name: [] for name in CASES}
    for turn in range(rounds + 1):
        for name, words in CASES.items():
            seconds = spent([sys.executable, *words])
            if turn:
                times[name].append(seconds)
    medians = {name: statistics.median(values) for name, values in times.items()}
    for name, values in times.items():
        print(f"{name:35} {medians[name] * 1000:7.1f} ms CPU (min {min(values) * 1000:.1f})")
    cold = [Contract(f"check cold / bare Python, {name}", medians[name] / medians[BARE], bound) for name, bound in BOUNDS.items()]
    heavy = loaded()
    print(f"heavy packages loaded by check: {', '.join(heavy) or 'none'}")
    return judged(*cold, Contract(f"packages of {', '.join(HEAVY)} in sys.modules after check", len(heavy), 0))


def loaded() -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", _LOADED, "check", f"workbooks/{SAMPLE}", "--quiet"],
        capture_output=True, text=True, cwd=ROOT, env=environment(), check=True,
    )  # fmt: skip
    return done.stderr.split()


if __name__ == "__main__":
    sys.exit(main())
