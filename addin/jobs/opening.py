"""From a host to what jobs work on: the book, its name, and what was noticed while reading."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from addin.core.findings import Finding, sort_findings
from addin.core.grids import Grid
from addin.core.persons.reading import Reading
from addin.core.records import dataclass
from addin.core.tables.reading import read_book
from addin.core.tables.rows.book import Book
from addin.core.tables.squares.faults import HIDDEN_SHEET
from addin.core.tables.vocabulary import Vocabulary
from addin.errors import MissingTable
from addin.glossary import sheet_name
from addin.hosts.port import Host
from addin.jobs.secrecy import refuse_stamped_heads
from addin.jobs.whole_roll import require_whole_roll


@dataclass(frozen=True, slots=True)
class Opened:
    """A workbook as read: nothing in it changes afterwards. Every job asks its questions of `reading`."""

    name: str
    reading: Reading
    noticed: tuple[Finding, ...] = ()

    @property
    def book(self) -> Book:
        """Its rows and settings."""
        return self.reading.book

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything noticed while reading, file and sheets."""
        return sort_findings([*self.noticed, *self.book.unreadable])

    def require(self, table: str) -> None:
        """MissingTable where the job cannot do without a sheet that is not there; RollNotWhole where the members were read in part."""
        if not self.book.has_table(table):
            name = sheet_name(table)
            raise MissingTable(
                f"Sổ “{self.name}” chưa có bảng “{name}”.",
                f"Thêm sheet “{name}”, hoặc nhận diện sổ (nút “Nhận diện sổ”, lệnh “sochibo adopt”) để chỉ sheet đang dùng.",
                by_button=f"Thêm sheet “{name}”, hoặc bấm nút “Nhận diện sổ” để chỉ sheet đang dùng.",
            )
        if table == "members":
            require_whole_roll(self.reading)


def open_book(host: Host) -> Opened:
    """Read everything once."""
    grids = host.grids()
    return opened_as(host, grids, read_book(grids), host.noticed())


def book_at(path: Path) -> Book:
    """Another workbook's rows, to look something up; CannotRead where it cannot be read."""
    from addin.hosts.closed.book import ClosedBook  # noqa: PLC0415 - hosts are handed in; this one nobody has at hand

    return open_book(ClosedBook(path, now=datetime.min)).book  # noqa: DTZ901 - nothing is written


def opened_as(host: Host, grids: Sequence[Grid], book: Book, noticed: Sequence[Finding]) -> Opened:
    """What was read, with the host to ask for drop-down lists.

    A hidden sheet that holds no table (a list behind a drop-down, say) is not worth a word. Secret where a sheet's head is stamped.
    """
    refuse_stamped_heads(host.name, grids, book.layout)
    tables = {found.sheet for found in book.layout}
    heard = tuple(found for found in noticed if found.rule != HIDDEN_SHEET.code or found.place.sheet in tables)
    return Opened(host.name, Reading(book, Vocabulary(book.layout, grids, host.drop_down)), heard)
