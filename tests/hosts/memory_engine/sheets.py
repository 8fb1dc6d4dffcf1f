"""The sheets and ranges of the test-only xlwings engine, over Excel's object model in memory."""

from __future__ import annotations

from xlwings import base_classes

from tests.hosts.excel_model.served import Refused


class Sheet(base_classes.Sheet):
    api = book = None

    def __init__(self, api, book):
        self.api, self.book = api, book

    @property
    def name(self):
        return self.api.Name

    @property
    def names(self):
        return Names(self.api.Names)

    @property
    def tables(self):
        return Tables(self)

    @property
    def visible(self):
        return self.api.Visible

    @property
    def used_range(self):
        return Range(self.api.UsedRange, self)

    def range(self, arg1, arg2=None):
        if isinstance(arg1, str):
            return Range(self.api.Range(arg1), self)
        if len(arg1) == 4:
            row, column, rows, columns = arg1
            arg1, arg2 = (row, column), (row + rows - 1, column + columns - 1)
        return Range(self.api.Range(self.api.Cells(*arg1), self.api.Cells(*(arg2 or arg1))), self)

    def clear(self):
        self.api.Cells.Clear()

    def delete(self):
        self.api.Delete()


class Range(base_classes.Range):
    api = sheet = options = None

    def __init__(self, api, sheet):
        self.api, self.sheet, self.options = api, sheet, {}

    @property
    def row(self):
        return self.api.Row

    @property
    def column(self):
        return self.api.Column

    @property
    def shape(self):
        return self.api.Rows.Count, self.api.Columns.Count

    def __len__(self):
        return self.api.Count

    def __call__(self, row, column):
        return Range(self.api(row, column), self.sheet)

    @property
    def coords(self):
        return (self.sheet.name, self.row, self.column, *self.shape)

    @property
    def raw_value(self):
        return self.api.Value

    @raw_value.setter
    def raw_value(self, data):
        self.api.Value = data

    @property
    def formula(self):
        return self.api.Formula

    @formula.setter
    def formula(self, data):
        self.api.Formula = data

    @property
    def number_format(self):
        return self.api.NumberFormat

    @number_format.setter
    def number_format(self, value):
        self.api.NumberFormat = value

    @property
    def font(self):
        return Font(self.api.Font)

    @property
    def wrap_text(self):
        return False

    @wrap_text.setter
    def wrap_text(self, value):
        self.api.WrapText = value

    @property
    def column_width(self):
        return self.api.ColumnWidth

    @column_width.setter
    def column_width(self, value):
        self.api.ColumnWidth = value

    @property
    def address(self):
        return self.api.Address

    def get_address(self, row_absolute, col_absolute, external):
        return self.api.Address


class Font(base_classes.Font):
    api = None

    def __init__(self, api):
        self.api = api

    @property
    def bold(self):
        return False

    @bold.setter
    def bold(self, value):
        self.api.Bold = value


class Names(base_classes.Names):
    def __init__(self, names):
        self.names = names

    def contains(self, name):
        try:
            self.names(name)
        except Refused:
            return False
        return True

    def add(self, name, refers_to):
        return Name(self.names.Add(name, refers_to))


class Name(base_classes.Name):
    api = None

    def __init__(self, api):
        self.api = api


class Tables(base_classes.Tables):
    def __init__(self, sheet):
        self.sheet = sheet

    def __call__(self, name):
        return Table(self.sheet.api.ListObjects(name), self.sheet)

    def __len__(self):
        return self.sheet.api.ListObjects.Count

    def __iter__(self):
        return (Table(table, self.sheet) for table in self.sheet.api.ListObjects)


class Table(base_classes.Table):
    api = None

    def __init__(self, api, sheet):
        self.api, self.sheet = api, sheet

    @property
    def name(self):
        return self.api.Name

    @property
    def show_totals(self):
        return self.api.ShowTotals

    @property
    def range(self):
        return Range(self.api.Range, self.sheet)

    def resize(self, target):
        self.api.Resize(target.api)
