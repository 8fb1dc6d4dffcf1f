"""Numbers that name a person, in a square as a number or as text: before and after are told by their end alone at every door."""

from __future__ import annotations

import shutil
from datetime import date

import openpyxl
import pytest

from addin.core.masks import is_number_alone
from addin.core.places import Place
from addin.core.writes import Write, Writes
from addin.errors import RefusedWrite
from addin.hosts.validations import refuse_value
from addin.output.preview import preview_lines
from addin.output.values import before_and_after
from tests.command import sochibo
from tests.conftest import ROOT

SHEET, NUMBER, CARD, JOINED = "Đảng viên", "Số định danh", "Số thẻ đảng", "Ngày vào Đảng"


@pytest.fixture
def book(tmp_path):
    """The sample, where numbers were typed as numbers and a day as text."""
    path = shutil.copy(ROOT / "workbooks" / "mau.xlsx", tmp_path / "sổ.xlsx")
    workbook = openpyxl.load_workbook(path)
    at = places(workbook)
    workbook[SHEET][at[NUMBER]] = 1075004512
    workbook[SHEET][at[CARD]] = 7654321
    workbook[SHEET][at["Ngày sinh"]] = date(1975, 3, 2)
    workbook[SHEET][at[JOINED]] = "30.6.2006"
    workbook.save(path)
    return path


def places(workbook):
    """Heading and the square below it of the first member."""
    head = next(row for row in workbook[SHEET].iter_rows(max_row=5) if any(cell.value == NUMBER for cell in row))
    return {cell.value: f"{cell.column_letter}{cell.row + 1}" for cell in head}


def square(book, heading):
    return places(openpyxl.load_workbook(book))[heading]


@pytest.mark.parametrize("form", [(), ("--json",)], ids=["lines", "json"])
def test_a_safe_correction_tells_the_end_of_a_number_and_the_whole_of_a_day(book, form):
    """The preview of what would be written as well as the list."""
    told = sochibo("fix", book, *form, "--on", "2026-11-28").out

    assert "•••••••••512" in told
    assert "1075004512" not in told
    assert "30.6.2006" in told or "30/6/2006" in told
    assert "•006" not in told


@pytest.mark.parametrize("form", [(), ("--json",)], ids=["lines", "json"])
@pytest.mark.parametrize(("heading", "old", "new"), [(NUMBER, "1075004512", "1180000021"), (CARD, "7654321", "1234567"), (CARD, "7654321", "'123 4567")])
def test_a_number_put_by_hand_is_told_by_its_end(book, form, heading, old, new):
    """What stood there too; the column decides, not how many digits there are."""
    told = sochibo("put", book, f"{SHEET}!{square(book, heading)}={new}", *form).out

    assert old not in told
    assert new.strip("'") not in told
    assert f"•{new[-3:]}" in told
    assert f"•{old[-3:]}" in told


def test_a_number_of_another_column_is_told_whole(book):
    """A sum is no person; where nobody knows the column its length decides."""
    other = Write(Place(SHEET, 4, 3), 12500000.0, "put", 11500000)
    unknown = Write(Place("Thu chi", 4, 3), 1175004512, "put", "001175004512")

    assert before_and_after(other) == (11500000, 12500000.0)
    assert preview_lines(Writes((unknown,)))[1] == "  'Thu chi'!C4: •••••••••512 → •••••••512"


@pytest.mark.parametrize(("text", "is_number"), [("30.6.2006", False), ("1975.12.31", False), ("1 1 1975", False), ("31.13.2006", True), ("0123456", True), ("012 345 678", True)])
def test_a_day_names_nobody(text, is_number):
    """However it is typed."""
    assert is_number_alone(text) is is_number
    shown = before_and_after(Write(Place(SHEET, 4, 8), date(2006, 6, 30), "ngày", text))[0]
    assert (shown == text) is not is_number


def test_a_refused_number_is_not_told_either():
    """A condition of the square stops it."""
    with pytest.raises(RefusedWrite) as refused:
        refuse_value(1234567, Place(SHEET, 4, 6), (), "sửa điều kiện")

    assert "1234567" not in refused.value.message
    assert "••••567" in refused.value.message
