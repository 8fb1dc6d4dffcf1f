"""An Excel that is busy, that refuses a setting, that saves by itself; selections of many areas; squares that are a formula's."""

from __future__ import annotations

import pytest
import xlsxwriter

from addin.core.places import Place
from addin.core.writes import Note, SheetReplace, Writes
from addin.errors import CannotRead, CannotWrite, RefusedWrite
from addin.hosts.excel.book import ExcelBook
from addin.hosts.live import Selected
from tests.hosts.contract.workbook import contract_workbook
from tests.hosts.excel.watch import Watch
from tests.hosts.excel_model.served import _member
from tests.hosts.memory_engine import lists
from tests.hosts.memory_engine.changes import CHANGES, sheet_of, values, write
from tests.hosts.memory_engine.excel import PID
from tests.hosts.memory_engine.lists import LAST, NAMES, SHEET, by_name, old, results, wanted

SETTINGS = {"ScreenUpdating": True, "EnableEvents": True, "DisplayAlerts": True, "Calculation": -4105}
WAITING = "Excel đang chờ nhập ô hoặc đang mở một hộp thoại nên chưa làm được việc này trên sổ «ds.xlsx»."


@pytest.fixture
def watch():
    return Watch()


@pytest.fixture
def book(excel, tmp_path):
    return excel.open(lists.list_book(tmp_path / "ds.xlsx"))


@pytest.fixture
def patient(excel, book, watch):
    """The host with a clock that only waiting moves."""
    return ExcelBook.named(book.name, PID, excel.shelf, watch.patience(5.0))


@pytest.mark.parametrize("refusals", [1, 7, 20])
def test_a_person_who_types_for_a_moment_is_waited_for(excel, book, patient, watch, refusals):
    """At the first setting, and again and again while we write; nothing is lost and nothing told."""
    excel.app().excel.edited_for = refusals

    def typing_again(_model, _target):
        excel.app().excel.edited_for = 0 if watch.slept and len(watch.slept) > 3 * refusals else 2

    book.before_write = typing_again
    patient.apply(results())

    assert by_name(sheet_of(book, SHEET)) == {name: wanted(name) for name in NAMES}
    assert watch.slept
    assert excel.app().excel.settings == SETTINGS


def test_a_person_who_goes_on_typing_is_told_of(excel, book, patient, watch):
    """At the deadline; nothing was written."""
    excel.app().excel.is_edited = True

    with pytest.raises(CannotWrite) as told:
        patient.apply(results())

    assert told.value.message == WAITING
    assert 5.0 <= watch.now - 100.0 <= 40.0
    assert by_name(sheet_of(book, SHEET)) == {name: old(name) for name in NAMES}


@pytest.mark.parametrize(("what", "so"), [("is_edited", True), ("rejecting_for", 10**9)])
def test_typing_that_begins_half_way_leaves_the_undo_button_a_record(excel, book, patient, what, so):
    """Or a dialog: what was written could not be taken back then; it is said, and taken back at the next click."""
    book.before_write = lambda model, target: target.corners[0] == LAST and setattr(excel.app().excel, what, so)
    sheet_of(book, SHEET).hidden_rows = {4}

    with pytest.raises(CannotWrite) as told:
        patient.apply(results())
    half = values(book)
    book.before_write = None
    setattr(excel.app().excel, what, False)
    excel.app().excel.settings.update(SETTINGS)
    excel.host(book.name).undo()

    assert told.value.message == "Excel dừng giữa chừng và chưa trả lại hết các ô như trước."
    assert half[3, 4] == "mới An"
    assert by_name(sheet_of(book, SHEET)) == {name: old(name) for name in NAMES}


def test_a_dialog_while_the_workbook_is_looked_for(excel, book, watch, monkeypatch):
    """Finding it has the same patience."""
    books = type(excel.app()).books
    answers = iter([True, True, False])

    def busy(app):
        if next(answers, False):
            raise Busy
        return books.fget(app)

    class Busy(Exception):
        hresult = -2147418111

    monkeypatch.setattr(type(excel.app()), "books", property(busy))

    assert ExcelBook.named(book.name, PID, excel.shelf, watch.patience()).name == book.name
    assert len(watch.slept) == 2


@pytest.mark.parametrize("stubborn", ["ScreenUpdating", "EnableEvents", "Calculation"])
def test_each_setting_comes_back_by_itself(excel, book, stubborn):
    """One that Excel does not take back does not keep the others; it is told how to put it right."""
    running = excel.app().excel
    book.before_write = lambda model, target: running.refused_settings.add(stubborn)
    host = excel.host(book.name)

    host.apply(results())

    left = {name: value for name, value in running.settings.items() if value != SETTINGS[name]}
    assert list(left) == [stubborn]
    assert len(host.remarks) == 1
    assert by_name(sheet_of(book, SHEET)) == {name: wanted(name) for name in NAMES}


@pytest.mark.parametrize("stubborn", ["ScreenUpdating", "EnableEvents", "Calculation"])
def test_a_setting_excel_does_not_let_change_stops_nothing(excel, book, stubborn):
    """Recalculation cannot be set in some views: the work goes on without."""
    excel.app().excel.refused_settings = {stubborn}
    host = excel.host(book.name)

    host.apply(results())

    assert excel.app().excel.settings == SETTINGS
    assert host.remarks == ()


def test_alerts_are_never_touched(excel, book):
    """Excel leaves them off when a program of another process ends: it would close workbooks without asking to save."""
    excel.app().excel.refused_settings = {"DisplayAlerts"}

    excel.host(book.name).apply(Writes(results().squares, (), (SheetReplace("Lỗi dữ liệu", (("STT",),)),)))
    excel.host(book.name).undo()

    assert by_name(sheet_of(book, SHEET)) == {name: old(name) for name in NAMES}


