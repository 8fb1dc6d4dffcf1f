"""A frozen year keeps its result and its rules; whoever edits it afterwards is seen (F65)."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from addin.core.places import Place
from addin.core.writes import Write, Writes
from addin.hosts.closed.book import ClosedBook
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


def by_hand(book, square, value):
    """Typed past the program, which refuses; with a backup, so that it can be undone."""
    sheet, cell = square.split("!")
    ClosedBook(Path(book), now=datetime(2025, 1, 21, 8)).apply(Writes((Write(Place.at(sheet, cell), value, "gõ tay"),)))


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
    """The seal is over the values of the year's rows; the finding stands at the square."""
    freeze(book)
    square, votes = votes_square(book)
    assert "RAT325" not in sochibo("check", book, "--on", "2025-02-01").out

    by_hand(book, square, votes + 1)

    ran = sochibo("check", book, "--on", "2025-02-01")
    assert ran.code == 1
    sheet, cell = square.split("!")
    message = f"Năm 2024 đã khoá ngày 20/01/2025 nhưng dữ liệu xếp loại của năm đã bị sửa: ô {cell} ở sheet “{sheet}”."
    assert f"Lỗi RAT325 '{sheet}'!{cell}: {message}" in ran.out
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


def heading_square(book, key):
    """Where a column of Xếp loại has its heading."""
    layout = next(one for one in sochibo("show", book, "--json").answer["layout"] if one["table"] == "ratings")
    return f"Xếp loại!{layout['columns'][key]}{layout['heading_rows'][-1]}"


def test_a_column_read_only_later_asks_to_freeze_again_and_freezing_again_settles_it(book):
    """Nothing was edited: a notice, no error, and no unfreezing first."""
    square = heading_square(book, "votes_htt")
    sochibo("put", book, f"{square}=Cột chưa ai biết", "--write")
    freeze(book)
    sochibo("put", book, f"{square}=Phiếu HTT", "--write")

    found = [item for item in sochibo("check", book, "--on", "2025-02-01", "--json").answer["findings"] if item["code"] in ("RAT325", "RAT326")]
    freeze(book)
    after = sochibo("check", book, "--on", "2025-02-01", "--json").answer["findings"]

    assert [(item["code"], item["severity"]) for item in found] == [("RAT326", "notice")]
    assert found[0]["message"].startswith("Năm 2024 đã khoá ngày 20/01/2025 nhưng dấu khoá chưa gồm dữ liệu nay mới đọc được: ô ")
    assert found[0]["fix"] == "Xem lại rồi khoá lại năm (lệnh freeze, kèm lý do)."
    assert not [item for item in after if item["code"] in ("RAT325", "RAT326")]


def test_a_seal_somebody_wrote_in_is_an_error_and_one_of_another_version_a_notice(book):
    """The year stays frozen either way."""
    freeze(book)
    square, text = next(
        (f"Thiết lập!B{number}", text) for number, text in settings_of(book) if text.startswith("2025-01-20; quy định")
    )
    seen = []
    for written in (text.replace("(year", "[year"), text.replace("dấu 1:", "dấu 9:")):
        by_hand(book, square, written)
        findings = sochibo("check", book, "--on", "2025-02-01", "--json").answer["findings"]
        seen.append([(item["code"], item["severity"]) for item in findings if item["code"].startswith("RAT32")])
        assert "frozen" in sochibo("rate", book, "--year", YEAR, "--json").answer

    assert seen == [[("RAT325", "error")], [("RAT326", "notice")]]


def settings_of(book):
    """(row, value) of the settings sheet."""
    sheet = openpyxl.load_workbook(book)["Thiết lập"]
    return [(row[1].row, str(row[1].value)) for row in sheet.iter_rows(min_col=1, max_col=2)]
