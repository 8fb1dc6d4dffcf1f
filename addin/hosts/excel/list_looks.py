"""How a sheet of ours looks in Excel: widths, frames, bold headings, links, arrows to filter by, rows as high as their text.

Traps: a row's height follows the text when it is set, not when its column gets another width, so widths come first and
rows are fitted last; `Range.AutoFilter` without arguments turns the arrows over, so they are taken off before; page
set-up fails where the PC has no printer, and the sheet is none the worse for it; a text handed over with a link is typed
into its square ("12" would become a number), so the square keeps its own.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from addin.core.grids import Range
from addin.hosts.excel.calls import unless_refused
from addin.hosts.excel.reaching import square_at, squares_at
from addin.hosts.own_sheets import link_target, link_words

if TYPE_CHECKING:
    from addin.core.writes import SheetReplace
    from addin.hosts.excel.calls import Calls

_WIDEST = 255.0
_TOP, _CENTER, _THIN_LINE = -4160, -4108, 1
_LANDSCAPE, _LONGEST_TIP = 2, 255
_MOST_LINKS = 2_000
"""Each is two calls; a list longer than that is worked through by its button."""


def set_widths(sheet: Calls, new: SheetReplace) -> None:
    """Columns behind ours keep theirs."""
    for column, characters in enumerate(new.widths, 1):
        square_at(sheet, 1, column).put("ColumnWidth", min(max(characters, 1.0), _WIDEST))


def has_arrows(sheet: Calls) -> bool:
    """Whether there are arrows to filter by."""
    return bool(sheet.get("AutoFilterMode"))


def dress(sheet: Calls, new: SheetReplace, *, is_filtered: bool) -> None:
    """Everything that is not a value, onto values that stand there."""
    area = _list(new)
    rows = squares_at(sheet, area)
    rows.put("WrapText", True)
    rows.put("VerticalAlignment", _TOP)
    rows.get("Borders").put("LineStyle", _THIN_LINE)
    if new.header_rows:
        heading = squares_at(sheet, Range(1, 1, new.header_rows, area.last_column))
        heading.get("Font").put("Bold", True)
        heading.put("VerticalAlignment", _CENTER)
    _link(sheet, new)
    if is_filtered and new.list_area is not None:
        squares_at(sheet, new.list_area).get("AutoFilter")
    rows.get("EntireRow").get("AutoFit")


def _list(new: SheetReplace) -> Range:
    """All but the sentences above."""
    return new.list_area or Range(1, 1, len(new.rows), max(map(len, new.rows)))


def _link(sheet: Calls, new: SheetReplace) -> None:
    """Underlined for eyes that see no colours, and said in words where the pointer rests on it."""
    links = sheet.get("Hyperlinks")
    for row, column, place in new.links[:_MOST_LINKS]:
        links.get("Add", square_at(sheet, row, column), "", link_target(place), link_words(place)[:_LONGEST_TIP])
    if new.links:
        linked = squares_at(sheet, Range(new.header_rows + 1, new.link_column, len(new.rows), new.link_column))
        linked.put("VerticalAlignment", _TOP)
        linked.put("WrapText", True)


def set_page(sheet: Calls, new: SheetReplace) -> None:
    """Landscape, one page wide, headings on every page, pages numbered; only where Excel has a page to set up.

    The printer is asked once for all of it, which may take a network printer a while.
    """
    page: Calls | None = unless_refused(lambda: sheet.get("PageSetup"), None)
    if page is None:
        return
    wanted: dict[str, object] = {
        "Orientation": _LANDSCAPE,
        "Zoom": False,
        "FitToPagesWide": 1,
        "FitToPagesTall": False,
        "RightFooter": "Trang &P/&N",
    }
    if new.header_rows > new.titles:
        wanted["PrintTitleRows"] = f"${new.titles + 1}:${new.header_rows}"
    app = sheet.get("Application")
    unless_refused(partial(app.put, "PrintCommunication", value=False), None)
    try:
        for name, value in wanted.items():
            unless_refused(partial(page.put, name, value), None)
    finally:
        unless_refused(partial(app.put, "PrintCommunication", value=True), None)
