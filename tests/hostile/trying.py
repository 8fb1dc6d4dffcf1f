"""What is done with a spoilt package, and how it ended: `python -m tests.hostile.trying workbook|template FIRST LAST`.

One line of JSON a seed, then one with the memory of the whole process: each seed stays below what all stayed below.
Memory is what was added to a process that has the program loaded; CPU time is that of children too.
"""

from __future__ import annotations

import gc
import json
import resource
import shutil
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

from addin.core.places import Place
from addin.core.writes import Write, Writes
from addin.documents.packages import read_parts
from addin.documents.parts.contexts import Layout, sample
from addin.documents.render import filled, prepare
from addin.documents.soundness import refuse_unsound
from addin.documents.template_files import template_kind
from addin.errors import SochiboError
from addin.hosts.closed.book import ClosedBook
from addin.jobs.check import check
from addin.jobs.opening import open_book
from addin.jobs.rate import rate
from addin.jobs.show import show
from addin.output import telling
from tests.hostile import mutating

ON, YEAR, LONGEST = date(2025, 11, 28), 2024, 30


class TooLong(BaseException):
    """Nothing may take so long."""


def try_workbook(seed: int, folder: Path) -> tuple[str, tuple[str, ...], int]:
    """Read, show, check, rate, sum up; a square and the marks made ready for writing, read again."""
    mutant = mutating.workbook(seed)
    path = folder / "so.xlsx"
    path.write_bytes(mutant.content)
    return _ended(lambda: _work_through(path)), (mutant.base, *mutant.done), len(mutant.content)


def _work_through(path: Path) -> str:
    host = ClosedBook(path, now=datetime(2025, 11, 28))
    opened = open_book(host)
    outcomes = [show(opened), check(opened, ON, mark=True), rate(opened, YEAR)]
    for outcome in outcomes:
        json.dumps(telling.form_of(outcome.result), ensure_ascii=False).encode()
        telling.lines_of(outcome.result)
    grid = next((grid for grid in host.grids() if grid.far is None), None)
    if grid is None:
        return "read"
    for writes in (Writes((Write(Place(grid.sheet, 3, 3), "thử", "thử"),)), outcomes[1].effects.writes):
        try:
            host.apply(writes)
            open_book(host)
        except SochiboError as error:
            _is_a_sentence(error)
            return "read, not written"
    return "written"


def try_template(seed: int, folder: Path) -> tuple[str, tuple[str, ...], int]:
    """Checked and filled in; what comes of it is a sound package once more."""
    mutant = mutating.template(seed)

    def work() -> str:
        kind = template_kind(Path(mutant.base))
        assert kind is not None
        prepared = prepare(kind, mutant.base, mutant.content, Layout())
        for empty in (False, True):
            paper = filled(mutant.base, prepared, sample(kind.context, empty=empty))
            refuse_unsound("giấy", read_parts(paper))
        return "made"

    return _ended(work), (mutant.base, *mutant.done), len(mutant.content)


def _ended(work: Callable[[], str]) -> str:
    try:
        return work()
    except SochiboError as error:
        _is_a_sentence(error)
        return "refused"


def _is_a_sentence(error: SochiboError) -> None:
    for text in (error.message, error.fix):
        assert text.strip(), "no words"
        assert len(text) < 2_000, "no sentence"
        assert "Traceback" not in text, "no sentence"
    assert error.message.rstrip().endswith((".", ":", "…", ")", "»", "”")), error.message


@contextmanager
def _in_time() -> Iterator[None]:
    def stop(*_: object) -> None:
        raise TooLong

    signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, LONGEST)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _seconds() -> float:
    return sum(used.ru_utime + used.ru_stime for used in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))


def main(what: str, first: int, last: int) -> None:
    """Every seed of a span."""
    trying = {"workbook": try_workbook, "template": try_template}[what]
    for seed in range(first, last):
        folder = Path(tempfile.mkdtemp())
        start = _seconds()
        try:
            with _in_time():
                ended, done, size = trying(seed, folder)
        except (Exception, TooLong) as error:  # noqa: BLE001 - this is what must not be
            ended, done = f"BUG {type(error).__name__}: {error}"[:300] + traceback.format_exc()[-1500:], (what,)
            size = 0
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) // 1024
        told = {"seed": seed, "ended": ended, "done": done, "size": size, "seconds": round(_seconds() - start, 2), "peak": peak}
        print(json.dumps(told), flush=True)
        gc.collect()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
