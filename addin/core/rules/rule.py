"""What a rule is: a function that looks at a row (or the whole book) and flags squares, with its metadata.

`@rule` makes the function a `Rule` value; `addin.core.catalogue` lists the values and runs them. The function
yields a `Flag` (place and message); code, severity, fix and reference come from the heading, so no rule writes
them twice. What a rule looks at is its first parameter's type: a row type means each row of that table in turn,
`Book` means the whole book at once. A second parameter, if any, is the `Context`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from addin.core.findings import Finding, Severity
from addin.core.places import Place
from addin.core.records import dataclass
from addin.core.rules.context import Context
from addin.core.tables.rows.book import ROW_TYPES
from addin.core.tables.rows.columns import Row

Check = Callable[..., Iterator["Flag"]]

_TABLES = {row_type.__name__: table for table, row_type in ROW_TYPES.items()}
_WHOLE_BOOK = "Book"


@dataclass(frozen=True, slots=True)
class Flag:
    """One square and what was seen there.

    `as_of` is the day whose law is cited, today's where None; `cites` replaces the rule's where the square
    decides which value is meant.
    """

    place: Place
    message: str
    related: tuple[Place, ...] = ()
    as_of: date | None = None
    cites: str | None = None


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
    others = tuple(row.place(other) for other in related if row.has(other))
    return Flag(row.place(key), message, others, as_of, cites)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the catalogue: `cites` is a path of the regulations or an instrument id, None for pure form."""

    code: str
    severity: Severity
    title: str
    fix: str
    cites: str | None
    name: str
    reason: str
    table: str | None
    check: Check

    def findings(self, context: Context) -> Iterator[Finding]:
        """Everything the rule finds in the book."""
        for found in self._flags(context):
            cites = found.cites or self.cites
            reference = context.reference(cites, found.as_of) if cites else None
            yield Finding(
                self.code, self.severity, found.place, found.message, self.fix, reference, found.related
            )

    def _flags(self, context: Context) -> Iterator[Flag]:
        extra = (context,) if self._takes_context else ()
        if self.table is None:
            yield from self.check(context.book, *extra)
            return
        for row in context.book.rows(self.table):
            yield from self.check(row, *extra)

    @property
    def _takes_context(self) -> bool:
        code: Any = self.check
        return bool(code.__code__.co_argcount > 1)


def rule(
    code: str, severity: Severity, *, title: str, fix: str, cites: str | None = None
) -> Callable[[Check], Rule]:
    """The heading of a rule. KeyError at import where the first parameter is neither a row type nor Book."""

    def heading_of(check: Check) -> Rule:
        subject = next(iter(check.__annotations__.values()))
        table = None if subject == _WHOLE_BOOK else _TABLES[subject]
        reason = (check.__doc__ or "").strip()
        return Rule(code, severity, title, fix, cites, check.__name__, reason, table, check)

    return heading_of
