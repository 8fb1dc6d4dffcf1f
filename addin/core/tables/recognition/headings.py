"""Finds the heading rows of a table: any of the first 30 rows, one to three rows deep, merged or not.

A heading's meaning is parent + child ("Ngày vào Đảng" over "Chính thức"); where that says less, the child
alone. Which table the headings belong to is decided in `choosing`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from addin import glossary
from addin.core.grids import Grid, Raw
from addin.core.records import dataclass
from addin.core.tables.recognition import row_words, weights
from addin.core.tables.recognition.heading_parts import best_fits, column_sense, votes
from addin.core.tables.recognition.heading_rows import is_numbering, is_year, is_year_heading, may_be_heading
from addin.core.tables.recognition.heading_words import LONGEST_HEADING, meanings, tidy
from addin.core.tables.recognition.merges import Merges
from addin.core.tables.recognition.profiles import is_numbered_group
from addin.core.tables.recognition.sense import (
    Senses,
    best_of,
    mended_sense,
    sense,
    votes_of,
)
from addin.core.tables.squares.names import is_person
from addin.glossary.notions import readings

WINDOW = 30
MAX_DEPTH = 3
_FEWEST_MATCHES = 2
_STRONG = 3
_LONGEST_PARENT = 40
_MOST_UNMERGED = 4
_SURE = 80


@dataclass(frozen=True, slots=True)
class Heading:
    """One column's heading: its texts from top to bottom, and the keys it may mean by table with their fit."""

    column: int
    text: str
    parts: tuple[str, ...]
    senses: Senses

    @property
    def best(self) -> Mapping[str, int]:
        """By table how well the heading fits the key it fits best there."""
        return best_fits(self.text) if self.parts == (self.text,) else best_of(self.senses)

    @property
    def votes(self) -> Mapping[str, float]:
        """By table what the heading says for it: its fit, less the more tables know it as surely."""
        return votes(self.text) if self.parts == (self.text,) else votes_of(self.best)


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


def block_at(grid: Grid, first: int, last: int) -> HeadingBlock:
    """What the rows `first`..`last` say over each column."""
    return _Search(grid).block(first, last)


def leaves_orphans(grid: Grid, block: HeadingBlock) -> bool:
    """Whether the row below a block belongs to its headings."""
    return _Search(grid).orphans(block.last + 1, block.last)


def ends_search(grid: Grid, block: HeadingBlock) -> bool:
    """Whether a row of the block is so full of known headings that none is sought farther below it."""
    rows = [[text for text in map(_heading_text, grid.row(row)) if text] for row in range(block.first, block.last + 1)]
    return any(_is_full(sum(map(is_known, texts)), texts) for texts in rows)


def _is_full(known: int, texts: Sequence[str]) -> bool:
    return known >= _STRONG and known * 2 >= len(texts)


def likeliest_block(grid: Grid) -> HeadingBlock | None:
    """The row of the first 30 with most texts, though none of them is known: for a table a person names."""
    rows = range(1, min(WINDOW, grid.row_count) + 1)
    counts = {row: sum(isinstance(raw, str) for raw in grid.row(row)) for row in rows if may_be_heading(grid.row(row))}
    row = max(counts, key=lambda row: (counts[row], -row), default=0)
    return _Search(grid).block(row, row) if row and counts[row] >= _FEWEST_MATCHES else None


def is_known(text: str) -> bool:
    """Whether a text is a heading of any table of ours."""
    return any(fit >= weights.HEADING_KNOWN for keys in sense(text).values() for fit in keys.values())


