"""An office's rating sheet with everything that hangs on rows: totals, signature, merges, chart, filter, notes, names."""

from __future__ import annotations

import xlsxwriter

NAMES = ("Đinh Văn Một", "Lò Thị Hai", "Giàng A Ba", "Sầm Thị Bốn")
FIRST, LAST = 4, 7
HEADINGS = ("TT", "Họ và tên", "", "Tiêu chí chung", "Nhiệm vụ", "Tổng", "Hạng", "Luỹ kế", "Chi bộ đề nghị")


def roomy_book(path, people=NAMES, gap=0):
    """Headings in row 3, records from row 4, after `gap` blank rows the totals, then a signature and a table of levels."""
    with xlsxwriter.Workbook(str(path)) as book:
        bordered = book.add_format({"border": 1})
        sheet = book.add_worksheet("XL 2025")
        other = book.add_worksheet("Tổng hợp")
        _records(book, sheet, people, bordered)
        _totals(sheet, FIRST + len(people) - 1, FIRST + len(people) + gap)
        _hangings(book, sheet, FIRST + len(people) - 1, FIRST + len(people) + gap)
        last = FIRST + len(people) - 1
        other.write_formula("A1", f"=SUM('XL 2025'!F{FIRST}:F{last})", None, 0)
        other.write_formula("A2", f"='XL 2025'!F{last + 1 + gap}", None, 0)
        other.write_formula("A3", f"=COUNTA('XL 2025'!B{FIRST}:B{last})", None, 0)
        other.write_url("A4", f"internal:'XL 2025'!B{last + 1 + gap}", string="Dòng tổng")
    return path


def _records(book, sheet, people, bordered):
    sheet.merge_range("A1:I1", "TỔNG HỢP XẾP LOẠI NĂM 2025", book.add_format({"bold": True}))
    sheet.write_row(2, 0, HEADINGS, book.add_format({"bold": True, "border": 1}))
    last = FIRST + len(people) - 1
    for number, name in enumerate(people, 1):
        row = FIRST + number - 1
        sheet.set_row(row - 1, 22)
        sheet.write_number(row - 1, 0, number, bordered)
        sheet.merge_range(row - 1, 1, row - 1, 2, name, bordered)
        sheet.write_row(row - 1, 3, (20 + number, 50 + number), bordered)
        sheet.write_formula(row - 1, 5, f"=D{row}+E{row}", bordered, 70 + 2 * number)
        sheet.write_formula(row - 1, 6, f"=RANK(F{row},F${FIRST}:F${last})", bordered, 0)
        sheet.write_formula(row - 1, 7, f"=SUM(F${FIRST}:F{row})", bordered, 0)
        sheet.write_string(row - 1, 8, "HTTNV", bordered)


def _totals(sheet, last, total):
    sheet.write_string(total - 1, 1, "Tổng cộng")
    for letter in "DEF":
        sheet.write_formula(f"{letter}{total}", f"=SUM({letter}{FIRST}:{letter}{last})", None, 0)
    sheet.write_string(total, 1, "Trong đó: HTTNV")
    sheet.write_formula(total, 3, f'=COUNTIF(I{FIRST}:I{last},"HTTNV")', None, 0)
    sheet.write_formula(total, 4, f"=D{total}/COUNTA(B{FIRST}:B{last})", None, 0)
    sheet.merge_range(total + 2, 4, total + 2, 8, "T/M CHI BỘ")


def _hangings(book, sheet, last, total):
    sheet.autofilter(2, 0, last - 1, 8)
    sheet.conditional_format(f"I{FIRST}:I{last}", {"type": "cell", "criteria": "==", "value": '"HTXSNV"', "format": book.add_format({"bold": True})})
    rule = {"validate": "list", "source": ["HTXSNV", "HTTNV", "HTNV", "KHTNV"]}
    sheet.data_validation(f"I{FIRST}:I{last}", rule)
    sheet.write_comment(f"B{total}", "Số liệu để báo cáo")
    sheet.write_comment(f"D{FIRST}", "Điểm do tổ chấm")
    sheet.print_area(0, 0, total + 3, 8)
    sheet.repeat_rows(2)
    sheet.set_h_pagebreaks([total + 5])
    book.define_name("Điểm", f"='XL 2025'!$F${FIRST}:$F${last}")
    chart = book.add_chart({"type": "column"})
    chart.add_series({"categories": f"='XL 2025'!$B${FIRST}:$B${last}", "values": f"='XL 2025'!$F${FIRST}:$F${last}"})
    sheet.insert_chart(f"B{total + 8}", chart)
