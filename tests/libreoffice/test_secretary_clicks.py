"""A secretary's own book in LibreOffice, nothing rearranged first: the year walked by clicks, and given back by the undo button."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.libreoffice.clicking import office_with_extension
from tests.libreoffice.test_clicks import picture, squares
from tests.offices.secretary import PLANNED, make, people

pytestmark = pytest.mark.libreoffice

NAME = "Sổ chi bộ của tôi.xlsx"
FIRST, LAST = 8, 37
TOTAL_ROW = 11


@pytest.fixture
def hers(tmp_path):
    """An office with her book; the plan begins some days from now, for a click is always of today."""
    with office_with_extension(make(tmp_path / NAME, date.today() + timedelta(days=14))) as clicker:
        yield clicker


def test_her_year_is_walked_by_clicks_and_given_back(hers):
    """Settings made of the letterhead, checked without errors, proposed beside the list, decided above the total, summed up; every write of ours undone, her own word between them by herself."""
    before = hers("values")

    _shown, adopted = hers("press", button="adopt", answers=["Yes", "OK"])
    row = next(row for (row, _column), value in squares(hers, "Thiết lập").items() if value == "Cách đánh số")
    hers("type_in", sheet="Thiết lập", cell=f"B{row}", text="Theo năm")
    checked, _no = hers("press", button="check", answers=["No", "OK"])
    hers("select", sheet="XL 2026", area=f"B{FIRST}")
    _asked, rated = hers("press", button="rate", answers=["Yes", "OK"])
    picture(hers, "secretary-rate")
    proposed = squares(hers, "XL 2026")
    hers("select", sheet="KH kiểm tra 2026", area="A7:G8")
    *_lines, wished, decided = hers("press", button="decide", answers=["Đồng ý", ["Đồng ý", "; ".join(people()[:2])], "Yes", "OK"])
    hers("select", sheet="Kiểm tra ĐV", area=f"A{TOTAL_ROW}")
    picture(hers, "secretary-decide")
    inspected = squares(hers, "Kiểm tra ĐV")
    (summed,) = hers("press", button="summarise_year", answers=["OK"])
    undone = [hers("press", button="undo", answers=["OK"])[0] for _step in range(2)]
    hers("undo")
    undone += hers("press", button="undo", answers=["OK"])

    assert adopted.startswith("Đã ghi sheet “Thiết lập”")
    assert ": 0 lỗi, " in checked
    assert f"{len(people())} đảng viên được xếp loại" in rated
    assert [proposed[row, 9].startswith("Không điều kiện nào") for row in range(FIRST, LAST + 1)] == [True] * len(people())
    assert "; ".join(PLANNED) in wished
    assert decided.startswith("Đã ghi 3 ô, dòng ở sheet “Kiểm tra ĐV”, “Văn bản đi”")
    assert len([*hers.folder.rglob("Quyết định 01-QĐ*.docx")]) == 1
    assert [(inspected[row, 1], inspected[row, 2]) for row in (TOTAL_ROW, TOTAL_ROW + 1)] == [(4, PLANNED[0]), (5, PLANNED[1])]
    assert inspected[TOTAL_ROW + 2, 2] == "Cộng: 03 lượt"
    assert summed.startswith("Đã lập: ")
    assert all(text.startswith("Đã hoàn tác") for text in undone)
    assert hers("values") == before
