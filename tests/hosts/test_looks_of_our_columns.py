"""Every host: a column of ours is framed as the table beside it, its text wrapped; squares with looks of their own keep them."""

from __future__ import annotations

import openpyxl
import pytest
from openpyxl.styles import Alignment, PatternFill

from addin.core.places import Place
from addin.core.writes import Write, Writes
from tests.hosts.closed.roomy_books import roomy_book
from tests.hosts.contract.hosts import closed
from tests.hosts.memory_engine.excel import memory_excel
from tests.libreoffice.office import office, open_book

SHEET, LEVEL, REASONS = "XL 2025", 10, 11
WRITES = Writes(
    tuple(
        Write(Place(SHEET, row, column), value, "thử", beside=9)
        for row, column, value in ((3, LEVEL, "Dự kiến"), (3, REASONS, "Căn cứ"), (4, LEVEL, "HTXSNV"), (4, REASONS, "một\nhai"), (5, REASONS, "ba"))
    )
)


def book(path):
    """The last square has a ground of its own."""
    roomy_book(path)
    opened = openpyxl.load_workbook(path)
    opened[SHEET].cell(5, REASONS).fill = PatternFill("solid", fgColor="FFFF00")
    opened[SHEET].cell(5, REASONS).alignment = Alignment(vertical="center")
    opened.save(path)
    return path


def looks(path):
    """Of the squares written: wrapped, framed, bold."""
    sheet = openpyxl.load_workbook(path)[SHEET]
    cells = [sheet.cell(write.place.row, write.place.column) for write in WRITES.squares]
    return [(bool(cell.alignment.wrap_text), cell.border.left.style == cell.border.bottom.style == "thin", bool(cell.font.b)) for cell in cells]


WANTED = [(True, True, True)] * 2 + [(True, True, False)] * 2 + [(False, False, False)]
BARE = [(False, False, False)] * 5


def test_in_a_closed_file(tmp_path):
    """Written into the styles of the file."""
    path = book(tmp_path / "so.xlsx")
    with closed(path) as host:
        host.apply(WRITES)

    assert looks(path) == WANTED


@pytest.mark.libreoffice
def test_in_libreoffice_and_back(tmp_path):
    """In the step of the write."""
    with open_book(book(tmp_path / "so.xlsx")) as host:
        host.grids()
        host.apply(WRITES)
        office().ask("save_as", path=str(tmp_path / "ghi.xlsx"))
        host.undo()
        office().ask("save_as", path=str(tmp_path / "tra.xlsx"))

    assert looks(tmp_path / "ghi.xlsx") == WANTED
    assert looks(tmp_path / "tra.xlsx") == BARE


def test_in_excel_and_back(tmp_path):
    """A hidden row too: looks of several squares would spare it."""
    with memory_excel(tmp_path) as running:
        model = running.open(book(tmp_path / "so.xlsx"))
        sheet = next(one for one in model.sheets if one.name == SHEET)
        sheet.filtered_rows = {4}
        host = running.host("so.xlsx")

        def held():
            squares = [sheet.square(write.place.row, write.place.column) for write in WRITES.squares]
            return [(square.wrapped, square.line != -4142, square.bold) for square in squares]

        host.apply(WRITES)
        written = held()
        host.undo()

        assert written == WANTED
        assert held() == BARE
