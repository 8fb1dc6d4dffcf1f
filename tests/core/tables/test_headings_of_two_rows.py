"""Headings of two rows as offices break them: years below blank or unmerged parents, tables beside, slips of the pen."""

from __future__ import annotations

import pytest

from addin.core.tables.reading import read_book
from tests.grids import grid

PEOPLE = ("Lý Thử", "Võ Ví Dụ", "Hồ Mẫu", "Đỗ Nháp")
LEVELS = ("HTTNV", "HTXSNV", "HTNV", "HTTNV")
TITLE = ("TỔNG HỢP KẾT QUẢ ĐÁNH GIÁ, XẾP LOẠI",)


def levels_of(*sheets):
    return sorted((row.year, row.member, row.final_level) for row in read_book(sheets).ratings)


def expected(*years):
    return sorted((year, name, {"HTTNV": "HTT", "HTXSNV": "HTXS", "HTNV": "HTN"}[level]) for year in years for name, level in zip(PEOPLE, LEVELS, strict=True))


def test_years_below_an_unmerged_parent_and_names_in_two_columns():
    """Nothing is merged; the row of the parents alone would be a table without years."""
    heads = (("TT", "Họ tên đảng viên", None, "Chữ ký", "Xếp loại các năm", None), (None, "Họ và tên đệm", "Tên", None, 2024, 2025), ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)"))
    rows = [(at, name.split(" ", 1)[0], name.split(" ", 1)[1], None, level, level) for at, (name, level) in enumerate(zip(PEOPLE, LEVELS, strict=True), 1)]

    assert levels_of(grid("Đánh giá xếp loại", TITLE, *heads, *rows)) == expected(2024, 2025)


def test_a_year_alone_below_headings_merged_down():
    """Only the column of levels has a second row."""
    heads = (("TT", "Họ và tên", "Ngày sinh", "Ngày vào Đảng", "Xếp loại"), (None, None, None, None, 2025))
    rows = [(at, name, 1970 + at, 2000 + at, level) for at, (name, level) in enumerate(zip(PEOPLE, LEVELS, strict=True), 1)]

    assert levels_of(grid("Danh sách ĐV", *heads, *rows, merged=("A1:A2", "B1:B2", "C1:C2", "D1:D2"))) == expected(2025)


def test_one_year_slipped_into_the_row_below():
    """Headings merged down were taken apart; a parent that is no word of ours begins with a family name."""
    heads = (("TT", "LÝ LỊCH", None, "XẾP LOẠI NĂM 2024"), (None, "HỌ TÊN ĐV", "XẾP LOẠI NĂM 2023", None))
    rows = [(at, name, level, level) for at, (name, level) in enumerate(zip(PEOPLE, LEVELS, strict=True), 1)]

    assert levels_of(grid("Xếp loại", TITLE, *heads, *rows)) == expected(2023, 2024)


def test_the_name_stays_where_the_parent_of_the_others_means_nothing():
    """Headings with the row above find the name as well: those without it are worth less."""
    heads = (("TT", "Họ và tên", "Thông tin chung", None, "Ký nhận"), (None, None, "Nội dung tu dưỡng, rèn luyện", "Đánh giá kết quả thực hiện", None))
    rows = [(at, name, "Học xong lớp trung cấp", "Đạt", None) for at, name in enumerate(PEOPLE, 1)]

    book = read_book([grid("CK", ("Theo dõi bản cam kết năm 2025",), (), *heads, *rows, merged=("C3:D3", "A3:A4", "B3:B4"))])

    assert [row.member for row in book.commitments] == [*PEOPLE]


def test_a_numbered_section_right_below_is_no_heading():
    """"I | Kiểm tra" says the kind of the rows below."""
    heads = ("STT", "Đảng viên được kiểm tra, giám sát", "Nội dung", "Thời gian", "Người phụ trách")
    rows = [("I", "Kiểm tra"), (1, "Lý Thử", "Chỉ thị 05", "Quý I/2026", "Hồ Mẫu"), ("II", "Giám sát chuyên đề"), (2, "Võ Ví Dụ", "Nêu gương", "Quý II/2026", "Hồ Mẫu")]

    assert [row.kind for row in read_book([grid("KH 2026", heads, *rows)]).plan_items] == ["Kiểm tra", "Giám sát chuyên đề"]


