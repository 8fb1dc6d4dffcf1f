"""An invented secretary's workbook: 30 members, four years, twelve sheets with sections, totals, charts, drop-downs
and headings of two rows, as one person keeps it over time. Nothing in it is arranged for us.

Its facts are told by the constants here, never by the product.
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import xlsxwriter

YEARS = (2023, 2024, 2025, 2026)
GROUPS = ("Tổ hành chính", "Tổ nghiệp vụ", "Tổ kỹ thuật")
_FAMILY = ("Lò", "Giàng", "Vàng", "Sùng", "Tẩn", "Lù", "Hoàng", "Nông", "Lý", "Thào")
_MIDDLE = ("Văn", "Thị", "A")
_GIVEN = ("Bút", "Thước", "Giấy", "Mực", "Bảng", "Phấn", "Sách", "Vở", "Kẹp", "Ghim")
_WORDS = {"HTXS": "HTXSNV", "HTT": "HTTNV", "HTN": "HTNV"}
_LETTERHEAD = (("ĐẢNG BỘ SỞ VĂN PHÒNG PHẨM", "ĐẢNG CỘNG SẢN VIỆT NAM"), ("CHI BỘ VĂN PHÒNG SỐ 9", "Sông Giấy, ngày 05 tháng 01 năm 2026"))


def people() -> list[str]:
    """Thirty names that nobody bears."""
    return [f"{_FAMILY[n % 10]} {_MIDDLE[n % 3]} {_GIVEN[(n * 3 + n // 10) % 10]}" for n in range(30)]


def level(number: int, year: int) -> str:
    """The level everybody was given: the first five excellent, two of each year only completed."""
    if number < 5:
        return "HTXS"
    return "HTN" if (number + year) % 15 == 0 else "HTT"


PLANNED, INSPECTED = (people()[7], people()[12]), (people()[20], people()[21], people()[22])
TO_PLAN_ROW = 5


class _Pages:
    """Sheets written from the top, with the looks of an office."""

    def __init__(self, path: Path) -> None:
        self.book = xlsxwriter.Workbook(str(path), {"default_date_format": "dd/mm/yyyy"})
        self.head = self.book.add_format({"bold": True, "border": 1, "align": "center", "text_wrap": True, "bg_color": "#D9E1F2"})
        self.bold = self.book.add_format({"bold": True})
        self.box = self.book.add_format({"border": 1})
        self.day = self.book.add_format({"border": 1, "num_format": "dd/mm/yyyy"})

    def sheet(self, name: str, title: str):
        """A sheet with letterhead and title; the next free row is the sixth."""
        sheet = self.book.add_worksheet(name)
        for row, (left, right) in enumerate(_LETTERHEAD):
            sheet.write(row, 0, left, self.bold)
            sheet.write(row, 5, right)
        sheet.write(3, 1, title, self.bold)
        sheet.set_column(1, 1, 26)
        return sheet

    def rows(self, sheet, first: int, rows) -> int:
        """The rows in boxes; the row behind the last."""
        for row, values in enumerate(rows, start=first):
            for column, value in enumerate(values):
                sheet.write(row, column, value, self.day if isinstance(value, date) else self.box)
            first = row + 1
        return first


def make(path: Path, planned: date = date(2026, 9, 7)) -> Path:
    """Write the workbook; the inspections of the plan begin on the day `planned`."""
    pages = _Pages(path)
    _members(pages)
    for year in YEARS:
        _ratings(pages, year)
    _inspections(pages)
    _plans(pages, planned)
    _notes(pages)
    _groups(pages)
    _papers(pages)
    _meetings(pages)
    _dues(pages)
    pages.book.close()
    return path


def _members(pages: _Pages) -> None:
    sheet = pages.sheet("DS đảng viên", "DANH SÁCH ĐẢNG VIÊN CHI BỘ (tính đến 31/12/2025)")
    for column, words in enumerate(("TT", "Họ và tên")):
        sheet.merge_range(5, column, 6, column, words, pages.head)
    sheet.merge_range(5, 2, 5, 3, "Ngày, tháng, năm sinh", pages.head)
    sheet.write_row(6, 2, ("Nam", "Nữ"), pages.head)
    sheet.merge_range(5, 4, 5, 5, "Ngày vào Đảng", pages.head)
    sheet.write_row(6, 4, ("Dự bị", "CT"), pages.head)
    for column, words in enumerate(("Chức vụ\nĐảng", "Số thẻ ĐV", "Ghi chú"), start=6):
        sheet.merge_range(5, column, 6, column, words, pages.head)
    row, names = 7, people()
    for group_number, group in enumerate(GROUPS):
        sheet.merge_range(row, 0, row, 8, f"{'I' * (group_number + 1)}. {group.upper()}", pages.bold)
        for number in range(group_number * 10, group_number * 10 + 10):
            born, joined = date(1970 + number % 20, 1 + number % 12, 1 + number % 28), date(2000 + number % 18, 3, 1 + number % 28)
            is_woman = number % 3 == 1
            post = {0: "Bí thư", 1: "Phó bí thư", 2: "Chi uỷ viên"}.get(number, "Đảng viên")
            both = (None, born) if is_woman else (born, None)
            row = pages.rows(sheet, row + 1, [(number + 1, names[number], *both, joined, joined.replace(year=joined.year + 1), post, f"{51000100 + number:08d}", None)]) - 1
        row += 1
    sheet.write(row, 1, "Tổng cộng: 30 đảng viên", pages.bold)
    sheet.write(row + 2, 6, "T/M CHI BỘ")
    sheet.write(row + 6, 6, names[0])
    sheet.freeze_panes(7, 2)


def _ratings(pages: _Pages, year: int) -> None:
    sheet = pages.sheet(f"XL {year}", f"KẾT QUẢ ĐÁNH GIÁ, XẾP LOẠI CHẤT LƯỢNG ĐẢNG VIÊN NĂM {year}")
    sheet.merge_range(5, 0, 6, 0, "STT", pages.head)
    sheet.merge_range(5, 1, 6, 1, "Họ tên đảng viên", pages.head)
    sheet.merge_range(5, 2, 5, 3, "Điểm", pages.head)
    sheet.write_row(6, 2, ("TC chung (30)", "KQ nhiệm vụ (70)"), pages.head)
    sheet.merge_range(5, 4, 6, 4, "Tự xếp loại", pages.head)
    sheet.merge_range(5, 5, 6, 5, "Chi bộ đề nghị", pages.head)
    sheet.merge_range(5, 6, 6, 6, "Đảng uỷ quyết định", pages.head)
    given = year < YEARS[-1]
    rows = []
    for number, name in enumerate(people()):
        code = level(number, year)
        points = {"HTXS": (28, 65), "HTT": (26, 55), "HTN": (20, 40)}[code] if year >= 2025 and given else (None, None)
        words = _WORDS[code] if given else None
        rows.append((number + 1, name, *points, words, words, words))
    end = pages.rows(sheet, 7, rows)
    sheet.data_validation(7, 4, end - 1, 6, {"validate": "list", "source": ["HTXSNV", "HTTNV", "HTNV", "KHTNV"]})
    for offset, words in enumerate(("HTXSNV", "HTTNV", "HTNV")):
        sheet.write(end + offset, 1, f"{'Trong đó: ' if offset == 0 else ''}{words}", pages.bold)
        sheet.write_formula(end + offset, 6, f'=COUNTIF(G8:G{end},"{words}")', pages.box, sum(1 for row in rows if row[6] == words))
    chart = pages.book.add_chart({"type": "column"})
    chart.add_series({"categories": [sheet.name, end, 1, end + 2, 1], "values": [sheet.name, end, 6, end + 2, 6]})
    sheet.insert_chart(5, 9, chart)
    sheet.autofilter(6, 0, end - 1, 6)


def _inspections(pages: _Pages) -> None:
    sheet = pages.sheet("Kiểm tra ĐV", "THEO DÕI KIỂM TRA ĐẢNG VIÊN CHẤP HÀNH")
    sheet.merge_range(5, 0, 6, 0, "TT", pages.head)
    sheet.merge_range(5, 1, 6, 1, "ĐV được kiểm tra", pages.head)
    sheet.merge_range(5, 2, 5, 3, "Quyết định", pages.head)
    sheet.write_row(6, 2, ("Số", "Ngày"), pages.head)
    for column, words in enumerate(("Nội dung kiểm tra", "Từ ngày", "Đến ngày", "Kết luận"), start=4):
        sheet.merge_range(5, column, 6, column, words, pages.head)
    days = (date(2025, 4, 1), date(2025, 4, 7), date(2025, 4, 28))
    rows = [(number, name, "05-QĐ/CB", days[0], "Chấp hành nghị quyết, chỉ thị", days[1], days[2], "Tốt") for number, name in enumerate(INSPECTED, 1)]
    end = pages.rows(sheet, 7, rows)
    sheet.write(end, 1, "Cộng: 03 lượt", pages.bold)


def _plans(pages: _Pages, planned: date) -> None:
    sheet = pages.sheet("KH kiểm tra 2026", "KẾ HOẠCH KIỂM TRA, GIÁM SÁT NĂM 2026")
    sheet.write_row(5, 0, ("TT", "Hình thức", "Đối tượng", "Nội dung", "Bắt đầu", "Kết thúc", "Người phụ trách"), pages.head)
    rows = [(number, "Kiểm tra", name, "Tu dưỡng, rèn luyện", planned, planned + timedelta(days=18), people()[0]) for number, name in enumerate(PLANNED, 1)]
    end = pages.rows(sheet, 6, [*rows, (3, "Giám sát chuyên đề", people()[25], "Nêu gương", date(2026, 10, 5), date(2026, 10, 20), people()[1])])
    sheet.write(end, 1, "Tổng số: 03", pages.bold)


def _notes(pages: _Pages) -> None:
    sheet = pages.sheet("Giám sát TX", "SỔ GHI GIÁM SÁT THƯỜNG XUYÊN")
    sheet.write_row(5, 0, ("Ngày", "Tổ", "Người giám sát", "Đảng viên", "Ưu điểm / Hạn chế", "Nội dung ghi nhận"), pages.head)
    day, names = date(2025, 3, 3), people()
    rows = [
        (day + timedelta(days=30 * number), GROUPS[number % 3], names[(number % 3) * 10], names[(number % 3) * 10 + 1 + number % 9], ("Ưu điểm", "Hạn chế")[number % 2], f"Việc thứ {number + 1}")
        for number in range(9)
    ]
    pages.rows(sheet, 6, rows)


def _groups(pages: _Pages) -> None:
    sheet = pages.sheet("Tổ đảng", "CÁC TỔ ĐẢNG")
    sheet.write_row(5, 0, ("TT", "Tên tổ", "Tổ trưởng"), pages.head)
    pages.rows(sheet, 6, [(number + 1, group, people()[number * 10]) for number, group in enumerate(GROUPS)])


def _papers(pages: _Pages) -> None:
    sheet = pages.sheet("Văn bản đi", "SỔ ĐĂNG KÝ VĂN BẢN ĐI")
    sheet.write_row(5, 0, ("Số, ký hiệu", "Ngày tháng", "Trích yếu nội dung", "Người ký"), pages.head)
    pages.rows(sheet, 6, [("05-QĐ/CB", date(2025, 4, 1), "Quyết định kiểm tra đảng viên chấp hành", people()[0]), ("01-KH/CB", date(2026, 1, 5), "Kế hoạch kiểm tra, giám sát năm 2026", people()[0])])


def _meetings(pages: _Pages) -> None:
    sheet = pages.sheet("Sinh hoạt CB", "THEO DÕI SINH HOẠT CHI BỘ")
    sheet.write_row(5, 0, ("Ngày họp", "Loại", "Nội dung", "Tổng số", "Có mặt"), pages.head)
    pages.rows(sheet, 6, [(date(2025, month, 3), "Định kỳ", f"Tháng {month}", 30, 28) for month in range(1, 7)])


def _dues(pages: _Pages) -> None:
    sheet = pages.sheet("Đảng phí", "THEO DÕI THU ĐẢNG PHÍ NĂM 2025")
    sheet.write_row(5, 0, ("TT", "Họ và tên", "T1", "T2", "T3", "Cộng"), pages.head)
    end = pages.rows(sheet, 6, [(number, name, 25000, 25000, 25000, 75000) for number, name in enumerate(people(), 1)])
    sheet.write(end, 1, "Tổng cộng", pages.bold)
