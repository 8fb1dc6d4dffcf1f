"""Hidden sheets: one that feeds drop-downs is passed over in silence, one that holds a table is told."""

from __future__ import annotations

from datetime import datetime

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.datavalidation import DataValidation

from addin.hosts.closed.book import ClosedBook
from addin.jobs.opening import open_book


@pytest.mark.parametrize(("hidden", "told"), [("DATA", []), ("Đảng viên", ["'Đảng viên'"])])
def test_only_a_hidden_table_is_told(hidden, told, tmp_path):
    """Nobody is advised to delete the list behind her drop-down."""
    workbook = Workbook()
    members = workbook.active
    members.title = "Đảng viên"
    members.append(["STT", "Họ và tên", "Ngày sinh", "Ngày vào Đảng", "Ngày chính thức", "Tổ đảng"])
    members.append([1, "Nguyễn Văn An", "04/03/1980", "19/05/2005", "19/05/2006", "Tổ 1"])
    lists = workbook.create_sheet("DATA")
    for word in ("Tổ 1", "Tổ 2"):
        lists.append([word])
    rule = DataValidation(type="list", formula1="=DATA!$A$1:$A$2")
    members.add_data_validation(rule)
    rule.add("F2:F50")
    workbook[hidden].sheet_state = "hidden"
    workbook.save(tmp_path / "so.xlsx")

    opened = open_book(ClosedBook(tmp_path / "so.xlsx", now=datetime(2026, 1, 5)))

    assert [str(finding.place) for finding in opened.findings if finding.rule == "SHT151"] == told
