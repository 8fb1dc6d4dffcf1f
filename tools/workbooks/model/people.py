"""The invented members, among them one of each case the ratings and rules treat apart."""

from __future__ import annotations

from datetime import date

from tools.workbooks.contents import Record, records

GROUPS = ("Tổ đảng 1", "Tổ đảng 2")
SECRETARY, DEPUTY, OFFICER = "Nguyễn Thị An Lành", "Trần Văn Bền", "Lê Thị Cần Mẫn"
LEADER_1, LEADER_2 = "Phạm Văn Dũng Cảm", "Hoàng Văn Em"
ELDER_HAI, YOUNGER_HAI = "ML06", "ML07"
HARD, SLIPPED, SICK, NEW = "Đỗ Thị Khó", "Võ Văn Lỡ", "Bùi Thị Ốm", "Ngô Văn Mới"
EXEMPT, SUSPENDED, GONE = "Đặng Văn Miễn", "Lý Văn Treo", "Cao Văn Đi"
_KEYS = (
    "member_id full_name birth_date gender admitted_on official_on party_post job_title staff_kind is_leader group "
    "status status_from joined_cell_on left_cell_on note"
)
_IN = "Đang sinh hoạt"
# fmt: off
_MEMBERS = (
    ("ML01", SECRETARY, date(1972, 4, 3), "Nữ", date(1998, 5, 19), date(1999, 5, 19), "Bí thư", "Trưởng phòng", "Công chức", True, 1, _IN, None, date(2012, 3, 1)),
    ("ML02", DEPUTY, date(1975, 9, 12), "Nam", date(2001, 2, 3), date(2002, 2, 3), "Phó bí thư", "Phó trưởng phòng", "Công chức", True, 2, _IN, None, date(2012, 3, 1)),
    ("ML03", OFFICER, date(1980, 12, 25), "Nữ", date(2006, 9, 2), date(2007, 9, 2), "Chi uỷ viên", "Chuyên viên", "Công chức", False, 1, _IN, None, date(2013, 6, 3)),
    ("ML04", LEADER_1, date(1979, 7, 27), "Nam", date(2005, 11, 7), date(2006, 11, 7), "Tổ trưởng", "Chuyên viên", "Công chức", False, 1, _IN, None, date(2012, 3, 1)),
    ("ML05", LEADER_2, date(1983, 3, 8), "Nam", date(2009, 5, 19), date(2010, 5, 19), "Tổ trưởng", "Chuyên viên", "Viên chức", False, 2, _IN, None, date(2013, 6, 3)),
    ("ML06", "Nguyễn Văn Hai", date(1985, 10, 10), "Nam", date(2011, 2, 3), date(2012, 2, 3), "Đảng viên", "Chuyên viên", "Công chức", False, 1, _IN, None, date(2014, 1, 2), None, "Trùng tên với ML07"),
    ("ML07", "Nguyễn Văn Hai", date(1993, 1, 15), "Nam", date(2019, 9, 2), date(2020, 9, 2), "Đảng viên", "Viên chức", "Viên chức", False, 2, _IN, None, date(2019, 9, 2), None, "Trùng tên với ML06"),
    ("ML08", HARD, date(1984, 6, 6), "Nữ", date(2010, 9, 2), date(2011, 9, 2), "Đảng viên", "Chuyên viên", "Công chức", False, 2, _IN, None, date(2013, 6, 3)),
    ("ML09", SLIPPED, date(1978, 11, 30), "Nam", date(2004, 5, 19), date(2005, 5, 19), "Đảng viên", "Chuyên viên", "Công chức", False, 1, _IN, None, date(2012, 3, 1)),
    ("ML10", SICK, date(1986, 8, 18), "Nữ", date(2012, 11, 7), date(2013, 11, 7), "Đảng viên", "Chuyên viên", "Công chức", False, 2, _IN, None, date(2013, 6, 3)),
    ("ML11", NEW, date(2000, 2, 29), "Nam", date(2026, 8, 3), None, "Đảng viên", "Viên chức", "Viên chức", False, 1, _IN, None, date(2026, 8, 3)),
    ("ML12", EXEMPT, date(1958, 5, 5), "Nam", date(1985, 11, 7), date(1986, 11, 7), "Đảng viên", "Nghỉ hưu", "Hưu trí", False, 2, "Miễn công tác và sinh hoạt", date(2024, 1, 2), date(2012, 3, 1)),
    ("ML13", SUSPENDED, date(1981, 1, 1), "Nam", date(2008, 2, 3), date(2009, 2, 3), "Đảng viên", "Chuyên viên", "Công chức", False, 1, "Đình chỉ sinh hoạt", date(2026, 9, 15), date(2014, 1, 2)),
    ("ML14", GONE, date(1977, 4, 14), "Nam", date(2003, 9, 2), date(2004, 9, 2), "Đảng viên", "Chuyên viên", "Công chức", False, 2, "Chuyển đi", date(2022, 7, 1), date(2012, 3, 1), date(2022, 7, 1)),
)
# fmt: on


def members() -> list[Record]:
    """The rows of “Đảng viên”."""
    return [_member(index, row) for index, row in enumerate(records(_KEYS, _MEMBERS), start=1)]


def _member(index: int, row: Record) -> Record:
    birth, number = row["birth_date"], row["group"]
    if not isinstance(birth, date) or not isinstance(number, int):
        raise TypeError(row)
    century = (birth.year // 100 - 19) * 2 + (row["gender"] == "Nữ")
    return {
        **row,
        "group": GROUPS[number - 1],
        "ethnicity": "Kinh",
        "hometown": "Xã Mẫu, tỉnh Thí Dụ",
        "id_number": f"000{century}{birth.year % 100:02d}{900000 + index:06d}",
        "party_card": f"009{index:05d}",
        "employer": "Đơn vị Thí dụ",
        "residence": f"Khu phố {index % 4 + 1}, phường Thí Dụ",
        "note": row.get("note") or "Nhân vật hư cấu",
    }


def groups() -> list[Record]:
    """The rows of “Tổ đảng”."""
    since = date(2015, 1, 5)
    return records("group leader from", ((GROUPS[0], LEADER_1, since), (GROUPS[1], LEADER_2, since)))


def appointments() -> list[Record]:
    """The rows of “Phân công”."""
    first, end, second = date(2015, 1, 5), date(2025, 1, 14), date(2025, 1, 15)
    elected = "Kết quả bầu cử tại đại hội chi bộ"
    return records(
        "role member from to document suitability",
        (
            ("Bí thư", SECRETARY, first, end, elected),
            ("Bí thư", SECRETARY, second, None, elected),
            ("Phó bí thư", DEPUTY, first, end, elected),
            ("Phó bí thư", DEPUTY, second, None, elected),
            ("Chi uỷ viên", OFFICER, second, None, elected),
            ("Chi uỷ viên phụ trách kiểm tra", OFFICER, second, None, "01-QĐ/CB", "Nắm chắc quy định, nhiệt tình."),
            ("Thư ký", LEADER_1, second, None, "01-QĐ/CB"),
        ),
    )
