"""Finds the heading rows of a table: any of the first 30 rows, one to three rows deep, merged or not.

A heading's meaning is parent + child ("Ngày vào Đảng" over "Chính thức"); where that is unknown, the child
alone. Which table the headings belong to is decided in `choosing`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time, timedelta

from addin.core.grids import Grid, Raw
from addin.core.records import dataclass
from addin.core.tables.recognition.heading_words import LONGEST_HEADING, Meanings, meanings, tidy

WINDOW = 30
MAX_DEPTH = 3
_FEWEST_MATCHES = 2
_STRONG = 3
_LONGEST_PARENT = 40
_MOST_UNMERGED = 4


@dataclass(frozen=True, slots=True)
class Heading:
    """One column's heading: its text, and the keys it may mean by table."""

    column: int
    text: str
    keys: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class HeadingBlock:
    """Heading rows `first`..`last` of a sheet and what stands over each column."""

    first: int
    last: int
    headings: tuple[Heading, ...]


def find_blocks(grid: Grid, start: int) -> Iterator[HeadingBlock]:
    """Heading blocks from row `start` on: every reading of each row that may be one."""
    return _Search(grid).blocks(start)


def block_texts(grid: Grid, first: int, depth: int) -> dict[int, str]:
    """Column → heading text of the rows `first`..`first + depth - 1`."""
    return {heading.column: heading.text for heading in _Search(grid).block(first, first + depth - 1).headings}


def likeliest_block(grid: Grid) -> HeadingBlock | None:
    """The row of the first 30 with most texts, though none of them is known: for a table a person names."""
    rows = range(1, min(WINDOW, grid.row_count) + 1)
    counts = {row: sum(isinstance(raw, str) for raw in grid.row(row)) for row in rows if _may_be_heading(grid.row(row))}
    row = max(counts, key=lambda row: (counts[row], -row), default=0)
    return _Search(grid).block(row, row) if row and counts[row] >= _FEWEST_MATCHES else None


