"""A new row is written as the rows above it are: the number in two columns, contents in words, kinds in letters (Recognising 8)."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from addin.core.tables.code_words import said_in_words
from tests.command import sochibo
from tests.conftest import ROOT

ON = ("--on", "2026-11-28")
WORDS = {"TD": "Rèn luyện đạo đức, lối sống", "NG": "Nêu gương", "CM": "Nhiệm vụ chính trị được giao", "NQ4": "NQTW4", "CT05": "Chỉ thị 05", "DVKDL": "Những điều đảng viên không được làm", "NQCB": "Nghị quyết chi bộ", "CT213": "Nơi cư trú"}


@pytest.fixture
def book(tmp_path):
    """The sample with its numbers parted and its contents in words, as an office keeps them."""
    path = Path(shutil.copy(ROOT / "workbooks" / "mau.xlsx", tmp_path / "sổ.xlsx"))
    workbook = load_workbook(path)
    for row in workbook["Văn bản"].iter_rows(min_row=4):
        kind, number, symbol = row[:3]
        if isinstance(number.value, str) and "-" in number.value and "/" in number.value:
            count, _, rest = number.value.partition("-")
            number.value, symbol.value = count, rest
            kind.value = rest.partition("/")[0]
    for sheet, column in (("Kiểm tra", 6), ("Kế hoạch", 4)):
        assert workbook[sheet].cell(3, column).value == "Nội dung"
        for (square,) in workbook[sheet].iter_rows(min_row=4, min_col=column, max_col=column):
            codes = str(square.value or "").split("; ")
            square.value = "; ".join(WORDS.get(code, code) for code in codes) or None
    workbook.save(path)
    return path


def last_row(book, sheet):
    rows = [row for row in load_workbook(book)[sheet].iter_rows(values_only=True) if any(row)]
    return rows[-1]


def test_a_number_is_parted_and_a_kind_in_letters(book):
    """Số "01", Ký hiệu "TTr/CB", Loại "TTr"; the next one goes on behind it, `verify` and `void` know it."""
    made = sochibo("document", book, "rating-proposal", "--year", "2025", *ON, "--write", "--json").answer["number"]

    assert last_row(book, "Văn bản")[:3] == ("TTr", made.split("-")[0], "TTr/CB")
    assert sochibo("verify", book.parent).code == 0
    assert sochibo("document", book, "cell-rating-proposal", "--year", "2025", *ON, "--write", "--json").answer["number"] == f"{int(made[:2]) + 1:02d}-TTr/CB"
    assert sochibo("void", book, made, "--reason", "nhầm", *ON, "--write", "--json").answer["number"] == made


def test_a_book_that_writes_numbers_whole_keeps_them_whole(tmp_path):
    """Ours."""
    path = Path(shutil.copy(ROOT / "workbooks" / "mau.xlsx", tmp_path / "sổ.xlsx"))

    made = sochibo("document", path, "rating-proposal", "--year", "2025", *ON, "--write", "--json").answer["number"]

    assert last_row(path, "Văn bản")[:3] == ("Tờ trình", made, None)


@pytest.mark.parametrize(
    ("own", "others", "said"),
    [
        (("Tu dưỡng, rèn luyện; nêu gương",), (), "nêu gương; Kế hoạch riêng"),
        (("Tu dưỡng, rèn luyện",), ("Trách nhiệm nêu gương",), "Trách nhiệm nêu gương; Kế hoạch riêng"),
        ((), ("Nêu gương",), "Nêu gương; Kế hoạch riêng"),
        (("TD; NG",), ("Nêu gương",), "NG; Kế hoạch riêng"),
        ((), (), "NG; Kế hoạch riêng"),
    ],
)
def test_contents_are_said_in_the_columns_own_words(own, others, said):
    """In the words of the column, of the plan, else codes where codes are written, or nothing is known."""
    assert said_in_words("content", "NG; Kế hoạch riêng", own, others) == said


def test_a_decision_says_what_it_is_about_as_her_rows_do(book):
    """The row of Kiểm tra has no code of ours."""
    plan = [row for row in load_workbook(book)["Kế hoạch"].iter_rows(min_row=4, values_only=True) if row[0] == 2027.0 and row[1] == "Kiểm tra"]
    member = str(plan[0][2]).split(";")[0].strip()

    team = ("--team", "Lê Thị Cần Mẫn;Phạm Văn Dũng Cảm")

    ran = sochibo("decide", book, "--next", "--members", member, "--year", "2027", "--on", "2027-02-01", "--starts", "2027-02-10", "--ends", "2027-02-20", "--report-due", "2027-02-12", *team, "--write", "--json")

    assert ran.code == 0, ran.answer
    assert last_row(book, "Kiểm tra")[5] == plan[0][3]
