"""Limitations offered: told and kept beside the report, in it only where they were accepted."""

from __future__ import annotations

import shutil

import pytest
from openpyxl import load_workbook

from tests.command import sochibo
from tests.conftest import ROOT
from tests.jobs.test_decide import plain_text

OFFERED = "Còn 07 đảng viên chưa có ghi nhận giám sát nào trong năm 2025"


@pytest.fixture
def book(tmp_path):
    return shutil.copy(ROOT / "workbooks" / "mau.xlsx", tmp_path / "sổ.xlsx")


def summarised(book, tmp_path, *more):
    return sochibo("summarise", book, "--year", "2025", "--on", "2026-01-15", "--out", tmp_path / "out", "--json", *more)


def lessons(book):
    return [row["text"] for row in sochibo("show", book, "--json").answer["tables"]["lessons"] if row["kind"] == "Hạn chế"]


def test_offers_are_told_with_their_squares_and_stay_out_of_the_report(book, tmp_path):
    """The sentence in the answer and on the sheet Gợi ý of the figures, not in the paper."""
    ran = summarised(book, tmp_path)

    report, figures = ran.answer["files"]
    assert next(one["text"] for one in ran.answer["offered"]) == OFFERED
    assert ran.answer["offered"][0]["places"]
    assert OFFERED not in plain_text(report)
    assert OFFERED in [row[1] for row in load_workbook(figures)["Gợi ý"].iter_rows(values_only=True)]


def test_an_accepted_one_stands_in_the_report_and_issued_in_the_workbook(book, tmp_path):
    """By its number; a draft changes nothing."""
    before = lessons(book)

    draft = summarised(book, tmp_path, "--accept", "1")
    drafted = lessons(book)
    issued = summarised(book, tmp_path, "--accept", "1", "--write", "--another")

    assert f"{OFFERED}." in plain_text(draft.answer["files"][0])
    assert drafted == before
    assert f"{OFFERED}." in plain_text(issued.answer["files"][0])
    assert lessons(book) == [*before, OFFERED]
    assert OFFERED not in [one["text"] for one in issued.answer["offered"]]


@pytest.mark.parametrize("number", ["0", "99", "một"])
def test_a_number_that_offers_nothing_is_misuse(book, tmp_path, number):
    """And no paper is made."""
    ran = summarised(book, tmp_path, "--accept", number)

    assert ran.code == 2
    assert "gợi ý cho mục Hạn chế" in ran.answer["error"]["message"]
    assert not (tmp_path / "out").exists()


def test_no_figure_and_no_square_is_in_the_report(book, tmp_path):
    """The table of figures and its squares are the workbook's."""
    report, figures = summarised(book, tmp_path).answer["files"]

    assert not [word for word in ("BIỂU SỐ LIỆU", "NGUỒN SỐ LIỆU", "Các ô trong sổ") if word in plain_text(report)]
    assert "Các ô trong sổ" in [square for row in load_workbook(figures)["Số liệu"].iter_rows(values_only=True) for square in row]
