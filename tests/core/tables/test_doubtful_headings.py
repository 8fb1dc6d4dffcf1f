"""Headings that may be several columns, tables side by side, and lists whose headings are all misspelt."""

from __future__ import annotations

import pytest

from addin.core.tables.reading import OUR_SHEETS, read_book
from addin.core.tables.recognition.adoption import Known, adopt
from addin.core.tables.recognition.recognise import recognise
from tests.grids import grid

MEMBERS = ("STT", "Họ và tên", "Ngày sinh", "Ngày vào Đảng", "Tổ đảng")
ONE, TWO = (1, "Lý Thử", 1980, 2000, "Tổ 1"), (2, "Võ Ví Dụ", 1981, 2001, "Tổ 2")


def told(book):
    return [(item.rule, item.place.cell, item.message) for item in book.unreadable if item.rule != "SHT105"]


@pytest.mark.parametrize(
    "heading",
    ["Xếp loại", "Xep loai", "Kết quả xếp loại", "Mức xếp loại", "Xếp loại chất lượng", "Kết quả", "Kết quả đánh giá"],
)
def test_the_only_levels_of_a_ratings_sheet_are_the_superiors_as_a_column_a_year_is(heading):
    """Nothing else on the sheet could be the result; a person may say whose they are nevertheless, and is heard."""
    sheet = grid("Xếp loại 2025", ("STT", "Họ và tên", "Chức vụ", heading), (1, "Lý Thử", "Bí thư", "HTXS"), (2, "Võ Ví Dụ", "Đảng viên", "HTT"))

    book, asked = read_book([sheet]), adopt([sheet], Known(), {})

    assert [(row.member, row.year, row.final_level, row.cell_level) for row in book.ratings] == [
        ("Lý Thử", 2025, "HTXS", None),
        ("Võ Ví Dụ", 2025, "HTT", None),
    ]
    assert not asked.questions
    taught = adopt([sheet], Known(), {"Xếp loại 2025!D": "cell_level"})
    assert {key: at for table in taught.tables for key, at in table.columns.items()} == {"member": 2, "cell_level": 4}


@pytest.mark.parametrize("parent", ["Mức xếp loại", "Kết quả xếp loại", None])
@pytest.mark.parametrize("levels", [("HTXSNV", "HTTNV", "HTNV", "KHTNV"), ("Hoàn thành xuất sắc nhiệm vụ", "Hoàn thành tốt nhiệm vụ", "Hoàn thành nhiệm vụ", "Không hoàn thành nhiệm vụ")])
def test_a_level_is_the_one_whose_column_is_marked(parent, levels):
    """Four columns under a parent or none; marks in two of them say no level."""
    rows = [("1", "Lý Thử", "x", None, None, None), ("2", "Võ Ví Dụ", None, "X", None, None), ("3", "Hồ Mẫu", None, "x", "x", None)]
    head = [("TT", "Họ và tên", parent, None, None, None), (None, None, *levels)] if parent else [("TT", "Họ và tên", *levels)]
    sheet = grid("Xếp loại 2025", *head, *rows, merged=("C1:F1", "A1:A2", "B1:B2") if parent else ())

    book = read_book([sheet])

    assert [(row.member, row.final_level) for row in book.ratings] == [("Lý Thử", "HTXS"), ("Võ Ví Dụ", "HTT"), ("Hồ Mẫu", None)]
    assert adopt([sheet], Known(), {}).questions == []


def test_a_bare_post_may_be_of_the_party_or_of_the_office():
    """“Chức vụ” in a list of members."""
    sheet = grid("DS", (*MEMBERS, "Chức vụ"), (*ONE, "Bí thư"))

    (question,) = adopt([sheet], Known(), {}).questions

    assert told(read_book([sheet])) == [
        ("SHT103", "F1", "Cột “Chức vụ” có thể là “Chức vụ Đảng” hoặc “Chức vụ chính quyền” nhưng chưa được dùng.")
    ]
    assert [value for value, _label in question.choices] == ["party_post", "job_title", "-"]


