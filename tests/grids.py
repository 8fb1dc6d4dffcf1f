"""Grids written as they look: rows of values, merges as `A1:C2`."""

from __future__ import annotations

import re

from addin.core.grids import Grid, Range
from addin.core.places import column_number


def square_range(text: str) -> Range:
    match = re.fullmatch(r"([A-Z]+)(\d+):([A-Z]+)(\d+)", text)
    return Range(int(match[2]), column_number(match[1]), int(match[4]), column_number(match[3]))


def grid(sheet, *rows, merged=(), **more):
    return Grid(sheet, tuple(tuple(row) for row in rows), tuple(square_range(text) for text in merged), **more)
