"""What our own sheets are read as is worked out beforehand, and is what weighing them gives."""

from __future__ import annotations

from dataclasses import replace

import pytest

from addin.core.tables.recognition import remembered
from addin.core.tables.recognition.choosing import choose
from tools import sheet_shapes


@pytest.fixture(autouse=True)
def _nothing_met():
    remembered.forget()


def test_the_shapes_are_current():
    """After a change of recognition or of the workbooks: python -m tools.sheet_shapes."""
    assert sheet_shapes.SOURCE.read_text(encoding="utf-8") == sheet_shapes.shapes_text()


def test_our_sheets_are_read_as_if_they_were_weighed(monkeypatch):
    """The same choice, and most sheets are not weighed at all."""
    sheets = list(sheet_shapes.grids())
    weighed = [choose(grid, 1) for grid in sheets]
    asked = []
    monkeypatch.setattr(remembered, "choose", lambda grid, start: asked.append(grid.sheet) or choose(grid, start))

    found = []
    for grid in sheets:
        remembered.forget()
        found.append(remembered.choose_again(grid, 1))

    assert [plain(one) for one in found] == [plain(one) for one in weighed]
    assert len(asked) * 10 < len(sheets)


def plain(choice):
    """A choice without what was looked at on the way, and without the last digits of its sums."""
    return choice and replace(choice, below=None, looks=(), score=round(choice.score, 9), bonus=round(choice.bonus, 9))


def test_a_sheet_whose_squares_say_something_else_is_weighed(monkeypatch):
    """Names under "Ngày sinh" are no dates of birth, whatever was worked out."""
    grid = next(grid for grid in sheet_shapes.grids() if grid.sheet == "Đảng viên" and grid.row_count > 10)
    lines = [tuple(line[1] if at == 2 and row > 3 else raw for at, raw in enumerate(line)) for row, line in enumerate(grid.values, 1)]
    other = replace(grid, values=tuple(lines))
    asked = []
    monkeypatch.setattr(remembered, "choose", lambda grid, start: asked.append(grid.sheet) or choose(grid, start))

    found = remembered.choose_again(other, 1)

    assert asked == ["Đảng viên"]
    assert "birth_date" not in found.columns.places
