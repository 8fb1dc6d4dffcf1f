"""Taking our last write in an open workbook back, and what a person changed meanwhile."""

from __future__ import annotations

import stat

import pytest
import xlsxwriter

from addin.core.writes import RowAppend, SheetReplace, Writes
from addin.errors import CannotWrite, ChangedMeanwhile, RefusedWrite
from addin.hosts.excel.taking_back import Record, Shelf, SquareBefore
from addin.hosts.live import TakenBack
from tests.hosts.memory_engine.changes import CHANGES, NAME, sheet_of, values, write
from tests.hosts.memory_engine.excel import PID


def test_what_goes_wrong_half_way_is_taken_back(excel, book):
    """The third write fails: the first two are undone, formats too, and no sheet of ours is left."""
    before, formats = values(book), sheet_of(book, "Danh sách").square(5, 3).number_format
    writes = []

    def fail(model, target):
        writes.append(target)
        if len(writes) == 3:
            raise RefusedWrite("giả", "giả")

    book.before_write = fail
    with pytest.raises(RefusedWrite):
        excel.host(NAME).apply(CHANGES)

    assert values(book) == before
    assert sheet_of(book, "Danh sách").square(5, 3).number_format == formats
    assert [sheet.name for sheet in book.sheets] == ["Danh sách", "Khoá", "Ẩn"]
    assert not sheet_of(book, "Danh sách").notes


def test_undo_takes_everything_back(excel, book):
    """Squares, formats, added rows, our sheet and our notes; a new host, as after a new click."""
    before = values(book)
    excel.host(NAME).apply(CHANGES)
    changed = values(book)

    told = excel.host(NAME).undo()

    assert changed != before
    assert values(book) == before
    assert [sheet.name for sheet in book.sheets] == ["Danh sách", "Khoá", "Ẩn"]
    assert not sheet_of(book, "Danh sách").notes
    assert told == TakenBack(4, ("Lỗi dữ liệu",), has_notes=True)


def test_undo_brings_an_earlier_sheet_of_ours_back(excel, book):
    """With its formulas."""
    first = SheetReplace("Giới hạn", (("Số",), (2,), ("=A2*2",)), formulas=True)
    excel.host(NAME).apply(Writes(sheets=(first,)))
    excel.host(NAME).apply(Writes(sheets=(SheetReplace("Giới hạn", (("Khác",),)),)))

    excel.host(NAME).undo()

    squares = sheet_of(book, "Giới hạn").squares
    assert squares[2, 1].value == 2
    assert squares[3, 1].formula == "=A2*2"


def test_undo_leaves_what_a_person_changed_since(excel, book):
    """Nothing is taken back, and the square is named."""
    excel.host(NAME).apply(CHANGES)
    sheet_of(book, "Danh sách").type_in(5, 1, "tự sửa")
    held = values(book)

    with pytest.raises(ChangedMeanwhile) as told:
        excel.host(NAME).undo()

    assert told.value.message == "Chưa hoàn tác gì: 'Danh sách'!A5 đã được sửa sau lần ghi của Sổ Chi bộ."
    assert values(book) == held


def test_undo_after_the_program_was_ended_half_way(excel, book):
    """The record is kept before anything is touched: what was reached is taken back, the rest was never changed."""
    before = values(book)

    class Ended(BaseException):
        """As a process that is ended: nothing of ours runs any more."""

    def end(model, target):
        if target.corners[:2] == (5, 3):
            raise Ended

    book.before_write = end
    with pytest.raises(Ended):
        excel.host(NAME).apply(Writes((write("A5", "mới"), write("C5", 7))))
    book.before_write = None
    half = values(book)

    excel.host(NAME).undo()

    assert half != before
    assert values(book) == before


