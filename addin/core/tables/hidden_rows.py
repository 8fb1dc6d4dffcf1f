"""Rows of a table that nobody sees: hidden by hand or by a filter, and read all the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from addin.core.findings import Finding
from addin.core.grids import Grid
from addin.core.tables.recognition.recognise import Recognised
from addin.core.tables.squares import faults

_MOST_SPANS = 5


def hidden_rows(grid: Grid, found: Recognised) -> Iterator[Finding]:
    """One finding a table, naming the rows: a figure that counts them surprises who sees fewer."""
    hidden = [row for row in found.extent.rows if row in grid.hidden_rows] if grid.hidden_rows else []
    if hidden:
        spans = _spans(hidden)
        told = ", ".join(spans[:_MOST_SPANS]) + (", …" if len(spans) > _MOST_SPANS else "")
        yield faults.HIDDEN_ROWS.at(grid.place(hidden[0]), f"{len(hidden)} dòng đang ẩn vẫn được đọc: dòng {told}.")


def _spans(rows: Sequence[int]) -> list[str]:
    """`5–9`, `12`: rows one behind the other as one."""
    spans: list[list[int]] = []
    for row in rows:
        if spans and row == spans[-1][1] + 1:
            spans[-1][1] = row
        else:
            spans.append([row, row])
    return [f"{first}–{last}" if last > first else f"{first}" for first, last in spans]
