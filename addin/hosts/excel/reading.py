"""The sheets of the open workbook as grids: one read for a sheet's values, one for its formulas, a few for the rest."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from addin.core.grids import Grid, Range, Raw
from addin.hosts.excel.areas import areas_at, squares_of, uniform
from addin.hosts.excel.reaching import rows_of, squares_at
from addin.hosts.excel.seen import hidden_rows
from addin.hosts.excel.values import raw_of
from addin.hosts.extent import MOST_COLUMNS, MOST_ROWS, is_far, left_out
from addin.hosts.legacy_fonts import columns_with_legacy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from addin.hosts.excel.calls import Calls

_STATES = {-1: "visible", 1: "visible", 0: "hidden", 2: "veryHidden"}
_QUESTIONS_ABOUT_FONTS = 64
_ODD_SIGN = re.compile("[\u00a1-\u00ff](?<![ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúý«»°§×÷·])")


def grid_of(sheet: Calls, *, epoch_1904: bool) -> Grid:
    """The sheet from A1 to its last value; one with a value beyond the caps by name only."""
    area, whole = _filled(sheet)
    if _has_values_beyond(sheet, area):
        return left_out(sheet.get("Name"), _state(sheet), (area.last_row, area.last_column))
    if is_far(area.last_row, area.last_column):
        area = Range(1, 1, min(area.last_row, MOST_ROWS), min(area.last_column, MOST_COLUMNS))
        whole = squares_at(sheet, area)
    values = [[raw_of(value) for value in row] for row in rows_of(whole)]
    formulas = _formulas(whole, values)
    kept = _trimmed(values, formulas)
    return Grid(
        sheet=sheet.get("Name"),
        values=kept,
        merged=tuple(_merged(sheet, area, whole)),
        formulas=formulas,
        hidden_rows=hidden_rows(sheet, area, whole),
        state=_state(sheet),
        fonts=_legacy_fonts(sheet, area, kept),
        epoch_1904=epoch_1904,
    )


def _filled(sheet: Calls) -> tuple[Range, Calls]:
    """From A1 to the end of what Excel calls used, which formats alone can stretch to the sheet's last square."""
    used = sheet.get("UsedRange")
    held = next(areas_at(used.get("Address")))
    area = Range(1, 1, held.last_row, held.last_column)
    return area, used if area == held else squares_at(sheet, area)


def _state(sheet: Calls) -> str:
    return _STATES.get(sheet.get("Visible"), "visible")


def _has_values_beyond(sheet: Calls, area: Range) -> bool:
    rows, columns = area.last_row, area.last_column
    if not is_far(rows, columns):
        return False
    functions = sheet.get("Application").get("WorksheetFunction")
    beyond = [Range(MOST_ROWS + 1, 1, rows, columns)] if rows > MOST_ROWS else []
    beyond += [Range(1, MOST_COLUMNS + 1, min(rows, MOST_ROWS), columns)] if columns > MOST_COLUMNS else []
    return any(functions.get("CountA", squares_at(sheet, part)) for part in beyond)


def _formulas(whole: Calls, values: Sequence[Sequence[Raw]]) -> frozenset[tuple[int, int]]:
    """Squares whose formula text begins with "=" and is not simply their own text."""
    return frozenset(
        (row, column)
        for row, line in enumerate(rows_of(whole, "Formula"), 1)
        for column, text in enumerate(line, 1)
        if isinstance(text, str) and text.startswith("=") and values[row - 1][column - 1] != text
    )


def formula_texts(sheet: Calls) -> dict[tuple[int, int], str]:
    """Every formula of a sheet with its text."""
    _, whole = _filled(sheet)
    values = [[raw_of(value) for value in row] for row in rows_of(whole)]
    texts = rows_of(whole, "Formula")
    return {(row, column): str(texts[row - 1][column - 1]) for row, column in _formulas(whole, values)}


def _trimmed(values: list[list[Raw]], formulas: frozenset[tuple[int, int]]) -> tuple[tuple[Raw, ...], ...]:
    """Without the empty rows and columns at the end, as a closed file is read."""
    filled = [
        (row, column)
        for row, line in enumerate(values, 1)
        for column, value in enumerate(line, 1)
        if value is not None or (row, column) in formulas
    ]
    last_row = max((row for row, _ in filled), default=0)
    last_column = max((column for _, column in filled), default=0)
    return tuple(tuple(line[:last_column]) for line in values[:last_row])


def _merged(sheet: Calls, area: Range, whole: Calls) -> Iterator[Range]:
    """The merges that touch the area."""
    seen: set[tuple[int, int]] = set()
    for part, is_merged in uniform(area, lambda asked: _part(sheet, asked, area, whole).get("MergeCells")):
        for square in squares_of(part) if is_merged else ():
            if square not in seen:
                merge = next(areas_at(squares_at(sheet, Range(*square, *square)).get("MergeArea").get("Address")))
                seen.update(squares_of(merge))
                yield merge


def _part(sheet: Calls, asked: Range, area: Range, whole: Calls) -> Calls:
    """The first question is about the whole area, which is at hand."""
    return whole if asked == area else squares_at(sheet, asked)


def _legacy_fonts(sheet: Calls, area: Range, values: Sequence[Sequence[Raw]]) -> dict[int, frozenset[str]]:
    """By column with text: its fonts, where any is of a legacy encoding.

    Most sheets mix fonts, and asking for them costs thousands of questions, seconds in Excel. They are asked
    only where some text holds a sign that Vietnamese in Unicode has no use for, as legacy text always does
    somewhere on its sheet.
    """
    if not any(isinstance(value, str) and _ODD_SIGN.search(value) for row in values for value in row):
        return {}
    found: dict[int, frozenset[str]] = {}
    for column in range(1, area.last_column + 1):
        if not any(isinstance(row[column - 1], str) for row in values if len(row) >= column):
            continue
        strip = Range(1, column, max(len(values), 1), column)
        parts = uniform(strip, lambda asked: squares_at(sheet, asked).get("Font").get("Name"), questions=_QUESTIONS_ABOUT_FONTS)
        found[column] = frozenset(str(answer) for _, answer in parts if answer)
    return columns_with_legacy(found)
