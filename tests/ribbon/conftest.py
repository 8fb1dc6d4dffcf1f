"""The sample cell's workbook open in an Excel in memory, and a secretary in front of it."""

from __future__ import annotations

import pytest

from tests.ribbon.pressing import secretary


@pytest.fixture
def click(tmp_path):
    with secretary(tmp_path) as pressing:
        yield pressing


@pytest.fixture
def book(click):
    return click.book


@pytest.fixture
def excel(click):
    return click.excel
