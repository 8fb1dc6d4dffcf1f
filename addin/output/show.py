"""Tells what was understood of a workbook."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from addin.core.places import column_letters
from addin.core.tables.recognition.shapes import heading_name
from addin.core.tables.rows.book import ROW_TYPES, Book, FoundTable
from addin.glossary import fold, sheet_name
from addin.jobs.show import ShowResult
from addin.output.forms import finding_form, row_form


def form(result: ShowResult) -> dict[str, Any]:
    """`{"workbook", "layout", "tables", "findings"}`."""
    book = result.book
    return {
        "workbook": result.workbook,
        "layout": [layout_form(found) for found in book.layout],
        "tables": {table: [row_form(row) for row in book.rows(table)] for table in ROW_TYPES if book.has_table(table)},
        "findings": [finding_form(found) for found in result.findings],
    }


def lines(result: ShowResult) -> Iterator[str]:
    """A line a table, its columns below it."""
    yield f"Sổ {result.workbook}: nhận ra {len(result.book.layout)} bảng."
    for found in result.book.layout:
        yield table_line(result.book, found)
        yield from _columns(found)


def box(result: ShowResult) -> Iterator[str]:
    """A line a table."""
    yield f"Sổ {result.workbook}: nhận ra {len(result.book.layout)} bảng."
    yield from (table_line(result.book, found) for found in result.book.layout)


def layout_form(found: FoundTable) -> dict[str, Any]:
    """One table of `layout`."""
    return {
        "table": found.table,
        "sheet": found.sheet,
        "heading_rows": list(found.heading_rows),
        "first_row": found.first_row,
        "last_row": found.last_row,
        "columns": {key: column_letters(column) for key, column in found.columns.items()},
        "unknown": [{"column": column_letters(column), "heading": text} for column, text in found.unknown],
        "explained": [
            {"key": key, "column": column_letters(column), "heading": found.titles.get(key, ""), "by": found.reasons.get(key, "")}
            for key, column in sorted(found.columns.items(), key=lambda item: item[1])
        ],
        "given": {**({"year": found.year} if found.year else {}), **found.given},
    }


def table_line(book: Book, found: FoundTable) -> str:
    """Which sheet is which table, and how many rows it has."""
    rows = "–".join(str(row) for row in dict.fromkeys((found.heading_rows[0], found.heading_rows[-1])))
    origin = " (đã xác nhận)" if found.confirmed else ""
    year = f" năm {found.year}" if found.is_year_column else ""
    return f"• Sheet “{found.sheet}” là bảng “{sheet_name(found.table)}”{year}{origin}: tiêu đề dòng {rows}, {_row_count(book, found)} dòng dữ liệu."


def _row_count(book: Book, found: FoundTable) -> int:
    return sum(
        1
        for row in book.rows(found.table)
        if row.source.sheet == found.sheet and found.first_row <= row.source.row <= found.last_row and _is_of(row, found)
    )


def _is_of(row: object, found: FoundTable) -> bool:
    """Of columns a year all rows stand in the same lines, and each is of its own."""
    return not found.is_year_column or getattr(row, "year", found.year) == found.year


def _columns(found: FoundTable) -> Iterator[str]:
    columns = sorted(found.columns.items(), key=lambda item: item[1])
    yield f"    {', '.join(f'{column_letters(column)} {heading_name(found.table, key)}' for key, column in columns)}"
    yield from (f"    {text}" for text in _decided(found, columns))
    if found.unknown:
        names = ", ".join(f"{column_letters(column)} “{text}”" for column, text in found.unknown)
        yield f"    Chưa dùng: {names}"


def _decided(found: FoundTable, columns: list[tuple[str, int]]) -> Iterator[str]:
    """What decided a column that is not headed with its own name."""
    for key, column in columns:
        title, name = found.titles.get(key, ""), heading_name(found.table, key)
        if fold(title) != fold(name) and found.reasons.get(key):
            yield f"Cột {column_letters(column)} “{' '.join(title.split())}” → {name} ({found.reasons[key]})"
    for key, value in found.given.items():
        yield f"{heading_name(found.table, key)}: {value} (theo tiêu đề hoặc tên sheet)"
