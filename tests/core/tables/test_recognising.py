"""Which sheet is which table: headings, extents, sections, several tables, and what is too doubtful to read."""

from __future__ import annotations

from datetime import date

import pytest

from addin.core.tables.reading import read_book
from addin.core.tables.recognition.heading_words import meanings
from tests.grids import grid

MEMBERS = ("STT", "Họ và tên", "Ngày sinh", "Ngày vào Đảng", "Tổ đảng")
INSPECTIONS = ("Số quyết định", "Đảng viên", "Hình thức", "Nội dung", "Kết luận")


def found(book, *without):
    return [(item.rule, item.place.cell) for item in book.unreadable if item.rule not in ("SHT105", *without)]


def names(book):
    return [member.full_name for member in book.members]


@pytest.mark.parametrize(
    ("heading", "keys"),
    [
        ("Nam, nữ, dân tộc", ("gender", "ethnicity")),
        ("Giới tính/Dân tộc", ("gender", "ethnicity")),
        ("Ngày vào Đảng, ngày chính thức", ("admitted_on", "official_on")),
        ("Ngày vào Đảng\nNgày chính thức", ("admitted_on", "official_on")),
        ("Ngày vào Đảng\nChính thức", ("official_on",)),
        ("Ngày vào Đảng\nDự bị", ("admitted_on",)),
        ("Ngày, tháng, năm sinh", ("birth_date",)),
        ("Ngày sinh (dd/mm/yyyy)", ("birth_date",)),
        ("Ngay sinh", ("birth_date",)),
        ("Nam/Nữ", ("gender",)),
        ("Cơ quan, đơn vị", ("employer",)),
    ],
)
def test_a_compound_heading_means_several_keys_and_a_plain_one_with_commas_does_not(heading, keys):
    """The glossary decides first; only dates that repeat their noun are two headings although known as one."""
    assert meanings(heading)["members"] == keys


@pytest.mark.parametrize(
    "heading", ["Số QĐ, ngày", "Số, ngày QĐ", "Số và ngày quyết định", "Số, ngày, tháng, năm quyết định", "Số QĐ/Ngày QĐ"]
)
def test_number_and_date_of_a_decision_in_one_heading(heading):
    """The noun stands once, behind the first or the last part, and serves both."""
    assert meanings(heading)["inspections"] == ("decision_no", "decision_date")


def test_two_dates_in_one_column_are_two_keys():
    """One under the other, side by side, or only the first; three of them cannot be told apart."""
    rows = grid(
        "Đảng viên",
        ("Họ và tên", "Ngày sinh", "Ngày vào Đảng, ngày chính thức"),
        ("Lý Thử", 1980, "19/5/2005\n19/5/2006"),
        ("Võ Ví Dụ", 1981, "9/2010 - 9/2011"),
        ("Hồ Giả", 1982, date(2020, 2, 3)),
        ("Cao Mẫu", 1983, "1/1/2000; 1/1/2001; 1/1/2002"),
    )

    book = read_book([rows])

    assert [row.admitted_on and row.admitted_on.iso for row in book.members] == ["2005-05-19", "2010-09", "2020-02-03", None]
    assert [row.official_on and row.official_on.iso for row in book.members] == ["2006-05-19", "2011-09", None, None]
    assert found(book) == [("SHT136", "C5")]
    assert str(book.members[0].place("official_on")) == "'Đảng viên'!C2"


def test_gender_and_ethnicity_in_one_column():
    """“Nam, Kinh” gives both; a lone word is told, not guessed."""
    rows = grid(
        "Đảng viên",
        ("Họ và tên", "Ngày sinh", "Nam, nữ, dân tộc", "Ngày vào Đảng"),
        ("Lý Thử", 1980, "Nam, Kinh", 2000),
        ("Võ Ví Dụ", 1981, "Nữ - Tày", 2001),
        ("Hồ Giả", 1982, "Kinh", 2002),
    )

    book = read_book([rows])

    assert [(row.gender, row.ethnicity) for row in book.members] == [("Nam", "Kinh"), ("Nữ", "Tày"), (None, None)]
    assert found(book) == [("SHT136", "C4")]


