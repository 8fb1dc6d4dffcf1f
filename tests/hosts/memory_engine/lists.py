"""A list of twelve people with a result column, and what a job writes beside it."""

from __future__ import annotations

import xlsxwriter

from addin.core.places import Place
from addin.core.writes import RowAppend, Write, Writes

SHEET, FIRST, LAST = "Danh sách", 3, 14
NAMES = ("An", "Bình", "Châu", "Dung", "Giang", "Hà", "Khánh", "Lan", "Minh", "Nga", "Oanh", "Phúc")
TEAMS = ("Tổ 1", "Tổ 2")


def list_book(path):
    """Headings in row 2; name, team, points, an old result in every third row."""
    with xlsxwriter.Workbook(str(path)) as book:
        fill_list(book)
    return path


def fill_list(book, afterwards=lambda sheet: None):
    """The same, and what is done to the sheet afterwards."""
    sheet = book.add_worksheet(SHEET)
    sheet.write("A1", "DANH SÁCH")
    sheet.write_row("A2", ("Họ tên", "Tổ", "Điểm", "Kết quả", "Lý do"))
    for number, name in enumerate(NAMES):
        sheet.write_row(FIRST - 1 + number, 0, (name, TEAMS[number % 2], 60 + number))
        if number % 3 == 0:
            sheet.write_row(FIRST - 1 + number, 3, (f"cũ {name}", "như năm trước"))
    afterwards(sheet)
    book.add_worksheet("Khác").write("A1", "của chi bộ")


def results(sheet=SHEET, rows=range(FIRST, LAST + 1)):
    """A result and a reason for every row."""
    squares = [
        Write(Place(sheet, row, column), f"{word} {NAMES[row - FIRST]}", "thử") for row in rows for column, word in ((4, "mới"), (5, "vì"))
    ]
    return Writes(tuple(squares))


def added(*names, sheet=SHEET):
    """Rows below the last."""
    return Writes(appends=tuple(RowAppend(sheet, LAST, ((1, name), (2, "Tổ 1"), (4, f"mới {name}")), "thử") for name in names))


def by_name(sheet):
    """What stands beside each name."""
    rows = sorted(row for (row, column), one in sheet.squares.items() if column == 1 and one.value not in (None, "DANH SÁCH", "Họ tên"))
    return {sheet.square(row, 1).value: tuple(sheet.square(row, column).value for column in (4, 5)) for row in rows}


def old(name):
    """What stood beside a name at first."""
    return (f"cũ {name}", "như năm trước") if NAMES.index(name) % 3 == 0 else (None, None)


def wanted(name):
    """What a job writes beside a name."""
    return (f"mới {name}", f"vì {name}")
