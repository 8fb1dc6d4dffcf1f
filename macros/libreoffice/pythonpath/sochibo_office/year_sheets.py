"""A new year's sheet: a copy of the last one without its records and what hung on that sheet alone.

Everything is done inside the step that writes the records; taking that back takes the sheet away. Taken back by our
button it is looked at first: what a person did on the sheet since would be the last step of the undo list.
"""

# Objects of UNO have no types.
# ruff: noqa: ANN001, ANN201, ANN202

from . import looking, own_sheets, squares
from .steps import each


def make_sheet(document, new):
    """Copy the pattern behind the last sheet and empty it of records."""
    sheets = document.Sheets
    sheets.copyByName(new["pattern"], new["name"], sheets.Count)
    sheet = sheets.getByName(new["name"])
    sheet.IsVisible = True
    if looking.is_ours(sheet):
        sheet.NamedRanges.removeByName(looking.MARK)
    _show(document, sheet, *new["rows"])
    _strip(sheet)

    def put(square):
        row, column, words = square
        squares.put(sheet.getCellByPosition(column - 1, row - 1), "blank" if words is None else "text", words, None)

    each(document, [[*square, None] for square in new["cleared"]] + new["texts"], put)
    each(document, new["formulas"], lambda one: sheet.getCellByPosition(one[1] - 1, one[0] - 1).setFormula(one[2]))


def _show(document, sheet, first, last):
    """Filters let all through, and the rows of records are seen: nobody filtered the new year."""
    own_sheets.let_all_through(document, sheet)
    sheet.getCellRangeByPosition(0, first - 1, 0, last - 1).Rows.IsVisible = True


def _strip(sheet):
    """Notes, charts, pictures and buttons belong to the old sheet."""
    annotations, charts, page = sheet.Annotations, sheet.Charts, sheet.DrawPage
    for number in range(annotations.Count - 1, -1, -1):
        annotations.removeByIndex(number)
    for name in charts.ElementNames:
        charts.removeByName(name)
    for number in range(page.Count - 1, -1, -1):
        page.remove(page.getByIndex(number))
