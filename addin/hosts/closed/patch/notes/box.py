"""Where the box of a note lies and how large it is: beside its square, large enough for its text.

A box is anchored to columns and rows, so its size depends on how wide those are on the sheet; hidden ones count
nothing. Sizes are in pixels of a usual screen, as Excel anchors them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from addin.core.records import dataclass
from addin.hosts.closed.patch.sheet_xml import LAST_COLUMN, LAST_ROW, SheetText
from addin.hosts.closed.patch.xml_text import attributes_of, is_true, tag_pattern

if TYPE_CHECKING:
    from collections.abc import Callable

_WIDTHS = (280, 460)
_HEIGHTS = (48, 420)
_LINE, _EDGE, _LETTER = 15, 14, 6.5
_BESIDE = 15
_COLUMN_PIXELS, _ROW_PIXELS = 64, 20
_FARTHEST = 300


@dataclass(frozen=True, slots=True)
class Box:
    """Width and height in pixels; `anchor` as VML has it: column, offset, row, offset, and the same of the end."""

    width: int
    height: int
    anchor: str


class Boxes:
    """The boxes of one sheet's notes."""

    def __init__(self, sheet: SheetText) -> None:
        self._columns = _columns(sheet)
        self._rows = _rows(sheet)
        self._row = _row_pixels(sheet)
        self._column = _column_pixels(sheet)

    def box(self, square: tuple[int, int], text: str) -> Box:
        """The box of one note, right of its square; where the sheet ends there, as far right as it goes."""
        width, height = size_of(text)
        row, column = square
        left = _span(column, width, self._column_at, LAST_COLUMN - 1)
        top = _span(max(row - 2, 0), height, self._row_at, LAST_ROW - 1)
        numbers = (left[0], left[1], top[0], top[1], left[2], left[3], top[2], top[3])
        return Box(width, height, ", ".join(map(str, numbers)))

    def _column_at(self, index: int) -> int:
        return next((pixels for first, last, pixels in self._columns if first <= index + 1 <= last), self._column)

    def _row_at(self, index: int) -> int:
        return self._rows.get(index + 1, self._row)


def size_of(text: str) -> tuple[int, int]:
    """Width and height for a text: a long one gets a wider box before it gets a taller one."""
    for width in _WIDTHS:
        line_length = int((width - _EDGE) / _LETTER)
        count = sum(max(-(-len(line) // line_length), 1) for line in text.split("\n"))
        height = (count + 1) * _LINE + _EDGE
        if height <= _HEIGHTS[1] // 2:
            break
    return width, min(max(height, _HEIGHTS[0]), _HEIGHTS[1])


def _span(first: int, size: int, extent_of: Callable[[int], int], last: int) -> tuple[int, int, int, int]:
    """First index and offset, last index and offset of `size` pixels from `first` on, or as near as the sheet allows."""
    first = min(first, last)
    offset = min(_BESIDE, max(extent_of(first) - 1, 0))
    index, left = first, offset + size
    end = min(first + _FARTHEST, last)
    while index < end and left >= extent_of(index):
        left -= extent_of(index)
        index += 1
    if left < max(extent_of(index), 1):
        return first, offset, index, left
    index, left = first, size
    while index > 0 and left > 0:
        index -= 1
        left -= extent_of(index)
    return index, max(-left, 0), first, 0


def _columns(sheet: SheetText) -> list[tuple[int, int, int]]:
    found = []
    for tag in tag_pattern(f"{sheet.prefix}col").finditer(sheet.xml.shadow, 0, sheet.data_start):
        attributes = attributes_of(tag[1])
        width = _number(attributes.get("width"), _COLUMN_PIXELS / 7)
        pixels = 0 if is_true(attributes.get("hidden")) else int(width * 7 + 0.5)
        found.append((int(_number(attributes.get("min"), 0)), int(_number(attributes.get("max"), 0)), pixels))
    return found


def _rows(sheet: SheetText) -> dict[int, int]:
    found = {}
    for row in sheet.rows:
        if "ht" not in row.attributes and "hidden" not in row.attributes:
            continue
        attributes = attributes_of(row.attributes)
        height = _number(attributes.get("ht"), _ROW_PIXELS * 0.75)
        found[row.number] = 0 if is_true(attributes.get("hidden")) else _pixels(height)
    return found


def _row_pixels(sheet: SheetText) -> int:
    form = _form(sheet)
    return 0 if is_true(form.get("zeroHeight")) else _pixels(_number(form.get("defaultRowHeight"), _ROW_PIXELS * 0.75))


def _column_pixels(sheet: SheetText) -> int:
    width = _form(sheet).get("defaultColWidth")
    return int(_number(width, _COLUMN_PIXELS / 7) * 7 + 0.5)


def _form(sheet: SheetText) -> dict[str, str]:
    tag = tag_pattern(f"{sheet.prefix}sheetFormatPr").search(sheet.xml.shadow, 0, sheet.data_start)
    return attributes_of(tag[1]) if tag else {}


def _pixels(points: float) -> int:
    return int(points / 0.75 + 0.5)


def _number(text: str | None, otherwise: float) -> float:
    try:
        return float(text) if text else otherwise
    except ValueError:
        return otherwise
