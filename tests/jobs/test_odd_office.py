"""Copies of an office's own workbook, with all that could carry a name along, and their way home."""

from __future__ import annotations

from datetime import datetime

import openpyxl
import pytest

from tests.command import sochibo
from tests.jobs.copies import ON, copy_for, fill, texts, values
from tests.jobs.odd_office import HEADINGS, IDENTITY, PEOPLE, SHEET, make

NEW_DAY = datetime(2026, 1, 5)


@pytest.fixture(params=[False, True], ids=["sections", "table"])
def as_table(request):
    return request.param


@pytest.fixture
def book(tmp_path, as_table):
    path = make(tmp_path / "so.xlsx", as_table=as_table)
    assert sochibo("split", path, *ON).code == 0
    return path


@pytest.mark.parametrize("group", [1, 2])
def test_no_name_of_others_and_no_number_anywhere(book, group):
    """Titles, lists, conditions, notes, headers, names of the workbook, filters, signatures."""
    said = texts(copy_for(book, f"Tổ {group}"))

    own = set(PEOPLE[(group - 1) * 5 : group * 5])
    assert [name for name in PEOPLE if name not in own and name in said] == []
    assert [number for number in range(10) if IDENTITY.format(number) in said] == []


def test_his_rows_stand_first_with_their_looks_and_what_stands_around_them_stays(book, as_table):
    copied = openpyxl.load_workbook(copy_for(book, "Tổ 2"))
    page = copied[SHEET]

    assert [page.cell(row, 6).value for row in range(6, 12)] == [f"Việc 2.{number}" for number in range(6)]
    assert [page.cell(row, 2).value.month for row in range(6, 12)] == [1, *([2] if as_table else [1]), 3, 4, 5, 6]
    assert tuple(cell.value for cell in page[5]) == HEADINGS
    assert (page.freeze_panes, page.column_dimensions["F"].width > 39, page.row_dimensions[9].hidden) == ("C6", True, False)
    assert {rule.formula1 for rule in page.data_validations.dataValidation} == {"DanhSach", "DM!$B$1:$B$2"}
    assert [copied["DM"].cell(row, 1).value for row in range(1, 7)] == [*PEOPLE[5:], None]
    assert list(page.tables) == (["GS"] if as_table else [])
    if not as_table:
        assert (page["B20"].value, page["F20"].value, page["F25"].value) == ("Tổng cộng", '=COUNTA(F7:F19)&" dòng"', None)
    copied.close()


def test_new_rows_come_under_their_group_and_what_a_list_refuses_is_told(book, as_table):
    """Squares of merged dates speak for the rows they cover; formulas and totals go on; the rest goes in all the same."""
    for group in (1, 2):
        leader, member = PEOPLE[group * 5 - 5], PEOPLE[group * 5 - 4]
        fill(copy_for(book, f"Tổ {group}"), SHEET, {"F7": f"Sửa {group}", "G8": "trái danh sách", f"B{12}": NEW_DAY, f"C{12}": leader, f"D{12}": member, f"E{12}": "Ưu điểm", f"F{12}": f"Mới {group}"})

    ran = sochibo("merge", book, "--write", "--json")

    assert (ran.code, ran.answer["conflicts"]) == (0, [])
    assert [one["cell"] for one in ran.answer["left_out"]] == (["G8", "G14"] if as_table else ["G9", "G16"])
    assert "trái điều kiện nhập" in ran.answer["left_out"][0]["why"]
    said = {text: place[0] for place, text in values(book, SHEET).items() if place[1] == 6}
    assert (said["Mới 1"], said["Mới 2"]) == ((18, 19) if as_table else (13, 21))
    assert (said["Sửa 1"], said["Sửa 2"]) == ((7, 13) if as_table else (8, 16))
    if not as_table:
        assert (values(book, SHEET)[13, 1], values(book, SHEET)[21, 1]) == (7, 7)
    assert sochibo("merge", book, "--write", "--json").answer["applied"] == []


def test_a_copy_somebody_has_open_is_told(book):
    """What is not saved is not in it."""
    copy = copy_for(book, "Tổ 1")
    copy.with_name(f".~lock.{copy.name}#").write_text(",Lò Văn Bút,may-1,28.11.2026 08:00,file:///tmp;", encoding="utf-8")

    ran = sochibo("merge", book)

    assert f"Bản «{copy.name}» đang được đồng chí Lò Văn Bút mở" in ran.out


def test_a_lost_heading_is_told_and_its_column_left_alone(book):
    fill(copy_for(book, "Tổ 1"), SHEET, {"G5": "Tên khác", "G7": PEOPLE[0]})

    ran = sochibo("merge", book, "--json")

    assert ran.answer["lost_columns"] == [{"copy": copy_for(book, "Tổ 1").name, "sheet": SHEET, "heading": "Ghi chú riêng"}]
    assert ran.answer["applied"] == []
