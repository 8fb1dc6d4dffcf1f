"""The invented members in three groups, who leads what, and who was there on a given day."""

from __future__ import annotations

from datetime import date
from functools import cache

from tools.workbooks.contents import Record, records

GROUPS = ("Tổ đảng 1", "Tổ đảng 2", "Tổ đảng 3")
TERM_1, TERM_2, TERM_3 = date(2015, 1, 5), date(2020, 5, 15), date(2025, 5, 15)
END_1, END_2 = date(2020, 5, 14), date(2025, 5, 14)

SECRETARY = "Nguyễn Văn Mẫu"
DEPUTY = "Bùi Thị Tường Thuật"
INSPECTION_OFFICER = "Mai Văn Kiểm"
INSPECTION_OFFICER_SINCE_2025 = "Cao Thị Soát"
CLERK = "Lê Minh Hoạ"
_ROOMS = ("Phòng Hành chính Mẫu", "Phòng Tài vụ Mẫu", "Phòng Quản trị Mẫu")
_CENTRE = "Trung tâm Thí dụ thuộc Sở"

_KEYS = "full_name gender birth_date admitted_on official_on joined_cell_on group staff_kind job_title hometown"
# fmt: off
_PEOPLE = (
    ("Nguyễn Văn Mẫu", "Nam", date(1970, 3, 12), date(1996, 5, 19), date(1997, 5, 19), date(2010, 1, 4), 1, "Công chức", "Chánh Văn phòng", "Xã Mẫu, tỉnh Thí Dụ"),
    ("Trần Thị Thí Dụ", "Nữ", date(1975, 8, 2), date(2001, 2, 3), date(2002, 2, 3), date(2010, 1, 4), 1, "Công chức", "Chuyên viên chính", "Xã Đề, tỉnh Thí Dụ"),
    ("Lê Minh Hoạ", "Nam", date(1982, 11, 20), date(2008, 9, 2), date(2009, 9, 2), date(2011, 6, 1), 1, "Công chức", "Chuyên viên", "Xã Hoạ, tỉnh Thí Dụ"),
    ("Phạm Văn Giả Định", "Nam", date(1979, 1, 9), date(2005, 5, 19), date(2006, 5, 19), date(2012, 3, 1), 1, "Công chức", "Chuyên viên", "Phường Giả, thành phố A"),
    ("Hoàng Thị Ví Dụ", "Nữ", date(1984, 6, 30), date(2010, 11, 7), date(2011, 11, 7), date(2012, 3, 1), 1, "Công chức", "Kế toán viên", "Xã Ví, tỉnh Thí Dụ"),
    ("Đặng Văn Thử", "Nam", date(1980, 12, 15), date(2006, 2, 3), date(2007, 2, 3), date(2013, 9, 2), 1, "Công chức", "Chuyên viên", "Xã Thử, tỉnh Thí Dụ"),
    ("Võ Thị Nghiệm", "Nữ", date(1994, 4, 25), date(2021, 2, 3), date(2022, 2, 3), date(2021, 2, 3), 1, "Công chức", "Chuyên viên", "Phường Nghiệm, thành phố A"),
    ("Đỗ Văn Bản", "Nam", date(1977, 10, 5), date(2003, 9, 2), date(2004, 9, 2), date(2014, 1, 2), 1, "Công chức", "Văn thư", "Xã Bản, tỉnh Thí Dụ"),
    ("Bùi Thị Tường Thuật", "Nữ", date(1976, 7, 7), date(2000, 5, 19), date(2001, 5, 19), date(2010, 1, 4), 2, "Công chức", "Phó Chánh Văn phòng", "Phường Thuật, thành phố A"),
    ("Ngô Văn Kê Khai", "Nam", date(1978, 2, 18), date(2004, 2, 3), date(2005, 2, 3), date(2011, 6, 1), 2, "Công chức", "Chuyên viên chính", "Xã Khai, tỉnh Thí Dụ"),
    ("Dương Thị Ghi Chép", "Nữ", date(1985, 9, 14), date(2011, 5, 19), date(2012, 5, 19), date(2012, 5, 19), 2, "Công chức", "Chuyên viên", "Xã Chép, tỉnh Thí Dụ"),
    ("Lý Văn Tính", "Nam", date(1964, 5, 1), date(1990, 11, 7), date(1991, 11, 7), date(2010, 1, 4), 2, "Lao động hợp đồng", "Nhân viên kỹ thuật", "Xã Tính, tỉnh Thí Dụ"),
    ("Hồ Thị Dò", "Nữ", date(1990, 1, 22), date(2016, 11, 7), date(2017, 11, 7), date(2016, 11, 7), 2, "Công chức", "Chuyên viên", "Xã Dò, tỉnh Thí Dụ"),
    ("Đinh Văn Đối Chiếu", "Nam", date(1981, 3, 3), date(2009, 2, 3), date(2010, 2, 3), date(2013, 9, 2), 2, "Công chức", "Chuyên viên", "Phường Đối, thành phố A"),
    ("Phan Thị Uỷ Quyền", "Nữ", date(1987, 12, 1), date(2013, 5, 19), date(2014, 5, 19), date(2018, 8, 15), 2, "Công chức", "Chuyên viên", "Xã Quyền, tỉnh Thí Dụ"),
    ("Trịnh Văn Thuỷ Mẫu", "Nam", date(1997, 6, 16), date(2024, 9, 2), date(2025, 9, 2), date(2024, 9, 2), 2, "Viên chức", "Viên chức lưu trữ", "Xã Thuỷ, tỉnh Thí Dụ"),
    ("Mai Văn Kiểm", "Nam", date(1974, 4, 8), date(1999, 9, 2), date(2000, 9, 2), date(2010, 1, 4), 3, "Công chức", "Chuyên viên chính", "Phường Kiểm, thành phố A"),
    ("Cao Thị Soát", "Nữ", date(1983, 5, 27), date(2009, 11, 7), date(2010, 11, 7), date(2012, 3, 1), 3, "Công chức", "Chuyên viên", "Xã Soát, tỉnh Thí Dụ"),
    ("Tạ Văn Trích Lục", "Nam", date(1980, 8, 19), date(2007, 5, 19), date(2008, 5, 19), date(2011, 6, 1), 3, "Công chức", "Chuyên viên", "Xã Lục, tỉnh Thí Dụ"),
    ("Lương Thị Phụ Bản", "Nữ", date(1986, 2, 11), date(2012, 9, 2), date(2013, 9, 2), date(2013, 9, 2), 3, "Viên chức", "Viên chức lưu trữ", "Phường Phụ, thành phố A"),
    ("Đoàn Văn Ẩn Danh", "Nam", date(1988, 10, 30), date(2014, 2, 3), date(2015, 2, 3), date(2017, 3, 1), 3, "Công chức", "Chuyên viên", "Xã Ẩn, tỉnh Thí Dụ"),
    ("Chu Thị Ước Lệ", "Nữ", date(1992, 7, 19), date(2019, 5, 19), date(2020, 5, 19), date(2019, 5, 19), 3, "Công chức", "Chuyên viên", "Xã Ước, tỉnh Thí Dụ"),
    ("Từ Văn Hoà", "Nam", date(1989, 11, 11), date(2015, 11, 7), date(2016, 11, 7), date(2022, 4, 1), 3, "Công chức", "Chuyên viên", "Phường Hoà, thành phố A"),
    ("Âu Thị Khuôn", "Nữ", date(1999, 1, 17), date(2026, 5, 19), None, date(2026, 5, 19), 3, "Viên chức", "Viên chức lưu trữ", "Xã Khuôn, tỉnh Thí Dụ"),
)
# fmt: on
_STATUS = {
    "Đặng Văn Thử": ("Chuyển đi", date(2022, 7, 1)),
    "Lý Văn Tính": ("Miễn công tác và sinh hoạt", date(2025, 3, 1)),
}
_POSTS = {
    SECRETARY: "Bí thư",
    DEPUTY: "Phó bí thư",
    INSPECTION_OFFICER_SINCE_2025: "Chi uỷ viên",
    "Hoàng Thị Ví Dụ": "Tổ trưởng",
    "Ngô Văn Kê Khai": "Tổ trưởng",
    "Tạ Văn Trích Lục": "Tổ trưởng",
}
LEADERS = (SECRETARY, DEPUTY)
LEAVING = {"Đặng Văn Thử": date(2022, 7, 1)}
EXEMPT = {"Lý Văn Tính": date(2025, 3, 1)}


