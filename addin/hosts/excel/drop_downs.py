"""The words a square's drop-down list offers in the live workbook, asked before something is written into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from addin.hosts.excel.faults import engine_errors
from addin.hosts.excel.own_sheets import found_sheet
from addin.hosts.excel.reading import square
from addin.hosts.excel.values import raw_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    import xlwings

    from addin.core.places import Place

_LIST = 3
_MOST_WORDS = 5_000


def drop_down_of(book: xlwings.Book, place: Place) -> tuple[str, ...]:
    """The words of the list; none where the square has none, or one that only Excel can work out."""
    sheet = found_sheet(book, place.sheet)
    if sheet is None:
        return ()
    try:
        rule = square(sheet, place.row, place.column).api.Validation
        shown = str(rule.Formula1) if rule.Type == _LIST else ""
        if not shown.startswith("="):
            return _written(shown)
        area = sheet.api.Evaluate(shown)
        if not hasattr(area, "Count") or area.Count > _MOST_WORDS:  # a formula gives an error value, or words Excel made up
            return ()
        return tuple(_standing(area.Value))
    except engine_errors():  # Excel says so where the square has no rule
        return ()


def _written(words: str) -> tuple[str, ...]:
    """Words that stand in the rule itself, parted by the sign that Windows of this country parts lists with."""
    return tuple(word for part in words.split(";" if ";" in words else ",") if (word := part.strip()))


def _standing(values: object) -> Iterator[str]:
    """The words of a range; Excel hands a single square over bare."""
    for row in values if isinstance(values, tuple | list) else ((values,),):
        for value in row:
            raw = raw_of(value)
            if raw is not None:
                yield f"{raw:g}" if isinstance(raw, float) else str(raw)
