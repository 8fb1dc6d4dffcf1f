"""What every shape shares: the words of a rule, when it is asked, and how a message shows a row.

A shape is a function that makes a `Rule` from the keys it concerns. It runs over a whole table at once and asks the
cheap question first, of whole columns and without a line of Python a row (`picked`), so that a table of 5,000 sound
rows costs little more than its columns, which all rules share.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import compress
from typing import TYPE_CHECKING, Any, TypeVar, cast

from addin.core.dates import vn_date
from addin.core.findings import Severity
from addin.core.rules.context import Context
from addin.core.rules.rule import Flagging, Rule, table_of
from addin.core.tables.rows.columns import Row

SomeRow = TypeVar("SomeRow", bound=Row)

if TYPE_CHECKING:
    from typing import NotRequired, TypedDict

    When = str | Callable[[SomeRow, Context], bool]
    """A rule asked only of some rows: those where the square of a key is filled in, or those a function picks."""

    class Words(TypedDict):
        """What a rule says: `why` is the reason it exists, `cites` the law, `severity` where it is not the shape's usual."""

        title: str
        fix: str
        why: str
        cites: NotRequired[str]
        severity: NotRequired[Severity]


def made(code: str, usual: Severity, flags: Flagging, words: Words) -> Rule:
    """The rule of a shape."""
    severity = words.get("severity", usual)
    return Rule(code, severity, words["title"], words["fix"], words.get("cites"), words["why"], flags)


def attribute(key: str) -> str:
    """The row's attribute of a key: `from` is a word of Python's own."""
    return "from_" if key == "from" else key


def rows_of(row_type: type[SomeRow]) -> Callable[[Context], tuple[SomeRow, ...]]:
    """The rows of a type, of whatever book is asked about."""
    table = table_of(row_type)
    return lambda context: cast("tuple[SomeRow, ...]", context.book.rows(table))


def picked(rows: Iterable[SomeRow], *are_doubtful: Iterable[object]) -> Iterator[SomeRow]:
    """The rows, in their order, of which one of several columns of answers says that they are to be looked at."""
    return compress(rows, are_doubtful[0] if len(are_doubtful) == 1 else map(any, zip(*are_doubtful, strict=True)))


def asked(when: When[SomeRow] | None) -> Callable[[SomeRow, Context], bool]:
    """The condition as a function of row and context."""
    if when is None:
        return lambda *_: True
    if not isinstance(when, str):
        return when
    name = attribute(when)
    return lambda row, _: bool(getattr(row, name))


class Shown:
    """A row as messages show it: `{key}` is what is written there, `{today}` the day, `first` and the like are given."""

    def __init__(self, row: Row, context: Context, unwritten: str = "…", **others: object) -> None:
        self._row, self._context, self._unwritten, self._others = row, context, unwritten, others

    def __getitem__(self, key: str) -> Any:
        if key in self._others:
            return self._others[key]
        return vn_date(self._context.on) if key == "today" else getattr(self, attribute(key))

    def __getattr__(self, name: str) -> object:
        value = getattr(self._row, name)
        return self._unwritten if value is None else value
