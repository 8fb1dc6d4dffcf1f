"""A test-only xlwings engine: the classes xlwings asks its engine for, over Excel's object model in memory.

Only what the production host uses is here; everything else raises NotImplementedError from xlwings' base classes.
"""

from __future__ import annotations

from datetime import date, datetime

from xlwings import base_classes

from tests.hosts.excel_model.application import AUTOMATIC, MANUAL, SEMIAUTOMATIC, Application, Excel
from tests.hosts.memory_engine.sheets import Range, Sheet

_CALCULATION = {"automatic": AUTOMATIC, "manual": MANUAL, "semiautomatic": SEMIAUTOMATIC}
_CALCULATION_BACK = {number: word for word, number in _CALCULATION.items()}


class Engine:
    name = "memory"
    type = "desktop"

    def __init__(self):
        self.apps = Apps(self)

    @staticmethod
    def prepare_xl_data_element(value, options):
        if isinstance(value, date) and not isinstance(value, datetime):
            return datetime(value.year, value.month, value.day)
        return "" if value is None else value

    @staticmethod
    def clean_value_data(data, datetime_builder, empty_as, number_builder, err_to_str):
        return [list(row) for row in data]


class Apps(base_classes.Apps):
    def __init__(self, engine):
        self.engine, self.running = engine, {}

    def keys(self):
        return list(self.running)

    def start(self, pid):
        self.running[pid] = App(self.engine, pid, Excel(pid))
        return self.running[pid]

    def __iter__(self):
        return iter(self.running.values())

    def __len__(self):
        return len(self.running)

    def __getitem__(self, pid):
        return self.running[pid]


def _setting(name):
    return property(lambda app: getattr(app.api, name), lambda app, value: setattr(app.api, name, value))


class App(base_classes.App):
    engine = api = excel = None
    status_bar = _setting("StatusBar")
    screen_updating = _setting("ScreenUpdating")
    enable_events = _setting("EnableEvents")
    display_alerts = _setting("DisplayAlerts")

    def __init__(self, engine, pid, excel):
        self.engine, self._pid, self.excel = engine, pid, excel
        self.api = Application(excel)

    @property
    def pid(self):
        return self._pid

    @property
    def calculation(self):
        return _CALCULATION_BACK[self.api.Calculation]

    @calculation.setter
    def calculation(self, value):
        self.api.Calculation = _CALCULATION[value]

    @property
    def books(self):
        return Books(self)

    @property
    def selection(self):
        chosen = self.api.Selection
        return chosen and Range(chosen, Sheet(chosen.Worksheet, Book(self, chosen.Worksheet.Parent)))


class Books(base_classes.Books):
    def __init__(self, app):
        self.app = app

    @property
    def active(self):
        return Book(self.app, self.app.api.ActiveWorkbook)

    def __call__(self, name_or_index):
        return Book(self.app, self.app.api.Workbooks(name_or_index))

    def __len__(self):
        return self.app.api.Workbooks.Count

    def __iter__(self):
        return (Book(self.app, book) for book in self.app.api.Workbooks)


class Book(base_classes.Book):
    api = app = None

    def __init__(self, app, api):
        self.app, self.api = app, api

    @property
    def name(self):
        return self.api.Name

    @property
    def fullname(self):
        return self.api.FullName

    @property
    def sheets(self):
        return Sheets(self)

    def save(self, path=None, password=None):
        self.api.Save()


class Sheets(base_classes.Sheets):
    def __init__(self, book):
        self.book = book

    @property
    def active(self):
        return Sheet(self.book.api.ActiveSheet, self.book)

    def __call__(self, name_or_index):
        return Sheet(self.book.api.Worksheets(name_or_index), self.book)

    def __len__(self):
        return self.book.api.Worksheets.Count

    def __iter__(self):
        return (Sheet(sheet, self.book) for sheet in self.book.api.Worksheets)

    def add(self, before=None, after=None, name=None):
        added = self.book.api.Worksheets.Add(Before=before and before.api, After=after and after.api)
        added.Name = name or added.Name
        return Sheet(added, self.book)
