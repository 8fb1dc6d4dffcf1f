"""A habit is told once a year, and each of its squares is accepted by itself: quiet as long as that square stays what it was."""

from __future__ import annotations

import re
import shutil
from datetime import datetime

import openpyxl
import pytest

from addin.core.places import Place
from tests.command import sochibo
from tests.conftest import ROOT

DAY = ("--on", "2026-11-23")
LIST = "Đảng viên"


@pytest.fixture
def book(tmp_path):
    """The sample, where of 2026 one member alone has the comment of the place of residence."""
    path = shutil.copy(ROOT / "workbooks" / "mau.xlsx", tmp_path / "sổ.xlsx")
    edited(path, lambda workbook: workbook["Nơi cư trú"].append([2026, "Nguyễn Thị An Lành", datetime(2026, 11, 3), datetime(2026, 11, 14), "Tốt", "Gương mẫu"]))
    return path


def edited(path, edit):
    """As a person edits in an office."""
    workbook = openpyxl.load_workbook(path)
    edit(workbook)
    workbook.save(path)


def lacking(book, year, *more):
    """The squares that are said to lack a comment of the year, however they are told."""
    found = [one for one in sochibo("check", book, "--json", *more, *DAY).answer["findings"] if one["code"] == "RES303" and one["year"] == year]
    return {one["cell"] for one in found} | {place["cell"] for one in found for place in one["related"]}


def accept(book, cell, *more):
    return sochibo("accept", book, "RES303", f"{LIST}!{cell}", *more, *DAY)


def test_the_squares_of_a_year_are_told_with_that_year(book):
    """Neither names the other's squares, nor speaks of the other's year."""
    for year, other in ((2025, 2026), (2026, 2025)):
        found = [one for one in sochibo("check", book, "--json", "--year", year, *DAY).answer["findings"] if one["code"] == "RES303"]
        assert found
        assert all(f"Năm {year} chưa có phiếu" in one["message"] and str(other) not in one["message"] for one in found)
        assert lacking(book, year) == lacking(book, year, "--year", year)
        assert lacking(book, other, "--year", year) == set()
    assert "B4" not in lacking(book, 2026)
    assert "B5" in lacking(book, 2026) & lacking(book, 2025)


def test_any_of_its_squares_is_accepted_alone(book):
    """The first that stands for all, or one that is only listed; the others are told as before, and so is another year."""
    now, past = lacking(book, 2026), lacking(book, 2025)
    for cell in ("B7", "B5"):
        told = accept(book, cell, "--reason", "ở khu tập thể", "--write")
        assert told.code == 0
        assert f"Chấp nhận RES303 năm 2026 ở '{LIST}'!{cell}" in told.out
        now = now - {cell}
        assert lacking(book, 2026) == now
        assert lacking(book, 2025) == past
    assert accept(book, "B7", "--again", "--write").code == 0
    assert lacking(book, 2026) == now | {"B7"}


def test_it_speaks_again_when_its_own_value_changes_and_for_nothing_else(book):
    """Another member joins, another gets a comment: nothing of this square changed."""
    accept(book, "B7", "--reason", "ở khu tập thể", "--write")

    def another(workbook):
        sheet = workbook[LIST]
        last = max(row for row in range(4, sheet.max_row + 1) if sheet.cell(row, 2).value)
        for column in range(1, sheet.max_column + 1):
            sheet.cell(last + 1, column).value = sheet.cell(5, column).value
        sheet.cell(last + 1, 1).value, sheet.cell(last + 1, 2).value = "ML99", "Trịnh Thị Mới Về"
        sheet.cell(last + 1, 7).value, sheet.cell(last + 1, 8).value = "000188900099", "00900099"

    before = lacking(book, 2026)
    edited(book, another)
    assert before < lacking(book, 2026)
    assert "B7" not in lacking(book, 2026)
    edited(book, lambda workbook: workbook["Nơi cư trú"].append([2026, workbook[LIST]["B5"].value, datetime(2026, 11, 3), datetime(2026, 11, 14), "Tốt", "Gương mẫu"]))
    assert "B7" not in lacking(book, 2026)
    edited(book, lambda workbook: workbook[LIST].__setitem__("B7", "Phạm Văn Dũng"))
    assert "B7" in lacking(book, 2026)


def test_what_is_left_is_counted_without_it(book):
    """The one sentence names how many are left, and the first of them."""
    (told,) = [one for one in sochibo("check", book, "--json", "--year", "2026", *DAY).answer["findings"] if one["code"] == "RES303"]
    accept(book, told["cell"], "--reason", "ở khu tập thể", "--write")

    (left,) = [one for one in sochibo("check", book, "--json", "--year", "2026", *DAY).answer["findings"] if one["code"] == "RES303"]

    count = int(re.match(r"\d+", told["message"])[0])
    assert left["message"].startswith(f"{count - 1:02} ô của sheet cùng như vậy")
    assert Place.at(LIST, left["cell"]).row > Place.at(LIST, told["cell"]).row
    assert f"Ô {left['cell']}: Năm 2026" in left["message"]
