"""All workbooks of a folder, one after the other, as read: for a search."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date as Day  # noqa: N812 - a day, not a moment
from datetime import datetime, time
from pathlib import Path

from addin.batch.files import find_books
from addin.core.persons.reading import Reading
from addin.errors import SochiboError
from addin.hosts.closed.book import ClosedBook
from addin.jobs.opening import open_book
from addin.output.progress import progress


def books_in(source: Path, on: Day, *, quiet: bool) -> Iterator[tuple[str, Reading | str]]:
    """The name of each with what was read, or the reason why it was not."""
    files = find_books(source).files
    with progress("Đang tìm", len(files), quiet=quiet) as tell:
        for file in files:
            try:
                yield file.name, open_book(ClosedBook(file.path, now=datetime.combine(on, time()))).reading
            except SochiboError as error:
                yield file.name, error.message
            tell(file.name)
