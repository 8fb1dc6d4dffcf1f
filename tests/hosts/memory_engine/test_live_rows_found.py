"""Hoàn tác after a person sorted, put rows in or took rows out: by the row that is meant, or not at all."""

from __future__ import annotations

import pytest

from addin.core.places import Place
from addin.core.writes import Note, RowAppend, SheetReplace, Write, Writes
from addin.errors import ChangedMeanwhile, RefusedWrite
from addin.hosts.live import TakenBack
from tests.hosts.closed.roomy_books import LAST as LAST_RECORD
from tests.hosts.closed.roomy_books import roomy_book
from tests.hosts.memory_engine import lists
from tests.hosts.memory_engine.changes import sheet_of, values
from tests.hosts.memory_engine.lists import FIRST, LAST, NAMES, SHEET, added, by_name, old, results, wanted


@pytest.fixture
def book(excel, tmp_path):
    return excel.open(lists.list_book(tmp_path / "ds.xlsx"))


def by_team(sheet):
    sheet.sort(2, FIRST, LAST)


def by_result(sheet):
    sheet.sort(4, FIRST, LAST)


def rows_put_in_above(sheet):
    sheet.move_rows(1, 2)


def a_row_between(sheet):
    sheet.move_rows(8, 1)
    sheet.type_in(8, 1, "Người mới")


def two_rows_taken_out_above(sheet):
    sheet.move_rows(3, -1)
    sheet.move_rows(2, -1)


def sorted_and_filtered(sheet):
    by_team(sheet)
    sheet.filter(2, {"Tổ 2"}, FIRST, LAST)


def a_name_corrected(sheet):
    sheet.type_in(5, 3, 99.0)


def a_name_corrected_and_sorted(sheet):
    a_name_corrected(sheet)
    by_team(sheet)


DONE_SINCE = [by_team, by_result, rows_put_in_above, a_row_between, two_rows_taken_out_above, sorted_and_filtered, a_name_corrected, a_name_corrected_and_sorted]


@pytest.mark.parametrize("done_since", DONE_SINCE)
def test_each_person_gets_the_old_result_back(excel, book, done_since):
    """Where the row is now; everything else stays as the person left it."""
    excel.host(book.name).apply(results())
    sheet = sheet_of(book, SHEET)
    done_since(sheet)
    beside = {at: value for at, value in values(book).items() if at[1] not in {4, 5}}

    told = excel.host(book.name).undo()

    assert {name: by_name(sheet)[name] for name in NAMES} == {name: old(name) for name in NAMES}
    assert {at: value for at, value in values(book).items() if at[1] not in {4, 5}} == beside
    assert told == TakenBack(2 * len(NAMES))


def test_only_what_was_changed_is_told(excel, book):
    """A square that held the same already was not taken back."""
    excel.host(book.name).apply(Writes((Write(Place(SHEET, 3, 4), "cũ An", "thử"), Write(Place(SHEET, 4, 4), "mới", "thử"))))

    assert excel.host(book.name).undo() == TakenBack(1)


def test_a_deleted_row_stops_it(excel, book):
    """Which row it was is said; the others are not touched either."""
    excel.host(book.name).apply(results())
    sheet = sheet_of(book, SHEET)
    sheet.move_rows(8, -1)
    held = values(book)

    with pytest.raises(ChangedMeanwhile) as told:
        excel.host(book.name).undo()

    assert told.value.message.startswith(f"Chưa hoàn tác gì: không tìm thấy lại dòng 7 của sheet «{SHEET}»")
    assert values(book) == held


def test_a_result_changed_and_sorted_is_named_where_it_is_now(excel, book):
    """The person's own word in a square of ours."""
    excel.host(book.name).apply(results())
    sheet = sheet_of(book, SHEET)
    sheet.type_in(5, 4, "tự sửa")
    by_team(sheet)
    row = next(row for row in range(FIRST, LAST + 1) if sheet.square(row, 1).value == "Châu")

    with pytest.raises(ChangedMeanwhile) as told:
        excel.host(book.name).undo()

    assert told.value.message == f"Chưa hoàn tác gì: '{SHEET}'!D{row} đã được sửa sau lần ghi của Sổ Chi bộ."
    assert by_name(sheet)["An"] == wanted("An")


