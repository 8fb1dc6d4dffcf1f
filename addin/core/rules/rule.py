"""What a rule is: a way to flag squares of a book, with its metadata.

A stock rule is one line, made by a shape of `addin.core.rules.shapes`. A rule that takes thought is a function under
`@rule`: it looks at a row (or the whole book) and yields a `Flag` (place and message). What it looks at is its first
parameter's type: a row type means each row of that table in turn, `Book` means the whole book at once. A second
parameter, if any, is the `Context`. Code, severity, fix and reference come from the heading, so no rule writes them
twice; `addin.core.catalogue` lists the rules and runs them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import chain, repeat

from addin.core.findings import Finding, Severity
from addin.core.masks import without_numbers
from addin.core.places import Place
from addin.core.records import dataclass
from addin.core.rules.context import Context
from addin.core.tables.rows.book import ROW_TYPES
from addin.core.tables.rows.columns import Row

Check = Callable[..., Iterator["Flag"]]
Flagging = Callable[[Context], Iterable["Flag"]]

_TABLES = {row_type.__name__: table for table, row_type in ROW_TYPES.items()}
_WHOLE_BOOK = "Book"


@dataclass(frozen=True, slots=True)
class Flag:
    """One square and what was seen there.

    `as_of` is the day whose law is cited, today's where None; `cites` replaces the rule's where the square
    decides which value is meant; `year` is the year spoken of where the row is of none.
    """

    place: Place
    message: str
    related: tuple[Place, ...] = ()
    as_of: date | None = None
    cites: str | None = None
    year: int | None = None


def flag(
    row: Row,
    key: str,
    message: str,
    *,
    related: tuple[str, ...] = (),
    as_of: date | None = None,
    cites: str | None = None,
) -> Flag:
    """A flag on a square of a row; `related` names other keys of the same row, where the sheet has them."""
    others = tuple([row.place(other) for other in related if row.has(other)]) if related else ()
    return Flag(row.place(key), message, others, as_of, cites)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the catalogue: `cites` is a path of the regulations or an instrument id, None for pure form."""

    code: str
    severity: Severity
    title: str
    fix: str
    cites: str | None
    reason: str
    flags: Flagging

    def findings(self, context: Context) -> Iterator[Finding]:
        """Everything the rule finds in the book."""
        for found in self.flags(context):
            cites = found.cites or self.cites
            reference = context.reference(cites, found.as_of) if cites else None
            yield Finding(self.code, self.severity, found.place, without_numbers(found.message), self.fix, reference, found.related, found.year)


def rule(code: str, severity: Severity, *, title: str, fix: str, cites: str | None = None) -> Callable[[Check], Rule]:
    """The heading of a rule. KeyError at import where the first parameter is neither a row type nor Book."""

    def heading_of(check: Check) -> Rule:
        reason = (check.__doc__ or "").strip()
        return Rule(code, severity, title, fix, cites, reason, _flagging(check))

    return heading_of


def table_of(row_type: type[Row]) -> str:
    """The table whose rows are of the type."""
    return _TABLES[row_type.__name__]


def _flagging(check: Check) -> Flagging:
    """The function asked of the whole book, or of each row of its table."""
    subject = next(iter(check.__annotations__.values()))
    takes_context = check.__code__.co_argcount > 1
    if subject == _WHOLE_BOOK:
        return (lambda context: check(context.book, context)) if takes_context else lambda context: check(context.book)
    table = _TABLES[subject]
    if takes_context:
        return lambda context: chain.from_iterable(map(check, context.book.rows(table), repeat(context)))
    return lambda context: chain.from_iterable(map(check, context.book.rows(table)))
