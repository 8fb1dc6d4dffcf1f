"""`merge`: copies of groups come back; what is clear goes in, what two hands wrote differently is asked, nothing else changes."""

from __future__ import annotations

import hashlib
import json
import shutil
import zipfile
from datetime import datetime
from itertools import permutations

import openpyxl
import pytest

from addin.jobs.opening import book_at
from tests.command import sochibo
from tests.jobs.copies import ON, SAMPLE, copy_for, fill, parted, values
from tests.offices.secretary import GROUPS

OFFICE_SHEET = "Giám sát TX"
NEW = (datetime(2026, 1, 8), "Tổ hành chính", "Lò Văn Bút", "Giàng Thị Mực", "Ưu điểm", "Giúp tổ viên mới")


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    return parted(tmp_path_factory.mktemp("office"), office=True)


@pytest.fixture
def book(office, tmp_path):
    """The secretary's workbook, with a fresh copy for each of three groups."""
    shutil.copytree(office.parent / "Bản của tổ", tmp_path / "Bản của tổ")
    return shutil.copy(office, tmp_path / "so.xlsx")


def copy(book, number):
    return copy_for(book, GROUPS[number].upper())


def merged(book, *words):
    return sochibo("merge", book, *words, "--json")


def notes(book):
    return [(row.source.row, row.member, row.text) for row in book_at(book).supervision_notes]


def test_copies_as_they_went_out_change_nothing(book):
    before = book.read_bytes()

    ran = merged(book, "--write")

    assert (ran.code, ran.answer["applied"], ran.answer["conflicts"]) == (0, [], [])
    assert book.read_bytes() == before


def test_only_the_merged_squares_differ(book):
    """Every other part byte for byte; in the sheet every other square, look, merge and width as it was."""
    before = values(book, OFFICE_SHEET)
    with zipfile.ZipFile(book) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    fill(copy(book, 0), OFFICE_SHEET, {"F7": "Sửa việc thứ nhất"}, rows=[NEW])
    fill(copy(book, 1), OFFICE_SHEET, {"E8": "Hạn chế"})

    ran = merged(book, "--write")

    assert ran.code == 0, ran
    after = values(book, OFFICE_SHEET)
    changed = {place for place in before.keys() | after.keys() if before.get(place) != after.get(place)}
    assert changed == {(7, 6), (11, 5), *((16, column) for column in range(1, 7))}
    with zipfile.ZipFile(book) as archive:
        differing = {name for name in archive.namelist() if archive.read(name) != parts.get(name)}
    assert differing == {next(iter(sorted(differing)))}
    assert [(one["cell"], one["from"], one["to"]) for one in ran.answer["applied"]][:2] == [
        ("F7", "Việc thứ 1", "Sửa việc thứ nhất"),
        ("E11", "Ưu điểm", "Hạn chế"),
    ]


def test_the_workbook_changed_meanwhile(book):
    """Rows moved, a column put in, other squares edited, a row of another group taken out: what the copies say finds its row."""
    fill(copy(book, 0), OFFICE_SHEET, {"F8": "Sửa việc thứ tư"})
    fill(copy(book, 2), OFFICE_SHEET, gone=[8])
    held = openpyxl.load_workbook(book)
    page = held[OFFICE_SHEET]
    page.insert_cols(3)
    page["C6"] = "Ghi thêm"
    rows = [[cell.value for cell in row] for row in page.iter_rows(min_row=7, max_row=15)]
    for number, row in enumerate([*rows[5:], *rows[:5]], 7):
        for column, value in enumerate(row, 1):
            page.cell(number, column, value)
    page["C8"] = "của sổ"
    held.save(book)
    gone = next(row for row, _, text in notes(book) if text == "Việc thứ 6")

    ran = merged(book, "--write")

    assert ran.code == 0, ran
    assert {text for _, _, text in notes(book)} == {f"Việc thứ {n}" for n in (1, 2, 3, 5, 7, 8, 9)} | {"Sửa việc thứ tư"}
    assert values(book, OFFICE_SHEET)[8, 3] == "của sổ"
    assert not [place for place in values(book, OFFICE_SHEET) if place[0] == gone]


