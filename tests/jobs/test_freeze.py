"""A frozen year keeps its result and its rules; whoever edits it afterwards is seen (F65)."""

from __future__ import annotations

import shutil

import pytest

from tests.command import sochibo
from tests.conftest import ROOT

SAMPLE = ROOT / "workbooks" / "chi-bo-van-phong-so-2.xlsx"
YEAR = 2024


@pytest.fixture
def book(tmp_path):
    return shutil.copy(SAMPLE, tmp_path / "sổ.xlsx")


def freeze(book, year=YEAR):
    ran = sochibo("freeze", book, "--year", year, "--reason", "đã có quyết định", "--on", "2025-01-20", "--write")
    assert ran.code == 0, ran.err


def votes_square(book):
    """The first vote square of the frozen year."""
    answer = sochibo("show", book, "--json").answer
    row = next(item for item in answer["tables"]["ratings"] if item["year"] == YEAR)
    column = next(table for table in answer["layout"] if table["table"] == "ratings")["columns"]["votes_htt"]
    return f"Xếp loại!{column}{row['row']}", row["votes_htt"]


def test_a_frozen_year_keeps_what_was_entered_and_writes_nothing(book):
    """Rules and reason are told; the rows are as decided."""
    before = sochibo("rate", book, "--year", YEAR, "--json").answer
    freeze(book)

    after = sochibo("rate", book, "--year", YEAR, "--json", "--write").answer

    assert after["frozen"] == {"on": "2025-01-20", "rules": "124-QĐ/TW, 25-HD/BTCTW", "reason": "đã có quyết định"}
    assert [member["full_name"] for member in after["members"]] == [member["full_name"] for member in before["members"]]
    rows = {row["row"]: row for row in sochibo("show", book, "--json").answer["tables"]["ratings"]}
    assert all(
        member["result"] == (rows[member["row"]]["final_level"] or rows[member["row"]]["cell_level"])
        for member in after["members"]
        if member["sheet"] == "Xếp loại"
    )


def test_an_edit_after_freezing_is_an_error_and_undoing_it_silences(book):
    """The digest is over the values of the year's rows."""
    freeze(book)
    square, votes = votes_square(book)
    assert "RAT325" not in sochibo("check", book, "--on", "2025-02-01").out

    sochibo("put", book, f"{square}={votes + 1}", "--write")

    ran = sochibo("check", book, "--on", "2025-02-01")
    assert ran.code == 1
    assert "Năm 2024 đã khoá ngày 20/01/2025 nhưng dữ liệu xếp loại của năm đã bị sửa." in ran.out
    sochibo("undo", book)
    assert "RAT325" not in sochibo("check", book, "--on", "2025-02-01").out


def test_another_years_edit_does_not_matter(book):
    """Only the frozen year is sealed."""
    freeze(book, 2023)
    square, votes = votes_square(book)

    sochibo("put", book, f"{square}={votes + 1}", "--write")

    assert "RAT325" not in sochibo("check", book, "--on", "2025-02-01").out


def test_unfreezing_keeps_the_trace_and_computes_again(book):
    """Who opened it why stays in the setting."""
    freeze(book)

    ran = sochibo("unfreeze", book, "--year", YEAR, "--reason", "nhập thiếu phiếu", "--on", "2025-02-01", "--write")

    assert ran.code == 0, ran.err
    assert "frozen" not in sochibo("rate", book, "--year", YEAR, "--json").answer
    assert sochibo("unfreeze", book, "--year", YEAR, "--reason", "x").code == 2
    freeze(book)
    assert "frozen" in sochibo("rate", book, "--year", YEAR, "--json").answer


def test_freezing_twice_or_an_empty_year_is_misuse(book):
    """Said with the way out, nothing written."""
    freeze(book)

    assert sochibo("freeze", book, "--year", YEAR, "--reason", "x", "--write").code == 2
    assert sochibo("freeze", book, "--year", 2030, "--reason", "x", "--write").code == 2
    assert sochibo("freeze", book, "--year", 2023, "--reason", "  ", "--write").code == 2
