"""Looks of squares in columns of ours that have none of their own: wrapped text, framed as the neighbour's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from addin.hosts.excel.areas import blocks, squares_of, uniform
from addin.hosts.excel.reaching import is_protected, square_at, squares_at

if TYPE_CHECKING:
    from collections.abc import Iterable

    from addin.core.grids import Range
    from addin.hosts.excel.calls import Calls
    from addin.hosts.excel.planning import SheetPlan

_EDGES = (7, 8, 9, 10)
_NO_LINE, _THIN_LINE = -4142, 1
_NO_GROUND = -4142
_TOP, _CENTER = -4160, -4108
_BARE = (False, _NO_LINE, "General", False, _NO_GROUND)
Square = tuple[int, int]


def bare_squares(plan: SheetPlan) -> frozenset[Square]:
    """Those beside a neighbour that look like nothing, on a sheet that lets looks be changed."""
    found: set[Square] = set()
    for area in blocks(plan.beside) if plan.beside and not is_protected(plan.sheet) else ():
        for part, is_bare in uniform(area, lambda asked: _is_bare(plan.sheet, asked)):
            found |= set(squares_of(part)) if is_bare else set()
    return frozenset(found)


def _is_bare(sheet: Calls, area: Range) -> bool | None:
    """None asks on in halves."""
    squares = squares_at(sheet, area)
    looks = (
        squares.get("WrapText"),
        squares.get("Borders").get("LineStyle"),
        squares.get("NumberFormat"),
        squares.get("Font").get("Bold"),
        squares.get("Interior").get("Pattern"),
    )
    return None if None in looks else looks == _BARE


def frame(plan: SheetPlan, bare: Iterable[Square]) -> None:
    """Square by square, for looks of several spare what a filter hides."""
    for row, column in sorted(bare):
        _frame(square_at(plan.sheet, row, column), square_at(plan.sheet, row, plan.beside[row, column]))


def _frame(own: Calls, neighbour: Calls) -> None:
    """Lines all around where the neighbour has one, and of a heading bold and ground."""
    own.put("WrapText", True)
    lines = neighbour.get("Borders")
    if any(lines.get("Item", edge).get("LineStyle") != _NO_LINE for edge in _EDGES):
        own.get("Borders").put("LineStyle", _THIN_LINE)
    is_heading = neighbour.get("Font").get("Bold") is True
    own.put("VerticalAlignment", _CENTER if is_heading else _TOP)
    if is_heading:
        own.put("HorizontalAlignment", _CENTER)
        own.get("Font").put("Bold", True)
        if neighbour.get("Interior").get("Pattern") != _NO_GROUND:
            own.get("Interior").put("Color", neighbour.get("Interior").get("Color"))


def unframe(sheet: Calls, squares: Iterable[Square]) -> None:
    """Squares that looked like nothing do so again."""
    for square in squares:
        square_at(sheet, *square).get("ClearFormats")
