"""What is merged among headings: parents over several columns, and headings that reach down beside sub-headings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from addin.core.grids import Grid

_FEWEST_REACHING = 2
_DEEPEST = 3


class Merges:
    """The merged areas of a sheet, by what headings ask of them."""

    def __init__(self, grid: Grid) -> None:
        self._grid = grid

    @cached_property
    def parents(self) -> Mapping[int, list[tuple[int, int]]]:
        """By row: first and last column of what is merged over columns of one row."""
        found: dict[int, list[tuple[int, int]]] = {}
        for merged in self._grid.merged:
            if merged.first_row == merged.last_row and merged.first_column < merged.last_column:
                found.setdefault(merged.first_row, []).append((merged.first_column, merged.last_column))
        return found

    def reach_into(self, row: int) -> bool:
        """Whether squares of the row above are merged down into a row: it stands among the same headings."""
        return sum(merged.first_row < row <= merged.last_row < merged.first_row + _DEEPEST for merged in self._grid.merged) >= _FEWEST_REACHING

    def spread(self, row: int, texts: Sequence[str]) -> list[str]:
        """The texts of a row, a merged parent standing over each of its columns."""
        spread = list(texts)
        for merged in self._grid.merged:
            first, last = merged.first_column, merged.last_column
            if merged.first_row == row and first <= len(spread):
                spread += [""] * (last - len(spread))
                spread[first - 1 : last] = [spread[first - 1]] * (last - first + 1)
        return spread
