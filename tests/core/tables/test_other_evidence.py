"""What contents, titles and the other sheets rule out: each kind of misreading that an office's own sheet once led to."""

from __future__ import annotations

import pytest

from addin.core.tables.reading import read_book
from tests.grids import grid

PEOPLE = ("Nguyễn Văn Hùng", "Trần Thị Lan", "Lê Quốc Sơn", "Phạm Thị Hoa", "Hoàng Đức Long", "Vũ Minh Tuấn")


def _members(heading: str | None = None, values: tuple[object, ...] = ()):
    extra = (heading,) if heading else ()
    rows = [
        (at + 1, name, f"05/0{at + 1}/197{at}", f"10/05/200{at}", f"10/05/201{at}", *((values[at % len(values)],) if heading else ()))
        for at, name in enumerate(PEOPLE)
    ]
    return grid("Danh sách đảng viên", ("STT", "Họ và tên", "Ngày sinh", "Ngày vào Đảng", "Ngày chính thức", *extra), *rows)


def _keys(book, sheet: str, table: str) -> dict[str, int]:
    return next((dict(found.columns) for found in book.layout if (found.sheet, found.table) == (sheet, table)), {})


@pytest.mark.parametrize(
    ("heading", "values", "never"),
    [
        ("Chuyên môn", ("ĐH", "ThS", "CĐ"), "employer"),
        ("Trình độ chuyên môn", ("Đại học", "Thạc sĩ QLGD", "12/12"), "employer"),
        ("Đơn vị", ("Cử nhân Luật", "Kỹ sư", "Trung cấp"), "employer"),
        ("Nhiệm vụ trong chi bộ", ("Bí thư", "Đảng viên"), "joined_cell_on"),
        ("Sinh hoạt tổ đảng", (1, 2, 3), "joined_cell_on"),
    ],
)
def test_contents_rule_a_key_of_a_member_out(heading, values, never):
    """Degrees are no workplace; posts and small numbers are no date."""
    assert never not in _keys(read_book([_members(heading, values)]), "Danh sách đảng viên", "members")


@pytest.mark.parametrize(
    ("heading", "key"), [("Ngày chuyển sinh hoạt về", "joined_cell_on"), ("Ngày chuyển sinh hoạt đi", "left_cell_on")]
)
def test_a_transfer_says_its_direction(heading, key):
    """About and away."""
    assert _keys(read_book([_members(heading, ("12/03/2020",))]), "Danh sách đảng viên", "members").get(key) == 6


@pytest.mark.parametrize("total", ["Tổng", "Cộng", "Tổng cộng", "Tổng số"])
@pytest.mark.parametrize("gap", [(), (None,)])
def test_the_sum_of_points_is_no_number_of_tasks(total, gap):
    """A column that adds up the figures before it counts nothing of its own, a blank column between or not."""
    heads = ("STT", "Họ và tên", "Tiêu chí chung (30)", *gap, "Kết quả nhiệm vụ (70)", total)
    rows = [(at, name, 20 + at, *gap, 60 + at, 80 + 2 * at) for at, name in enumerate(PEOPLE)]

    keys = _keys(read_book([_members(), grid("Điểm 2025", heads, *rows)]), "Điểm 2025", "ratings")

    assert ("points_general" in keys, "tasks_assigned" in keys) == (True, False)


def test_a_count_of_the_absent_names_nobody():
    """"Vắng: 2" is no name."""
    rows = [(f"0{month}/0{month}/2025", f"Sinh hoạt tháng {month}", 30, month % 3) for month in range(1, 7)]

    book = read_book([_members(), grid("Họp chi bộ", ("Ngày họp", "Nội dung", "Có mặt", "Vắng"), *rows)])

    assert [meeting.absent for meeting in book.meetings] == [()] * 6


@pytest.mark.parametrize("between", [", ", " và ", "; ", "\n", " + "])
def test_several_names_in_one_square_are_several(between):
    """Whatever stands between them, where nothing but names does."""
    rows = [(f"0{month}/0{month}/2025", f"Sinh hoạt tháng {month}", between.join(PEOPLE[:2])) for month in range(1, 4)]

    book = read_book([_members(), grid("Họp chi bộ", ("Ngày họp", "Nội dung", "Vắng"), *rows)])

    assert [meeting.absent for meeting in book.meetings] == [PEOPLE[:2]] * 3


