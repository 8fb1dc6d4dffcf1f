"""An Excel in memory with the contract's workbook open in it."""

from __future__ import annotations

import pytest

from tests.hosts.contract.workbook import contract_workbook
from tests.hosts.memory_engine.changes import NAME
from tests.hosts.memory_engine.excel import memory_excel


@pytest.fixture
def excel(tmp_path):
    with memory_excel(tmp_path) as running:
        yield running


@pytest.fixture
def book(excel, tmp_path):
    """The open workbook's model."""
    return excel.open(contract_workbook(tmp_path / NAME))
