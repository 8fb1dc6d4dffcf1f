"""Shown at the end of a run: the tables that tests of closed workbooks left."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from tests.hosts.closed.made_books import book_of

OUTCOMES = pytest.StashKey[list[str]]()


def pytest_configure(config: pytest.Config) -> None:
    """A place for the tables."""
    config.stash[OUTCOMES] = []


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A small workbook on the disk, in a folder of its own."""
    path = tmp_path / "Sổ chi bộ.xlsx"
    path.write_bytes(book_of())
    return path


@pytest.fixture
def tell(request: pytest.FixtureRequest) -> object:
    """Leave a line for the end of the run."""
    return request.config.stash[OUTCOMES].append


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print what was left, and keep it in a file of the temporary folder."""
    lines = config.stash[OUTCOMES]
    for line in lines:
        terminalreporter.write_line(line)
    if lines:
        kept = Path(tempfile.mkdtemp(prefix="sochibo-")) / "ket-qua-ghi.txt"
        kept.write_text("\n".join([*lines, ""]), encoding="utf-8")
        terminalreporter.write_line(f"Bảng này cũng ở tệp {kept}")