def test_a_selection_of_many_areas_is_whole(excel, tmp_path):
    """44 rows picked one by one: an address holds 255 characters and drops the rest without a word."""
    path = tmp_path / "chọn.xlsx"
    with xlsxwriter.Workbook(str(path)) as file:
        file.add_worksheet("Kiểm tra").write_column("A1", range(200))
    book = excel.open(path)
    rows = tuple(range(101, 189, 2))
    book.selection, book.other_areas = (101, 1, 101, 9), "".join(f",$A${row}:$I${row}" for row in rows[1:])

    assert len(rows) == 44
    assert excel.host(path.name).selection() == Selected("Kiểm tra", rows, Place("Kiểm tra", 101, 1))


@pytest.mark.parametrize(("saves_itself", "is_so"), [(None, False), (False, False), (True, True)])
def test_a_workbook_that_saves_itself_is_known(excel, book, saves_itself, is_so):
    """On the web, with AutoSave on; one on a drive has none and refuses the question."""
    book.saves_itself = saves_itself

    assert excel.host(book.name).saves_itself is is_so


def test_a_conversation_takes_no_note_and_the_rest_goes_on(excel, book):
    """A threaded comment: its square is counted as left out, the other notes stand."""
    sheet_of(book, SHEET).threads = {(4, 1)}
    host = excel.host(book.name)

    host.apply(Writes(notes=tuple(Note(Place(SHEET, row, 1), f"dòng {row}") for row in (3, 4, 5))))

    assert sorted(sheet_of(book, SHEET).notes) == [(3, 1), (5, 1)]
    assert host.remarks == ("1 ô không thêm được ghi chú (đã có ghi chú hay trao đổi khác, hoặc sheet được bảo vệ).",)


def test_a_workbook_closed_while_notes_are_added_is_told_of(excel, book):
    """What is gone does not count as a square that refuses."""
    threads = sheet_of(book, SHEET).threads
    host = excel.host(book.name)
    host.grids()

    class Closing(set):
        def __contains__(self, at):
            book.closed = True
            return True

    sheet_of(book, SHEET).threads = Closing(threads)
    with pytest.raises(CannotWrite) as told:
        host.apply(Writes(notes=(Note(Place(SHEET, 3, 1), "một"),)))

    assert "đã bị đóng" in told.value.message


def test_a_square_that_a_formula_spills_into_is_refused(excel, tmp_path):
    """Also where Excel says so of a part of the block only."""
    book = excel.open(contract_workbook(tmp_path / "tràn.xlsx"))
    sheet_of(book, "Danh sách").spilled = {(5, 3)}
    before = values(book)

    with pytest.raises(RefusedWrite) as told:
        excel.host(book.name).apply(Writes((write("A5", "mới"), write("B5", "mới"), write("C5", 7))))

    assert told.value.message == (
        "Không ghi vào 'Danh sách'!C5: ô này thuộc vùng kết quả của một công thức mảng hoặc bảng dữ liệu (What-If). Chưa có gì thay đổi."
    )
    assert values(book) == before


def test_an_excel_that_knows_no_spilling_is_written(excel, tmp_path, monkeypatch):
    """Before 2021: the member is not there."""
    book = excel.open(contract_workbook(tmp_path / "cũ.xlsx"))
    monkeypatch.delattr("tests.hosts.excel_model.ranges.Range.get_HasSpill")
    _member.cache_clear()

    excel.host(book.name).apply(CHANGES)

    assert values(book)[5, 1] == "mới"


def test_reading_waits_too(excel, book, patient, watch):
    """A dialog is open for a moment; every call is turned down."""
    excel.app().excel.rejecting_for = 7

    (grid, _) = patient.grids()

    assert grid.at(3, 1) == "An"
    assert len(watch.slept) == 7


def test_reading_ends_at_the_deadline(excel, book, patient, watch):
    """Told as reading."""
    excel.app().excel.rejecting_for = 10_000

    with pytest.raises(CannotRead) as told:
        patient.grids()

    assert told.value.message == WAITING
    assert 5.0 <= watch.now - 100.0 <= 5.25


def test_a_person_who_types_all_the_while_and_a_findings_sheet_from_before(excel, book, patient, watch):
    """Nothing was reached, so nothing has to go back: what is said is that Excel waits, not that it stopped half way."""
    first = SheetReplace("Lỗi dữ liệu", (("STT", "Nội dung"), (1, "cũ")), (6, 30))
    again = SheetReplace("Lỗi dữ liệu", (("STT", "Nội dung"), (1, "mới"), (2, "nữa")), (6, 30))
    excel.host(book.name).apply(Writes((), (), (first,), (Note(Place(SHEET, 3, 1), "cũ"),)))
    before = values(book)
    excel.app().excel.is_edited = True

    with pytest.raises(CannotWrite) as told:
        patient.apply(Writes((), (), (again,), (Note(Place(SHEET, 3, 1), "mới"),)))
    excel.app().excel.is_edited = False

    assert told.value.message == WAITING
    assert values(book) == before


def test_a_person_who_types_all_the_while_and_no_findings_sheet_yet(excel, book, patient, watch):
    """While a square is edited Excel adds no sheet either: none is left behind."""
    before = values(book)
    excel.app().excel.is_edited = True

    with pytest.raises(CannotWrite) as told:
        patient.apply(Writes((), (), (SheetReplace("Lỗi dữ liệu", (("STT", "Nội dung"), (1, "mới")), (6, 30)),)))
    excel.app().excel.is_edited = False

    assert told.value.message == WAITING
    assert values(book) == before
