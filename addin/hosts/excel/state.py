"""Excel while we write: no redrawing, no recalculating after each block, no event macros; all as it was afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import xlwings

_QUIET = (("screen_updating", False), ("enable_events", False), ("display_alerts", False), ("calculation", "manual"))


@contextmanager
def quiet(app: xlwings.App) -> Iterator[None]:
    """Restored in the opposite order, whatever happens; a workbook closed meanwhile must not hide the first error."""
    before = [(name, getattr(app, name)) for name, _ in _QUIET]
    try:
        for name, value in _QUIET:
            setattr(app, name, value)
        yield
    finally:
        for name, value in reversed(before):
            setattr(app, name, value)


@contextmanager
def active_sheet_kept(book: xlwings.Book) -> Iterator[None]:
    """The workbook and the sheet in front of the person stay in front: adding a sheet brings it forward.

    Asked of Excel itself: xlwings' own `activate` raises where another Excel's window lies above this one's. No
    workbook is in front while a protected view is.
    """
    sheet, app = book.sheets.active, book.app.api
    front = app.ActiveWorkbook
    try:
        yield
    finally:
        if book.sheets.active.name != sheet.name:
            sheet.api.Activate()
        if front is not None and front.Name != book.name:
            front.Activate()
