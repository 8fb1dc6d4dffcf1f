"""Excel while we write: no redrawing, no recalculating after each block, no event macros; all as it was afterwards.

Excel's alerts are left alone: an Excel whose program ended while they were off closes workbooks without asking to save.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from addin.hosts.excel.calls import unless_refused
from addin.hosts.excel.faults import engine_errors

if TYPE_CHECKING:
    from addin.hosts.excel.calls import Calls

_MANUAL = -4135
_QUIET = (("ScreenUpdating", False), ("EnableEvents", False), ("Calculation", _MANUAL))
_NOT_BACK = {
    "ScreenUpdating": "Excel chưa vẽ lại màn hình: lưu sổ rồi mở lại Excel.",
    "EnableEvents": "Excel chưa bật lại macro sự kiện: lưu sổ rồi mở lại Excel.",
    "Calculation": "Excel chưa nhận lại cách tính cũ: vào Công thức, Tùy chọn Tính toán, chọn Tự động.",
}


@contextmanager
def quiet(app: Calls) -> Iterator[list[str]]:
    """Each setting comes back by itself, in the opposite order, whatever happens to another or to the work.

    What Excel does not take back is added to the list handed out, in words for the person. A setting that Excel does
    not let be changed is left as it is: the work goes on without.
    """
    before: list[tuple[str, object]] = []
    not_back: list[str] = []
    try:
        for name, value in _QUIET:
            unless_refused(partial(_changed, app, name, value, before), None)
        yield not_back
    finally:
        for name, held in reversed(before):
            try:
                app.put(name, held)
            except engine_errors():
                not_back.append(_NOT_BACK[name])


def _changed(app: Calls, name: str, value: object, before: list[tuple[str, object]]) -> None:
    """What stood there is known before anything else is put; of what Excel refuses nothing is to be put back."""
    held = app.get(name)
    if held != value:
        before.append((name, held))
        try:
            app.put(name, value)
        except engine_errors():
            before.pop()
            raise


@contextmanager
def active_sheet_kept(book: Calls) -> Iterator[None]:
    """The workbook and the sheet in front of the person stay in front: adding a sheet brings it forward.

    No workbook is in front while a protected view is.
    """
    sheet, app = book.get("ActiveSheet"), book.get("Application")
    front = app.get("ActiveWorkbook")
    try:
        yield
    finally:
        if book.get("ActiveSheet").get("Name") != sheet.get("Name"):
            sheet.get("Activate")
        if front is not None and front.get("Name") != book.get("Name"):
            front.get("Activate")
