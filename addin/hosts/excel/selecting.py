"""What a person selected in the workbook, and putting the cursor on a square."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from addin.core.grids import Range
from addin.core.places import Place, column_number
from addin.errors import CannotRead
from addin.hosts.excel.areas import uniform
from addin.hosts.excel.reading import block
from addin.hosts.excel.refusing import LAST_ROW
from addin.hosts.live import Selected

if TYPE_CHECKING:
    from collections.abc import Iterator

    import xlwings

_AREA = re.compile(r"\$?([A-Z]*)\$?(\d*)(?::\$?([A-Z]*)\$?(\d*))?")


def selected_in(book: xlwings.Book) -> Selected | None:
    """The visible rows of the selection, all its areas; None where another workbook or a drawing is selected."""
    selection = book.app.selection
    if selection is None or selection.sheet.book.name != book.name:
        return None
    sheet = selection.sheet
    used = sheet.used_range
    last = used.row + used.shape[0] - 1
    rows = sorted({row for area in _areas(selection.address) for row in _visible_rows(sheet, area, last)})
    return Selected(sheet.name, tuple(rows), Place(sheet.name, selection.row, selection.column))


def _areas(address: str) -> Iterator[Range]:
    """`$A$3:$C$5,$A$9`, `$4:$6`, `$B:$B`: a whole row or column has no letters or no number."""
    for text in address.rpartition("!")[2].split(","):
        found = _AREA.fullmatch(text.strip())
        if found:
            first_column, first_row, last_column, last_row = found.groups()
            yield Range(
                int(first_row or 1),
                column_number(first_column) or 1,
                int(last_row or first_row or LAST_ROW),
                column_number(last_column or first_column) or 1,
            )


def _visible_rows(sheet: xlwings.Sheet, area: Range, last: int) -> Iterator[int]:
    """A filter hides rows between selected ones: what nobody sees was not meant."""
    if area.first_row > last:
        return
    strip = Range(area.first_row, 1, min(area.last_row, last), 1)
    for part, is_hidden in uniform(strip, lambda asked: block(sheet, asked).api.EntireRow.Hidden, by_rows_only=True):
        if not is_hidden:
            yield from range(part.first_row, part.last_row + 1)


def show_square(book: xlwings.Book, place: Place) -> None:
    """Bring the sheet forward and select the square; a hidden sheet is named, not shown."""
    sheet = book.sheets[place.sheet]
    if sheet.visible not in (True, -1):
        raise CannotRead(f"Sheet «{place.sheet}» đang ẩn nên không đến ô {place.cell} được.", "Bỏ ẩn sheet rồi bấm lại nút.")
    book.activate()
    sheet.activate()
    sheet.range((max(place.row, 1), max(place.column, 1))).select()
