"""The hosts under contract. One line adds a host: how a workbook file becomes an open `Host`, closed at the end."""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest

from addin.hosts.closed.book import ClosedBook
from tests.hosts.memory_engine.excel import open_in_memory
from tests.libreoffice.office import open_book


@contextmanager
def closed(path):
    """The file itself, patched and saved with a backup."""
    yield ClosedBook(path, now=datetime(2026, 1, 5, 8, 30))


@contextmanager
def excel(path):
    """The production xlwings host over an in-memory workbook."""
    with open_in_memory(path) as host:
        yield host


@contextmanager
def excel_over_com(path):
    """The same over xlwings' own Windows engine: a stand-in for Excel in a process of its own, reached by COM."""
    from addin.hosts.excel.book import ExcelBook
    from addin.hosts.excel.taking_back import Shelf
    from tests.windows.excel_stand_in import excel_here

    excel = excel_here()
    excel.open_file(path, path.name)
    with tempfile.TemporaryDirectory() as folder:
        yield ExcelBook.named(path.name, excel.process, Shelf(Path(folder)))
    excel.close(book=path.name)


HOSTS = (
    pytest.param(closed, id="closed"),
    pytest.param(excel, id="excel"),
    pytest.param(open_book, id="libreoffice", marks=pytest.mark.libreoffice),
    pytest.param(excel_over_com, id="excel-over-com", marks=pytest.mark.windows),
)
