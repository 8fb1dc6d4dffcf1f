"""How a sheet of ours looks: widths, frames, bold headings, links, arrows to filter by, rows as high as their text.

Read without colours: lines around every square, links underlined. All of it goes with the step of the write.
"""

# Objects of UNO have no types.
# ruff: noqa: ANN001, ANN201, ANN202

from com.sun.star.table import BorderLine2, CellRangeAddress, TableBorder2

from .steps import each

BOLD, UNDERLINED = 150.0, 1
TOP, CENTER = 1, 2
HUNDREDTHS_OF_A_CHARACTER, HUNDREDTHS_OF_THE_MARGIN = 194, 130
THIN = 26
SIDES = ("TopLine", "BottomLine", "LeftLine", "RightLine", "HorizontalLine", "VerticalLine")
PAGE_STYLE = "Sổ Chi bộ"
A4 = (29_700, 21_000)


def dress(document, sheet, new, *, is_filtered):
    """Everything that is not a value, onto values that stand there; rows are fitted last, into widths that stay."""
    each(document, enumerate(new["widths"]), lambda width: _set_width(sheet, *width))
    first, last_row, width = new["titles"], len(new["rows"]) - 1, max(map(len, new["rows"]))
    area = sheet.getCellRangeByPosition(0, min(first, last_row), width - 1, last_row)
    area.IsTextWrapped = True
    area.VertJustify = TOP
    area.TableBorder2 = _frames()
    if new["header_rows"]:
        heading = sheet.getCellRangeByPosition(0, 0, width - 1, new["header_rows"] - 1)
        heading.CharWeight = BOLD
        heading.VertJustify = CENTER
    each(document, new["links"], lambda link: _link(document, sheet, link))
    if is_filtered and new["list"]:
        _put_arrows(document, sheet, new["list"])
    if new["header_rows"] > first:
        sheet.setTitleRows(CellRangeAddress(sheet.RangeAddress.Sheet, 0, first, 0, new["header_rows"] - 1))
        sheet.setPrintTitleRows(True)
    area.Rows.OptimalHeight = True


def _set_width(sheet, column, characters):
    wide = int(characters * HUNDREDTHS_OF_A_CHARACTER) + HUNDREDTHS_OF_THE_MARGIN
    sheet.Columns.getByIndex(column).Width = wide


def _frames():
    frames = TableBorder2()
    for side in SIDES:
        line = BorderLine2()
        line.OuterLineWidth = line.LineWidth = THIN
        setattr(frames, side, line)
        setattr(frames, f"Is{side}Valid", True)
    return frames


def _link(document, sheet, link):
    """The words of the square, leading where it says."""
    row, column, target, text = link
    square = sheet.getCellByPosition(column - 1, row - 1)
    field = document.createInstance("com.sun.star.text.TextField.URL")
    field.URL, field.Representation = target, text
    square.setString("")
    square.insertTextContent(square.createTextCursor(), field, False)
    square.CharUnderline = UNDERLINED


def has_arrows(document, sheet):
    """Whether there are arrows to filter by."""
    return any(table.AutoFilter for table in filtered(document, sheet))


def filtered(document, sheet):
    """The database ranges of a sheet; the filter arrows of a sheet hang on one without a name.

    Trap: that property answers, but is in no list of the document's properties, so it is no attribute in Python.
    """
    number = sheet.RangeAddress.Sheet
    unnamed, named = document.getPropertyValue("UnnamedDatabaseRanges"), document.DatabaseRanges
    found = [named.getByName(name) for name in named.ElementNames]
    found += [unnamed.getByTable(number)] if unnamed.hasByTable(number) else []
    return [table for table in found if table.DataArea.Sheet == number]


def _put_arrows(document, sheet, corners):
    """On the headings of the list, whatever they stood on before."""
    number = sheet.RangeAddress.Sheet
    first_row, first_column, last_row, last_column = corners
    area = CellRangeAddress(number, first_column - 1, first_row - 1, last_column - 1, last_row - 1)
    unnamed = document.getPropertyValue("UnnamedDatabaseRanges")
    if not unnamed.hasByTable(number):
        unnamed.setByTable(area)
    found = unnamed.getByTable(number)
    found.setDataArea(area)
    found.ContainsHeader = True
    found.AutoFilter = True


def page_style(document):
    """Landscape A4, one page wide; made once for a document."""
    styles = document.StyleFamilies.getByName("PageStyles")
    if not styles.hasByName(PAGE_STYLE):
        styles.insertByName(PAGE_STYLE, document.createInstance("com.sun.star.style.PageStyle"))
        style = styles.getByName(PAGE_STYLE)
        style.IsLandscape = True
        style.Width, style.Height = A4
        style.ScaleToPagesX, style.ScaleToPagesY = 1, 0
    return PAGE_STYLE
