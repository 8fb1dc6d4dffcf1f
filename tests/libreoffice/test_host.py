"""The live document as a host, beyond the contract: one undo step, notes, validation, changes meanwhile, saving."""

from __future__ import annotations

from datetime import date, datetime

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table

from addin.core.places import Place
from addin.core.writes import Note, RowAppend, SheetReplace, Write, Writes
from addin.errors import CannotRead, CannotWrite, ChangedMeanwhile, RefusedWrite
from addin.hosts.closed.book import ClosedBook
from addin.hosts.live import TakenBack
from tests.libreoffice.office import office, open_book

pytestmark = pytest.mark.libreoffice

SHEET = "Việc"


@pytest.fixture
def book(tmp_path):
    """A list with a table, a drop-down and a person's note."""
    path = tmp_path / "sổ.xlsx"
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.title = SHEET
    for row in (("Tên", "Ngày", "Mức"), ("Một", date(2025, 1, 2), "Tốt"), ("Hai", date(2025, 2, 3), "Khá")):
        sheet.append(row)
    sheet["A2"].comment = Comment("của tôi", "Bí thư")
    levels = DataValidation(type="list", formula1='"Tốt,Khá"', showErrorMessage=True)
    levels.add("C2:C9")
    sheet.add_data_validation(levels)
    sheet.add_table(Table(displayName="Viec", ref="A1:C3"))
    made.save(path)
    with open_book(path) as opened:
        yield opened


def write(cell, value):
    return Write(Place.at(SHEET, cell), value, "thử")


def everything():
    return Writes(
        squares=(write("A3", "Hai mới"), write("B3", date(2026, 3, 4))),
        appends=(RowAppend(SHEET, 3, ((1, "Ba"), (2, date(2026, 1, 1)), (3, "Khá")), "thử"),),
        sheets=(SheetReplace("Kết quả", (("STT", "Ngày"), (1, date(2026, 1, 1))), (6, 12)),),
        notes=(Note(Place.at(SHEET, "A3"), "xem lại"),),
    )


def test_everything_is_one_step_and_comes_back_whole(book):
    """Squares, a row, a sheet and notes: one entry of the undo list, and the document is what it was."""
    before = book.grids()

    book.apply(everything())
    told = book.undo()

    assert told == TakenBack(5, ("Kết quả",), has_notes=True)
    assert book.grids() == before
    with pytest.raises(CannotWrite):
        book.undo()


def test_a_thousand_changes_are_still_one_step(book):
    """LibreOffice keeps a hundred actions in a step and drops the first ones silently; ours come back all."""
    before = book.grids()
    squares = tuple(write(f"E{row}", f"ô {row}") for row in range(1, 401))
    rows = tuple(RowAppend(SHEET, 3, ((1, f"dòng {row}"),), "thử") for row in range(150))
    result = SheetReplace("Kết quả", tuple((number, "chữ", date(2026, 1, 1)) for number in range(150)))

    book.apply(Writes(squares[:3], rows, (result,)))
    book.undo()
    after_rows = book.grids()
    book.apply(Writes(squares))
    book.undo()

    assert after_rows == before
    assert book.grids() == before


def test_a_sheet_of_ours_replaced_comes_back_as_it_was(book):
    """Also rows that the newer version added below."""
    book.apply(Writes(sheets=(SheetReplace("Kết quả", (("STT",), (1,))),)))
    first = book.grids()
    book.apply(Writes(sheets=(SheetReplace("Kết quả", (("Số", "Ngày"), (5, None), (6, None), (7, True))),)))

    book.undo()

    assert book.grids() == first


