"""Which rows a person sees, and writing where some are not seen.

In filter mode Excel writes an array to the visible areas alone, each area beginning again with the array's first item;
clearing and deleting spare what is hidden (xlwings issues 679, 747, 1483, 2619). Reading gives every square, and one
square is always written. So nothing of several squares is written across what is not seen.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from addin.core.grids import Range
from addin.hosts.excel.areas import areas_at, halves, squares_of
from addin.hosts.excel.calls import unless_refused
from addin.hosts.excel.reaching import squares_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from addin.core.writes import Value
    from addin.hosts.excel.calls import Calls

_VISIBLE = 12


def hidden_rows(sheet: Calls, area: Range, whole: Calls | None = None) -> frozenset[int]:
    """The rows of an area that nobody sees, by filter, by hand or in a closed group; `whole` is the area where it is at hand."""
    hidden: set[int] = set()
    waiting = [Range(area.first_row, 1, area.last_row, 1)]
    while waiting:
        part = waiting.pop()
        lines = (squares_at(sheet, part) if whole is None else whole).get("EntireRow")
        whole = None
        rows, answer = range(part.first_row, part.last_row + 1), lines.get("Hidden")
        if answer is None and len(rows) > 1:
            seen, until = _seen(lines, part)
            hidden.update(row for row in rows if row <= until and row not in seen)
            rest = Range(until + 1, 1, part.last_row, 1)
            waiting += [rest] if until >= part.first_row and rest.first_row <= rest.last_row else []
            waiting += halves(part, by_rows_only=True) if until < part.first_row else []
        elif answer:
            hidden.update(rows)
    return frozenset(hidden)


def _seen(lines: Calls, part: Range) -> tuple[set[int], int]:
    """The visible rows from the top, and the row down to which all of them are told.

    An address of many areas ends without a word after 255 characters, so the areas are counted too. A protected sheet
    does not answer: nothing is told then.
    """
    visible: Calls | None = unless_refused(lambda: lines.get("SpecialCells", _VISIBLE), None)
    if visible is None:
        return set(), 0
    told = [area for area in areas_at(visible.get("Address")) if area.first_row <= part.last_row]
    seen = {row for area in told for row in range(area.first_row, min(area.last_row, part.last_row) + 1)}
    is_ordered = all(before.first_row <= after.first_row for before, after in pairwise(told))
    if not seen or not is_ordered:
        return set(), 0
    is_whole = len(told) >= int(visible.get("Areas").get("Count"))
    return seen, part.last_row if is_whole else told[-1].first_row - 1


def is_seen(squares: Calls) -> bool:
    """Whether every square of a rectangle is seen."""
    return squares.get("EntireRow").get("Hidden") is False and squares.get("EntireColumn").get("Hidden") is False


def put_rows(sheet: Calls, area: Range, rows: Sequence[Sequence[Value]]) -> None:
    """Values onto a rectangle: at once where all of it is seen, else square by square."""
    target = squares_at(sheet, area)
    if len(rows) == len(rows[0]) == 1:
        target.put("Value", rows[0][0])
    elif is_seen(target):
        target.put("Value", rows)
    else:
        for row, column in squares_of(area):
            one = squares_at(sheet, Range(row, column, row, column))
            one.put("Value", rows[row - area.first_row][column - area.first_column])


def show_all(sheet: Calls) -> None:
    """Nothing of a sheet of ours stays hidden: what is new on it must be seen, and clearing must reach all of it."""
    if sheet.get("FilterMode"):
        sheet.get("ShowAllData")
    for table in _tables(sheet):
        _show_all_of(table)
        table.get("Unlist")
    sheet.get("Cells").get("EntireRow").put("Hidden", False)


def _show_all_of(table: Calls) -> None:
    """Refused where its filter is off or shows all."""
    unless_refused(lambda: table.get("AutoFilter").get("ShowAllData"), None)


def _tables(sheet: Calls) -> Iterator[Calls]:
    """The last first: each goes from the list."""
    tables = sheet.get("ListObjects")
    return (tables.get("Item", number) for number in range(int(tables.get("Count")), 0, -1))
