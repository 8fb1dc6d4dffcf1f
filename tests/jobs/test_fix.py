"""`fix`: what means the same and nothing else; shown, logged, undone byte for byte; the check finds less and nothing new."""

from __future__ import annotations

import json
import shutil
import unicodedata
from datetime import date, datetime

import openpyxl
import pytest

from tests.command import sochibo
from tests.conftest import ROOT
from tests.offices.workbook import make

DAY = ("--on", "2026-11-23")


@pytest.fixture
def book(tmp_path):
    """A copy of the sample, in a folder of its own."""
    return shutil.copy(ROOT / "workbooks" / "mau.xlsx", tmp_path / "sổ.xlsx")


def typed(book, **squares):
    """A list of members as somebody typed it; what stood there before."""
    workbook = openpyxl.load_workbook(book)
    sheet = workbook["Đảng viên"]
    before = {cell: sheet[cell].value for cell in squares}
    for cell, value in squares.items():
        sheet[cell].value = value(sheet[cell].value) if callable(value) else value
    workbook.save(book)
    return before


def column(book, heading):
    """The letter of a column of the list of members."""
    sheet = openpyxl.load_workbook(book)["Đảng viên"]
    return next(cell.column_letter for row in sheet.iter_rows(max_row=3) for cell in row if cell.value == heading)


def value(book, cell):
    return openpyxl.load_workbook(book)["Đảng viên"][cell].value


def codes(book):
    answer = sochibo("check", book, "--json", *DAY).answer
    return {(one["code"], one["sheet"], one["cell"]) for one in answer["findings"]}


def fixed(book):
    ran = sochibo("fix", book, "--write", *DAY)
    assert ran.code == 0, ran
    return ran


@pytest.mark.parametrize(
    ("heading", "written", "after"),
    [
        ("Họ và tên", lambda name: f"  {name.replace(' ', '  ')}\u00a0", str),
        ("Họ và tên", lambda name: unicodedata.normalize("NFD", name), str),
        ("Ngày sinh", lambda day: f"{day.year}-{day.month:02}-{day.day:02}", lambda day: day),
        ("Ngày sinh", lambda _day: "ngày 19 tháng 5 năm 1980", lambda _day: datetime(1980, 5, 19)),
        ("Ngày sinh", lambda _day: "19/5/1980", lambda _day: datetime(1980, 5, 19)),
    ],
)
def test_what_means_the_same_is_written_as_it_should_be(book, heading, written, after):
    """Told before and after, gone at the next look, undone byte for byte."""
    cell = f"{column(book, heading)}5"
    before = typed(book, **{cell: written})[cell]
    untouched, told = book.read_bytes(), codes(book)

    preview = sochibo("fix", book, *DAY)
    assert f"'Đảng viên'!{cell} (" in preview.out
    assert book.read_bytes() == untouched
    fixed(book)

    assert value(book, cell) == after(before)
    assert "không có gì sửa an toàn" in sochibo("fix", book, *DAY).out
    assert codes(book) <= told
    (log,) = book.parent.rglob("*.jsonl")
    assert json.loads(log.read_text("utf-8").splitlines()[-1])["command"] == "fix"
    sochibo("undo", book)
    assert book.read_bytes() == untouched


@pytest.mark.parametrize(
    ("heading", "written"),
    [("Ngày sinh", "03/04/1980"), ("Ngày sinh", "19/5/80"), ("Ngày sinh", "5/1980"), ("Ngày sinh", "31/02/1980"), ("Số định danh", 12345678901)],
)
def test_what_could_be_meant_otherwise_stays(book, heading, written):
    """Day or month, which century, no day at all, no such day, zeros that fit no birth year."""
    cell = f"{column(book, heading)}5"
    typed(book, **{cell: written})

    fixed(book)

    assert value(book, cell) == written


def test_zeros_come_back_where_province_and_birth_year_agree(book):
    """001 for the capital, 0 for a man born in the twentieth century, 80 for the year."""
    number = f"{column(book, 'Số định danh')}5"
    typed(book, **{number: 1080012345, f"{column(book, 'Ngày sinh')}5": date(1980, 5, 19)})

    fixed(book)

    assert value(book, number) == "001080012345"


def test_a_group_is_written_one_way_and_an_honorific_goes(book):
    """As the sheet of groups has it; people the list knows lose what stands before their name, others keep it."""
    group = f"{column(book, 'Tổ đảng')}5"
    name = value(book, f"{column(book, 'Họ và tên')}5")
    before = typed(book, **{group: lambda text: text.replace("Tổ đảng", "TỔ")})[group]
    workbook = openpyxl.load_workbook(book)
    workbook["Nhiệm vụ"]["A5"].value = f"Đ/c {name}"
    workbook["Nhiệm vụ"]["A6"].value = "Đ/c Người Không Có"
    workbook.save(book)

    ran = fixed(book)

    assert value(book, group) == before
    assert [openpyxl.load_workbook(book)["Nhiệm vụ"][cell].value for cell in ("A5", "A6")] == [name, "Đ/c Người Không Có"]
    assert "xưng hô" in ran.out


@pytest.mark.parametrize("seed", range(1, 7))
def test_an_offices_workbook_has_fewer_findings_and_none_new(seed, tmp_path):
    """Whatever its style: nothing is left to fix, no finding is new."""
    book = tmp_path / "sổ.xlsx"
    make(seed, book)
    before = codes(book)

    fixed(book)

    assert codes(book) <= before
    assert sochibo("fix", book, "--json", *DAY).answer["fixes"] == []
