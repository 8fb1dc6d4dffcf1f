"""The sheets and ranges of the test-only xlwings engine, over a sheet's model in memory."""

from __future__ import annotations

from xlwings import XlwingsError, base_classes

from tests.hosts.memory_engine.model import address_of, as_com, formula_of, squares_of
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
        return SheetApi(self)

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
        return Range(self, *self.model.used())

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
        self.book.model.remove(self.model)


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

    def one(self, ask):
        return self.model.one(self.corners, ask)

    @property
    def raw_value(self):
        return self.model.rows_of(self.corners, as_com)

    @raw_value.setter
    def raw_value(self, data):
        self._write(data)

    @property
    def formula(self):
        return self.model.rows_of(self.corners, formula_of)

    @formula.setter
    def formula(self, data):
        self._write(data)

    def _write(self, data):
        book = self.sheet.book.model
        if book.before_write:
            book.before_write(book, self)
        self.sheet.model.write(self.corners, data)

    @property
    def number_format(self):
        return self.one(lambda square, at: square.number_format)

    @number_format.setter
    def number_format(self, value):
        for at in squares_of(self.corners):
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

    @property
    def merge_cells(self):
        return self.model.is_merged(self.corners)

    @property
    def merge_area(self):
        return Range(self.sheet, *(self.model.merge_at((self.row, self.column)) or (*self.corners[:2], *self.corners[:2])))

    @property
    def address(self):
        return address_of(self.corners) + self.sheet.book.model.other_areas

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
