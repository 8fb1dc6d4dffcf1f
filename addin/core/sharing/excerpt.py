"""What of a workbook goes into a group leader's copy, told to whoever makes the file."""

from __future__ import annotations

from dataclasses import field

from addin.core.records import dataclass
from addin.core.sharing.numbers import Numbers
from addin.core.sharing.strangers import Strangers


@dataclass(frozen=True, slots=True)
class SheetExcerpt:
    """A sheet with records: of the rows `first_row` to `last_row` only `kept` stay, moved up in their order; the rest is room to write.

    `columns`: only these keep what they say, in all rows of the sheet, which is hidden then; None is all but `blank`.
    """

    sheet: str
    first_row: int
    last_row: int
    kept: tuple[int, ...]
    blank: frozenset[int] = frozenset()
    columns: frozenset[int] | None = None


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The sheets that go along, whose names must not, and the sheet nobody looks at.

    A text that names one of the `strangers` goes blank, and so does a square that holds one of `numbers`. Sheets that drop-down
    lists need come along by themselves, reduced to the squares of those lists.
    """

    sheets: tuple[SheetExcerpt, ...]
    strangers: Strangers
    hidden_sheet: str
    hidden_rows: tuple[tuple[str, ...], ...] = field(default=())
    title: str = ""
    numbers: Numbers = Numbers(frozenset())
