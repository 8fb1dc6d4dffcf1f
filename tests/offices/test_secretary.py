"""A secretary's own book, nothing rearranged first: read whole, checked, rated, decided on, summed up, and given back."""

from __future__ import annotations

import io

import openpyxl
import pytest

from tests.command import sochibo
from tests.offices.secretary import GROUPS, INSPECTED, PLANNED, YEARS, level, make, people

NAME = "Sổ chi bộ của tôi.xlsx"
DAY = ("--on", "2026-08-20")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The bytes of the book."""
    return make(tmp_path_factory.mktemp("sổ") / NAME).read_bytes()


@pytest.fixture
def book(tmp_path, made):
    """The book on the office drive."""
    path = tmp_path / NAME
    path.write_bytes(made)
    return path


def shown(book):
    return sochibo("show", book, "--json").answer


def squares(content):
    """Every value and formula by sheet and square, as another reader finds them."""
    found = openpyxl.load_workbook(io.BytesIO(content))
    return {(sheet.title, cell.coordinate): cell.value for sheet in found for row in sheet.iter_rows() for cell in row if cell.value is not None}


def test_every_person_level_and_turn_is_read(book):
    """Names, sexes, groups of sections, four years of levels; no total, no signature, no dues."""
    tables = shown(book)["tables"]

    assert [row["full_name"] for row in tables["members"]] == people()
    assert [row["gender"] for row in tables["members"]] == [("Nam", "Nữ", "Nam")[n % 3] for n in range(30)]
    assert [row["group"].casefold() for row in tables["members"]] == [GROUPS[n // 10].casefold() for n in range(30)]
    for year in YEARS[:-1]:
        levels = {row["member"]: row["final_level"] for row in tables["ratings"] if row["year"] == year}
        assert levels == {name: level(number, year) for number, name in enumerate(people())}
    assert [(row["member"], row["decision_no"], row["decision_date"]) for row in tables["inspections"]] == [(name, "05-QĐ/CB", "2025-04-01") for name in INSPECTED]
    assert [row["members"] for row in tables["plan_items"]][:2] == [[name] for name in PLANNED]
    assert len(tables["supervision_notes"]) == 9
    assert len(tables["groups"]) == len(GROUPS)
    assert "Đảng phí" not in {layout["sheet"] for layout in shown(book)["layout"]}


def test_an_ordinary_book_has_no_errors_and_no_questions(book):
    """Layout notices at most: nothing of hers is wrong."""
    checked = sochibo("check", book, *DAY, "--json")

    assert checked.code == 0
    assert checked.answer["counts"]["error"] == 0
    assert sochibo("adopt", book, "--json").answer["questions"] == []


def test_the_year_is_walked_and_given_back(book, made, tmp_path):
    """Settings made, rated, decided above the total, summed up; every square that was there stays, undo gives the bytes back."""
    assert sochibo("adopt", book, "--write").code == 0
    settings = {row[0].value: row[1] for row in openpyxl.load_workbook(book)["Thiết lập"].iter_rows() if row[0].value}
    assert settings["Tên chi bộ"].value.upper() == "CHI BỘ VĂN PHÒNG SỐ 9"
    assert sochibo("put", book, f"Thiết lập!{settings['Cách đánh số'].coordinate}=year", "--write").code == 0

    rated = sochibo("rate", book, "--year", "2025", "--write")
    decided = sochibo(
        "decide", book, "--next", "--members", ";".join(PLANNED), "--team", f"{people()[0]};{people()[1]}", "--year", "2026",
        *DAY, "--write", "--out", tmp_path / "ra",
    )  # fmt: skip
    summed = sochibo("summarise", book, "--year", "2025", *DAY, "--out", tmp_path / "ra")

    assert (rated.code, decided.code, summed.code) == (0, 0, 0), (rated.err, decided.err, summed.err)
    after = squares(book.read_bytes())
    moved = {("Kiểm tra ĐV", "B11"): ("Kiểm tra ĐV", "B13")}
    assert {square: value for square, value in squares(made).items() if after.get(moved.get(square, square)) != value} == {}
    assert [after["Kiểm tra ĐV", f"B{row}"] for row in (11, 12)] == list(PLANNED)
    assert [after["Kiểm tra ĐV", f"A{row}"] for row in (11, 12)] == [4, 5]
    assert after["Kiểm tra ĐV", "C11"] == "01-QĐ/CB"
    assert [row["decision_no"] for row in shown(book)["tables"]["inspections"]] == ["05-QĐ/CB"] * 3 + ["01-QĐ/CB"] * 2
    assert {path.suffix for path in (tmp_path / "ra").iterdir()} == {".docx", ".xlsx"}
    while book.read_bytes() != made:
        assert sochibo("undo", book).code == 0
