"""What only an open workbook can show: faults in the middle, another workbook in front, state given back."""

from __future__ import annotations

from datetime import datetime

import pytest

from addin.core.places import Place
from addin.core.writes import Note, Writes
from addin.errors import CannotRead, CannotWrite, RefusedWrite
from addin.hosts.closed.book import ClosedBook
from addin.hosts.closed.patch.notes.comments import HEADING
from addin.hosts.marks import NOTE_MARK
from tests.hosts.contract.workbook import contract_workbook
from tests.hosts.memory_engine.changes import CHANGES, NAME, sheet_of, values, write
from tests.hosts.memory_engine.excel import PID


def test_another_workbook_in_front_does_not_matter(excel, book, tmp_path):
    """The workbook is found by Excel and name; the one in front stays as it was and in front."""
    other = excel.open(contract_workbook(tmp_path / "Sổ khác.xlsx"))
    before = values(other)

    excel.host(NAME).apply(CHANGES)

    assert values(book)[5, 1] == "mới"
    assert values(other) == before
    assert excel.app().excel.front is other
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
