"""From what LibreOffice's side tells of a sheet to a `Grid` equal to that of the same workbook as a closed file.

LibreOffice keeps every number as a double and knows a day only by its format; a yes/no or an error that was
typed or stored as a value is a small formula of its own there (`=TRUE()`, `=#N/A`), which is no formula of the
cell's. Days before 1900-03-01 are counted as Excel counts them. A very hidden sheet is a hidden one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from addin.core.grids import Grid, Range, Raw, SquareError
from addin.hosts.extent import left_out
from addin.hosts.legacy_fonts import columns_with_legacy

Square = tuple[int, int]
_STORED_VALUE = re.compile(r"=(?:TRUE\(\)|FALSE\(\)|#N/A|#[A-Z]+[0-9/]*[!?])")
_MARCH_1900 = 60
_EPOCH_1904 = date(1904, 1, 1)


def grids_of(document: Mapping[str, Any]) -> tuple[Grid, ...]:
    """All sheets of an answer to `read`; one beyond the caps by name only."""
    null_day = date.fromisoformat(document["null_date"])
    return tuple(_grid(sheet, null_day) for sheet in document["sheets"])


def _grid(sheet: Mapping[str, Any], null_day: date) -> Grid:
    state = "visible" if sheet["visible"] else "hidden"
    if "far" in sheet:
        row, column = sheet["far"]
        return left_out(sheet["name"], state, (row, column))
    values = _values(sheet, null_day)
    formulas = frozenset(
        (row, column) for row, column, text in sheet.get("formulas", ()) if not _STORED_VALUE.fullmatch(text)
    )
    return Grid(
        sheet=sheet["name"],
        values=values,
        merged=tuple(Range(*area) for area in sheet["merged"]),
        formulas=formulas,
        hidden_rows=frozenset(sheet["hidden_rows"]),
        state=state,
        fonts=_fonts(sheet.get("fonts", ()), values),
        epoch_1904=null_day == _EPOCH_1904,
    )


def _values(sheet: Mapping[str, Any], null_day: date) -> tuple[tuple[Raw, ...], ...]:
    rows: list[list[Raw]] = [[None if value == "" else value for value in line] for line in sheet["rows"]]
    for kind, meant in (("days", _moment), ("durations", _duration), ("flags", _flag)):
        for row, column in _squares(sheet.get(kind, ()), rows):
            value = rows[row - 1][column - 1]
            if isinstance(value, float):
                rows[row - 1][column - 1] = meant(value, null_day)
    for row, column, code in sheet.get("errors", ()):
        rows[row - 1][column - 1] = SquareError(code)
    return tuple(map(tuple, rows))


def _squares(areas: Iterable[Sequence[int]], rows: Sequence[Sequence[Raw]]) -> Iterable[Square]:
    for first_row, first_column, last_row, last_column in areas:
        for row in range(first_row, min(last_row, len(rows)) + 1):
            for column in range(first_column, min(last_column, len(rows[row - 1])) + 1):
                yield row, column


def _moment(serial: float, null_day: date) -> Raw:
    """A time of day below one, a day where whole, else both, to the millisecond."""
    if serial < 1:
        return (datetime.combine(date.min, time()) + _span(max(serial, 0.0))).time()
    leap_year_of_excel = timedelta(days=serial < _MARCH_1900 and null_day != _EPOCH_1904)
    try:
        moment = datetime.combine(null_day, time()) + leap_year_of_excel + _span(serial)
    except OverflowError:
        return serial
    return moment.date() if serial.is_integer() else moment


def _duration(serial: float, _null_day: date) -> Raw:
    return _span(serial)


def _flag(number: float, _null_day: date) -> Raw:
    return bool(number) if number in (0.0, 1.0) else number


def _span(serial: float) -> timedelta:
    return timedelta(milliseconds=round(serial * 86_400_000))


def serial_of(day: date, null_day: date) -> float:
    """The number that stands for a day, with its time of day where it has one."""
    moment = day if isinstance(day, datetime) else datetime.combine(day, time())
    return (moment - datetime.combine(null_day, time())) / timedelta(days=1)


def _fonts(fonts: Iterable[Sequence[Any]], values: Sequence[Sequence[Raw]]) -> dict[int, frozenset[str]]:
    """By column, the fonts of its texts, where one is of an old encoding."""
    seen: dict[int, set[str]] = {}
    for name, areas in fonts:
        for row, column in _squares(areas, values):
            if isinstance(values[row - 1][column - 1], str):
                seen.setdefault(column, set()).add(name)
    return columns_with_legacy(seen)
