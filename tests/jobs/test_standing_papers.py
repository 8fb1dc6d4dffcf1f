"""A paper that stands in Văn bản, by whoever's hand, takes no second number: it is named, with the way to another one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.command import sochibo
from tests.conftest import ROOT

ON = ("--on", "2026-11-28")


@pytest.fixture
def book(tmp_path):
    return Path(shutil.copy(ROOT / "workbooks" / "mau.xlsx", tmp_path / "sổ.xlsx"))


def entered(book, *rows):
    """Lines written by hand at the end of Văn bản: kind, number, day, title, whom it is about."""
    workbook = load_workbook(book)
    sheet = workbook["Văn bản"]
    for kind, number, day, title, subject in rows:
        sheet.append([kind, number, None, day, title, None, subject])
    workbook.save(book)
    return book


@pytest.mark.parametrize(
    ("asked", "line", "number"),
    [
        (("annual-plan", "--year", "2026"), None, "kế hoạch số 01-KH/CB, ngày 19/01/2026"),
        (("supervision-assignment", "--year", "2026"), None, "công văn số 01-CV/CB, ngày 26/01/2026"),
        (("year-end-report", "--year", "2025"), None, "báo cáo số 03-BC/CB, ngày 15/12/2025"),
        (("review-minutes", "--year", "2025"), ("Biên bản", "09-BB/CB", "06/12/2025", "Họp kiểm điểm cuối năm 2025", None), "biên bản số 09-BB/CB"),
        (("rating-proposal", "--year", "2025"), ("TTr", "09-TTr/CB", "10/12/2025", "Về việc xếp loại đảng viên năm 2025", None), "tờ trình số 09-TTr/CB"),
        (
            ("inspection-plan", "--decision", "03-QĐ/CB", "--year", "2025"),
            ("KH", "09-KH/CB", "08/7/2025", "Kế hoạch kiểm tra khi có dấu hiệu vi phạm", "Đỗ Thị Khó"),
            "",
        ),
    ],
)
def test_one_written_by_hand_is_named_and_no_number_taken(book, asked, line, number):
    """Its own words, other letters, a title without a year: the book stays as it was; a draft says it too."""
    kind = ("signs-inspection-plan", *asked[1:]) if not number else asked
    entered(book, *([line] if line else []))
    before = book.read_bytes()

    ran = sochibo("document", book, *kind, *ON, "--write", "--json")
    draft = sochibo("document", book, *kind, *ON, "--json")

    told = number or "kế hoạch số 09-KH/CB"
    assert ran.code == 2, ran.answer
    assert ran.answer["error"]["message"].startswith(f"Việc này đã có {told}")
    assert "--another" in ran.answer["error"]["fix"]
    assert draft.answer["known"][0].startswith(told)
    assert book.read_bytes() == before
    assert not list((book.parent / "Sổ số văn bản").rglob("*.json"))


@pytest.mark.parametrize(
    "line",
    [
        ("TTr", "09-TTr/CB", "10/12/2024", "Về việc xếp loại đảng viên năm 2024", None),
        ("TTr", "09-TTr/CB", "10/01/2026", "Đề nghị xếp loại đảng viên quý IV năm 2025", None),
        ("TTr", "09-TTr/CB", "10/12/2025", "Đề nghị xếp loại đồng chí Đỗ Thị Khó là đảng viên năm 2025", "Đỗ Thị Khó"),
        ("TTr", "09-TTr/ĐU", "10/12/2025", "Xếp loại đảng viên năm 2025", None),
        ("BC", "09-BC/CB", "10/12/2025", "Xếp loại đảng viên năm 2025", None),
    ],
)
def test_another_paper_stands_in_nobodys_way(book, line):
    """Another year, a quarter, one member's, the superior's, other letters."""
    ran = sochibo("document", entered(book, line), "rating-proposal", "--year", "2025", *ON, "--write", "--json")

    assert ran.code == 0, ran.answer
    assert ran.answer["known"] == []


def test_another_number_is_taken_where_it_is_asked_for(book):
    """Once more each time; without the word neither the one by hand nor ours is doubled."""
    asked = ("document", book, "annual-plan", "--year", "2026", *ON, "--write", "--json")

    numbers = [sochibo(*asked, "--another").answer["number"] for _ in range(2)]

    assert numbers == ["02-KH/CB", "03-KH/CB"]
    assert sochibo(*asked).code == 2


def test_a_report_made_by_one_command_is_known_to_the_other(book):
    """`summarise` and `document` make the same report: one number."""
    made = sochibo("document", book, "year-end-report", "--year", "2026", *ON, "--write", "--json").answer["number"]

    ran = sochibo("summarise", book, "--year", "2026", *ON, "--write", "--json")

    assert ran.code == 2
    assert made in ran.answer["error"]["message"]
