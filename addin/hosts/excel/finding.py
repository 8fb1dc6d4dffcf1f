"""Finds the workbook a button was pressed in: by the Excel that runs it and by its name, never "the active one"."""

from __future__ import annotations

import xlwings

from addin.errors import CannotRead
from addin.hosts.excel.calls import Calls
from addin.hosts.excel.faults import engine_errors, tame_xlwings
from addin.hosts.excel.patience import PATIENT, Patience, is_busy


def find_book(name: str, excel: int, patience: Patience = PATIENT) -> xlwings.Book:
    """The open workbook of that name in the Excel of that process; CannotRead says what may be the matter.

    The name is looked for as it is: xlwings' own `Book.caller()` cuts it at "=".
    """
    tame_xlwings()
    if not name:
        raise CannotRead("Chưa có sổ nào đang mở để làm việc.", "Mở sổ của chi bộ, bấm “Cho phép chỉnh sửa” nếu Excel hỏi, rồi bấm lại nút.")
    not_there: tuple[type[Exception], ...] = (KeyError, *engine_errors())
    try:
        books = patience.ask(lambda: {book.name.casefold(): book for book in xlwings.apps[excel].books})
    except not_there as error:
        raise CannotRead("Không nối được với Excel đang chạy.", "Đóng các hộp thoại của Excel rồi bấm lại nút; nếu vẫn vậy, mở lại Excel.") from error
    found = books.get(name.casefold())
    if found is None:
        raise CannotRead(f"Sổ «{name}» không còn mở trong Excel.", "Mở lại sổ rồi bấm lại nút.")
    return found


def is_open(book: Calls) -> bool:
    """Whether the workbook still answers; one in an Excel that is busy is there."""
    try:
        return bool(book.get("Name"))
    except engine_errors() as error:
        return is_busy(error)
