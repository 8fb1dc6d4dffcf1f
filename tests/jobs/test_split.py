"""`split`: a leader's copy has his group's rows with the workbook's looks and lists, and nothing of anybody else's."""

from __future__ import annotations

import shutil
import zipfile
from datetime import date

import openpyxl
import pytest

from addin.core.sharing.base import base_in
from addin.hosts.closed.book import ClosedBook
from addin.jobs.opening import book_at
from tests.command import sochibo
from tests.jobs.copies import ON, SAMPLE, SMALL, copy_for, fill, parted, texts, values
from tests.offices.secretary import GROUPS, people


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    return parted(tmp_path_factory.mktemp("sample"))


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    return parted(tmp_path_factory.mktemp("office"), office=True)


def test_each_group_gets_its_rows_and_is_told(sample):
    """No row is in two copies; what names others stays and is counted."""
    book = book_at(SAMPLE)

    answer = sochibo("split", sample, "--json", *ON).answer

    assert [one["group"] for one in answer["copies"]] == ["Tổ đảng 1", "Tổ đảng 2", "Tổ đảng 3"]
    notes = [row["count"] for one in answer["copies"] for row in one["rows"] if row["sheet"] == "Giám sát"]
    assert sum(notes) + sum(one["left_out"] for one in answer["copies"]) == len(book.supervision_notes)


def test_nothing_of_other_groups_and_no_number_of_anybody_goes_along(sample):
    """Every part of every copy, searched for every name, identity number, card number and accuser."""
    book = book_at(SAMPLE)
    for number in (1, 2, 3):
        group = f"Tổ đảng {number}"
        said = texts(copy_for(sample, group))
        own = {one.full_name for one in book.members if one.group == group}

        assert [one.full_name for one in book.members if one.full_name not in own and one.full_name in said] == []
        assert [value for one in book.members for value in (one.id_number, one.party_card) if value and value in said] == []
        assert [one for one in book.denunciations if one.accuser and one.accuser in said] == []
        assert [name for name in own if name in said] != []


CARD, NUMBER = "00000001", "000070000001"
WITH_NUMBERS = {
    "G4": f"Số định danh {NUMBER} của đồng chí", "H4": f"CCCD{NUMBER}", "J4": f"Thẻ {CARD[:2]}.{CARD[2:5]}.{CARD[5:]}", "K4": 70000001,
    "G5": "Số 001 078 012 016", "H5": "12 ngày 30/6/2026, 1.500.000 đồng, điện thoại 113",
}  # fmt: skip


@pytest.fixture(scope="module")
def numbered(tmp_path_factory):
    """The sample with numbers of persons among the words of notes and of a task, and one who denounced somebody in a note."""
    book = tmp_path_factory.mktemp("numbered") / "so.xlsx"
    held = openpyxl.load_workbook(SAMPLE)
    for square, value in {**WITH_NUMBERS, "K3": "Ghi chú riêng"}.items():
        held["Giám sát"][square] = value
    task = next(row for row in range(4, 999) if held["Nhiệm vụ"].cell(row, 1).value == "Nguyễn Văn Mẫu")
    held["Nhiệm vụ"].cell(task, 2).value = f"Làm lại thẻ căn cước {NUMBER}"
    held["Tố cáo"].cell(4, 2).value, held["Tố cáo"].cell(4, 7).value = "Nguyễn Văn Mẫu", "Kiều Oanh Vàng"
    row = next(row for row in range(6, 999) if held["Giám sát"].cell(row, 2).value == "Tổ đảng 1")
    held["Giám sát"].cell(row, 8).value = "Hỏi Kiều Oanh Vàng"
    held.save(book)
    held.close()
    return book