def test_new_rows_stand_by_date_then_group_whatever_the_order_of_the_copies(book, tmp_path):
    """The same bytes for every order."""
    later, same_day = datetime(2026, 1, 9), datetime(2026, 1, 8)
    fill(copy(book, 0), OFFICE_SHEET, rows=[(later, *NEW[1:5], "sau cùng"), NEW])
    fill(copy(book, 1), OFFICE_SHEET, rows=[(same_day, "Tổ nghiệp vụ", "Lò Thị Thước", "Giàng A Giấy", "Ưu điểm", "cùng ngày, tổ sau")])
    results = []
    for at, order in enumerate(permutations((copy(book, 0), copy(book, 1)))):
        trial = tmp_path / f"{at}.xlsx"
        shutil.copy(book, trial)
        assert merged(trial, *order, "--write").code == 0
        results.append(hashlib.sha256(trial.read_bytes()).hexdigest())
        last = [text for _, _, text in notes(trial)][-3:]

    assert last == ["Giúp tổ viên mới", "cùng ngày, tổ sau", "sau cùng"]
    assert len(set(results)) == 1


def test_merging_twice_changes_nothing(book):
    fill(copy(book, 0), OFFICE_SHEET, {"F7": "Sửa"}, rows=[NEW, NEW], gone=[9])
    assert merged(book, "--write").code == 0
    before = book.read_bytes()

    again = merged(book, "--write")

    assert (again.code, again.answer["applied"]) == (0, [])
    assert book.read_bytes() == before


def conflicting(book):
    """A square that the secretary and a leader changed, each otherwise."""
    held = openpyxl.load_workbook(book)
    held[OFFICE_SHEET]["F7"] = "Bí thư sửa"
    held.save(book)
    fill(copy(book, 0), OFFICE_SHEET, {"F7": "Tổ trưởng sửa", "E7": "Hạn chế"})


def test_two_hands_on_one_square_are_asked_side_by_side(book):
    """The rest goes in; the square stays as the workbook has it; exit 1."""
    conflicting(book)

    ran = merged(book, "--write")

    assert ran.code == 1
    [conflict] = ran.answer["conflicts"]
    assert (conflict["sheet"], conflict["cell"], conflict["base"]) == (OFFICE_SHEET, "F7", "Việc thứ 1")
    assert [(one["copy"], one["value"]) for one in conflict["values"]] == [("so.xlsx", "Bí thư sửa"), (copy(book, 0).name, "Tổ trưởng sửa")]
    assert conflict["values"][1]["who"]
    assert conflict["values"][1]["when"].startswith("20")
    now = values(book, OFFICE_SHEET)
    assert (now[7, 6], now[7, 5]) == ("Bí thư sửa", "Hạn chế")
    sheet = values(book, "Xung đột")
    assert [sheet[3, column] for column in (1, 2, 3, 7, 8, 9)] == ["Chưa chọn", OFFICE_SHEET, "F7", "Việc thứ 1", "Bí thư sửa", "Tổ trưởng sửa"]


@pytest.mark.parametrize(("heading", "said", "expected"), [
    ("Chọn (ghi A, B…)", "A", "Bí thư sửa"), ("Chọn (ghi A, B…)", " b ", "Tổ trưởng sửa"), ("Hoặc ghi giá trị khác", "Cả hai cùng sửa", "Cả hai cùng sửa"),
])  # fmt: skip
def test_a_choice_on_the_sheet_is_done_and_never_asked_again(book, heading, said, expected):
    conflicting(book)
    assert merged(book, "--write").code == 1
    choose(book, heading, said)

    ran = merged(book, "--write")

    assert (ran.code, ran.answer["conflicts"]) == (0, [])
    assert values(book, OFFICE_SHEET)[7, 6] == expected
    assert values(book, "Xung đột")[3, 1] == "Đã chọn"
    assert (merged(book, "--write").code, values(book, OFFICE_SHEET)[7, 6]) == (0, expected)


def choose(book, heading, said, row=3):
    held = openpyxl.load_workbook(book)
    page = held["Xung đột"]
    column = next(cell.column for cell in page[2] if cell.value == heading)
    page.cell(row, column, said)
    held.save(book)