def test_what_was_written_is_in_the_saved_file(book, tmp_path):
    """LibreOffice saves it, the closed host reads the same, knows our sheet and may replace it."""
    book.apply(everything())
    live = book.grids()
    saved = tmp_path / "đã lưu.xlsx"
    office().ask("save_as", path=str(saved))

    closed = ClosedBook(saved, now=datetime(2026, 1, 5))

    assert [grid.values for grid in closed.grids()] == [grid.values for grid in live]
    table = openpyxl.load_workbook(saved)[SHEET].tables["Viec"]
    assert table.ref == "A1:C4"
    closed.apply(Writes(sheets=(SheetReplace("Kết quả", (("mới",),)),)))
    assert closed.grids()[1].values == (("mới",),)


def test_a_persons_note_stays_and_is_told_of(book):
    """Ours are replaced; where a person's stands ours is left out."""
    book.apply(Writes(notes=(Note(Place.at(SHEET, "A2"), "một"), Note(Place.at(SHEET, "A3"), "hai"))))

    assert book.remarks == ("1 ô đã có ghi chú của người khác hoặc đang khoá nên không ghi chú thêm.",)


def test_a_value_against_the_drop_down_is_refused(book):
    """LibreOffice would take it without a word."""
    before = book.grids()

    with pytest.raises(RefusedWrite) as refused:
        book.apply(Writes((write("A3", "Hai mới"), write("C3", "Giỏi"))))

    assert refused.value.message == (
        "Không ghi vào 'Việc'!C3: giá trị «Giỏi» trái điều kiện nhập của ô (được chọn: Tốt; Khá). Chưa có gì thay đổi."
    )
    assert book.grids() == before


def test_a_square_changed_since_reading_is_somebodys_work(book):
    """The job saw another value there."""
    book.grids()
    office().ask("type_in", sheet=SHEET, cell="A3", text="tự sửa")

    with pytest.raises(ChangedMeanwhile) as refused:
        book.apply(Writes((write("A3", "đè lên"),)))

    assert refused.value.message == "Ô 'Việc'!A3 đã đổi sau khi chương trình đọc sổ; chưa ghi gì."


def test_the_undo_list_of_a_person_is_not_touched(book):
    """After our write a person typed: only they take that back."""
    book.apply(Writes((write("A3", "của ta"),)))
    office().ask("type_in", sheet=SHEET, cell="A2", text="tự sửa")

    with pytest.raises(CannotWrite) as refused:
        book.undo()

    assert refused.value.message.startswith("Việc làm gần nhất trên sổ «sổ.xlsx» không phải lần ghi của Sổ Chi bộ")
    assert book.grids()[0].at(2, 1) == "tự sửa"


def test_selecting_and_the_selection(book, tmp_path):
    """A place is shown; the row of the cursor is what is selected."""
    book.select(Place.at(SHEET, "B3"))

    found = book.selection()

    assert (found.sheet, found.rows, found.cursor) == (SHEET, (3,), Place.at(SHEET, "B3"))
    assert book.folder == tmp_path


def test_a_document_opened_to_be_read_is_not_written(tmp_path):
    """Read-only because somebody else has it, or by choice: reading works, writing says what to do."""
    path = tmp_path / "đọc.xlsx"
    openpyxl.Workbook().save(path)

    with open_book(path, read_only=True) as opened, pytest.raises(RefusedWrite) as refused:
        assert [grid.sheet for grid in opened.grids()] == ["Sheet"]
        opened.apply(Writes((Write(Place("Sheet", 1, 1), "x", "thử"),)))

    assert refused.value.message == "Không ghi vào sổ này: sổ đang mở ở chế độ chỉ đọc. Chưa có gì thay đổi."


def test_a_document_closed_meanwhile_is_told_of(tmp_path):
    """Reading and writing say so, each with its kind of error."""
    path = tmp_path / "đóng.xlsx"
    openpyxl.Workbook().save(path)
    with open_book(path) as opened:
        pass

    with pytest.raises(CannotRead, match="Sổ đã bị đóng trong khi chương trình đang làm"):
        opened.grids()
    with pytest.raises(CannotWrite, match="Sổ đã bị đóng trong khi chương trình đang làm"):
        opened.undo()
    with open_book(path) as again:
        assert again.name == "đóng.xlsx"
