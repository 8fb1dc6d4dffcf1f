"""A test-only xlwings engine: the classes xlwings asks its engine for, over workbooks in memory.

Only what the production host uses is here; everything else raises NotImplementedError from xlwings' base classes.
"""

from __future__ import annotations

from datetime import date, datetime

from xlwings import XlwingsError, base_classes

from tests.hosts.memory_engine.native import AppApi, BookApi
from tests.hosts.memory_engine.sheets import Range, Sheet


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
        self.running[pid] = App(self.engine, pid)
        return self.running[pid]

    def __iter__(self):
        return iter(self.running.values())

    def __len__(self):
        return len(self.running)

    def __getitem__(self, pid):
        return self.running[pid]


class App(base_classes.App):
    engine = None
    status_bar = False
    screen_updating = True
    enable_events = True
    display_alerts = True
    calculation = "automatic"

    def __init__(self, engine, pid):
        self.engine, self._pid = engine, pid
        self.open_books = []
        self.front = None

    @property
    def api(self):
        return AppApi(self.front and Book(self, self.front).api)

    @property
    def pid(self):
        return self._pid

    def activate(self, steal_focus=False):
        """Only windows of the desktop would change."""

    @property
    def books(self):
        return Books(self)

    @property
    def selection(self):
        model = self.front
        if model is None:
            return None
        return Range(Sheet(Book(self, model), model.active), *model.selection)


class Books(base_classes.Books):
    def __init__(self, app):
        self.app = app

    @property
    def active(self):
        return Book(self.app, self.app.front)

    def __call__(self, name_or_index):
        if isinstance(name_or_index, int):
            return Book(self.app, self.app.open_books[name_or_index - 1])
        for model in self.app.open_books:
            if model.name.casefold() == name_or_index.casefold():
                return Book(self.app, model)
        raise KeyError(name_or_index)

    def __len__(self):
        return len(self.app.open_books)

    def __iter__(self):
        return (Book(self.app, model) for model in self.app.open_books)


class Book(base_classes.Book):
    def __init__(self, app, model):
        self._app, self._model = app, model

    @property
    def model(self):
        self.still_open()
        return self._model

    def still_open(self):
        if self._model.closed:
            raise XlwingsError("the workbook is gone")

    @property
    def api(self):
        return BookApi(self)

    @property
    def name(self):
        return self.model.name

    @property
    def fullname(self):
        return f"{self.model.folder}/{self.model.name}" if self.model.folder else self.model.name

    @property
    def app(self):
        return self._app

    @property
    def sheets(self):
        return Sheets(self)

    def activate(self):
        self._app.front = self.model

    def save(self, path=None, password=None):
        self.model.saves += 1


class Sheets(base_classes.Sheets):
    def __init__(self, book):
        self.book = book

    @property
    def active(self):
        return Sheet(self.book, self.book.model.active)

    def __call__(self, name_or_index):
        if isinstance(name_or_index, int):
            return Sheet(self.book, self.book.model.sheets[name_or_index - 1])
        for sheet in self.book.model.sheets:
            if sheet.name.casefold() == name_or_index.casefold():
                return Sheet(self.book, sheet)
        raise XlwingsError(f"no sheet {name_or_index}")

    def __len__(self):
        return len(self.book.model.sheets)

    def __iter__(self):
        return (Sheet(self.book, sheet) for sheet in list(self.book.model.sheets))

    def add(self, before=None, after=None, name=None):
        sheets = self.book.model.sheets
        at = next((i for i, sheet in enumerate(sheets) if after and sheet is after.model), -1)
        new = self.book.model.add_sheet(at + 1 if at >= 0 else 0, name or f"Sheet{len(sheets) + 1}")
        self.book.activate()
        return Sheet(self.book, new)
