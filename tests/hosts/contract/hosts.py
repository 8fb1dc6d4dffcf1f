"""The hosts under contract. One line adds a host: how a workbook file becomes an open `Host`, closed at the end."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import datetime

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


HOSTS = (
    pytest.param(closed, id="closed"),
    pytest.param(excel, id="excel"),
    pytest.param(open_book, id="libreoffice", marks=pytest.mark.libreoffice),
)
