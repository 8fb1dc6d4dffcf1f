"""Faults in the middle of a button, in an Excel in memory: a clear message, and the workbook as it was."""

from __future__ import annotations

import shutil

import pytest

from addin.clicks.click import Click
from addin.ribbon import press
from tests.hosts.contract.workbook import contract_workbook
from tests.hosts.memory_engine.dialog import Person
from tests.ribbon.pressing import NAME, ON, ROOT, contents, sheet_of

OTHER_EXCEL = 77
CLOSED = f"Sổ «{NAME}» đã bị đóng trong khi chương trình đang làm.\n→ Mở lại sổ, xem dữ liệu còn đúng không, rồi bấm lại nút."


class Ended(BaseException):
    """As a process that is killed: nothing of ours runs any more."""


def at_block(number, happening):
    """What happens when a job is about to write its block of squares of that number."""
    written = []

    def before_write(model, target):
        written.append(target)
        if len(written) == number:
            happening(model)

    return before_write


def test_a_program_killed_while_writing_is_taken_back_by_the_undo_button(click, book):
    """Half of the result columns are filled; a new process, started by the next click, knows what stood there."""
    before = contents(book)

    def end(_model):
        raise Ended

    book.before_write = at_block(2, end)
    with pytest.raises(Ended):
        click("rate")
    book.before_write = None
    half = contents(book)
    code, person = click("undo")

    assert half != before
    assert code == 0
    assert person.told[0].startswith(f"Đã hoàn tác lần ghi gần nhất vào sổ «{NAME}»: ")
    assert contents(book) == before


def test_a_workbook_closed_while_it_is_written_is_told_of(click, book, tmp_path):
    """Its changes went with it; the file was not touched, and the person is told to look."""
    file = (tmp_path / NAME).read_bytes()

    def close(model):
        model.closed = True

    book.before_write = at_block(2, close)
    code, person = click("rate")

    assert code == 4
    assert person.warned == [CLOSED]
    assert person.told == []
    assert book.saves == 0
    assert (tmp_path / NAME).read_bytes() == file


@pytest.mark.parametrize("button", ["check", "tally"])
def test_a_workbook_closed_before_it_is_read_is_told_of(click, book, tmp_path, button):
    """Between finding and reading it: no paper is made of what nobody read."""
    host = click.excel.host(NAME)
    book.closed = True
    person = Person()

    code = press(button, Click(host, person, ON))

    assert code == 3
    assert person.warned == [CLOSED]
    assert not (tmp_path / "Văn bản").exists()


def test_a_protected_structure_takes_no_findings_sheet(click, book):
    """Neither the sheet nor the notes that would have come with it."""
    book.structure_locked = True
    before, notes = contents(book), [dict(sheet.notes) for sheet in book.sheets]

    code, person = click("check")

    assert code == 4
    assert "cấu trúc sổ đang khoá nên không thêm trang tính được" in person.warned[0]
    assert contents(book) == before
    assert [dict(sheet.notes) for sheet in book.sheets] == notes


def test_another_workbook_in_front_is_left_alone(click, book, tmp_path):
    """The launcher named the first: it is read and written, rows selected in the other mean nothing here."""
    other = click.excel.open(contract_workbook(tmp_path / "Sổ khác.xlsx"))
    other.selection = (3, 1, 3, 1)
    before = contents(other)

    code, person = click("rate")

    assert code == 0
    assert person.asked[0].startswith("Xếp loại năm 2025: ")
    assert person.asked[0].endswith(f"Ghi vào sổ «{NAME}»?")
    assert contents(other) == before
    assert click.excel.app().excel.front is other
    assert other.saves == book.saves == 0


@pytest.fixture
def other(click, tmp_path):
    """A workbook of the same name in another Excel."""
    (tmp_path / "khác").mkdir()
    return click.excel.open(shutil.copy(ROOT / "workbooks" / "mau.xlsx", tmp_path / "khác" / NAME), OTHER_EXCEL)


def in_the_other(click, button):
    return press(button, Click(click.excel.host(NAME, OTHER_EXCEL), Person(), ON))


def test_the_cursor_moves_in_the_excel_it_was_asked_in(click, book, other):
    """Also where another Excel is the one in front: no Excel is brought before the other."""
    held = (book.active.name, book.selection)

    code = in_the_other(click, "next_finding")

    assert code == 0
    assert (other.active.name, other.selection) != held
    assert (book.active.name, book.selection) == held


def test_two_excels_at_once_take_back_their_own(click, book, other):
    """Two people on one PC, each with a workbook of this name: one undoes, the other keeps, and still can."""
    before = contents(book)

    codes = [click("rate")[0], in_the_other(click, "rate"), click("undo")[0]]
    first, second = contents(book), contents(other)
    codes.append(in_the_other(click, "undo"))

    assert codes == [0, 0, 0, 0]
    assert first == before
    assert second != before
    assert contents(other) == before
    assert sheet_of(other, "Giới hạn xuất sắc") is None


def test_a_workbook_that_saves_itself_is_not_called_unsaved(click, book):
    """AutoSave has saved it by then; the way back is the undo button."""
    book.saves_itself = True

    _, person = click("check")

    assert "Sổ đang bật Tự lưu (AutoSave) nên đã được lưu: không ưng thì bấm Hoàn tác." in person.told[0]
    assert "chưa lưu" not in person.told[0]