def test_a_table_beside_ends_no_row_of_the_list():
    """Its headings stand in the row of a section."""
    rows = [("Tổ đảng 1", None, None, None, None, "Tên tổ đảng", "Tổ trưởng", "Từ", "Kết thúc"), *[(name, "Nam", 1970, 2000, None, f"Tổ đảng {at}", name, "01/7/2022", "01/7/2025") for at, name in enumerate(PEOPLE, 1)]]

    book = read_book([grid("DS", ("Họ và tên", "Giới tính", "Năm sinh", "Ngày vào Đảng"), *rows)])

    assert ([row.full_name for row in book.members], [row.leader for row in book.groups]) == ([*PEOPLE], [*PEOPLE])


def test_a_record_of_words_that_may_head_columns_is_a_record():
    """"Chi bộ | Giấy khen | 11-QĐ/ĐU | Đảng uỷ xã": a number of a paper heads nothing."""
    heads = ("Tập thể, cá nhân", "Hình thức khen thưởng", "Số QĐ", "Ngày QĐ", "Cấp khen")

    book = read_book([grid("Khen thưởng", heads, ("Chi bộ", "Giấy khen", "Số 11-QĐ/ĐU", "10/01/2026", "Đảng uỷ xã Thử"), ("Lý Thử", "Giấy khen", "Số 12-QĐ/ĐU", "10/01/2026", "Đảng uỷ xã Thử"))])

    assert [row.subject for row in book.rewards] == ["Chi bộ", "Lý Thử"]


def test_a_slip_in_the_parent_of_three_parts_of_a_date():
    """"Ngày snih" over Ngày | Tháng | Năm."""
    heads = (("TT", "Họ và tên", "Ngày\nsnih", None, None, "Ngày kết nạp"), (None, None, "Ngày", "Tháng", "Năm", None))

    (member, *_more) = read_book([grid("Danh sách đảng viên", *heads, *[(at, name, 14, 6, 1966, "05/02/1995") for at, name in enumerate(PEOPLE, 1)], merged=("C1:E1",))]).members

    assert str(member.birth_date.iso) == "1966-06-14"


@pytest.mark.parametrize("heads", [("Đảng viên", "Chức vụ Đảng, CQ", "Kết quả", "Ghi chú"), ("Họ và tên đ/c", "Chức vụ", "Mức xếp loại", "Ghi chú")])
def test_a_list_that_begins_with_the_secretary_is_no_signature(heads):
    """"Nguyễn Văn A | Bí thư | HTTNV" without a running number."""
    rows = [(name, post, level, None) for name, post, level in zip(PEOPLE, ("Bí thư", "Phó bí thư", "Đảng viên", "Đảng viên"), LEVELS, strict=True)]

    assert levels_of(grid("Xếp loại 2022", ("BẢNG TỔNG HỢP ĐÁNH GIÁ, XẾP LOẠI ĐẢNG VIÊN NĂM 2022",), (), heads, *rows)) == expected(2022)


def test_votes_and_the_level_of_the_same_year_are_one_record():
    """The level's heading names the sheet's year."""
    heads = (("TT", "Họ và tên", "Số phiếu đề nghị xếp loại", None, None, None, "Xếp loại năm 2024"), (None, None, "HTXS", "HTT", "HTN", "KHT", None))
    rows = [(at, name, 0, 33, 2, 0, level) for at, (name, level) in enumerate(zip(PEOPLE, LEVELS, strict=True), 1)]

    book = read_book([grid("XL 2024", *heads, *rows, merged=("C1:F1", "G1:G2", "A1:A2", "B1:B2"))])

    assert [(row.year, row.votes_htt, row.final_level) for row in book.ratings] == [(2024, 33, {"HTTNV": "HTT", "HTXSNV": "HTXS", "HTNV": "HTN"}[level]) for level in LEVELS]


def test_who_has_no_level_in_a_column_of_a_year_has_no_rating_of_it():
    """Nor has a remark below the list."""
    rows = [(1, "Lý Thử", "HTT", "HTT"), (2, "Võ Ví Dụ", None, "HTT"), (3, "Hồ Mẫu", None, None), (), (None, "Ghi chú: đảng viên dự bị dưới 6 tháng không xếp loại.")]

    assert levels_of(grid("XL các năm", ("STT", "Họ và tên", 2023, 2024), *rows)) == [(2023, "Lý Thử", "HTT"), (2024, "Lý Thử", "HTT"), (2024, "Võ Ví Dụ", "HTT")]


