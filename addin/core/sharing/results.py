"""What a merge comes to: what is done to the workbook's rows, and what a person must choose."""

from __future__ import annotations

from collections.abc import Mapping

from addin.core.records import dataclass
from addin.core.sharing.copies import Hand
from addin.core.sharing.lines import Line
from addin.core.sharing.matching import KEYS
from addin.core.sharing.plain import Plain

Values = tuple[tuple[str, Plain], ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One square of a row of the workbook gets another value."""

    table: str
    line: Line
    column: str
    after: Plain
    hands: tuple[Hand, ...]


@dataclass(frozen=True, slots=True)
class Arrival:
    """A row that comes in."""

    table: str
    sheet: str
    values: Values
    hands: tuple[Hand, ...]


@dataclass(frozen=True, slots=True)
class Removal:
    """A row of the workbook that a copy took out."""

    table: str
    line: Line
    hands: tuple[Hand, ...]


Effect = Change | Arrival | Removal


@dataclass(frozen=True, slots=True)
class Option:
    """One way to settle a conflict: what the hands say (None of a row: that it goes), and what taking it does.

    `is_beside`: the row comes in beside the one it seems to be.
    """

    hands: tuple[Hand, ...]
    value: Plain | Values
    effects: tuple[Effect, ...]
    is_beside: bool = False


BOTH_CHANGED = "both_changed"
CHANGED_AND_GONE = "changed_and_gone"
GONE_AND_CHANGED = "gone_and_changed"
MANY_GONE = "many_gone"
ALIKE = "alike"
STRANGER = "stranger"


@dataclass(frozen=True, slots=True)
class Conflict:
    """What nobody but a person decides: a square, or with no `column` a whole row. The workbook's own way is always open.

    `line` is the row of the workbook, None where it has none; `about` says which record it was when the copies were made.
    """

    table: str
    sheet: str
    why: str
    about: Values
    column: str
    line: Line | None
    base: Plain | Values
    options: tuple[Option, ...]

    @property
    def here(self) -> Plain | Values:
        """What the workbook has."""
        if self.line is None:
            return None
        return self.line.says(self.column) if self.column else values_of(self.line)


@dataclass(frozen=True, slots=True)
class Merged:
    """What goes in, in one order whatever the order of the copies, and what is open."""

    effects: tuple[Effect, ...]
    conflicts: tuple[Conflict, ...]


def about(table: str, values: Mapping[str, Plain]) -> Values:
    """What says which record it is."""
    return tuple((column, values.get(column)) for column in KEYS[table])


def values_of(line: Line) -> Values:
    """A row by its contents alone; columns that say nothing are left out."""
    return tuple(sorted((column, value) for column, value in line.values.items() if value is not None))
