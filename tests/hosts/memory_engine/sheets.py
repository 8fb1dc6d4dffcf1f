"""The sheets and ranges of the test-only xlwings engine, over a sheet's model in memory."""

from __future__ import annotations

from xlwings import XlwingsError, base_classes

from tests.hosts.memory_engine.model import Square, as_com
from tests.hosts.memory_engine.names import Names
from tests.hosts.memory_engine.native import RangeApi, SheetApi


class Sheet(base_classes.Sheet):
    book = None

    def __init__(self, book, model):
        self.book, self._model = book, model

    @property
    def model(self):
        self.book.still_open()
        return self._model

    @property
    def api(self):
        return SheetApi(self.model)

    @property
    def name(self):
        return self.model.name

    @property
    def names(self):
        return Names(self.model)

    @property
    def notes(self):
        return [Note(self, at) for at in list(self.model.notes)]

    @property
    def tables(self):
        return Tables(self)

    @property
    def visible(self):
        return self.model.visible

    @property
    def used_range(self):
        taken = [*self.model.squares, (1, 1)]
        rows, columns = [row for row, _ in taken], [column for _, column in taken]
        return Range(self, min(rows), min(columns), max(rows), max(columns))

    def range(self, arg1, arg2=None):
        if isinstance(arg1, str):
            return Range.at(self, arg1)
        if isinstance(arg1, tuple) and len(arg1) == 4:
            row, column, rows, columns = arg1
            return Range(self, row, column, row + rows - 1, column + columns - 1)
        first = (arg1.row, arg1.column) if isinstance(arg1, Range) else arg1
        last = (arg2.row, arg2.column) if isinstance(arg2, Range) else arg2 or first
        corners = (min(first[0], last[0]), min(first[1], last[1]), max(first[0], last[0]), max(first[1], last[1]))
        return Range(self, *corners)

    def activate(self):
        self.book.model.active = self.model
        self.book.activate()

    def clear(self):
        self.model.squares.clear()
        self.model.notes.clear()

    def delete(self):
        self.book.model.sheets.remove(self.model)
        if self.book.model.active is self.model:
            self.book.model.active = self.book.model.sheets[0]


