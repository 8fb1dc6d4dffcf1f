"""What a person selected in the workbook, and putting the cursor on a square."""

from __future__ import annotations

from typing import TYPE_CHECKING

from addin.core.grids import Range
from addin.core.places import Place
from addin.errors import CannotRead
from addin.hosts.excel.areas import areas_at, uniform
from addin.hosts.excel.reading import block
from addin.hosts.live import Selected

if TYPE_CHECKING:
    from collections.abc import Iterator

    import xlwings


def selected_in(book: xlwings.Book) -> Selected | None:
    """The visible rows of the selection, all its areas; None where another workbook or a drawing is selected."""
    selection = book.app.selection
    if selection is None or selection.sheet.book.name != book.name:
        return None
    sheet, areas = selection.sheet, list(areas_at(selection.address))
    last = max(used.last_row for used in areas_at(sheet.used_range.address))
    rows = sorted({row for area in areas for row in _visible_rows(sheet, area, last)})
    return Selected(sheet.name, tuple(rows), Place(sheet.name, areas[0].first_row, areas[0].first_column))


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
    book.api.Activate()
    sheet.api.Activate()
    sheet.range(Place(place.sheet, max(place.row, 1), max(place.column, 1)).cell).api.Select()
