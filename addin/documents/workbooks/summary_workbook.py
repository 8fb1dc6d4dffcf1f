"""The summary workbook: figures with the squares they come from, and native charts (F76).

A new file, never the cell's own. The same figures and day give the same bytes: XlsxWriter in memory fixes
zip times, and the day of the summary stands for the time of making.
"""

from __future__ import annotations

import io
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import xlsxwriter

from addin.core.dates import vn_date
from addin.documents.parts.figure_words import figure_words
from addin.documents.parts.report_offers import Offer, offers
from addin.documents.parts.squares import squares
from addin.documents.workbooks.summary_charts import ChartTable, chart_tables

if TYPE_CHECKING:
    from addin.core.summaries.figures import Figures

_OFFERED = "Gợi ý cho mục Hạn chế của báo cáo: nhận câu nào thì ghi vào sheet Bài học, loại Hạn chế"
_A4 = 9
_FIRST_ROW = 4
_BLOCK = 23
_LINE = 17
_WIDTHS = (38, 36, 34)
_PATTERNS = ("solid", "wide_upward_diagonal", "small_grid", "percent_20")
_COLOURS = ("#B7C9E2", "#1D4E89", "#7F1D1D", "#404040")  # light or open, for the numbers stand on them
_FONT: dict[str, object] = {"font_name": "Times New Roman", "font_size": 12}


def summary_workbook(figures: Figures, cell_name: str, on: date, log_head: str = "") -> bytes:
    """The bytes of an .xlsx with the sheets Số liệu, Gợi ý (where there is any), Biểu đồ and Dữ liệu biểu đồ, dated `on`.

    `log_head` is printed below the figures: whoever rewrites the whole log later is found out by it.
    """
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        title = f"Tổng hợp kiểm tra, giám sát, xếp loại {_span(figures)}"
        book.set_properties({"title": title, "created": datetime(on.year, on.month, on.day, tzinfo=UTC), "author": ""})
        book.formats[0].set_font_name("Times New Roman")
        book.formats[0].set_font_size(12)
        heads = (cell_name, title, f"Lập ngày {vn_date(on)}")
        _figures_sheet(book, figures, heads, log_head)
        _offers_sheet(book, offers(figures), heads)
        _charts_sheet(book, figures, heads)
    return buffer.getvalue()


def _span(figures: Figures) -> str:
    same = figures.first_year == figures.last_year
    return f"năm {figures.first_year}" if same else f"giai đoạn {figures.first_year}-{figures.last_year}"


def _figures_sheet(book: Any, figures: Figures, heads: tuple[str, ...], log_head: str) -> None:
    """One line a figure: number, label, value, squares; below them how far the log went."""
    sheet = book.add_worksheet("Số liệu")
    head = book.add_format({**_FONT, "bold": True, "border": 1, "align": "center", "valign": "vcenter", "text_wrap": True})
    text = book.add_format({**_FONT, "border": 1, "align": "left", "valign": "top", "text_wrap": True})
    _titles(book, sheet, heads, 3)
    sheet.write_row(_FIRST_ROW - 1, 0, ("STT", "Chỉ tiêu", "Số liệu", "Các ô trong sổ"), head)
    for order, figure in enumerate(figures.figures, 1):
        row = _FIRST_ROW + order - 1
        sheet.write_number(row, 0, order, text)
        sheet.write_string(row, 1, figure.label, text)
        if isinstance(figure.value, int) and not isinstance(figure.value, bool):
            sheet.write_number(row, 2, figure.value, text)
        else:
            sheet.write_string(row, 2, figure_words(figure), text)
        sheet.write_string(row, 3, squares(figure.places), text)
        sheet.set_row(row, _height((figure.label, figure_words(figure), squares(figure.places))))
    if log_head:
        sheet.write_string(_FIRST_ROW + len(figures.figures), 1, log_head, book.add_format({**_FONT, "italic": True}))
    for column, width in enumerate((6, *_WIDTHS)):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(_FIRST_ROW, 0)
    _print_set_up(sheet, landscape=False)
    sheet.repeat_rows(_FIRST_ROW - 1)


def _offers_sheet(book: Any, found: tuple[Offer, ...], heads: tuple[str, ...]) -> None:
    """Sentences for the chapter of limitations, each with its squares; accepted ones are written into Bài học."""
    if not found:
        return
    sheet = book.add_worksheet("Gợi ý")
    head = book.add_format({**_FONT, "bold": True, "border": 1, "align": "center", "valign": "vcenter", "text_wrap": True})
    text = book.add_format({**_FONT, "border": 1, "align": "left", "valign": "top", "text_wrap": True})
    _titles(book, sheet, (heads[0], _OFFERED, heads[2]), 2)
    sheet.write_row(_FIRST_ROW - 1, 0, ("STT", "Câu gợi ý", "Các ô trong sổ"), head)
    for order, one in enumerate(found, 1):
        row = _FIRST_ROW + order - 1
        sheet.write_number(row, 0, order, text)
        sheet.write_string(row, 1, one.text, text)
        sheet.write_string(row, 2, squares(one.places), text)
        sheet.set_row(row, _height((one.text, "", squares(one.places))))
    for column, width in enumerate((6, 60, 40)):
        sheet.set_column(column, column, width)
    _print_set_up(sheet, landscape=False)


