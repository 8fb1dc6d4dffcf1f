"""Sheets an office keeps beside its party papers: dues, attendance, telephones, cash, assets, pay, leave, notes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import Any

from tests.offices.canvas import Canvas
from tests.offices.people import Person

Rows = list[list[Any]]


def _dues(chance: Random, people: list[Person]) -> Rows:
    months = [f"T{month}" for month in range(1, 13)]
    return [["ĐẢNG PHÍ NĂM 2025"], ["STT", "Họ và tên", "Mức đóng", *months, "Cộng"], *([at, p.name, 46800, *[46800] * 12, 561600] for at, p in enumerate(people, 1)), [None, "Tổng cộng", 46800 * len(people)]]  # fmt: skip


def _dues_by_day(chance: Random, people: list[Person]) -> Rows:
    return [
        ["STT", "Họ và tên", "Ngày nộp", "Số tiền", "Ghi chú"],
        *([at, p.name, date(2025, 3, 5), 140400, None] for at, p in enumerate(people, 1)),
    ]


def _attendance(chance: Random, people: list[Person]) -> Rows:
    return [["BẢNG ĐIỂM DANH SINH HOẠT CHI BỘ NĂM 2025"], [], ["TT", "Họ và tên", *[f"T{m}/2025" for m in range(1, 13)]], *([at, p.name, *[chance.choice(("x", "x", "V")) for _ in range(12)]] for at, p in enumerate(people, 1))]  # fmt: skip


def _phones(chance: Random, people: list[Person]) -> Rows:
    return [["DANH BẠ ĐIỆN THOẠI"], ["STT", "Họ và tên", "Chức vụ", "Điện thoại", "Email"], *([at, p.name, chance.choice(("Bí thư", "Trưởng phòng", "Phó bí thư", "Chuyên viên")), f"0912{chance.randrange(10**6):06}", f"a{at}@vidu.vn"] for at, p in enumerate(people, 1))]  # fmt: skip


def _cash(chance: Random, people: list[Person]) -> Rows:
    return [["SỔ THU CHI QUỸ CHI BỘ"], ["Ngày", "Nội dung", "Thu", "Chi", "Tồn"], *([date(2025, 1, 3) + timedelta(9 * at), chance.choice(("Mua hoa", "Thăm ốm", "Thu quỹ")), chance.choice((None, 500000)), chance.choice((None, 200000)), 3000000 + at] for at in range(15))]  # fmt: skip


def _assets(chance: Random, people: list[Person]) -> Rows:
    return [["DANH MỤC TÀI SẢN"], ["TT", "Tên tài sản", "Đơn vị tính", "Số lượng", "Năm sử dụng", "Tình trạng"], *([at, chance.choice(("Tủ hồ sơ", "Máy tính", "Bàn họp")), "Cái", chance.randrange(1, 9), 2015 + at % 9, "Tốt"] for at in range(1, 9))]  # fmt: skip


def _leave(chance: Random, people: list[Person]) -> Rows:
    return [["THEO DÕI NGHỈ PHÉP NĂM 2025"], ["STT", "Họ và tên", "Từ ngày", "Đến ngày", "Số ngày", "Lý do"], *([at, p.name, date(2025, 5, 1) + timedelta(at), date(2025, 5, 4) + timedelta(at), 3, "Việc riêng"] for at, p in enumerate(people, 1))]  # fmt: skip


def _pay(chance: Random, people: list[Person]) -> Rows:
    return [["BẢNG LƯƠNG THÁNG 12/2025"], ["TT", "Họ và tên", "Ngày sinh", "Chức vụ", "Hệ số", "Thực lĩnh", "Ký nhận"], *([at, p.name, p.born, p.job, 3.33, 7800000 + at, None] for at, p in enumerate(people, 1))]  # fmt: skip


def _children(chance: Random, people: list[Person]) -> Rows:
    return [["DANH SÁCH CÁC CHÁU NHẬN QUÀ 1/6"], ["STT", "Họ và tên cháu", "Năm sinh", "Con đồng chí", "Quà"], *([at, p.name, 2015, chance.choice(people).name, "Vở"] for at, p in enumerate(people, 1))]  # fmt: skip


def _incoming(chance: Random, people: list[Person]) -> Rows:
    return [["SỔ VĂN BẢN ĐẾN"], ["Số đến", "Ngày đến", "Nơi gửi", "Số, ký hiệu", "Trích yếu", "Người nhận"], *([at, date(2025, 1, 5) + timedelta(7 * at), "Đảng uỷ xã", f"{at}-CV/ĐU", "V/v báo cáo", chance.choice(people).name] for at in range(1, 10))]  # fmt: skip


def _calendar(chance: Random, people: list[Person]) -> Rows:
    return [["LỊCH CÔNG TÁC TUẦN"], ["Thứ", "Ngày", "Nội dung công việc", "Địa điểm", "Người chủ trì"], *([f"Thứ {2 + at}", date(2025, 12, 1) + timedelta(at), "Họp giao ban", "Phòng họp", chance.choice(people).name] for at in range(5))]  # fmt: skip


def _monthly(chance: Random, people: list[Person]) -> Rows:
    return [["BẢNG TỔNG HỢP KẾT QUẢ XẾP LOẠI THÁNG"], ["TT", "HỌ VÀ TÊN", "CHỨC VỤ", "T01", "T02", "T03", "GHI CHÚ"], *([at, p.name, p.job, *[chance.choice("ABC") for _ in range(3)], None] for at, p in enumerate(people, 1))]  # fmt: skip


def _notes(chance: Random, people: list[Person]) -> Rows:
    return [
        ["Việc cần nhớ"],
        ["- Gọi đồng chí Lan về hồ sơ"],
        [],
        ["Họp ngày 5/12: chuẩn bị báo cáo"],
        ["In phiếu", "20 tờ"],
    ]


def _summary(chance: Random, people: list[Person]) -> Rows:
    return [["THỐNG KÊ ĐẢNG VIÊN"], ["Chỉ tiêu", "Số lượng", "Tỷ lệ"], ["Tổng số đảng viên", len(people), 1], ["Đảng viên nữ", 3, 0.2], ["Đảng viên dự bị", 1, 0.1], ["HTXS", 2, 0.1], ["HTT", 9, 0.7]]  # fmt: skip


def _gifts(chance: Random, people: list[Person]) -> Rows:
    return [
        ["DANH SÁCH NHẬN QUÀ TẾT"],
        ["STT", "Họ và tên", "Nội dung", "Số tiền", "Ký nhận"],
        *([at, p.name, "Quà Tết", 300000, None] for at, p in enumerate(people, 1)),
    ]


def _youth(chance: Random, people: list[Person]) -> Rows:
    return [["DANH SÁCH ĐOÀN VIÊN CHI ĐOÀN"], ["STT", "Họ và tên", "Ngày sinh", "Ngày vào Đoàn", "Số sổ đoàn"], *([at, p.name, date(2000, 5, at % 27 + 1), date(2015, 3, 26), f"{at:04}"] for at, p in enumerate(people, 1))]  # fmt: skip


KINDS: dict[str, Callable[[Random, list[Person]], Rows]] = {
    "Đảng phí": _dues, "Thu đảng phí": _dues_by_day, "Điểm danh": _attendance, "Danh bạ": _phones, "Quỹ chi bộ": _cash, "Tài sản": _assets,
    "Nghỉ phép": _leave, "Lương": _pay, "Quà 1-6": _children, "Văn bản đến": _incoming, "Lịch tuần": _calendar, "XL tháng": _monthly, "Ghi chép": _notes,
    "Thống kê": _summary, "Quà Tết": _gifts, "Đoàn viên": _youth,
}  # fmt: skip


def draw(canvas: Canvas, kind: str, chance: Random, people: list[Person]) -> None:
    """Write one of them."""
    for row, line in enumerate(KINDS[kind](chance, people), 1):
        for column, value in enumerate(line, 1):
            canvas.put(row, column, value)
