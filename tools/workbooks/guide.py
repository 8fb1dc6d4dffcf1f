"""The first sheet, “Hướng dẫn”: what each sheet is for, how values are written, the steps of the year."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from addin import glossary
from addin.core.tables.rows.book import ROW_TYPES
from tools.workbooks import word_lists
from tools.workbooks.table_sheet import set_up_print
from tools.workbooks.widths import height_of

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from tools.workbooks.styles import Styles

NAME = "Hướng dẫn"
ASSUMPTIONS = "Giả định"
WRITING = (
    ("Ngày", "Ghi ngày trước, tháng sau: 03/9/2019. Chỉ biết tháng hoặc năm thì ghi 9/2019 hoặc 2019."),
    ("Có, không", "Ghi “có” hoặc “không”. Để trống nghĩa là chưa biết, không phải là “không”."),
    ("Nhiều mục", "Cách nhau bằng dấu chấm phẩy (;) hoặc xuống dòng."),
    ("Người", "Ghi họ và tên như ở sheet Đảng viên. Hai người trùng tên thì ghi Mã ĐV."),
    ("Mức xếp loại", "Chọn trong danh sách, hoặc ghi HTXS, HTT, HTN, KHT (chi bộ đến năm 2017: TSVM)."),
    ("Tỷ lệ", "Ghi phần trăm, ví dụ 80%."),
    ("Tiêu đề cột", "Có thể thêm cột, đổi thứ tự cột, chèn dòng; giữ nguyên tiêu đề thì sổ vẫn được nhận ra."),
    ("Số văn bản", "Ghi đủ số và ký hiệu, ví dụ 23-QĐ/CB."),
)
STEPS = (
    ("1. Đầu năm", "Ghi các mục kế hoạch (đối tượng, nội dung, thời gian) ở sheet Kế hoạch; in kế hoạch năm và văn bản giao tổ trưởng giám sát."),
    ("2. Ra quyết định", "Mỗi đảng viên được kiểm tra một dòng ở sheet Kiểm tra; in quyết định, kế hoạch và đề cương báo cáo tự kiểm tra."),
    ("3. Tiến hành", "Ghi ngày bắt đầu, hạn và ngày nộp báo cáo tự kiểm tra; in biên bản làm việc."),
    ("4. Kết luận", "Ghi ưu điểm, hạn chế, biểu hiện suy thoái (chỉ ghi “không” khi đã xem xét), kết luận, số và ngày thông báo."),
    ("5. Khắc phục", "Ghi yêu cầu và hạn khắc phục; khi đã xong ghi ngày khắc phục."),
    ("6. Giám sát cả năm", "Tổ trưởng ghi sheet Giám sát; cuối năm in báo cáo của tổ để trình bày trước chi bộ."),
    ("7. Cuối năm", "Nhập sheet Xếp loại, xem dự kiến và lý do, in phiếu, ghi Phiếu đếm và Kiểm phiếu, in biên bản."),
    ("8. Tổng kết", "In báo cáo năm hoặc nhiệm kỳ; in mục lục hồ sơ và danh mục tài liệu còn thiếu."),
)


def write_guide(sheet: Worksheet, title: str, styles: Styles, *, assumptions: bool = False) -> None:
    """Three lists under each other, each sheet's name a link to it."""
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 112)
    sheet.set_row(0, 22)
    sheet.write_string(0, 0, title, styles.title)
    sheet.write_string(1, 0, "Sheet này chỉ để đọc. Bấm vào tên một sheet để mở sheet đó.", styles.about)
    row = _section(sheet, 3, "Các sheet của sổ", _sheets(assumptions=assumptions), styles, linked=True)
    row = _section(sheet, row, "Cách ghi", WRITING, styles)
    _section(sheet, row, "Các bước trong năm", STEPS, styles)
    set_up_print(sheet)


def _sheets(*, assumptions: bool) -> list[tuple[str, str]]:
    found = [(glossary.sheet_name(table), glossary.about(table)) for table in ("settings", *ROW_TYPES)]
    found.append((word_lists.NAME, "Mã nội dung, ưu điểm, hạn chế và các từ dùng trong danh sách chọn."))
    if assumptions:
        found.append((ASSUMPTIONS, "Những điều nguồn không nêu rõ và sổ mẫu đã giả định."))
    return found


def _section(
    sheet: Worksheet, row: int, title: str, lines: Sequence[tuple[str, str]], styles: Styles, *, linked: bool = False
) -> int:
    sheet.write_string(row, 0, title, styles.section)
    sheet.write_blank(row, 1, None, styles.section)
    for index, (name, text) in enumerate(lines, start=row + 1):
        if linked:
            sheet.write_url(index, 0, f"internal:'{name}'!A1", styles.link, name)
        else:
            sheet.write_string(index, 0, name, styles.text)
        sheet.write_string(index, 1, text, styles.text)
        sheet.set_row(index, height_of((text,), (112.0,)))
    return row + len(lines) + 2
