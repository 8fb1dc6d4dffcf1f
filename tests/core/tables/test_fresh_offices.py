"""What six offices' books drawn by hand taught: a school, a quarter of a town, a squad, a company, a hamlet, a hospital."""

from __future__ import annotations

import pytest

from addin.core.tables.reading import read_book
from tests.grids import grid

PEOPLE = ("Lý Thử", "Võ Ví Dụ", "Hồ Mẫu", "Đỗ Nháp")


def test_numbered_parts_of_one_sheet_go_by_the_words_right_above():
    """Rewards and discipline under a title that names both, their headings alike but for two columns."""
    sheet = grid("KT-KL", ("KHEN THƯỞNG, KỶ LUẬT",), ("I", "Khen thưởng"), ("TT", "Họ và tên", "Hình thức", "Số QĐ, ngày tháng", "Cấp khen"),
        (1, "Lý Thử", "Giấy khen", "15-QĐ/CB ngày 2/2/2025", "Đảng uỷ"), (2, "Võ Ví Dụ", "Bằng khen", "16-QĐ/CB ngày 2/3/2025", "Đảng uỷ"), (),
        ("II", "Kỷ luật"), ("TT", "Họ và tên", "Hình thức kỷ luật", "Số QĐ, ngày tháng", "Lý do"), (1, "Hồ Mẫu", "Khiển trách", "20-QĐ/CB ngày 5/5/2025", "Vi phạm"))  # fmt: skip

    book = read_book([sheet])

    assert ([row.subject for row in book.rewards], [row.member for row in book.disciplines]) == (["Lý Thử", "Võ Ví Dụ"], ["Hồ Mẫu"])


def test_a_numeral_under_its_unit_is_a_period():
    """"II" under "Quý"."""
    rows = [(at, name, "Kiểm tra", "Nêu gương", number, "Hồ Mẫu") for at, (name, number) in enumerate(zip(PEOPLE, ("I", "II", "III", "IV"), strict=True), 1)]

    book = read_book([grid("Sheet2", ("KẾ HOẠCH KIỂM TRA, GIÁM SÁT NĂM 2026",), ("TT", "Đảng viên được KT, GS", "Hình thức", "Nội dung", "Quý", "Người thực hiện"), *rows)])

    assert [row.starts_on.iso for row in book.plan_items] == ["2026-01-01", "2026-04-01", "2026-07-01", "2026-10-01"]
    assert not [finding for finding in book.unreadable if finding.rule == "SHT110"]


@pytest.mark.parametrize(
    ("heading", "value", "key"),
    [
        ("Chức vụ chính quyền", "Bác sĩ", "job_title"), ("Chức danh công việc", "Kỹ sư", "job_title"), ("Phòng/PX", "PX1", "employer"),
        ("Trú quán", "xã Thử", "residence"), ("C.thức", "03/02/1976", "official_on"),
    ],
)  # fmt: skip
def test_words_of_a_member_list(heading, value, key):
    """A profession is a post of the office, though it is a degree as well."""
    rows = [(at, name, 1970 + at, "03/02/1975", value) for at, name in enumerate(PEOPLE, 1)]

    assert read_book([grid("DS đảng viên", ("TT", "Họ và tên", "Năm sinh", "Vào Đảng", heading), *rows)]).layout[0].columns.get(key) == 5


def test_the_levels_of_a_school():
    """Each body by its short name."""
    heads = ("STT", "Họ và tên ĐV", "Cá nhân tự xếp", "Nhà trường (CM)", "Công đoàn", "Chi bộ ĐN")
    rows = [(at, name, "HTT", "HTT", "HTT", "HTT") for at, name in enumerate(PEOPLE, 1)]

    columns = read_book([grid("ĐGXL 2025", ("TỔNG HỢP XẾP LOẠI ĐẢNG VIÊN NĂM 2025",), heads, *rows)]).layout[0].columns

    assert {key: columns.get(key) for key in ("self_level", "agency_level", "union_level", "cell_level")} == {"self_level": 3, "agency_level": 4, "union_level": 5, "cell_level": 6}


def test_kind_and_summary_in_one_column_are_the_summary():
    """"Tên loại, trích yếu": the kind is its first words."""
    rows = [(f"0{at}-{sign}/CB", f"0{at}/3/2025", f"{kind} của chi bộ") for at, (sign, kind) in enumerate((("NQ", "Nghị quyết"), ("BC", "Báo cáo"), ("KH", "Kế hoạch")), 1)]

    book = read_book([grid("CV đi", ("Số, ký hiệu VB", "Ngày VB", "Tên loại, trích yếu"), *rows)])

    assert [(row.kind, row.title) for row in book.documents][0] == ("Nghị quyết", "Nghị quyết của chi bộ")  # noqa: RUF015
    assert not [finding for finding in book.unreadable if finding.rule == "SHT136"]


@pytest.mark.parametrize("word", ["Miễn", "Miễn XL", "được miễn sinh hoạt", "Chưa xếp loại", "Không XL"])
def test_who_is_said_to_have_no_level_has_none(word):
    """An exempt member of the old days is no fault of the sheet; a word nobody knows is."""
    rest = [(at, f"Lý Thứ {letter}", "HTT") for at, letter in enumerate("ABCDEF", 3)]
    sheet = grid("XL 2025", ("STT", "Họ và tên", "Xếp loại"), (1, "Lý Thử", word), (2, "Đỗ Nháp", "Đẹp"), *rest)

    book = read_book([sheet])

    assert [row.final_level for row in book.ratings] == [None, None, *["HTT"] * 6]
    assert [finding.place.row for finding in book.unreadable if finding.rule == "SHT132"] == [3]
