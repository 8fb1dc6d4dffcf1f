"""`summary.xlsx`: what failed and why, findings by code, ratings by level, a row a workbook. Row by row, so any number fits."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from addin.batch.plain_sheets import open_book
from addin.batch.totals import LEVELS, BookRow, Totals
from addin.core import catalogue
from addin.core.dates import vn_date
from addin.core.findings import Severity
from addin.glossary import level_words
from addin.jobs.batch import Asked

_STATUSES = {"done": "xong", "failed": "không làm được"}


def write_summary_book(totals: Totals, asked: Asked, path: Path) -> None:
    """The same totals give the same bytes."""
    title = f"Tổng hợp {len(totals.books)} sổ, năm {asked.year}"
    with open_book(path, title, asked.on) as write:
        write.sheet("Tổng quan", f"{title}, tính đến {vn_date(asked.on)}", ("Nội dung", "Số lượng"), _overview(totals), (52, 14))
        write.sheet("Không làm được", "Sổ không làm được", ("Sổ", "Vì sao", "Cách xử lý"), ((one.workbook, one.reason, one.fix) for one in totals.failed), (48, 60, 60))
        if "check" in asked.doings:
            write.sheet("Lỗi theo mã", "Lỗi, cảnh báo, lưu ý theo mã", ("Mã", "Mức", "Nội dung", "Số lần", "Số sổ"), by_code(totals), (10, 12, 60, 10, 10))
        if "rate" in asked.doings:
            write.sheet("Xếp loại", f"Xếp loại đảng viên năm {asked.year}", ("Mức", "Số đảng viên"), by_level(totals, asked.year), (44, 16))
            write.sheet("Vượt giới hạn", "Sổ dự kiến xuất sắc vượt giới hạn tính riêng từng chi bộ", ("Sổ", "Chi bộ", "Giới hạn", "Hoàn thành xuất sắc"), _over(totals), (48, 40, 12, 20))
        write.sheet("Từng sổ", "Từng sổ", _HEADINGS, (_row(one) for one in totals.books), (48, 40, 16, 8, 10, 8, 12, 8, 8, 8, 8, 12, 10))


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
