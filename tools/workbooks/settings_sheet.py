"""The sheet “Thiết lập”: one row a setting, with what it means and what holds where it is left blank."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import TYPE_CHECKING

from addin import glossary
from addin.core.tables.rows.settings import Settings
from tools.workbooks.drop_downs import is_long
from tools.workbooks.table_sheet import FIRST_ROW, HEADING_ROW, set_up_print, write_title
from tools.workbooks.widths import height_of
from tools.workbooks.wording import NO, YES

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from tools.workbooks.styles import Styles

NOTES: Mapping[str, str] = {
    "cell_name": "Bắt buộc. Ví dụ: Chi bộ Văn phòng. In ở đầu mọi văn bản.",
    "superior_name": "Bắt buộc. Đảng bộ cấp trên trực tiếp.",
    "place": "Bắt buộc. Địa danh ghi trước ngày tháng của văn bản.",
    "symbol": "Phần sau dấu “/” trong số văn bản, ví dụ 01-QĐ/CB. Để trống: CB.",
    "is_base_cell": "Chi bộ cơ sở: có; chi bộ trực thuộc đảng uỷ cơ sở: không.",
    "terms": "Mỗi nhiệm kỳ một đoạn từ ngày–đến ngày, cách nhau bằng dấu chấm phẩy. Ví dụ: 15/5/2020–14/5/2025.",
    "has_committee": "Chi bộ có chi uỷ: có; chưa có: không.",
    "htxs_allocated": "Số cấp trên phân bổ, theo năm. Ví dụ: 2024: 4; 2025: 4. Để trống: tính theo tỷ lệ chung.",
    "quota_base": "HTT, HTT+ hoặc rated (tổng số được xếp loại). Để trống: HTT.",
    "quota_rounding": "floor (bỏ phần lẻ), round (làm tròn) hoặc ceil (lên số nguyên). Để trống: floor.",
    "quota_rate_raised": "Tỷ lệ, rồi số và ngày văn bản cho phép, cách nhau bằng dấu chấm phẩy. Để trống: không nâng.",
    "ballot_threshold": "Mức phải vượt quá số phiếu này mới được chọn. Để trống: 0,5 (quá nửa).",
    "ballot_base": "summoned (được triệu tập), official (chính thức) hoặc present (có mặt). Để trống: summoned.",
    "plan_deadline": "Ngày/tháng. Để trống: 31/01.",
    "supervision_rhythm_days": "Số ngày tối đa giữa hai lần ghi nhận của một tổ. Để trống: 90.",
    "inspection_max_days": "Số ngày tối đa của một cuộc kiểm tra. Để trống: 30.",
    "spelling": "uỷ hoặc ủy; văn bản in ra theo cách viết này. Để trống: uỷ.",
    "line_spacing": "Số điểm (pt) của dòng văn bản. Để trống: 18.",
    "numbering": "term (theo nhiệm kỳ), year (theo năm) hoặc continuous (liên tục). Để trống: term.",
    "yearly_paper": "KH (kế hoạch) hoặc CTr (chương trình) kiểm tra, giám sát năm. Để trống: KH.",
    "ballot_form": "A (một phiếu, bốn ô) hoặc B (hai bước: xếp loại, rồi bình chọn xuất sắc trong số hoàn thành tốt). Để trống: A.",
    "quarterly_for": "leaders (lãnh đạo, quản lý), all (cả chi bộ, khi cấp trên yêu cầu) hoặc none (không). Để trống: leaders.",
    "output_folder": "Thư mục chứa văn bản được tạo. Để trống: thư mục “Văn bản” cạnh sổ.",
}
_CHOICES: Mapping[str, list[str]] = {
    "is_base_cell": [YES, NO],
    "has_committee": [YES, NO],
    "quota_base": ["HTT", "HTT+", "rated"],
    "quota_rounding": ["floor", "round", "ceil"],
    "ballot_base": ["summoned", "official", "present"],
    "spelling": ["uỷ", "ủy"],
    "numbering": ["term", "year", "continuous"],
    "yearly_paper": ["KH", "CTr"],
    "ballot_form": ["A", "B"],
    "quarterly_for": ["leaders", "all", "none"],
}


_WIDTHS = (34.0, 46.0, 84.0)


def setting_keys() -> list[str]:
    """The keys of settings in their order."""
    return [item.name for item in fields(Settings) if item.name not in {"places", "other"}]


def write_settings(sheet: Worksheet, values: Mapping[str, str], styles: Styles) -> None:
    """Mục | Giá trị | Ghi chú, every setting present whether filled or not."""
    write_title(sheet, glossary.sheet_name("settings"), styles)
    sheet.write_string(1, 0, "Ghi vào cột Giá trị; mục để trống dùng giá trị nêu ở cột Ghi chú.", styles.about)
    headings = (*(glossary.header("settings", key) for key in ("item", "value")), glossary.header("members", "note"))
    for number, (heading, width) in enumerate(zip(headings, _WIDTHS, strict=True)):
        sheet.write_string(HEADING_ROW, number, heading, styles.heading)
        sheet.set_column(number, number, width, styles.text)
    for index, key in enumerate(setting_keys()):
        row = FIRST_ROW + index
        sheet.write_string(row, 0, glossary.setting_header(key), styles.text)
        sheet.write_string(row, 1, values[key], styles.text) if key in values else sheet.write_blank(row, 1, None, styles.text)
        sheet.write_string(row, 2, NOTES[key], styles.text)
        sheet.set_row(row, height_of((values.get(key), NOTES[key]), _WIDTHS[1:]))
        if key in _CHOICES and not is_long(_CHOICES[key]):
            sheet.data_validation(row, 1, row, 1, {"validate": "list", "source": _CHOICES[key], "error_type": "warning"})
    sheet.freeze_panes(FIRST_ROW, 1)
    set_up_print(sheet, pages=1, heading=HEADING_ROW)
