"""`archive`: what must be kept of a year, where it lies, for how long, whether its file is still the one issued, what is missing (F52–F54)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path

from addin.core.records import dataclass
from addin.core.summaries.records.archive import ArchiveLine, ArchiveState, ArchiveYear, archive_year, kept
from addin.hosts.folders import PAPERS
from addin.jobs.filing.owed import owed
from addin.jobs.opening import Opened
from addin.jobs.outcome import Outcome
from addin.jobs.verifying.papers import Drawer, Issued


class FileState(StrEnum):
    """Whether the file Văn bản names is there and unchanged."""

    NONE = "none"
    SAME = "same"
    CHANGED = "changed"
    GONE = "gone"
    UNPROVEN = "no_fingerprint"


@dataclass(frozen=True, slots=True)
class Kept:
    """One paper of the list with the state of its file."""

    line: ArchiveLine
    file_state: FileState


@dataclass(frozen=True, slots=True)
class ArchiveResult:
    """The year's papers, then case by case; `papers` are those asked for, `everything` all that must be kept."""

    workbook: str
    on: date
    year: ArchiveYear
    everything: tuple[Kept, ...]
    papers: tuple[Kept, ...]

    def count(self, state: ArchiveState) -> int:
        """How many papers stand so."""
        return sum(one.line.state is state for one in self.everything)


def archive(
    opened: Opened, on: date, home: Path, folders: tuple[Path, ...], year: int | None = None, *, only_missing: bool = False
) -> Outcome[ArchiveResult]:
    """The year, this one by default; files are looked for in `folders`, and those the register names below `home` too. Nothing is changed."""
    opened.require("members")
    record = archive_year(opened.reading, year or on.year, on)
    lines = [*record.lines, *(kept(line, record.retention) for line in owed(opened.reading, record.year, on, folders))]
    drawer, folder = Drawer(home), opened.book.settings.output_folder or PAPERS
    everything = tuple(Kept(line, _file_state(drawer, line, folder)) for line in lines)
    return Outcome(ArchiveResult(opened.name, on, record, everything, tuple(filter(_is_amiss, everything)) if only_missing else everything))


def _is_amiss(one: Kept) -> bool:
    is_lacking = one.line.state in (ArchiveState.MISSING, ArchiveState.NOTED)
    return is_lacking or one.file_state in (FileState.CHANGED, FileState.GONE)


def _file_state(drawer: Drawer, line: ArchiveLine, folder: str) -> FileState:
    if not line.file:
        return FileState.NONE
    places = drawer.named(Issued(line.file, folder, line.fingerprint or ""))
    if not places:
        return FileState.GONE
    if not line.fingerprint:
        return FileState.UNPROVEN
    return FileState.SAME if any(drawer.fingerprint(place) == line.fingerprint for place in places) else FileState.CHANGED
