"""The words a square's drop-down list offers in the live workbook, asked before something is written into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from addin.hosts.excel.calls import unless_refused
from addin.hosts.excel.reaching import found_sheet, rows_of, square_at
from addin.hosts.excel.values import raw_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from addin.core.places import Place
    from addin.hosts.excel.calls import Calls

_LIST = 3
_MOST_WORDS = 5_000


def drop_down_of(book: Calls, place: Place) -> tuple[str, ...]:
    """The words of the list; none where the square has none, or one that only Excel can work out."""
    sheet = found_sheet(book, place.sheet)
    if sheet is None:
        return ()
    rule = square_at(sheet, place.row, place.column).get("Validation")
    return unless_refused(lambda: _words(sheet, rule), ())  # Excel says so where the square has no rule


def _words(sheet: Calls, rule: Calls) -> tuple[str, ...]:
    shown = str(rule.get("Formula1")) if rule.get("Type") == _LIST else ""
    if not shown.startswith("="):
        return _written(shown)
    area = sheet.get("Evaluate", shown)
    if not hasattr(area, "get") or area.get("Count") > _MOST_WORDS:  # a formula gives an error value, or words Excel made up
        return ()
    return tuple(_standing(rows_of(area)))


def _written(words: str) -> tuple[str, ...]:
    """Words that stand in the rule itself, parted by the sign that Windows of this country parts lists with."""
    return tuple(word for part in words.split(";" if ";" in words else ",") if (word := part.strip()))


def _standing(rows: Iterable[Iterable[object]]) -> Iterator[str]:
    """The words of a range."""
    for row in rows:
        for value in row:
            raw = raw_of(value)
            if raw is not None:
                yield f"{raw:g}" if isinstance(raw, float) else str(raw)
