"""Every host: the words of a drop-down list are asked for, and what is written is said in them."""

from __future__ import annotations

import pytest
from openpyxl import Workbook
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from addin.core.places import Place
from addin.jobs.opening import open_book
from addin.jobs.rate import rate
from tests.hosts.contract.hosts import HOSTS

WORDS = ("HTXSNV", "HTTNV", "HTNV", "KHTNV")
LISTS = {"written": '"HTXSNV,HTTNV,HTNV,KHTNV"', "range": "DATA!$A$1:$A$4", "named": "MucXL"}
NAMES = ("Đinh Văn Một", "Lò Thị Hai")


@pytest.fixture(params=HOSTS)
def open_host(request):
    """How a workbook file becomes an open host."""
    return request.param


def office_book(path, rule, *, insists):
    """Two members and their ratings of 2025; the meeting's level has a drop-down list of the office's own words."""
    workbook = Workbook()
    members = workbook.active
    members.title = "DSĐV"
    members.append(["TT", "Họ và tên", "Ngày sinh", "Ngày vào Đảng", "Ngày chính thức", "Tổ đảng"])
    for number, name in enumerate(NAMES, 1):
        members.append([number, name, "05/3/1980", "03/02/2005", "03/02/2006", "Tổ đảng 1"])
    ratings = workbook.create_sheet("Xếp loại")
    ratings.append(["Năm", "Đảng viên", "Điểm tiêu chí chung", "Điểm kết quả nhiệm vụ", "Số nhiệm vụ được giao",
                    "Số nhiệm vụ hoàn thành", "Số nhiệm vụ vượt mức", "Số nhiệm vụ chậm", "Chi bộ đề nghị"])  # fmt: skip
    for name in NAMES:
        ratings.append([2025, name, 26, 52, 10, 10, 1, 0, None])
    lists = workbook.create_sheet("DATA")
    lists.sheet_state = "hidden"
    for word in WORDS:
        lists.append([word])
    workbook.defined_names["MucXL"] = DefinedName("MucXL", attr_text="DATA!$A$1:$A$4")
    validation = DataValidation(type="list", formula1=LISTS[rule], showErrorMessage=insists, errorStyle="stop")
    ratings.add_data_validation(validation)
    validation.add("I2:I50")
    workbook.save(path)
    return path


@pytest.mark.parametrize("rule", LISTS)
def test_the_words_of_a_list_are_told(open_host, rule, tmp_path):
    """Written in the rule, standing on a hidden sheet, or behind a name; a square without a list has none."""
    with open_host(office_book(tmp_path / "so.xlsx", rule, insists=False)) as host:
        assert tuple(host.drop_down(Place.at("Xếp loại", "I3"))) == WORDS
        assert tuple(host.drop_down(Place.at("Xếp loại", "H3"))) == ()


@pytest.mark.parametrize("insists", [True, False])
def test_levels_are_written_in_the_words_of_the_list(open_host, insists, tmp_path):
    """Her COUNTIF counts what was written, and Excel takes it."""
    with open_host(office_book(tmp_path / "so.xlsx", "named", insists=insists)) as host:
        outcome = rate(open_book(host), 2025)
        host.apply(outcome.effects.writes)
        grid = next(grid for grid in host.grids() if grid.sheet == "Xếp loại")

        assert [grid.at(row, 10) for row in (2, 3)] == ["HTTNV", "HTTNV"]
        assert not [write for write in rate(open_book(host), 2025).effects.writes.squares if write.place.column == 10]
