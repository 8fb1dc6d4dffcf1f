"""A sheet being drawn: squares, merged areas, and beside each record the facts a reader must find there."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter

FactId = tuple[str, str, int, Any, str]
"""(table, sheet, row, year of a rating or None, key)"""


@dataclass(frozen=True)
class Formula:
    """A formula with the result Excel stored."""

    text: str
    result: Any


@dataclass
class Expected:
    """What a reader must find (`facts`), what it may add (`may`), and the sheets that are no table of ours."""

    facts: dict[FactId, Any] = field(default_factory=dict)
    may: dict[FactId, Any] = field(default_factory=dict)
    distractors: list[str] = field(default_factory=list)
    notes: dict[tuple[str, str], str] = field(default_factory=dict)
    """(table, key) → the heading written for it, for the table of misses."""


@dataclass
class Canvas:
    """One sheet."""

    name: str
    squares: dict[tuple[int, int], Any] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden: set[int] = field(default_factory=set)
    state: str = "visible"
    lists: list[tuple[int, int, int, tuple[str, ...]]] = field(default_factory=list)

    def put(self, row: int, column: int, value: Any) -> None:
        """Write a square; None writes nothing."""
        if value is not None and value != "":
            self.squares[row, column] = value

    def merge(self, row: int, column: int, last_row: int, last_column: int) -> None:
        """Merge an area whose first square holds the value."""
        if (row, column) != (last_row, last_column):
            self.merged.append((row, column, last_row, last_column))


@dataclass
class Drawing:
    """A whole workbook before it is saved."""

    sheets: list[Canvas] = field(default_factory=list)
    expected: Expected = field(default_factory=Expected)
    decomposed: bool = False

    def sheet(self, name: str, state: str = "visible") -> Canvas:
        """A new sheet under a name no other has."""
        taken = {sheet.name.casefold() for sheet in self.sheets}
        unique, number = name[:31], 2
        while unique.casefold() in taken:
            unique, number = f"{name[:27]} ({number})", number + 1
        canvas = Canvas(unique, state=state)
        self.sheets.append(canvas)
        return canvas

    def save(self, path: Path) -> None:
        """As an .xlsx file."""
        book = xlsxwriter.Workbook(str(path))
        dated = book.add_format({"num_format": "dd/mm/yyyy"})
        for number, canvas in enumerate(self.sheets):
            self._write(book.add_worksheet(canvas.name), canvas, dated, is_first=number == 0)
        book.close()

    def _write(self, sheet: Any, canvas: Canvas, dated: Any, *, is_first: bool) -> None:
        for row, column, last_row, last_column in canvas.merged:
            sheet.merge_range(row - 1, column - 1, last_row - 1, last_column - 1, "")
        for (row, column), value in canvas.squares.items():
            at = (row - 1, column - 1)
            if isinstance(value, Formula):
                sheet.write_formula(*at, value.text, None, value.result)
            elif isinstance(value, date | datetime):
                sheet.write_datetime(*at, value, dated)
            elif isinstance(value, str):
                sheet.write_string(*at, unicodedata.normalize("NFD", value) if self.decomposed else value)
            else:
                sheet.write(*at, value)
        for row in canvas.hidden:
            sheet.set_row(row - 1, None, None, {"hidden": True})
        for first, last, column, words in canvas.lists:
            sheet.data_validation(
                first - 1, column - 1, last - 1, column - 1, {"validate": "list", "source": list(words)}
            )
        if canvas.state == "hidden" and not is_first:
            sheet.hide()
