"""Reads a closed workbook: guard, then values, with what the reader of values loses put back.

`read_workbook` is the way in. Office Open XML packages of ordinary size are read here: the scan knows them
exactly. Whatever it cannot judge beforehand (old binary formats, OpenDocument, very large sheets) is read in a
child process that may die alone.
"""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from addin.core.records import dataclass
from addin.hosts.closed.guard.formats import why_not_written
from addin.hosts.closed.guard.stamped import refuse_stamped
from addin.hosts.closed.read.in_process import OpenedBook, ReadBook, open_book, read_here
from addin.hosts.closed.snapshot import Fingerprint, take_snapshot
from addin.hosts.file_findings import findings_of_file
from addin.hosts.file_formats import Format
from addin.hosts.owner import find_editor, refuse_owner_file

if TYPE_CHECKING:
    from pathlib import Path

    from addin.core.findings import Finding
    from addin.core.grids import Grid


@dataclass(frozen=True, slots=True)
class Workbook:
    """What was read. `writable` is None where squares may be written back, else the reason they may not.

    `content` is exactly the bytes read, for a writer to patch; `fingerprint` tells whether the file changed since.
    """

    path: Path
    format: Format
    grids: tuple[Grid, ...]
    noticed: tuple[Finding, ...]
    fingerprint: Fingerprint
    writable: str | None
    content: bytes = field(repr=False)


def read_workbook(path: Path) -> Workbook:
    """All sheets of a closed workbook; NotAWorkbook or CannotRead, with a way out, where that is impossible."""
    refuse_owner_file(path)
    snapshot = take_snapshot(path)
    book = open_book(snapshot.content, path.name)
    if book.package is not None:
        refuse_stamped(book.package, path.name)
    understood = _read(book)
    return Workbook(
        path,
        book.format,
        understood.grids,
        findings_of_file(
            path,
            book.format,
            understood.grids,
            find_editor(path),
            is_to_be_recalculated=understood.is_to_be_recalculated,
        ),
        snapshot.fingerprint,
        why_not_written(book.format, book.package),
        snapshot.content,
    )


def _read(book: OpenedBook) -> ReadBook:
    if book.is_safe_here:
        return read_here(book)
    from addin.hosts.closed.read.child import read_in_child  # noqa: PLC0415 -- subprocess and json only where needed

    return read_in_child(book)
