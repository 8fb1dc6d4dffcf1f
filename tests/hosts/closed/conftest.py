"""What tests of closed workbooks share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hosts.closed.made_books import book_of


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A small workbook on the disk, in a folder of its own."""
    path = tmp_path / "Sổ chi bộ.xlsx"
    path.write_bytes(book_of())
    return path
