"""What a person does to an open workbook between our write and the undo button, in each host, and that button."""

from __future__ import annotations

from datetime import datetime

import openpyxl

from addin.hosts.closed.book import ClosedBook
from addin.hosts.closed.save.saving import undo as undo_in_file
from addin.hosts.libreoffice.book import LibreOfficeBook
from tests.hosts.excel_model.application import Workbook
from tests.hosts.memory_engine.lists import FIRST, LAST, SHEET
from tests.libreoffice.office import office

LETTERS = "ABCDE"


def sorts(host, path):
    """The list by its second column."""
    if isinstance(host, ClosedBook):
        book = openpyxl.load_workbook(path)
        rows = [[cell.value for cell in row] for row in book[SHEET].iter_rows(FIRST, LAST, 1, 5)]
        for number, row in enumerate(sorted(rows, key=lambda row: row[1]), FIRST):
            for letter, value in zip(LETTERS, row, strict=True):
                book[SHEET][f"{letter}{number}"] = value
        book.save(path)
    elif isinstance(host, LibreOfficeBook):
        office().ask("sort", sheet=SHEET, area=f"A{FIRST}:E{LAST}", column=1)
    else:
        _excel(host, "sort", column=2, first_row=FIRST, last_row=LAST)


def filters(host, path):
    """To the second team."""
    if isinstance(host, ClosedBook):
        book = openpyxl.load_workbook(path)
        for row in range(FIRST, LAST + 1):
            book[SHEET].row_dimensions[row].hidden = book[SHEET][f"B{row}"].value != "Tổ 2"
        book.save(path)
    elif isinstance(host, LibreOfficeBook):
        office().ask("filter", sheet=SHEET, area=f"A2:E{LAST}", column=1, wanted="Tổ 2")
    else:
        _excel(host, "filter", column=2, wanted=["Tổ 2"], first_row=FIRST, last_row=LAST)


def puts_rows_in(host, path):
    """Two above the list."""
    if isinstance(host, ClosedBook):
        book = openpyxl.load_workbook(path)
        book[SHEET].insert_rows(2, 2)
        book.save(path)
    elif isinstance(host, LibreOfficeBook):
        office().ask("put_in", sheet=SHEET, row=2, count=2)
    else:
        _excel(host, "move_rows", first=2, by=2)


def nothing(host, path):
    """Looks, and presses the button."""


def _excel(host, what, **details):
    """In the memory of this process, or in that of the stand-in over COM."""
    if isinstance(host._found.api, Workbook):
        getattr(next(sheet for sheet in host._found.api.model.sheets if sheet.name == SHEET), what)(**details)
    else:
        from tests.windows.excel_stand_in import excel_here

        excel_here().do_on_sheet(book=host.name, sheet=SHEET, what=what, details=details)


def takes_back(host, path):
    """The undo button, or the command for a closed file."""
    if isinstance(host, ClosedBook):
        undo_in_file(path, datetime(2026, 1, 5, 9))
    else:
        host.undo()


def as_now(host, path):
    """The workbook as it is now: a closed file is opened anew."""
    return ClosedBook(path, now=datetime(2026, 1, 5, 9)) if isinstance(host, ClosedBook) else host