@pytest.mark.parametrize(
    ("sheet", "heads", "rest"),
    [
        ("Huy hiệu Đảng", ("Họ và tên", "Ngày sinh", "Ngày vào Đảng", "Loại huy hiệu", "Đợt trao"), ("40 năm", "03/02")),
        ("Mừng thọ", ("Họ và tên", "Ngày sinh", "Ngày vào Đảng", "Tuổi mừng thọ", "Tiền mừng"), (75, 500000)),
    ],
)
def test_a_list_of_some_members_with_columns_of_its_own_is_not_the_list(sheet, heads, rest):
    """Nobody stands twice because he is honoured or visited."""
    some = grid(sheet, heads, *[(PEOPLE[at], f"05/0{at + 1}/197{at}", f"10/05/200{at}", *rest) for at in range(3)])

    book = read_book([some, _members()])

    assert [member.full_name for member in book.members] == list(PEOPLE)
    assert {found.sheet for found in book.layout} == {"Danh sách đảng viên"}


def test_a_list_of_another_year_stays():
    """One sheet a year of members, a column of its own or not."""
    lists = [
        grid(f"Đảng viên {year}", ("Họ và tên", "Ngày sinh", "Ngày vào Đảng", "Việc riêng"), *[(name, "05/01/1970", "10/05/2000", "x") for name in PEOPLE])
        for year in (2024, 2025)
    ]

    assert len([found for found in read_book(lists).layout if found.table == "members"]) == 2


@pytest.mark.parametrize("heading", ["Xếp loại chất lượng", "Kết quả đánh giá", "ĐGXL", "Kết quả", "Xếp loại"])
def test_a_lone_level_is_of_ratings_and_never_the_members_own(heading):
    """A sheet of names, posts and levels under its title is of ratings; nobody's levels are not what each one gave himself."""
    sheet = grid(
        "XLCL ĐV 2024",
        ("KẾT QUẢ ĐÁNH GIÁ, XẾP LOẠI CHẤT LƯỢNG ĐẢNG VIÊN NĂM 2024",),
        (),
        ("STT", "Họ và tên", "Chức vụ", heading, "Ghi chú"),
        *[(at + 1, name, "Đảng viên", "HTTNV", None) for at, name in enumerate(PEOPLE)],
    )

    book = read_book([_members(), sheet])

    assert [found.table for found in book.layout] == ["members", "ratings"]
    assert {(row.self_level, row.cell_level) for row in book.ratings} == {(None, None)}


@pytest.mark.parametrize(
    ("sheet", "title"), [("KT", "THEO DÕI KHEN THƯỞNG"), ("Kiểm tra", "TỔNG HỢP KHEN THƯỞNG CỦA CHI BỘ"), ("KT", None)]
)
def test_title_and_headings_win_over_the_name_of_the_sheet(sheet, title):
    """"KT" may be kiểm tra or khen thưởng; what stands on the sheet decides."""
    heads = ("STT", "Đối tượng khen thưởng", "Hình thức khen thưởng", "Số quyết định", "Ngày quyết định")
    rows = [(at + 1, name, "Giấy khen", f"{at + 10}-QĐ/ĐU", f"08/01/202{at % 4}") for at, name in enumerate(PEOPLE)]

    book = read_book([_members(), grid(sheet, *(((title,),) if title else ()), heads, *rows)])

    assert (len(book.rewards), len(book.inspections)) == (6, 0)


@pytest.mark.parametrize(
    "signed",
    [
        ("Người lập", None, "T/M CHI BỘ"),
        ("NGƯỜI LẬP BIỂU", None, "TM. CHI ỦY"),
        (None, "NGƯỜI TỔNG HỢP", "T.M CHI BỘ"),
        (None, "Thư ký", "T/M CHI UỶ"),
        ("Người lập biểu", "Trần Thị Lan", None),
        (None, None, "Bình An, ngày 20 tháng 11 năm 2025"),
    ],
)
def test_who_signs_is_no_record(signed):
    """Right below the last row, and filling the usual squares."""
    rows = [(f"0{month}/0{month}/2025", f"Sinh hoạt tháng {month}", None) for month in range(1, 6)]

    book = read_book([_members(), grid("Họp chi bộ", ("Ngày họp", "Nội dung", "Vắng"), *rows, (), signed, (None, None, "Bí thư"))])

    assert len(book.meetings) == 5
    assert not [finding for finding in book.unreadable if finding.place.sheet == "Họp chi bộ" and finding.place.row > 6]


def test_a_year_over_its_rows_is_nobody():
    """"NĂM 2021" and "Năm 2023" under one column of names."""
    heads = ("STT", "Họ và tên", "Xếp loại")
    rows = [line for year in ("NĂM 2021", "Năm 2023") for line in ((None, year), *[(at, name, "HTTNV") for at, name in enumerate(PEOPLE, 1)])]

    book = read_book([_members(), grid("Lịch sử xếp loại", ("THEO DÕI XẾP LOẠI ĐẢNG VIÊN",), heads, *rows)])

    assert {row.member for row in book.ratings} <= {*PEOPLE}


