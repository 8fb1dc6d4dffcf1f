"""What the tests of the live workbook write, and how they look at it afterwards."""

from __future__ import annotations

from datetime import date

from addin.core.places import Place
from addin.core.writes import Note, RowAppend, SheetReplace, Write, Writes

NAME = "Sổ 'A' = 1.xlsx"


def write(cell, value, sheet="Danh sách"):
    return Write(Place.at(sheet, cell), value, "thử")


def values(book, name="Danh sách"):
    return {at: square.value for at, square in sheet_of(book, name).squares.items() if square.value is not None}


def sheet_of(book, name):
    return next(sheet for sheet in book.sheets if sheet.name == name)


CHANGES = Writes(
    (write("A5", "mới"), write("C5", date(2024, 2, 29))),
    (RowAppend("Danh sách", 5, ((1, "Thêm"), (2, date(2025, 1, 2))), "thử"),),
    (SheetReplace("Lỗi dữ liệu", (("STT",), (1,)), (6,)),),
    (Note(Place.at("Danh sách", "A3"), "Sai ngày"),),
)
