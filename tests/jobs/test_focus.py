"""`check`: the worst first, by cause, years gone by on request, filters; the JSON keeps everything it is not asked to leave out."""

from __future__ import annotations

import shutil
from datetime import date
from itertools import groupby

import openpyxl
import pytest

from addin.core.findings import Finding, Severity, by_cause
from addin.core.places import Place
from addin.jobs.focus import first_year
from tests.command import sochibo
from tests.conftest import ROOT

SAMPLE = ROOT / "workbooks" / "mau.xlsx"
LABELS = ["Lỗi", "Cảnh báo", "Lưu ý"]


@pytest.fixture
def book(tmp_path):
    """A copy of the sample, in a folder of its own."""
    return shutil.copy(SAMPLE, tmp_path / "sổ.xlsx")


def check(book, *more):
    return sochibo("check", book, "--on", "2026-11-23", *more)


def found(book, *more):
    return check(book, "--json", *more).answer["findings"]


def finding(cell, code="MEM204", severity=Severity.ERROR):
    return Finding(code, severity, Place.at("Đảng viên", cell), f"Sai ở {cell}.", "Sửa.")


def test_findings_of_one_code_on_one_sheet_are_one_cause_and_errors_come_first():
    """Runs down a column in short, single squares by themselves."""
    causes = by_cause([finding("A1", "MEM301", Severity.NOTICE), *map(finding, ("F4", "F5", "F6", "G9")), finding("A2", "MEM205", Severity.WARNING)])

    assert [cause.first.rule for cause in causes] == ["MEM204", "MEM205", "MEM301"]
    assert causes[0].squares == "F4–F6, G9"


def test_the_terminal_says_the_worst_first_and_what_must_be_done(book):
    """Severities in order; the count of what must be mended is that of the errors told."""
    out = check(book).out.splitlines()

    told = [next(label for label in LABELS if line.startswith(f"{label} ")) for line in out if line.startswith(tuple(f"{label} " for label in LABELS))]
    assert told == sorted(told, key=LABELS.index)
    errors = [one for one in found(book) if one["severity"] == "error" and not one["past"]]
    squares = {(one["sheet"], one["cell"]) for one in errors}
    assert f"Trước khi ra văn bản kế tiếp: phải sửa {len(errors)} lỗi ở {len(squares)} ô." in out
    assert check(book, "--json").answer["before_next_paper"] == len(errors)


def test_years_gone_by_are_counted_and_told_when_asked_for(book):
    """Held back on the terminal alone: the JSON has them, `--year` tells exactly those."""
    everything = found(book)
    of_2025 = [one for one in everything if one["year"] == 2025]

    plain, asked = check(book).out, check(book, "--year", "2025")

    assert of_2025
    assert all(one["past"] for one in of_2025)
    assert f"2025: {len(of_2025)}" in plain
    assert not [one for one in of_2025 if one["message"] in plain and one["severity"] == "error"]
    assert found(book, "--year", "2025") == [{**one, "past": False} for one in of_2025]
    assert all(one["message"] in asked.out for one in of_2025 if one["severity"] == "error")


@pytest.mark.parametrize(("on", "first"), [(date(2026, 3, 31), 2025), (date(2026, 4, 1), 2026), (date(2026, 12, 31), 2026)])
def test_the_year_before_is_at_work_until_its_ratings_are_over(on, first):
    """January to March."""
    assert first_year(on) == first


@pytest.mark.parametrize(
    ("option", "keeps"),
    [
        (("--only", "MEM"), lambda one: one["code"].startswith("MEM")),
        (("--only", "mem204", "--only", "PLN"), lambda one: one["code"].startswith(("MEM204", "PLN"))),
        (("--sheet", "kế hoạch"), lambda one: one["sheet"] == "Kế hoạch"),
    ],
)
def test_a_filter_keeps_what_it_names(book, option, keeps):
    """Codes by their beginning, sheets whatever the case; the exit code is that of what is left."""
    left = [one for one in found(book) if keeps(one)]

    ran = check(book, *option, "--json")

    assert left
    assert ran.answer["findings"] == left
    assert ran.code == any(one["severity"] == "error" for one in left)


@pytest.mark.parametrize("option", [("--only", "MEMO"), ("--only", ""), ("--sheet", "Không có")])
def test_a_slip_in_a_filter_is_no_clean_workbook(book, option):
    """Misuse, with what there is."""
    assert check(book, *option).code == 2


def test_the_sheet_holds_everything_the_worst_first_years_gone_by_below(book):
    """Whatever filter stood beside `--mark`; those of one cause stand together with their number."""
    check(book, "--mark", "--only", "MEM")

    rows = list(openpyxl.load_workbook(book)["Lỗi dữ liệu"].iter_rows(min_row=4, values_only=True))
    everything = found(book)
    past = {(one["sheet"], one["cell"], one["code"]) for one in everything if one["past"]}
    parts = [[row for row in rows if ((row[3], row[4], row[2]) in past) is part] for part in (False, True)]
    assert rows == [*parts[0], *parts[1]]
    assert len(rows) == len(everything)
    for part in parts:
        severities = [row[1] for row in part]
        assert severities == sorted(severities, key=LABELS.index)
        causes = [(row[2], row[3]) for row in part]
        assert len([*groupby(causes)]) == len(set(causes))
