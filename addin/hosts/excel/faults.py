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

_MOST_ATTEMPTS = 400
_BUSY = frozenset({0x80010001, 0x8001010A, 0x800AC472})
"""Call rejected, try later, a square is being edited."""


def engine_errors() -> tuple[type[Exception], ...]:
    """What xlwings raises here: its own errors, COM's where there is COM, and the one for an Excel that does not answer."""
    engine = sys.modules.get("xlwings._xlwindows")
    return (*_which_tell(), *((engine.ExcelBusyError,) if engine else ()))


def _which_tell() -> tuple[type[Exception], ...]:
    """Those that say more than that Excel does not answer."""
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
    codes = _codes(error)
    if codes & _BUSY or not isinstance(error, _which_tell()):
        return kind(
            f"Excel đang bận nên chưa làm được việc này trên sổ «{name}».",
            "Nhấn Enter hoặc Esc nếu đang sửa một ô, đóng các hộp thoại của Excel, rồi bấm lại nút.",
        )
    if not is_open():
        return _closed(name, kind)
    return kind(
        f"Excel từ chối một thao tác trên sổ «{name}» (mã {', '.join(f'{code:08X}' for code in sorted(codes)) or 'không rõ'}).",
        "Xem sổ có đang được bảo vệ, chỉ đọc hay dùng chung không, rồi bấm lại nút; nếu vẫn vậy, gửi mã này cho người hỗ trợ.",
    )


def _closed(name: str, kind: type[SochiboError]) -> SochiboError:
    return kind(
        f"Sổ «{name}» đã bị đóng trong khi chương trình đang làm.",
        "Mở lại sổ, xem dữ liệu còn đúng không, rồi bấm lại nút.",
    )


def _codes(error: Exception) -> set[int]:
    """The numbers of a COM error: that of the call, and that of the object model where it gave one; none for xlwings' own."""
    call = getattr(error, "hresult", None)
    details = getattr(error, "excepinfo", None)
    model = details[5] if details else 0
    return {code & 0xFFFFFFFF for code in (call, model) if code}
