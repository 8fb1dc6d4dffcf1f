"""Which row of one workbook is which row of another: by what its key columns say, never by where it stands.

First the rows that are alike in everything, in their order; then those alike in their key, the likest first; what is
left over is the same row where it is about the same person and at least half of what it says is the same, so that a
corrected date is a correction and not a row that went and another that came.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence

from addin.core.records import dataclass
from addin.core.sharing.lines import Line
from addin.core.sharing.plain import Plain

KEYS: Mapping[str, tuple[str, ...]] = {
    "supervision_notes": ("noted_on", "observer", "member", "kind"),
    "tasks": ("member", "task"),
}
"""The tables a group leader fills, and the columns that say which record it is."""
_ALIKE, _VERY_ALIKE = 0.5, 0.7
PERSON = "member"
"""The column of those tables that says whom a record is about."""


@dataclass(frozen=True, slots=True)
class Matching:
    """Pairs of places in the two lists; what has no other half stays in its own list's order."""

    pairs: Mapping[int, int]
    alone: tuple[int, ...]
    others: tuple[int, ...]


def key_of(table: str, line: Line) -> tuple[Plain, ...]:
    """What the key columns say."""
    return tuple(line.says(column) for column in KEYS[table])


def matched(table: str, ones: Sequence[Line], others: Sequence[Line], *, by_one_hand: bool = False) -> Matching:
    """Each row with its other self. `by_one_hand`: what one person made of the rows; there a corrected name is a correction too."""
    shared = shared_columns(ones, others)
    pairs: dict[int, int] = {}
    _pair_equal(ones, others, pairs, lambda line: tuple(line.says(column) for column in shared))
    steps: list[tuple[Callable[[Line], Hashable], float]] = [(lambda line: key_of(table, line), 0.0), (lambda line: line.says(PERSON), _ALIKE)]
    for form, least in [*steps, *([(lambda _line: (), _VERY_ALIKE)] if by_one_hand else [])]:
        pairs |= dict(_likest(ones, others, pairs, shared, form=form, least=least))
    found = set(pairs.values())
    return Matching(
        pairs,
        tuple(at for at in range(len(ones)) if at not in pairs),
        tuple(at for at in range(len(others)) if at not in found),
    )


def shared_columns(ones: Iterable[Line], others: Iterable[Line]) -> list[str]:
    """The columns that rows of both sides have, in one order."""
    held = [{column for line in lines for column in line.values} for lines in (ones, others)]
    return sorted(held[0] & held[1])


def _pair_equal(ones: Sequence[Line], others: Sequence[Line], pairs: dict[int, int], form: Callable[[Line], Hashable]) -> None:
    waiting: dict[Hashable, deque[int]] = defaultdict(deque)
    for at, line in enumerate(others):
        waiting[form(line)].append(at)
    for at, line in enumerate(ones):
        if waiting.get(form(line)):
            pairs[at] = waiting[form(line)].popleft()


def _likest(
    ones: Sequence[Line], others: Sequence[Line], pairs: Mapping[int, int], shared: Sequence[str], *, form: Callable[[Line], Hashable], least: float
) -> Iterator[tuple[int, int]]:
    """Among unpaired rows of one form, the likest pairs first; of pairs equally alike the first in order."""
    rooms: dict[Hashable, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, (lines, used) in enumerate(((ones, set(pairs)), (others, set(pairs.values())))):
        for at, line in enumerate(lines):
            if at not in used:
                rooms[form(line)][side].append(at)
    for left, right in rooms.values():
        taken: set[tuple[int, int]] = set()
        scored = sorted((-_likeness(ones[one], others[other], shared), one, other) for one in left for other in right)
        for score, one, other in scored:
            if -score >= least and not {(0, one), (1, other)} & taken:
                taken |= {(0, one), (1, other)}
                yield one, other


def _likeness(one: Line, other: Line, shared: Sequence[str]) -> float:
    """The share of what either says that both say."""
    said = [column for column in shared if one.says(column) is not None or other.says(column) is not None]
    same = sum(one.says(column) == other.says(column) for column in said)
    return same / len(said) if said else 1.0
