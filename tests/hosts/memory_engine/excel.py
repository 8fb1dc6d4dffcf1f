"""An Excel in memory: starts it as the active xlwings engine, opens workbook files in it, hands out hosts."""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from pathlib import Path

import xlwings

from addin.hosts.excel.book import ExcelBook
from addin.hosts.excel.taking_back import Shelf
from tests.hosts.excel_model.loading import load
from tests.hosts.memory_engine.engine import Engine

PID = 4321


class MemoryExcel:
    """One or more running Excels; `open` brings a workbook to the front as Excel does."""

    def __init__(self, folder):
        self.engine = Engine()
        self.shelf = Shelf(Path(folder) / "hoan-tac")

    def app(self, pid=PID):
        apps = self.engine.apps
        return apps.running.get(pid) or apps.start(pid)

    def open(self, path, pid=PID):
        app, model = self.app(pid), load(path)
        app.excel.open(model)
        return model

    def host(self, name, pid=PID):
        return ExcelBook.named(name, pid, self.shelf)


@contextmanager
def memory_excel(folder):
    """The engine is xlwings' active one for as long as the test lasts."""
    before = xlwings.engines.active
    excel = MemoryExcel(folder)
    xlwings.Engine(impl=excel.engine).activate()
    try:
        yield excel
    finally:
        xlwings.engines.active = before


@contextmanager
def open_in_memory(path):
    """One workbook file open in one Excel."""
    with tempfile.TemporaryDirectory() as folder, memory_excel(folder) as excel:
        excel.open(path)
        yield excel.host(path.name)
