"""Works out `our_shapes.json`: how the sheets of the blank workbook and of the samples are read.

Run by `python -m tools.sheet_shapes` after any change of recognition or of the workbooks; a test keeps the file current.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from addin.core.grids import Grid
from addin.core.tables import our_sheets
from addin.core.tables.recognition.below import Answer, Held, Question
from addin.core.tables.recognition.choosing import Choice, choose
from addin.core.tables.recognition.contents import Says
from addin.core.tables.recognition.our_shapes import SOURCE
from addin.core.tables.recognition.remembered import is_of_shape, merged_down_to
from addin.core.tables.squares.letters import clear_grid
from addin.hosts.closed.read.reading import read_workbook
from addin.resources import shipped
from tools.entry_lines import entry_lines

WORKBOOKS = ("so-trang.xlsx", "mau.xlsx", "chi-bo-van-phong-so-2.xlsx")
_DIGITS = 9
"""Sums of shares differ behind these by the order they were added in."""


def shapes_text() -> str:
    """What `our_shapes.json` must hold, byte for byte: each shape of a sheet's name once."""
    found: dict[str, list[Mapping[str, Any]]] = {}
    for grid in grids():
        entry = _entry(grid)
        if entry is not None and entry not in found.setdefault(grid.sheet, []):
            found[grid.sheet].append(entry)
    return entry_lines(found)


def grids() -> Iterator[Grid]:
    """The sheets of our own workbooks."""
    for name in WORKBOOKS:
        for grid in read_workbook(shipped(f"workbooks/{name}")).grids:
            if grid.sheet not in our_sheets.NAMES:
                yield clear_grid(grid)[0]


def _entry(grid: Grid) -> Mapping[str, Any] | None:
    """The choice of one sheet; None where it does not follow from its shape, or a person must settle something."""
    choice = choose(grid, 1)
    if choice is None or not is_of_shape(grid, 1, choice) or _is_open(choice):
        return None
    block, columns = choice.block, choice.columns
    return {
        "table": choice.table,
        "first": block.first,
        "rows": [list(line) for line in grid.values[: block.last]],
        "merged": [list(one) for one in merged_down_to(grid, block.last)],
        "columns": dict(columns.places),
        "fits": dict(columns.fits),
        "reasons": dict(columns.reasons),
        "unknown": [column for column, _text in columns.unknown],
        "score": round(choice.score, _DIGITS),
        "bonus": round(choice.bonus, _DIGITS),
        "looks": [[below.heading_rows.start, below.heading_rows.stop, [_stored(*one) for one in below.asked]] for below in choice.looks],
    }


def _is_open(choice: Choice) -> bool:
    columns = choice.columns
    return bool(choice.rivals or choice.is_weak or columns.rivals or columns.near or columns.years)


def _stored(question: Question, answer: Answer) -> list[Any]:
    if isinstance(question, Held):
        return [question.column, list(question.kinds), question.fewest, answer]
    return [*question, answer.value if isinstance(answer, Says) else answer]


if __name__ == "__main__":
    SOURCE.write_text(shapes_text(), encoding="utf-8")
