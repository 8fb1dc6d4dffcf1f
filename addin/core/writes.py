"""A `Write` is one value meant for one square, and why. Nothing here touches a workbook."""

from __future__ import annotations

from datetime import date

from addin.core.places import Place
from addin.core.records import dataclass

Value = str | int | float | bool | date | None


@dataclass(frozen=True, slots=True)
class Write:
    """Set one existing square; `before` is what was read there, so a preview can show both.

    `beside` is for a square of a column of ours: where it has no looks of its own its text is wrapped and it gets the
    frame of its neighbour in that column. What `is_restricted` is written and shown to nobody.
    """

    place: Place
    value: Value
    because: str
    before: Value = None
    beside: int | None = None
    is_restricted: bool = False


@dataclass(frozen=True, slots=True)
class SheetLike:
    """A sheet made after the pattern of another of the cell's own: headings, widths, looks, lists, formulas of its rows.

    The records in rows `first_row` to `last_row` are left out; `texts` are squares around them that read otherwise
    there: the year in a title, a total somebody typed.
    """

    sheet: str
    pattern: str
    first_row: int
    last_row: int
    texts: tuple[tuple[int, int, str | None], ...] = ()


@dataclass(frozen=True, slots=True)
class RowAppend:
    """Add a row below a table: `values` by column number.

    `makes_room`: where the row below is taken (a total, a signature), what stands there moves down; else it is refused.
    `grows`: the row above is a record, so the new one looks and calculates like it, and totals reach over it.
    `like`: the sheet is not there yet and is made first.
    """

    sheet: str
    after_row: int
    values: tuple[tuple[int, Value], ...]
    because: str
    makes_room: bool = False
    grows: bool = True
    like: SheetLike | None = None


@dataclass(frozen=True, slots=True)
class SheetReplace:
    """Add, or replace whole, a sheet that is ours (never one of the cell's own).

    `rows` are shown from A1 down; `widths` are in characters; `header_rows` are shown bold and frozen.
    A text that starts with `=` is a formula only where `formulas` is true. `links` lead from a square (row, column) of
    it to a place of the workbook, and `is_filtered` puts filter arrows on its headings, where the host can.
    """

    sheet: str
    rows: tuple[tuple[Value, ...], ...]
    widths: tuple[float, ...] = ()
    header_rows: int = 1
    because: str = ""
    formulas: bool = False
    links: tuple[tuple[int, int, Place], ...] = ()
    is_filtered: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A note (comment) of ours on a square. All notes of ours go before new ones come; people's stay."""

    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class Writes:
    """All that a job wants changed in one workbook.

    `notes` None leaves notes alone; a tuple (even empty) replaces all notes that are ours.
    """

    squares: tuple[Write, ...] = ()
    appends: tuple[RowAppend, ...] = ()
    sheets: tuple[SheetReplace, ...] = ()
    notes: tuple[Note, ...] | None = None

    @property
    def likes(self) -> tuple[SheetLike, ...]:
        """The sheets to be made for new rows, each once."""
        return tuple(dict.fromkeys(row.like for row in self.appends if row.like is not None))

    def __bool__(self) -> bool:
        return bool(self.squares or self.appends or self.sheets or self.notes is not None)
