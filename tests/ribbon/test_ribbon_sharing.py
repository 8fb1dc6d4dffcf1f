"""The buttons that part the workbook for groups and bring the copies home, in an Excel in memory."""

from __future__ import annotations

from tests.jobs.copies import fill, values
from tests.ribbon.pressing import NAME, contents, row_where, sheet_of

COPIES = "Bản của tổ"


def copies(tmp_path):
    return sorted((tmp_path / COPIES).glob("*.xlsx"))


def test_split_makes_a_copy_for_each_group_and_touches_nothing(click, book, tmp_path):
    """No question; which rows went where is told."""
    before = contents(book)

    code, person = click("split", sheet="Hướng dẫn")

    assert (code, person.asked, contents(book) == before) == (0, [], True)
    assert [path.name for path in copies(tmp_path)] == ["Bảng đánh giá = tháng 1 - Tổ đảng 1.xlsx", "Bảng đánh giá = tháng 1 - Tổ đảng 2.xlsx"]
    assert "Tổ đảng 1 (tổ trưởng" in person.told[0]
    assert person.told[0].endswith("để lại đúng thư mục này rồi bấm “Gộp sổ tổ”.")


def test_split_of_selected_members_is_for_their_group(click, book, tmp_path):
    row = next(row for (row, column), square in sorted(sheet_of(book, "Đảng viên").squares.items()) if square.value == "Tổ đảng 2" and row > 3 and column)

    assert click("split", sheet="Đảng viên", rows=(row, row))[0] == 0

    assert [path.name for path in copies(tmp_path)] == ["Bảng đánh giá = tháng 1 - Tổ đảng 2.xlsx"]


def test_split_of_what_is_not_saved_says_so(click, book, tmp_path):
    """The copy would lack what stands on the screen."""
    row = row_where(book, "Giám sát", 2, "Tổ đảng 1")
    sheet_of(book, "Giám sát").squares[row, 7].value = "chưa lưu"

    code, person = click("split", sheet="Hướng dẫn")

    assert code == 3
    assert "Sheet “Giám sát” có chỗ sửa chưa lưu" in person.warned[0]
    assert not (tmp_path / COPIES).exists()


def test_merge_asks_once_and_writes_into_the_open_workbook(click, book, tmp_path):
    """What stands on the screen counts, saved or not; the file is left alone; undo takes all of it back."""
    click("split", sheet="Hướng dẫn")
    first = contents(book)
    copy = copies(tmp_path)[0]
    said = values(copy, "Giám sát")
    new = [said[4, column] for column in range(1, 7)]
    fill(copy, "Giám sát", {"J4": "Đã nhắc"}, rows=[[*new, "Việc mới của tổ"]])
    saved = (tmp_path / NAME).read_bytes()
    set_square(book, row_of(book, said[4, 7]), 8, "Bí thư ghi, chưa lưu")

    code, person = click("merge")

    assert code == 0
    assert len(person.asked) == 1
    assert "01 ô sửa, 01 dòng thêm" in person.told[0]
    squares = sheet_of(book, "Giám sát").squares
    row = row_of(book, said[4, 7])
    assert (squares[row, 8].value, squares[row, 10].value) == ("Bí thư ghi, chưa lưu", "Đã nhắc")
    assert "Việc mới của tổ" in [square.value for square in squares.values()]
    assert (tmp_path / NAME).read_bytes() == saved
    assert "Xung đột" not in [sheet.name for sheet in book.sheets]

    assert click("undo")[0] == 0
    now = contents(book)["Giám sát"]
    assert {place: now[place] for place in now if place != (row, 8)} == {place: first["Giám sát"][place] for place in first["Giám sát"] if place != (row, 8)}


def row_of(book, text):
    return row_where(book, "Giám sát", 7, text)


def test_a_conflict_is_chosen_on_its_sheet_and_merged_again(click, book, tmp_path):
    """The box says what to write; the square stays until then."""
    click("split", sheet="Hướng dẫn")
    copy = copies(tmp_path)[0]
    said = values(copy, "Giám sát")
    fill(copy, "Giám sát", {"J4": "Tổ ghi"})
    row = row_of(book, said[4, 7])
    set_square(book, row, 10, "Sổ ghi")
    before = contents(book)

    code, person = click("merge")

    assert code == 0
    assert "01 xung đột chưa chọn" in person.told[0]
    assert "bấm lại “Gộp sổ tổ”" in person.told[0]
    assert sheet_of(book, "Giám sát").squares[row, 10].value == "Sổ ghi"
    conflicts = sheet_of(book, "Xung đột")
    choice = next(column for (line, column), square in conflicts.squares.items() if line == 2 and square.value == "Chọn (ghi A, B…)")
    set_square(book, 3, choice, "B", sheet="Xung đột")

    assert click("merge")[0] == 0
    assert sheet_of(book, "Giám sát").squares[row, 10].value == "Tổ ghi"
    assert click("undo")[0] == 0
    assert contents(book)["Giám sát"] == before["Giám sát"]


def test_merge_without_copies_says_where_they_are_looked_for(click):
    code, person = click("merge")

    assert code == 2
    assert "Để các bản của tổ vào thư mục “Bản của tổ” cạnh sổ rồi bấm lại nút." in person.warned[0]


def set_square(book, row, column, value, sheet="Giám sát"):
    """Typed by the person."""
    sheet_of(book, sheet).own(row, column).value = value
