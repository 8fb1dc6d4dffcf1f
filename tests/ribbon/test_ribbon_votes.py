"""The buttons of the secret vote: ballot papers, two counts compared, minutes and vote columns."""

from __future__ import annotations

import shutil
from datetime import datetime

import pytest

from addin.hosts.closed.book import ClosedBook
from tests.command import sochibo
from tests.ribbon.pressing import NAME, ON, ROOT, contents, sheet_of, who_closes

VOTED_ROWS, VOTE_COLUMNS = range(113, 124), range(34, 40)
COUNTED_2024, COUNTED_2025 = 4, 30
MINUTES = "Biên bản kiểm phiếu 2025.docx"
BALLOTS = ["Phiếu biểu quyết xếp loại 2025 chi bộ.docx", "Phiếu biểu quyết xếp loại 2025.docx"]
CAPPED = (
    "Lưu ý: Đồng chí Bùi Thị Ốm: đủ phiếu mức “Hoàn thành tốt nhiệm vụ” nhưng quy định chỉ cho mức "
    "“Hoàn thành nhiệm vụ” ('Xếp loại'!122)."
)
AGREED = "Kiểm phiếu năm 2025: hai người đếm khớp cả 12 đối tượng."


@pytest.fixture
def before_the_count(book):
    """The vote columns of 2025 empty, as they are when the meeting ends; what stood there, row by row."""
    sheet = sheet_of(book, "Xếp loại")
    held = votes_of(book)
    for row in VOTED_ROWS:
        for column in VOTE_COLUMNS:
            sheet.type_in(row, column, None)
    return held


def votes_of(book):
    squares = sheet_of(book, "Xếp loại").squares
    return [[squares[row, column].value for column in VOTE_COLUMNS] for row in VOTED_ROWS]


def lines_of(shown):
    """The one box that was shown, line by line."""
    (text,) = shown
    return text.split("\n")


def made_in(folder):
    papers = folder / "Văn bản"
    return sorted(path.name for path in papers.iterdir()) if papers.is_dir() else []


def closed_copy(tmp_path):
    """The same workbook as a closed file, in a folder of its own."""
    folder = tmp_path / "đóng"
    folder.mkdir()
    return shutil.copy(ROOT / "workbooks" / "mau.xlsx", folder / NAME)


def test_ballots_are_two_papers_beside_the_workbook(click, book, tmp_path):
    """Members and the cell itself; files, year and what to do are told; nothing is asked, nothing written."""
    before = contents(book)

    code, person = click("ballots", sheet="Hướng dẫn")

    folder = tmp_path / "Văn bản"
    assert code == 0
    assert made_in(tmp_path) == BALLOTS
    assert person.asked == []
    assert lines_of(person.told) == [
        f"Đã lập: {folder / BALLOTS[1]}",
        f"Đã lập: {folder / BALLOTS[0]}",
        "Phiếu biểu quyết xếp loại năm 2025: một mẫu cho đảng viên, một mẫu cho chi bộ; in đủ số phiếu phát ra.",
    ]
    assert contents(book) == before


def test_ballots_are_of_the_year_of_the_selected_row(click, tmp_path):
    """A row of 2024: its year, not last year."""
    click("ballots", sheet="Phiếu đếm", rows=(COUNTED_2024, COUNTED_2024))

    assert made_in(tmp_path) == [name.replace("2025", "2024") for name in BALLOTS]


def test_what_a_ballot_lacks_is_told(click, book):
    """The place is not in the settings: the paper has dots there, and the message says where from."""
    squares = sheet_of(book, "Thiết lập").squares
    row = next(row for (row, column), square in squares.items() if square.value == "Địa danh")
    column = next(column for at, column in sorted(squares) if at == row and squares[at, column].value == "Thí Dụ")
    sheet_of(book, "Thiết lập").type_in(row, column, None)

    _, person = click("ballots")

    assert person.told[0].endswith("\nLưu ý: Thiết lập chưa có địa danh.")


def test_ballots_of_the_button_are_those_of_the_command_line(click, tmp_path):
    """Byte for byte."""
    closed = closed_copy(tmp_path)

    click("ballots")
    sochibo("ballots", closed, "--year", 2025, "--on", ON.isoformat(), "--out", tmp_path / "lệnh")

    for name in BALLOTS:
        assert (tmp_path / "Văn bản" / name).read_bytes() == (tmp_path / "lệnh" / name).read_bytes()


def test_counts_that_agree_are_asked_for_once_written_and_told(click, book, before_the_count, tmp_path):
    """Count, first squares and paper before; then the votes in the sheet, the minutes in the folder, unsaved."""
    code, person = click("tally", sheet="Phiếu đếm", rows=(COUNTED_2025, COUNTED_2025))

    assert code == 0
    assert lines_of(person.asked) == [
        AGREED,
        "Sẽ ghi 66 ô, dòng.",
        "  'Xếp loại'!AH113: (trống) → 9",
        "  'Xếp loại'!AI113: (trống) → 2",
        "  'Xếp loại'!AJ113: (trống) → 0",
        "  'Xếp loại'!AK113: (trống) → 0",
        "  'Xếp loại'!AL113: (trống) → 0",
        "  'Xếp loại'!AM113: (trống) → 0",
        "  'Xếp loại'!AH114: (trống) → 1",
        "  'Xếp loại'!AI114: (trống) → 9",
        "… và 58 ô, dòng nữa.",
        f"Sẽ lập: {MINUTES}",
        "",
        f"Ghi vào sổ «{NAME}» và lập văn bản?",
    ]
    assert lines_of(person.told) == [
        f"Đã ghi 66 ô, dòng ở sheet “Xếp loại” vào sổ «{NAME}». Sổ chưa lưu: xem rồi tự lưu.",
        f"Đã lập: {tmp_path / 'Văn bản' / MINUTES}",
        AGREED,
        "Biên bản kiểm phiếu: đã lập.",
        CAPPED,
    ]
    assert votes_of(book) == before_the_count
    assert book.saves == 0


