"""`undo`: the workbook as it was before our last write, from its verified backup."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from addin.hosts.closed.save.saving import undo as undo_last
from addin.jobs.outcome import Outcome, Told


def undo(book: Path, now: datetime) -> Outcome[Told]:
    """Restore at once: undoing is its own confirmation, and what it replaces is backed up too."""
    result = undo_last(book, now)
    return Outcome(Told({"workbook": book.name, "message": result.message}, (result.message,)))
