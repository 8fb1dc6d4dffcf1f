"""`summary.xlsx`: what failed and why, findings by code, ratings by level, a row a workbook. Row by row, so any number fits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from addin.batch.totals import LEVELS, BookRow, Totals
from addin.core import catalogue
from addin.core.dates import vn_date
from addin.core.findings import Severity
from addin.glossary import level_words
from addin.jobs.batch import Asked

_FONT: dict[str, object] = {"font_name": "Times New Roman", "font_size": 12}
_STATUSES = {"done": "xong", "failed": "không làm được"}


def write_summary_book(totals: Totals, asked: Asked, path: Path) -> None:
    """The same totals give the same bytes."""
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(path, options) as book:
        title = f"Tổng hợp {len(totals.books)} sổ, năm {asked.year}"
        book.set_properties({"title": title, "created": datetime(asked.on.year, asked.on.month, asked.on.day, tzinfo=UTC), "author": ""})
        write = _Sheets(book)
        write.sheet("Tổng quan", f"{title}, tính đến {vn_date(asked.on)}", ("Nội dung", "Số lượng"), _overview(totals), (52, 14))
        write.sheet("Không làm được", "Sổ không làm được", ("Sổ", "Vì sao", "Cách xử lý"), ((one.workbook, one.reason, one.fix) for one in totals.failed), (48, 60, 60))
        if "check" in asked.doings:
            write.sheet("Lỗi theo mã", "Lỗi, cảnh báo, lưu ý theo mã", ("Mã", "Mức", "Nội dung", "Số lần", "Số sổ"), by_code(totals), (10, 12, 60, 10, 10))
        if "rate" in asked.doings:
            write.sheet("Xếp loại", f"Xếp loại đảng viên năm {asked.year}", ("Mức", "Số đảng viên"), by_level(totals, asked.year), (44, 16))
            write.sheet("Vượt giới hạn", "Sổ dự kiến xuất sắc vượt giới hạn tính riêng từng chi bộ", ("Sổ", "Chi bộ", "Giới hạn", "Hoàn thành xuất sắc"), _over(totals), (48, 40, 12, 20))
        write.sheet("Từng sổ", "Từng sổ", _HEADINGS, (_row(one) for one in totals.books), (48, 40, 16, 8, 10, 8, 12, 8, 8, 8, 8, 12, 10))


class _Sheets:
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
        sheet.set_paper(9)
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


def _overview(totals: Totals) -> Iterable[tuple[str, int]]:
    yield "Số sổ", len(totals.books)
    yield "Làm xong", len(totals.books) - len(totals.failed)
    yield "Không làm được", len(totals.failed)
    yield "Sổ có lỗi", totals.with_errors
    yield "Đảng viên được xếp loại", totals.rated
    yield "Sổ dự kiến xuất sắc vượt giới hạn riêng của mình", len(totals.over)


def by_code(totals: Totals) -> Iterable[tuple[str, str, str, int, int]]:
    """Errors first, then the most frequent."""
    titles = {entry.code: entry.title for entry in catalogue.ENTRIES}
    order = [severity.value for severity in Severity]
    for (code, severity), count in sorted(totals.by_code.items(), key=lambda one: (order.index(one[0][1]), -one[1], one[0])):
        yield code, Severity(severity).label, titles.get(code, ""), count, totals.books_by_code[code]


def by_level(totals: Totals, year: int) -> Iterable[tuple[str, int]]:
    """In the words of the year."""
    for level in LEVELS:
        yield level_words(level, year, "member"), totals.levels[level]
    yield "Chưa có mức", totals.without_level


def _over(totals: Totals) -> Iterable[tuple[str, str | None, int | None, int]]:
    for one in totals.over:
        yield one.workbook, one.cell, one.cap, one.levels.get("HTXS", 0)


_HEADINGS = ("Sổ", "Chi bộ", "Kết quả", "Lỗi", "Cảnh báo", "Lưu ý", "Được xếp loại", *LEVELS, "Chưa có mức", "Giới hạn")


def _row(one: BookRow) -> tuple[Any, ...]:
    levels = tuple(one.levels.get(level, 0) if one.rated is not None else None for level in LEVELS)
    return (
        one.workbook, one.cell, _STATUSES[one.status], one.errors, one.warnings, one.notices, one.rated, *levels,
        one.without_level, one.cap,
    )  # fmt: skip
