"""What became of a frozen year: squares, rows and columns that are no longer what was sealed.

A square that could not be read when the year was sealed, or stands in a column the seal does not know, is no change:
it is only not sealed yet.
"""

from __future__ import annotations

from addin.core.places import Place
from addin.core.records import dataclass
from addin.core.tables.freezing.seal import SEALED, UNREAD, Seal, SealedRows, TableSeal, differing, paired
from addin.core.tables.rows.book import Book


@dataclass(frozen=True, slots=True)
class Changes:
    """Where the year differs; `unsealed` and `is_retired` only ask to freeze again.

    `removed` counts rows by table, `lost` are (table, column) the sheet no longer has, `somewhere` are tables that
    differ where no line tells it.
    """

    squares: tuple[Place, ...] = ()
    added: tuple[Place, ...] = ()
    removed: tuple[tuple[str, int], ...] = ()
    lost: tuple[tuple[str, str], ...] = ()
    somewhere: tuple[str, ...] = ()
    unsealed: tuple[Place, ...] = ()
    is_retired: bool = False

    @property
    def is_edited(self) -> bool:
        """Whether anything that was sealed is different."""
        return bool(self.squares or self.added or self.removed or self.lost or self.somewhere)

    @property
    def is_outdated(self) -> bool:
        """Whether all that was sealed stands, but not all is sealed."""
        return not self.is_edited and (bool(self.unsealed) or self.is_retired)

    def __add__(self, other: Changes) -> Changes:
        """Those of two tables."""
        return Changes(
            self.squares + other.squares,
            self.added + other.added,
            self.removed + other.removed,
            self.lost + other.lost,
            self.somewhere + other.somewhere,
            self.unsealed + other.unsealed,
            self.is_retired or other.is_retired,
        )


def changes_of(book: Book, year: int, seal: Seal) -> Changes:
    """The year now against its seal, table by table; a table the seal does not name was not read that day."""
    found = Changes()
    for one in seal.tables:
        found += _changes(SealedRows(book, year, one.table, one.keys), one)
    for table in SEALED:
        if all(one.table != table for one in seal.tables):
            found += Changes(unsealed=tuple(row.place() for row in SealedRows(book, year, table).rows))
    return found


def _changes(now: SealedRows, seal: TableSeal) -> Changes:
    later = Changes(unsealed=tuple(sorted(now.unsealed())), is_retired=not set(seal.keys) <= now.known.keys())
    if now.digest() == seal.digest:
        return later
    if seal.rows is None:
        return later + Changes(somewhere=(seal.table,))
    found = _located(now, seal, seal.rows)
    if not found.is_edited and not later.is_retired and now.digest(found.unsealed) != seal.digest:
        found += Changes(somewhere=(seal.table,))
    return later + found


def _located(now: SealedRows, seal: TableSeal, sealed: tuple[str, ...]) -> Changes:
    lines, left = paired({number: now.line(row) for number, row in enumerate(now.rows)}, sealed)
    lost = {key for key in seal.keys if key in now.known and not any(row.has(key) for row in now.rows)} if now.rows else set()
    squares: list[Place] = []
    unsealed: list[Place] = []
    gone: set[str] = set()
    for number, before in lines.items():
        row = now.rows[number]
        for key, sign in differing(now.line(row), before, seal.keys) if before else ():
            if key in lost:
                gone.add(key)
            elif key in now.known:
                (unsealed if sign == UNREAD else squares).append(row.place(key))
    return Changes(
        squares=tuple(sorted(squares)),
        added=tuple(now.rows[number].place() for number, before in lines.items() if not before),
        removed=((seal.table, len(left)),) if left else (),
        lost=tuple((seal.table, key) for key in seal.keys if key in gone),
        unsealed=tuple(sorted(unsealed)),
    )
