"""`index.html`: the run on one page that needs nothing else: no network, sorted by a key pressed on a heading, printable."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from addin.batch.summary_book import by_code, by_level
from addin.batch.totals import LEVELS, BookRow, Totals
from addin.core.dates import vn_date
from addin.core.records import dataclass
from addin.hosts.disk import replace_patiently, write_aside
from addin.jobs.batch import Asked
from addin.resources import shipped

MOST_ROWS = 2_000
"""Beyond this a browser is no place for a list: the page shows those with most errors and names the workbook of all."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A square of a table, or a heading."""

    text: str
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class PageTable:
    """A list under a heading."""

    id: str
    title: str
    caption: str
    headings: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    filtered: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing as SVG, and what it shows in words."""

    svg: Any
    caption: str


def write_page(totals: Totals, asked: Asked, path: Path) -> None:
    """The same totals give the same bytes."""
    from jinja2 import Environment, StrictUndefined, select_autoescape  # noqa: PLC0415 - only where a page is made

    environment = Environment(undefined=StrictUndefined, autoescape=select_autoescape(default=True), trim_blocks=True, keep_trailing_newline=True)
    template = environment.from_string(shipped("templates/batch.html").read_text("utf-8"))
    failed = len(totals.failed)
    page = template.render(
        title=f"Tổng hợp {len(totals.books)} sổ, năm {asked.year}",
        subtitle=f"Tính đến {vn_date(asked.on)}.",
        overview=(
            ("sổ", len(totals.books)),
            ("làm xong", len(totals.books) - failed),
            ("không làm được", failed),
            ("sổ có lỗi", totals.with_errors),
            ("đảng viên được xếp loại", totals.rated),
        ),
        charts=tuple(_charts(totals, asked)),
        tables=tuple(_tables(totals, asked)),
    )
    replace_patiently(write_aside(path.parent, page.encode()), path)


def why_no_charts() -> str:
    """Why this machine draws none; empty where it does."""
    return "" if find_spec("pygal") else "Trang index.html không có biểu đồ: máy này chưa cài phần mở rộng “sochibo[batch]”."


def _charts(totals: Totals, asked: Asked) -> Iterable[Chart]:
    if not find_spec("pygal"):
        return
    from addin.batch.drawing import bars  # noqa: PLC0415 - pygal, where it is installed

    if "rate" in asked.doings and totals.rated:
        yield Chart(bars(list(by_level(totals, asked.year))), f"Đảng viên theo mức xếp loại năm {asked.year}; số liệu ở bảng “Xếp loại”.")
    if "check" in asked.doings and totals.by_code:
        top = [(f"{code} ({level})", count) for code, level, _, count, _ in by_code(totals)][:12]
        yield Chart(bars(top), "Các mã gặp nhiều nhất, lỗi trước; số liệu ở bảng “Theo mã”.")


def _tables(totals: Totals, asked: Asked) -> Iterable[PageTable]:
    yield _table("failed", "Sổ không làm được", "Mỗi dòng một sổ.", ("Sổ", "Vì sao", "Cách xử lý"), ((one.workbook, one.reason, one.fix) for one in totals.failed))
    if "check" in asked.doings:
        yield _table("codes", "Theo mã", "Lỗi trước, rồi cảnh báo, lưu ý; nhiều trước.", ("Mã", "Mức", "Nội dung", "Số lần", "Số sổ"), by_code(totals))
    if "rate" in asked.doings:
        yield _table("levels", "Xếp loại", "Mức đã có trong sổ; dự kiến của chương trình không tính.", ("Mức", "Số đảng viên"), by_level(totals, asked.year))
    shown = sorted(totals.books, key=lambda one: (-(one.errors or 0), one.workbook))[:MOST_ROWS] if len(totals.books) > MOST_ROWS else totals.books
    caption = "Bấm vào tiêu đề cột, hoặc dùng phím Tab rồi Enter, để xếp lại."
    if len(shown) < len(totals.books):
        caption += f" Chỉ hiện {len(shown)} sổ nhiều lỗi nhất; đủ {len(totals.books)} sổ ở summary.xlsx."
    headings = ("Sổ", "Chi bộ", "Lỗi", "Cảnh báo", "Lưu ý", "Được xếp loại", *LEVELS, "Chưa có mức", "Giới hạn")
    yield _table("books", "Từng sổ", caption, headings, (_row(one) for one in shown), filtered=True)


def _row(one: BookRow) -> tuple[Any, ...]:
    levels = tuple(one.levels.get(level, 0) if one.rated is not None else None for level in LEVELS)
    return (one.workbook, one.cell, one.errors, one.warnings, one.notices, one.rated, *levels, one.without_level, one.cap)


def _table(name: str, title: str, caption: str, headings: Sequence[str], rows: Iterable[Sequence[Any]], *, filtered: bool = False) -> PageTable:
    cells = tuple(tuple(Cell("" if value is None else str(value), isinstance(value, int)) for value in row) for row in rows)
    numbers = [any(row[column].is_number for row in cells) for column in range(len(headings))]
    return PageTable(name, title, caption, tuple(Cell(text, number) for text, number in zip(headings, numbers, strict=True)), cells, filtered)
