"""The seal of a year's rows: what a frozen year is compared with afterwards, and where it differs.

A table is sealed by the sorted non-blank `key=value` pairs of its rows, over the columns the sheet had that day, so a
column that comes later never breaks a seal. Beside the digest stands one line a row: four signs for who the row is
about, then one sign a column (`.` blank, `?` could not be read that day), by which a change is found again. It holds
no value and no name. `proposed_*` is ours to rewrite and never sealed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from addin.core.dates import PartialDate
from addin.core.places import Place
from addin.core.records import dataclass
from addin.core.tables.rows.book import ROW_TYPES, Book
from addin.core.tables.rows.columns import Row, columns_of
from addin.patterns import pattern

VERSION = 1
SEALED = ("ratings", "ballot_counts", "tallies", "cell_years")
BLANK, UNREAD = ".", "?"
_OURS = "proposed_"
_SIGNS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_WHO = 4
_MOST_SIGNS = 24_000
_LEFT_OUT = "*"
_TABLE = pattern(r"(?P<table>[a-z_]+) (?P<digest>[0-9a-f]{16}) \((?P<keys>[a-z0-9_ ]*)\)(?P<rows>(?: [0-9A-Za-z.?*]+)*)")


@dataclass(frozen=True, slots=True)
class TableSeal:
    """`rows` is None where a table was too long to keep a line a row."""

    table: str
    digest: str
    keys: tuple[str, ...]
    rows: tuple[str, ...] | None

    @property
    def text(self) -> str:
        """As it stands in the setting."""
        rows = (_LEFT_OUT,) if self.rows is None else self.rows
        return " ".join((self.table, self.digest, f"({' '.join(self.keys)})", *rows))


@dataclass(frozen=True, slots=True)
class Seal:
    """Every table the workbook had on the day, with or without rows of the year."""

    tables: tuple[TableSeal, ...]

    @property
    def text(self) -> str:
        """`ratings 1a2b… (year member …) k3Hsab.c …`, tables parted by `|`."""
        return " | ".join(table.text for table in self.tables)

    @property
    def digest(self) -> str:
        """16 hex digits over all of it."""
        return _hex(self.text)


def parse_seal(text: str) -> Seal | None:
    """The seal as written; None where somebody's hand was in it."""
    found = [_TABLE.fullmatch(part) for part in text.split(" | ")] if text else []
    tables = []
    for match in found:
        if match is None or match["table"] not in ROW_TYPES:
            return None
        rows = tuple(match["rows"].split())
        keys = tuple(match["keys"].split())
        tables.append(TableSeal(match["table"], match["digest"], keys, None if rows == (_LEFT_OUT,) else rows))
    return Seal(tuple(tables))


def seal_of(book: Book, year: int) -> Seal:
    """The year as it stands now; the order and place of rows do not matter."""
    sheets = [SealedRows(book, year, table) for table in SEALED if book.has_table(table)]
    is_long = sum(len(sheet.rows) * (len(sheet.keys) + _WHO) for sheet in sheets) > _MOST_SIGNS
    return Seal(tuple(sheet.seal(is_long=is_long) for sheet in sheets))


class SealedRows:
    """The rows of a year in one table, seen through the columns that were sealed (else those the sheet has)."""

    def __init__(self, book: Book, year: int, table: str, keys: Sequence[str] | None = None) -> None:
        self.table = table
        self.rows: tuple[Row, ...] = tuple(row for row in book.rows(table) if getattr(row, "year", None) == year)
        self.known = {column.key: column for column in columns_of(ROW_TYPES[table])}
        self.keys = tuple(key for key in self.known if self._is_there(book, key)) if keys is None else tuple(keys)
        self._unread = frozenset(found.place for found in book.unreadable)

    def _is_there(self, book: Book, key: str) -> bool:
        tables = (found for found in book.layout if found.table == self.table)
        return not key.startswith(_OURS) and any(key in found.columns for found in tables)

    def seal(self, *, is_long: bool) -> TableSeal:
        """What is kept of them."""
        rows = None if is_long else tuple(sorted(map(self.line, self.rows)))
        return TableSeal(self.table, self.digest(), self.keys, rows)

    def digest(self, without: Iterable[Place] = ()) -> str:
        """16 hex digits over the pairs of every row, those of some squares left out."""
        left_out = frozenset(without)
        return _hex("\n".join(sorted("|".join(self._pairs(row, left_out)) for row in self.rows)))

    def _pairs(self, row: Row, left_out: frozenset[Place]) -> Iterator[str]:
        for key in sorted(self.keys):
            text = self.text(row, key)
            if text and row.place(key) not in left_out:
                yield f"{key}={text}"

    def line(self, row: Row) -> str:
        """Who the row is about, then a sign a column."""
        who = "|".join(self.text(row, key) for key, column in self.known.items() if column.required)
        return _signs(who, _WHO) + "".join(self._sign(row, key) for key in self.keys)

    def _sign(self, row: Row, key: str) -> str:
        text = self.text(row, key)
        if text:
            return _signs(f"{key}={text}", 1)
        return UNREAD if row.place(key) in self._unread else BLANK

    def text(self, row: Row, key: str) -> str:
        """A value as it is sealed; blank too where the program no longer knows the column."""
        column = self.known.get(key)
        return _text(getattr(row, column.field)) if column else ""

    def unsealed(self) -> Iterator[Place]:
        """Squares with a value in columns that are no part of the seal."""
        for key in self.known.keys() - set(self.keys):
            if not key.startswith(_OURS):
                yield from (row.place(key) for row in self.rows if self.text(row, key))


def paired(lines: Mapping[int, str], sealed: Sequence[str]) -> tuple[dict[int, str], tuple[str, ...]]:
    """Which sealed line each line now is, by its number, equal ones left out; and the sealed lines nothing is left of."""
    left, now = list(sealed), dict(lines)
    for number, line in lines.items():
        if line in left:
            left.remove(line)
            del now[number]
    pairs = {}
    for number, line in now.items():
        alike = [one for one in left if one[:_WHO] == line[:_WHO] and len(one) == len(line)]
        if alike:
            pairs[number] = max(alike, key=lambda one: sum(map(str.__eq__, one, line)))
            left.remove(pairs[number])
    return {number: pairs.get(number, "") for number in now}, tuple(left)


def differing(line: str, sealed: str, keys: Sequence[str]) -> Iterator[tuple[str, str]]:
    """(key, sign that was sealed) of every column in which two lines differ."""
    for key, now, before in zip(keys, line[_WHO:], sealed[_WHO:], strict=True):
        if now != before:
            yield key, before


def _hex(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _signs(text: str, count: int) -> str:
    number, signs = int(hashlib.sha256(text.encode()).hexdigest(), 16), ""
    for _ in range(count):
        number, rest = divmod(number, len(_SIGNS))
        signs += _SIGNS[rest]
    return signs


def _text(value: object) -> str:
    """Written the same whatever way it was read: 0.80 is 0.8."""
    if isinstance(value, PartialDate):
        return value.iso
    if isinstance(value, tuple):
        return ";".join(str(item) for item in value)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return "" if value is None else str(value)