def test_two_rows_alike_are_not_guessed(excel, book):
    """The person copied a row elsewhere and emptied the first: which is meant nobody knows."""
    excel.host(book.name).apply(results(rows=[5]))
    sheet = sheet_of(book, SHEET)
    for row in (20, 21):
        for column in range(1, 6):
            sheet.type_in(row, column, sheet.square(5, column).value)
    for column in range(1, 6):
        sheet.type_in(5, column, None)

    with pytest.raises(ChangedMeanwhile) as told:
        excel.host(book.name).undo()

    assert "dòng 5 của sheet" in told.value.message


def test_added_rows_go_where_rows_were_put_in_above(excel, book):
    """Together below the row they were added to."""
    excel.host(book.name).apply(added("Quân", "Sơn"))
    sheet = sheet_of(book, SHEET)
    rows_put_in_above(sheet)

    excel.host(book.name).undo()

    assert sheet.square(LAST + 2, 1).value == "Phúc"
    assert {at: value for at, value in values(book).items() if at[0] > LAST + 2} == {}


def test_an_added_row_that_excel_filled_formulas_into_is_known(excel, book):
    """As a table does in a new row; they are nobody's work."""
    sheet = sheet_of(book, SHEET)
    excel.host(book.name).apply(added("Quân"))
    for column in (3, 5, 6, 7, 8):
        sheet.type_in(LAST + 1, column, "=1+1")

    excel.host(book.name).undo()

    assert [sheet.square(LAST + 1, column).value for column in (1, 2, 4)] == [None, None, None]


def test_a_row_of_totals_is_not_taken_for_a_deleted_row(excel, book):
    """Formulas in every square are like nothing."""
    sheet = sheet_of(book, SHEET)
    for column in range(1, 6):
        sheet.type_in(LAST + 1, column, f"=COUNTA({column})")
    excel.host(book.name).apply(results(rows=[LAST]))
    sheet.move_rows(LAST + 1, -1)

    with pytest.raises(ChangedMeanwhile) as told:
        excel.host(book.name).undo()

    assert f"không tìm thấy lại dòng {LAST} của sheet" in told.value.message


def test_added_rows_sorted_among_the_old_ones_stop_it(excel, book):
    """Emptied they would leave holes."""
    excel.host(book.name).apply(added("Bùi"))
    sheet_of(book, SHEET).sort(1, FIRST, LAST + 1)
    held = values(book)

    with pytest.raises(ChangedMeanwhile) as told:
        excel.host(book.name).undo()

    assert told.value.message == (
        f"Chưa hoàn tác gì: dòng 5 của sheet «{SHEET}» mới thêm đã bị sắp xếp lẫn vào các dòng cũ, hãy xoá tay."
    )
    assert values(book) == held


def test_rows_put_in_are_taken_out_where_they_are_now(excel, tmp_path):
    """A person put two rows in above; nothing else goes."""
    book = excel.open(roomy_book(tmp_path / "xl.xlsx"))
    sheet = sheet_of(book, "XL 2025")
    excel.host(book.name).apply(Writes(appends=(RowAppend("XL 2025", LAST_RECORD, ((2, "Năm"), (4, 30)), "thử", makes_room=True),)))
    sheet.move_rows(2, 2)

    excel.host(book.name).undo()

    assert [sheet.square(row, 2).value for row in range(LAST_RECORD + 1, LAST_RECORD + 4)] == ["Giàng A Ba", "Sầm Thị Bốn", "Tổng cộng"]


