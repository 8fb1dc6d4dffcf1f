"""A batch from beginning to end: what is done already is taken up, the rest is done, what comes of it is put together.

Nothing that comes out depends on when, where or in which order it was made.
"""

from __future__ import annotations

import json
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from filelock import FileLock, Timeout

from addin.batch.files import BookFile, Found, is_output
from addin.batch.page import why_no_charts, write_page
from addin.batch.rules_version import rules_version
from addin.batch.store import MANIFEST, RESULTS, Store
from addin.batch.summary_book import write_summary_book
from addin.batch.tables import why_no_tables, write_tables
from addin.batch.totals import Ending, Totals
from addin.batch.whole_files import in_place
from addin.core.findings import Finding
from addin.core.places import Place
from addin.core.records import dataclass
from addin.core.tables.squares.faults import NOT_DONE
from addin.errors import AlreadyExists, Misuse, OpenElsewhere
from addin.hosts.disk import explaining
from addin.jobs.act import Act
from addin.jobs.batch import Asked, BatchResult
from addin.jobs.logged import log_act
from addin.jobs.outcome import Outcome
from addin.output.progress import progress

SUMMARY, PAGE, TABLES = "summary.xlsx", "index.html", "tables"


class Pool(Protocol):
    """Who does workbooks."""

    def lines(self, files: Iterable[BookFile]) -> Iterator[tuple[BookFile, str]]:
        """A line for every file, in any order."""
        ...

    def close(self, *, at_once: bool = False) -> None:
        """Nobody is asked any more."""
        ...


@dataclass(frozen=True, slots=True)
class Clock:
    """What the door knows of time: a counter of seconds, and the moment for the log. No result depends on it."""

    seconds: Callable[[], float]
    now: datetime


class Stopped(Misuse):
    """Ctrl-C: what is done is kept."""

    kind = "stopped"


def run(found: Found, asked: Asked, out: Path, pool: Pool, *, clock: Clock, quiet: bool = False) -> Outcome[BatchResult]:
    """All workbooks found; Misuse where there is none, OpenElsewhere where another run is at work in the folder."""
    if not found.files:
        raise Misuse("Không thấy sổ nào để làm.", "Kiểm tra thư mục, danh sách, hoặc mẫu tên ở --only.")
    _refuse_others_files(out)
    begun = clock.seconds()
    remarks: tuple[str, ...] = ()
    with _alone(out):
        store = Store(out, asked, rules_version())
        store.begin()
        try:
            reused = _all_done(found.files, store, pool, quiet=quiet)
        except KeyboardInterrupt as error:
            pool.close(at_once=True)
            raise Stopped("Đã dừng theo yêu cầu; các sổ đã xong được giữ lại.", "Chạy lại đúng lệnh này để làm tiếp.") from error
        finally:
            store.close()
        pool.close()
        known = store.ending(file.name for file in found.files)
        if known is not None:
            ending = Ending.of(known)
        else:
            with explaining(out / RESULTS):
                ending, remarks = _put_together(store, asked, clock, begun)
        told = replace(_result(found, ending, out), reused=reused, seconds=clock.seconds() - begun, left_out=(*_left_out(), *remarks))
        return Outcome(told, tuple(not_done(ending)), is_done=True)


def _refuse_others_files(out: Path) -> None:
    """What has our names and was not made by a run is somebody's own."""
    theirs = () if is_output(out) else tuple(name for name in (SUMMARY, PAGE, RESULTS, MANIFEST) if (out / name).exists())
    if theirs:
        raise AlreadyExists(f"Thư mục “{out}” đã có {theirs[0]} không phải do chương trình lập; chưa ghi gì.", "Chọn thư mục khác ở --out.")


@contextmanager
def _alone(out: Path) -> Iterator[None]:
    with explaining(out):
        out.mkdir(parents=True, exist_ok=True)
    lock = FileLock(out / ".sochibo-batch.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise OpenElsewhere(f"Một lần chạy khác đang làm trong thư mục “{out}”.", "Đợi xong, hoặc chọn thư mục khác ở --out.") from error
    try:
        yield
    finally:
        lock.release()


def _all_done(files: Iterable[BookFile], store: Store, pool: Pool, *, quiet: bool) -> int:
    """How many were done by an earlier run."""
    left = [file for file in files if not store.take_up(file.name, file.path)]
    reused = store.count
    with progress("Đang làm", reused + len(left), reused, quiet=quiet) as tell:
        for file, line in pool.lines(left):
            store.add(file.name, line)
            tell(file.name)
    return reused


def _put_together(store: Store, asked: Asked, clock: Clock, begun: float) -> tuple[Ending, tuple[str, ...]]:
    """All that comes of the lines, and a line in the log of the folder, which `verify` checks; with what the log could not take."""
    store.write_results()
    outputs = [RESULTS, SUMMARY, PAGE]
    totals = Totals()
    counted = _counted(store.lines(), totals)
    if why_no_tables():
        deque(counted, maxlen=0)
    else:
        outputs += write_tables(counted, store.folder / TABLES)
    with in_place(store.folder / SUMMARY) as aside:
        write_summary_book(totals, asked, aside)
    write_page(totals, asked, store.folder / PAGE)
    ending = totals.ending
    made = store.finish(outputs, clock.seconds() - begun, ending.form)
    files = [{"kind": "batch", "sha256": sha256, "folder": "", "file": name} for name, sha256 in made.items()]
    more = {"do": ",".join(asked.doings), "year": asked.year, "on": asked.on.isoformat(), "workbooks": store.count}
    return ending, log_act(Act("batch", clock.now, store.folder / SUMMARY), lambda _salt: {**more, "files": files})


def _counted(lines: Iterable[bytes], totals: Totals) -> Iterator[dict[str, Any]]:
    """Each line as read, once for all that comes of it."""
    for line in lines:
        read = json.loads(line)
        totals.add(read)
        yield read


def _left_out() -> tuple[str, ...]:
    return tuple(filter(None, (why_no_tables(), why_no_charts())))


def _result(found: Found, ending: Ending, out: Path) -> BatchResult:
    failed = len(ending.failures)
    return BatchResult(
        workbooks=ending.workbooks,
        done=ending.workbooks - failed,
        failed=failed,
        skipped=len(found.left),
        with_errors=ending.with_errors,
        out=out,
        failures=ending.failures,
        left_alone=tuple(sorted(Counter(reason.value for _, reason in found.left).items())),
        copies=found.copies,
    )


def not_done(ending: Ending) -> Iterator[Finding]:
    """One for each workbook that could not be done; what stands in the others lies in the results."""
    for one in ending.failures:
        yield NOT_DONE.at(Place(one.workbook), one.reason, fix=one.fix)
