"""No message says None, or puts nothing between quotes, however many squares of a workbook are blank."""

# ruff: noqa: S311 - seeded on purpose
from __future__ import annotations

import random
import re
from dataclasses import replace
from datetime import date

import pytest

from addin.core import catalogue
from addin.core.grids import Grid
from addin.core.persons.reading import Reading
from addin.core.tables.reading import read_book
from addin.hosts.closed.read.reading import read_workbook
from addin.resources import shipped

ON = date(2025, 11, 28)
_EMPTY = re.compile(r"\bNone\b|“”|\(\)|\bnan\b")


@pytest.mark.parametrize("seed", range(3))
def test_what_is_not_written_is_shown_as_such(seed):
    """A tenth, a third or more of the sample's squares are cleared; names of the list stay."""
    chance = random.Random(seed)
    share = (0.1, 0.3, 0.6)[seed]

    def cleared(grid: Grid) -> Grid:
        rows = [
            tuple(None if row > 2 and chance.random() < share and (grid.sheet, column) != ("Đảng viên", 1) else raw for column, raw in enumerate(line))
            for row, line in enumerate(grid.values)
        ]
        return replace(grid, values=tuple(rows))

    book = read_book(map(cleared, read_workbook(shipped("workbooks") / "chi-bo-van-phong-so-2.xlsx").grids))
    found = (*book.unreadable, *catalogue.run(Reading(book), ON))

    assert len(found) > 100
    assert [f"{one.rule} {one.message}" for one in found if _EMPTY.search(f"{one.message} {one.fix}")] == []
