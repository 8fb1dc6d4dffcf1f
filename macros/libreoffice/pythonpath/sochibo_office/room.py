"""Rows put in between, before anything is written: they look and calculate like the row above.

LibreOffice moves what points at rows below. It does not make a range longer that ended with the last record, so
totals are made to reach over the new rows here.
"""

# Objects of UNO have no types.
# ruff: noqa: ANN001, ANN201, ANN202

import re

from . import reaching_over, reading
from .steps import each

NOTE, OBJECTS = 8, 128
CONSTANTS = reading.VALUE | reading.DATETIME | reading.STRING
_RANGE = re.compile(
    r'"(?:[^"]|"")*"'
    r"|(?P<sheet>\$?(?:'(?:[^']|'')+'|[\w]+)\.)?"
    r"(?P<cells>\$?[A-Za-z]{1,3}\$?[0-9]+:\$?[A-Za-z]{1,3}\$?[0-9]+)(?![\w.(\[])"
)
_CORNER = re.compile(r"(\$?)([A-Za-z]{1,3})(\$?)([0-9]+)")


def make_room(document, gap):
    """The rows of one gap: name of the sheet, row above, how many, whether that row is a record to be followed."""
    name, after, count, grows = gap
    sheet = document.Sheets.getByName(name)
    sheet.Rows.insertByIndex(after, count)
    if grows:
        _fill_down(document, sheet, after, count)
        each(document, _too_short(document, name, after, count), lambda found: found[0].setFormula(found[1]))
        gap = (name, after, count)
        reaching_over.lengthen(document, gap, lambda text: longer(text, gap, "", 0))


def _fill_down(document, sheet, after, count):
    """Looks, merges and formulas of the last record; its values stay its own."""
    last = reading.used_area(sheet).RangeAddress.EndColumn
    source = sheet.getCellRangeByPosition(0, after - 1, last, after - 1)

    def fill(row):
        target = sheet.getCellRangeByPosition(0, row, last, row)
        sheet.copyRange(target.getCellByPosition(0, 0).CellAddress, source.RangeAddress)
        target.clearContents(CONSTANTS | NOTE | OBJECTS)
        sheet.Rows.getByIndex(row).Height = sheet.Rows.getByIndex(after - 1).Height

    each(document, range(after, after + count), fill)


def _too_short(document, name, after, count):
    """Squares whose formulas end a range with the last record, each with the formula that reaches over the new rows."""
    for sheet in document.Sheets:
        for place in sheet.queryContentCells(reading.FORMULA).RangeAddresses:
            for row in range(place.StartRow, place.EndRow + 1):
                for column in range(place.StartColumn, place.EndColumn + 1):
                    square = sheet.getCellByPosition(column, row)
                    before = square.getFormula()
                    after_all = longer(before, (name, after, count), sheet.Name, row + 1)
                    if after_all != before and not before.startswith("{"):
                        yield square, after_all


def longer(formula, gap, home, own_row):
    """The formula of a square; a running total in the last record itself means the rows down to its own."""
    name, after, count = gap

    def grown(found):
        if not found["cells"] or _sheet_of(found["sheet"], home) != name.casefold():
            return found[0]
        (_, first_column, _, first), (dollar, last_column, hold, last) = _CORNER.findall(found["cells"])
        is_downwards = int(first) < after or first_column.upper() == last_column.upper()
        is_running = own_row == after and not hold and home.casefold() == name.casefold()
        if int(last) != after or not is_downwards or is_running:
            return found[0]
        return f"{found[0][: found[0].rfind(':') + 1]}{dollar}{last_column}{hold}{after + count}"

    return _RANGE.sub(grown, formula)


def _sheet_of(named, home):
    if not named:
        return home.casefold()
    plain = named[:-1].lstrip("$")
    return (plain[1:-1].replace("''", "'") if plain.startswith("'") else plain).casefold()
