"""The three-way merge of a workbook with the copies of its groups: what goes in by itself, and what a person must choose.

A square a copy changed goes in where the workbook still has what the copy began with and no other copy says otherwise;
a row a copy added goes in once; a row it took out goes where nobody has touched it meanwhile. Everything else is a conflict, and
stays as the workbook has it until somebody chooses. The order of the copies never matters.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from addin.core.sharing.arrivals import arrivals
from addin.core.sharing.copies import Copy
from addin.core.sharing.departures import departures, revivals
from addin.core.sharing.lines import Line
from addin.core.sharing.matching import KEYS
from addin.core.sharing.meeting import IsStranger, meet
from addin.core.sharing.plain import Plain
from addin.core.sharing.results import Change, Conflict, Effect, Merged
from addin.core.sharing.squares import squares


def merge(here: Mapping[str, Sequence[Line]], copies: Iterable[Copy], is_stranger: IsStranger) -> Merged:
    """`here` are the workbook's rows by table."""
    effects: list[Effect] = []
    conflicts: list[Conflict] = []
    ordered = sorted(copies, key=lambda copy: copy.order)
    for key in KEYS:
        table = meet(key, here.get(key, ()), ordered, is_stranger)
        for one in chain(squares(table), departures(table), revivals(table), arrivals(table)):
            if isinstance(one, Conflict):
                conflicts.append(one)
            else:
                effects.append(one)
    return Merged(tuple(effects), tuple(_beside(conflicts, effects)))


def _beside(conflicts: Iterable[Conflict], effects: Iterable[Effect]) -> Iterator[Conflict]:
    """Conflicts about whole rows, each row as it will be: what goes into it by itself makes no choice about it stale."""
    changed: dict[tuple[str, int], dict[str, Plain]] = defaultdict(dict)
    for effect in effects:
        if isinstance(effect, Change):
            changed[effect.line.sheet, effect.line.row][effect.column] = effect.after
    for one in conflicts:
        row = one.line if not one.column else None
        said = changed.get((row.sheet, row.row)) if row is not None else None
        yield replace(one, line=replace(row, values={**row.values, **said})) if row is not None and said else one
