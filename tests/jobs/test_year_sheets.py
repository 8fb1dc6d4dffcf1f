"""A cell with a sheet a year: rows of a new year get a sheet of their own, after the pattern of the last."""

from __future__ import annotations

from datetime import date, datetime

import openpyxl
import pytest
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.worksheet.datavalidation import DataValidation

from addin.errors import RefusedWrite
from addin.hosts.closed.book import ClosedBook
from addin.jobs.carry_out import carry_out
from addin.jobs.decide import Wish, decide
from addin.jobs.opening import open_book
from tests.hosts.contract.hosts import excel
from tests.libreoffice.office import open_book as open_document

ON = date(2026, 9, 25)
NAMES = ("Đinh Văn Một", "Lò Thị Hai", "Giàng A Ba", "Sầm Thị Bốn")
HEADINGS = ("TT", "Số quyết định", "Ngày quyết định", "Hình thức", "Đảng viên", "Nội dung", "Ghi chú thêm")


def office_book(path, *, records=2, sections=False):
    """Members, a plan of 2026, settings, and inspections a sheet a year: 2024 and 2025."""
    workbook = Workbook()
    members = workbook.active
    members.title = "DSĐV"
    members.append(["TT", "Họ và tên", "Ngày sinh", "Ngày vào Đảng", "Ngày chính thức", "Tổ đảng", "Chức vụ Đảng"])
    for number, name in enumerate(NAMES, 1):
        members.append([number, name, "05/3/1980", "03/02/2005", "03/02/2006", "Tổ 1", "Bí thư" if number == 1 else None])
    settings = workbook.create_sheet("Thiết lập")
    for line in (("Mục", "Giá trị"), ("Tên chi bộ", "Chi bộ Thử"), ("Đảng bộ cấp trên", "Đảng bộ Thử"), ("Địa danh", "Thử"),
                 ("Nhiệm kỳ", "01/01/2024–31/12/2026")):  # fmt: skip
        settings.append(line)
    plan = workbook.create_sheet("KH 2026")
    plan.append(["Năm", "Hình thức", "Đối tượng", "Nội dung", "Tiến hành từ", "Tiến hành đến"])
    plan.append([2026, "Kiểm tra", "Lò Thị Hai", "TD", "01/10/2026", "20/10/2026"])
    for year in (2024, 2025):
        _inspections(workbook.create_sheet(f"KT {year}"), year, records, sections=sections)
    workbook.save(path)
    return path


def _inspections(sheet, year, records, *, sections):
    sheet.merge_cells("A1:G1")
    sheet["A1"] = f"SỔ KIỂM TRA NĂM {year}"
    sheet["A1"].font, sheet["A1"].alignment = Font(bold=True), Alignment(horizontal="center")
    sheet.append(HEADINGS)
    for number in range(1, records + 1):
        if sections and number == 2:
            sheet.append(["Tổ đảng 2"])
        sheet.append([number, f"0{number}-QĐ/CB", date(year, 8, 5), "KT", NAMES[number], "TD", f"=A{sheet.max_row + 1}*2"])
        for cell in sheet[sheet.max_row]:
            cell.border = Border(bottom=Side(style="thin"))
        sheet.cell(sheet.max_row, 3).number_format = "dd/mm/yyyy"
    sheet.append([None, f"Cộng: {records}", None, None, None, None, f"=SUM(G3:G{records + 2})"])
    sheet.column_dimensions["B"].width = 33
    rule = DataValidation(type="list", formula1='"KT,GS"', showErrorMessage=True)
    sheet.add_data_validation(rule)
    rule.add("D3:D40")
    sheet.print_area = "A1:G30"


def decided(path, folder):
    book = ClosedBook(path, now=datetime(2026, 9, 25, 8, 0))
    outcome = decide(open_book(book), Wish(take_next=True, members="Lò Thị Hai", year=2026, team="Đinh Văn Một;Sầm Thị Bốn"), ON)
    carry_out(outcome, book, folder, issuing=True)
    return openpyxl.load_workbook(path), open_book(book)


