"""Squares that copies changed: they go in where the workbook has what the copy began with and no other copy says otherwise.

Where copies say different things, all of them stay open to choose, also what the workbook has by now: so a question is the same
one before and after it was answered.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from addin.core.records import dataclass
from addin.core.sharing.copies import Copy
from addin.core.sharing.lines import Line
from addin.core.sharing.matching import PERSON
from addin.core.sharing.meeting import Table
from addin.core.sharing.plain import Plain
from addin.core.sharing.results import BOTH_CHANGED, STRANGER, Change, Conflict, Option, about


@dataclass(frozen=True, slots=True)
class _Wish:
    """One copy's wish for a square: the row it began with, and whether it names somebody of another group now."""

    copy: Copy
    base: Line
    is_strange: bool


Wishes = Mapping[Plain, list[_Wish]]


def squares(table: Table) -> Iterator[Change | Conflict]:
    """Every square some copy changed, unless the workbook has it so already and no copy says otherwise."""
    for (place, column), wishes in sorted(_wishes(table).items()):
        line = table.lines[place]
        begun = [wish.base for said in wishes.values() for wish in said]
        options = tuple(_option(table.key, line, column, value, said) for value, said in sorted(wishes.items(), key=_by_value))
        is_strange = any(wish.is_strange for said in wishes.values() for wish in said)
        if len(wishes) == 1 and {base.values[column] for base in begun} == {line.values[column]} and not is_strange:
            yield Change(table.key, line, column, options[0].value, options[0].hands)  # type: ignore[arg-type]  # a square's value
        else:
            why = STRANGER if is_strange else BOTH_CHANGED
            yield Conflict(table.key, line.sheet, why, about(table.key, begun[0].values), column, line, begun[0].values[column], options)


def _wishes(table: Table) -> dict[tuple[int, str], dict[Plain, list[_Wish]]]:
    """By place and column of the workbook, then by the value wanted."""
    found: dict[tuple[int, str], dict[Plain, list[_Wish]]] = defaultdict(lambda: defaultdict(list))
    for one in table.met:
        for at, column, after in one.edits():
            place = one.to_here.pairs.get(at)
            if place is None or column not in table.lines[place].values:
                continue
            is_strange = column == PERSON and table.is_stranger(one.copy, one.now[one.to_now.pairs[at]])
            found[place, column][after].append(_Wish(one.copy, one.base[at], is_strange))
    return {(place, column): wishes for (place, column), wishes in found.items() if {*wishes} != {table.lines[place].values[column]}}


def _by_value(wish: tuple[Plain, list[_Wish]]) -> str:
    return wish[0] or ""


def _option(key: str, line: Line, column: str, value: Plain, said: list[_Wish]) -> Option:
    hands = tuple(wish.copy.hand for wish in said)
    return Option(hands, value, (Change(key, line, column, value, hands),))
