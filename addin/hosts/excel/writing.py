"""Puts planned values on their squares, block by block, and looks whether they stand there as meant."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from addin.core.grids import Range
from addin.core.places import Place
from addin.hosts.excel.areas import blocks, squares_of, uniform
from addin.hosts.excel.looks import bare_squares, frame
from addin.hosts.excel.reaching import rows_of, square_at, squares_at
from addin.hosts.excel.seen import put_rows
from addin.hosts.excel.taking_back import SquareBefore
from addin.hosts.excel.values import DATE_FORMAT, handed, is_date_format, raw_of, same, sent
from addin.hosts.refusal import refuse
from addin.hosts.validations import refuse_value

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from addin.core.grids import Raw
    from addin.core.writes import Value
    from addin.hosts.excel.calls import Calls
    from addin.hosts.excel.planning import SheetPlan

Square = tuple[int, int]


def squares_before(plan: SheetPlan) -> tuple[SquareBefore, ...]:
    """What taking back needs, known before anything is written."""
    formats, bare = _formats(plan), bare_squares(plan)
    return tuple(
        SquareBefore(
            plan.grid.sheet,
            row,
            column,
            plan.grid.at(row, column),
            value,
            formats[row, column] if _new_format(plan, (row, column), formats) else None,
            (row, column) in bare,
        )
        for (row, column), value in sorted(plan.values.items())
    )


def write_plan(plan: SheetPlan) -> None:
    """Formats of dates first, for Excel would choose its own; then the values; RefusedWrite where one does not stand."""
    formats, bare = _formats(plan), bare_squares(plan)
    for square in sorted(plan.values):
        wanted = _new_format(plan, square, formats)
        if wanted:
            square_at(plan.sheet, *square).put("NumberFormat", wanted)
            formats[square] = wanted
    put(plan.sheet, plan.values, formats)
    frame(plan, bare)
    _verify(plan)


def put(sheet: Calls, values: Mapping[Square, Value], formats: Mapping[Square, str]) -> None:
    """The values, one write a rectangle where all of it is seen."""
    for area in blocks(values):
        rows = [
            [handed(sent(values[row, column], formats[row, column])) for column in range(area.first_column, area.last_column + 1)]
            for row in range(area.first_row, area.last_row + 1)
        ]
        put_rows(sheet, area, rows)


def formats_of(sheet: Calls, area: Range) -> Iterator[tuple[Square, str]]:
    """The number format of every square of a rectangle."""
    for part, answer in uniform(area, lambda asked: squares_at(sheet, asked).get("NumberFormat")):
        for square in squares_of(part):
            yield square, str(answer or "General")


def _formats(plan: SheetPlan) -> dict[Square, str]:
    found: dict[Square, str] = {}
    for area in blocks(plan.values):
        found.update(formats_of(plan.sheet, area))
    return found


def _new_format(plan: SheetPlan, square: Square, formats: Mapping[Square, str]) -> str | None:
    """A format for a day on a square that shows none: that of the square above the new row, else dd/mm/yyyy."""
    if not isinstance(plan.values[square], date) or is_date_format(formats[square]):
        return None
    row, column = square
    if row in plan.new_rows and plan.last_old_row >= 1:
        above = str(square_at(plan.sheet, plan.last_old_row, column).get("NumberFormat") or "")
        if is_date_format(above):
            return above
    return DATE_FORMAT


def _verify(plan: SheetPlan) -> None:
    """Excel has the last word on what a square holds; anything else than what was meant is taken back."""
    for area in blocks(plan.values):
        rows = rows_of(squares_at(plan.sheet, area))
        for row, column in squares_of(area):
            held: Raw = raw_of(rows[row - area.first_row][column - area.first_column])
            if not same(held, plan.values[row, column]):
                refuse(
                    "Excel không giữ đúng giá trị cần ghi",
                    "Xem định dạng và điều kiện nhập của ô rồi bấm lại.",
                    Place(plan.grid.sheet, row, column),
                )
        _refuse_invalid(plan, area)


def _refuse_invalid(plan: SheetPlan, area: Range) -> None:
    """Excel lets a program pass its data validation by; a value its rule would stop is taken back."""
    for part, is_valid in uniform(area, lambda asked: _is_valid(plan, asked)):
        if is_valid is False and any(plan.values[square] not in (None, "") for square in squares_of(part)):
            value = plan.values[part.first_row, part.first_column]
            place = Place(plan.grid.sheet, part.first_row, part.first_column)
            refuse_value(value, place, (), "sửa điều kiện nhập (Data Validation) trong Excel")


def _is_valid(plan: SheetPlan, area: Range) -> bool | None:
    """None asks on in halves: one square that breaks its rule makes the whole block invalid."""
    if squares_at(plan.sheet, area).get("Validation").get("Value") is not False:
        return True
    is_single = area.first_row == area.last_row and area.first_column == area.last_column
    return False if is_single else None
