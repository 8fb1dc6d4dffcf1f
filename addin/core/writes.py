"""A `Write` is one value meant for one square, and why. Nothing here touches a workbook."""

from __future__ import annotations

from datetime import date

from addin.core.grids import Range
from addin.core.places import Place
from addin.core.records import dataclass

Value = str | int | float | bool | date | None
_NAMED = 2


@dataclass(frozen=True, slots=True)
class Write:
    """Set one existing square; `before` is what was read there, so a preview can show both.

    `beside` is for a square of a column of ours: where it has no looks of its own its text is wrapped and it gets the
    frame of its neighbour in that column. What `is_restricted` is written and shown to nobody; what `names_person` is
    shown by its end alone, whatever it is written as. None where nobody knows the column.
    """

    place: Place
    value: Value
    because: str
    before: Value = None
    beside: int | None = None
    is_restricted: bool = False
    names_person: bool | None = None


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

    `rows` are shown from A1 down; `widths` are in characters, columns beyond keep theirs; `header_rows` are shown bold and
    stay in view, the first `titles` of them being sentences over the list, not its headings. A text that starts with `=` is
    a formula only where `formulas` is true. The squares of `link_column` name a square ("F12") of the sheet named in the
    column before and lead there; `is_filtered` puts filter arrows on the headings.
    """

    sheet: str
    rows: tuple[tuple[Value, ...], ...]
    widths: tuple[float, ...] = ()
    header_rows: int = 1
    because: str = ""
    formulas: bool = False
    link_column: int = 0
    is_filtered: bool = False
    titles: int = 0

    @property
    def links(self) -> tuple[tuple[int, int, Place], ...]:
        """Row and column of each square that leads somewhere, and where."""
        column = self.link_column
        named = ((at, row[column - 2 : column]) for at, row in enumerate(self.rows, 1) if column and at > self.header_rows)
        places = ((at, place_named(*square)) for at, square in named if len(square) == _NAMED)
        return tuple((at, column, place) for at, place in places if place is not None)

    @property
    def list_area(self) -> Range | None:
        """The headings and the rows below them, as far right as any reaches; None where there are no rows."""
        first, last = max(self.header_rows, 1), len(self.rows)
        width = max((len(row) for row in self.rows[self.titles :]), default=0)
        return Range(first, 1, last, width) if last > first and width else None


def place_named(sheet: object, cell: object) -> Place | None:
    """The square of a sheet and a cell as a list names them, `F12` or `12` for a whole row; None where they name none."""
    if not isinstance(sheet, str) or not sheet or not isinstance(cell, str):
        return None
    if cell.isdecimal():
        return Place(sheet, int(cell))
    try:
        return Place.at(sheet, cell)
    except ValueError:
        return None


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
