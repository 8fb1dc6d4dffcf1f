"""Rows that copies added: each comes in as often as one copy has it, less what the workbook has of it already."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from addin.core.records import dataclass
from addin.core.sharing.copies import Copy, Hand
from addin.core.sharing.lines import Line
from addin.core.sharing.matching import key_of
from addin.core.sharing.meeting import Met, Table, is_same
from addin.core.sharing.plain import Plain
from addin.core.sharing.results import (
    ALIKE,
    STRANGER,
    Arrival,
    Change,
    Conflict,
    Option,
    Values,
    about,
    values_of,
)


@dataclass(slots=True)
class _News:
    """Rows of one wording: an example, who added them and how often, the workbook's rows that are news to all of those."""

    line: Line
    copy: Copy
    counts: dict[Hand, int]
    standing: set[int]


def arrivals(table: Table) -> Iterator[Arrival | Conflict]:
    """What comes in by itself, and what a person must look at."""
    news = _news(table)
    brought = {at for at, line in enumerate(table.lines) if any(at in one.standing and is_same(one.line, line) for one in news.values())}
    rooms: dict[tuple[Plain, ...], list[tuple[_News, Arrival]]] = defaultdict(list)
    for values, one in sorted(news.items(), key=str):
        there = sum(is_same(one.line, table.lines[at]) for at in one.standing)
        hands = tuple(one.counts)
        arrival = Arrival(table.key, one.line.sheet, values, hands)
        rooms[key_of(table.key, one.line)] += [(one, arrival)] * (max(one.counts.values()) - there)
    for alike in filter(None, rooms.values()):
        yield from _settled(table, alike, brought)


def _news(table: Table) -> dict[Values, _News]:
    found: dict[Values, _News] = {}
    for one in table.met:
        for values, count in Counter(values_of(one.now[at]) for at in one.to_now.others).items():
            known = found.setdefault(values, _News(_example(one, values), one.copy, {}, set(one.to_here.others)))
            known.counts[one.copy.hand] = count
            known.standing &= set(one.to_here.others)
    return found


def _example(met: Met, values: Values) -> Line:
    return next(met.now[at] for at in met.to_now.others if values_of(met.now[at]) == values)


def _settled(table: Table, alike: Sequence[tuple[_News, Arrival]], brought: set[int]) -> Iterator[Arrival | Conflict]:
    """A row about another group's people, and rows that seem to be one and differ, are asked; what copies brought before is no twin."""
    first = alike[0][0]
    key = key_of(table.key, first.line)
    twin = next((table.lines[at] for at in sorted(first.standing - brought) if key_of(table.key, table.lines[at]) == key), None)
    is_twofold = len({arrival.values for _, arrival in alike}) > 1 and len({hand for news, _ in alike for hand in news.counts}) > 1
    is_strange = any(table.is_stranger(news.copy, news.line) for news, _ in alike)
    if not (is_strange or is_twofold or twin is not None):
        yield from (arrival for _, arrival in alike)
        return
    rows = [arrival for _, arrival in alike]
    why = STRANGER if is_strange else ALIKE
    yield Conflict(table.key, first.line.sheet, why, about(table.key, first.line.values), "", twin, None, tuple(_options(table.key, twin, rows)))


def _options(key: str, twin: Line | None, rows: Sequence[Arrival]) -> Iterator[Option]:
    """Each row in the place of the one it seems to be, and each beside it."""
    for one in rows if twin is not None else ():
        assert twin is not None  # noqa: S101 - for the type checker
        said = dict(one.values)
        changes = tuple(Change(key, twin, column, said.get(column), one.hands) for column in sorted(twin.values) if twin.values[column] != said.get(column))
        yield Option(one.hands, one.values, changes)
    for one in rows:
        yield Option(one.hands, one.values, (one,), is_beside=twin is not None)