def test_numbers_among_words_stay_in_the_workbook(numbered):
    """Neither in the copy nor in what it carries of its beginning; said square by square; the rest of the row goes along."""
    ran = sochibo("split", numbered, "--group", "Tổ đảng 1", "--json", *ON)

    said = texts(copy_for(numbered, "Tổ đảng 1"))
    [told] = ran.answer["copies"]
    assert [part for part in (NUMBER, CARD, "001 078 012 016", "00.000.001", "70000001", "Kiều Oanh Vàng") if part in said] == []
    assert [one["cell"] for one in told["blanked"]] == ["G4", "H4", "J4", "K4", "G5"]
    assert told["numbered"] == 1
    assert WITH_NUMBERS["H5"] in said
    assert "để trống trong bản này" in sochibo("split", numbered, "--group", "Tổ đảng 1", *ON).out


def test_what_stayed_in_the_workbook_stays_when_the_copy_comes_back(numbered, tmp_path):
    """Blank in the copy is no edit; words a leader writes there are asked, never written over."""
    book = shutil.copy(numbered, tmp_path / "so.xlsx")
    assert sochibo("split", book, "--group", "Tổ đảng 1", *ON).code == 0
    before = values(book, "Giám sát")
    copy = copy_for(book, "Tổ đảng 1")

    untouched = sochibo("merge", book, "--json", "--write")
    fill(copy, "Giám sát", {"G4": "Tổ trưởng ghi vào chỗ trống"})
    filled = sochibo("merge", book, "--json", "--write")

    assert (untouched.code, untouched.answer["applied"]) == (0, [])
    assert filled.code == 1
    [conflict] = filled.answer["conflicts"]
    assert [one["value"] for one in conflict["values"]] == ["Số định danh •••••••••001 của đồng chí", "Tổ trưởng ghi vào chỗ trống"]
    assert conflict["why"] == "Sổ và bản của tổ ghi ô này khác nhau"
    assert values(book, "Giám sát") == before


def test_no_stranger_in_an_office_copy(office):
    """Titles, signatures, hidden lists: only the group's own people are named."""
    for number, group in enumerate(GROUPS):
        said = texts(copy_for(office, group.upper()))
        own = set(people()[number * 10 : number * 10 + 10])

        assert [name for name in people() if name not in own and name in said] == []


def test_looks_lists_and_widths_are_the_workbooks(sample):
    """Styles byte for byte; the same drop-downs, conditions, panes and widths; heights and looks of each row."""
    copied = openpyxl.load_workbook(copy_for(sample, "Tổ đảng 1"))
    first = openpyxl.load_workbook(sample)
    with zipfile.ZipFile(sample) as one, zipfile.ZipFile(copy_for(sample, "Tổ đảng 1")) as other:
        assert one.read("xl/styles.xml") == other.read("xl/styles.xml")
    for name in ("Giám sát", "Nhiệm vụ"):
        was, now = first[name], copied[name]
        assert [(str(rule.sqref), rule.type, rule.formula1) for rule in now.data_validations.dataValidation] == [
            (str(rule.sqref), rule.type, rule.formula1) for rule in was.data_validations.dataValidation
        ]
        assert {letter: one.width for letter, one in now.column_dimensions.items()} == {letter: one.width for letter, one in was.column_dimensions.items()}
        assert now.freeze_panes == was.freeze_panes
        kept = next(row for row in range(4, was.max_row) if was.cell(row, 7).value == now["G4"].value)
        assert [cell.style_id for cell in now[4]] == [cell.style_id for cell in was[kept]]
    assert copied["Đảng viên"].sheet_state == "hidden"
    first.close()
    copied.close()


def test_names_of_the_list_are_the_groups(sample):
    """The drop-down of members looks at the group's own, from the first row on."""
    copied = openpyxl.load_workbook(copy_for(sample, "Tổ đảng 2"))
    names = [copied["Đảng viên"].cell(row, 2).value for row in range(4, 40)]
    copied.close()

    own = [one.full_name for one in book_at(SAMPLE).members if one.group == "Tổ đảng 2"]
    assert [name for name in names if name] == own
    assert names[: len(own)] == own


