"""Sheets of a shape met before are read as before, where their contents answer the same questions alike.

A shape is the name of a sheet and every square from where a table is sought down to its headings. It is kept only
where all headings are words of our own lists and nothing but the questions asked of single columns decided; of name
and titles only their hash is kept, so nothing of anybody's stays behind. A batch of one office's workbooks, or a
session of clicks, weighs each of its shapes once; those of our own workbooks were weighed beforehand (`our_shapes`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from addin.core.grids import Grid
from addin.core.records import dataclass
from addin.core.tables.recognition import our_shapes
from addin.core.tables.recognition.below import Below
from addin.core.tables.recognition.choosing import Choice, choose
from addin.core.tables.recognition.column_choice import ask
from addin.core.tables.recognition.heading_rows import may_be_heading
from addin.core.tables.recognition.headings import ends_search
from addin.core.tables.recognition.sense import is_ours

_MOST, _DEEPEST = 1 << 12, 12
_SILENT_ROWS = 2


@dataclass(frozen=True, slots=True)
class _Shape:
    """What a shape was read as; `looks` are the heading rows under which columns were asked, with what was asked there."""

    choice: Choice
    merged: our_shapes.Merged
    looks: our_shapes.Looks


_SHAPES: dict[int, _Shape] = {}


def choose_again(grid: Grid, start: int) -> Choice | None:
    """`choose`, from memory where that gives the same."""
    found = _recall(grid, start) or _known_beforehand(grid, start)
    if found is None:
        found = choose(grid, start)
        if found is not None:
            _keep(grid, start, found)
    return found


def is_known(grid: Grid) -> bool:
    """Whether the first table of a sheet would be read from memory."""
    return _recall(grid, 1) is not None


def forget() -> None:
    """Every shape."""
    _SHAPES.clear()


def _recall(grid: Grid, start: int) -> Choice | None:
    """What a sheet of the same shape was read as; None where none was met, or its contents said something else."""
    for row, key in _keys(grid, start):
        shape = _SHAPES.get(key)
        if shape is not None:
            return _again(grid, shape) if _is_silent_below(grid, row) and merged_down_to(grid, row) == shape.merged else None
    return None


def _known_beforehand(grid: Grid, start: int) -> Choice | None:
    """What a sheet as our own workbooks have it is read as; remembered like any other from then on."""
    for ours in our_shapes.shapes_of(grid.sheet) if start == 1 else ():
        last = len(ours.rows)
        if grid.values[:last] == ours.rows and _is_silent_below(grid, last) and merged_down_to(grid, last) == ours.merged:
            shape = _Shape(ours.choice(grid), ours.merged, ours.looks)
            found = _again(grid, shape)
            if found is not None:
                _remember(grid, start, shape)
                return found
    return None


def _keep(grid: Grid, start: int, choice: Choice) -> None:
    """Remember a choice, where it follows from the shape and the questions alone."""
    if is_of_shape(grid, start, choice):
        asked = tuple((below.heading_rows, tuple(below.asked)) for below in choice.looks)
        _remember(grid, start, _Shape(replace(choice, below=None, looks=()), merged_down_to(grid, choice.block.last), asked))


def is_of_shape(grid: Grid, start: int, choice: Choice) -> bool:
    """Whether a choice follows from the shape of the sheet and the answered questions alone."""
    block = choice.block
    last = block.last
    if last >= start + _DEEPEST:
        return False
    if not (ends_search(grid, block) and _is_silent_below(grid, last)) or _has_parents(grid, start, last):
        return False
    return all(is_ours(part) for heading in block.headings for part in heading.parts)


def _remember(grid: Grid, start: int, shape: _Shape) -> None:
    key = next((key for row, key in _keys(grid, start) if row == shape.choice.block.last), None)
    if key is not None:
        if len(_SHAPES) >= _MOST:
            _SHAPES.clear()
        _SHAPES[key] = shape


def _again(grid: Grid, shape: _Shape) -> Choice | None:
    found = None
    for rows, questions in shape.looks:
        below = Below(grid, rows)
        if not all(ask(below, asked) == answer for asked, answer in questions):
            return None
        if rows.stop == shape.choice.block.last + 1:
            found = below
    return replace(shape.choice, below=found)


def _keys(grid: Grid, start: int) -> Iterator[tuple[int, int]]:
    """Row by row the hash of all there is down to it."""
    key = hash((grid.sheet, start))
    for row in range(start, min(start + _DEEPEST, grid.row_count + 1)):
        key = hash((key, grid.values[row - 1]))
        yield row, key


def _is_silent_below(grid: Grid, row: int) -> bool:
    """Whether the rows below headings can be none themselves: blank, or with figures or dates."""
    lines = grid.values[row : row + _SILENT_ROWS]
    return all(not may_be_heading(line) or all(raw is None for raw in line) for line in lines)


def _has_parents(grid: Grid, start: int, last: int) -> bool:
    """Whether something stands under a square merged over columns: what holds under such a parent decides what it heads."""
    return any(
        start <= one.first_row == one.last_row < last and any(raw is not None for raw in grid.row(one.first_row + 1)[one.first_column - 1 : one.last_column])
        for one in grid.merged
        if one.last_column > one.first_column
    )


def merged_down_to(grid: Grid, last: int) -> our_shapes.Merged:
    """What is merged where the shape of headings that end there can see it."""
    return tuple(
        (one.first_row, one.first_column, one.last_row, one.last_column) for one in grid.merged if one.first_row <= last + _SILENT_ROWS
    )
