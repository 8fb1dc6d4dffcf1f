"""Rows put in between in an open workbook: what goes wrong half way, and what a person did in them meanwhile."""

from __future__ import annotations

import pytest

from addin.core.writes import RowAppend, Writes
from addin.errors import ChangedMeanwhile, RefusedWrite
from tests.hosts.closed.roomy_books import LAST, roomy_book
from tests.hosts.memory_engine.changes import sheet_of

SHEET = "XL 2025"
ROW = RowAppend(SHEET, LAST, ((1, 5), (2, "Vàng Thị Năm"), (4, 30)), "thử", makes_room=True)


@pytest.fixture
def book(excel, tmp_path):
    return excel.open(roomy_book(tmp_path / "xl.xlsx"))


def standing(book):
    """All squares of all sheets, with their formulas."""
    return {sheet.name: {at: (one.value, one.formula) for at, one in sheet.squares.items()} for sheet in book.sheets}


def test_a_write_that_fails_leaves_no_row_behind(excel, book):
    """Totals are short again."""
    before, merged = standing(book), list(sheet_of(book, SHEET).merged)

    def fail(model, target):
        if target.corners[:2] == (8, 4):
            raise RefusedWrite("giả", "giả")

    excel.host(book.name).apply(Writes(appends=(ROW,)))
    excel.host(book.name).undo()
    assert {name: {at: formula for at, (_, formula) in squares.items()} for name, squares in standing(book).items()} == {
        name: {at: formula for at, (_, formula) in squares.items()} for name, squares in before.items()
    }

    book.before_write = fail
    with pytest.raises(RefusedWrite):
        excel.host(book.name).apply(Writes(appends=(ROW,)))

    assert sorted(sheet_of(book, SHEET).merged) == sorted(merged)
    assert sheet_of(book, SHEET).square(8, 4).formula == "=SUM(D4:D7)"


def test_a_person_at_work_in_the_new_row_stops_the_undo(excel, book):
    """It would go with the row."""
    excel.host(book.name).apply(Writes(appends=(ROW,)))
    sheet_of(book, SHEET).type_in(8, 9, "HTTNV")

    with pytest.raises(ChangedMeanwhile) as refused:
        excel.host(book.name).undo()

    assert "'XL 2025'!I8" in refused.value.message
    assert sheet_of(book, SHEET).square(8, 2).value == "Vàng Thị Năm"


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (lambda sheet: setattr(sheet, "protected", True), "trang tính đang được bảo vệ"),
        (lambda sheet: (sheet.type_in(6, 12, "x"), sheet.merged.append((6, 12, 9, 12))), "vùng gộp từ ô L6 phủ qua chỗ ấy"),
        (lambda sheet: sheet.tables.update(Bang1=(5, 11, 9, 12)), "bên cạnh là bảng Bang1"),
    ],
)
def test_what_cannot_make_room_is_refused_before_anything_is_touched(spoil, reason, excel, book):
    """With the way out."""
    spoil(sheet_of(book, SHEET))
    before = standing(book)

    with pytest.raises(RefusedWrite) as refused:
        excel.host(book.name).apply(Writes(appends=(ROW,)))

    assert reason in refused.value.message
    assert standing(book) == before


def reaching(book):
    """The name and the chart over the records."""
    return book.names["Điểm"].removeprefix("="), [list(series) for series in sheet_of(book, SHEET).charts]


def test_names_and_charts_reach_over_the_new_row_and_back(excel, book):
    """As in a closed file."""
    before = reaching(book)

    excel.host(book.name).apply(Writes(appends=(ROW,)))
    after = reaching(book)
    excel.host(book.name).undo()

    assert after == ("'XL 2025'!$F$4:$F$8", [["=SERIES(,'XL 2025'!$B$4:$B$8,'XL 2025'!$F$4:$F$8,1)"]])
    assert reaching(book) == before


def test_a_chart_excel_does_not_tell_of_is_named_to_the_person(excel, book):
    """All its rows may be filtered away; everything else is written."""
    sheet_of(book, SHEET).charts[0][0] = ""
    host = excel.host(book.name)

    host.apply(Writes(appends=(ROW,)))

    assert host.remarks == ("1 dãy số liệu của biểu đồ chưa tới được các dòng mới: kéo vùng dữ liệu của biểu đồ xuống.",)
    assert sheet_of(book, SHEET).square(8, 2).value == "Vàng Thị Năm"
