"""Names that mean nobody on the roll, or several."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import TYPE_CHECKING

from addin.core.findings import Severity
from addin.core.rules.context import Context
from addin.core.rules.roll import unknown_names
from addin.core.rules.rule import Flag, Rule, table_of
from addin.core.rules.shapes.making import SomeRow, made, picked, rows_of
from addin.core.tables.rows.ratings import WHOLE_CELL

if TYPE_CHECKING:
    from typing import Unpack

    from addin.core.rules.shapes.making import Words


def known_person(
    code: str,
    row_type: type[SomeRow],
    *keys: str,
    but: Callable[[Context], Collection[str]] | None = None,
    **words: Unpack[Words],
) -> Rule:
    """Each name is one member of the roll, `but` the folded words that are no member's name; silent without a roll."""
    rows, table = rows_of(row_type), table_of(row_type)

    def flags(context: Context) -> Iterator[Flag]:
        if not context.book.members:
            return
        others = but(context) if but else ()
        columns = [context.column(table, key) for key in keys]
        unknown = {value for value in set().union(*columns) if value and _is_unknown(value, context, others)}
        for row in picked(rows(context), *(map(unknown.__contains__, column) for column in columns)) if unknown else ():
            for key in keys:
                if getattr(row, key) in unknown:
                    yield from unknown_names(row, key, context)

    return made(code, Severity.ERROR, flags, words)


def _is_unknown(value: str | tuple[str, ...], context: Context, others: Collection[str]) -> bool:
    """Whether a square names anybody the roll does not know; `others` are words that are no member's name."""
    if isinstance(value, str):
        return context.find(value).member is None and not (others and context.fold(value) in others)
    return any(context.find(name).member is None for name in value)


def the_cell(context: Context) -> tuple[str, ...]:
    """The words that mean the cell itself."""
    return (context.fold(WHOLE_CELL),)


def the_cell_by_any_name(context: Context) -> tuple[str, ...]:
    """The cell itself, by the words for it or by its own name."""
    return (context.fold(WHOLE_CELL), context.fold(context.book.settings.cell_name))
