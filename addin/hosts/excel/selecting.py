"""What a person selected in the workbook, and putting the cursor on a square."""

from __future__ import annotations

from typing import TYPE_CHECKING

from addin.core.grids import Range
from addin.core.places import Place
from addin.errors import CannotRead
from addin.hosts.excel.areas import areas_at
from addin.hosts.excel.calls import each, unless_refused
from addin.hosts.excel.reaching import square_at
from addin.hosts.excel.seen import hidden_rows
from addin.hosts.live import Selected

if TYPE_CHECKING:
    from collections.abc import Iterator

    from addin.hosts.excel.calls import Calls


def selected_in(book: Calls) -> Selected | None:
    """The visible rows of the selection, all its areas; None where another workbook or a drawing is selected.

    Area by area: the address of all of them ends without a word after 255 characters.
    """
    selection = book.get("Application").get("Selection")
    chosen: Calls | None = unless_refused(lambda: selection.get("Areas"), None) if selection is not None else None
    if chosen is None:
        return None
    sheet = selection.get("Worksheet")
    if sheet.get("Parent").get("Name") != book.get("Name"):
        return None
    areas = [next(areas_at(area.get("Address"))) for area in each(chosen)]
    last = max(used.last_row for used in areas_at(sheet.get("UsedRange").get("Address")))
    rows = sorted({row for area in areas for row in _visible_rows(sheet, area, last)})
    name = str(sheet.get("Name"))
    return Selected(name, tuple(rows), Place(name, areas[0].first_row, areas[0].first_column))


def _visible_rows(sheet: Calls, area: Range, last: int) -> Iterator[int]:
    """A filter hides rows between selected ones: what nobody sees was not meant."""
    if area.first_row > last:
        return
    strip = Range(area.first_row, 1, min(area.last_row, last), 1)
    hidden = hidden_rows(sheet, strip)
    yield from (row for row in range(strip.first_row, strip.last_row + 1) if row not in hidden)


def show_square(book: Calls, place: Place) -> None:
    """Bring the sheet forward and select the square; a hidden sheet is named, not shown."""
    sheet = book.get("Worksheets").get("Item", place.sheet)
    if sheet.get("Visible") not in (True, -1):
        raise CannotRead(f"Sheet «{place.sheet}» đang ẩn nên không đến ô {place.cell} được.", "Bỏ ẩn sheet rồi bấm lại nút.")
    book.get("Activate")
    sheet.get("Activate")
    square_at(sheet, max(place.row, 1), max(place.column, 1)).get("Select")
