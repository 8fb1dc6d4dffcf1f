"""Whole sheets of ours and notes of ours; the cell's own sheets and people's notes are never touched."""

# Objects of UNO have no types.
# ruff: noqa: ANN001, ANN201, ANN202

from com.sun.star.table import CellAddress

from . import list_looks, looking, reading, squares
from .steps import each

VALUE, DATETIME, STRING, FORMULA = 1, 2, 4, 16
LOOKS = 32 | 64 | 256 | 512


def replace_sheet(document, new, formats):
    """Add the sheet behind the last one, or put new content into the sheet of ours of that name."""
    sheets = document.Sheets
    name, is_filtered = new["name"], new["is_filtered"]
    if sheets.hasByName(name):
        sheet = sheets.getByName(name)
        is_filtered = is_filtered or list_looks.has_arrows(document, sheet)
        _show_all(document, sheet)
        sheet.clearContents(VALUE | DATETIME | STRING | FORMULA | LOOKS)
    else:
        sheets.insertNewByName(name, sheets.Count)
        sheet = sheets.getByName(name)
        sheet.NamedRanges.addNewByName(looking.MARK, '"sochibo"', CellAddress(), 0)
        sheet.PageStyle = list_looks.page_style(document)
    _fill(document, sheet, new, formats, is_filtered=is_filtered)
    _freeze(document, sheet, new["header_rows"])


def _show_all(document, sheet):
    """What is new on a sheet of ours must be seen: filters let all through, rows hidden by hand or in a group are shown."""
    let_all_through(document, sheet)
    reading.used_area(sheet).Rows.IsVisible = True


def let_all_through(document, sheet):
    """Filters hide nothing any more; their arrows stay."""
    for table in list_looks.filtered(document, sheet):
        area = table.DataArea
        rows = sheet.getCellRangeByPosition(area.StartColumn, area.StartRow, area.EndColumn, area.EndRow)
        rows.filter(rows.createFilterDescriptor(True))


def _fill(document, sheet, new, formats, *, is_filtered):
    rows = new["rows"]
    if not any(rows):
        return
    filled = [
        (row, column, kind, value)
        for row, line in enumerate(rows)
        for column, (kind, value) in enumerate(line)
        if kind != "blank"
    ]
    each(document, filled, lambda at: squares.put(sheet.getCellByPosition(at[1], at[0]), at[2], at[3], formats))
    list_looks.dress(document, sheet, new, is_filtered=is_filtered)


def _freeze(document, sheet, rows):
    """The heading stays in view; the sheet in front of the person stays in front."""
    view = document.CurrentController
    if view is None:
        return
    front = view.ActiveSheet
    view.setActiveSheet(sheet)
    view.freezeAtPosition(0, rows)
    view.setActiveSheet(front)


def replace_notes(document, notes, mark):
    """Ours go, the new ones come; how many could not: a person's note stands there, or the sheet is protected."""
    old = [note for sheet in document.Sheets if not sheet.isProtected() for note in _notes_of_ours(sheet, mark)]
    each(document, old, lambda note: note[0].removeByIndex(note[1]))
    free = [note for note in notes if _takes_a_note(document, *note[:3])]
    each(document, free, lambda note: _add_note(document, *note))
    return len(notes) - len(free)


def _notes_of_ours(sheet, mark):
    """The last first, so that the numbers of the others stay."""
    annotations = sheet.Annotations
    for number in range(annotations.Count - 1, -1, -1):
        if annotations.getByIndex(number).String.partition("\n")[0] == mark:
            yield annotations, number


def _takes_a_note(document, name, row, column):
    sheet = document.Sheets.getByName(name)
    return not sheet.isProtected() and not sheet.getCellByPosition(column - 1, row - 1).Annotation.String


def _add_note(document, name, row, column, text):
    sheet = document.Sheets.getByName(name)
    sheet.Annotations.insertNew(sheet.getCellByPosition(column - 1, row - 1).CellAddress, text)
