"""Faults planted on purpose, each at one square, each listed on “Giả định” with the code that should find it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from addin import glossary
from addin.core.places import Place
from addin.core.tables.rows.book import ROW_TYPES
from addin.core.tables.rows.columns import columns_of
from tools.workbooks.contents import Assumption, Record, Value
from tools.workbooks.model.people import OFFICER, SLIPPED
from tools.workbooks.table_sheet import FIRST_ROW


@dataclass(frozen=True, slots=True)
class Planted:
    """`row` counts records from 0; the square `key` of that record gets `value`; `code` is what finds it."""

    table: str
    row: int
    key: str
    value: Value
    code: str
    about: str

    @property
    def place(self) -> Place:
        """The square in the workbook."""
        keys = [column.key for column in columns_of(ROW_TYPES[self.table])]
        return Place(glossary.sheet_name(self.table), FIRST_ROW + 1 + self.row, keys.index(self.key) + 1)


FAULTS: tuple[Planted, ...] = (
    Planted("members", 13, "official_on", date(2003, 3, 2), "MEM204", "Ngày chính thức trước ngày vào Đảng"),
    Planted("members", 9, "id_number", "00018690001", "MEM205", "Số định danh thiếu một chữ số"),
    Planted("members", 11, "birth_date", "31/02/1958", "SHT110", "Ngày không có trên lịch"),
    Planted("plan_items", 10, "contents", None, "PLN103", "Kế hoạch không ghi nội dung"),
    Planted("inspections", 0, "team", (OFFICER, SLIPPED), "INS205", "Người được kiểm tra ở trong tổ kiểm tra"),
    Planted("supervision_notes", 3, "member", "Nguyễn Văn Hai", "SUP301", "Hai người trùng tên mà không ghi mã"),
    Planted("tasks", 8, "done_on", date(2026, 1, 5), "TSK201", "Hoàn thành trước khi giao"),
    Planted("tasks", 10, "result", "Xong rồi", "SHT130", "Kết quả không có trong danh sách"),
    Planted("meetings", 4, "present", 13, "MTG201", "Số có mặt nhiều hơn tổng số"),
    Planted("ballot_counts", 0, "returned", 11, "BAL202", "Hợp lệ cộng không hợp lệ khác số thu về"),
    Planted("tallies", 1, "htt", 3, "BAL302", "Hai lượt đếm khác nhau"),
    Planted("ratings", 0, "votes_htxs", 4, "RAT303", "Số phiếu các mức không bằng số phiếu hợp lệ"),
    Planted("documents", 16, "number", "01-BC/CB", "DOC301", "Hai văn bản cùng một số"),
    Planted("documents", 17, "number", "3/BC-CB", "DOC201", "Số viết như văn bản Nhà nước"),
    Planted("dispatches", 0, "received_on", date(2026, 1, 12), "DOC308", "Nhận trước khi gửi"),
    Planted("disciplines", 0, "happened_on", date(2017, 12, 1), "DIS201", "Vi phạm xảy ra sau ngày quyết định kỷ luật"),
    Planted("criteria", 8, "max_points", 14, "CRT301", "Điểm tối đa của một nhóm không đủ 30"),
    Planted("disseminations", 0, "understood", 12, "DSM202", "Số đạt yêu cầu nhiều hơn số dự"),
    Planted("residence_comments", 1, "received_on", date(2025, 10, 20), "RES201", "Nhận nhận xét trước khi gửi"),
)


def plant(tables: Mapping[str, Sequence[Record]], faults: Sequence[Planted]) -> dict[str, list[Record]]:
    """The tables with the faults in them."""
    found = {table: list(rows) for table, rows in tables.items()}
    for fault in faults:
        found[fault.table][fault.row] = {**found[fault.table][fault.row], fault.key: fault.value}
    return found


def listed(faults: Sequence[Planted]) -> tuple[Assumption, ...]:
    """One line a fault for the sheet “Giả định”."""
    return tuple(Assumption(f"Lỗi cài sẵn: {fault.about}", str(fault.place), f"Kiểm tra dữ liệu phải báo mã {fault.code}.") for fault in faults)