def test_nothing_to_undo_is_said(excel, book):
    """A refusal before writing leaves no record, and keeps the one before."""
    with pytest.raises(CannotWrite) as told:
        excel.host(NAME).undo()

    assert told.value.message == f"Không có lần ghi nào của Sổ Chi bộ vào «{NAME}» để hoàn tác."


def test_a_square_edited_between_reading_and_writing_is_not_written(excel, book):
    """Somebody's edit wins; nothing is written."""
    host = excel.host(NAME)
    host.grids()
    sheet_of(book, "Danh sách").type_in(5, 1, "vừa sửa")

    with pytest.raises(ChangedMeanwhile) as told:
        host.apply(Writes((write("C5", 1), write("A5", "của ta"))))

    assert told.value.message == "Ô 'Danh sách'!A5 đã đổi sau khi chương trình đọc sổ; chưa ghi gì."
    assert values(book)[5, 3] == 43711


@pytest.mark.posix
def test_the_record_for_undo_is_private_and_dies_with_excel(excel, book, tmp_path):
    """Readable for this user only; wiped for every Excel that is gone."""
    excel.host(NAME).apply(CHANGES)
    (record,) = (tmp_path / "hoan-tac").iterdir()

    mode = stat.S_IMODE(record.stat().st_mode)
    excel.shelf.clear(keeping=frozenset({PID}))
    kept = record.exists()
    excel.shelf.clear()

    assert mode == 0o600
    assert NAME not in record.name
    assert kept
    assert not record.exists()


def test_a_value_against_its_rule_is_taken_back(excel, tmp_path):
    """Excel lets a program pass its data validation by; we do not."""
    path = tmp_path / "Luật.xlsx"
    with xlsxwriter.Workbook(str(path)) as file:
        sheet = file.add_worksheet("Bảng")
        sheet.write("A1", "Tốt")
        sheet.data_validation("A1:A5", {"validate": "list", "source": ["Tốt", "Kém"]})
    book = excel.open(path)

    with pytest.raises(RefusedWrite) as told:
        excel.host(path.name).apply(Writes((write("A1", "Kém", "Bảng"), write("A2", "Tuyệt", "Bảng"))))

    assert "'Bảng'!A2: giá trị «Tuyệt» trái điều kiện nhập của ô" in told.value.message
    assert values(book, "Bảng") == {(1, 1): "Tốt"}


def test_an_excel_table_grows_with_its_rows_and_shrinks_with_undo(excel, tmp_path):
    """A row added right below a table belongs to it."""
    path = tmp_path / "Bảng.xlsx"
    with xlsxwriter.Workbook(str(path)) as file:
        sheet = file.add_worksheet("Bảng")
        sheet.add_table("A1:B3", {"name": "ds", "columns": [{"header": "Tên"}, {"header": "Số"}]})
        sheet.write_row("A2", ["Một", 1])
        sheet.write_row("A3", ["Hai", 2])
    book = excel.open(path)

    excel.host(path.name).apply(Writes(appends=(RowAppend("Bảng", 3, ((1, "Ba"),), "thử"),)))
    grown = dict(sheet_of(book, "Bảng").tables)
    excel.host(path.name).undo()

    assert grown == {"ds": (1, 1, 4, 2)}
    assert sheet_of(book, "Bảng").tables == {"ds": (1, 1, 3, 2)}


def test_the_newest_record_counts_where_the_program_was_ended_between_two(tmp_path, monkeypatch):
    """The old record stayed beside the new one: the new one is found, and forgetting forgets both."""
    shelf = Shelf(tmp_path)
    monkeypatch.setattr("addin.hosts.excel.taking_back._take_away", lambda paths: None)
    for number in range(11):
        shelf.keep(PID, NAME, Record((SquareBefore("Danh sách", 1, 1, None, number),)))
    monkeypatch.undo()

    found = shelf.find(PID, NAME)
    shelf.forget(PID, NAME)

    assert found.squares[0].after == 10
    assert shelf.find(PID, NAME) is None
    assert not list(tmp_path.iterdir())