def _height(texts: tuple[str, ...]) -> int:
    """Points for the longest text once wrapped: no program wraps again what it did not make."""
    return _LINE * max(-(-len(text) // (width - 4)) or 1 for text, width in zip(texts, _WIDTHS, strict=True))


def _titles(book: Any, sheet: Any, heads: tuple[str, ...], last_column: int) -> None:
    looks: tuple[dict[str, object], ...] = ({"bold": True}, {"bold": True, "font_size": 14}, {"italic": True})
    for row, (words, look) in enumerate(zip(heads, looks, strict=True)):
        shape = book.add_format({**_FONT, "align": "center", **look})
        sheet.merge_range(row, 0, row, last_column, "", shape)
        sheet.write_string(row, 0, words, shape)


def _print_set_up(sheet: Any, *, landscape: bool) -> None:
    """A4, one page wide, page numbers at the foot, margins 20 and 15 mm."""
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.8, right=0.6, top=0.8, bottom=0.8)
    sheet.set_footer("&C&P/&N")
    sheet.hide_gridlines(2)
    if landscape:
        sheet.set_landscape()


def _charts_sheet(book: Any, figures: Figures, heads: tuple[str, ...]) -> None:
    """Charts below each other; the numbers they draw stand on a sheet of their own."""
    sheet = book.add_worksheet("Biểu đồ")
    data = book.add_worksheet("Dữ liệu biểu đồ")
    _titles(book, sheet, heads, 12)
    data.set_column(0, 0, 44)
    data.set_column(1, 4, 26)
    breaks: list[int] = []
    row, top = 0, _FIRST_ROW
    for table in chart_tables(figures):
        if not table.rows:
            sheet.write_string(top, 0, f"{table.title}: chưa có số liệu.")
            top += 2
            continue
        _write_table(book, data, row, table)
        sheet.insert_chart(top, 0, _chart(book, row, table), {"description": table.description, "object_position": 2})
        row += len(table.rows) + 3
        top += _BLOCK
        breaks.append(top - 1)
    sheet.set_h_pagebreaks(breaks[1::2])
    _print_set_up(sheet, landscape=False)
    _print_set_up(data, landscape=True)


def _write_table(book: Any, data: Any, row: int, table: ChartTable) -> None:
    bold = book.add_format({**_FONT, "bold": True, "text_wrap": True})
    shown = book.add_format({**_FONT, "num_format": "0.0%" if table.is_share else "0"})
    data.write_string(row, 0, table.title, bold)
    data.write_row(row + 1, 1, table.series, bold)
    for offset, (category, numbers) in enumerate(table.rows, row + 2):
        data.write_string(offset, 0, category)
        for column, number in enumerate(numbers, 1):
            if number is not None:
                data.write_number(offset, column, number, shown)


def _chart(book: Any, row: int, table: ChartTable) -> Any:
    """One chart with a title, named axis, numbers on the bars and a pattern for each series."""
    chart = book.add_chart({"type": table.shape, **({"subtype": "stacked"} if table.stacked else {})})
    first, last = row + 2, row + 1 + len(table.rows)
    for column, _ in enumerate(table.series, 1):
        chart.add_series(
            {
                "name": ["Dữ liệu biểu đồ", row + 1, column],
                "categories": ["Dữ liệu biểu đồ", first, 0, last, 0],
                "values": ["Dữ liệu biểu đồ", first, column, last, column],
                "data_labels": {"value": True, "font": _chart_font(), "num_format": _shown_as(table)},
                "border": {"color": "black"},
                **_fill(column - 1),
            }
        )
    chart.set_title({"name": table.title, "name_font": {"name": "Times New Roman", "size": 14, "bold": True}})
    axis = {"name": table.axis, "name_font": _chart_font(), "num_font": _chart_font(), "num_format": "0%" if table.is_share else "0"}
    if table.shape == "bar":
        axis["label_position"] = "high"  # below the bars, whose order is turned to read downwards
    categories = {"num_font": _chart_font()}
    chart.set_y_axis(categories | {"reverse": True} if table.shape == "bar" else axis)
    chart.set_x_axis(axis if table.shape == "bar" else categories)
    chart.set_legend({"position": "bottom", "font": _chart_font()} if len(table.series) > 1 else {"none": True})
    chart.set_size({"width": 900, "height": 400})
    return chart


def _shown_as(table: ChartTable) -> str:
    """Zeros of stacked bars are not printed: they would lie over their neighbours."""
    return "0.0%" if table.is_share else "0;;"


def _chart_font() -> dict[str, object]:
    return {"name": "Times New Roman", "size": 12}


def _fill(series: int) -> dict[str, object]:
    pattern, colour = _PATTERNS[series % len(_PATTERNS)], _COLOURS[series % len(_COLOURS)]
    if pattern == "solid":
        return {"fill": {"color": colour}}
    return {"pattern": {"pattern": pattern, "fg_color": colour, "bg_color": "white"}}
