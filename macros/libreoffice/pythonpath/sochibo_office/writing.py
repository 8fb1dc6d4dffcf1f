"""Puts what was decided on its squares, in one undo step: all of it, or nothing is changed.

Every reason to refuse was looked for before (`looking`, and our own interpreter); what still fails here is
taken back before the error goes on. The document is never saved.

Trap: taking back a sheet that was added ends LibreOffice 7.4 where no window shows the document (it was loaded
hidden). A document whose button was pressed always has its window.
"""

# Objects of UNO have no types.
# ruff: noqa: ANN001, ANN201, ANN202

from . import list_looks, own_sheets, reading, room, squares, taking_back, year_sheets
from .formats import Formats
from .steps import each, one_step

NOTE = 8
OBJECTS = 128
BOLD = 150.0
FRAME = ("TopBorder", "BottomBorder", "LeftBorder", "RightBorder", "CharFontName", "CharHeight")
GROUND = ("CharWeight", "CellBackColor", "HoriJustify", "VertJustify")


def write(document, order):
    """Make the writes of one order; how many notes found no room."""
    formats = Formats(document)
    taking_back.keep(document, order)
    with one_step(document, order["title"]):
        each(document, order["like"], lambda new: year_sheets.make_sheet(document, new))
        each(document, order["room"], lambda gap: room.make_room(document, gap))
        each(document, order["replace"], lambda new: own_sheets.replace_sheet(document, new, formats))
        each(document, order["sheets"], lambda plan: _write_sheet(document, plan, formats))
        each(document, order["tables"], lambda table: _lengthen(document, table))
        notes = order["notes"]
        return 0 if notes is None else own_sheets.replace_notes(document, notes, order["note_mark"])


def _write_sheet(document, plan, formats):
    sheet = document.Sheets.getByName(plan["name"])

    def add_row(new):
        _take_looks(sheet, plan["last_old_row"], *new)

    def put(square):
        row, column, kind, value = square
        squares.put(sheet.getCellByPosition(column - 1, row - 1), kind, value, formats)

    each(document, plan["new_rows"], add_row)
    each(document, plan["beside"], lambda at: _frame(sheet, *at))
    each(document, plan["squares"], put)


def _take_looks(sheet, above, row, first, last):
    """A new row looks like the one above it, unless that is a heading or the row has looks of its own."""
    if above < 1:
        return
    source = sheet.getCellRangeByPosition(first - 1, above - 1, last - 1, above - 1)
    target = sheet.getCellRangeByPosition(first - 1, row - 1, last - 1, row - 1)
    is_heading = any(sheet.getCellByPosition(column, above - 1).CharWeight >= BOLD for column in range(first - 1, last))
    if is_heading or source.getIsMerged() or not _is_plain(target):
        return
    sheet.copyRange(target.getCellByPosition(0, 0).CellAddress, source.RangeAddress)
    target.clearContents(reading.CONTENT | NOTE | OBJECTS)


def _frame(sheet, row, column, beside):
    """A square of a column of ours without looks of its own: wrapped, framed as its neighbour, a heading as headings are."""
    square, neighbour = (sheet.getCellByPosition(number - 1, row - 1) for number in (column, beside))
    if not _is_plain(square):
        return
    is_heading = neighbour.CharWeight >= BOLD
    for name in (*FRAME, *(GROUND if is_heading else ())):
        square.setPropertyValue(name, neighbour.getPropertyValue(name))
    square.IsTextWrapped = True
    if not is_heading:
        square.VertJustify = list_looks.TOP


def _is_plain(area):
    """Whether a range has no looks of its own."""
    names = ("NumberFormat", "TopBorder", "BottomBorder", "CellBackColor", "IsTextWrapped", "CharFontName")
    return all(state.value == "DEFAULT_VALUE" for state in area.getPropertyStates(names))


def _lengthen(document, table):
    """The table above new rows reaches over them."""
    found = document.DatabaseRanges.getByName(table["name"])
    area = found.DataArea
    area.EndRow = table["last_row"] - 1
    found.setDataArea(area)

