"""Filtered, hidden and grouped rows: Excel writes an array to what is seen alone; every square must still be the one meant."""

from __future__ import annotations

import pytest
import xlsxwriter

from addin.core.grids import Range
from addin.core.places import Place
from addin.core.writes import Note, RowAppend, SheetReplace, Write, Writes
from addin.errors import CannotWrite, RefusedWrite
from addin.hosts.excel import calls
from addin.hosts.excel.seen import hidden_rows
from tests.hosts.closed.roomy_books import LAST as LAST_RECORD
from tests.hosts.closed.roomy_books import roomy_book
from tests.hosts.excel_model.served import _member
from tests.hosts.memory_engine import lists
from tests.hosts.memory_engine.changes import sheet_of, values
from tests.hosts.memory_engine.lists import FIRST, LAST, NAMES, SHEET, by_name, old, results, wanted

OURS = "Lỗi dữ liệu"
LONG = SheetReplace(OURS, (("STT", "Lỗi"), *((number, f"lỗi {number}") for number in range(1, 9))), (6, 30))
SHORT = SheetReplace(OURS, (("STT", "Lỗi"), (1, "còn lại")), (6, 30))


@pytest.fixture
def book(excel, tmp_path):
    return excel.open(lists.list_book(tmp_path / "ds.xlsx"))


def by_team(sheet):
    sheet.filter(2, {"Tổ 2"}, FIRST, LAST)


def by_one_name(sheet):
    sheet.filter(1, {"Khánh"}, FIRST, LAST)


def by_hand(sheet):
    sheet.hidden_rows = {4, 5, 9}


def by_hand_and_filter(sheet):
    by_team(sheet)
    sheet.hidden_rows = {4, 6}


def columns(sheet):
    sheet.hidden_columns = {4}
    by_team(sheet)


def names_of(book):
    return [sheet.name for sheet in book.sheets]


HIDDEN = pytest.mark.parametrize("hide", [by_team, by_one_name, by_hand, by_hand_and_filter, columns])


@HIDDEN
def test_every_row_gets_its_own_result(excel, book, hide):
    """Filtered to a team, to one person, rows hidden by hand, a hidden column: as without."""
    hide(sheet_of(book, SHEET))

    excel.host(book.name).apply(results())

    assert by_name(sheet_of(book, SHEET)) == {name: wanted(name) for name in NAMES}


@HIDDEN
def test_what_goes_wrong_half_way_is_taken_back_under_a_filter(excel, book, hide):
    """All rows, hidden ones too, are as they were; the record is forgotten."""
    hide(sheet_of(book, SHEET))

    def fail(model, target):
        if target.model.name == "Khác":
            raise RefusedWrite("giả", "giả")

    book.before_write = fail
    with pytest.raises(RefusedWrite):
        excel.host(book.name).apply(Writes((*results().squares, Write(Place("Khác", 2, 1), "mới", "thử"))))

    assert by_name(sheet_of(book, SHEET)) == {name: old(name) for name in NAMES}
    assert excel.shelf.find(4321, book.name) is None


@HIDDEN
def test_undo_after_the_person_filtered_brings_every_row_back(excel, book, hide):
    """Written in full view, filtered, taken back: told to the square."""
    excel.host(book.name).apply(results())
    hide(sheet_of(book, SHEET))

    told = excel.host(book.name).undo()

    assert by_name(sheet_of(book, SHEET)) == {name: old(name) for name in NAMES}
    assert told.square_count == 2 * len(NAMES)


def test_the_findings_sheet_filtered_and_corrected_holds_the_new_findings_alone(excel, book):
    """Clearing spares what a filter hides: the old findings would stay below the new; and the new must be seen."""
    excel.host(book.name).apply(Writes(sheets=(LONG,)))
    ours = sheet_of(book, OURS)
    ours.filter(1, {2.0, 5.0}, 2, 9)
    ours.hidden_rows = {2}

    excel.host(book.name).apply(Writes(sheets=(SHORT,)))

    assert values(book, OURS) == {(1, 1): "STT", (1, 2): "Lỗi", (2, 1): 1.0, (2, 2): "còn lại"}
    assert not any(ours.is_hidden_row(row) for row in range(1, 10))
    excel.host(book.name).undo()
    assert values(book, OURS)[9, 2] == "lỗi 8"


def test_a_findings_sheet_a_person_made_a_table_of(excel, book, monkeypatch):
    """Filtered by the table's own arrows, which the sheet does not know of: the table goes, all is seen."""
    excel.host(book.name).apply(Writes(sheets=(LONG,)))
    ours = sheet_of(book, OURS)
    ours.tables["Lỗi"] = (1, 1, 9, 2)
    ours.filter(1, {2.0, 5.0}, 2, 9)
    monkeypatch.setattr("tests.hosts.excel_model.sheets.Worksheet.get_FilterMode", lambda self: False)
    _member.cache_clear()

    excel.host(book.name).apply(Writes(sheets=(SHORT,)))

    monkeypatch.undo()
    _member.cache_clear()
    assert values(book, OURS) == {(1, 1): "STT", (1, 2): "Lỗi", (2, 1): 1.0, (2, 2): "còn lại"}
    assert ours.tables == {}
    assert not ours.filtered_rows


def test_undo_of_a_findings_sheet_that_is_filtered_and_sorted(excel, book):
    """It is ours and regenerated: sorting loses nothing, so the sheet goes as it came."""
    excel.host(book.name).apply(Writes(sheets=(LONG,)))
    sheet_of(book, OURS).sort(2, 2, 9)
    sheet_of(book, OURS).filter(1, {2.0}, 2, 9)

    told = excel.host(book.name).undo()

    assert told.sheets == (OURS,)
    assert names_of(book) == [SHEET, "Khác"]


