"""From what xlwings and COM raise to what a user may be told.

A workbook closed while a button works, Excel gone, Excel busy with a dialog: COM says so with codes, each call
anew. Which of them it was is found out by looking for the workbook again.
"""

from __future__ import annotations

import atexit
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import xlwings

from addin.errors import CannotRead, CannotWrite, SochiboError

_MOST_ATTEMPTS = 400


def engine_errors() -> tuple[type[Exception], ...]:
    """What xlwings raises here: its own errors, and COM's where there is COM."""
    com = sys.modules.get("pywintypes")
    return (xlwings.XlwingsError, *((com.com_error,) if com else ()))


def tame_xlwings() -> None:
    """Two habits of xlwings on Windows that must not reach a user.

    When Python ends it ends every Excel process it cannot see a window of (taskkill /F), also somebody else's
    automation; and it repeats a call for ever while Excel is busy. Both are undone for this process.
    """
    windows = sys.modules.get("xlwings._xlwindows")
    if windows is not None:
        atexit.unregister(windows.cleanup)
        vars(windows)["N_COM_ATTEMPTS"] = _MOST_ATTEMPTS


@contextmanager
def told(name: str, is_open: Callable[[], bool], *, writing: bool = False) -> Iterator[None]:
    """Run a piece of work on the workbook; its COM errors as one sentence."""
    try:
        yield
    except SochiboError:
        raise
    except engine_errors() as error:
        kind = CannotWrite if writing else CannotRead
        if not is_open():
            raise kind(
                f"Sổ «{name}» đã bị đóng trong khi chương trình đang làm.",
                "Mở lại sổ, xem dữ liệu còn đúng không, rồi bấm lại nút.",
            ) from error
        raise kind(
            f"Excel đang bận nên chưa làm được việc này trên sổ «{name}».",
            "Nhấn Enter hoặc Esc nếu đang sửa một ô, đóng các hộp thoại của Excel, rồi bấm lại nút.",
        ) from error