def test_the_new_year_has_the_headings_widths_looks_and_lists_of_the_last(tmp_path):
    """And none of its records; the total stands where it stood, what was counted by hand is open."""
    workbook, opened = decided(office_book(tmp_path / "so.xlsx"), tmp_path / "ra")
    sheet = workbook["KT 2026"]

    assert workbook.sheetnames[-1] == "KT 2026"
    assert [tuple(cell.value for cell in line) for line in sheet.iter_rows(min_row=1, max_row=5)] == [
        ("SỔ KIỂM TRA NĂM 2026", None, None, None, None, None, None),
        HEADINGS,
        (1, "03-QĐ/CB", datetime(2026, 9, 25), "KT", "Lò Thị Hai", "TD", "=A3*2"),
        (None,) * 7,
        (None, "Cộng: ……", None, None, None, None, "=SUM(G3:G4)"),
    ]
    assert [str(area) for area in sheet.merged_cells.ranges] == ["A1:G1"]
    assert sheet.column_dimensions["B"].width == 33
    assert sheet["B3"].border.bottom.style == sheet["B4"].border.bottom.style == "thin"
    assert [str(rule.sqref) for rule in sheet.data_validations.dataValidation] == ["D3:D40"]
    assert sheet.print_area == "'KT 2026'!$A$1:$G$30"
    assert [row.member for row in opened.book.inspections if row.year == 2026] == ["Lò Thị Hai"]


def test_the_sheets_before_stay_as_they_were(tmp_path):
    """No row of a year goes to another year's sheet."""
    path = office_book(tmp_path / "so.xlsx")
    before = openpyxl.load_workbook(path)
    workbook, _ = decided(path, tmp_path / "ra")

    for name in before.sheetnames:
        assert [[cell.value for cell in line] for line in workbook[name].iter_rows()] == [
            [cell.value for cell in line] for line in before[name].iter_rows()
        ]


def test_a_sheet_with_sections_is_refused_with_the_way_out(tmp_path):
    """Only a person knows which sections the new year has; nothing is written."""
    path = office_book(tmp_path / "so.xlsx", sections=True)
    before = path.read_bytes()

    with pytest.raises(RefusedWrite) as refused:
        decided(path, tmp_path / "ra")

    assert refused.value.fix == "Trong Excel chép sheet «KT 2025» thành «KT 2026», xoá các dòng cũ, sửa năm ở tiêu đề, rồi chạy lại."
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ((None, "Tổng số", "HTXS: 2; HTT: 4", "50%"), (None, "Tổng số", "HTXS: ……; HTT: ……", None)),
        ((None, "Cộng tổ 2 (5 đ/c)", "12", 8), (None, "Cộng tổ 2 (…… đ/c)", None, None)),
        ((None, "Đạt: 3 đồng chí", "Tốt: 1,5", None), (None, "Đạt: …… đồng chí", "Tốt: ……", None)),
        ((None, None, None, "Lâm Hà, ngày 05 tháng 12 năm 2025"), (None, None, None, "Lâm Hà, ngày …… tháng …… năm 2026")),
        ((None, "T/M CHI BỘ THÔN 3", None, "Người lập"), (None, "T/M CHI BỘ THÔN 3", None, "Người lập")),
    ],
)
def test_no_total_of_the_old_year_is_copied_however_it_is_typed(tmp_path, line, expected):
    """Headings and the frame of signatures stay; what was counted, and the day it was signed, wait for a person."""
    path = office_book(tmp_path / "so.xlsx")
    workbook = openpyxl.load_workbook(path)
    for column, value in enumerate(line, 1):
        workbook["KT 2025"].cell(7, column, value)
    workbook.save(path)
    made, _ = decided(path, tmp_path / "ra")

    last = [tuple(cell.value for cell in row[:4]) for row in made["KT 2026"].iter_rows(min_row=7, max_row=7)]
    assert last == [expected]


@pytest.mark.parametrize("open_live", [excel, pytest.param(open_document, marks=pytest.mark.libreoffice)])
def test_in_an_open_workbook_the_same_sheet_is_made(open_live, tmp_path):
    """The same job, the same rows on the new sheet as in a closed file; the number is there."""
    _, wanted = decided(office_book(tmp_path / "dong.xlsx"), tmp_path / "ra-dong")
    with open_live(office_book(tmp_path / "mo.xlsx")) as host:
        wish = Wish(take_next=True, members="Lò Thị Hai", year=2026, team="Đinh Văn Một;Sầm Thị Bốn")
        carry_out(decide(open_book(host), wish, ON), host, tmp_path / "ra-mo", issuing=True)
        opened = open_book(host)

    here, there = ([(row.decision_no, row.member, str(row.decision_date)) for row in one.book.rows("inspections")] for one in (wanted, opened))
    assert here == there
    assert there[-1][1] == "Lò Thị Hai"