def test_a_choice_is_none_any_more_when_the_workbook_says_something_new(book):
    """Chosen between two values; the third asks anew and is not overwritten."""
    conflicting(book)
    merged(book, "--write")
    choose(book, "Chọn (ghi A, B…)", "B")
    held = openpyxl.load_workbook(book)
    held[OFFICE_SHEET]["F7"] = "Bí thư sửa lần nữa"
    held.save(book)

    ran = merged(book, "--write")

    assert ran.code == 1
    assert values(book, OFFICE_SHEET)[7, 6] == "Bí thư sửa lần nữa"
    assert ran.answer["conflicts"][0]["unfit"] == {"said": "B", "why": "sổ đã đổi từ lúc chọn, nên hỏi lại"}


@pytest.mark.parametrize(("heading", "said"), [
    ("Chọn (ghi A, B…)", "Z"), ("Chọn (ghi A, B…)", "theo tổ"), ("Chọn (ghi A, B…)", "A, B"), ("Chọn (ghi A, B…)", "Đ"), ("Chọn (ghi A, B…)", 1),
])  # fmt: skip
def test_what_chooses_nothing_is_said_and_stays(book, heading, said):
    """On the sheet and told, as often as it is merged; a letter in its place settles it."""
    conflicting(book)
    merged(book, "--write")
    choose(book, heading, said)

    told = sochibo("merge", book).out
    ran = merged(book, "--write")
    again = merged(book, "--write")

    assert f"đã ghi “{said}” để chọn nhưng chỗ này chọn một trong A, B; vẫn để nguyên ở sheet “Xung đột”." in told
    assert [(one.code, one.answer["conflicts"][0]["unfit"]["said"]) for one in (ran, again)] == [(1, str(said))] * 2
    assert said in [square for place, square in values(book, "Xung đột").items() if place[0] == 3]
    assert values(book, "Xung đột")[3, 1] == "Chưa chọn"
    choose(book, heading, "B")
    assert merged(book, "--write").code == 0


def test_another_value_for_a_whole_row_is_said_and_stays(book):
    fill(copy(book, 0), OFFICE_SHEET, gone=[7])
    held = openpyxl.load_workbook(book)
    held[OFFICE_SHEET]["F7"] = "Bí thư sửa"
    held.save(book)
    merged(book, "--write")
    choose(book, "Hoặc ghi giá trị khác", "giữ lại")

    ran = merged(book, "--write")

    assert ran.answer["conflicts"][0]["unfit"]["why"].startswith("cả dòng thì chỉ chọn bằng chữ (A, B)")
    assert "giữ lại" in values(book, "Xung đột").values()


def test_another_copy_merged_alone_leaves_open_questions_and_choices_on_the_sheet(book):
    conflicting(book)
    merged(book, "--write")

    ran = merged(book, copy(book, 1), "--write")

    assert ran.code == 0
    assert values(book, "Xung đột")[3, 3] == "F7"


@pytest.mark.parametrize(("take", "expected"), [
    ("A", "Bí thư sửa"), ("Giám sát TX!F7=B", "Tổ trưởng sửa"), ("Giám sát TX!F7=Một câu khác", "Một câu khác"),
])  # fmt: skip
def test_take_settles_at_once(book, take, expected):
    conflicting(book)

    ran = merged(book, "--take", take, "--write")

    assert (ran.code, values(book, OFFICE_SHEET)[7, 6]) == (0, expected)
    assert merged(book).code == 0


@pytest.mark.parametrize("take", ["Giám sát TX!F99=B", "Giám sát TX!F7", "nói gì đó"])
def test_a_take_that_means_nothing_is_misuse(book, take):
    conflicting(book)

    assert sochibo("merge", book, "--take", take, "--write").code == 2


def test_two_copies_of_one_group_that_differ_are_asked(book):
    fill(copy(book, 0), OFFICE_SHEET, {"F7": "bản thứ hai"}, save_as=book.parent / "Bản của tổ" / "bản hai.xlsx")
    fill(copy(book, 0), OFFICE_SHEET, {"F7": "bản thứ nhất"})

    ran = merged(book)

    assert ran.code == 1
    assert sorted(one["value"] for one in ran.answer["conflicts"][0]["values"]) == ["Việc thứ 1", "bản thứ hai", "bản thứ nhất"]


