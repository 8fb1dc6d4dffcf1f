"""Workbooks done on this machine, in processes of their own: whoever dies or dawdles takes its one workbook along, no other.

pebble keeps the processes: of the pools there are it alone ends a task that overstays and goes on after a process was
killed (concurrent.futures gives up the whole pool, multiprocessing.Pool waits for ever).
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, TimeoutError, wait  # noqa: A004 - pebble raises this one
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from pathlib import Path

from pebble import ProcessExpired, ProcessPool

from addin.batch.examining import as_text, examine, failed
from addin.batch.files import BookFile
from addin.batch.limits import prepare_child
from addin.errors import CannotRead
from addin.jobs.batch import Asked

_AHEAD = 4
_TRIES = 2


class LocalPool:
    """Some processes, kept until `close`; `lines` hands over what they made in the order it came."""

    def __init__(self, asked: Asked, workers: int, out: Path | None) -> None:
        self._asked, self._workers, self._out = asked, max(1, workers), out
        self._pool: ProcessPool | None = None

    def lines(self, files: Iterable[BookFile]) -> Iterator[tuple[BookFile, str]]:
        """A line of JSON for every file. A process that dies gets a second try: it may have been killed by somebody."""
        waiting: dict[Future[str], tuple[BookFile, int]] = {}
        coming = iter(files)
        try:
            self._schedule(waiting, islice(coming, self._workers * _AHEAD))
            while waiting:
                for future in wait(waiting, return_when=FIRST_COMPLETED).done:
                    file, tries = waiting.pop(future)
                    line = self._line_of(future, file, tries)
                    self._schedule(waiting, islice(coming, 1) if line is not None else [file], 1 if line is not None else tries + 1)
                    if line is not None:
                        yield file, line
        finally:
            if waiting:
                self.close(at_once=True)

    def close(self, *, at_once: bool = False) -> None:
        """The processes end; `at_once`: whatever they are at."""
        if self._pool is not None:
            end = self._pool.stop if at_once else self._pool.close
            end()  # type: ignore[no-untyped-call]
            self._pool.join()
            self._pool = None

    def _schedule(self, waiting: dict[Future[str], tuple[BookFile, int]], files: Iterable[BookFile], tries: int = 1) -> None:
        if self._pool is None:
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPool(self._workers, context=context, initializer=prepare_child, initargs=[self._asked.megabytes])
        for file in files:
            given = [file.path, file.name, self._asked, self._out]
            waiting[self._pool.schedule(examined, args=given, timeout=self._asked.seconds)] = (file, tries)

    def _line_of(self, future: Future[str], file: BookFile, tries: int) -> str | None:
        try:
            return future.result()
        except TimeoutError:
            return overstayed(file, self._asked)
        except BrokenProcessPool as error:
            raise CannotRead(
                "Không khởi chạy được tiến trình con nào để làm các sổ.",
                "Tăng --memory, hoặc khởi động lại máy rồi chạy lại đúng lệnh này; các sổ đã xong được giữ lại.",
            ) from error
        except ProcessExpired:
            return poisoned(file) if tries >= _TRIES else None


def examined(path: Path, name: str, asked: Asked, out: Path | None) -> str:
    """What a child does: the line as text, so that the coordinator only passes it on."""
    return as_text(examine(path, name, asked, out))


def overstayed(file: BookFile, asked: Asked) -> str:
    """The line of a workbook that took longer than it may."""
    reason = f"Quá {asked.seconds} giây chưa xong nên đã dừng sổ này."
    return as_text(failed({"workbook": file.name}, file.path, reason, "Mở sổ xem có sheet rất lớn không; hoặc tăng --seconds rồi chạy lại.", again=True))


def poisoned(file: BookFile) -> str:
    """The line of a workbook whose process died twice."""
    reason = "Chương trình con bị dừng hai lần khi làm sổ này."
    return as_text(failed({"workbook": file.name}, file.path, reason, "Mở sổ bằng Excel, lưu lại rồi chạy lại; nếu vẫn vậy, gửi sổ cho người bảo trì.", again=True))