@pytest.mark.parametrize(("heading", "key"), [("Phòng, xưởng", "employer"), ("Phân xưởng", "employer")])
def test_places_of_work_of_a_company(heading, key):
    """What a company's list calls them."""
    rows = [(at, name, 1970, 2000, "Xưởng 2") for at, name in enumerate(PEOPLE, 1)]

    assert read_book([grid("DS đảng viên", ("TT", "Họ và tên", "Năm sinh", "Ngày vào Đảng", heading), *rows)]).layout[0].columns[key] == 5


def test_progress_full_of_months_is_when():
    """"Tiến độ" is a state, unless periods stand below it."""
    heads = ("STT", "Đối tượng", "Hình thức", "Nội dung", "Tiến độ")
    rows = [(at, name, "Kiểm tra", "Nêu gương", when) for at, (name, when) in enumerate(zip(PEOPLE, ("Quý I/2025", "Quý III/2025", "Từ 05/9 đến 25/9/2025", "Tháng 5/2025"), strict=True), 1)]

    first = read_book([grid("Kế hoạch KT, GS 2025", heads, *rows)]).plan_items[0]

    assert (first.starts_on.iso, first.ends_on.iso, first.status) == ("2025-01-01", "2025-03-31", None)


def test_whom_a_member_was_told_to_watch():
    """"ĐV được giám sát" alone is the member, and not asked about."""
    rows = [(f"0{at}/3/2025", name, "Gương mẫu trong công việc") for at, name in enumerate(PEOPLE, 1)]

    book = read_book([grid("Giám sát TX", ("Ngày", "ĐV được giám sát", "Nội dung ghi nhận"), *rows)])

    assert ([row.member for row in book.supervision_notes], [row.observer for row in book.supervision_notes]) == ([*PEOPLE], [None] * 4)


def test_what_is_expected_is_nobodys_level():
    """"Dự kiến xếp loại" comes before any committee met."""
    rows = [(at, name, 25, 60, "HTTNV") for at, name in enumerate(PEOPLE, 1)]

    book = read_book([grid("Điểm 2025", ("TT", "Họ và tên", "Tiêu chí chung (30)", "Kết quả nhiệm vụ (70)", "Dự kiến xếp loại"), *rows)])

    assert {(row.points_general, row.committee_level, row.cell_level, row.final_level) for row in book.ratings} == {(25, None, None, None)}


def test_votes_are_no_share():
    """A lone "Hoàn thành (phiếu)" counts votes."""
    rows = [(at, name, 25, 60, 12) for at, name in enumerate(PEOPLE, 1)]

    (table,) = read_book([grid("Điểm 2025", ("TT", "Họ và tên", "Tiêu chí chung (30)", "Kết quả nhiệm vụ (70)", "Hoàn thành\n(phiếu)"), *rows)]).layout

    assert {key: column for key, column in table.columns.items() if column == 5} == {"votes_htn": 5}


def test_an_inspection_is_of_the_year_of_its_decision():
    """Where no column, title or name says the year."""
    book = read_book([grid("Kiểm tra ĐV", ("QĐ số", "Ngày quyết định", "Đối tượng kiểm tra", "Nội dung kiểm tra"), *[(f"{at}-QĐ/CB", f"0{at}/02/2025", name, "Nêu gương") for at, name in enumerate(PEOPLE, 1)])])

    assert {row.year for row in book.inspections} == {2025}
    assert not [finding for finding in book.unreadable if finding.rule == "SHT117" and "“Năm”" in finding.message]


def test_comments_of_where_they_live_on_a_sheet_named_213():
    """Names, places and what was said, without a day or a level."""
    sheet = grid("213 năm 2025", ("STT", "Họ và tên đ/c", "Nơi cư trú", "Nội dung nhận xét"), *[(at, name, "Thôn 3", "Gia đình gương mẫu") for at, name in enumerate(PEOPLE, 1)])

    assert [(row.year, row.member) for row in read_book([sheet]).residence_comments] == [(2025, name) for name in PEOPLE]