@pytest.mark.parametrize("title_rows", [0, 1, 26, 27])
def test_headings_may_stand_in_any_of_the_first_thirty_rows(title_rows):
    """One to three rows deep, wherever they begin."""
    titles = [("CHI BỘ MẪU",)] + [()] * (title_rows - 1) if title_rows else []
    rows = grid(
        "DS",
        *titles,
        ("TT", "Lý lịch đảng viên", None, "Quá trình", None, None),
        (None, "Họ và tên", "Sinh", "Ngày vào Đảng", None, "Tổ đảng"),
        (None, None, "Năm sinh", "Dự bị", "Chính thức", None),
        (1, "Lý Thử", 1980, 2000, 2001, "Tổ 1"),
        merged=(f"B{title_rows + 1}:C{title_rows + 1}", f"D{title_rows + 1}:F{title_rows + 1}", f"D{title_rows + 2}:E{title_rows + 2}"),
    )

    book = read_book([rows])

    assert [(row.full_name, row.admitted_on.year, row.official_on.year, row.group) for row in book.members] == [
        ("Lý Thử", 2000, 2001, "Tổ 1")
    ]
    assert book.layout[0].heading_rows[-1] == title_rows + 3


def test_headings_below_row_thirty_are_not_looked_for():
    """The contract's boundary; the sheet's name then says that something is missing."""
    rows = grid("Đảng viên", ("Danh sách",), *[()] * 29, MEMBERS, (1, "Lý Thử", 1980, 2000, "Tổ 1"))

    book = read_book([rows])

    assert book.members == ()
    assert found(book) == [("SHT109", "1")]


def test_a_parent_written_once_without_merging_stands_over_its_children():
    """“Quyết định” over Số and Ngày, typed into the first of two squares."""
    rows = grid(
        "Kiểm tra 2019",
        ("Đảng viên", "Hình thức", "Nội dung", "Quyết định", None),
        (None, None, None, "Số", "Ngày"),
        ("Lý Thử", "Kiểm tra", "TD", "23-QĐ/CB", "03/9/2019"),
    )

    (row,) = read_book([rows]).inspections

    assert (row.decision_no, row.decision_date.iso, row.member) == ("23-QĐ/CB", "2019-09-03", "Lý Thử")


def test_a_name_in_two_columns_under_one_heading_is_one_name():
    """Họ đệm and tên, the heading merged over both."""
    rows = grid(
        "Đảng viên", ("TT", "Họ và tên", None, "Ngày sinh", "Ngày vào Đảng"), (1, "Nguyễn Văn", "Mẫu", 1980, 2000), merged=("B1:C1",)
    )

    assert names(read_book([rows])) == ["Nguyễn Văn Mẫu"]


def test_section_rows_give_the_group_and_are_no_records():
    """A group's row by its words, another section by standing alone; a group in the row itself wins."""
    rows = grid(
        "Đảng viên",
        MEMBERS,
        ("I", "Tổ đảng số 1 (03 đồng chí)"),
        (1, "Lý Thử", 1980, 2000),
        (2, "Võ Ví Dụ", 1981, 2001, "Tổ đảng số 9"),
        ("II. Tổ đảng số 2",),
        (3, "Hồ Giả", 1982, 2002),
        ("Khối văn phòng",),
        (4, "Cao Mẫu", 1983, 2003),
    )

    book = read_book([rows])

    assert [(row.full_name, row.group) for row in book.members] == [
        ("Lý Thử", "Tổ đảng số 1"), ("Võ Ví Dụ", "Tổ đảng số 9"), ("Hồ Giả", "Tổ đảng số 2"), ("Cao Mẫu", "Tổ đảng số 2"),
    ]  # fmt: skip


def test_a_subtotal_does_not_end_the_table_and_the_total_does():
    """Behind “Cộng” a section or a full row may follow; behind the total come signatures."""
    rows = grid(
        "Đảng viên",
        MEMBERS,
        (1, "Lý Thử", 1980, 2000),
        ("Cộng: 1",),
        ("Tổ đảng số 2",),
        (2, "Võ Ví Dụ", 1981, 2001),
        ("Tổng cộng", "2 đồng chí"),
        (None, None, None, "Ngày 05 tháng 01 năm 2025"),
        (None, None, None, "BÍ THƯ"),
        (None, "Phạm Văn Ký", 1970, 1990),
    )

    assert names(read_book([rows])) == ["Lý Thử", "Võ Ví Dụ"]


def test_a_record_with_only_a_name_stays_a_record():
    """Nobody is dropped because the rest of the row is still blank: a running number or a person's name suffices."""
    rows = grid(
        "Đảng viên",
        MEMBERS,
        (1, "Lý Thử", 1980, 2000, "Tổ 1"),
        (2, "Bùi Thị Thí Dụ"),
        (None, "Đ/c Võ Văn Ví Dụ"),
        (4, "Hồ Giả", 1982, 2002, "Tổ 1"),
    )

    assert names(read_book([rows])) == ["Lý Thử", "Bùi Thị Thí Dụ", "Võ Văn Ví Dụ", "Hồ Giả"]


