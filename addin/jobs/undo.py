"""`undo`: the workbook as it was before our last write, from its verified backup."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from addin.core.records import dataclass
from addin.hosts.closed.book import ClosedBook
from addin.hosts.closed.save.backup import backups_of
from addin.hosts.closed.save.saving import Undone
from addin.hosts.closed.save.saving import undo as undo_last
from addin.hosts.port import Stored
from addin.jobs.act import Act
from addin.jobs.logged import fingerprints, log_act
from addin.jobs.opening import open_book
from addin.jobs.outcome import Outcome
from addin.jobs.remaining import Remaining, compared


@dataclass(frozen=True, slots=True)
class UndoResult:
    """The write that was taken back, and the numbers it left in the register."""

    workbook: str
    undone: Undone
    remaining: tuple[Remaining, ...] = ()


def undo(book: Path, now: datetime) -> Outcome[UndoResult]:
    """Restore at once: undoing is its own confirmation, and what it replaces is backed up too."""
    undone = undo_last(book, now)
    logged = log_act(Act("undo", now, book), lambda _: fingerprints(_stored(undone)))
    left, remarks = compared(lambda: open_book(ClosedBook(book, now=now)).book, book.parent)
    undone = replace(undone, warnings=(*undone.warnings, *logged, *remarks))
    return Outcome(UndoResult(book.name, undone, left), is_done=True)


def _stored(undone: Undone) -> Stored | None:
    """By the record of the copy that was made of what is undone."""
    kept = next((one for one in backups_of(undone.path) if one.path == undone.kept), None)
    return Stored(kept.record.sha256_before, kept.record.sha256_after, kept.path.name, undone.dropped) if kept else None