@pytest.mark.parametrize("year", ["Năm 2025", 2025])
def test_a_year_alone_below_an_unmerged_word_for_levels(year):
    """Nothing is merged; only the ratings in the list have a second row."""
    heads = (("TT", "Họ và tên", "Ngày sinh", "Ngày vào Đảng", "Kết quả đánh giá, xếp loại"), (None, None, None, None, year))
    rows = [(at, name, 1970 + at, 2000 + at, level) for at, (name, level) in enumerate(zip(PEOPLE, LEVELS, strict=True), 1)]

    assert levels_of(grid("Danh sách ĐV", *heads, *rows)) == expected(2025)


def test_nobody_is_part_of_the_headings():
    """Names in two columns and words of levels that are headings elsewhere: the first person is a record."""
    heads = ("HỌ TÊN ĐV", None, "ĐU CÔNG NHẬN", "CHI BỘ XẾP LOẠI", "NGƯỜI NHẬP")
    rows = [("Vũ Hữu", "Nam", "Hoàn thành", "Hoàn thành", "M29"), ("Bùi Thị Thu", "Lan", "Tốt", "Tốt", None), ("Cao Trọng", "Bính", "Tốt", "Tốt", None)]

    assert levels_of(grid("XL 2023", heads, *rows, merged=("A1:B1",))) == [(2023, "Bùi Thị Thu Lan", "HTT"), (2023, "Cao Trọng Bính", "HTT"), (2023, "Vũ Hữu Nam", "HTN")]


def test_the_first_of_few_promises_is_a_record():
    """What they promised and how it went are words that head columns elsewhere."""
    rows = [("Trần Văn Hùng", "Không để hồ sơ quá hạn", "Đạt"), ("Giàng Thị Mỷ", "Dự đủ các kỳ sinh hoạt", "Đạt"), ("Đỗ Thị Dung", "Không để hồ sơ quá hạn", "Đạt")]

    book = read_book([grid("CK", ("THEO DÕI BẢN CAM KẾT NĂM 2025",), (), ("HỌ TÊN ĐẢNG VIÊN", "NỘI DUNG TU DƯỠNG, RÈN LUYỆN", "KẾT QUẢ THỰC HIỆN"), *rows)])

    assert [row.member for row in book.commitments] == [row[0] for row in rows]


def test_tasks_done_beside_no_votes_against_are_no_sum():
    """0 + 10 = 10 says nothing; a share of a unit's speaks of a unit."""
    heads = (("Họ và tên", "Kết quả phiếu", None, None, None, "NHIỆM VỤ", None, None), (None, "XUẤT SẮC", "TỐT", "HOÀN THÀNH", "KHÔNG HOÀN THÀNH", "ĐƯỢC GIAO", "HOÀN THÀNH", "CHẬM"))
    rows = [(name, 2, 13, 0, 0, given, given, 0) for name, given in zip(PEOPLE, (10, 8, 9, 7), strict=True)]

    (table,) = read_book([grid("XL 2025", *heads, *rows, merged=("B1:E1", "F1:H1"))]).layout

    assert (table.columns["tasks_assigned"], table.columns["tasks_done"], table.columns.get("unit_done_pct")) == (6, 7, None)


def test_a_blank_column_inside_a_plan_divides_nothing():
    """What stands right of it would be a weak list of tasks."""
    rows = [(at, "Kiểm tra", name, None, "Chỉ thị 05", f"{at}/8/2026", f"{at + 5}/9/2026", "Hồ Mẫu") for at, name in enumerate(PEOPLE, 1)]

    book = read_book([grid("KH 2026", ("KẾ HOẠCH KIỂM TRA, GIÁM SÁT NĂM 2026",), (), ("STT", "Loại", "Đảng viên", None, "Nội dung", "Thời gian bắt đầu", "Tiến hành đến", "Phụ trách"), *rows)])

    assert next((row.starts_on.iso, row.responsible) for row in book.plan_items) == ("2026-08-01", "Hồ Mẫu")


