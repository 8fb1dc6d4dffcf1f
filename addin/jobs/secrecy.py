"""A workbook with a secrecy stamp in the head of a sheet is not ours to handle (design.md §7).

The head is what stands above the first table. A person named Mật, "bí mật" in a sentence, or a column that says how
secret a paper is stand in tables, and stop nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from addin.core import stamps
from addin.core.grids import Grid
from addin.core.tables import our_sheets
from addin.core.tables.rows.book import FoundTable

_HEAD = 8
"""Rows looked at in a sheet without a table."""
_FEW = 2


def refuse_stamped_heads(name: str, grids: Iterable[Grid], layout: Sequence[FoundTable]) -> None:
    """Secret, naming sheet and square of the stamp."""
    tops: dict[str, int] = {}
    for found in layout:
        top_row = min((*found.heading_rows, found.first_row))
        tops[found.sheet] = min(top_row, tops.get(found.sheet, top_row))
    for grid in grids:
        if grid.sheet in our_sheets.NAMES:
            continue
        top = tops.get(grid.sheet)
        for row in range(1, (top if top is not None else _HEAD + 1)):
            if any(stamps.is_stamp_in_data(text) for text in _readings(grid, row, is_head=top is not None)):
                raise stamps.refuse_stamp(f"Sổ «{name}», đầu sheet «{grid.sheet}» (dòng {row}),")


def _readings(grid: Grid, row: int, *, is_head: bool) -> Iterator[str]:
    """Each square, and the row as one, for a stamp split over squares; in a sheet of who knows what only nearly empty rows."""
    texts = [raw.strip() for raw in grid.row(row) if isinstance(raw, str) and raw.strip()]
    held = sum(raw is not None for raw in grid.row(row))
    if is_head or held <= _FEW:
        yield from texts
    if held == len(texts) > 1:
        yield " ".join(texts)
