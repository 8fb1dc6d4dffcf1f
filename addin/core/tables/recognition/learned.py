"""A learned layout, followed: a column or heading row that moved since it was confirmed is found again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from addin import glossary
from addin.core.grids import Grid
from addin.core.tables.recognition.column_choice import CONFIRMED, HALVES, Columns
from addin.core.tables.recognition.headings import WINDOW, block_texts
from addin.core.tables.recognition.shapes import base_of
from addin.core.tables.rows.book import FoundTable
from addin.core.tables.squares.values import clean


def layouts_of(grid: Grid, layouts: Iterable[FoundTable]) -> list[FoundTable]:
    """The layouts confirmed for a sheet; spaces and Unicode form of its name do not count."""
    return [replace(layout, sheet=grid.sheet) for layout in layouts if clean(layout.sheet) == clean(grid.sheet)]


def followed(grid: Grid, layout: FoundTable) -> tuple[FoundTable, tuple[str, ...]]:
    """The layout where its headings stand now, and the keys whose heading is nowhere."""
    depth = len(layout.heading_rows)
    first = _heading_row(grid, layout, depth)
    texts = _folded_texts(grid, first, depth)
    columns, lost = dict(layout.columns), []
    for key, title in layout.titles.items():
        wanted = glossary.fold(title)
        if not wanted:
            continue
        fitting = [column for column, text in texts.items() if text == wanted]
        if fitting:
            columns[key] = min(fitting, key=lambda column: abs(column - layout.columns[key]))
        else:
            lost.append(key)
            del columns[key]
    last = first + depth - 1
    found = replace(layout, heading_rows=tuple(range(first, last + 1)), first_row=last + 1, columns=columns)
    return found, tuple(lost)


def added(layout: FoundTable, more: Columns, lost: Iterable[str]) -> FoundTable:
    """The layout with the columns that headings or contents recognise beside it: it adds to recognition, it hides nothing."""
    held = {HALVES.get(base_of(key), base_of(key)) for key in (*layout.columns, *lost)}
    used = {*layout.columns.values(), *layout.declined}
    extra = {
        key: column
        for key, column in more.places.items()
        if HALVES.get(base_of(key), base_of(key)) not in held and column not in used
    }
    columns = {**layout.columns, **extra}
    reasons = {**dict.fromkeys(layout.columns, CONFIRMED), **{key: more.reasons.get(key, "") for key in extra}}
    titles = {**layout.titles, **{key: more.titles.get(key, "") for key in extra}}
    taken = {*columns.values(), *more.years.values(), *layout.declined}
    headed = {**dict(more.unknown), **{more.places[key]: text for key, text in more.titles.items() if key in more.places}}
    unknown = tuple((column, text) for column, text in sorted(headed.items()) if column not in taken)
    return replace(layout, columns=columns, reasons=reasons, titles=titles, unknown=unknown)


def _heading_row(grid: Grid, layout: FoundTable, depth: int) -> int:
    """Where most of the confirmed headings stand; of equals the nearest to where they stood."""
    there = layout.heading_rows[0]
    wanted = {glossary.fold(title) for title in layout.titles.values()} - {""}
    best, most = there, _hits(grid, there, depth, wanted)
    if most == len(wanted):
        return best
    rows = {*range(1, WINDOW + 1), *range(max(1, there - WINDOW), there + WINDOW)}
    for row in sorted(rows, key=lambda row: abs(row - there)):
        if row <= grid.row_count:
            hits = _hits(grid, row, depth, wanted)
            if hits > most:
                best, most = row, hits
    return best


def _hits(grid: Grid, first: int, depth: int, wanted: set[str]) -> int:
    return len(wanted.intersection(_folded_texts(grid, first, depth).values())) if wanted else 0


def _folded_texts(grid: Grid, first: int, depth: int) -> Mapping[int, str]:
    return {column: glossary.fold(text) for column, text in block_texts(grid, first, depth).items()}