class Range(base_classes.Range):
    sheet = None
    options = None

    def __init__(self, sheet, first_row, first_column, last_row, last_column):
        self.sheet, self.options = sheet, {}
        self.corners = (first_row, first_column, last_row, last_column)

    @classmethod
    def at(cls, sheet, address):
        from openpyxl.utils import range_boundaries

        first_column, first_row, last_column, last_row = range_boundaries(address.replace("$", ""))
        return cls(sheet, first_row, first_column, last_row, last_column)

    @property
    def model(self):
        return self.sheet.model

    @property
    def api(self):
        return RangeApi(self)

    @property
    def row(self):
        return self.corners[0]

    @property
    def column(self):
        return self.corners[1]

    @property
    def shape(self):
        first_row, first_column, last_row, last_column = self.corners
        return last_row - first_row + 1, last_column - first_column + 1

    def __len__(self):
        return self.shape[0] * self.shape[1]

    def __call__(self, row, column):
        at = (self.row + row - 1, self.column + column - 1)
        return Range(self.sheet, *at, *at)

    @property
    def coords(self):
        return (self.sheet.name, self.row, self.column, *self.shape)

    def rows_of(self, ask):
        first_row, first_column, last_row, last_column = self.corners
        held, blank = self.model.squares.get, Square()
        rows = tuple(
            tuple([ask(held((row, column), blank)) for column in range(first_column, last_column + 1)])
            for row in range(first_row, last_row + 1)
        )
        return rows if len(self) > 1 else rows[0][0]

    def squares(self):
        first_row, first_column, last_row, last_column = self.corners
        return [(row, column) for row in range(first_row, last_row + 1) for column in range(first_column, last_column + 1)]

    def one(self, ask):
        """The answer of all squares, None where they differ."""
        held, blank = self.model.squares.get, Square()
        answers = {ask(held(at, blank), at) for at in self.squares()}
        return answers.pop() if len(answers) == 1 else None

    @property
    def raw_value(self):
        return self.rows_of(as_com)

    @raw_value.setter
    def raw_value(self, data):
        self._write(data)

    @property
    def formula(self):
        return self.rows_of(lambda square: square.formula or ("" if square.value is None else str(square.value)))

    @formula.setter
    def formula(self, data):
        self._write(data)

    def _write(self, data):
        book = self.sheet.book.model
        if book.before_write:
            book.before_write(book, self)
        rows = data if isinstance(data, list | tuple) else [[data] * self.shape[1]] * self.shape[0]
        for (row, column), value in zip(self.squares(), (value for line in rows for value in line), strict=True):
            self.sheet.model.type_in(row, column, value)

    @property
    def number_format(self):
        return self.one(lambda square, at: square.number_format)

    @number_format.setter
    def number_format(self, value):
        for at in self.squares():
            self.model.own(*at).number_format = value

    @property
    def font(self):
        return Font(self)

    @property
    def wrap_text(self):
        return False

    @wrap_text.setter
    def wrap_text(self, value):
        self.sheet.model.own(self.row, self.column)

    @property
    def column_width(self):
        return self.model.widths.get(self.column, 8.43)

    @column_width.setter
    def column_width(self, value):
        self.model.widths[self.column] = value

    def merge_at(self, at):
        holds = (area for area in self.model.merged if area[0] <= at[0] <= area[2] and area[1] <= at[1] <= area[3])
        return next(holds, None)

    @property
    def merge_cells(self):
        return bool(self.model.merged) and self.one(lambda square, at: self.merge_at(at) is not None)

    @property
    def merge_area(self):
        return Range(self.sheet, *(self.merge_at((self.row, self.column)) or (*self.corners[:2], *self.corners[:2])))

    @property
    def address(self):
        from openpyxl.utils import get_column_letter as letters

        first_row, first_column, last_row, last_column = self.corners
        first = f"${letters(first_column)}${first_row}"
        last = f"${letters(last_column)}${last_row}"
        return (first if first == last else f"{first}:{last}") + self.sheet.book.model.other_areas

    def get_address(self, row_absolute, col_absolute, external):
        return self.address

    def select(self):
        self.sheet.book.model.selection = self.corners

    @property
    def note(self):
        at = (self.row, self.column)
        return Note(self.sheet, at) if at in self.model.notes else None

    def add_note(self, text):
        if (self.row, self.column) in self.model.notes:
            raise XlwingsError("there is a note already")
        self.model.notes[self.row, self.column] = text
        return self.note


class Font(base_classes.Font):
    def __init__(self, of):
        self.of = of

    @property
    def name(self):
        return self.of.one(lambda square, at: square.font)

    @property
    def bold(self):
        return False

    @bold.setter
    def bold(self, value):
        self.of.model.own(self.of.row, self.of.column)


class Note(base_classes.Note):
    def __init__(self, sheet, at):
        self.sheet, self.at = sheet, at

    @property
    def text(self):
        return self.sheet.model.notes[self.at]

    @property
    def location(self):
        return Range(self.sheet, *self.at, *self.at)

    def delete(self):
        del self.sheet.model.notes[self.at]


class Tables(base_classes.Tables):
    def __init__(self, sheet):
        self.sheet = sheet

    def __call__(self, name):
        return Table(self.sheet, name)

    def __len__(self):
        return len(self.sheet.model.tables)

    def __iter__(self):
        return (Table(self.sheet, name) for name in self.sheet.model.tables)


class Table(base_classes.Table):
    show_totals = False

    def __init__(self, sheet, name):
        self.sheet, self._name = sheet, name

    @property
    def name(self):
        return self._name

    @property
    def range(self):
        return Range(self.sheet, *self.sheet.model.tables[self._name])

    def resize(self, target):
        self.sheet.model.tables[self._name] = target.impl.corners