def test_undo_empties_the_vote_columns_again(click, book, before_the_count):
    """What the button wrote and nothing else; the minutes stay, for papers are nobody's to take away."""
    before = contents(book)
    click("tally")

    _, undone = click("undo")

    assert undone.told == [f"Đã hoàn tác lần ghi gần nhất vào sổ «{NAME}»: 66 ô."]
    assert contents(book) == before


def test_the_count_of_the_button_is_that_of_the_command_line(click, book, before_the_count, tmp_path):
    """The same minutes byte for byte, and the same workbook value for value."""
    closed = closed_copy(tmp_path)
    blanks = [f"Xếp loại!{name}{row}=" for row in VOTED_ROWS for name in ("AH", "AI", "AJ", "AK", "AL", "AM")]
    sochibo("put", closed, *blanks, "--write")

    click("tally")
    sochibo("tally", closed, "--year", 2025, "--on", ON.isoformat(), "--out", tmp_path / "lệnh", "--write")

    assert (tmp_path / "Văn bản" / MINUTES).read_bytes() == (tmp_path / "lệnh" / MINUTES).read_bytes()
    live, file = click.excel.host(NAME).grids(), ClosedBook(closed, now=datetime(2026, 3, 1)).grids()
    assert {grid.sheet: grid.values for grid in live} == {grid.sheet: grid.values for grid in file}


def test_no_writes_no_votes_and_makes_no_minutes(click, book, before_the_count, tmp_path):
    """Both or neither, and that is said."""
    before = contents(book)

    code, person = click("tally", answer=False)

    assert code == 0
    assert person.told == [f"Chưa ghi gì vào sổ «{NAME}», chưa lập văn bản nào."]
    assert contents(book) == before
    assert made_in(tmp_path) == []


def test_counts_that_differ_name_their_squares_and_write_nothing(click, book, tmp_path):
    """2024 of the sample: one figure; no question, no votes, no minutes."""
    before = contents(book)

    code, person = click("tally", sheet="Phiếu đếm", rows=(COUNTED_2024, COUNTED_2024))

    assert code == 0
    assert person.asked == []
    assert lines_of(person.told) == [
        "Kiểm phiếu năm 2024: hai người đếm chưa khớp, 01 ô khác nhau. Chưa lập biên bản, chưa ghi số phiếu.",
        "• Nguyễn Thị An Lành, HTT: 9 ('Phiếu đếm'!F4) khác 3 ('Phiếu đếm'!F5)",
        "Đếm lại các phiếu đó, sửa sheet Phiếu đếm rồi kiểm phiếu lại.",
    ]
    assert contents(book) == before
    assert made_in(tmp_path) == []


def test_a_subject_one_counter_left_out_is_named(click, book, tmp_path):
    """The second counter's row of one person is gone: no figure differs, still nothing is settled."""
    for column in range(1, 11):
        sheet_of(book, "Phiếu đếm").type_in(COUNTED_2025 + 1, column, None)

    _, person = click("tally")

    assert person.told[0].startswith(
        "Kiểm phiếu năm 2025: hai người đếm chưa khớp, 01 đối tượng không đủ hai lượt đếm. Chưa lập biên bản, chưa ghi số phiếu.\n• "
    )
    assert f": cần đúng một dòng của mỗi người đếm ('Phiếu đếm'!C{COUNTED_2025})" in person.told[0]
    assert made_in(tmp_path) == []


def test_votes_already_in_the_sheet_need_no_question(click, book, tmp_path):
    """The minutes again: nothing to write, so nothing is asked; the paper already there is not doubled."""
    before = contents(book)

    click("tally")
    code, person = click("tally")

    assert code == 0
    assert person.asked == []
    assert lines_of(person.told) == [
        f"Đã lập: {tmp_path / 'Văn bản' / MINUTES}",
        AGREED,
        "Biên bản kiểm phiếu: đã lập.",
        CAPPED,
    ]
    assert made_in(tmp_path) == [MINUTES]
    assert contents(book) == before


def test_a_year_nobody_counted_is_said(click):
    """The year of the selected row has no count."""
    code, person = click("tally", sheet="Xếp loại", rows=(COUNTED_2024, COUNTED_2024))

    assert code == 2
    assert lines_of(person.warned) == [
        "Sheet Phiếu đếm chưa có dòng nào của năm 2016.",
        "→ Nhập số đếm của hai người kiểm phiếu, hoặc chọn năm khác.",
    ]


def test_a_protected_sheet_leaves_no_minutes_behind(click, book, before_the_count, tmp_path):
    """The votes cannot be written, so the paper made a moment before is taken away again."""
    sheet_of(book, "Xếp loại").protected = True
    before = contents(book)

    code, person = click("tally")

    assert code == 4
    assert person.warned[0].startswith(
        "Không ghi vào 'Xếp loại'!AH113: ô này bị khoá vì trang tính đang được bảo vệ. Chưa có gì thay đổi.\n→ "
    )
    assert contents(book) == before
    assert made_in(tmp_path) == []


def test_a_workbook_closed_at_the_question_gets_no_minutes(click, book, before_the_count, tmp_path):
    """Yes to a workbook that is gone: said, and no paper tells of votes no workbook has."""
    code, person = click("tally", answer=who_closes(book))

    assert code == 4
    assert person.warned[0].startswith(f"Sổ «{NAME}» đã bị đóng trong khi chương trình đang làm.")
    assert made_in(tmp_path) == []
