"""The live cap sheet: its formulas, recomputed by a real spreadsheet program, equal the cap we compute (F29)."""

from __future__ import annotations

import csv
import shutil
import subprocess

import openpyxl
import pytest

from tests.command import sochibo
from tests.conftest import ROOT
from tests.jobs.test_one_truth import invented

SAMPLE = ROOT / "workbooks" / "chi-bo-van-phong-so-2.xlsx"


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """The sample with 2025 rated and written."""
    book = shutil.copy(SAMPLE, tmp_path_factory.mktemp("cap") / "sổ.xlsx")
    ran = sochibo("rate", book, "--year", 2025, "--write", "--json")
    assert ran.code == 0, ran.out
    return book, ran.answer["quota"]


def test_the_sheet_holds_formulas_over_the_rating_sheet(written):
    """Nothing is frozen in: counts and cap are formulas."""
    book, _ = written

    sheet = openpyxl.load_workbook(book)["Giới hạn xuất sắc"]

    assert sheet["A1"].value == "Giới hạn Hoàn thành xuất sắc nhiệm vụ năm 2025"
    assert str(sheet["B7"].value).startswith("=COUNTIFS('Xếp loại'!")
    assert "INT(ROUND(" in str(sheet["B10"].value)


def computed(book, tmp_path):
    """The block as LibreOffice recalculates it, by its labels."""
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to",
         "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1", "--outdir", tmp_path, book],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    (file,) = tmp_path.glob("*Giới hạn xuất sắc.csv")
    with file.open(encoding="utf-8") as stream:
        return {row[0]: row[1] for row in csv.reader(stream) if len(row) > 1}


@pytest.mark.libreoffice
def test_a_spreadsheet_program_computes_the_same_cap(written, tmp_path):
    """LibreOffice recalculates the block to the cap and the count of the answer."""
    book, quota = written

    values = computed(book, tmp_path)

    cap = next(value for name, value in values.items() if name.startswith("Giới hạn (mẫu số"))
    assert int(cap) == quota["cap"]
    assert int(values["Hoàn thành xuất sắc"]) == quota["proposed_htxs"]
    assert values["Tình trạng"] == "Trong giới hạn"


@pytest.mark.libreoffice
def test_a_vote_above_the_ceiling_counts_as_voted(tmp_path):
    """As everywhere: the level of record is the vote's, also where we propose less; no majority counts nowhere."""
    book = invented(tmp_path / "sổ.xlsx")
    quota = sochibo("rate", book, "--year", 2025, "--write", "--json").answer["quota"]

    values = computed(book, tmp_path)

    assert quota["proposed_htxs"] == 2
    assert int(values["Hoàn thành xuất sắc"]) == 2
    assert int(values["Từ Hoàn thành tốt trở lên"]) == quota["base_count"]
    assert values["Số phiếu của một mức phải quá"] == "4"
