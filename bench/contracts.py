"""What the benches promise: each ratio of design.md §6a beside its bound, and exit 1 where one is missed.

A bench measures everything in one run, interleaved, and compares ratios, never milliseconds: other load hits both
sides alike. `python bench/contracts.py` runs all of them, goes on after a miss, and names at the end what was missed,
and what could not be measured here.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = Path(tempfile.gettempdir()) / "sochibo-bench"
BLANK, SAMPLE = "so-trang.xlsx", "chi-bo-van-phong-so-2.xlsx"
MISSED, LEFT_OUT = "MISSED", "left out"
BENCHES = ("reading", "recognising", "starting", "growth", "checks", "writing", "decisions", "letters", "clicks", "clicks_windows", "many")


@dataclass(frozen=True, slots=True)
class Contract:
    """One promise: `at_least` turns the bound round."""

    name: str
    measured: float
    bound: float
    at_least: bool = False

    @property
    def is_kept(self) -> bool:
        """Whether the measured ratio lies on the right side."""
        return self.measured >= self.bound if self.at_least else self.measured <= self.bound

    def __str__(self) -> str:
        said = "kept  " if self.is_kept else MISSED
        return f"{said} {self.name}: {self.measured:.2f} (contract: {'≥' if self.at_least else '≤'} {self.bound:g})"


def judged(*contracts: Contract) -> int:
    """Prints every contract; the exit code of the bench."""
    for contract in contracts:
        print(contract)
    return 0 if all(contract.is_kept for contract in contracts) else 1


def left_out(reason: str) -> int:
    """A bench that this machine cannot run: said, and no miss."""
    print(f"{LEFT_OUT}: {reason}")
    return 0


def environment() -> dict[str, str]:
    """For fresh processes: compiled modules are kept, in a folder of our own, whatever the caller's settings say."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": str(FOLDER / "compiled"), "PYTHONPATH": str(ROOT)}


def spent(command: list[str], around: dict[str, str] | None = None) -> float:
    """CPU seconds of a command and of what it waited for; 0 and 1 (errors found) are its good ends."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, cwd=ROOT, env=around or environment(), capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode > 1:
        raise SystemExit(f"{' '.join(command)}: {done.stderr.decode()}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> int:
    failed, missed, skipped = [], [], []
    for bench in BENCHES:
        print(f"\n== {bench}", flush=True)
        done = subprocess.run([sys.executable, ROOT / "bench" / f"{bench}.py"], stdout=subprocess.PIPE, text=True, check=False)
        print(done.stdout, end="", flush=True)
        lines = done.stdout.splitlines()
        missed += [line for line in lines if line.startswith(MISSED)]
        skipped += [f"{bench}: {line}" for line in lines if line.startswith(LEFT_OUT)]
        if done.returncode:
            failed.append(bench)
    print("\n== in short")
    for line in (*missed, *skipped):
        print(line)
    print(f"failed: {', '.join(failed)}" if failed else "every contract that can be measured here is kept")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
