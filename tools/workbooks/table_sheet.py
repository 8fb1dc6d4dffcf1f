"""One table on one sheet: title, what it is for, headings in row 3, records below, ready to fill and to print."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from addin import glossary
from addin.core.places import Place
from addin.core.tables.rows.book import ROW_TYPES
from addin.core.tables.rows.columns import Column, columns_of
from tools.workbooks.contents import Rows
from tools.workbooks.drop_downs import LAST_ROW, validation_of
from tools.workbooks.widths import height_of, width_of
from tools.workbooks.wording import Square, square_of

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from tools.workbooks.styles import Styles

HEADING_ROW = 2
FIRST_ROW = HEADING_ROW + 1
_PAGE_WIDTH = 225.0
_A4 = 9
_NAMING = ("full_name", "member", "members", "group", "number", "name", "subject")
_LAST_NAMING = 5


def write_table(sheet: Worksheet, table: str, rows: Rows, styles: Styles, lists: Mapping[str, str]) -> None:
    """Everything a sheet of the blank workbook has, and the rows where there are any."""
    columns = columns_of(ROW_TYPES[table])
    squares = [[square_of(table, column, record) for column in columns] for record in rows]
    write_title(sheet, glossary.sheet_name(table), styles)
    sheet.write_string(1, 0, about_text(table), styles.about)
    _headings(sheet, table, columns, styles)
    for index, row in enumerate(squares):
        _write_row(sheet, FIRST_ROW + index, row, columns, styles)
    widths = _columns(sheet, table, columns, squares, styles)
    sheet.set_row(HEADING_ROW, height_of([glossary.header(table, column.key) for column in columns], widths, bold=True))
    for index, row in enumerate(squares):
        sheet.set_row(FIRST_ROW + index, height_of(row, widths))
    edge = {"type": "formula", "criteria": _filled(len(columns)), "format": styles.lined}
    sheet.conditional_format(FIRST_ROW, 0, LAST_ROW - 1, len(columns) - 1, edge)
    _validations(sheet, columns, lists)
    frozen = _frozen(columns)
    sheet.freeze_panes(FIRST_ROW, frozen)
    sheet.autofilter(HEADING_ROW, 0, max(HEADING_ROW + 1, HEADING_ROW + len(squares)), len(columns) - 1)
    set_up_print(sheet, pages=max(1, math.ceil(sum(widths) / _PAGE_WIDTH)), frozen=frozen, heading=HEADING_ROW)


def _headings(sheet: Worksheet, table: str, columns: Sequence[Column], styles: Styles) -> None:
    for number, column in enumerate(columns):
        style = styles.required if column.required else styles.heading
        sheet.write_string(HEADING_ROW, number, glossary.header(table, column.key), style)


def _write_row(sheet: Worksheet, row: int, squares: Sequence[Square], columns: Sequence[Column], styles: Styles) -> None:
    for number, (value, column) in enumerate(zip(squares, columns, strict=True)):
        style = styles.for_column(column)
        if isinstance(value, date):
            sheet.write_datetime(row, number, value, style)
        elif isinstance(value, int | float):
            sheet.write_number(row, number, value, style)
        elif value is not None:
            sheet.write_string(row, number, value, style)


def _columns(
    sheet: Worksheet, table: str, columns: Sequence[Column], squares: Sequence[Sequence[Square]], styles: Styles
) -> list[float]:
    widths = []
    for number, column in enumerate(columns):
        shown = [str(row[number]) for row in squares if isinstance(row[number], str)]
        width = width_of(column, glossary.header(table, column.key), shown)
        sheet.set_column(number, number, width, styles.for_column(column))
        widths.append(width)
    return widths


def _filled(columns: int) -> str:
    """True on rows that hold anything: those get their lines, so an empty sheet stays empty in print."""
    last = Place("", 0, columns).cell
    return f"=COUNTA($A{FIRST_ROW + 1}:${last}{FIRST_ROW + 1})>0"


def _validations(sheet: Worksheet, columns: Sequence[Column], lists: Mapping[str, str]) -> None:
    for number, column in enumerate(columns):
        options = validation_of(column, lists)
        if options:
            sheet.data_validation(FIRST_ROW, number, LAST_ROW - 1, number, options)


def _frozen(columns: Sequence[Column]) -> int:
    """Columns kept in view: up to the one that names the row, where it stands among the first five."""
    keys = [column.key for column in columns[:_LAST_NAMING]]
    return next((keys.index(key) + 1 for key in _NAMING if key in keys), 1)


def title_text(name: str) -> str:
    """What row 1 of a sheet says."""
    return f"SỔ CHI BỘ · {name.upper()}"


def about_text(table: str) -> str:
    """What row 2 of a table says."""
    return f"{glossary.about(table)} Cột gạch chân là cột bắt buộc."


def write_title(sheet: Worksheet, name: str, styles: Styles) -> None:
    """Row 1 of every sheet."""
    sheet.set_row(0, 22)
    sheet.write_string(0, 0, title_text(name), styles.title)


def set_up_print(sheet: Worksheet, *, pages: int = 1, frozen: int = 0, heading: int | None = None) -> None:
    """A4 landscape, as many pages wide as stay readable, headings repeated, page number in the footer."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(left=0.6, right=0.4, top=0.6, bottom=0.6)
    sheet.fit_to_pages(pages, 0)
    if heading is not None:
        sheet.repeat_rows(heading)
    if pages > 1 and frozen:
        sheet.repeat_columns(0, frozen - 1)
    sheet.set_header('&L&"Times New Roman,Regular"Sổ Chi bộ&R&"Times New Roman,Regular"&A')
    sheet.set_footer('&C&"Times New Roman,Regular"Trang &P/&N')
