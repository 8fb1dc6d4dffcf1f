"""The three-way merge of a workbook with the copies of its groups: what goes in by itself, and what a person must choose.

A square a copy changed goes in where the workbook still has what the copy began with and no other copy says otherwise;
a row a copy added goes in once; a row it took out goes where nobody has touched it meanwhile. Everything else is a conflict, and
stays as the workbook has it until somebody chooses. The order of the copies never matters.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from addin.core.sharing.arrivals import arrivals
from addin.core.sharing.copies import Copy
from addin.core.sharing.departures import departures, revivals
from addin.core.sharing.lines import Line
from addin.core.sharing.matching import KEYS
from addin.core.sharing.meeting import IsStranger, meet
from addin.core.sharing.results import Conflict, Effect, Merged
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
    return Merged(tuple(effects), tuple(conflicts))
