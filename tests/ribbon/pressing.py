"""A secretary in front of the sample cell's workbook, in an Excel in memory."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from addin.clicks.click import Click
from addin.ribbon import press
from tests.hosts.memory_engine.dialog import Person
from tests.hosts.memory_engine.excel import memory_excel

ROOT = Path(__file__).parents[2]
ON = date(2026, 3, 1)
NAME = "Bảng đánh giá = tháng 1.xlsx"


class Secretary:
    """Presses buttons with rows selected."""

    def __init__(self, excel, book):
        self.excel, self.book = excel, book

    @property
    def lines(self):
        """What the person is asked to write, each with what stood there already."""
        return self.excel.app().excel.asked_lines

    def will_write(self, *lines):
        """The lines the person will write, one question each; False gives up."""
        self.excel.app().excel.lines = list(lines)

    def __call__(self, button, answer=True, sheet=None, rows=(1, 1)):
        """The exit code, and the person with what was asked and told."""
        if sheet:
            self.book.active = sheet_of(self.book, sheet)
            self.book.selection = (rows[0], 1, rows[1], 1)
        person = Person(answer)
        return press(button, Click(self.excel.host(NAME), person, ON)), person


@contextmanager
def secretary(folder):
    """The workbook open; everything gone afterwards."""
    with memory_excel(folder) as excel:
        yield Secretary(excel, excel.open(Path(shutil.copy(ROOT / "workbooks" / "mau.xlsx", folder / NAME))))


def sheet_of(book, name):
    return next((sheet for sheet in book.sheets if sheet.name == name), None)


def contents(book):
    return {
        sheet.name: {at: (square.value, square.formula) for at, square in sheet.squares.items() if square.value is not None}
        for sheet in book.sheets
    }


def row_where(book, sheet, column, wanted):
    squares = sheet_of(book, sheet).squares
    return next(row for (row, at), square in sorted(squares.items()) if at == column and square.value == wanted)


def who_closes(book):
    """A person who says yes after closing the workbook."""

    def answer(_text):
        book.closed = True
        return True

    return answer