@cache
def members() -> tuple[Record, ...]:
    """The rows of “Đảng viên”; numbers are made up and belong to no one (no province has the code 000)."""
    return tuple(_member(index, row) for index, row in enumerate(records(_KEYS, _PEOPLE), start=1))


def _member(index: int, row: Record) -> Record:
    name, birth, number = str(row["full_name"]), row["birth_date"], row["group"]
    assert isinstance(birth, date)  # noqa: S101 - the table above is ours
    assert isinstance(number, int)  # noqa: S101 - same
    status, since = _STATUS.get(name, ("Đang sinh hoạt", None))
    century = (birth.year // 100 - 19) * 2 + (row["gender"] == "Nữ")
    return {
        **row,
        "member_id": f"DV{index:02d}",
        "ethnicity": "Kinh",
        "id_number": f"000{century}{birth.year % 100:02d}{index:06d}",
        "party_card": f"00.{index:06d}".replace(".", ""),
        "party_post": _POSTS.get(name, "Đảng viên"),
        "employer": _CENTRE if row["staff_kind"] == "Viên chức" else _ROOMS[number - 1],
        "is_leader": name in LEADERS,
        "group": GROUPS[number - 1],
        "status": status,
        "status_from": since,
        "left_cell_on": LEAVING.get(name),
        "residence": f"Khu phố {index % 6 + 1}, phường Thí Dụ, thành phố A",
        "note": "Nhân vật hư cấu",
    }


def present_on(day: date) -> list[str]:
    """Members of the cell on a day, in the order of the sheet; the exempt are members but not expected."""
    return [
        str(row["full_name"])
        for row in members()
        if _day(row, "joined_cell_on") <= day < LEAVING.get(str(row["full_name"]), date.max)
    ]


def expected_on(day: date) -> list[str]:
    """Members expected at a meeting: those present in the cell and not exempt."""
    return [name for name in present_on(day) if day < EXEMPT.get(name, date.max)]


def official_on(day: date) -> list[str]:
    """Official members expected at a meeting: those who vote."""
    return [name for name in all_official_on(day) if day < EXEMPT.get(name, date.max)]


def all_official_on(day: date) -> list[str]:
    """Official members, the exempt included."""
    rows = {str(row["full_name"]): row["official_on"] for row in members()}
    return [name for name in present_on(day) if (since := rows[name]) and isinstance(since, date) and since <= day]


def group_of(name: str) -> str:
    """The member's group."""
    return str(next(row["group"] for row in members() if row["full_name"] == name))


def staff_kind_of(name: str) -> str:
    """Civil servant, public employee or contract, in the sheet's words."""
    return str(next(row["staff_kind"] for row in members() if row["full_name"] == name))


def _day(row: Record, key: str) -> date:
    value = row[key]
    return value if isinstance(value, date) else date.max


def groups() -> list[Record]:
    """The rows of “Tổ đảng”."""
    return records(
        "group leader from to",
        (
            (GROUPS[0], "Trần Thị Thí Dụ", TERM_1, date(2020, 12, 31)),
            (GROUPS[0], "Hoàng Thị Ví Dụ", date(2021, 1, 1)),
            (GROUPS[1], "Ngô Văn Kê Khai", TERM_1),
            (GROUPS[2], "Tạ Văn Trích Lục", TERM_1),
        ),
    )


def leader_of(group: str, day: date) -> str:
    """Who led a group on a day; before the first entered term, its first leader."""
    own = [row for row in groups() if row["group"] == group]
    first_end = own[0].get("to")
    later = len(own) > 1 and isinstance(first_end, date) and day > first_end
    return str(own[1 if later else 0]["leader"])


def appointments() -> list[Record]:
    """The rows of “Phân công”: one committee member in charge of inspection at any time."""
    elected = "Kết quả bầu cử tại đại hội chi bộ"
    return records(
        "role member from to document suitability",
        (
            ("Bí thư", SECRETARY, TERM_1, END_1, elected),
            ("Bí thư", SECRETARY, TERM_2, END_2, elected),
            ("Bí thư", SECRETARY, TERM_3, None, elected),
            ("Phó bí thư", DEPUTY, TERM_1, END_1, elected),
            ("Phó bí thư", DEPUTY, TERM_2, END_2, elected),
            ("Phó bí thư", DEPUTY, TERM_3, None, elected),
            ("Chi uỷ viên", INSPECTION_OFFICER, TERM_1, END_1, elected),
            ("Chi uỷ viên", INSPECTION_OFFICER, TERM_2, END_2, elected),
            ("Chi uỷ viên", INSPECTION_OFFICER_SINCE_2025, TERM_3, None, elected),
            ("Chi uỷ viên phụ trách kiểm tra", INSPECTION_OFFICER, TERM_1, END_2, "01-QĐ/CB",
             "Nhiệt tình, nắm chắc quy định về kiểm tra, giám sát, có khả năng thuyết phục, vận động."),
            ("Chi uỷ viên phụ trách kiểm tra", INSPECTION_OFFICER_SINCE_2025, TERM_3, None, None,
             "Đã học lớp bồi dưỡng nghiệp vụ kiểm tra, giám sát; được chi bộ tín nhiệm."),
            ("Thư ký", CLERK, TERM_1, None, "01-QĐ/CB"),
        ),
    )  # fmt: skip