def test_a_post_in_a_poor_row_is_no_signature():
    """“Bí thư” beside a numbered name is that member's post, not the end of the sheet."""
    rows = grid(
        "Đảng viên",
        ("STT", "Họ và tên", "Ngày sinh", "Ngày vào Đảng", "Chức vụ Đảng"),
        (1, "Lý Thử", None, None, "Bí thư"),
        (2, "Võ Ví Dụ", 1981, 2001, None),
    )

    assert names(read_book([rows])) == ["Lý Thử", "Võ Ví Dụ"]


def test_prepared_rows_with_a_running_number_only_are_empty():
    """Two of them end the table, and nothing is reported."""
    rows = grid("Đảng viên", MEMBERS, (1, "Lý Thử", 1980, 2000, "Tổ 1"), (2,), (3,), (4,))

    book = read_book([rows])

    assert (names(book), found(book)) == (["Lý Thử"], [])


@pytest.mark.parametrize(("gap", "count", "stray"), [(1, 2, []), (2, 1, [("SHT106", "5")])])
def test_one_empty_row_is_passed_over_and_two_end_the_table(gap, count, stray):
    """The contract's boundary; rows behind the gap are told."""
    rows = grid("Đảng viên", MEMBERS, (1, "Lý Thử", 1980, 2000, "Tổ 1"), *[()] * gap, (2, "Võ Ví Dụ", 1981, 2001, "Tổ 1"))

    book = read_book([rows])

    assert (len(book.members), found(book)) == (count, stray)


def test_a_note_below_the_table_is_no_record():
    """“Ghi chú: …” directly under the last row."""
    rows = grid("Đảng viên", MEMBERS, (1, "Lý Thử", 1980, 2000, "Tổ 1"), ("Ghi chú: danh sách lập theo hồ sơ.",))

    assert names(read_book([rows])) == ["Lý Thử"]


def test_tables_one_under_another_each_with_its_own_title_year():
    """No empty row between them is needed, and the year of each comes from its own title."""
    rows = grid(
        "Sổ kiểm tra",
        ("KIỂM TRA NĂM 2019",),
        INSPECTIONS,
        ("23-QĐ/CB", "Lý Thử", "Kiểm tra", "TD", "Tốt"),
        ("KIỂM TRA NĂM 2020",),
        INSPECTIONS,
        ("35-QĐ/CB", "Võ Ví Dụ", "Kiểm tra", "TD", "Tốt"),
    )

    book = read_book([rows])

    assert [(row.year, row.decision_no) for row in book.inspections] == [(2019, "23-QĐ/CB"), (2020, "35-QĐ/CB")]


def test_headings_repeated_on_a_new_page_are_no_record():
    """The rows below them belong to the same table."""
    rows = grid("Đảng viên", MEMBERS, (1, "Lý Thử", 1980, 2000, "Tổ 1"), MEMBERS, (2, "Võ Ví Dụ", 1981, 2001, "Tổ 1"))

    assert names(read_book([rows])) == ["Lý Thử", "Võ Ví Dụ"]


def test_a_small_table_above_a_larger_one_is_not_skipped():
    """The topmost sure table comes first, though the one below fits its table better."""
    rows = grid(
        "Sổ",
        ("Tổ đảng", "Tổ trưởng", "Từ ngày", "Đến ngày"),
        ("Tổ 1", "Lý Thử", 2020, None),
        (),
        ("STT", "Họ và tên", "Ngày sinh", "Giới tính", "Dân tộc", "Ngày vào Đảng", "Số thẻ đảng", "Quê quán"),
        (1, "Lý Thử", 1980, "Nam", "Kinh", 2000, "55012345", "Xã A"),
    )

    book = read_book([rows])

    assert [table.table for table in book.layout] == ["groups", "members"]
    assert (book.groups[0].leader, names(book)) == ("Lý Thử", ["Lý Thử"])


