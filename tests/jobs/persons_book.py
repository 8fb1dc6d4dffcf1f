"""An invented cell whose members stand at every edge: leaving, arriving, exempt, new, gone, known to the month only."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl

from addin import glossary

YEAR = 2025
MEETING = date(2026, 1, 10)
ON = date(2026, 2, 1)

NORMAL, ROW_ONLY = "Trần Văn Ở", "Từ Văn Dòng"
LEFT = "Chuyển đi"
EXEMPT, SUSPENDED = "Miễn công tác và sinh hoạt", "Đình chỉ sinh hoạt"

# Who is rated, who is listed as not rated, who is not asked about: judged on 31/12/2025, then on the meeting's day.
RATED, NOT_RATED, ABSENT = "rated", "not_rated", "absent"
PEOPLE = {
    NORMAL: ({}, RATED, RATED),
    "Lê Thị Cuối Năm": ({"status": LEFT, "left_cell_on": date(2025, 12, 31)}, ABSENT, ABSENT),
    "Lò Thị Tình Trạng": ({"status": LEFT, "status_from": date(2025, 12, 31)}, ABSENT, ABSENT),
    "Phạm Văn Sau Họp": ({"status": LEFT, "left_cell_on": date(2026, 1, 25)}, RATED, RATED),
    "Hồ Thị Trước Họp": ({"status": LEFT, "left_cell_on": date(2026, 1, 5)}, RATED, ABSENT),
    "Quách Văn Hôm Họp": ({"status": LEFT, "left_cell_on": MEETING}, RATED, ABSENT),
    "Vũ Văn Đến Sau": ({"joined_cell_on": date(2026, 1, 20)}, ABSENT, ABSENT),
    "Đỗ Thị Mới Đến": ({"joined_cell_on": date(2026, 1, 5)}, ABSENT, RATED),
    "Bùi Văn Miễn": ({"status": EXEMPT, "status_from": date(2025, 6, 1)}, NOT_RATED, NOT_RATED),
    "Mai Văn Miễn Lâu": ({"status": EXEMPT}, NOT_RATED, NOT_RATED),
    "Ngô Thị Ngừng": ({"status": SUSPENDED, "status_from": date(2025, 3, 1)}, NOT_RATED, NOT_RATED),
    "Đặng Văn Mới": ({"admitted_on": date(2025, 10, 1), "official_on": None}, NOT_RATED, NOT_RATED),
    "Lý Thị Nửa Năm": ({"admitted_on": date(2025, 7, 5), "official_on": None}, NOT_RATED, RATED),
    "Tạ Văn Mất": ({"status": "Từ trần", "status_from": date(2025, 11, 20)}, ABSENT, ABSENT),
    "Cao Thị Không Ngày": ({"status": LEFT}, ABSENT, ABSENT),
    "Kim Thị Năm Sau": ({"status": LEFT, "left_cell_on": "2026"}, RATED, RATED),
    "La Văn Tháng Chạp": ({"status": LEFT, "left_cell_on": "12/2025"}, ABSENT, ABSENT),
    "Ma Thị Miễn Sau": ({"status": EXEMPT, "status_from": "2026"}, RATED, RATED),
    "Hà Văn Đến Năm": ({"joined_cell_on": "2025"}, RATED, RATED),
    "Âu Thị Tạm": ({"status": "Sinh hoạt tạm thời", "status_from": date(2025, 2, 1)}, RATED, RATED),
}
UNSURE = {"Kim Thị Năm Sau": "Ngày chuyển đi", "Ma Thị Miễn Sau": "Từ ngày"}


def expected(verdict: str, *, meeting: bool) -> set[str]:
    return {name for name, (_, at_year_end, at_meeting) in PEOPLE.items() if (at_meeting if meeting else at_year_end) == verdict}


def write_book(path: Path, *, meeting: bool, more: dict[str, dict[str, object]] | None = None) -> Path:
    """One row has a rating: its votes are counted, so the base of the vote is told."""
    members = [
        {"admitted_on": date(2010, 1, 3), "official_on": date(2011, 1, 3), "birth_date": date(1980, 2, number), **fields, "full_name": name}
        for number, (name, fields) in enumerate({**{name: fields for name, (fields, *_) in PEOPLE.items()}, **(more or {})}.items(), 1)
    ]
    ratings = [{"year": YEAR, "member": NORMAL, "votes_htxs": 30}, *({"year": YEAR, "member": name, "cell_level": "Hoàn thành tốt nhiệm vụ"} for name in more or {})]
    tables: dict[str, list[dict[str, object]]] = {"members": members, "ratings": ratings}
    if meeting:
        tables["ballot_counts"] = [{"year": YEAR, "meeting_on": MEETING}]
    book = openpyxl.Workbook()
    book.remove(book.active)
    for table, rows in tables.items():
        sheet = book.create_sheet(glossary.sheet_name(table))
        keys = list(dict.fromkeys(key for row in rows for key in row))
        sheet.append([glossary.header(table, key) for key in keys])
        for row in rows:
            sheet.append([row.get(key) for key in keys])
    book.save(path)
    return path