def test_done_beside_a_start_is_the_end():
    """"Hoàn thành ngày" of an inspection is when it ended, not when its faults were made good."""
    heads = ("STT", "Đối tượng kiểm tra", "Nội dung kiểm tra", "Ngày tiến hành", "Hoàn thành ngày")
    rows = [(at + 1, name, "Việc thực hiện nhiệm vụ", f"0{at + 1}/03/2025", f"0{at + 1}/04/2025") for at, name in enumerate(PEOPLE)]

    keys = _keys(read_book([_members(), grid("Kiểm tra 2025", heads, *rows)]), "Kiểm tra 2025", "inspections")

    assert (keys.get("ends_on"), keys.get("remedied_on")) == (5, None)


@pytest.mark.parametrize("heading", ["Dự kiến xếp loại", "Dự kiến mức xếp loại"])
def test_what_is_expected_is_not_what_the_cell_proposed(heading):
    """It comes before the meeting."""
    rows = [(at + 1, name, "HTTNV", "HTTNV") for at, name in enumerate(PEOPLE)]

    keys = _keys(read_book([_members(), grid("Xếp loại 2025", ("STT", "Họ và tên", "Tự xếp loại", heading), *rows)]), "Xếp loại 2025", "ratings")

    assert "cell_level" not in keys


@pytest.mark.parametrize("heads", [("XL 2024", "ĐG 2025"), ("2024", "2025"), ("Đánh giá năm 2024", "Kết quả xếp loại 2025"), ("KQ XL năm 2024", "XLCL 2025")])
def test_no_year_is_lost(heads):
    """However each column says its year, and though the first person has no level yet."""
    rows = [(at + 1, name, *((None, None) if not at else ("HTTNV", "HTXSNV"))) for at, name in enumerate(PEOPLE)]

    book = read_book([_members(), grid("XL các năm", ("THEO DÕI XẾP LOẠI CHẤT LƯỢNG QUA CÁC NĂM",), ("STT", "Họ và tên", *heads), *rows)])

    assert sorted((row.year, row.final_level) for row in book.ratings if row.final_level) == [(2024, "HTT")] * 5 + [(2025, "HTXS")] * 5


def test_two_columns_are_numbered_too():
    """"(1) | (2)" under two headings is no group."""
    sheet = grid("Các tổ đảng", ("Tên tổ đảng", "Tổ trưởng"), ("(1)", "(2)"), ("Tổ 1", PEOPLE[0]), ("Tổ 2", PEOPLE[1]))

    assert [group.leader for group in read_book([_members(), sheet]).groups] == [*PEOPLE[:2]]


def test_rewards_and_discipline_on_one_sheet_are_two_tables():
    """Under a name that says both, each block goes by its own headings."""
    rewards = ("TT", "Họ và tên", "Hình thức khen thưởng", "Quyết định số, ngày")
    punished = ("TT", "Đảng viên bị kỷ luật", "Hình thức", "Số quyết định", "Ngày QĐ", "Lý do kỷ luật")
    sheet = grid(
        "KT-KL",
        rewards,
        *[(at + 1, name, "Giấy khen", f"{at + 10}-QĐ/ĐU ngày 09/01/2022") for at, name in enumerate(PEOPLE[:3])],
        (),
        (),
        ("II. Danh sách đảng viên bị kỷ luật",),
        (),
        punished,
        *[(at + 1, name, "Cảnh cáo", f"{at + 17}-QĐ/CB", "26/05/2022", "Bỏ sinh hoạt") for at, name in enumerate(PEOPLE[3:5])],
    )

    book = read_book([_members(), sheet])

    assert (len(book.rewards), len(book.disciplines)) == (3, 2)


def _meetings(*present, headings=("Ngày họp", "Loại", "Có mặt", "Nghị quyết")):
    rows = [(f"0{at + 1}/01/2025", "Thường kỳ", held, f"NQ {at}") for at, held in enumerate(present)]
    return read_book([grid("Sinh hoạt", headings, *rows)])


def test_present_of_all_in_one_column():
    """"17/18" counts those present and all; a bare number only those present."""
    book = _meetings("17/18", "18 / 18", "16/18", 15)
    assert [(row.present, row.total) for row in book.meetings] == [(17, 18), (18, 18), (16, 18), (15, None)]
    assert not book.warnings


def test_more_present_than_all_is_no_pair():
    """Nobody knows what it says."""
    assert [row.present for row in _meetings("18/17", "18/16", "18/15").meetings] == [None] * 3


def test_a_list_of_others_is_told_by_no_part_of_its_name():
    """"Điểm danh" is no "Điểm"."""
    names = ("TT", "Họ và tên", *(f"Tháng {month}" for month in range(1, 13)))
    book = read_book([_members(), grid("Điểm danh", names, *((at, name, *["x"] * 12) for at, name in enumerate(PEOPLE, 1)))])
    assert {found.sheet for found in book.layout} == {"Danh sách đảng viên"}
    assert not book.unreadable


