"""Workbooks with rows and columns nobody sees, merged, spilled and protected squares."""

from __future__ import annotations

import xlsxwriter

from tests.hosts.memory_engine.lists import FIRST, LAST, SHEET, TEAMS, fill_list


def in_view(file, sheet):
    """All of it."""


def filtered(file, sheet):
    """Saved with its filter on: the first team is not seen."""
    sheet.autofilter(1, 0, LAST - 1, 4)
    sheet.filter_column(1, f'x == "{TEAMS[1]}"')
    for row in range(FIRST, LAST + 1, 2):
        sheet.set_row(row - 1, None, None, {"hidden": True})


def hidden(file, sheet):
    """Rows hidden by hand."""
    for row in (4, 5, 9, 14):
        sheet.set_row(row - 1, None, None, {"hidden": True})


def grouped(file, sheet):
    """A closed group."""
    for row in range(5, 10):
        sheet.set_row(row - 1, None, None, {"level": 1, "hidden": True})
    sheet.set_row(9, None, None, {"collapsed": True})


def column_hidden(file, sheet):
    """The column of results, and a filter."""
    filtered(file, sheet)
    sheet.set_column("D:D", None, None, {"hidden": True})


def protected(file, sheet):
    """Nothing may be typed in, filtered besides."""
    filtered(file, sheet)
    sheet.protect()


def spilled(file, sheet):
    """A formula in D5 that spills into the two squares below."""
    sheet.write_dynamic_array_formula("D5:D7", "=SEQUENCE(3)", None, 1)


def merged(file, sheet):
    """Two results in one square."""
    sheet.merge_range("D4:D5", "chung")


def made(path, looks):
    """The list of twelve people, with these looks."""
    with xlsxwriter.Workbook(str(path)) as file:
        fill_list(file, lambda sheet: looks(file, sheet))
    assert SHEET
    return path
