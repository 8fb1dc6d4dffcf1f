"""A workbook in memory that behaves as Excel does towards a program: what is typed is interpreted.

`loading` makes it of a file. Formulas keep their stored result; nothing is calculated.
"""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time

_NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)?(?:[eE][-+]?\d+)?%?")
_DATE = re.compile(r"(\d{1,4})[-/.](\d{1,2})(?:[-/.](\d{1,4}))?")
ERRORS = {"#NULL!": 0, "#DIV/0!": 7, "#VALUE!": 15, "#REF!": 23, "#NAME?": 29, "#NUM!": 36, "#N/A": 42, "#SPILL!": 45}


@dataclass
class Square:
    value: object = None
    formula: str | None = None
    number_format: str = "General"
    locked: bool = True
    font: str = "Calibri"
    is_error: bool = False
    in_array: bool = False
    wrapped: bool = False
    line: int = -4142
    bold: bool = False
    ground: int | None = None


@dataclass
class MemorySheet:
    name: str
    squares: dict[tuple[int, int], Square] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    filtered_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    spilled: set[tuple[int, int]] = field(default_factory=set)
    threads: set[tuple[int, int]] = field(default_factory=set)
    notes: dict[tuple[int, int], str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    tables: dict[str, tuple[int, int, int, int]] = field(default_factory=dict)
    allowed: dict[tuple[int, int], tuple[str, ...]] = field(default_factory=dict)
    lists: dict[tuple[int, int], str] = field(default_factory=dict)
    protected: bool = False
    shapes: list[tuple[int, int | None]] = field(default_factory=list)
    charts: list[list[str]] = field(default_factory=list)
    pivots: int = 0
    visible: int = -1
    widths: dict[int, float] = field(default_factory=dict)
    heights: dict[int, float] = field(default_factory=dict)
    links: dict[tuple[int, int], tuple[str, str]] = field(default_factory=dict)
    arrows: tuple[int, int, int, int] | None = None
    page: dict[str, object] = field(default_factory=dict)

    def square(self, row, column):
        return self.squares.get((row, column)) or Square()

    def own(self, row, column):
        return self.squares.setdefault((row, column), Square())

    def used(self):
        """The corners of what Excel calls used."""
        taken = [*self.squares, (1, 1)]
        rows, columns = [row for row, _ in taken], [column for _, column in taken]
        return min(rows), min(columns), max(rows), max(columns)

    def rows_of(self, corners, ask):
        """The answers of a rectangle, row by row; of a single square its answer alone."""
        first_row, first_column, last_row, last_column = corners
        held, blank = self.squares.get, Square()
        rows = tuple(
            tuple([ask(held((row, column), blank)) for column in range(first_column, last_column + 1)])
            for row in range(first_row, last_row + 1)
        )
        return rows if (first_row, first_column) != (last_row, last_column) else rows[0][0]

    def one(self, corners, ask):
        """The answer of all squares of a rectangle, None where they differ."""
        held, blank = self.squares.get, Square()
        answers = {ask(held(at, blank), at) for at in squares_of(corners)}
        return answers.pop() if len(answers) == 1 else None

    def is_hidden_row(self, row):
        return row in self.hidden_rows or row in self.filtered_rows

    def hidden(self, corners):
        """Whether the rows of a rectangle are hidden, None where they differ."""
        answers = {self.is_hidden_row(row) for row in range(corners[0], min(corners[2], 30_000) + 1)}
        return answers.pop() if len(answers) == 1 else None

    def hidden_across(self, corners):
        """The same of its columns."""
        answers = {column in self.hidden_columns for column in range(corners[1], corners[3] + 1)}
        return answers.pop() if len(answers) == 1 else None

    def in_view(self, corners):
        """The visible areas of a rectangle, row by row of areas."""
        rows = _runs(corners[0], corners[2], self.hidden_rows | self.filtered_rows)
        columns = _runs(corners[1], corners[3], self.hidden_columns)
        return [(above, left, below, right) for above, below in rows for left, right in columns]

    def reached(self, corners):
        """The areas that something done to a rectangle reaches: in filter mode the visible ones, of several squares."""
        is_single = corners[0] == corners[2] and corners[1] == corners[3]
        return [corners] if is_single or not self.filtered_rows else self.in_view(corners)

    def merge_at(self, at):
        holds = (area for area in self.merged if area[0] <= at[0] <= area[2] and area[1] <= at[1] <= area[3])
        return next(holds, None)

    def is_merged(self, corners):
        return bool(self.merged) and self.one(corners, lambda square, at: self.merge_at(at) is not None)

    def move_rows(self, first, by):
        """Rows from `first` on stand `by` lower; upwards, those in between are gone."""
        gone = range(first + by, first)

        def moved(row):
            return row + by if row >= first else row

        def of_squares(held):
            return {(moved(row), column): value for (row, column), value in held.items() if row not in gone}

        self.squares, self.notes, self.allowed, self.lists = map(of_squares, (self.squares, self.notes, self.allowed, self.lists))
        self.hidden_rows, self.filtered_rows = (
            {moved(row) for row in rows if row not in gone} for rows in (self.hidden_rows, self.filtered_rows)
        )
        kept = [area for area in self.merged if not (area[0] in gone and area[2] in gone)]
        self.merged = [(moved(area[0]), area[1], moved(area[2]), area[3]) for area in kept]
        self.tables = {name: (moved(area[0]), area[1], moved(area[2]), area[3]) for name, area in self.tables.items()}

    def like_above(self, first, count):
        """New rows take the looks, lists and conditions of the row above."""
        for (row, column), square in list(self.squares.items()):
            if row == first - 1:
                for new in range(first, first + count):
                    self.squares[new, column] = Square(number_format=square.number_format, locked=square.locked, font=square.font)
        for held in (self.allowed, self.lists):
            for (row, column), words in list(held.items()):
                if row == first - 1:
                    held.update({(new, column): words for new in range(first, first + count)})

    def is_valid(self, corners):
        """By the lists of words alone; blank is always allowed."""
        return all(self.square(*at).value in (None, *self.allowed[at]) for at in squares_of(corners) if at in self.allowed)

    def count(self, corners):
        first_row, first_column, last_row, last_column = corners
        return sum(
            square.value is not None and first_row <= row <= last_row and first_column <= column <= last_column
            for (row, column), square in self.squares.items()
        )

    def write(self, corners, data):
        """One value for all, or rows of values; in filter mode every visible area begins with the first of them."""
        first_row, first_column, last_row, last_column = corners
        width = last_column - first_column + 1
        rows = data if isinstance(data, list | tuple) else [[data] * width] * (last_row - first_row + 1)
        assert (len(rows), *{len(line) for line in rows}) == (last_row - first_row + 1, width)
        for area in self.reached(corners):
            for row, column in squares_of(area):
                self.type_in(row, column, rows[row - area[0]][column - area[1]])

    def clear(self, corners):
        """Values, formulas, looks and notes; in filter mode hidden rows are spared."""
        reached = self.reached(corners)

        def stays(at):
            return not any(area[0] <= at[0] <= area[2] and area[1] <= at[1] <= area[3] for area in reached)

        self.squares = {at: square for at, square in self.squares.items() if stays(at)}
        self.notes = {at: text for at, text in self.notes.items() if stays(at)}

    def clear_contents(self, corners):
        """Values and formulas; looks and notes stay. A square without either is none any more."""
        for at in self._within(corners):
            self.squares[at].value, self.squares[at].formula, self.squares[at].is_error = None, None, False
        self._drop_bare()

    def clear_formats(self, corners):
        """Looks alone."""
        for at in self._within(corners):
            old = self.squares[at]
            self.squares[at] = Square(old.value, old.formula, is_error=old.is_error, in_array=old.in_array)
        self._drop_bare()

    def _within(self, corners):
        reached = self.reached(corners)
        return [at for at in self.squares if any(area[0] <= at[0] <= area[2] and area[1] <= at[1] <= area[3] for area in reached)]

    def _drop_bare(self):
        self.squares = {at: square for at, square in self.squares.items() if square != Square()}

    def fit_rows(self, corners):
        """As high as the wrapped texts are in columns as wide as they are now."""
        lines = dict.fromkeys(range(corners[0], min(corners[2], 30_000) + 1), 1)
        for (row, column), square in self.squares.items():
            if row in lines:
                lines[row] = max(lines[row], self.lines(square, column))
        self.heights |= {row: 15.0 * count for row, count in lines.items()}

    def lines(self, square, column):
        if not (square.wrapped and isinstance(square.value, str)):
            return 1
        return sum(-(-max(len(line), 1) // int(self.widths.get(column, 8.43))) for line in square.value.split("\n"))

    def filter(self, column, wanted, first_row, last_row):
        """As a person does: of these rows only those with a wanted value stay in view."""
        self.filtered_rows = {
            row for row in range(first_row, last_row + 1) if self.square(row, column).value not in wanted
        }

    def sort(self, column, first_row, last_row):
        """As a person does, whole rows, by the text of a column; notes go with their rows."""
        rows = sorted(range(first_row, last_row + 1), key=lambda row: str(self.square(row, column).value or ""))
        places = {old: first_row + number for number, old in enumerate(rows)}
        for held in ("squares", "notes"):
            moved = {(places.get(row, row), column): one for (row, column), one in getattr(self, held).items()}
            setattr(self, held, moved)

    def type_in(self, row, column, value):
        """As if a person had typed it, which is how `Range.Value` takes text."""
        square = self.own(row, column)
        square.formula, square.is_error = None, False
        square.value = value
        if value is None or value == "":
            square.value = None
        elif isinstance(value, bool):
            pass
        elif isinstance(value, int | float):
            square.value = float(value)
        elif isinstance(value, date):
            square.value = datetime(value.year, value.month, value.day, *value.timetuple()[3:6])
            if square.number_format == "General":
                square.number_format = "m/d/yyyy"
        else:
            self._type_text(square, str(value))

    @staticmethod
    def _type_text(square, text):
        found = _DATE.fullmatch(text)
        if text.startswith("'"):
            square.value = text[1:]
        elif square.number_format == "@":
            square.value = text
        elif text.startswith("="):
            square.formula, square.value = text, 0.0
        elif _NUMBER.fullmatch(text):
            square.value = float(text.rstrip("%").replace(",", "."))
        elif text.upper() in ("TRUE", "FALSE"):
            square.value = text.upper() == "TRUE"
        elif text.upper() in ERRORS:
            square.value, square.is_error = text.upper(), True
        elif found:
            square.value, square.number_format = datetime(2026, 1, 2), "m/d/yyyy"


def _runs(first, last, hidden):
    """From where to where nothing is hidden."""
    found, start = [], first
    for number in sorted(one for one in hidden if first <= one <= last):
        if number > start:
            found.append((start, number - 1))
        start = number + 1
    return [*found, (start, last)] if start <= last else found


def squares_of(corners):
    first_row, first_column, last_row, last_column = corners
    return [(row, column) for row in range(first_row, last_row + 1) for column in range(first_column, last_column + 1)]


def formula_of(square):
    """What `Range.Formula` says of a square."""
    return square.formula or ("" if square.value is None else str(square.value))


@dataclass
class MemoryBook:
    name: str
    folder: str
    sheets: list[MemorySheet]
    active: MemorySheet
    epoch_1904: bool = False
    structure_locked: bool = False
    closed: bool = False
    saves: int = 0
    selection: tuple[int, int, int, int] = (1, 1, 1, 1)
    other_areas: str = ""
    saves_itself: bool | None = None
    names: dict[str, str] = field(default_factory=dict)
    frozen: dict[str, int] = field(default_factory=dict)
    split: int = 0
    taken_names: set[str] = field(default_factory=set)

    # Called before each write with the sheet and its rectangle: a test's way to let things go wrong half way.
    before_write: object = None

    @property
    def full_name(self):
        between = "\\" if "\\" in self.folder else "/"
        return f"{self.folder}{between}{self.name}" if self.folder else self.name

    def add_sheet(self, at, name):
        """A new sheet before the one at this place; it comes to the front, as in Excel."""
        self.active = MemorySheet(name)
        self.sheets.insert(at, self.active)
        return self.active

    def copy_sheet(self, sheet, at):
        """All of it under a name of Excel's making; names of the workbook that mean it come along as the copy's own."""
        copied = copy.deepcopy(sheet)
        copied.name = f"{sheet.name[:27]} (2)"
        meaning = {name: refers for name, refers in self.names.items() if refers.startswith((f"'{sheet.name}'!", f"{sheet.name}!"))}
        copied.names |= {name: f"'{copied.name}'!{refers.rpartition('!')[2]}" for name, refers in meaning.items()}
        copied.tables = {f"{name}{len(self.sheets)}": area for name, area in sheet.tables.items()}
        self.sheets.insert(at, copied)
        if copied.visible == -1:
            self.active = copied

    def remove(self, sheet):
        self.sheets.remove(sheet)
        if self.active is sheet:
            self.active = self.sheets[0]


def as_com(square):
    """The value as COM hands it over: every number a float, days with a zone, errors as whole numbers."""
    value = square.value
    if square.is_error:
        return -2146826288 + ERRORS[value]
    if isinstance(value, datetime):
        return value.replace(tzinfo=UTC)
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day, tzinfo=UTC)
    if isinstance(value, time):
        return datetime(1899, 12, 30, value.hour, value.minute, value.second, tzinfo=UTC)
    return value

