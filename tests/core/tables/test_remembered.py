"""A sheet of a shape met before is read as if it were met for the first time, whatever stands below its headings."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

import pytest

from addin.core.tables.recognition import remembered
from addin.core.tables.recognition.recognise import recognise
from addin.hosts.closed.read.reading import read_workbook
from tests.conftest import ROOT
from tests.offices.workbook import make

VALUES = (None, "x", 12.0, 2024.0, 31500000.0, "Nguyễn Văn Bịa", "HTT", "Nam", date(2024, 5, 1), "05-QĐ/CB", "Một câu dài hơn bốn chữ", "có")


def changed(grid, chance):
    """The same sheet with one column blanked, filled with one kind of value, or exchanged for another; or fewer rows."""
    width = max(map(len, grid.values), default=0)
    one, other = chance.randrange(max(width, 1)), chance.randrange(max(width, 1))
    first = next((row for row, line in enumerate(grid.values) if sum(raw is not None for raw in line) > 3), 0) + 1
    kind, value = chance.choice(("fill", "exchange", "cut")), chance.choice(VALUES)
    if kind == "cut":
        return replace(grid, values=grid.values[: first + chance.randrange(4)])
    lines = []
    for row, line in enumerate(grid.values):
        squares = [*line, *[None] * (width - len(line))]
        if row >= first:
            squares[one], squares[other] = (value, squares[other]) if kind == "fill" else (squares[other], squares[one])
        lines.append(tuple(squares))
    return replace(grid, values=tuple(lines))


def grids_of(path):
    return read_workbook(path).grids


@pytest.fixture
def sheets(tmp_path):
    found = [*grids_of(ROOT / "workbooks" / "mau.xlsx")]
    for seed in (3, 8, 21, 34):
        make(seed, tmp_path / f"{seed}.xlsx")
        found += grids_of(tmp_path / f"{seed}.xlsx")
    return found


def test_memory_changes_nothing(sheets):
    chance = Random(10)  # noqa: S311 - seeded on purpose
    tried = [grid for sheet in sheets for grid in (sheet, *(changed(sheet, chance) for _time in range(3)))]
    remembered.forget()
    for sheet in sheets:
        recognise(sheet)
    from_memory = [recognise(grid) for grid in tried]
    at_first = []
    for grid in tried:
        remembered.forget()
        at_first.append(recognise(grid))
    for grid, one, other in zip(tried, from_memory, at_first, strict=True):
        assert [table.table for table in one.tables] == [table.table for table in other.tables], grid.sheet
        assert [table.findings for table in one.tables] == [table.findings for table in other.tables], grid.sheet
        assert [doubt.finding for doubt in one.doubts] == [doubt.finding for doubt in other.doubts], grid.sheet


def test_what_was_met_is_not_weighed_again(sheets, monkeypatch):
    remembered.forget()
    known = [sheet for sheet in sheets[:27] if len(recognise(sheet).tables) == 1]
    monkeypatch.setattr(remembered, "choose", lambda *_given: pytest.fail("weighed again"))
    assert sum(bool(recognise(sheet).tables) for sheet in known if remembered.is_known(sheet)) > 15