def two_copies_that_differ(book, square="G7"):
    """Of one group, each with its own words in a square that the workbook has blank."""
    held = openpyxl.load_workbook(book)
    held[OFFICE_SHEET]["G6"] = "Kết quả xử lý"
    held.save(book)
    shutil.rmtree(book.parent / "Bản của tổ")
    assert sochibo("split", book, *ON).code == 0
    fill(copy(book, 0), OFFICE_SHEET, {square: "bản thứ hai"}, save_as=book.parent / "Bản của tổ" / "bản hai.xlsx")
    fill(copy(book, 0), OFFICE_SHEET, {square: "bản thứ nhất"})


def test_a_blank_square_of_the_workbook_is_said_to_be_blank(book):
    """Not a row that is not there, and not the workbook among those who changed it: on the terminal, the sheet, in JSON."""
    two_copies_that_differ(book)

    told = sochibo("merge", book).out
    ran = merged(book, "--write")

    [conflict] = ran.answer["conflicts"]
    assert "A. trong sổ: (trống)" in told
    assert conflict["why"] == "Các bản của tổ ghi ô này khác nhau"
    assert conflict["why"] in told
    assert (conflict["values"][0]["value"], conflict["base"]) == (None, None)
    assert [values(book, "Xung đột")[3, column] for column in (6, 8)] == [conflict["why"], "(trống)"]


def test_a_square_that_a_copy_cleared_is_no_row_taken_out(book):
    conflicting(book)
    fill(copy(book, 0), OFFICE_SHEET, {"F7": None})

    ran = merged(book, "--write")

    assert ran.answer["conflicts"][0]["values"][1]["value"] is None
    assert values(book, "Xung đột")[3, 9] == "(trống)"
    assert "B. (trống)" in sochibo("merge", book).out


@pytest.mark.parametrize("way", [0, 1])
def test_one_of_two_copies_chosen_is_never_asked_again(book, way):
    """What was chosen stands in the workbook by then, what the other copy says stays known."""
    two_copies_that_differ(book)
    [conflict] = merged(book, "--write").answer["conflicts"]
    chosen = conflict["values"][1 + way]
    choose(book, "Chọn (ghi A, B…)", chosen["letter"])

    assert merged(book, "--write").code == 0

    again = merged(book, "--write")
    assert (again.code, again.answer["conflicts"], again.answer["applied"]) == (0, [], [])
    assert values(book, OFFICE_SHEET)[7, 7] == chosen["value"]


def test_a_new_row_is_shown_before_it_is_written_with_numbers_covered(book):
    """In the lines, in JSON, in what the sheet tells; what goes in is what the leader wrote."""
    number = "001078012016"
    fill(copy(book, 0), OFFICE_SHEET, rows=[(datetime(2026, 7, 9), *NEW[1:5], f"Số {number} của tổ viên")])
    conflicting_text = f"Thẻ {number}"
    held = openpyxl.load_workbook(book)
    held[OFFICE_SHEET]["F7"] = "Bí thư sửa"
    held.save(book)
    fill(copy(book, 0), OFFICE_SHEET, {"F7": conflicting_text})

    told = sochibo("merge", book).out
    ran = merged(book, "--write")

    assert "B: Tổ hành chính; C: Lò Văn Bút; D: Giàng Thị Mực; E: Ưu điểm; F: Số •••••••••016 của tổ viên" in told
    assert "A: 09/7/2026" in told
    assert "09/07/2026" not in told + ran.out
    assert number not in told + ran.out
    assert number not in "".join(map(str, values(book, "Xung đột").values()))
    assert f"Số {number} của tổ viên" in values(book, OFFICE_SHEET).values()
    assert merged(book, "--take", "B", "--write").code == 0
    assert values(book, OFFICE_SHEET)[7, 6] == conflicting_text


def test_a_row_taken_out_here_and_edited_there_is_asked(book):
    fill(copy(book, 0), OFFICE_SHEET, gone=[7])
    held = openpyxl.load_workbook(book)
    held[OFFICE_SHEET]["F7"] = "Bí thư sửa"
    held.save(book)

    ran = merged(book, "--write")

    assert ran.code == 1
    assert values(book, OFFICE_SHEET)[7, 6] == "Bí thư sửa"
    assert ran.answer["conflicts"][0]["values"][1]["value"] == "(xoá dòng)"
    assert merged(book, "--take", "B", "--write").code == 0
    assert "Bí thư sửa" not in values(book, OFFICE_SHEET).values()


