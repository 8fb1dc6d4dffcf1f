"""An office's workbook with everything that could carry a name along: sections, a list behind a name, a note, a header, a filter, totals."""

from __future__ import annotations

from datetime import date

import xlsxwriter

FAMILIES, MIDDLES, GIVEN = ["Lò", "Giàng", "Vàng", "Sùng", "Tẩn", "Lù", "Hoàng", "Nông", "Lý", "Thào"], ["Văn", "Thị", "A"] * 4, ["Bút", "Thước", "Giấy", "Mực", "Bảng", "Phấn", "Sách", "Vở", "Kẹp", "Ghim"]
PEOPLE = [" ".join(parts) for parts in zip(FAMILIES, MIDDLES, GIVEN, strict=False)]
IDENTITY = "0010800{:05d}"
HEADINGS = ("TT", "Ngày", "Người giám sát", "Đảng viên", "Loại", "Nội dung ghi nhận", "Ghi chú riêng")
SHEET = "Giám sát"


def make(path, *, as_table=False):
    """Two groups of five; `as_table`: the notes are an Excel table, else sections with a total below."""
    book = xlsxwriter.Workbook(str(path), {"default_date_format": "dd/mm/yyyy"})
    day, box = book.add_format({"num_format": "dd/mm/yyyy", "border": 1}), book.add_format({"border": 1})
    head = book.add_format({"bold": True, "border": 1, "bg_color": "#DDEBF7", "text_wrap": True})
    members = book.add_worksheet("DS")
    members.write_row(3, 0, ("TT", "Họ và tên", "Ngày sinh", "Số CCCD", "Ngày vào Đảng", "Tổ đảng", "Chức vụ"), head)
    for number, name in enumerate(PEOPLE):
        members.write_row(4 + number, 0, (number + 1, name), box)
        members.write(4 + number, 2, date(1980, 1, 1 + number), day)
        members.write_row(4 + number, 3, (IDENTITY.format(number),), box)
        members.write(4 + number, 4, date(2005, 3, 1 + number), day)
        members.write_row(4 + number, 5, (f"Tổ {1 + number // 5}", "Bí thư" if number == 0 else ""), box)
    listed = book.add_worksheet("DM")
    listed.hide()
    listed.write_column(0, 0, PEOPLE)
    listed.write_column(0, 1, ("Ưu điểm", "Hạn chế"))
    book.define_name("DanhSach", "=DM!$A$1:$A$10")
    book.define_name("BiThu", f'="{PEOPLE[0]}"')
    _notes(book, as_table, day, box, head)
    groups = book.add_worksheet("Tổ")
    for row, line in enumerate((("Tổ đảng", "Tổ trưởng"), ("Tổ 1", PEOPLE[0]), ("Tổ 2", PEOPLE[5]))):
        groups.write_row(row, 0, line, head)
    book.close()
    return path


def _notes(book, as_table, day, box, head):
    sheet = book.add_worksheet(SHEET)
    sheet.merge_range(1, 0, 1, 6, "SỔ GIÁM SÁT THƯỜNG XUYÊN")
    sheet.write(2, 5, f"Bí thư: {PEOPLE[0]}")
    sheet.write_row(4, 0, HEADINGS, head)
    row = 5
    for group in (1, 2):
        if not as_table:
            sheet.merge_range(row, 0, row, 6, f"{'I' * group}. TỔ {group}", head)
            row += 1
        first = row
        for number in range(6):
            if as_table:
                sheet.write_formula(row, 0, f"=ROW()-{row - number}", box, number + 1)
            else:
                sheet.write(row, 0, number + 1, box)
            sheet.write(row, 1, date(2025, 1 + number, 3), day)
            beside = f" cùng {PEOPLE[9]}" if (group, number) == (1, 5) else ""
            sheet.write_row(row, 2, (PEOPLE[(group - 1) * 5], PEOPLE[(group - 1) * 5 + 1 + number % 4], ("Ưu điểm", "Hạn chế")[number % 2], f"Việc {group}.{number}{beside}", ""), box)
            row += 1
        if not as_table:
            sheet.merge_range(first, 1, first + 1, 1, date(2025, 1, 3), day)
    last = row - 1
    if as_table:
        sheet.add_table(4, 0, last, 6, {"columns": [{"header": text} for text in HEADINGS], "name": "GS"})
    else:
        sheet.write(row, 1, "Tổng cộng", head)
        sheet.write_formula(row, 5, f'=COUNTA(F7:F{row})&" dòng"', head, "13 dòng")
        sheet.write(row + 2, 5, "NGƯỜI LẬP")
        sheet.write(row + 5, 5, PEOPLE[0])
        sheet.autofilter(4, 0, last, 6)
        sheet.filter_column_list(3, [PEOPLE[1]])
        sheet.set_row(8, None, None, {"hidden": True})
    sheet.data_validation(5, 3, last, 3, {"validate": "list", "source": "=DanhSach"})
    sheet.data_validation(5, 4, last, 4, {"validate": "list", "source": "=DM!$B$1:$B$2"})
    sheet.data_validation(5, 6, last, 6, {"validate": "list", "source": [PEOPLE[0], PEOPLE[9]]})
    sheet.conditional_format(5, 0, last, 6, {"type": "formula", "criteria": f'=$D6="{PEOPLE[9]}"', "format": head})
    sheet.conditional_format(5, 0, last, 6, {"type": "formula", "criteria": '=$E6="Hạn chế"', "format": head})
    sheet.write_comment(6, 5, f"Hỏi lại {PEOPLE[9]}")
    sheet.set_header(f"&LSổ của {PEOPLE[9]}")
    sheet.freeze_panes(5, 2)
    sheet.set_column(5, 5, 40)
    sheet.set_row(7, 40)
