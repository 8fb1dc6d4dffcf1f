"""From grids to a book: recognition of sheets, headings, rows and values (data-dictionary.md)."""

from __future__ import annotations

from datetime import date

import pytest

from addin.core.dates import PartialDate
from addin.core.grids import SquareError, Uncached
from addin.core.tables.reading import read_book
from tests.grids import grid


def codes(book):
    return [(found.rule, found.place.cell) for found in book.unreadable if found.rule != "SHT105"]


def office_list():
    """A list as offices keep it: titles, a two-row merged heading, sections, a total, a signature."""
    return grid(
        "DS 2024",
        ("ĐẢNG BỘ THÍ DỤ", None, None, None, None, None, "ĐẢNG CỘNG SẢN VIỆT NAM"),
        ("CHI BỘ MẪU",),
        (None, None, "DANH SÁCH ĐẢNG VIÊN"),
        (None, None, "(Tính đến 31/12/2024)"),
        ("TT", "Họ và tên", "Ngày sinh", None, "Ngày vào Đảng", None, "Ghi chú"),
        (None, None, "Nam", "Nữ", "Dự bị", "Chính thức", None),
        (1, 2, 3, 4, 5, 6, 7),
        ("I", "Tổ đảng số 1"),
        (1, "Đ/c Nguyễn Văn Mẫu", "03/9/1980", None, date(2005, 5, 19), date(2006, 5, 19), None),
        (2, "Trần Thị Thí Dụ", None, 1985, "9/2010", "9/2011", "tổ phó"),
        ("II", "Tổ đảng số 2"),
        (3, "Lê Hoà Giả", "1-2-1990", None, "03.9.2020", None, None),
        ("Tổng cộng", "3 đồng chí"),
        (None, None, None, None, "Thành phố A, ngày 05 tháng 01 năm 2025"),
        (None, None, None, None, "T/M CHI BỘ"),
        (None, None, None, None, "Phạm Văn Ký"),
        merged=("A5:A6", "B5:B6", "C5:D5", "E5:F5", "G5:G6", "C3:F3"),
    )


def test_office_list_gives_the_right_members_in_the_right_squares():
    """Titles, numbering, sections, totals and signatures are no records; Nam/Nữ give date and gender."""
    book = read_book([office_list()])

    assert [member.full_name for member in book.members] == ["Nguyễn Văn Mẫu", "Trần Thị Thí Dụ", "Lê Hoà Giả"]
    assert [member.group for member in book.members] == ["Tổ đảng số 1", "Tổ đảng số 1", "Tổ đảng số 2"]
    assert [member.gender for member in book.members] == ["Nam", "Nữ", "Nam"]
    assert [member.birth_date.iso for member in book.members] == ["1980-09-03", "1985", "1990-02-01"]
    assert [member.admitted_on.iso for member in book.members] == ["2005-05-19", "2010-09", "2020-09-03"]
    assert [str(member.place("official_on")) for member in book.members] == [
        "'DS 2024'!F9", "'DS 2024'!F10", "'DS 2024'!F12",
    ]  # fmt: skip
    assert book.layout[0].heading_rows == (5, 6)
    assert (book.layout[0].first_row, book.layout[0].last_row) == (7, 12)
    assert codes(book) == []


def test_a_heading_is_read_by_its_words_in_any_row_and_order():
    """The sheet's name decides nothing where the headings do."""
    book = read_book([grid("Sheet1", (), (), ("Ngày sinh", "HỌ VÀ TÊN:", "Ngày kết nạp", "Tổ đảng"), (1980, "Lý Thử", 2000, "Tổ 1"))])

    (member,) = book.members
    assert (member.full_name, member.birth_date, member.admitted_on) == ("Lý Thử", PartialDate(1980), PartialDate(2000))


def test_headings_typed_without_accents_are_read():
    """`Ho va ten` is the heading, while a half-accented one would only be offered."""
    book = read_book([grid("ds", ("Ho va ten", "Ngay sinh", "Ngay vao Dang"), ("Lý Thử", 1980, 2000))])

    assert [member.full_name for member in book.members] == ["Lý Thử"]


def test_a_heading_with_one_slip_of_the_pen_is_read():
    """A clear case is never asked: one letter too many, one missing, two swapped, an accent left out."""
    heads = ("Quê quánn", "Quê qán", "Quê qaún", "Que quán")

    books = [read_book([grid("Đảng viên", ("Họ và tên", "Ngày sinh", "Ngày vào Đảng", head), ("Lý Thử", 1980, 2000, "A"))]) for head in heads]

    assert [book.members[0].hometown for book in books] == ["A"] * len(heads)


def test_two_columns_for_one_key_are_a_finding_and_neither_is_used():
    """Neither heading is the canonical one, so nobody guesses which birth date counts."""
    book = read_book(
        [grid("Đảng viên", ("Họ và tên", "Ngày tháng năm sinh", "Năm sinh", "Ngày vào Đảng"), ("Lý Thử", 1980, 1981, 2000))]
    )

    assert ("SHT102", "B1") in codes(book)
    assert book.members[0].birth_date is None