def test_a_sheet_of_ours_goes_without_a_question(excel, book):
    """Excel asks before it deletes a sheet that holds anything, and its alerts are not ours to turn off."""
    excel.host(book.name).apply(Writes(sheets=(LONG,)))

    excel.host(book.name).undo()

    assert names_of(book) == [SHEET, "Khác"]
    assert excel.app().excel.asked_to_delete == []


def test_rows_come_in_and_go_under_a_filter(excel, tmp_path):
    """Of several rows Excel puts in, or takes out, as many as are seen: ours come one by one."""
    book = excel.open(roomy_book(tmp_path / "xl.xlsx"))
    sheet = sheet_of(book, "XL 2025")
    rows = tuple(RowAppend("XL 2025", LAST_RECORD, ((2, name), (4, 30)), "thử", makes_room=True) for name in ("Năm", "Sáu", "Bảy"))
    sheet.filter(2, {"Lò Thị Hai"}, 4, LAST_RECORD)
    before = {at: (one.value, one.formula) for at, one in sheet.squares.items() if one.value is not None or one.formula}

    excel.host(book.name).apply(Writes(appends=rows))
    names = [sheet.square(row, 2).value for row in range(8, 12)]
    sheet.filter(2, {"Sáu", "Lò Thị Hai"}, 4, 10)
    excel.host(book.name).undo()

    after = {at: (one.value, one.formula) for at, one in sheet.squares.items() if one.value is not None or one.formula}
    assert names == ["Năm", "Sáu", "Bảy", "Tổng cộng"]
    assert {at: formula or value for at, (value, formula) in after.items()} == {at: formula or value for at, (value, formula) in before.items()}


def test_what_excel_does_not_put_back_keeps_the_record(excel, book, monkeypatch):
    """Read back after the rollback: the squares are named, and the undo button can still take them back."""

    excel.host(book.name).apply(results())
    sheet = sheet_of(book, SHEET)
    type_in = type(sheet).type_in
    monkeypatch.setattr(type(sheet), "type_in", lambda self, *what: None if what[:2] == (5, 4) else type_in(self, *what))

    with pytest.raises(CannotWrite) as told:
        excel.host(book.name).undo()

    monkeypatch.undo()
    assert f"'{SHEET}'!D5" in told.value.message
    assert "Hoàn tác" in told.value.fix
    excel.host(book.name).undo()
    assert by_name(sheet) == {name: old(name) for name in NAMES}


@pytest.fixture
def counted(monkeypatch):
    """Every call into Excel."""
    made = []
    for kind in (calls.Named, calls.Numbered):
        get = kind.get
        monkeypatch.setattr(kind, "get", lambda self, name, *words, get=get: made.append(name) or get(self, name, *words))
    return made


@pytest.mark.parametrize(
    ("pattern", "most"),
    [(lambda row: row % 2 == 0, 600), (lambda row: row % 60 > 3, 40), (lambda row: row > 10, 12), (lambda row: False, 3), (lambda row: True, 3)],
    ids=["every second", "a team in sixteen", "the first ten", "none", "all"],
)
@pytest.mark.parametrize("is_hidden_beside", [False, True])
def test_three_thousand_filtered_rows_are_asked_by_areas(excel, book, counted, pattern, most, is_hidden_beside):  # noqa: PLR0917 - two fixtures of Excel, one of counting
    """Never row by row; also where columns are hidden, which parts every area."""
    sheet = sheet_of(book, SHEET)
    sheet.filtered_rows = {row for row in range(1, 3001) if pattern(row)}
    sheet.hidden_columns = {2} if is_hidden_beside else set()
    asked = excel.host(book.name)._book.get("Worksheets").get("Item", 1)
    counted.clear()

    found = hidden_rows(asked, Range(1, 1, 3000, 5))

    assert found == sheet.filtered_rows
    assert len(counted) <= (3 if is_hidden_beside else 1) * most


def test_a_protected_sheet_is_asked_by_halves(excel, book):
    """Excel does not look for visible squares there."""
    sheet = sheet_of(book, SHEET)
    sheet.hidden_rows, sheet.protected = {4, 5, 9}, True

    (grid, _) = excel.host(book.name).grids()

    assert grid.hidden_rows == {4, 5, 9}


def test_a_filter_and_hidden_columns_are_read_from_a_file(excel, tmp_path):
    """As a person saved them: which rows the filter hides and which a hand did."""
    path = tmp_path / "lọc.xlsx"
    with xlsxwriter.Workbook(str(path)) as file:
        sheet = file.add_worksheet("Lọc")
        sheet.write_column("A1", ("Tổ", 1, 2, 1))
        sheet.autofilter("A1:A4")
        sheet.filter_column("A", "x == 1")
        sheet.set_row(2, None, None, {"hidden": True})
        sheet.set_row(9, None, None, {"hidden": True})
        sheet.write("A10", "ẩn")
        sheet.set_column("C:D", None, None, {"hidden": True})
    model = excel.open(path)

    assert (model.active.filtered_rows, model.active.hidden_rows, model.active.hidden_columns) == ({3}, {10}, {3, 4})
    assert excel.host(path.name).grids()[0].hidden_rows == {3, 10}


def test_notes_and_single_squares_are_written_where_nobody_looks(excel, book):
    """A note on a hidden row is a note on that row."""
    by_team(sheet_of(book, SHEET))

    excel.host(book.name).apply(Writes(notes=(Note(Place(SHEET, 3, 1), "Sai ngày"),)))

    assert list(sheet_of(book, SHEET).notes) == [(3, 1)]
