"""From what xlwings and COM raise to what a user may be told.

A workbook closed while a button works, Excel gone, Excel busy with a dialog, Excel refusing: COM says so with
codes, each call anew. Whether the workbook is still there is found out by looking for it again.
"""

from __future__ import annotations

import atexit
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import xlwings

from addin.errors import CannotRead, CannotWrite, SochiboError
from addin.hosts.excel.patience import codes_of, is_busy


def engine_errors() -> tuple[type[Exception], ...]:
    """What xlwings raises here: its own errors, COM's where there is COM, and the one for an Excel that does not answer."""
    engine, com = sys.modules.get("xlwings._xlwindows"), sys.modules.get("pywintypes")
    return (xlwings.XlwingsError, *((com.com_error,) if com else ()), *((engine.ExcelBusyError,) if engine else ()))


def tame_xlwings() -> None:
    """Two habits of xlwings on Windows that must not reach a user.

    When Python ends it ends every Excel process it cannot see a window of (taskkill /F), also somebody else's
    automation; and it repeats a call without a pause, for ever, while Excel is busy. Both are undone for this
    process: what is tried again is tried by our own patience.
    """
    windows = sys.modules.get("xlwings._xlwindows")
    if windows is not None:
        atexit.unregister(windows.cleanup)
        vars(windows)["N_COM_ATTEMPTS"] = 1


@contextmanager
def explaining(name: str, is_open: Callable[[], bool], *, writing: bool = False) -> Iterator[None]:
    """Run a piece of work on the workbook; its COM errors as one sentence.

    In a workbook that is gone xlwings stumbles over anything: it takes a collection without members for a list.
    """
    kind = CannotWrite if writing else CannotRead
    try:
        yield
    except SochiboError:
        raise
    except engine_errors() as error:
        raise _meaning(error, name, is_open, kind) from error
    except Exception as error:
        if is_open():
            raise
        raise _closed(name, kind) from error


def _meaning(error: Exception, name: str, is_open: Callable[[], bool], kind: type[SochiboError]) -> SochiboError:
    if is_busy(error):
        return waiting(name, kind)
    if not is_open():
        return _closed(name, kind)
    return kind(
        f"Excel từ chối một thao tác trên sổ «{name}» (mã {', '.join(f'{code:08X}' for code in sorted(codes_of(error))) or 'không rõ'}).",
        "Xem sổ có đang được bảo vệ, chỉ đọc hay dùng chung không, rồi bấm lại nút; nếu vẫn vậy, gửi mã này cho người hỗ trợ.",
    )


def _closed(name: str, kind: type[SochiboError]) -> SochiboError:
    return kind(
        f"Sổ «{name}» đã bị đóng trong khi chương trình đang làm.",
        "Mở lại sổ, xem dữ liệu còn đúng không, rồi bấm lại nút.",
    )


def waiting(name: str, kind: type[SochiboError]) -> SochiboError:
    """Excel takes no calls: a square is being typed in, or a dialog is open."""
    return kind(
        f"Excel đang chờ nhập ô hoặc đang mở một hộp thoại nên chưa làm được việc này trên sổ «{name}».",
        "Nhấn Enter hoặc Esc nếu đang sửa một ô, đóng các hộp thoại của Excel, rồi bấm lại nút.",
    )