class _Search:
    """One search of one sheet: each row's texts are made once."""

    def __init__(self, grid: Grid) -> None:
        self._grid = grid
        self._rows: dict[int, list[str]] = {}

    def blocks(self, start: int) -> Iterator[HeadingBlock]:
        """Candidate rows first, then each with its neighbours above and below."""
        counts = self._counts(start)
        fewest = max(_FEWEST_MATCHES, max(counts.values(), default=0) // 3)
        seen: set[tuple[int, int]] = set()
        for row, known in counts.items():
            if known < fewest:
                continue
            for first, last in self._spans(row, start):
                if (first, last) not in seen:
                    seen.add((first, last))
                    yield self.block(first, last)

    def _counts(self, start: int) -> dict[int, int]:
        """Known headings by row. Below a row full of them only its sub-headings can follow."""
        counts: dict[int, int] = {}
        end = min(start + WINDOW - 1, self._grid.row_count)
        row = start
        while row <= end:
            texts = [text for text in self._texts(row) if text] if _may_be_heading(self._grid.row(row)) else []
            counts[row] = sum(1 for text in texts if len(text) <= LONGEST_HEADING and meanings(text))
            if counts[row] >= _STRONG and counts[row] * 2 >= len(texts):
                end = min(end, row + MAX_DEPTH - 1)
            row += 1
        return counts

    def _spans(self, row: int, start: int) -> Iterator[tuple[int, int]]:
        above, below = self._reach(row, -1, start), self._reach(row, 1, start)
        for first in range(row, row - above - 1, -1):
            for last in range(row, min(row + below, first + MAX_DEPTH - 1) + 1):
                if last - first < MAX_DEPTH:
                    yield first, last

    def _reach(self, row: int, step: int, start: int) -> int:
        """How many rows above or below may belong to the same headings."""
        for distance in range(1, MAX_DEPTH):
            other = row + step * distance
            if not start <= other <= self._grid.row_count or not self._speaks(other):
                return distance - 1
            if not (self._leaves_room(other - 1, other) if step > 0 else self._is_parent(other, row)):
                return distance - 1
        return MAX_DEPTH - 1

    def _speaks(self, row: int) -> bool:
        line = self._grid.row(row)
        return _may_be_heading(line) and any(isinstance(raw, str) and raw.strip() for raw in line)

    def _is_parent(self, upper: int, row: int) -> bool:
        """Whether a row above may hold parents: not a title, which stands alone from the first column on or is long."""
        texts = [(index, text) for index, text in enumerate(self._texts(upper)) if text]
        first = next((index for index, text in enumerate(self._texts(row)) if text), 0)
        return len(texts) > 1 or any(index > first and len(text) <= _LONGEST_PARENT for index, text in texts)

    def _leaves_room(self, upper: int, lower: int) -> bool:
        """Whether the lower row may hold sub-headings: under a blank, a merge or a word that means nothing alone."""
        above = self._texts(upper)
        return any(
            text and (index >= len(above) or not above[index] or not meanings(above[index]))
            for index, text in enumerate(self._texts(lower))
        )

    def block(self, first: int, last: int) -> HeadingBlock:
        """What the rows `first`..`last` say over each column."""
        rows = [self._spread(row) if row < last else self._texts(row) for row in range(first, last + 1)]
        width = max((len(row) for row in rows), default=0)
        headings = []
        for index in range(width):
            column = [row[index] if index < len(row) else "" for row in rows]
            parts = list(dict.fromkeys(text for text in column if text))
            if parts:
                keys = _column_meanings(parts) if len(parts) > 1 or column[0] else self._under_left(rows, index, parts[0])
                headings.append(Heading(index + 1, " ".join(parts), keys))
        return HeadingBlock(first, last, tuple(headings))

    def _under_left(self, rows: Sequence[Sequence[str]], index: int, child: str) -> Meanings:
        """A child whose parent is written once, unmerged, over the column to the left: "Quyết định" over Số | Ngày."""
        parents = rows[0]
        nearby = range(min(index, len(parents)) - 1, max(index - _MOST_UNMERGED, 0) - 1, -1)
        left = next((at for at in nearby if parents[at]), None)
        has_children = left is not None and all(at < len(rows[-1]) and rows[-1][at] for at in range(left, index))
        return (meanings(f"{parents[left]} {child}") if left is not None and has_children else None) or meanings(child)

    def _texts(self, row: int) -> list[str]:
        if row not in self._rows:
            self._rows[row] = [_heading_text(raw) if isinstance(raw, str) else "" for raw in self._grid.row(row)]
        return self._rows[row]

    def _spread(self, row: int) -> list[str]:
        """The texts of a row, a merged parent standing over each of its columns."""
        texts = self._texts(row)
        for merged in self._grid.merged:
            if merged.first_row == row and merged.first_column <= len(texts):
                texts = texts + [""] * (merged.last_column - len(texts))
                texts[merged.first_column - 1 : merged.last_column] = [texts[merged.first_column - 1]] * (
                    merged.last_column - merged.first_column + 1
                )
        return texts


def _may_be_heading(line: Sequence[Raw]) -> bool:
    """Headings are words: a date, an amount, a year or a running number makes a row of data."""
    return not any(isinstance(raw, int | float | date | time | timedelta) for raw in line)


def _heading_text(raw: str) -> str:
    """One line, unless its lines are the parts of a compound heading."""
    text = tidy(raw)
    if "\n" in raw:
        lines = "\n".join(tidy(line) for line in raw.splitlines() if line.strip())
        if any(len(keys) > 1 for keys in meanings(lines).values()):
            return lines
    return text


def _column_meanings(parts: Sequence[str]) -> Meanings:
    """Parent + child, the likelier reading first; a remark under a known heading changes nothing."""
    whole = meanings(" ".join(parts))
    if whole or len(parts) == 1:
        return whole
    parent, child = parts[-2], parts[-1]
    readings: tuple[str, ...] = (f"{parent} {child}", f"{parts[0]} {child}", f"{child} {parent}", f"{child} {parts[0]}", child)
    if child.startswith("(") and child.endswith(")"):
        readings = (parent, *readings)
    return next((found for reading in dict.fromkeys(readings) if (found := meanings(reading))), whole)
