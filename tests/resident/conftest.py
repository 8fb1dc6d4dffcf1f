"""A user of our own for each test, and residents that end with it."""

from __future__ import annotations

import pytest

from tests.resident.residents import Residents


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """A user of our own."""
    monkeypatch.setenv("SOCHIBO_HOME", str(tmp_path / "người dùng"))
    return tmp_path / "người dùng"


@pytest.fixture
def residents():
    running = Residents()
    yield running
    running.end()
