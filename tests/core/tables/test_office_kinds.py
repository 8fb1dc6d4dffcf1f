"""Kinds of sheets that offices keep, met in an independent judge's books: sections of years, posts in two columns, numbers as groups."""

from __future__ import annotations

import pytest

from addin.core.rules.rating_conflicts import are_halves
from addin.core.tables.reading import read_book
from addin.core.tables.recognition.adoption import Known, adopt
from tests.grids import grid

PEOPLE = ("Lý Thử", "Võ Ví Dụ", "Hồ Mẫu", "Đỗ Nháp")


def columns(sheet):
    (table,) = read_book([sheet]).layout
    assert not adopt([sheet], Known(), {}).questions
    return table.columns


def members(head, *more, above=(), merged=()):
    rows = [(at, name, 1970 + at, 1999 + at, *(values[at % len(values)] for values in more)) for at, name in enumerate(PEOPLE, 1)]
    return grid("Đảng viên", *above, head, *rows, merged=merged)


def test_a_section_of_a_long_list_gives_the_year():
    """Right under the headings too, where it is no part of them."""
    rows = [(None, "NĂM 2022"), (1, "Lý Thử", "HTTNV"), (2, "Võ Ví Dụ", "HTNV"), (None, "NĂM 2023"), (1, "Lý Thử", "HTXSNV"), (2, "Võ Ví Dụ", "HTTNV")]

    book = read_book([grid("Lịch sử xếp loại", ("STT", "Họ và tên", "Kết quả xếp loại"), *rows)])

    assert [(row.member, row.year, row.final_level) for row in book.ratings] == [
        ("Lý Thử", 2022, "HTT"), ("Võ Ví Dụ", 2022, "HTN"), ("Lý Thử", 2023, "HTXS"), ("Võ Ví Dụ", 2023, "HTT"),
    ]  # fmt: skip


def test_years_in_mixed_words_beside_a_column_of_posts():
    """The words over the years differ, and a post stands beside the name."""
    sheet = grid("Tổng hợp XL", ("Số TT", "Họ tên đảng viên", "Chức vụ Đảng, CQ", "XL 2021", "Năm 2022", "XL 2023", "Ghi chú"),
        (1, "Lý Thử", "Bí thư", "HTT", "HTT", "HTXS"), (2, "Võ Ví Dụ", "Chi uỷ viên", "HTN", "HTT", "HTT"))  # fmt: skip

    book = read_book([sheet])

    assert [(row.year, row.final_level) for row in book.ratings if row.member == "Lý Thử"] == [(2021, "HTT"), (2022, "HTT"), (2023, "HTXS")]


@pytest.mark.parametrize(
    ("parent", "party", "office"),
    [("Chức vụ", "Đảng", "Chính quyền"), ("Chức danh", "Đảng", "Chuyên môn"), ("Chức vụ hiện nay", "Về Đảng", "CQ")],
)
def test_posts_of_the_party_and_of_the_office_under_one_parent(parent, party, office):
    """Parent and child together say which; the child alone would be a place of work."""
    above = [("TT", "Họ và tên", "Ngày sinh", "Ngày vào Đảng", parent, None)]
    sheet = members((None, None, None, None, party, office), ("Bí thư", "Đảng viên"), ("Trưởng phòng", "Chuyên viên"), above=above, merged=("E1:F1",))

    found = columns(sheet)

    assert (found["party_post"], found["job_title"]) == (5, 6)
    assert "employer" not in found


def test_ages_and_degrees_are_no_column_of_the_list():
    """They share words with a birth date and a place of work."""
    found = columns(members(("TT", "Họ và tên", "NTNS", "Ngày vào Đảng", "Tuổi Đảng", "Tuổi", "Trình độ chuyên môn"), (20, 21), (50, 51), ("ĐH", "ThS")))

    assert {key: at for key, at in found.items() if at != 4} == {"full_name": 2, "birth_date": 3}


@pytest.mark.parametrize("heading", ["Tổ đảng", "Tổ", "Sinh hoạt tổ đảng"])
def test_groups_may_be_numbers(heading):
    """1, 2, 3 under the heading of the group."""
    assert columns(members(("TT", "Họ và tên", "Ngày sinh", "Ngày vào Đảng", heading), (1, 2)))["group"] == 5


@pytest.mark.parametrize("own", ["Cá nhân tự chấm", "Tự chấm điểm"])
def test_the_cells_points_stand_beside_the_members_own(own):
    """What members score themselves is not what they are rated by; sums of points are no counts of tasks."""
    head = ("Tiêu chí chung (30)", "Kết quả nhiệm vụ (70)", "Cộng")
    sheet = grid("Điểm 2025", ("TT", "Họ và tên", own, None, None, "Chi bộ thống nhất", None, None), (None, None, *head, *head),
        *((at, name, 25, 60, 85, 26, 61, 87) for at, name in enumerate(PEOPLE, 1)), merged=("C1:E1", "F1:H1"))  # fmt: skip

    assert columns(sheet) == {"member": 2, "points_general": 6, "points_tasks": 7}


def test_duties_beside_a_post_are_no_role():
    """"Phân công nhiệm vụ" tells what the committee member looks after."""
    sheet = grid("DS cấp uỷ", ("STT", "Họ và tên", "Chức vụ trong chi uỷ", "Từ ngày", "Đến ngày", "Phân công nhiệm vụ"),
        *((at, name, post, "10/01/2020", "20/12/2022", "Phụ trách chung") for at, (name, post) in enumerate(zip(PEOPLE, ("Bí thư chi bộ", "Phó bí thư", "Chi uỷ viên"), strict=False), 1)))  # fmt: skip

    assert columns(sheet)["role"] == 3


def test_rewards_are_known_on_a_sheet_named_in_two_letters():
    """"KT" is an inspection or a reward: the title and the columns say which."""
    sheet = grid("KT", ("THEO DÕI KHEN THƯỞNG",), ("STT", "Đối tượng khen thưởng", "Hình thức KT", "Số QĐ", "Ngày QĐ"),
        *((at, name, "Giấy khen", f"{at}-QĐ/ĐU", f"0{at}/02/2024") for at, name in enumerate(PEOPLE, 1)))  # fmt: skip

    assert [table.table for table in read_book([sheet]).layout] == ["rewards"]


def test_points_on_one_sheet_and_the_level_on_another_are_one_record():
    """Only where they contradict, or stand on one sheet, is one row too many."""
    points = grid("Điểm 2025", ("TT", "Họ và tên", "Tiêu chí chung (30)", "Kết quả nhiệm vụ (70)"), *((at, name, 25, 60) for at, name in enumerate(PEOPLE, 1)))
    levels = grid("Xếp loại 2025", ("TT", "Họ và tên", "Xếp loại"), *((at, name, "HTT") for at, name in enumerate(PEOPLE, 1)))
    other = grid("KQ XL 2025", ("TT", "Họ và tên", "Xếp loại"), *((at, name, "HTN") for at, name in enumerate(PEOPLE, 1)))

    rows = {row.place("member").sheet: row for row in read_book([points, levels, other]).ratings if row.member == "Lý Thử"}

    assert are_halves(rows["Điểm 2025"], rows["Xếp loại 2025"])
    assert not are_halves(rows["KQ XL 2025"], rows["Xếp loại 2025"])
    assert not are_halves(rows["Điểm 2025"], rows["Điểm 2025"])
