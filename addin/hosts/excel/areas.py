"""Rectangles of a sheet: their addresses, where a property holds, and squares gathered into blocks.

Excel answers a question about a whole block with yes, no or "mixed". Halving the mixed ones finds a few merges
or hidden rows among thousands with a few dozen questions instead of one a square.

Every question is a call into another process, so a rectangle is named by its address: corner by corner it would
take five calls to reach, and five more to be asked where it lies.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator

from addin.core.grids import Range
from addin.core.places import Place, column_number

Ask = Callable[[Range], object]
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
_AREA = re.compile(r"\$?([A-Z]*)\$?(\d*)(?::\$?([A-Z]*)\$?(\d*))?")


def address_of(area: Range) -> str:
    """`A3:C5`, or `A3` for a single square."""
    first = Place("", area.first_row, area.first_column).cell
    last = Place("", area.last_row, area.last_column).cell
    return first if first == last else f"{first}:{last}"


def areas_at(address: str) -> Iterator[Range]:
    """`$A$3:$C$5,$A$9`, `$4:$6`, `$B:$B`: a whole row or column has no letters or no number."""
    for text in address.rpartition("!")[2].split(","):
        found = _AREA.fullmatch(text.strip())
        if found:
            first_column, first_row, last_column, last_row = found.groups()
            yield Range(
                int(first_row or 1),
                column_number(first_column) or 1,
                int(last_row or first_row or LAST_ROW),
                column_number(last_column or first_column) or LAST_COLUMN,
            )


def uniform(area: Range, ask: Ask, *, by_rows_only: bool = False, questions: int = 100_000) -> Iterator[tuple[Range, object]]:
    """The area in blocks with one answer each; mixed (None) where the questions ran out or a square cannot tell."""
    waiting, asked = [area], 0
    while waiting:
        block = waiting.pop()
        asked += 1
        answer = ask(block)
        parts = halves(block, by_rows_only=by_rows_only)
        if answer is None and len(parts) > 1 and asked < questions:
            waiting += reversed(parts)
        else:
            yield block, answer


def halves(block: Range, *, by_rows_only: bool) -> list[Range]:
    """A rectangle in two; itself where it cannot be parted."""
    rows, columns = block.last_row - block.first_row + 1, block.last_column - block.first_column + 1
    if rows > 1 and (rows >= columns or by_rows_only):
        middle = block.first_row + rows // 2 - 1
        return [
            Range(block.first_row, block.first_column, middle, block.last_column),
            Range(middle + 1, block.first_column, block.last_row, block.last_column),
        ]
    if columns > 1 and not by_rows_only:
        middle = block.first_column + columns // 2 - 1
        return [
            Range(block.first_row, block.first_column, block.last_row, middle),
            Range(block.first_row, middle + 1, block.last_row, block.last_column),
        ]
    return [block]


def blocks(squares: Collection[tuple[int, int]]) -> list[Range]:
    """The squares as few rectangles: neighbours in a row, then rows with the same neighbours."""
    runs: list[Range] = []
    for row, column in sorted(squares):
        last = runs[-1] if runs else None
        if last and last.first_row == row and last.last_column == column - 1:
            runs[-1] = Range(row, last.first_column, row, column)
        else:
            runs.append(Range(row, column, row, column))
    joined: dict[tuple[int, int, int], Range] = {}
    for run in runs:
        above = joined.pop((run.first_column, run.last_column, run.first_row - 1), None)
        first = above.first_row if above else run.first_row
        whole = Range(first, run.first_column, run.last_row, run.last_column)
        joined[run.first_column, run.last_column, run.last_row] = whole
    return sorted(joined.values(), key=lambda block: (block.first_row, block.first_column))


def squares_of(block: Range) -> Iterator[tuple[int, int]]:
    """All squares of a rectangle, row by row."""
    for row in range(block.first_row, block.last_row + 1):
        for column in range(block.first_column, block.last_column + 1):
            yield row, column
