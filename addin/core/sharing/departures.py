"""Rows that went: those a copy took out, and those the workbook took out while a copy went on writing in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from addin.core.sharing.copies import Hand
from addin.core.sharing.lines import Line
from addin.core.sharing.meeting import Met, Table, is_same
from addin.core.sharing.results import (
    CHANGED_AND_GONE,
    GONE_AND_CHANGED,
    MANY_GONE,
    Arrival,
    Conflict,
    Option,
    Removal,
    Values,
    about,
    values_of,
)

_FEW, _SHARE = 5, 5


def departures(table: Table) -> Iterator[Removal | Conflict]:
    """A row goes where nobody has touched it meanwhile; else, and where a copy lacks many, it is asked."""
    edited = {one.to_here.pairs[at] for one in table.met for at, *_ in one.edits() if at in one.to_here.pairs}
    takers: dict[int, list[tuple[Met, int]]] = defaultdict(list)
    for one in table.met:
        for at in one.to_now.alone:
            if at in one.to_here.pairs:
                takers[one.to_here.pairs[at]].append((one, at))
    for place, who in sorted(takers.items()):
        line = table.lines[place]
        removal = Removal(table.key, line, tuple(one.copy.hand for one, _ in who))
        is_clear = place not in edited and all(_is_untouched(one.base[at], line) for one, at in who)
        if is_clear and not all(_lacks_many(one) for one, _ in who):
            yield removal
            continue
        base = who[0][0].base[who[0][1]]
        options = (Option(removal.hands, None, (removal,)),)
        yield Conflict(table.key, line.sheet, MANY_GONE if is_clear else CHANGED_AND_GONE, about(table.key, base.values), "", line, values_of(base), options)


def _lacks_many(met: Met) -> bool:
    """Whether the copy lacks so much of what it began with that somebody may have cleared it, to write in it only what is new."""
    gone = len(met.to_now.alone)
    return gone > _FEW and gone * _SHARE > len(met.base)


def _is_untouched(base: Line, line: Line) -> bool:
    """Whether the workbook's row says what the copy began with, and nothing in columns that came since."""
    return is_same(base, line) and all(value is None for column, value in line.values.items() if column not in base.values)


def revivals(table: Table) -> Iterator[Conflict]:
    """Rows that copies changed and the workbook no longer has: one conflict a row, each way of writing it an option."""
    found: dict[Values, dict[Values, list[Hand]]] = defaultdict(lambda: defaultdict(list))
    homes: dict[Values, str] = {}
    for one in table.met:
        for at in one.to_here.alone:
            other = one.to_now.pairs.get(at)
            if other is not None and not is_same(one.base[at], one.now[other]):
                base = values_of(one.base[at])
                homes[base] = one.now[other].sheet
                found[base][values_of(one.now[other])].append(one.copy.hand)
    for base, ways in sorted(found.items(), key=str):
        options = tuple(
            Option(tuple(hands), values, (Arrival(table.key, homes[base], values, tuple(hands)),))
            for values, hands in sorted(ways.items(), key=str)
            if not any(values_of(line) == values for line in table.lines)
        )
        if options:
            yield Conflict(table.key, homes[base], GONE_AND_CHANGED, about(table.key, dict(base)), "", None, base, options)
