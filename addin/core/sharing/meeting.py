"""One table of the workbook beside all copies of it: which row of whom is which."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from addin.core.records import dataclass
from addin.core.sharing.copies import Copy
from addin.core.sharing.lines import Line
from addin.core.sharing.matching import Matching, matched
from addin.core.sharing.plain import Plain

IsStranger = Callable[[Copy, Line], bool]
"""Whether a row is about somebody of another group than the copy's."""


@dataclass(frozen=True, slots=True)
class Met:
    """A copy's rows: its base beside the workbook, and beside what stands in the copy now."""

    copy: Copy
    base: Sequence[Line]
    now: Sequence[Line]
    to_here: Matching
    to_now: Matching

    def edits(self) -> Iterator[tuple[int, str, Plain]]:
        """What it changed: place in its base, column, what it says now; a column one of the two lacks says nothing."""
        for at, other in sorted(self.to_now.pairs.items()):
            before, after = self.base[at].values, self.now[other].values
            for column in sorted(before.keys() & after.keys()):
                if before[column] != after[column]:
                    yield at, column, after[column]


@dataclass(frozen=True, slots=True)
class Table:
    """The workbook's rows of a table, and the copies that have it, in their own order."""

    key: str
    lines: Sequence[Line]
    met: tuple[Met, ...]
    is_stranger: IsStranger


def meet(key: str, lines: Sequence[Line], copies: Sequence[Copy], is_stranger: IsStranger) -> Table:
    """Every copy matched with its base, and the base with the workbook."""
    found = (
        Met(copy, copy.before[key], copy.now[key], matched(key, copy.before[key], lines), matched(key, copy.before[key], copy.now[key], by_one_hand=True))
        for copy in copies
        if key in copy.before
    )
    return Table(key, lines, tuple(found), is_stranger)


def is_same(one: Line, other: Line) -> bool:
    """Whether two rows say the same in the columns both have."""
    return all(one.values[column] == other.values[column] for column in one.values.keys() & other.values.keys())
