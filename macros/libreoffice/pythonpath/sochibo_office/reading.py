"""What stands in a document: values in one block a sheet, and what a block of values does not tell."""

# Objects of UNO have no types.
# ruff: noqa: ANN001, ANN201, ANN202

import re

from com.sun.star.util import NumberFormat

VALUE, DATETIME, STRING, FORMULA = 1, 2, 4, 16
CONTENT = VALUE | DATETIME | STRING | FORMULA
ERRORS = 4
MOST_ROWS, MOST_COLUMNS = 20_000, 200
LEGACY_FONT = re.compile(r"\s*(?:\.vn|vni-)", re.IGNORECASE)
DURATION = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)


def read_document(document, names=None):
    """All sheets, or those named, in their order; rows and columns count from 1."""
    day = document.NullDate
    kinds = {}
    return {
        "null_date": f"{day.Year:04d}-{day.Month:02d}-{day.Day:02d}",
        "sheets": [
            _sheet(document, sheet, kinds) for sheet in document.Sheets if names is None or sheet.Name in names
        ],
    }


def _sheet(document, sheet, kinds):
    found = {"name": sheet.Name, "visible": bool(sheet.IsVisible), "rows": []}
    content = sheet.queryContentCells(CONTENT).RangeAddresses
    last_row = max((area.EndRow for area in content), default=-1)
    last_column = max((area.EndColumn for area in content), default=-1)
    if last_row >= MOST_ROWS or last_column >= MOST_COLUMNS:
        return {**found, "far": [last_row + 1, last_column + 1]}
    found["merged"] = list(_merged(sheet))
    found["hidden_rows"] = _hidden_rows(sheet)
    if last_row >= 0:
        area = sheet.getCellRangeByPosition(0, 0, last_column, last_row)
        found["rows"] = area.getDataArray()
        found.update(_formats(document, area, kinds))
        found["formulas"] = _formulas(sheet, area)
        found["errors"] = [[row, column, text] for row, column, text in _errors(sheet)]
    return found


def _formulas(sheet, area):
    """Every square of a formula with its text; those of an array formula too."""
    places = sheet.queryContentCells(FORMULA).RangeAddresses
    texts = area.getFormulaArray() if places else ()
    return [
        [row + 1, column + 1, texts[row][column]]
        for place in places
        for row in range(place.StartRow, place.EndRow + 1)
        for column in range(place.StartColumn, place.EndColumn + 1)
    ]


def _errors(sheet):
    for place in sheet.queryFormulaCells(ERRORS).RangeAddresses:
        for row in range(place.StartRow, place.EndRow + 1):
            for column in range(place.StartColumn, place.EndColumn + 1):
                yield row + 1, column + 1, sheet.getCellByPosition(column, row).getString()


def _formats(document, area, kinds):
    """Where days, durations and yes/no stand, and all fonts where one is of an old Vietnamese encoding."""
    found = {"days": [], "durations": [], "flags": [], "fonts": []}
    fonts = []
    for alike in area.UniqueCellFormatRanges:
        places = [rectangle(address) for address in alike.RangeAddresses]
        fonts.append([alike.CharFontName, places])
        kind = _kind(document, alike.NumberFormat, kinds)
        if kind:
            found[kind] += places
    if any(LEGACY_FONT.match(name) for name, _ in fonts):
        found["fonts"] = fonts
    return found


def _kind(document, key, kinds):
    """Under which of the lists a number format goes; empty for plain numbers and texts."""
    if key not in kinds:
        shown = document.NumberFormats.getByKey(key)
        if shown.Type & NumberFormat.LOGICAL:
            kinds[key] = "flags"
        elif shown.Type & NumberFormat.DATETIME:
            kinds[key] = "durations" if DURATION.search(shown.FormatString) else "days"
        else:
            kinds[key] = ""
    return kinds[key]


def is_day(document, key):
    """Whether a number format shows a day."""
    return bool(document.NumberFormats.getByKey(key).Type & NumberFormat.DATE)


def used_area(sheet):
    """From A1 to the last square that has anything, looks included."""
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    last = cursor.RangeAddress
    return sheet.getCellRangeByPosition(0, 0, last.EndColumn, last.EndRow)


def _merged(sheet):
    """By halving: a range says only whether a merge begins anywhere inside it."""
    waiting = [used_area(sheet).RangeAddress]
    while waiting:
        part = waiting.pop()
        at = sheet.getCellRangeByPosition(part.StartColumn, part.StartRow, part.EndColumn, part.EndRow)
        if not at.getIsMerged():
            continue
        if part.StartRow == part.EndRow and part.StartColumn == part.EndColumn:
            yield rectangle(merge_of(sheet, part.StartRow, part.StartColumn))
        else:
            waiting += _halves(part)


def _halves(part):
    first, second = type(part)(), type(part)()
    for half in (first, second):
        half.StartRow, half.EndRow = part.StartRow, part.EndRow
        half.StartColumn, half.EndColumn = part.StartColumn, part.EndColumn
    if part.EndRow > part.StartRow:
        first.EndRow = (part.StartRow + part.EndRow) // 2
        second.StartRow = first.EndRow + 1
    else:
        first.EndColumn = (part.StartColumn + part.EndColumn) // 2
        second.StartColumn = first.EndColumn + 1
    return [second, first]


def merge_of(sheet, row, column):
    """The merged range a square (counted from 0) belongs to; the square alone where it is in none."""
    cursor = sheet.createCursorByRange(sheet.getCellByPosition(column, row))
    cursor.collapseToMergedArea()
    return cursor.RangeAddress


def _hidden_rows(sheet):
    """Rows not shown, filtered ones included; over all columns, for hidden columns must not hide a row."""
    last = used_area(sheet).RangeAddress.EndRow
    whole = sheet.getCellRangeByPosition(0, 0, sheet.Columns.Count - 1, last)
    shown = set()
    for area in whole.queryVisibleCells().RangeAddresses:
        shown.update(range(area.StartRow, area.EndRow + 1))
    return [row + 1 for row in range(last + 1) if row not in shown]


def rectangle(address):
    """First row, first column, last row, last column, counted from 1."""
    return [address.StartRow + 1, address.StartColumn + 1, address.EndRow + 1, address.EndColumn + 1]
