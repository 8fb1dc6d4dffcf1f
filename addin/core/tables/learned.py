"""A learned layout, followed: a column or heading row that moved since it was confirmed is found again."""

from __future__ import annotations

from dataclasses import replace

from addin import glossary
from addin.core.grids import Grid
from addin.core.tables.book import FoundTable
from addin.core.tables.headings import WINDOW, block_texts


def followed(grid: Grid, layout: FoundTable) -> tuple[FoundTable, tuple[str, ...]]:
    """The layout where its headings stand now, and the keys whose heading is nowhere."""
    depth = len(layout.heading_rows)
    first = max(_starts(grid, layout), key=lambda row: (_hits(grid, layout, row, depth), row == layout.heading_rows[0]))
    texts = {glossary.fold(text): column for column, text in block_texts(grid, first, depth).items()}
    columns, lost = dict(layout.columns), []
    for key, title in layout.titles.items():
        wanted = glossary.fold(title)
        if not wanted:
            continue
        if wanted in texts:
            columns[key] = texts[wanted]
        else:
            lost.append(key)
    for key in lost:
        del columns[key]
    last = first + depth - 1
    found = replace(layout, heading_rows=tuple(range(first, last + 1)), first_row=last + 1, columns=columns)
    return found, tuple(lost)


def _starts(grid: Grid, layout: FoundTable) -> tuple[int, ...]:
    return tuple(dict.fromkeys((layout.heading_rows[0], *range(1, min(WINDOW, max(grid.row_count, 1)) + 1))))


def _hits(grid: Grid, layout: FoundTable, first: int, depth: int) -> int:
    texts = {glossary.fold(text) for text in block_texts(grid, first, depth).values()}
    return sum(glossary.fold(title) in texts for title in layout.titles.values() if title)
