"""The `--json` contracts of design.md §4, key by key, and what a door prints."""

from __future__ import annotations

import json
import re
import shutil
from datetime import date
from decimal import Decimal

import openpyxl
import pytest

from addin.core.dates import PartialDate
from addin.core.levels import Level
from addin.core.places import Place
from addin.output.forms import plain
from tests.command import sochibo
from tests.conftest import ROOT

MODEL = ROOT / "workbooks" / "mau.xlsx"
SAMPLE = ROOT / "workbooks" / "chi-bo-van-phong-so-2.xlsx"
ISO = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


@pytest.mark.parametrize(
    ("value", "form"),
    [
        (PartialDate(2019, 9, 3), "2019-09-03"),
        (PartialDate(2019, 9), "2019-09"),
        (PartialDate(2019), "2019"),
        (date(2020, 10, 9), "2020-10-09"),
        (Decimal("0.20"), 0.2),
        (Decimal(30), 30),
        (Level.HTXS, "HTXS"),
        (Place("Đảng viên", 12, 6), {"sheet": "Đảng viên", "cell": "F12"}),
        ((True, None, "x"), [True, None, "x"]),
        ({2019: Level.TSVM}, {"2019": "TSVM"}),
    ],
)
def test_values_take_the_form_of_the_contract(value, form):
    """Dates with their precision, levels by code, places as objects."""
    assert plain(value) == form


def test_show_tells_layout_rows_and_findings():
    """Every table with its squares; dates as text; the accuser of a denunciation is not there."""
    answer = sochibo("show", MODEL, "--json").answer

    assert set(answer) == {"workbook", "layout", "tables", "findings"}
    layout = answer["layout"][0]
    contract = {"table", "sheet", "heading_rows", "first_row", "last_row", "columns", "unknown"}
    assert set(layout) == contract | {"given", "explained"}
    assert {one["column"] for one in layout["explained"]} == set(layout["columns"].values())
    members = answer["tables"]["members"]
    assert {"sheet", "row", "full_name", "birth_date"} <= set(members[0])
    assert all(ISO.fullmatch(member["birth_date"]) for member in members if member["birth_date"])
    accusers = [row[6].value for row in openpyxl.load_workbook(MODEL)["Tố cáo"].iter_rows(min_row=4) if row[6].value]
    assert accusers
    told = json.dumps(answer, ensure_ascii=False)
    assert not [name for name in accusers if name in told]
    assert "accuser" not in answer["tables"]["denunciations"][0]


def test_check_tells_findings_and_counts():
    """The shape of each finding, and nothing else on stdout."""
    answer = sochibo("check", MODEL, "--on", "2026-11-23", "--json").answer

    assert set(answer) == {"workbook", "on", "findings", "counts", "before_next_paper", "accepted"}
    assert answer["on"] == "2026-11-23"
    assert set(answer["counts"]) == {"error", "warning", "notice"}
    for found in answer["findings"]:
        assert set(found) == {"code", "severity", "sheet", "cell", "message", "fix", "reference", "related", "year", "past"}


@pytest.mark.parametrize("year", [2015, 2018, 2020, 2023, 2025])
def test_rate_tells_everything_of_the_contract(year):
    """All five regimes; a result is never above the ceiling."""
    answer = sochibo("rate", MODEL, "--year", year, "--json").answer

    assert {"workbook", "year", "regime", "members", "quota", "party_cell"} <= set(answer)
    assert set(answer["regime"]) == {"id", "instruments"}
    assert {"base", "base_count", "rate", "rounding", "cap", "proposed_htxs", "over"} <= set(answer["quota"])
    standing = {"ceiling", "provisional", "lacking", "level", "level_from", "vote", "voted", "result", "because"}
    assert standing <= set(answer["party_cell"])
    ranks = ["KHT", "HTN", "HTT", "HTXS"]
    for member in answer["members"]:
        assert {"sheet", "row", "full_name", "status", "why_not", *standing} <= set(member)
        assert member["level_from"] in {"final", "cell", "vote", "none"}
        assert (member["level"] is None) == (member["level_from"] == "none")
        assert all({"key", "could_lower_to"} <= set(blank) for blank in member["lacking"])
        assert member["status"] in {"rated", "not_rated"}
        assert member["vote"] in {"none", "majority", "no_majority"}
        assert all({"rule", "text", "reference", "places"} == set(reason) for reason in member["because"])
        if member["result"]:
            assert ranks.index(member["result"]) <= ranks.index(member["ceiling"])


def test_an_error_is_one_document_with_kind_message_and_fix(tmp_path):
    """Errors that stop a command, in JSON too."""
    ran = sochibo("show", tmp_path / "không có.xlsx", "--json")

    assert ran.code == 3
    assert set(ran.answer["error"]) == {"kind", "message", "fix"}


def test_quiet_prints_only_errors():
    """Warnings and summaries stay silent."""
    ran = sochibo("check", MODEL, "--on", "2026-11-23", "--quiet")

    assert ran.code == 1
    assert all(line.startswith("Lỗi ") for line in ran.out.splitlines())


def test_the_same_question_gives_the_same_bytes():
    """Reasons and order are deterministic."""
    assert sochibo("rate", SAMPLE, "--year", 2025, "--json").out == sochibo("rate", SAMPLE, "--year", 2025, "--json").out


def test_demo_makes_everything_and_is_safe_to_repeat(tmp_path):
    """Two decisions, two reports, two workbooks of figures; a second run changes nothing."""
    first = sochibo("demo", tmp_path / "out", "--on", "2026-11-23", "--json")
    made = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}

    second = sochibo("demo", tmp_path / "out", "--on", "2026-11-23", "--json")

    assert (first.code, second.code) == (0, 0)
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == made
    assert sorted(made) == sorted(
        [
            "chi-bo-van-phong-so-2.xlsx",
            "Quyết định 23-QĐ-CB.docx",
            "Quyết định 35-QĐ-CB.docx",
            "Báo cáo tổng kết năm 2020.docx",
            "Báo cáo tổng kết 2015–2020.docx",
            "Số liệu tổng kết năm 2020.xlsx",
            "Số liệu tổng kết 2015–2020.xlsx",
        ]
    )


def test_new_makes_the_blank_workbook_and_never_overwrites(tmp_path):
    """A file of that name that is something else is left alone; the blank one only lacks its settings."""
    assert sochibo("new", tmp_path / "Sổ chi bộ.xlsx").code == 0
    other = tmp_path / "khác.xlsx"
    other.write_bytes(b"of somebody else")

    ran = sochibo("new", other)

    assert ran.code == 4
    assert other.read_bytes() == b"of somebody else"
    checked = sochibo("check", tmp_path / "Sổ chi bộ.xlsx", "--json")
    assert checked.code == 1
    assert [item["code"] for item in checked.answer["findings"]] == ["SET101", "SET102", "SET103", "SET104"]


def test_rate_write_fills_only_the_columns_that_are_ours(tmp_path):
    """Votes and the superior's decision are people's; undo gives the workbook back byte for byte."""
    book = shutil.copy(MODEL, tmp_path / "sổ.xlsx")
    before = sochibo("show", book, "--json").answer["tables"]["ratings"]

    assert sochibo("rate", book, "--year", 2025, "--write").code == 0

    after = sochibo("show", book, "--json").answer["tables"]["ratings"]
    changed = {key for old, new in zip(before, after, strict=False) for key in old if old[key] != new[key]}
    assert changed == {"proposed_level", "proposed_reasons"}
    assert sochibo("undo", book).code == 0
    assert (tmp_path / "sổ.xlsx").read_bytes() == MODEL.read_bytes()
