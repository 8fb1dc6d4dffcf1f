"""A frozen year (F65): sealed in "Thiết lập" with its rules and a digest of its rows, so later edits show.

One setting a year: Mục `Khoá năm 2020`, Giá trị `2021-01-15; quy định 21-HD/BTCTW; dấu 1a2b…; lý do …`. A frozen
year keeps what was decided: nothing recomputes it silently.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from datetime import date

from addin.core.dates import PartialDate
from addin.core.places import Place
from addin.core.records import dataclass
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.columns import Row, columns_of
from addin.patterns import pattern

_NAME = pattern(r"Khoá năm (\d{4})")
_VALUE = pattern(
    r"(?P<on>\d{4}-\d{2}-\d{2}); quy định (?P<rules>.*?); dấu (?P<digest>[0-9a-f]{16}); lý do (?P<reason>.*)", re.DOTALL
)
_SEALED = ("ratings", "ballot_counts", "tallies", "cell_years")


@dataclass(frozen=True, slots=True)
class FrozenYear:
    """`digest` is that of the year's rows on the day it was frozen."""

    year: int
    on: date
    rules: str
    digest: str
    reason: str
    place: Place | None = None

    @property
    def setting(self) -> tuple[str, str]:
        """(Mục, Giá trị) as written."""
        value = f"{self.on.isoformat()}; quy định {self.rules}; dấu {self.digest}; lý do {self.reason}"
        return f"Khoá năm {self.year}", value


def frozen_years(book: Book) -> dict[int, FrozenYear]:
    """Every year the settings say is frozen."""
    return {frozen.year: frozen for frozen in _read(book)}


def _read(book: Book) -> Iterator[FrozenYear]:
    for name, (text, place) in book.settings.other.items():
        title, value = _NAME.fullmatch(name), _VALUE.fullmatch(text)
        if title and value:
            on = date.fromisoformat(value["on"])
            yield FrozenYear(int(title[1]), on, value["rules"], value["digest"], value["reason"], place)


def digest_of(book: Book, year: int) -> str:
    """16 hex digits over the values of the year's rows; their order and place do not matter."""
    lines = sorted(
        f"{table}|{_values(row)}"
        for table in _SEALED
        for row in book.rows(table)
        if getattr(row, "year", None) == year
    )
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]


def _values(row: Row) -> str:
    return "|".join(_text(getattr(row, column.field)) for column in columns_of(type(row)))


def _text(value: object) -> str:
    if isinstance(value, PartialDate):
        return value.iso
    if isinstance(value, tuple):
        return ";".join(str(item) for item in value)
    return "" if value is None else str(value)
