"""`archive`: what must be kept of a year, where it lies, for how long, whether its file is still the one issued, what is missing (F52–F54)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path

from addin.core.records import dataclass
from addin.core.summaries.records.archive import ArchiveLine, ArchiveState, ArchiveYear, archive_year
from addin.hosts.folders import PAPERS
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
    """The list of the year; `only_missing` where no more was asked for."""

    workbook: str
    on: date
    year: ArchiveYear
    papers: tuple[Kept, ...]
    only_missing: bool = False


def archive(opened: Opened, on: date, home: Path, year: int | None = None, *, only_missing: bool = False) -> Outcome[ArchiveResult]:
    """The year, this one by default; files are looked for beside the workbook and below. Nothing is changed, nothing is ever destroyed."""
    opened.require("members")
    record = archive_year(opened.reading, year or on.year, on)
    drawer, folder = Drawer(home), opened.book.settings.output_folder or PAPERS
    papers = tuple(Kept(line, _file_state(drawer, line, folder)) for line in record.lines)
    if only_missing:
        papers = tuple(one for one in papers if one.line.state in (ArchiveState.MISSING, ArchiveState.NOTED) or one.file_state in (FileState.CHANGED, FileState.GONE))
    return Outcome(ArchiveResult(opened.name, on, record, papers, only_missing))


def _file_state(drawer: Drawer, line: ArchiveLine, folder: str) -> FileState:
    if not line.file:
        return FileState.NONE
    places = drawer.named(Issued(line.file, folder, line.fingerprint or ""))
    if not places:
        return FileState.GONE
    if not line.fingerprint:
        return FileState.UNPROVEN
    return FileState.SAME if any(drawer.fingerprint(place) == line.fingerprint for place in places) else FileState.CHANGED
