"""Workbooks of lists, written row by row so that any number fits: a title, bold headings, frozen, printed over a page's width."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter

_FONT: dict[str, object] = {"font_name": "Times New Roman", "font_size": 12}
_A4 = 9


@contextmanager
def open_book(path: Path, title: str, on: date) -> Iterator[Sheets]:
    """A new workbook, dated `on`: the same rows give the same bytes."""
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(path, options) as book:
        book.set_properties({"title": title, "created": datetime(on.year, on.month, on.day, tzinfo=UTC), "author": ""})
        yield Sheets(book)


class Sheets:
    """Sheets that look alike: a title, bold headings, frozen, wide enough, printed over the width of a page."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._title = book.add_format({**_FONT, "bold": True, "font_size": 14})
        self._head = book.add_format({**_FONT, "bold": True, "border": 1, "text_wrap": True, "align": "center", "valign": "vcenter"})
        self._cell = book.add_format({**_FONT, "border": 1, "text_wrap": True, "valign": "top"})

    def sheet(self, name: str, title: str, headings: Sequence[str], rows: Iterable[Sequence[Any]], widths: Sequence[int]) -> None:
        """One list; an empty one says so."""
        sheet = self._book.add_worksheet(name)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        sheet.freeze_panes(2, 0)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(1)
        sheet.write_string(0, 0, title, self._title)
        sheet.write_row(1, 0, headings, self._head)
        last = 1
        for last, row in enumerate(rows, start=2):
            for column, value in enumerate(row):
                self._write(sheet, (last, column), value)
        if last == 1:
            sheet.write_string(2, 0, "Không có.", self._cell)
        elif len(headings) > 1:
            sheet.autofilter(1, 0, last, len(headings) - 1)

    def _write(self, sheet: Any, square: tuple[int, int], value: Any) -> None:
        if isinstance(value, bool):
            value = "có" if value else ""
        if isinstance(value, int):
            sheet.write_number(*square, value, self._cell)
        else:
            sheet.write_string(*square, value or "", self._cell)