@pytest.mark.parametrize(("letter", "expected"), [("A", "Hạn chế"), ("B", None)])
def test_what_goes_into_a_row_at_once_makes_no_choice_about_the_row_stale(book, letter, expected):
    """One copy took the row out, another changed a square of it: the square goes in, the row is asked once."""
    fill(copy(book, 0), OFFICE_SHEET, {"E7": "Hạn chế"}, save_as=book.parent / "Bản của tổ" / "bản hai.xlsx")
    fill(copy(book, 0), OFFICE_SHEET, gone=[7])
    asked = merged(book, "--write")
    choose(book, "Chọn (ghi A, B…)", letter)

    ran = merged(book, "--write")

    assert (asked.code, len(asked.answer["conflicts"])) == (1, 1)
    assert (ran.code, ran.answer["conflicts"]) == (0, [])
    assert values(book, OFFICE_SHEET).get((7, 5)) == expected


def test_a_row_taken_out_that_has_something_in_a_new_column_is_asked(book):
    """The copy never saw that column."""
    fill(copy(book, 0), OFFICE_SHEET, gone=[7])
    held = openpyxl.load_workbook(book)
    held[OFFICE_SHEET]["G6"] = "Ghi thêm"
    held[OFFICE_SHEET]["G7"] = "của sổ"
    held.save(book)

    assert merged(book, "--write").code == 1
    assert values(book, OFFICE_SHEET)[7, 7] == "của sổ"


def test_a_copy_that_was_cleared_takes_nothing_out_by_itself(tmp_path):
    """A leader who keeps only what is new: each row is asked, and one word keeps them all."""
    book = parted(tmp_path)
    fill(copy_for(book, "Tổ đảng 1"), "Nhiệm vụ", gone=range(4, 90))

    ran = merged(book)
    kept = merged(book, "--take", "A")

    assert (ran.code, ran.answer["applied"]) == (1, [])
    assert {one["why"].partition(":")[0] for one in ran.answer["conflicts"]} == {"Bản của tổ thiếu nhiều dòng so với lúc tách"}
    assert (kept.code, kept.answer["applied"]) == (0, [])


def test_a_copy_without_its_headings_is_refused(book):
    """Not read as if every row had been taken out."""
    fill(copy(book, 0), OFFICE_SHEET, gone=[6])

    ran = sochibo("merge", book)

    assert ran.code == 3
    assert "mất dòng tiêu đề" in ran.err


def test_a_row_about_somebody_of_another_group_is_asked(book):
    fill(copy(book, 0), OFFICE_SHEET, rows=[(*NEW[:3], "Lò Thị Thước", *NEW[4:])])

    ran = merged(book, "--write")

    assert ran.code == 1
    assert ran.answer["conflicts"][0]["why"] == "Dòng ghi cho người của tổ khác"
    assert "Giúp tổ viên mới" not in values(book, OFFICE_SHEET).values()


def test_rows_taken_out_side_by_side_never_break_the_table(book):
    """One goes blank, those beside it are told: two blank rows would be read as the table's end."""
    held = openpyxl.load_workbook(book)
    page = held[OFFICE_SHEET]
    order = [7, 10, 13, 8, 9, 11, 12, 14, 15]
    rows = [[cell.value for cell in page[row]] for row in order]
    for number, row in enumerate(rows, 7):
        for column, value in enumerate(row, 1):
            page.cell(number, column, value)
    held.save(book)
    shutil.rmtree(book.parent / "Bản của tổ")
    sochibo("split", book, *ON)
    fill(copy(book, 0), OFFICE_SHEET, gone=[7, 8, 9])

    ran = merged(book, "--write")

    assert [text for _, _, text in notes(book)][-1] == "Việc thứ 9"
    assert len(notes(book)) == 7
    assert [one["cell"] for one in ran.answer["left_out"]] == ["A8"]