def test_sums_below_a_list_say_nothing_of_its_columns():
    """"Trong đó: nữ | 3" stands under the dates of birth of the men."""
    heads = (("TT", "Họ và tên", "NTN sinh", None, "Ngày vào Đảng"), (None, None, "Nam", "Nữ", None))
    rows = [(1, "Lý Thử", "24.9.1990", None, "20.8.2008"), (2, "Võ Ví Dụ", None, "15.4.1966", "10.7.1991"), (3, "Hồ Mẫu", "1.2.1980", None, "2.3.2004")]
    sums = [("Danh sách này có 03 đồng chí",), (None, "Trong đó: Nữ", 1), (None, "- Đảng viên dự bị", 6), (None, "HTXS", 3)]

    book = read_book([grid("DS đảng viên", *heads, *rows, *sums)])

    assert [(row.full_name, row.gender) for row in book.members] == [("Lý Thử", "Nam"), ("Võ Ví Dụ", "Nữ"), ("Hồ Mẫu", "Nam")]


def test_people_sign_in_a_list_of_ours():
    """Under its title columns of signatures say nothing against it."""
    heads = ("STT", "Đảng viên", "Ngày nhận", "Mức độ", "Ý kiến nhận xét", "Ký nhận", "Chữ ký")
    rows = [(at, name, "20.11.2025", "Tốt", "Gương mẫu", None, "x") for at, name in enumerate(PEOPLE, 1)]

    assert len(read_book([grid("Sheet10", ("NHẬN XÉT CỦA NƠI CƯ TRÚ ĐỐI VỚI ĐẢNG VIÊN NĂM 2025",), heads, *rows)]).residence_comments) == 4


def test_headings_once_more_under_other_parents():
    """A new page: parents and headings are passed over, the rows go on."""
    heads = ("TT", "Đồng chí", "Tự xếp loại", "Chi uỷ đề xuất", "Chi bộ đề nghị", "Đảng uỷ công nhận")
    rows = [(at, name, level, level, level, level) for at, (name, level) in enumerate(zip(PEOPLE, LEVELS, strict=True), 1)]

    book = read_book([grid("Xếp loại 2025", (None, "Thông tin cá nhân"), heads, *rows[:2], (None, "Lý lịch", None, "Kết quả"), heads, *rows[2:])])

    assert [row.member for row in book.ratings] == [*PEOPLE]


def test_a_cross_may_be_a_plus():
    """One column a level."""
    heads = (("TT", "Họ và tên", "Xếp loại chất lượng", None, None, None), (None, None, "HTXS", "HTT", "HTN", "KHT"))
    rows = [(at, name, None, "+", None, None) for at, name in enumerate(PEOPLE, 1)]

    assert [level for _year, _name, level in levels_of(grid("Đánh giá 2023", *heads, *rows, merged=("C1:F1",)))] == ["HTT"] * 4


def test_both_rows_of_the_headings_printed_again_are_no_records():
    """A long list of two years has its headings on each page, the years below them."""
    page = [("TT", "Họ và tên", "Xếp loại các năm", None), (None, None, 2024, 2025)]
    people = [(number, name, "HTT", "HTN") for number, name in enumerate(("Lý Thử", "Võ Ví Dụ", "Phan Bịa", "Đỗ Giả"), 1)]

    book = read_book([grid("Xếp loại", *page, *people[:2], *page, *people[2:])])

    assert [(row.member, row.year) for row in book.ratings if row.year == 2024] == [(name, 2024) for _, name, _, _ in people]
    assert not [found for found in book.unreadable if found.place.row > 2]


def test_headings_printed_again_under_a_new_parent_are_no_records():
    """The parent stands where a name would, between headings that were there before."""
    head = [("TT", "Đảng viên", "Mã tiêu chí", "Chi bộ chấm")]
    again = [("TT", "SỐ LIỆU", None, "Chi bộ chấm"), (None, "Đảng viên", "Mã tiêu chí", None)]
    points = [(number, name, code, 13) for number, (name, code) in enumerate((("Lý Thử", "C1"), ("Lý Thử", "C2"), ("Võ Ví Dụ", "C1"), ("Võ Ví Dụ", "C2")), 1)]

    book = read_book([grid("Chấm điểm năm 2025", *head, *points[:2], *again, *points[2:])])

    assert [(row.member, row.code) for row in book.criteria_points] == [(name, code) for _, name, code, _ in points]
    assert not [found for found in book.unreadable if found.place.row > 1]
