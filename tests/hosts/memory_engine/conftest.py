"""An Excel in memory with the contract's workbook open in it."""

from __future__ import annotations

import pytest

from tests.hosts.contract.workbook import contract_workbook
from tests.hosts.excel_model.dispatched import over_numbers
from tests.hosts.memory_engine.changes import NAME
from tests.hosts.memory_engine.excel import memory_excel


@pytest.fixture(params=["by name", "by number"])
def excel(request, tmp_path, monkeypatch):
    """Its members called as another engine's are, and as COM's are."""
    if request.param == "by number":
        over_numbers(monkeypatch)
    with memory_excel(tmp_path) as running:
        yield running


@pytest.fixture
def book(excel, tmp_path):
    """The open workbook's model."""
    return excel.open(contract_workbook(tmp_path / NAME))
