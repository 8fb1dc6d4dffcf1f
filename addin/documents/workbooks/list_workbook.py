"""A new workbook of plain lists, every square a text or a date as people write it: what is exported for another program."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime

import xlsxwriter

Square = str | int | None


def list_workbook(sheets: Iterable[tuple[str, Sequence[str], Iterable[Sequence[Square]]]], title: str, on: date) -> bytes:
    """Name, headings and rows of each sheet. Texts are stored as text, so a number of twelve digits keeps its zeros.

    The same lists and day give the same bytes.
    """
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        book.set_properties({"title": title, "created": datetime(on.year, on.month, on.day, tzinfo=UTC), "author": ""})
        text = book.add_format({"num_format": "@", "font_name": "Times New Roman", "font_size": 12})
        head = book.add_format({"num_format": "@", "font_name": "Times New Roman", "font_size": 12, "bold": True, "text_wrap": True, "border": 1})
        for name, headings, rows in sheets:
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, headings, head)
            sheet.freeze_panes(1, 0)
            widest = [len(heading) for heading in headings]
            for number, row in enumerate(rows, start=1):
                for column, value in enumerate(row):
                    if isinstance(value, int):
                        sheet.write_number(number, column, value)
                    elif value:
                        sheet.write_string(number, column, value, text)
                        widest[column] = max(widest[column], len(value))
            for column, width in enumerate(widest):
                sheet.set_column(column, column, min(max(width, 6), 40) + 2)
    return buffer.getvalue()
