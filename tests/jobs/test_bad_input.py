"""Bad input: one Vietnamese sentence, the way out, the contract's exit code, no traceback, nothing written."""

from __future__ import annotations

import openpyxl
import pytest

from tests.command import sochibo
from tests.conftest import ROOT

SAMPLE = ROOT / "workbooks" / "chi-bo-van-phong-so-2.xlsx"


def listing(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_a_missing_file_is_said(tmp_path):
    """Nothing is created under its name."""
    ran = sochibo("check", tmp_path / "không có.xlsx")

    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith("Không thấy tệp")
    assert "→" in ran.err
    assert listing(tmp_path) == {}


def test_a_text_file_renamed_is_named_for_what_it_is(tmp_path):
    """A .xlsx name does not make a workbook."""
    book = tmp_path / "sổ.xlsx"
    book.write_text("Họ và tên;Ngày sinh\nLý Thử;1980\n", encoding="utf-8")
    before = listing(tmp_path)

    ran = sochibo("check", book)

    assert ran.code == 3
    assert "Traceback" not in ran.err
    assert len(ran.err.strip().splitlines()) == 2
    assert listing(tmp_path) == before


def test_a_password_protected_workbook_is_said(shared):
    """The way out is to remove the password in Excel."""
    ran = sochibo("check", shared / "corpus" / "xlsx" / "qax-os-excelize__encryptAES.xlsx")

    assert ran.code == 3
    assert "mật khẩu" in ran.err


def test_an_empty_workbook_is_a_finding(tmp_path):
    """Readable, but without members: that is a warning, not a failure."""
    book = tmp_path / "trống.xlsx"
    openpyxl.Workbook().save(book)

    ran = sochibo("check", book, "--json")

    assert ran.code == 0
    assert [found["code"] for found in ran.answer["findings"]] == ["SHT105"]


def test_a_workbook_without_members_cannot_be_rated(tmp_path):
    """The missing sheet is named with the way out."""
    book = tmp_path / "khác.xlsx"
    workbook = openpyxl.Workbook()
    workbook.active.append(["Mặt hàng", "Số lượng"])
    workbook.save(book)

    ran = sochibo("rate", book, "--year", "2025", "--json")

    assert ran.code == 3
    assert ran.answer["error"]["kind"] == "missing_table"
    assert ran.answer["error"]["message"] == "Sổ “khác.xlsx” chưa có bảng “Đảng viên”."


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["chek", "x.xlsx"], "Không có lệnh “chek”. Có phải “check” không?"),
        (["rate", "x.xlsx"], "Thiếu tuỳ chọn “--year”: năm đánh giá."),
        (["rate", "x.xlsx", "--year", "12"], "Tuỳ chọn “--year” phải là số từ 2008 đến 2100."),
        (["check", "x.xlsx", "--jsn"], "Không có tuỳ chọn “--jsn”. Có phải “--json” không?"),
        (["check", "x.xlsx", "--on", "hôm nay"], "Giá trị của tuỳ chọn “--on” không dùng được"),
        (["check"], "Thiếu tham số “SỔ”."),
        (["summarise", "x.xlsx"], "Cần --year NĂM, hoặc cả --from NĂM và --to NĂM"),
    ],
)
def test_misuse_is_said_in_vietnamese_with_exit_code_2(words, said):
    """The sentence, then where to look."""
    ran = sochibo(*words)

    assert ran.code == 2
    assert ran.err.startswith(said)


def test_a_decision_nobody_entered_is_misuse(tmp_path):
    """The number is repeated, and nothing is made."""
    ran = sochibo("decide", SAMPLE, "--decision", "999-QĐ/CB", "--out", tmp_path)

    assert ran.code == 2
    assert "999" in ran.err
    assert listing(tmp_path) == {}


def test_errors_found_exit_with_1_and_are_all_told():
    """The planted faults of mau.xlsx are found; warnings alone would exit 0."""
    ran = sochibo("check", ROOT / "workbooks" / "mau.xlsx", "--on", "2026-11-23", "--json")

    assert ran.code == 1
    assert ran.answer["counts"]["error"] == sum(found["severity"] == "error" for found in ran.answer["findings"])
    assert all(found["sheet"] and found["message"] and found["fix"] for found in ran.answer["findings"])
