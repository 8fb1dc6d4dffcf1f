"""`undo`: the workbook as it was before our last write, from its verified backup."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from addin.core.records import dataclass
from addin.hosts.closed.save.saving import Undone
from addin.hosts.closed.save.saving import undo as undo_last
from addin.jobs.outcome import Outcome


@dataclass(frozen=True, slots=True)
class UndoResult:
    """The write that was taken back."""

    workbook: str
    undone: Undone


def undo(book: Path, now: datetime) -> Outcome[UndoResult]:
    """Restore at once: undoing is its own confirmation, and what it replaces is backed up too."""
    return Outcome(UndoResult(book.name, undo_last(book, now)))
