"""`accept`: quiet until the value changes, wherever the row goes; listed, logged, spoken again."""

from __future__ import annotations

import json
import shutil

import openpyxl
import pytest

from tests.command import sochibo
from tests.conftest import ROOT

DAY = ("--on", "2026-11-23")
WRONG = ("MEM204", "Đảng viên!J17")
REASON = "đã đối chiếu hai quyết định gốc; lý do ở hồ sơ"


@pytest.fixture
def book(tmp_path):
    """A copy of the sample, in a folder of its own."""
    return shutil.copy(ROOT / "workbooks" / "mau.xlsx", tmp_path / "sổ.xlsx")


def accept(book, *more):
    return sochibo("accept", book, *WRONG, *more, *DAY)


def answer(book):
    return sochibo("check", book, "--json", *DAY).answer


def has_it(book):
    return any(one["code"] == "MEM204" for one in answer(book)["findings"])


def edited(book, edit):
    """As a person edits in an office."""
    workbook = openpyxl.load_workbook(book)
    edit(workbook["Đảng viên"])
    workbook.save(book)


def test_an_accepted_finding_is_quiet_listed_and_logged(book):
    """Exactly one finding less; who, when and why stand in the workbook and in the list."""
    before = answer(book)

    preview = accept(book, "--reason", REASON)
    assert "Sổ chưa thay đổi" in preview.out
    assert answer(book) == before
    assert accept(book, "--reason", REASON, "--write").code == 0

    after = answer(book)
    assert [one for one in before["findings"] if one not in after["findings"]] == [one for one in before["findings"] if one["code"] == "MEM204"]
    (held,) = after["accepted"]
    assert (held["code"], held["reason"], held["on"], held["finding"]["cell"]) == ("MEM204", REASON, "2026-11-23", "J17")
    assert held["who"]
    listed = sochibo("accept", book, *DAY).out
    assert "MEM204" in listed
    assert REASON in listed
    (log,) = book.parent.rglob("*.jsonl")
    last = json.loads(log.read_text("utf-8").splitlines()[-1])
    assert last["command"] == "accept"


def test_the_row_may_move(book):
    """Rows put in above it, another order: the same person, the same value."""
    accept(book, "--reason", REASON, "--write")

    edited(book, lambda sheet: sheet.insert_rows(5))

    assert not has_it(book)
    assert answer(book)["accepted"][0]["finding"]["cell"] == "J18"


@pytest.mark.parametrize("cell", ["J17", "I17"])
def test_a_changed_value_is_told_again(book, cell):
    """The square itself or one it is compared with; the list says that the acceptance holds nothing now."""
    accept(book, "--reason", REASON, "--write")

    def change(sheet):
        sheet[cell].value = sheet[cell].value.replace(day=1)

    edited(book, change)

    assert has_it(book)
    assert "Không còn tác dụng" in sochibo("accept", book, *DAY).out


def test_undo_and_again_bring_it_back(book):
    """Undo byte for byte; `--again` at the square where it stands now."""
    before = book.read_bytes()
    accept(book, "--reason", REASON, "--write")
    sochibo("undo", book)
    assert book.read_bytes() == before

    accept(book, "--reason", REASON, "--write")
    assert accept(book, "--again", "--write").code == 0
    assert has_it(book)
    accept(book, "--reason", REASON, "--write")
    assert not has_it(book)


@pytest.mark.parametrize(
    "said", [("MEM205", "Đảng viên!J17", "--reason", "x"), ("MEM204", "Đảng viên!J16", "--reason", "x"), ("MEM204", "Không!J17", "--reason", "x"), WRONG, (*WRONG, "--again")]
)
def test_what_cannot_be_accepted_is_refused(book, said):
    """No such finding there, no such sheet, no reason, nothing to end."""
    assert sochibo("accept", book, *said, "--write", *DAY).code == 2
