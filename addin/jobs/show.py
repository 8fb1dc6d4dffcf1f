"""`show`: what was understood of a workbook, so that it can be trusted or corrected."""

from __future__ import annotations

from typing import Any

from addin.core.places import column_letters
from addin.core.tables.rows.book import ROW_TYPES, FoundTable
from addin.glossary import header, sheet_name
from addin.jobs.answers import finding_form, row_form
from addin.jobs.opening import Opened
from addin.jobs.outcome import Outcome, Told


def show(opened: Opened) -> Outcome[Told]:
    """The layout as recognised and every row as read."""
    book = opened.book
    answer = {
        "workbook": opened.name,
        "layout": [layout_form(found) for found in book.layout],
        "tables": {table: [row_form(row) for row in book.rows(table)] for table in ROW_TYPES if book.has_table(table)},
        "findings": [finding_form(found) for found in opened.findings],
    }
    lines = [f"Sổ {opened.name}: nhận ra {len(book.layout)} bảng."]
    for found in book.layout:
        lines += _table_lines(found, _row_count(opened, found))
    return Outcome(Told(answer, tuple(lines)), opened.findings)


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
    }


def _row_count(opened: Opened, found: FoundTable) -> int:
    return sum(
        1
        for row in opened.book.rows(found.table)
        if row.source.sheet == found.sheet and found.first_row <= row.source.row <= found.last_row
    )


def _table_lines(found: FoundTable, row_count: int) -> list[str]:
    rows = "–".join(str(row) for row in dict.fromkeys((found.heading_rows[0], found.heading_rows[-1])))
    origin = " (đã xác nhận)" if found.confirmed else ""
    columns = ", ".join(
        f"{column_letters(column)} {header(found.table, key)}"
        for key, column in sorted(found.columns.items(), key=lambda item: item[1])
    )
    lines = [
        f"• Sheet “{found.sheet}” là bảng “{sheet_name(found.table)}”{origin}: tiêu đề dòng {rows}, {row_count} dòng dữ liệu.",
        f"    {columns}",
    ]
    if found.unknown:
        names = ", ".join(f"{column_letters(column)} “{text}”" for column, text in found.unknown)
        lines.append(f"    Chưa dùng: {names}")
    return lines
