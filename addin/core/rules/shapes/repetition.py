"""Rows that say the same thing twice."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from typing import TYPE_CHECKING

from addin.core.findings import Severity
from addin.core.records import dataclass
from addin.core.rules.context import Context
from addin.core.rules.repeats import repetitions, standing_at
from addin.core.rules.rule import Flag, Rule
from addin.core.rules.shapes.making import Shown, SomeRow, asked, attribute, made, rows_of
from addin.glossary import person_key

if TYPE_CHECKING:
    from typing import Unpack

    from addin.core.rules.shapes.making import When, Words


@dataclass(frozen=True, slots=True)
class Compared:
    """A square compared by what it means, not letter by letter; nothing to compare where `meaning` gives None."""

    key: str
    meaning: Callable[[str, Context], Hashable | None]


def folded(key: str) -> Compared:
    """By the comparison form of the text."""
    return Compared(key, lambda text, context: context.fold(text))


def person(key: str) -> Compared:
    """By the member of the roll who is meant."""

    def meant(name: str, context: Context) -> int | None:
        member = context.member(name)
        return id(member) if member else None

    return Compared(key, meant)


def named(key: str) -> Compared:
    """By a person's name as names are compared, on the roll or not."""
    return Compared(key, lambda name, _: person_key(name))


def repeated(
    code: str,
    row_type: type[SomeRow],
    *same: str | Compared,
    also: tuple[str | Compared, ...] = (),
    message: str,
    at: str = "",
    when: When[SomeRow] | None = None,
    unwritten: str = "…",
    halves: Callable[[SomeRow, SomeRow], bool] | None = None,
    **words: Unpack[Words],
) -> Rule:
    """Two rows alike in all that is `same` (never blank) and `also` (blank or not); flagged at the first key or `at`.

    `halves` tells two rows of one record, which repeat nothing.
    """
    rows, is_asked = rows_of(row_type), asked(when)
    parts = [_part(one, must=True) for one in same] + [_part(one, must=False) for one in also]
    square = at or (same[0] if isinstance(same[0], str) else same[0].key)

    def flags(context: Context) -> Iterator[Flag]:
        def key_of(row: SomeRow) -> Hashable | None:
            return _key(row, parts, context) if is_asked(row, context) else None

        for row, first in repetitions(rows(context), key_of):
            if halves is not None and halves(row, first):
                continue
            shown = Shown(row, context, there=standing_at(row, first), first=Shown(first, context, unwritten))
            yield Flag(row.place(square), message.format_map(shown), (first.place(square),))

    return made(code, Severity.ERROR, flags, words)


_Part = tuple[str, Callable[[str, Context], Hashable | None] | None, bool]


def _part(one: str | Compared, *, must: bool) -> _Part:
    return (attribute(one), None, must) if isinstance(one, str) else (attribute(one.key), one.meaning, must)


def _key(row: object, parts: list[_Part], context: Context) -> Hashable | None:
    """What the row is compared by; None where something it is known by is blank or means nothing."""
    key: list[Hashable] = []
    for name, meaning, must in parts:
        value = getattr(row, name)
        if value is not None and meaning is not None:
            value = meaning(value, context)
        if value is None and must:
            return None
        key.append("" if value is None and meaning is not None else value)
    return tuple(key)
