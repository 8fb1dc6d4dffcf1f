"""Copies for the groups and back, by clicks in LibreOffice: made of the saved file, merged into what is open, given back by undo."""

from __future__ import annotations

import shutil

import pytest

from tests.jobs.copies import fill, values
from tests.libreoffice.test_clicks import squares

pytestmark = pytest.mark.libreoffice

SHEET = "Giám sát"


def test_copies_are_made_merged_asked_about_and_taken_back(office):
    """Two buttons, one message each; what both wrote stands side by side on a sheet, which goes again with the undo."""
    before = office("values")
    folder = office.folder / "Bản của tổ"
    try:
        (made,) = office("press", button="split", answers=["OK"])
        copy = min(folder.glob("*.xlsx"))
        said = values(copy, SHEET)
        fill(copy, SHEET, {"J4": "Đã nhắc"}, rows=[[*(said[4, column] for column in range(1, 7)), "Việc mới của tổ"]])

        row = next(row for (row, column), value in squares(office, SHEET).items() if column == 7 and value == said[4, 7])
        office("type_in", sheet=SHEET, cell=f"J{row}", text="Bí thư ghi")
        asked, merged = office("press", button="merge", answers=["Yes", "OK"])
        now, conflicts = squares(office, SHEET), squares(office, "Xung đột")
        (undone,) = office("press", button="undo", answers=["OK"])
        office("undo")
    finally:
        shutil.rmtree(folder, ignore_errors=True)

    assert "Tổ đảng 1" in made
    assert "Ghi vào sổ" in asked
    assert "0 ô sửa, 01 dòng thêm, 0 dòng bỏ; 01 xung đột chưa chọn" in merged
    assert {"Bí thư ghi", "Việc mới của tổ"} <= {*now.values()}
    assert (conflicts[3, 8], conflicts[3, 9]) == ("Bí thư ghi", "Đã nhắc")
    assert undone.startswith("Đã hoàn tác")
    assert office("values") == before
