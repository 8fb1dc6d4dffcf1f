"""Copies for the groups and back, by clicks in LibreOffice: made of the saved file, merged into what is open, given back by undo."""

from __future__ import annotations

import shutil

import pytest

from tests.jobs.copies import fill, values
from tests.libreoffice.test_clicks import squares

pytestmark = pytest.mark.libreoffice

SHEET = "Giám sát"


def test_copies_are_made_merged_asked_about_and_taken_back(office):
    """Two buttons, one message each; a conflict is chosen on its sheet; the sheet goes again with the undo."""
    before = office("values")
    folder = office.folder / "Bản của tổ"
    try:
        (made,) = office("press", button="split", answers=["OK"])
        copy = min(folder.glob("*.xlsx"))
        said = values(copy, SHEET)
        fill(copy, SHEET, {"J4": "Đã nhắc"}, rows=[[*(said[4, column] for column in range(1, 7)), "Việc mới của tổ"]])

        asked, merged = office("press", button="merge", answers=["Yes", "OK"])
        now = squares(office, SHEET)
        (undone,) = office("press", button="undo", answers=["OK"])
    finally:
        shutil.rmtree(folder, ignore_errors=True)

    assert "Tổ đảng 1" in made
    assert "Ghi vào sổ" in asked
    assert "01 ô sửa, 01 dòng thêm" in merged
    assert {"Đã nhắc", "Việc mới của tổ"} <= {*now.values()}
    assert undone.startswith("Đã hoàn tác")
    assert office("values") == before
