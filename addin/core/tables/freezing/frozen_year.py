"""One setting a frozen year: Mục `Khoá năm 2020`, Giá trị `2021-01-15; quy định 21-HD/BTCTW; lý do …; dấu 1: …`.

A frozen year keeps what was decided: nothing recomputes it silently.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from addin.core.places import Place
from addin.core.records import dataclass
from addin.core.tables.freezing.seal import VERSION, Seal, parse_seal
from addin.core.tables.rows.book import Book
from addin.patterns import pattern

_NAME = pattern(r"Khoá năm (\d{4})")
_VALUE = pattern(
    r"(?P<on>\d{4}-\d{2}-\d{2}); quy định (?P<rules>.*?); lý do (?P<reason>.*); dấu (?P<version>\d+):(?P<seal>.*)", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class FrozenYear:
    """`seal` is that of the year's rows on the day; None where it cannot be read, by us (`version`) or at all."""

    year: int
    on: date
    rules: str
    seal: Seal | None
    reason: str
    place: Place | None = None
    version: int = VERSION

    @property
    def setting(self) -> tuple[str, str]:
        """(Mục, Giá trị) as written: words first, the seal behind them."""
        seal = self.seal.text if self.seal else ""
        words = f"{self.on.isoformat()}; quy định {self.rules}; lý do {self.reason}; dấu {self.version}: {seal}"
        return setting_name(self.year), words


def setting_name(year: int) -> str:
    """The Mục a frozen year stands under."""
    return f"Khoá năm {year}"


def frozen_years(book: Book) -> dict[int, FrozenYear]:
    """Every year the settings say is frozen."""
    return {frozen.year: frozen for frozen in _read(book)}


def _read(book: Book) -> Iterator[FrozenYear]:
    for name, (text, place) in book.settings.other.items():
        title, value = _NAME.fullmatch(name), _VALUE.fullmatch(text)
        if title and value:
            on, version = date.fromisoformat(value["on"]), int(value["version"])
            seal = parse_seal(value["seal"].strip()) if version == VERSION else None
            yield FrozenYear(int(title[1]), on, value["rules"], seal, value["reason"], place, version)