def test_the_copy_carries_its_base_on_a_sheet_nobody_looks_at(sample):
    """Every row that went along, and whose it is."""
    copy = ClosedBook(copy_for(sample, "Tổ đảng 3"), now=date.min)
    grids = copy.grids()

    base = base_in(grids)

    assert grids[-1].state == "veryHidden"
    assert (base.group, base.workbook, base.made_on) == ("Tổ đảng 3", "so.xlsx", "2026-11-23")
    assert base.line_count == sum(len(sheet.lines) for sheet in base.sheets) > 100


def test_the_same_again_is_the_same_bytes_and_a_filled_copy_is_never_overwritten(tmp_path):
    """A leader may be writing in it."""
    book = tmp_path / "so.xlsx"
    shutil.copy(SMALL, book)
    assert sochibo("split", book, "--group", "tổ 1", *ON).code == 0
    made = copy_for(book, "Tổ đảng 1")
    first = made.read_bytes()
    assert sochibo("split", book, "--group", "Tổ đảng 1", *ON).code == 0
    assert made.read_bytes() == first
    made.write_bytes(first + b" ")

    ran = sochibo("split", book, "--group", "Tổ đảng 1", *ON)

    assert ran.code == 4
    assert "không ghi đè" in ran.err
    assert made.read_bytes() == first + b" "


def test_an_unknown_group_is_said_with_those_there_are(sample):
    ran = sochibo("split", sample, "--group", "Tổ đảng 9")

    assert ran.code == 2
    assert "Sổ không có tổ “Tổ đảng 9”." in ran.err
    assert "Tổ đảng 1; Tổ đảng 2; Tổ đảng 3" in ran.err


def test_a_workbook_without_groups_says_so(tmp_path):
    book = tmp_path / "so.xlsx"
    held = openpyxl.Workbook()
    held.active.title = "Đảng viên"
    held.active.append(["TT", "Họ và tên", "Ngày sinh", "Ngày vào Đảng"])
    held.active.append([1, "Đinh Văn Một", "05/3/1980", "03/02/2005"])
    held.save(book)

    ran = sochibo("split", book)

    assert ran.code == 3
    assert "chưa ghi ai ở tổ nào" in ran.err


def test_nobody_is_filed_under_one_of_two_groups_that_bear_a_number(tmp_path):
    """The square and both groups are named; a group that is clear is parted all the same, and everything once the square says which."""
    book = shutil.copy(SAMPLE, tmp_path / "sổ.xlsx")
    workbook = openpyxl.load_workbook(book)
    groups, members = workbook["Tổ đảng"], workbook["Đảng viên"]
    column = next(cell.column for row in members.iter_rows(max_row=5) for cell in row if cell.value == "Tổ đảng")
    row = next(row for row in range(4, members.max_row + 1) if members.cell(row, column).value == "Tổ đảng 1")
    last = max(number for number in range(1, groups.max_row + 1) if groups.cell(number, 1).value)
    groups.cell(last + 1, 1).value, groups.cell(last + 1, 2).value = "Tổ 1 (khối văn phòng)", members.cell(row, 2).value
    members.cell(row, column).value = "Tổ 1"
    workbook.save(book)
    square = members.cell(row, column).coordinate

    refused = sochibo("split", book, *ON)
    assert refused.code == 2
    assert f"“Tổ 1” ở 'Đảng viên'!{square} có thể là “Tổ đảng 1” hay “Tổ 1 (khối văn phòng)”" in refused.err
    assert [one["cell"] for one in sochibo("check", book, "--only", "MEM306", "--json", *ON).answer["findings"]] == [square]
    assert sochibo("split", book, "--group", "Tổ đảng 2", *ON).code == 0
    assert sochibo("put", book, f"Đảng viên!{square}=Tổ 1 (khối văn phòng)", "--write").code == 0
    assert sochibo("split", book, *ON).code == 0
    assert members.cell(row, 2).value not in texts(copy_for(book, "Tổ đảng 1"))
