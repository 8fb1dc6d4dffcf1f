"""`void`: numbers of any kind withdrawn; the reason stays in Văn bản and in the register, the number is never given again."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from addin.core.tables.rows.papers import Document
from tests.command import sochibo
from tests.conftest import ROOT

REASON = "ghi nhầm người ký"
ON = ("--on", "2026-11-25")


@pytest.fixture
def book(tmp_path):
    return shutil.copy(ROOT / "workbooks" / "mau.xlsx", tmp_path / "sổ.xlsx")


def issued(book, *asked):
    """A paper with its number, and the JSON of it."""
    ran = sochibo("document", book, *asked, *ON, "--year", "2025", "--out", Path(book).parent / "out", "--json", "--write")
    assert ran.code == 0, ran.answer
    return ran.answer


def rows_of(book, number):
    return [row for row in sochibo("show", book, "--json").answer["tables"]["documents"] if row["number"] == number]


def records(book):
    """The register by kind and number."""
    folder = Path(book).parent / "Sổ số văn bản"
    return {(path.parent.parent.name, int(path.stem)): json.loads(path.read_text(encoding="utf-8")) for path in folder.rglob("*.json")}


def void(book, number, *more, reason=REASON):
    return sochibo("void", book, number, "--reason", reason, *ON, *more)


def test_an_issued_paper_is_withdrawn_in_the_workbook_and_the_register(book):
    """The row of Văn bản has the reason, the register says void with it, the paper is named and stays."""
    made = issued(book, "rating-proposal")
    kind, number = "TTr", int(made["number"].split("-")[0])

    ran = void(book, made["number"], "--write", "--json")

    assert ran.code == 0, ran.answer
    assert (ran.answer["number"], ran.answer["kind"], ran.answer["was_void"]) == (made["number"], "Tờ trình", False)
    assert Path(made["files"][0]).name == ran.answer["file"]
    assert Path(made["files"][0]).exists()
    assert [row["void_reason"] for row in rows_of(book, made["number"])] == [REASON]
    assert {key: records(book)[kind, number][key] for key in ("state", "reason")} == {"state": "void", "reason": REASON}


def test_the_same_paper_then_takes_the_next_number(book):
    """Never given again."""
    first = issued(book, "rating-proposal")
    void(book, first["number"], "--write")

    second = issued(book, "rating-proposal")

    assert int(second["number"].split("-")[0]) == int(first["number"].split("-")[0]) + 1


def test_without_write_nothing_changes_and_what_would_is_said(book):
    """The square before and after; the register as it was."""
    made = issued(book, "rating-proposal")
    before, register = Path(book).read_bytes(), records(book)

    ran = void(book, made["number"])

    assert ran.code == 0
    assert f"Huỷ tờ trình số {made['number']}: {REASON}." in ran.out
    assert f"→ {REASON}" in ran.out
    assert "thêm --write để ghi" in ran.out
    assert (Path(book).read_bytes(), records(book)) == (before, register)


def test_a_number_of_a_decision_says_which_rows_still_name_it(book):
    """Whose turns they are, people decide; the line of Văn bản is marked."""
    ran = void(book, "02-QĐ/CB", "--year", "2025", "--write", "--json")

    assert ran.code == 0, ran.answer
    assert {place["sheet"] for place in ran.answer["naming"]} == {"Kiểm tra"}
    assert [row["void_reason"] for row in rows_of(book, "02-QĐ/CB") if row["date"] == "2025-04-14"] == [REASON]
    assert records(book)["QĐ", 2]["state"] == "void"


def test_a_number_without_its_kind_asks_for_it(book):
    """Several kinds have a 01: nothing is guessed; with the kind it is one."""
    ran = void(book, "1")

    assert ran.code == 2
    assert "có ở nhiều loại văn bản" in ran.err
    assert "--kind" in ran.err
    assert void(book, "1", "--kind", "báo cáo", "--year", "2026").code == 0


def test_a_number_used_in_several_terms_asks_for_the_year(book):
    """01-QĐ/CB of each year."""
    ran = void(book, "01-QĐ/CB")

    assert ran.code == 2
    assert "2024, 2025, 2026" in ran.err
    assert void(book, "01-QĐ/CB", "--year", "2024").code == 0


@pytest.mark.parametrize(
    ("number", "more", "said"),
    [
        ("99-BC/CB", (), "chưa đến lượt cấp"),
        ("99", (), "Không thấy số 99"),
        ("abc", (), "không phải số văn bản"),
        ("01-QĐ/CB", ("--kind", "BC"), "không phải loại BC"),
        ("1", ("--kind", "xyz"), "Không có loại văn bản “xyz”"),
    ],
)
def test_what_means_no_number_is_said(book, number, more, said):
    """Exit 2, one sentence."""
    ran = void(book, number, *more)

    assert ran.code == 2
    assert said in ran.err


def test_a_reason_is_needed(book):
    """Blank is none."""
    assert sochibo("void", book, "01-BC/CB").code == 2
    assert void(book, "01-BC/CB", reason="  ").code == 2


def test_the_next_number_spoilt_by_hand_gets_a_line_and_is_skipped(book):
    """Nothing names it: Văn bản gets its line with the reason, and the next paper goes on behind it."""
    first = issued(book, "rating-proposal")
    spoilt = int(first["number"].split("-")[0]) + 1

    ran = void(book, f"{spoilt:02d}-TTr/CB", "--write", "--json")
    second = issued(book, "cell-rating-proposal")

    assert ran.code == 0, ran.answer
    assert [row["void_reason"] for row in rows_of(book, f"{spoilt:02d}-TTr/CB")] == [REASON]
    assert int(second["number"].split("-")[0]) == spoilt + 1


def test_withdrawn_twice_changes_nothing(book):
    """It says so."""
    made = issued(book, "rating-proposal")
    void(book, made["number"], "--write")
    before, register = Path(book).read_bytes(), records(book)

    ran = void(book, made["number"], "--write", reason="khác")

    assert ran.code == 0
    assert "đã huỷ từ trước" in ran.out
    assert (Path(book).read_bytes(), records(book)) == (before, register)


def test_undo_says_which_number_and_paper_remain(book):
    """The row is gone, the number was given: it stays, with its paper, and the way on is said."""
    made = issued(book, "rating-proposal")

    ran = sochibo("undo", book)

    assert f"Số {made['number']} và tệp “{Path(made['files'][0]).name}” vẫn còn" in ran.out
    assert Path(made["files"][0]).exists()


def test_undo_of_a_withdrawal_says_that_the_register_keeps_it(book):
    """What the register knows is not taken back; withdrawn again, both agree."""
    made = issued(book, "rating-proposal")
    void(book, made["number"], "--write")

    undone = sochibo("undo", book, "--json").answer
    again = void(book, made["number"], "--write")

    assert undone["remaining"] == [{"number": made["number"], "file": Path(made["files"][0]).name, "void_reason": REASON}]
    assert again.code == 0
    assert [row["void_reason"] for row in rows_of(book, made["number"])] == [REASON]


def test_a_void_number_is_no_line_of_another_kind(book):
    """Only the line meant is touched."""
    made = issued(book, "rating-proposal")
    before = {json.dumps(row, sort_keys=True) for row in sochibo("show", book, "--json").answer["tables"]["documents"]}

    void(book, made["number"], "--write")

    after = {json.dumps(row, sort_keys=True) for row in sochibo("show", book, "--json").answer["tables"]["documents"]}
    assert len(before - after) == len(after - before) == 1
    assert "void_reason" in Document.__annotations__


def test_a_register_that_fails_behind_the_workbook_is_told_and_finished_by_the_same_command(book, monkeypatch):
    """F40: written is written; exit 0, what remains to do is said, and doing it again ends the same."""
    number = issued(book, "rating-proposal")["number"]

    def failing(*_):
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patched:
        patched.setattr("addin.hosts.numbers.NumberRegister.void", failing)
        first = void(book, number, "--write", "--json")

    assert first.code == 0
    assert first.answer["remarks"] == [
        "Đã ghi lý do huỷ vào sổ, nhưng chưa ghi được vào sổ số văn bản; chạy lại đúng lệnh này để ghi nốt."
    ]
    assert [row["void_reason"] for row in rows_of(book, number)] == [REASON]
    assert {record["state"] for record in records(book).values()} == {"issued"}
    assert "remarks" not in void(book, number, "--write", "--json").answer
    assert {record["state"] for record in records(book).values()} == {"void"}


class TestSheetWithoutTheColumn:
    """Her Văn bản has nowhere to say why a number is void."""

    @pytest.fixture
    def bare(self, book):
        """Beside the table nothing stands."""
        workbook = load_workbook(book)
        sheet = workbook["Văn bản"]
        assert sheet.cell(3, 15).value == "Lý do huỷ số"
        sheet.delete_cols(15)
        workbook.save(book)
        return book

    def test_it_gets_the_column_and_the_reason(self, bare):
        """Said before and after; `verify` is content."""
        told = void(bare, "05-QĐ/CB", "--year", "2026").out
        ran = void(bare, "05-QĐ/CB", "--year", "2026", "--write")

        sheet = load_workbook(bare)["Văn bản"]
        assert "Sheet Văn bản chưa có cột “Lý do huỷ số”: thêm cột ấy" in told
        assert "Sheet Văn bản chưa có cột “Lý do huỷ số”: thêm cột ấy" in ran.out
        assert sheet.cell(3, 15).value == "Lý do huỷ số"
        assert [row["void_reason"] for row in rows_of(bare, "05-QĐ/CB") if row["date"] == "2026-11-19"] == [REASON]
        assert "không có lý do huỷ" not in sochibo("verify", Path(bare).parent).out

    def test_a_line_of_its_own_has_the_reason_too(self, bare):
        """A number spoilt by hand."""
        void(bare, "06-QĐ/CB", "--write")

        assert [row["void_reason"] for row in rows_of(bare, "06-QĐ/CB")] == [REASON]

    def test_without_room_it_says_where_the_reason_is_not(self, bare):
        """Something stands right of the table: only the register knows, and `verify` says what to do."""
        workbook = load_workbook(bare)
        workbook["Văn bản"].cell(9, 15).value = "xem lại"
        workbook.save(bare)
        before = Path(bare).read_bytes()

        ran = void(bare, "05-QĐ/CB", "--year", "2026", "--write")

        assert "vẫn nằm trong sổ số kèm lý do" in ran.out
        assert "Sổ không có chỗ cho lý do" in ran.out
        assert Path(bare).read_bytes() == before
        assert "Sheet Văn bản chưa có cột “Lý do huỷ số”" in sochibo("verify", Path(bare).parent).out


def test_the_first_reason_stays_where_only_the_register_has_it(book):
    """The column was emptied: withdrawn again for another reason, the first one is written and said."""
    void(book, "05-QĐ/CB", "--year", "2026", "--write")
    sochibo("undo", book)

    ran = void(book, "05-QĐ/CB", "--year", "2026", "--write", reason="khác")

    assert f"đã huỷ từ trước: {REASON}." in ran.out
    assert [row["void_reason"] for row in rows_of(book, "05-QĐ/CB") if row["date"] == "2026-11-19"] == [REASON]
    assert records(book)["QĐ", 5]["reason"] == REASON