class _Search:
    """One search of one sheet: each row's texts are made once."""

    def __init__(self, grid: Grid) -> None:
        self._grid = grid
        self._rows: dict[int, list[str]] = {}
        self._merges = Merges(grid)

    def blocks(self, start: int) -> Iterator[HeadingBlock]:
        """Candidate rows first, then each with its neighbours above and below."""
        counts = self._counts(start, mend=False)
        if max(counts.values(), default=0) < _FEWEST_MATCHES:
            counts = self._counts(start, mend=True)
        fewest = max(_FEWEST_MATCHES, max(counts.values(), default=0) // 3)
        seen: set[tuple[int, int]] = set()
        for row, known in counts.items():
            if known < fewest:
                continue
            for first, last in self._spans(row, start):
                if (first, last) not in seen:
                    seen.add((first, last))
                    yield self.block(first, last)

    def _counts(self, start: int, *, mend: bool) -> dict[int, int]:
        """Known headings by row. Below a row full of them only its sub-headings can follow."""
        counts: dict[int, int] = {}
        end = min(start + WINDOW - 1, self._grid.row_count)
        row = start
        while row <= end:
            texts = [text for text in self._texts(row) if text] if self._may_be(row) else []
            known = [text for text in texts if len(text) <= LONGEST_HEADING and (_is_mended(text) if mend else is_known(text))]
            if known and (self._names_people(row) or (len(known) * 2 < len(texts) and any(is_person(text) for text in texts if text not in known))):
                known = []
            counts[row] = len(known) + sum(is_year_heading(text) or glossary.level_of(text) is not None for text in texts if known and text not in known)
            if _is_full(counts[row], texts):
                end = min(end, row + MAX_DEPTH - 1)
            row += 1
        return counts

    def _spans(self, row: int, start: int) -> Iterator[tuple[int, int]]:
        above, below = self._reach(row, -1, start), self._reach(row, 1, start)
        for first in range(row, row - above - 1, -1):
            for last in range(row, min(row + below, first + MAX_DEPTH - 1) + 1):
                if last - first < MAX_DEPTH and not (last < row + below and self._has_children(last)):
                    yield first, last

    def _has_children(self, row: int) -> bool:
        """Whether a parent merged over several columns of the row has sub-headings below it."""
        below = self._texts(row + 1)
        return any(
            any(index < len(below) and below[index] for index in range(first - 1, last))
            for first, last in self._merges.parents.get(row, ())
        )

    def _reach(self, row: int, step: int, start: int) -> int:
        """How many rows above or below may belong to the same headings."""
        for distance in range(1, MAX_DEPTH):
            other = row + step * distance
            if not start <= other <= self._grid.row_count or not self._speaks(other):
                return distance - 1
            if not (self._leaves_room(other - 1, other) if step > 0 else self._is_parent(other, row)):
                return distance - 1
        return MAX_DEPTH - 1

    def _may_be(self, row: int) -> bool:
        """Whether a row may hold headings; years alone may below headings merged down beside them."""
        line = self._grid.row(row)
        return may_be_heading(line) or (self._merges.reach_into(row) and may_be_heading([None if is_year(raw) else raw for raw in line]))

    def _speaks(self, row: int) -> bool:
        if not self._may_be(row) or is_numbering(self._grid.row(row)):
            return False
        texts = [text for text in self._texts(row) if text]
        told = [text for text in texts if not row_words.is_ordinal(text)]
        if len(told) == 1 and (len(told) < len(texts) or row_words.kind_of(told[0]) or self._is_wide(row)):
            return False
        if len(told) == 1 and is_year_heading(told[0]) and not self._may_be_year(row):
            return False
        if self._names_people(row) or (any(map(is_person, texts)) and not any(is_known(text) or is_year_heading(text) for text in texts)):
            return False
        return bool(texts) and not any(is_numbered_group(row_words.section_name(text)) for text in texts)

    def _may_be_year(self, row: int) -> bool:
        """Whether a year alone in its row heads a column: below a parent, beside headings merged down, or under a word for levels."""
        if self._has_children(row - 1) or self._merges.reach_into(row):
            return True
        above = self._texts(row - 1) if row > 1 else []
        return any(text and index < len(above) and _speaks_of_levels(above[index]) for index, text in enumerate(self._texts(row)))

    def _names_people(self, row: int) -> bool:
        """Whether somebody stands in the row, with a level or right under a heading that is known."""
        texts, above = self._texts(row), self._texts(row - 1) if row > 1 else []
        people = [index for index, text in enumerate(texts) if is_person(text) and not is_known(text)]
        if people and any(map(glossary.level_of, texts)):
            return True
        return any(index < len(above) and is_known(above[index]) and not texts[index].isupper() for index in people)

    def _is_wide(self, row: int) -> bool:
        """Whether a text is merged over most of the row: a title or a section, no parent of a few columns."""
        width = len(self._grid.row(row))
        return any(last - first + 1 > max(_MOST_UNMERGED, width // 2) for first, last in self._merges.parents.get(row, ()))

    def orphans(self, row: int, last: int) -> bool:
        """Whether a row reads like sub-headings left out: several words, some of them under a blank of the headings."""
        if not self._speaks(row):
            return False
        above, below = self._texts(last), self._texts(row)
        texts = [text for text in below if text]
        under_blank = any(text and index < len(above) and not above[index] for index, text in enumerate(below))
        return len(texts) > 1 and under_blank and not any(is_person(text) for text in texts)

    def _is_parent(self, upper: int, row: int) -> bool:
        """Whether a row above may hold parents: not a title, which stands alone from the first column on or is long."""
        texts = [(index, text) for index, text in enumerate(self._texts(upper)) if text and not text.startswith("(")]
        first = next((index for index, text in enumerate(self._texts(row)) if text), 0)
        return len(texts) > 1 or any(index > first and len(text) <= _LONGEST_PARENT for index, text in texts)

    def _leaves_room(self, upper: int, lower: int) -> bool:
        """Whether the lower row may hold sub-headings: under a blank, a merge or a word that means nothing alone."""
        if self._has_children(upper) or all(is_year_heading(text) for text in self._texts(lower) if text):
            return True
        above = self._texts(upper)
        return any(
            text and (index >= len(above) or not above[index] or not is_known(above[index]))
            for index, text in enumerate(self._texts(lower))
        )

    def block(self, first: int, last: int) -> HeadingBlock:
        """What the rows `first`..`last` say over each column."""
        rows = [self._spread(row) if row < last else self._texts(row) for row in range(first, last + 1)]
        width = max((len(row) for row in rows), default=0)
        headings = []
        for index in range(width):
            column = [row[index] if index < len(row) else "" for row in rows]
            parts = tuple(dict.fromkeys(text for text in column if text))
            if parts and (column[-1] or first == last or not self._is_unused(first, last, index)):
                left = "" if len(parts) > 1 or column[0] else self._parent_left(rows, index)
                full = (left, *parts) if left else parts
                headings.append(Heading(index + 1, " ".join(parts), full, column_sense(full)))
        return HeadingBlock(first, last, tuple(headings))

    def _is_unused(self, first: int, last: int, index: int) -> bool:
        """Whether nothing but a parent over its neighbours too stands over a column that holds nothing."""
        shared = any(left <= index + 1 <= right for row in range(first, last) for left, right in self._merges.parents.get(row, ()))
        below = range(last + 1, min(last + WINDOW, self._grid.row_count) + 1) if shared and self._has_children(last - 1) else ()
        return bool(below) and all(self._grid.at(row, index + 1) is None or is_numbering(self._grid.row(row)) for row in below)

    def _parent_left(self, rows: Sequence[Sequence[str]], index: int) -> str:
        """A parent written once, unmerged, over the column to the left: "Quyết định" over Số | Ngày; empty where none."""
        parents = rows[0]
        nearby = range(min(index, len(parents)) - 1, max(index - _MOST_UNMERGED, 0) - 1, -1)
        left = next((at for at in nearby if parents[at]), None)
        has_children = left is not None and all(at < len(rows[-1]) and rows[-1][at] for at in range(left, index))
        return parents[left] if left is not None and has_children else ""

    def _texts(self, row: int) -> list[str]:
        if row not in self._rows:
            self._rows[row] = [_heading_text(raw) for raw in self._grid.row(row)]
        return self._rows[row]

    def _spread(self, row: int) -> list[str]:
        """The texts of a row, a merged parent standing over each of its columns."""
        return self._merges.spread(row, self._texts(row))


def _speaks_of_levels(text: str) -> bool:
    return any("rate" in reading for reading in readings(text))


def _is_mended(text: str) -> bool:
    return any(fit >= weights.HEADING_KNOWN for keys in mended_sense(text).values() for fit in keys.values())


def _heading_text(raw: Raw) -> str:
    """One line, unless its lines are the parts of a compound heading."""
    if not isinstance(raw, str):
        return str(int(raw)) if is_year(raw) else ""  # type: ignore[arg-type]
    text = tidy(raw)
    if "\n" in raw and not any(fit >= _SURE for keys in sense(text).values() for key, fit in keys.items() if "+" not in key):
        lines = "\n".join(tidy(line) for line in raw.splitlines() if line.strip())
        if any(len(keys) > 1 for keys in meanings(lines).values()):
            return lines
    return text
