"""What LibreOffice's numbers mean, against the reader of closed files, for every kind of date format."""

from __future__ import annotations

import io
from datetime import date, timedelta

import pytest
import xlsxwriter

from addin.core.grids import Range, SquareError
from addin.hosts.closed.read.in_process import open_book, read_here
from addin.hosts.libreoffice.snapshots import grids_of, serial_of

SERIALS = [0.25, 0.999999, 1, 1.5, 45000, 45000.5, 45659.123456789, 59, 59.5, 60, 61, 61.25, 2958465]


def sheet(**facts):
    told = {"name": "S", "visible": True, "rows": [], "merged": [], "hidden_rows": [], **facts}
    return {"null_date": "1899-12-30", "sheets": [told]}


@pytest.mark.parametrize(("code", "kind"), [("dd/mm/yyyy", "days"), ("h:mm", "days"), ("[h]:mm", "durations")])
def test_a_number_means_what_the_closed_file_says(code, kind):
    """Days, moments, times of day and durations, on both sides of Excel's 29 February 1900."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        page, style = book.add_worksheet("S"), book.add_format({"num_format": code})
        for row, serial in enumerate(SERIALS):
            page.write_number(row, 0, serial, style)
    (closed,) = read_here(open_book(content.getvalue(), "s.xlsx")).grids
    told = sheet(rows=[[float(serial)] for serial in SERIALS], **{kind: [[1, 1, len(SERIALS), 1]]})

    (grid,) = grids_of(told)

    assert grid.values == closed.values
    assert [type(line[0]) for line in grid.values] == [type(line[0]) for line in closed.values]


def test_stored_flags_and_errors_are_no_formulas():
    """LibreOffice keeps them as =TRUE() and =#N/A; a person's formula stays one."""
    told = sheet(
        rows=[[1.0, None, None, 2.0]],
        flags=[[1, 1, 1, 1]],
        formulas=[[1, 1, "=TRUE()"], [1, 2, "=#N/A"], [1, 3, "=1/0"], [1, 4, "=1+1"]],
        errors=[[1, 2, "#N/A"], [1, 3, "#DIV/0!"]],
    )

    (grid,) = grids_of(told)

    assert grid.values == ((True, SquareError("#N/A"), SquareError("#DIV/0!"), 2.0),)
    assert grid.formulas == {(1, 3), (1, 4)}


def test_fonts_are_told_by_column_where_one_is_old():
    """Only squares with text count."""
    told = sheet(
        rows=[["chữ", "chữ", 5.0], ["chữ", "chữ", 6.0]],
        fonts=[[".VnTime", [[1, 1, 1, 1], [1, 3, 2, 3]]], ["Arial", [[2, 1, 2, 1], [1, 2, 2, 2]]]],
        merged=[[1, 1, 2, 2]],
    )

    (grid,) = grids_of(told)

    assert grid.fonts == {1: {".VnTime", "Arial"}}
    assert grid.merged == (Range(1, 1, 2, 2),)


def test_a_sheet_beyond_the_limits_is_known_by_name_only():
    """As in a closed file."""
    (grid,) = grids_of(sheet(far=[30000, 1001]))

    assert (grid.values, grid.far) == ((), (30000, 1001))


def test_a_workbook_counted_from_1904_says_so():
    """Its days are counted from its own day."""
    told = {**sheet(rows=[[1.0]], days=[[1, 1, 1, 1]]), "null_date": "1904-01-01"}

    (grid,) = grids_of(told)

    assert grid.epoch_1904
    assert grid.values == ((date(1904, 1, 2),),)
    assert serial_of(date(1904, 1, 2), date(1904, 1, 1)) == timedelta(days=1) / timedelta(days=1)