def test_tables_side_by_side_are_two():
    """A blank column between them; neither takes rows or columns of the other."""
    sheet = grid(
        "DS",
        (*MEMBERS, None, "Tổ đảng", "Tổ trưởng", "Từ ngày", "Đến ngày"),
        (*ONE, None, "Tổ 1", "Lý Thử", "1/2/2020", None),
        TWO,
    )

    book = read_book([sheet])

    assert [table.table for table in book.layout] == ["members", "groups"]
    assert [(member.full_name, member.status_from) for member in book.members] == [("Lý Thử", None), ("Võ Ví Dụ", None)]
    assert [(group.leader, group.from_.iso) for group in book.groups] == [("Lý Thử", "2020-02-01")]
    assert told(book) == []


def test_a_weak_table_beside_a_sure_one_is_told_at_its_square_and_may_be_adopted():
    """Its columns never become the other's; adopted layouts stay apart too."""
    sheet = grid("DS", (*MEMBERS, None, "Tổ đảng", "Tổ trưởng", "Từ ngày"), (*ONE, None, "Tổ 1", "Lý Thử", "1/2/2020"), TWO)

    book, settled = read_book([sheet]), adopt([sheet], Known(), {"DS": "groups"})

    assert book.members[0].status_from is None
    assert told(book) == [("SHT104", "G1", "Các cột từ G của sheet “DS” có thể là bảng “Tổ đảng”; chưa đọc.")]
    again = recognise(sheet, settled.tables)
    assert [(found.table.table, found.extent.rows) for found in again.tables] == [("members", (2, 3)), ("groups", (2,))]


def test_a_blank_column_inside_a_table_divides_nothing():
    """The right half is no table of its own."""
    head = (*MEMBERS[:3], None, *MEMBERS[3:])

    book = read_book([grid("DS", head, (1, "Lý Thử", 1980, None, 2000, "Tổ 1"))])

    assert [(member.admitted_on.iso, member.group) for member in book.members] == [("2000", "Tổ 1")]


def test_a_block_that_names_a_member_is_no_table_of_the_cells_own_years():
    """Stacked under the list of members: ratings, without a doubt."""
    head = ("Năm", "Đảng viên", "Xếp loại cơ quan", "Chi bộ đề nghị")

    book = read_book([grid("Sổ", MEMBERS, ONE, (), (), head, (2025, "Lý Thử", "HTT", "HTN"))])

    (row,) = book.ratings
    assert (row.year, row.agency_level.value, row.cell_level.value, book.cell_years) == (2025, "HTT", "HTN", ())
    assert told(book) == []


def test_a_list_whose_headings_are_all_misspelt_is_read_or_asked_about_never_lost():
    """A slip of the pen is mended where contents agree; without a party heading the sheet is asked about once."""
    head = ("STT", "Họ và tênn", "Ngày sịnh", "Ngày vô Đảng", "Ngày chính thưc", "Tổ đảngg")
    sheet = grid("S", head, (1, "Lý Thử", 1980, 2000, 2001, "Tổ 1"))

    named = adopt([sheet], Known(), {"S": "members"})

    assert {rule for rule, _cell, _message in told(read_book([sheet]))} <= {"SHT104", "SHT108", "SHT117"}
    assert [item.id for item in adopt([sheet], Known(), {}).questions] in ([], ["S"])
    assert [set(table.columns) >= {"full_name", "birth_date", "official_on", "group"} for table in named.tables] in ([], [True])


@pytest.mark.parametrize("sheet", sorted(OUR_SHEETS))
def test_our_own_sheets_draw_no_finding(sheet):
    """We wrote them, whatever their headings look like."""
    own = grid(sheet, ("Năm", "Điểm", "Xếp loại"), (2025, 90, "HTXS"))

    assert read_book([grid("Đảng viên", MEMBERS, ONE), own]).unreadable == ()


def test_a_settings_sheet_nobody_filled_in_lacks_what_papers_need():
    """The sheet is there, so its required settings are missed."""
    blank = grid("Thiết lập", ("Mục", "Giá trị"), ("Tên chi bộ", None), ("Đảng bộ cấp trên", None), ("Địa danh", None))

    assert read_book([blank]).settings_sheet == "Thiết lập"
