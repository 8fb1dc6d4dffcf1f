"""Numbers of a row: parts of a whole, and what can only lie between two bounds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from addin import glossary
from addin.core.findings import Severity
from addin.core.rules.context import Context
from addin.core.rules.rule import Flag, Rule, flag, table_of
from addin.core.rules.shapes.making import SomeRow, made, rows_of

if TYPE_CHECKING:
    from typing import Unpack

    from addin.core.rules.shapes.making import Words


def part_of(
    code: str, row_type: type[SomeRow], *pairs: tuple[str, str], message: str = "", **words: Unpack[Words]
) -> Rule:
    """A part that is more than its whole; the message names the two columns where none is given."""
    rows, table = rows_of(row_type), table_of(row_type)

    def flags(context: Context) -> Iterator[Flag]:
        for row in rows(context):
            for part, whole in pairs:
                few, many = getattr(row, part), getattr(row, whole)
                if few is not None and many is not None and few > many:
                    said = message or f"“{glossary.header(table, part)}” {{{part}}}, nhiều hơn “{glossary.header(table, whole)}” {{{whole}}}."
                    yield flag(row, part, said.format_map({part: few, whole: many}), related=(whole,))

    return made(code, Severity.ERROR, flags, words)


def out_of_range(
    code: str,
    row_type: type[SomeRow],
    *keys: str,
    most: int,
    shown: Callable[[Decimal], str],
    message: str = "Ghi {value}.",
    **words: Unpack[Words],
) -> Rule:
    """A number below zero or above the most there can be."""
    rows = rows_of(row_type)

    def flags(context: Context) -> Iterator[Flag]:
        for row in rows(context):
            for key in keys:
                value = getattr(row, key)
                if value is not None and not 0 <= value <= most:
                    yield flag(row, key, message.format(value=shown(value)))

    return made(code, Severity.ERROR, flags, words)
