"""A small workbook with everything a host must read the same and must not write over."""

from __future__ import annotations

from datetime import date, datetime

import xlsxwriter


def contract_workbook(path):
    """Sheets Danh sách, Khoá (protected), Ẩn (hidden); stored results for every formula."""
    with xlsxwriter.Workbook(str(path)) as book:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        moment = book.add_format({"num_format": "dd/mm/yyyy hh:mm"})
        _list(book, day, moment)
        locked = book.add_worksheet("Khoá")
        locked.write("A1", "Khoá")
        locked.write("B1", "Mở", book.add_format({"locked": False}))
        locked.protect()
        hidden = book.add_worksheet("Ẩn")
        hidden.write("A1", "một dòng")
        hidden.hide()
    return path


def _list(book, day, moment):
    sheet = book.add_worksheet("Danh sách")
    sheet.merge_range("A1:D1", "Danh sách")
    for column, heading in enumerate(("Họ tên", "Ngày", "Số", "Tổng", "Cờ")):
        sheet.write(1, column, heading)
    sheet.write_row("A3", ["Bùi Thị Hoà"])
    sheet.write_datetime("B3", datetime(2019, 9, 3), day)
    sheet.write_number("C3", 12)
    sheet.write_formula("D3", "=C3*2", None, 24)
    sheet.write_boolean("E3", True)
    sheet.write_row("A4", ["Đỗ Văn Thuỷ"])
    sheet.write_datetime("B4", datetime(2020, 2, 29, 7, 30), moment)
    sheet.write_number("C4", 0.5)
    sheet.write_formula("D4", "=1/0", None, "#DIV/0!")
    sheet.write_blank("B5", None, day)
    sheet.write_string("A5", "0012")
    sheet.write_number("C5", 43_711)
    sheet.set_row(3, None, None, {"hidden": True})


CONTENT = {
    (1, 1): "Danh sách",
    (2, 1): "Họ tên",
    (2, 2): "Ngày",
    (2, 3): "Số",
    (2, 4): "Tổng",
    (2, 5): "Cờ",
    (3, 1): "Bùi Thị Hoà",
    (3, 2): date(2019, 9, 3),
    (3, 3): 12,
    (3, 4): 24,
    (3, 5): True,
    (4, 1): "Đỗ Văn Thuỷ",
    (4, 2): datetime(2020, 2, 29, 7, 30),
    (4, 3): 0.5,
    (5, 1): "0012",
    (5, 3): 43_711,
}
