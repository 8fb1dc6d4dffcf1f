"""`unlock`: whose owner files lie beside a workbook, and taking those away that a machine left when it stopped."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from addin.core.records import dataclass
from addin.errors import CannotRead
from addin.hosts.closed.save.unlocking import Lock, locks_of, take_away
from addin.hosts.log.lines import Fields
from addin.hosts.owner import refuse_owner_file
from addin.jobs.act import Act
from addin.jobs.logged import log_act
from addin.jobs.outcome import Outcome


@dataclass(frozen=True, slots=True)
class UnlockResult:
    """The owner files, and whether they were taken away."""

    workbook: str
    locks: tuple[Lock, ...]
    taken: bool = False


def look(book: Path) -> Outcome[UnlockResult]:
    """What lies there now; the workbook itself is not read, so one that cannot be read is unlocked all the same."""
    refuse_owner_file(book)
    if not book.is_file():
        raise CannotRead(f"Không thấy tệp «{book.name}».", "Kiểm tra lại tên tệp và thư mục rồi chạy lại.")
    return Outcome(UnlockResult(book.name, locks_of(book)))


def unlock(book: Path, shown: UnlockResult, now: datetime) -> Outcome[UnlockResult]:
    """Take away exactly what was shown; at the first that somebody is at work behind, nothing more is touched."""
    for lock in sorted(shown.locks, key=lambda lock: not lock.why_kept):
        take_away(book, lock, now)
    if shown.locks:
        log_act(Act("unlock", now, book), lambda _: {"locks": [_told(lock) for lock in shown.locks]})
    return Outcome(UnlockResult(shown.workbook, shown.locks, taken=bool(shown.locks)))


def _told(lock: Lock) -> Fields:
    """Without the owner's name, which stands in the log of unlocking alone."""
    editor = lock.editor
    return {"file": editor.owner_file.name, "program": editor.program, "machine": editor.machine}
