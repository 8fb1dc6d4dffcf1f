"""What only an open workbook can show: faults in the middle, another workbook in front, state given back, undo."""

from __future__ import annotations

import atexit
import json
import stat
import subprocess
import sys
import types
from datetime import date, datetime

import pytest
import xlsxwriter

from addin.core.grids import SquareError
from addin.core.places import Place
from addin.core.writes import Note, RowAppend, SheetReplace, Write, Writes
from addin.errors import CannotRead, CannotWrite, ChangedMeanwhile, RefusedWrite
from addin.hosts.closed.book import ClosedBook
from addin.hosts.closed.notes_comments import HEADING
from addin.hosts.excel.faults import tame_xlwings
from addin.hosts.excel.values import raw_of
from addin.hosts.live import Selected
from addin.hosts.marks import NOTE_MARK
from tests.hosts.contract.workbook import contract_workbook
from tests.hosts.memory_engine.excel import PID, memory_excel

NAME = 'Sổ "A" = 1.xlsx'


@pytest.fixture
def excel(tmp_path):
    with memory_excel(tmp_path) as running:
        yield running


@pytest.fixture
def book(excel, tmp_path):
    """The open workbook's model."""
    return excel.open(contract_workbook(tmp_path / NAME))


def write(cell, value, sheet="Danh sách"):
    return Write(Place.at(sheet, cell), value, "thử")


def values(book, name="Danh sách"):
    return {at: square.value for at, square in sheet_of(book, name).squares.items() if square.value is not None}


def sheet_of(book, name):
    return next(sheet for sheet in book.sheets if sheet.name == name)


CHANGES = Writes(
    (write("A5", "mới"), write("C5", date(2024, 2, 29))),
    (RowAppend("Danh sách", 5, ((1, "Thêm"), (2, date(2025, 1, 2))), "thử"),),
    (SheetReplace("Lỗi dữ liệu", (("STT",), (1,)), (6,)),),
    (Note(Place.at("Danh sách", "A3"), "Sai ngày"),),
)


def test_another_workbook_in_front_does_not_matter(excel, book, tmp_path):
    """The workbook is found by Excel and name; the one in front stays as it was and in front."""
    other = excel.open(contract_workbook(tmp_path / "Sổ khác.xlsx"))
    before = values(other)

    excel.host(NAME).apply(CHANGES)

    assert values(book)[5, 1] == "mới"
    assert values(other) == before
    assert excel.app().front is other
    assert book.active.name == "Danh sách"


def test_two_excels_at_once_each_get_their_own(excel, tmp_path):
    """The same name in two Excels: the process tells them apart."""
    first = excel.open(contract_workbook(tmp_path / NAME))
    second = excel.open(contract_workbook(tmp_path / NAME), pid=77)

    excel.host(NAME, 77).apply(Writes((write("A5", "thứ hai"),)))

    assert values(second)[5, 1] == "thứ hai"
    assert values(first)[5, 1] == "0012"


def test_excel_gets_its_state_back_and_is_never_saved(excel, book):
    """Calculation, redrawing, events and alerts are as they were; nothing was saved."""
    app = excel.app()
    app.calculation = "semiautomatic"

    excel.host(NAME).apply(CHANGES)

    assert (app.calculation, app.screen_updating, app.enable_events, app.display_alerts) == ("semiautomatic", True, True, True)
    assert book.saves == 0


def test_state_comes_back_after_a_fault_too(excel, book):
    """A workbook closed while we write: a clear message, Excel's state restored."""

    def close(model, _target):
        model.closed = True

    book.before_write = close
    with pytest.raises(CannotWrite) as told:
        excel.host(NAME).apply(CHANGES)

    assert told.value.message == f"Sổ «{NAME}» đã bị đóng trong khi chương trình đang làm."
    assert told.value.fix == "Mở lại sổ, xem dữ liệu còn đúng không, rồi bấm lại nút."
    assert excel.app().calculation == "automatic"


def test_closed_before_reading_is_said(excel, book):
    """A job that finds its workbook gone says which."""
    host = excel.host(NAME)
    book.closed = True

    with pytest.raises(CannotRead) as told:
        host.grids()

    assert told.value.message == f"Sổ «{NAME}» đã bị đóng trong khi chương trình đang làm."


@pytest.mark.parametrize(
    ("name", "pid", "message"),
    [
        ("Không có.xlsx", PID, "Sổ «Không có.xlsx» không còn mở trong Excel."),
        ("", PID, "Chưa có sổ nào đang mở để làm việc."),
        (NAME, 99, "Không nối được với Excel đang chạy."),
    ],
)
def test_a_workbook_that_is_not_there_is_said(excel, book, name, pid, message):
    """Closed, none at all, Excel gone."""
    with pytest.raises(CannotRead) as told:
        excel.host(name, pid)

    assert told.value.message == message


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
    assert told == f"Đã hoàn tác lần ghi gần nhất vào sổ «{NAME}»: 4 ô, sheet “Lỗi dữ liệu”."


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
        if target.row == 5 and target.column == 3:
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


def test_peoples_notes_stay(excel, book):
    """Ours come and go, theirs stay, also where both would want the square."""
    notes = sheet_of(book, "Danh sách").notes
    notes[3, 1] = "Hỏi lại đồng chí thư ký"
    host = excel.host(NAME)

    host.apply(Writes(notes=(Note(Place.at("Danh sách", "A3"), "một"), Note(Place.at("Danh sách", "A4"), "hai"))))
    both = dict(notes)
    host.apply(Writes(notes=()))

    assert both == {(3, 1): "Hỏi lại đồng chí thư ký", (4, 1): "Sổ Chi bộ:\nhai"}
    assert notes == {(3, 1): "Hỏi lại đồng chí thư ký"}