UNRELATED = {
    "Đảng phí": ("STT", "Họ và tên", "Ngày nộp", "Số tiền", "Ghi chú"),
    "Thu chi": ("Ngày", "Nội dung", "Số tiền", "Ghi chú"),
    "Lịch tuần": ("Ngày", "Nội dung", "Địa điểm", "Người phụ trách"),
    "Cán bộ": ("STT", "Họ và tên", "Ngày sinh", "Chức vụ", "Đơn vị", "Ghi chú"),
    "Thiếu nhi": ("STT", "Họ và tên", "Ngày sinh", "Giới tính", "Nơi cư trú"),
    "Chấm công": ("STT", "Họ và tên", "Tổ", "Số công", "Ghi chú"),
    "Văn bản đến": ("Số", "Ngày", "Trích yếu", "Nơi gửi", "Người nhận"),
    "Tài sản": ("STT", "Tên tài sản", "Số lượng", "Năm", "Tình trạng"),
    "Việc phòng": ("Nội dung", "Người thực hiện", "Bắt đầu", "Kết thúc", "Kết quả"),
    "Quà Tết": ("STT", "Họ và tên", "Nội dung", "Ký nhận"),
    "Nghỉ phép": ("Họ và tên", "Từ ngày", "Đến ngày", "Lý do"),
    "Thi đua": ("Họ và tên", "Danh hiệu", "Số quyết định", "Ngày quyết định"),
    "Khám bệnh": ("Ngày", "Họ và tên", "Loại", "Nội dung"),
}


@pytest.mark.parametrize("sheet", UNRELATED)
def test_an_office_s_other_sheets_are_never_taken_silently(sheet):
    """Common words in common order prove nothing: at most a remark, never a table."""
    rows = grid(sheet, UNRELATED[sheet], *[tuple("x" for _ in UNRELATED[sheet])] * 3)

    book = read_book([rows])

    assert book.layout == ()
    assert {rule for rule, _cell in found(book)} <= {"SHT104", "SHT108"}


def test_the_sheet_s_name_makes_common_headings_enough():
    """What would be too little under any name is enough under the table's own."""
    head, row = ("Ngày", "Loại", "Nội dung", "Kết quả"), ("03/9/2019", "Định kỳ", "Nghị quyết tháng 9", None)

    by_name, unnamed = read_book([grid("Sinh hoạt", head, row)]), read_book([grid("Sheet1", head, row)])

    assert [table.table for table in by_name.layout] == ["meetings"]
    assert unnamed.layout == ()


def test_a_sheet_of_two_common_words_is_no_table():
    """A name and a task, under no name that says more: nothing a register of tasks must have."""
    book = read_book([grid("Sheet1", ("Đảng viên", "Nhiệm vụ"), ("Lý Thử", "Soạn báo cáo"))])

    assert (book.layout, {item.rule for item in book.unreadable}) == ((), {"SHT105"})


def test_lists_of_several_years_are_one_list_with_the_newest_rows():
    """Whoever left between two lists is kept and reported, once."""
    old = grid("DS 2023", MEMBERS, (1, "Lý Hoà", 1980, 2000, "Tổ 1"), (2, "Võ Ví Dụ", 1981, 2001, "Tổ 1"))
    new = grid("DS 2025", MEMBERS, (1, "Lý Hòa", 1980, 2000, "Tổ 2"), (2, "Hồ Giả", 1990, 2020, "Tổ 2"))

    book = read_book([old, new])

    assert [(row.full_name, row.group) for row in book.members] == [("Lý Hòa", "Tổ 2"), ("Hồ Giả", "Tổ 2"), ("Võ Ví Dụ", "Tổ 1")]
    (finding,) = book.unreadable
    assert (finding.rule, str(finding.place)) == ("SHT118", "'DS 2023'!B3")
    assert finding.message == "“Võ Ví Dụ” có trong danh sách năm 2023 nhưng không có trong danh sách năm 2025."


def test_two_lists_without_years_stay_as_they_are():
    """Nothing says which is newer."""
    rows = (MEMBERS, (1, "Lý Thử", 1980, 2000, "Tổ 1"))

    book = read_book([grid("Danh sách A", *rows), grid("Danh sách B", *rows)])

    assert names(book) == ["Lý Thử", "Lý Thử"]


def test_hidden_rows_and_very_hidden_sheets_are_read():
    """Filtered rows count, and every value keeps its address."""
    rows = grid("Đảng viên", MEMBERS, (1, "Lý Thử", 1980, 2000, "Tổ 1"), hidden_rows=frozenset({2}), state="veryHidden")

    (member,) = read_book([rows]).members

    assert str(member.place("group")) == "'Đảng viên'!E2"


def test_corpus_workbooks_hold_no_table_of_ours(shared):
    """Budgets, calendars, scorecards of the world: none is taken for ours, none is remarked upon."""
    from addin.errors import SochiboError
    from addin.hosts.closed.read.reading import read_workbook

    read, taken = 0, []
    for path in sorted((shared / "corpus" / "xlsx").glob("*.xl*")):
        try:
            book = read_book(read_workbook(path).grids)
        except SochiboError:
            continue
        read += 1
        taken += [(path.name, table.table, table.sheet) for table in book.layout]
        taken += [(path.name, item.rule) for item in book.unreadable if item.rule != "SHT105"]

    assert read >= 50
    assert taken == []
