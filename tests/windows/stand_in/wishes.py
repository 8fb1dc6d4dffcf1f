"""What a test may ask of the stand-in: open a workbook, do what a person does, look at everything."""

from __future__ import annotations

import ctypes
import pickle
from datetime import date, time
from pathlib import Path

import win32com.client.dynamic

from tests.windows.stand_in.publishing import calls


class Wishes:
    def __init__(self, excel, filter_):
        self.excel, self.filter = excel, filter_

    def done(self, do, **words):
        return getattr(self, do)(**words)

    def open(self, model):
        """A pickled workbook, as `tests.hosts.excel_model.loading.load` makes it; it comes to the front."""
        book = pickle.loads(Path(model).read_bytes())  # noqa: S301 - of the test's own making
        self.excel.open(book)

    def close(self, book):
        closed = self._book(book)
        closed.closed = True
        self.excel.books.remove(closed)
        self.excel.front = self.excel.books[-1] if self.excel.books else None

    def front(self, book):
        self.excel.front = self._book(book)

    def select(self, book, sheet, corners):
        chosen = self._book(book)
        chosen.active, chosen.selection = self._sheet(book, sheet), tuple(corners)

    def type_in(self, book, sheet, row, column, value):
        self._sheet(book, sheet).type_in(row, column, value)

    def do_on_sheet(self, book, sheet, what, details):
        """What a person does to a sheet: `filter`, `sort`, `move_rows` of the model."""
        getattr(self._sheet(book, sheet), what)(**details)

    def protect(self, book, sheet):
        self._sheet(book, sheet).protected = True

    def busy(self, is_so):
        """A dialog is open: no call gets through."""
        self.filter.is_busy = is_so

    def edit(self, is_so):
        """A person types in a square: calls get through, changes are refused."""
        self.excel.is_edited = is_so

    def call(self, button, book):
        """The launcher's second way: Excel calls our class and waits, and takes meanwhile what is asked of it."""
        return win32com.client.dynamic.Dispatch("SoChiBo.Click").Press(button, book, str(self.excel.window))

    def trap(self, book, after, what, process=0):
        """At the write with this number from now: the workbook closes, or a process is ended."""
        writes = iter(range(1, after + 1))

        def spring(model, target):
            if next(writes, 0) != after:
                return
            model.before_write = None
            if what == "close":
                self.close(model.name)
            else:
                _end(process)

        self._book(book).before_write = spring

    def state(self):
        """Everything a person could see, in plain values."""
        return {
            "books": {book.name: _book(book) for book in self.excel.books},
            "front": self.excel.front and self.excel.front.name,
            "status_bar": self.excel.status_bar,
            "settings": self.excel.settings,
        }

    def calls(self):
        """How often each member was called since this was asked last."""
        counted = dict(calls)
        calls.clear()
        return counted

    def _book(self, name):
        return next(book for book in self.excel.books if book.name == name)

    def _sheet(self, book, name):
        return next(sheet for sheet in self._book(book).sheets if sheet.name == name)


def _book(book):
    return {
        "saves": book.saves,
        "active": book.active.name,
        "selection": book.selection,
        "sheets": {sheet.name: _sheet(sheet) for sheet in book.sheets},
    }


def _sheet(sheet):
    filled = sorted((at, square) for at, square in sheet.squares.items() if square.value is not None)
    return {
        "squares": [[*at, _plain(square.value), square.formula, square.number_format] for at, square in filled],
        "notes": [[*at, text] for at, text in sorted(sheet.notes.items())],
        "names": sheet.names,
        "tables": sheet.tables,
    }


def _plain(value):
    return {"day": value.isoformat()[:19]} if isinstance(value, date | time) else value


def _end(process):
    kernel = ctypes.windll.kernel32
    handle = kernel.OpenProcess(1, False, process)
    kernel.TerminateProcess(handle, 1)
    kernel.WaitForSingleObject(handle, 5000)
    kernel.CloseHandle(handle)