def test_notes_of_a_closed_file_are_ours_in_excel_too(excel, tmp_path):
    """Marked at the command line, opened in Excel, checked again: no note stands twice or stays."""
    path = contract_workbook(tmp_path / NAME)
    closed = ClosedBook(path, now=datetime(2026, 1, 5))
    closed.apply(Writes(notes=(Note(Place.at("Danh sách", "A3"), "Sai ngày"),)))
    book = excel.open(path)
    before = dict(sheet_of(book, "Danh sách").notes)

    excel.host(NAME).apply(Writes(notes=()))

    assert list(before) == [(3, 1)]
    assert NOTE_MARK == HEADING
    assert sheet_of(book, "Danh sách").notes == {}


def test_a_locked_structure_takes_no_new_sheet(excel, book):
    """Said before anything is written."""
    book.structure_locked = True
    before = values(book)

    with pytest.raises(RefusedWrite) as told:
        excel.host(NAME).apply(CHANGES)

    assert "cấu trúc sổ đang khoá nên không thêm trang tính được" in told.value.message
    assert values(book) == before


def test_selection_is_rows_people_see(excel, book):
    """Several areas; hidden rows between them were not meant; whole columns end with the used rows."""
    book.selection, book.other_areas = (3, 1, 5, 2), ",$A$5"
    few = excel.host(NAME).selection()
    book.selection, book.other_areas = (1, 2, 1_048_576, 2), ""
    column = excel.host(NAME).selection()

    assert few == Selected("Danh sách", (3, 5), Place("Danh sách", 3, 1))
    assert column == Selected("Danh sách", (1, 2, 3, 5), Place("Danh sách", 1, 2))


def test_selection_in_another_workbook_is_none(excel, book, tmp_path):
    """Rows of another workbook are never taken for ours."""
    excel.open(contract_workbook(tmp_path / "Sổ khác.xlsx"))

    assert excel.host(NAME).selection() is None


def test_the_cursor_goes_to_a_square_and_not_to_a_hidden_sheet(excel, book):
    """A hidden sheet is named instead."""
    host = excel.host(NAME)
    host.select(Place.at("Khoá", "B1"))
    with pytest.raises(CannotRead) as told:
        host.select(Place.at("Ẩn", "A1"))

    assert (book.active.name, book.selection) == ("Khoá", (1, 2, 1, 2))
    assert told.value.message == "Sheet «Ẩn» đang ẩn nên không đến ô A1 được."


def test_folder_of_a_saved_a_new_and_a_web_workbook(excel, book, tmp_path):
    """Papers need a folder; a new workbook and one on the web have none here."""
    found = [excel.host(NAME).folder]
    for folder in ("", "https://cơ-quan.sharepoint.com/sổ"):
        book.folder = folder
        found.append(excel.host(NAME).folder)

    assert found == [tmp_path, None, None]


def test_progress_stands_in_the_status_bar_and_goes(excel, book):
    """And says whose it is."""
    host = excel.host(NAME)
    host.progress("đang đọc sổ")
    shown = excel.app().status_bar
    host.progress(None)

    assert shown == "Sổ Chi bộ: đang đọc sổ…"
    assert excel.app().status_bar is False


def test_legacy_fonts_are_seen_where_text_is_odd(excel, tmp_path):
    """A TCVN3 name in .VnTime; a sheet of Unicode text asks for no fonts at all."""
    path = tmp_path / "Cũ.xlsx"
    with xlsxwriter.Workbook(str(path)) as file:
        old = file.add_format({"font_name": ".VnTime"})
        sheet = file.add_worksheet("Cũ")
        sheet.write("A1", "Họ tên")
        sheet.write("A2", "NguyÔn V¨n Tó", old)
        file.add_worksheet("Mới").write("A1", "Nguyễn Văn Tú", old)
    excel.open(path)

    grids = {grid.sheet: grid for grid in excel.host(path.name).grids()}

    assert ".VnTime" in grids["Cũ"].fonts[1]
    assert grids["Mới"].fonts == {}


@pytest.mark.parametrize(
    ("delivered", "raw"),
    [
        (-2146826246, SquareError("#N/A")),
        (-2146826243, SquareError("#SPILL!")),
        (-2146826200, SquareError("#ERROR!")),
        (2019.0, 2019.0),
        ("#N/A", "#N/A"),
        ("", None),
        (True, True),
    ],
)
def test_errors_are_told_from_numbers_and_text(delivered, raw):
    """COM hands an error over as a whole number, numbers as floats, also codes xlwings does not know."""
    assert raw_of(delivered) == raw


def test_xlwings_must_not_end_other_excels(monkeypatch):
    """Its own clean-up at exit ends every Excel it cannot see; it is taken out, and endless repeating limited."""
    unregistered = []
    windows = types.ModuleType("xlwings._xlwindows")
    windows.cleanup = lambda: None
    windows.N_COM_ATTEMPTS = 0
    monkeypatch.setitem(sys.modules, "xlwings._xlwindows", windows)
    monkeypatch.setattr(atexit, "unregister", unregistered.append)

    tame_xlwings()

    assert windows.N_COM_ATTEMPTS == 400
    assert unregistered == [windows.cleanup]


def test_only_the_excel_host_loads_xlwings():
    """The command line, the ribbon's door and the resident's door start without it."""
    program = (
        "import sys, json, addin.cli, addin.ribbon, addin.resident.door, addin.resident.serving, addin.clicks.click; "
        "print(json.dumps(sorted(name for name in ('xlwings', 'openpyxl', 'pandas', 'numpy') if name in sys.modules)))"
    )

    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert json.loads(ran.stdout) == []