def test_of_an_older_base_what_is_clear_goes_in(book):
    """Split twice, the older copy comes back last: what the newer brought stands."""
    old = shutil.copy(copy(book, 0), book.parent / "bản cũ.xlsx")
    fill(copy(book, 0), OFFICE_SHEET, {"F7": "Sửa một"})
    assert merged(book, "--write").code == 0
    shutil.rmtree(book.parent / "Bản của tổ")
    sochibo("split", book, *ON)
    fill(copy(book, 0), OFFICE_SHEET, {"F8": "Sửa bốn"})
    fill(old, OFFICE_SHEET, {"E7": "Hạn chế"})

    ran = merged(book, copy(book, 0), old, "--write")

    assert ran.code == 0
    now = values(book, OFFICE_SHEET)
    assert (now[7, 6], now[7, 5], now[10, 6]) == ("Sửa một", "Hạn chế", "Sửa bốn")


def test_a_copy_without_its_base_is_refused_and_helped_by_the_first_one(book):
    first = shutil.copy(copy(book, 0), book.parent / "lúc tách.xlsx")
    fill(copy(book, 0), OFFICE_SHEET, {"F7": "Tổ trưởng sửa"})
    held = openpyxl.load_workbook(copy(book, 0))
    del held["Gốc của bản tách"]
    held.save(copy(book, 0))

    alone = sochibo("merge", book, copy(book, 0), "--write")
    misled = sochibo("merge", book, copy(book, 0), "--base", copy(book, 1), "--write")
    helped = merged(book, copy(book, 0), "--base", first, "--write")

    assert alone.code == 3
    assert "không còn phần gốc để so" in alone.err
    assert "--base" in alone.err
    assert (misled.code, misled.err) == (3, alone.err)
    assert helped.code == 0
    assert values(book, OFFICE_SHEET)[7, 6] == "Tổ trưởng sửa"


@pytest.mark.parametrize("spoilt", ["base edited", "other workbook", "no such group", "sheet renamed", "not a copy", "none at all"])
def test_what_does_not_belong_is_refused_in_one_sentence(book, spoilt, tmp_path):
    """Nothing is written, whatever the other copies say."""
    fill(copy(book, 1), OFFICE_SHEET, {"F7": "Sửa"})
    before = book.read_bytes()
    words, code = [copy(book, 1), copy(book, 0)], 3
    if spoilt == "base edited":
        held = openpyxl.load_workbook(copy(book, 0))
        held["Gốc của bản tách"]["A2"] = held["Gốc của bản tách"]["A2"].value.replace("Việc", "Viec")
        held.save(copy(book, 0))
    elif spoilt == "other workbook":
        words.append(copy_for(parted(tmp_path / "khác"), "Tổ đảng 1"))
    elif spoilt == "no such group":
        held = openpyxl.load_workbook(book)
        for row in held["DS đảng viên"].iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.value.startswith("I. "):
                    cell.value = "I. TỔ TỔNG HỢP"
        held.save(book)
        before = book.read_bytes()
    elif spoilt == "sheet renamed":
        held = openpyxl.load_workbook(copy(book, 0))
        held[OFFICE_SHEET].title = "Sổ khác"
        held.save(copy(book, 0))
    elif spoilt == "not a copy":
        words.append(SAMPLE)
    else:
        shutil.rmtree(book.parent / "Bản của tổ")
        words, code = [], 2

    ran = sochibo("merge", book, *words, "--write")

    assert ran.code == code
    assert ran.err.count("→") == 1
    assert book.read_bytes() == before


def test_undo_gives_the_workbook_back_byte_for_byte_and_the_log_tells_both(book):
    fill(copy(book, 0), OFFICE_SHEET, {"F7": "Sửa"}, rows=[NEW])
    before = book.read_bytes()
    assert merged(book, "--write").code == 0

    assert sochibo("undo", book).code == 0

    assert book.read_bytes() == before
    lines = (book.parent / "Nhật ký" / "so.xlsx.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["command"] for line in lines] == ["merge", "undo"]
    assert "Sửa" not in "".join(lines)
    assert sochibo("verify", book.parent).code == 0


def test_a_filled_copy_is_no_paper_that_was_changed_behind_our_back(office):
    """`verify` knows that copies are made to be written in."""
    trial = parted(office.parent / "verify", office=True)
    fill(copy(trial, 0), OFFICE_SHEET, {"F7": "Sửa"})

    ran = sochibo("verify", trial.parent, "--json")

    assert ran.answer["troubles"] == []
