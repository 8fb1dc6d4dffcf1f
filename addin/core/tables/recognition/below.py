"""What stands below headings, column by column: the rows that look like records, and a profile of each column."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from addin.core.grids import Grid, Raw
from addin.core.tables.recognition import row_words, weights
from addin.core.tables.recognition.contents import Says
from addin.core.tables.recognition.heading_rows import is_numbering
from addin.core.tables.recognition.profiles import Profile, profile_of
from addin.core.tables.squares.names import is_person
from addin.glossary import level_of
from addin.patterns import pattern

_FEW_SQUARES = 3
_FEWEST_SUMMED, _MOST_SUMMED = 2, 6
_MOST_SUMMING = 2
"""Squares of a row below a total that is still part of it: "Trong đó: nữ | 3", "HTXS | 3"."""
_FIGURE = pattern(r"\d{1,6}(?:\.\d+)?")


class Asked(NamedTuple):
    """What the squares of a column say to a key its heading fits; whether they rule it out, where the heading is known."""

    table: str
    column: int
    key: str
    fit: int
    is_known: bool


class Held(NamedTuple):
    """Whether most squares of a column are of one of the kinds; where none is named, whether so many hold anything."""

    column: int
    kinds: tuple[str, ...]
    fewest: int


class Summed(NamedTuple):
    """Whether the squares of a column are the sums of the figures before them."""

    column: int


Question = Asked | Held | Summed
Answer = Says | bool


class Standing:
    """One column as it may be asked about: each answer is told to whoever remembers."""

    def __init__(self, below: Below, column: int) -> None:
        self._below, self._column = below, column

    def are(self, *kinds: str) -> bool:
        """Whether most squares that hold something are of one of the kinds."""
        return self._ask(Held(self._column, kinds, 0))

    def hold(self, fewest: int = 1) -> bool:
        """Whether so many squares hold something."""
        return self._ask(Held(self._column, (), fewest))

    def _ask(self, question: Held) -> bool:
        answer = self._below.held(question)
        self._below.asked.append((question, answer))
        return answer


class Below:
    """What stands below the headings, column by column, looked at once; `asked` are the questions whose answers decided."""

    def __init__(self, grid: Grid, heading_rows: range) -> None:
        self._grid = grid
        self.heading_rows = heading_rows
        self.asked: list[tuple[Question, Answer]] = []
        headings = frozenset(raw for row in heading_rows for raw in grid.row(row) if isinstance(raw, str))
        self._rows = list(islice(_likely_records(grid, heading_rows.stop, headings), weights.SAMPLE_ROWS))
        self._profiles: dict[int, Profile] = {}

    def standing(self, column: int) -> Standing:
        """What stands in a column, to be asked."""
        return Standing(self, column)

    def held(self, question: Held) -> bool:
        """Whether most squares are one of the kinds; of no kind whether enough hold anything."""
        profile = self.profile_asked(question.column)
        return profile.share(*question.kinds) >= weights.SHARE if question.kinds else profile.count >= question.fewest

    def profile_asked(self, column: int) -> Profile:
        """The profile of a column, for a question whose answer goes into `asked`."""
        found = self._profiles.get(column)
        if found is None:
            found = self._profiles[column] = profile_of(self._squares(column, weights.SAMPLE_ROWS))
        return found

    def first_squares(self, column: int) -> list[Raw]:
        """What a few rows hold there: enough to agree with a heading that is known."""
        return self._squares(column, weights.SAMPLE_ROWS if column in self._profiles else weights.FIRST_ROWS)

    def _squares(self, column: int, most: int) -> list[Raw]:
        values, index = self._grid.values, column - 1
        lines = [values[row - 1] for row in self._rows[:most]]
        return [line[index] for line in lines if index < len(line) and line[index] is not None]

    def is_sum(self, column: int) -> bool:
        """Whether the squares are the sums of the two or more figures before them."""
        rows = [figures for row in self._rows if len(figures := _figures(self._grid.row(row)[:column])) > _FEWEST_SUMMED]
        return any(_add_up(rows, count) for count in range(_FEWEST_SUMMED, _MOST_SUMMED + 1))

    def fill(self, column: int) -> int:
        """The share of the rows that hold something there, in hundredths."""
        values, index = self._grid.values, column - 1
        held = 0
        for row in self._rows:
            line = values[row - 1]
            held += index < len(line) and line[index] is not None
        return 100 * held // len(self._rows) if self._rows else 0


def _is_signed(texts: Sequence[str]) -> bool:
    """Words of a signature; the post beside somebody's name and level is a record's ("Nguyễn Văn An | Bí thư | HTT")."""
    said = [text.strip() for text in texts]
    if any(row_words.says_signed_for(text) for text in said[:2]):
        return True
    return any(row_words.says_signature(text) for text in said[:2]) and not any(level_of(text) or is_person(text) for text in said)


def _figures(line: Sequence[Raw]) -> list[float]:
    """The numbers of a row, the last only where its last square is one."""
    texts = [str(raw).strip().replace(",", ".") for raw in line if raw is not None and not isinstance(raw, bool)]
    if not line or line[-1] is None or not texts or not _FIGURE.fullmatch(texts[-1]):
        return []
    return [float(text) for text in texts if _FIGURE.fullmatch(text)]


def _add_up(rows: list[list[float]], count: int) -> bool:
    sums = [row for row in rows if len(row) > count and sum(figure != 0 for figure in row[-count - 1 : -1]) > 1]
    fitting = sum(math.isclose(sum(row[-count - 1 : -1]), row[-1], abs_tol=0.01) for row in sums)
    return len(sums) >= weights.FEWEST_FOR_VETO and 100 * fitting >= weights.SHARE * len(sums)


def _likely_records(grid: Grid, first: int, headings: frozenset[str]) -> Iterator[int]:
    """Rows down to two blank ones or a signature; lines of one text, column numbers, totals and headings are passed over."""
    blank, is_begun, is_summing = 0, False, False
    for row in range(first, grid.row_count + 1):
        line = grid.row(row)
        held = [raw for raw in line if raw is not None and raw != " "]
        blank = 0 if held else blank + 1
        if blank > 1 and is_begun:
            return
        texts = [raw for raw in held[:3] if isinstance(raw, str)]
        is_total = bool(texts) and row_words.may_say_total(texts[0]) and row_words.says_total(texts[0].strip())
        is_summing = is_total or (is_summing and len(held) <= _MOST_SUMMING and isinstance(next(iter(held), None), str))
        if len(held) < 2 or is_summing or is_numbering(held):
            continue
        if len(held) <= _FEW_SQUARES and _is_signed(texts):
            return
        is_begun = True
        if not (texts and headings.issuperset(texts)):
            yield row