def test_the_canonical_heading_wins_over_a_variant():
    """Where exactly one of two columns has the dictionary's heading, it is taken."""
    book = read_book(
        [grid("Đảng viên", ("Họ và tên", "Ngày sinh", "Năm sinh", "Ngày vào Đảng"), ("Lý Thử", 1980, 1981, 2000))]
    )

    assert book.members[0].birth_date == PartialDate(1980)


def test_several_sheets_of_one_kind_are_one_table_and_give_the_year():
    """The year comes from the row, else the sheet's name, else the title."""
    head = ("Số quyết định", "Đảng viên", "Hình thức", "Nội dung", "Kết luận")
    by_name = grid("Kiểm tra 2019", head, ("23-QĐ/CB", "Lý Thử", "Kiểm tra", "TD", "Tốt"))
    by_title = grid("KT", ("KIỂM TRA NĂM 2020",), head, ("35-QĐ/CB", "Lý Thử", "Kiểm tra", "TD", "Tốt"))

    book = read_book([by_name, by_title])

    assert [(row.year, row.decision_no) for row in book.inspections] == [(2019, "23-QĐ/CB"), (2020, "35-QĐ/CB")]


def test_a_value_merged_downwards_belongs_to_every_row():
    """One decision number stands over the rows of all its members."""
    rows = grid(
        "Kiểm tra",
        ("Năm", "Số quyết định", "Đảng viên", "Hình thức", "Nội dung"),
        (2019, "23-QĐ/CB", "Lý Thử", "Kiểm tra", "TD"),
        (2019, None, "Võ Ví Dụ", "Kiểm tra", "TD; NQ4"),
        merged=("B2:B3",),
    )

    book = read_book([rows])

    assert [row.decision_no for row in book.inspections] == ["23-QĐ/CB", "23-QĐ/CB"]
    assert book.inspections[1].contents == ("TD", "NQ4")


def test_number_and_date_in_one_column_are_told_apart():
    """A compound heading gives both keys; the date stands behind the number."""
    rows = grid(
        "Kiểm tra",
        ("Năm", "Số quyết định, ngày quyết định", "Đảng viên", "Hình thức", "Nội dung"),
        (2019, "23-QĐ/CB ngày 03/9/2019", "Lý Thử", "Kiểm tra", "TD"),
        (2019, "24-QĐ/CB\n04/9/2019", "Lý Thử", "Kiểm tra", "TD"),
    )

    book = read_book([rows])

    assert [(row.decision_no, row.decision_date.iso) for row in book.inspections] == [
        ("23-QĐ/CB", "2019-09-03"),
        ("24-QĐ/CB", "2019-09-04"),
    ]


def test_rows_behind_two_empty_rows_are_reported():
    """Data ends after two empty rows, and what lies behind is said, not dropped."""
    rows = grid(
        "Đảng viên",
        ("Họ và tên", "Ngày sinh", "Ngày vào Đảng"),
        ("Lý Thử", 1980, 2000),
        (),
        (),
        ("Võ Ví Dụ", 1981, 2001),
    )

    book = read_book([rows])

    assert len(book.members) == 1
    assert ("SHT106", "5") in codes(book)


def test_two_tables_on_one_sheet_are_both_read():
    """Below a finished table another heading may stand."""
    rows = grid(
        "Sổ",
        ("Họ và tên", "Ngày sinh", "Ngày vào Đảng"),
        ("Lý Thử", 1980, 2000),
        (),
        (),
        ("Tổ đảng", "Tổ trưởng", "Từ ngày", "Đến ngày"),
        ("Tổ 1", "Lý Thử", 2020, None),
    )

    book = read_book([rows])

    assert [found.table for found in book.layout] == ["members", "groups"]
    assert book.groups[0].leader == "Lý Thử"


def test_the_learned_layout_wins_over_the_headings():
    """Once "adopt" wrote it down, nobody asks again."""
    settings = grid(
        "Thiết lập", ("Mục", "Giá trị"), ("Bố cục: Đảng viên @ DS", "dòng 1-1; Họ và tên=B; Ngày sinh=C; Ngày vào Đảng=D")
    )
    rows = grid("DS", ("Tên gọi", "Ông/bà", "Sinh", "Vào"), ("x", "Lý Thử", 1980, 2000))

    book = read_book([settings, rows])

    assert book.members[0].full_name == "Lý Thử"
    assert book.layout[0].confirmed
    assert codes(book) == []


