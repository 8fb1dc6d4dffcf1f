"""Papers and ratings entered in an office's sheets that end with a total."""

from __future__ import annotations

from datetime import date, datetime

import openpyxl
import pytest
from openpyxl import Workbook

from addin.hosts.closed.book import ClosedBook
from addin.jobs.carry_out import carry_out
from addin.jobs.decide import Wish, decide
from addin.jobs.opening import open_book
from addin.jobs.rate import rate

NAMES = ("Đinh Văn Một", "Lò Thị Hai", "Giàng A Ba", "Sầm Thị Bốn")


def office_book(path):
    """Members, settings, a plan, decisions and ratings; every list ends with its total."""
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = "DSĐV"
    sheet.append(["TT", "Họ và tên", "Ngày sinh", "Ngày vào Đảng", "Ngày chính thức", "Tổ đảng", "Chức vụ Đảng"])
    for number, name in enumerate(NAMES, 1):
        sheet.append([number, name, "05/3/1980", "03/02/2005", "03/02/2006", "Tổ 1", "Bí thư" if number == 1 else None])
    settings = workbook.create_sheet("Thiết lập")
    for line in (("Mục", "Giá trị"), ("Tên chi bộ", "Chi bộ Thử"), ("Đảng bộ cấp trên", "Đảng bộ Thử"), ("Địa danh", "Thử"),
                 ("Nhiệm kỳ", "01/01/2024–31/12/2026")):  # fmt: skip
        settings.append(line)
    plan = workbook.create_sheet("KH")
    plan.append(["Năm", "Hình thức", "Đối tượng", "Nội dung", "Tiến hành từ", "Tiến hành đến"])
    plan.append([2026, "Kiểm tra", "Lò Thị Hai", "TD", "01/10/2026", "20/10/2026"])
    decisions = workbook.create_sheet("KT")
    decisions.append(["Số quyết định", "Ngày quyết định", "Năm", "Hình thức", "Đảng viên", "Nội dung"])
    decisions.append(["01-QĐ/CB", "05/8/2025", 2025, "KT", "Giàng A Ba", "TD"])
    decisions.append(["Cộng: 01"])
    register = workbook.create_sheet("Văn bản")
    register.append(["STT", "Loại", "Số", "Ngày", "Trích yếu"])
    register.append(["01", "QĐ", "01-QĐ/CB", date(2025, 8, 5), "Về việc kiểm tra đảng viên"])
    register.append([None, "Tổng cộng", "=COUNTA(C2:C2)"])
    register.append([None, None, None, None, "NGƯỜI LẬP BIỂU"])
    workbook.save(path)
    return path


@pytest.fixture
def book(tmp_path):
    return ClosedBook(office_book(tmp_path / "so.xlsx"), now=datetime(2026, 9, 25, 8, 0))


def lines(book, name):
    return [tuple(cell.value for cell in line) for line in openpyxl.load_workbook(book.path)[name].iter_rows()]


def test_a_decision_goes_above_the_totals_in_the_words_and_numbers_of_the_sheets(book, tmp_path):
    """The register counts it, the running number goes on, the kind is the office's abbreviation."""
    wish = Wish(take_next=True, members="Lò Thị Hai", year=2026, team="Đinh Văn Một;Sầm Thị Bốn")

    carry_out(decide(open_book(book), wish, date(2026, 9, 25)), book, tmp_path / "ra", issuing=True)

    assert lines(book, "KT")[1:] == [
        ("01-QĐ/CB", "05/8/2025", 2025, "KT", "Giàng A Ba", "TD"),
        ("02-QĐ/CB", datetime(2026, 9, 25), 2026, "KT", "Lò Thị Hai", "TD"),
        ("Cộng: 01", None, None, None, None, None),
    ]
    register = lines(book, "Văn bản")
    assert register[2][:4] == ("02", "QĐ", "02-QĐ/CB", datetime(2026, 9, 25))
    assert register[3:] == [(None, "Tổng cộng", "=COUNTA(C2:C3)", None, None), (None, None, None, None, "NGƯỜI LẬP BIỂU")]
    assert [row.number for row in open_book(book).book.documents] == ["01-QĐ/CB", "02-QĐ/CB"]


def test_a_preview_changes_nothing(book):
    """Rows are put in only when written."""
    before = book.path.read_bytes()

    rate(open_book(book), 2025)

    assert book.path.read_bytes() == before
