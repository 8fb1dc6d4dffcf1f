"""Our committed workbooks, read once each the way the product reads a closed file."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from addin.core.tables.reading import read_book
from addin.core.tables.rows.book import Book
from addin.hosts.closed.read.reading import read_workbook

FOLDER = Path(__file__).parents[2] / "workbooks"
BLANK, OFFICE, MODEL = "so-trang.xlsx", "chi-bo-van-phong-so-2.xlsx", "mau.xlsx"
NAMES = (BLANK, OFFICE, MODEL)


@cache
def book_of(name: str) -> Book:
    """The rows of one of our workbooks."""
    return read_book(read_workbook(FOLDER / name).grids)