DATES = [
    ("03/9/2019", "2019-09-03", None),
    ("3-9-2019", "2019-09-03", None),
    ("03.9.19", "2019-09-03", "SHT111"),
    ("9/2019", "2019-09", None),
    ("2019", "2019", None),
    (2019, "2019", None),
    ("ngày 03 tháng 9 năm 2019", "2019-09-03", None),
    ("2019-09-03", "2019-09-03", None),
    (43711.0, "2019-09-03", "SHT113"),
    ("31/02/2019", None, "SHT110"),
    ("5/27/2019", None, "SHT112"),
    ("hôm qua", None, "SHT110"),
    (date(1850, 1, 1), "1850-01-01", "SHT114"),
    (date(2019, 9, 3), "2019-09-03", None),
    (True, None, "SHT110"),
    (SquareError("#REF!"), None, "SHT120"),
    (Uncached(), None, "SHT121"),
    ("   ", None, None),
]


@pytest.mark.parametrize(("raw", "iso", "code"), DATES)
def test_dates_keep_their_precision_and_say_their_doubts(raw, iso, code):
    """Every form of the dictionary, and every way of being wrong, at its square."""
    book = read_book([grid("Đảng viên", ("Họ và tên", "Ngày sinh", "Ngày vào Đảng"), ("Lý Thử", raw, 2000))])

    birth = book.members[0].birth_date
    assert (birth.iso if birth else None) == iso
    assert codes(book) == ([(code, "B2")] if code else [])


def test_a_serial_counts_from_1904_where_the_workbook_says_so():
    """The same number is four years and a day later."""
    rows = grid("Đảng viên", ("Họ và tên", "Ngày sinh", "Ngày vào Đảng"), ("Lý Thử", 42249.0, 2000), epoch_1904=True)

    assert read_book([rows]).members[0].birth_date.iso == "2019-09-03"


def test_numbers_flags_levels_and_choices_are_typed_or_flagged():
    """Blank is unknown, never no; what cannot be read is a finding and None."""
    rows = grid(
        "Xếp loại",
        ("Năm", "Đảng viên", "Điểm tiêu chí chung", "Số nhiệm vụ được giao", "Tự xếp loại", "Kết luận suy thoái", "Chính trị tư tưởng", "Tỷ lệ hoàn thành của đơn vị phụ trách"),
        (2025, "Lý Thử", "27,5", 10, "HTXSNV", "không", "Tốt", "85%"),
        (2025, "Võ Ví Dụ", "cao", 9.5, "giỏi", "có lẽ", "Khá", 90),
        (2025, "Hồ Thử", True, None, None, None, None, None),
    )  # fmt: skip

    book = read_book([rows])

    first, second, third = book.ratings
    assert (str(first.points_general), first.tasks_assigned, first.self_level, first.degradation) == ("27.5", 10, "HTXS", False)
    assert (first.grade_politics, str(first.unit_done_pct)) == ("Tốt", "0.85")
    assert (second.points_general, second.tasks_assigned, second.self_level, second.degradation) == (None, None, None, None)
    assert (str(second.unit_done_pct), third.degradation) == ("0.9", None)
    assert codes(book) == [
        ("SHT122", "C3"), ("SHT123", "D3"), ("SHT132", "E3"), ("SHT131", "F3"), ("SHT130", "G3"), ("SHT124", "C4"),
    ]  # fmt: skip


def test_long_numbers_stored_as_numbers_are_flagged_and_filled():
    """A 12-digit number that Excel stored as a number lost its leading zero."""
    rows = grid(
        "Đảng viên",
        ("Họ và tên", "Ngày sinh", "Ngày vào Đảng", "Số định danh", "Số thẻ đảng"),
        ("Lý Thử", 1980, 2000, 12345678901.0, "001234567"),
    )

    book = read_book([rows])

    assert (book.members[0].id_number, book.members[0].party_card) == ("012345678901", "001234567")
    assert codes(book) == [("SHT135", "D2")]


def test_settings_are_read_with_their_squares_and_a_bad_one_is_a_finding():
    """Terms, allocated numbers, dates of the year; what cannot be used is said."""
    settings = grid(
        "Thiết lập",
        ("Mục", "Giá trị"),
        ("Tên chi bộ", "Chi bộ Mẫu"),
        ("Nhiệm kỳ", "01/7/2017–30/6/2020; 01/7/2020–30/6/2022"),
        ("Số HTXS được phân bổ", "2024: 3; 2025: 4"),
        ("Hạn ban hành kế hoạch", "15/02"),
        ("Làm tròn", "sang ngang"),
    )

    book = read_book([settings])

    assert book.settings.cell_name == "Chi bộ Mẫu"
    assert [term.last for term in book.settings.terms] == [date(2020, 6, 30), date(2022, 6, 30)]
    assert dict(book.settings.htxs_allocated) == {2024: 3, 2025: 4}
    assert book.settings.plan_deadline == (15, 2)
    assert book.settings.quota_rounding == "floor"
    assert ("SHT137", "B6") in codes(book)


def test_a_workbook_without_members_says_so():
    """A missing list is a finding, not a crash."""
    book = read_book([grid("Sheet1", ("một", "hai"), ("ba", "bốn"))])

    assert [found.rule for found in book.unreadable] == ["SHT105"]