@pytest.mark.parametrize("word", ["KXL", "Không xếp loại", "Chưa XL", "Chưa xếp loại", "Miễn", "Miễn SH", "Không đánh giá"])
@pytest.mark.parametrize("heads", [("2024", "2025"), ("XL 2024", "ĐG 2025")])
def test_who_was_not_rated_rules_no_year_out(heads, word):
    """Most squares are levels; whoever has none was not rated, and nothing of the others is lost."""
    levels = [("HTTNV", "HTXSNV"), ("HTNV", "HTTNV"), ("HTTNV", "HTTNV"), ("HTTNV", word), (word, word), (word, "HTTNV")]
    rows = [(at + 1, name, f"05/0{at + 1}/197{at}", f"10/05/200{at}", f"10/05/201{at}", *pair) for at, (name, pair) in enumerate(zip(PEOPLE, levels, strict=True))]

    book = read_book([grid("Danh sách", ("STT", "Họ và tên", "Ngày sinh", "Ngày vào Đảng", "Ngày chính thức", *heads), *rows)])

    assert sorted((row.year, row.final_level) for row in book.ratings if row.final_level) == [(2024, "HTN"), *[(2024, "HTT")] * 3, *[(2025, "HTT")] * 3, (2025, "HTXS")]
    assert {found.place.cell for found in book.unreadable if found.rule == "SHT132"} <= {"G5", "F6", "G6", "F7"}


@pytest.mark.parametrize("word", ["Không hoàn thành nhiệm vụ", "Nghỉ", "x", "12.000"])
def test_a_year_of_other_squares_is_none(word):
    """Nor is one where nobody was rated at all."""
    rows = [(at + 1, name, "HTTNV", "KXL" if word == "x" else word) for at, name in enumerate(PEOPLE)]

    book = read_book([_members(), grid("XL các năm", ("THEO DÕI XẾP LOẠI QUA CÁC NĂM",), ("STT", "Họ và tên", "2024", "2025"), *rows)])

    assert {found.year for found in book.layout if found.is_year_column} == ({2024, 2025} if word.startswith("Không hoàn") else {2024})


def test_a_column_of_a_year_says_its_own_headings():
    rows = [(at + 1, name, "HTTNV", "HTXSNV") for at, name in enumerate(PEOPLE)]
    whole = _members()
    beside = grid(whole.sheet, (*whole.values[0], 2024), *((*line, "HTTNV") for line in whole.values[1:]))

    apart = read_book([_members(), grid("XL các năm", ("STT", "Họ và tên", "2024", "2025"), *rows)]).layout
    joined = read_book([beside]).layout

    assert [dict(found.titles) for found in apart if found.is_year_column] == [{"member": "Họ và tên", "final_level": year} for year in ("2024", "2025")]
    assert [dict(found.titles) for found in joined if found.is_year_column] == [{"member": "Họ và tên", "final_level": "2024"}]


@pytest.mark.parametrize(("sections", "is_told"), [(("I. KIỂM TRA", "II. GIÁM SÁT CHUYÊN ĐỀ"), False), ((), True)])
def test_what_the_section_rows_say_needs_no_column(sections, is_told):
    heads = ("STT", "Số, ngày QĐ", "Họ tên ĐV được KT", "Nội dung kiểm tra", "Thời gian tiến hành", "Tổ trưởng tổ KT", "Thành viên", "Ưu điểm", "Khuyết điểm", "Kết luận")
    one = ("03-QĐ/CB ngày 05/5/2026", PEOPLE[0], "Tu dưỡng rèn luyện", "Từ 10/5/2026 đến 25/5/2026", PEOPLE[1], PEOPLE[2], "Tốt", "Chậm hạn báo cáo", "Có hạn chế")
    rows = [(at + 1, *one) for at in range(3)]
    lines = [(sections[0],), *rows[:2], (sections[1],), rows[2]] if sections else rows

    book = read_book([_members(), grid("KT-GS 2026", ("KẾT QUẢ KIỂM TRA, GIÁM SÁT NĂM 2026",), heads, *lines)])

    assert len(book.inspections) == 3
    assert any(found.rule == "SHT117" and "“Hình thức”" in found.message for found in book.unreadable) is is_told


@pytest.mark.parametrize("heading", ["KQTH nhiệm vụ (70)", "KQTH NV (70 điểm)", "Điểm KQTH nhiệm vụ"])
def test_results_of_tasks_by_their_abbreviation(heading):
    rows = [(at + 1, name, 28, 60, "HTT") for at, name in enumerate(PEOPLE)]

    keys = _keys(read_book([_members(), grid("XL 2025", ("STT", "Họ và tên", "Tiêu chí chung (30)", heading, "Tự xếp loại"), *rows)]), "XL 2025", "ratings")

    assert keys.get("points_tasks") == 4
