"""A frozen year keeps its result and its rules; whoever edits it afterwards is seen (F65)."""

from __future__ import annotations

import shutil
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from addin.core.places import Place
from addin.core.writes import Write, Writes
from addin.hosts.closed.book import ClosedBook
from addin.jobs.acceptances import Acceptance, fingerprint
from addin.jobs.check import check
from addin.jobs.opening import open_book
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


def broken(book):
    """A frozen year with one square changed past the program, and that square."""
    freeze(book)
    square, votes = votes_square(book)
    by_hand(book, square, votes + 1)
    return square


@pytest.mark.parametrize("more", [(), ("--year", "2026"), ("--year", "2024")], ids=["all", "another year", "the year"])
def test_a_broken_seal_is_told_whatever_year_is_looked_at(book, more):
    """Years later too: at the top, counted among what is to be mended, with the exit code of an error."""
    cell = broken(book).split("!")[1]

    told = sochibo("check", book, "--on", "2026-11-28", "--json", *more)

    (seal,) = [one for one in told.answer["findings"] if one["code"] == "RAT325"]
    assert (seal["cell"], seal["year"], seal["past"]) == (cell, 2024, False)
    assert told.answer["before_next_paper"] >= 1
    assert told.code == 1
    assert f"Lỗi RAT325 'Xếp loại'!{cell}" in sochibo("check", book, "--on", "2026-11-28", *more).out


def test_a_broken_seal_stands_among_what_is_at_work_on_the_sheet_of_findings(book):
    """Above all that waits for its year; the walk from square to square takes what is at work."""
    broken(book)
    result = check(open_book(ClosedBook(Path(book), now=datetime(2026, 11, 28, 8))), date(2026, 11, 28), mark=True)

    (sheet,) = result.effects.writes.sheets
    codes = [row[2] for row in sheet.rows[sheet.header_rows :]]
    assert "RAT325" in codes[: len(result.result.at_work)]
    assert "RAT325" in [found.rule for found in result.result.errors]
    assert "RAT325" not in [one.finding.rule for one in result.result.past]


def test_a_broken_seal_cannot_be_accepted(book):
    """Refused in words that say the way out; a setting written by hand that would hide it hides nothing."""
    square = broken(book)

    refused = sochibo("accept", book, "RAT325", square, "--reason", "đã biết", "--on", "2026-11-28", "--write")

    assert refused.code == 2
    assert "unfreeze" in refused.err
    opened = open_book(ClosedBook(Path(book), now=datetime(2026, 11, 28, 8)))
    found = next(one for one in check(opened, date(2026, 11, 28)).findings if one.rule == "RAT325")
    by_hand_setting(book, Acceptance("RAT325", fingerprint(opened.reading, found), "2026-11-28", "ai", square, "đã biết"))
    told = sochibo("check", book, "--on", "2026-11-28", "--json").answer
    assert [one["cell"] for one in told["findings"] if one["code"] == "RAT325"] == [square.split("!")[1]]


def by_hand_setting(book, acceptance):
    """Below the settings, as an earlier version of ours wrote it."""
    workbook = openpyxl.load_workbook(book)
    workbook["Thiết lập"].append(acceptance.row)
    workbook.save(book)