def test_a_program_ended_before_its_rows_came_in_takes_out_no_row_of_others(excel, tmp_path, monkeypatch):
    """The record is there, the rows are not: the rows around say so."""

    class Ended(BaseException):
        """As a process that is ended."""

    def end(*_):
        raise Ended

    book = excel.open(roomy_book(tmp_path / "xl.xlsx"))
    sheet = sheet_of(book, "XL 2025")
    sheet.type_in(8, 2, None)
    before = values(book, "XL 2025")
    monkeypatch.setattr("addin.hosts.excel.applying.put_in", end)
    with pytest.raises(Ended):
        excel.host(book.name).apply(Writes(appends=(RowAppend("XL 2025", LAST_RECORD, ((2, "Năm"),), "thử", makes_room=True),)))
    monkeypatch.undo()

    excel.host(book.name).undo()

    assert values(book, "XL 2025") == before


def test_notes_of_before_go_back_to_their_rows(excel, book):
    """Each where its row is now; one whose row is gone is told of."""
    host = excel.host(book.name)
    host.apply(Writes(notes=(Note(Place(SHEET, 4, 1), "một"), Note(Place(SHEET, 5, 1), "hai"))))
    host.apply(Writes(notes=(Note(Place(SHEET, 6, 1), "ba"),)))
    sheet = sheet_of(book, SHEET)
    sheet.move_rows(6, -1)
    by_team(sheet)

    told = excel.host(book.name).undo()

    row = next(row for row in range(FIRST, LAST) if sheet.square(row, 1).value == "Bình")
    assert sheet.notes == {(row, 1): "Sổ Chi bộ:\nmột"}
    assert told == TakenBack(0, (), has_notes=True, remarks=("1 ghi chú cũ của Sổ Chi bộ không đặt lại được.",))


def test_a_table_of_another_size_stops_it(excel, book):
    """A person made it longer since."""
    sheet = sheet_of(book, SHEET)
    sheet.tables["ds"] = (2, 1, LAST, 5)
    excel.host(book.name).apply(added("Quân"))
    assert sheet.tables["ds"] == (2, 1, LAST + 1, 5)
    sheet.tables["ds"] = (2, 1, LAST + 4, 5)

    with pytest.raises(ChangedMeanwhile) as told:
        excel.host(book.name).undo()

    assert "bảng ds đã được sửa" in told.value.message


def test_a_sheet_of_ours_a_person_wrote_on_stops_it(excel, book):
    """Sorting it does not, a word beside does."""
    excel.host(book.name).apply(Writes(sheets=(SheetReplace("Lỗi dữ liệu", (("STT",), (1,), (2,))),)))
    sheet_of(book, "Lỗi dữ liệu").type_in(2, 3, "đã hỏi")

    with pytest.raises(ChangedMeanwhile):
        excel.host(book.name).undo()


@pytest.mark.parametrize(
    ("shut", "reason"),
    [
        (lambda book: setattr(sheet_of(book, SHEET), "protected", True), f"'{SHEET}'!D3: ô này bị khoá vì trang tính đang được bảo vệ."),
        (lambda book: setattr(sheet_of(book, "Lỗi dữ liệu"), "protected", True), "'Lỗi dữ liệu': trang tính này đang được bảo vệ."),
        (lambda book: setattr(book, "structure_locked", True), "'Lỗi dữ liệu': cấu trúc sổ đang khoá nên không bỏ trang tính được."),
    ],
    ids=["its sheet", "the sheet of ours", "the workbook"],
)
def test_what_was_protected_since_stops_it_before_anything_is_touched(excel, book, shut, reason):
    """And taken off, it is taken back."""
    excel.host(book.name).apply(Writes(results().squares, (), (SheetReplace("Lỗi dữ liệu", (("STT",), (1,))),)))
    shut(book)
    held = values(book)

    with pytest.raises(RefusedWrite) as told:
        excel.host(book.name).undo()

    assert told.value.message == f"Không ghi vào {reason} Chưa có gì thay đổi."
    assert values(book) == held
    book.structure_locked = False
    for sheet in book.sheets:
        sheet.protected = False
    excel.host(book.name).undo()
    assert by_name(sheet_of(book, SHEET)) == {name: old(name) for name in NAMES}
