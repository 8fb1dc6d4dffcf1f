"""Every host: a new year's sheet after the pattern of the last, the same content everywhere, refused alike, taken back."""

from __future__ import annotations

import openpyxl
import pytest
from openpyxl.workbook.protection import WorkbookProtection
from openpyxl.worksheet.table import Table

from addin.core.places import Place
from addin.core.writes import RowAppend, SheetLike, Write, Writes
from addin.errors import RefusedWrite
from tests.hosts.closed.roomy_books import FIRST, LAST, NAMES, roomy_book
from tests.hosts.contract.hosts import HOSTS, closed
from tests.hosts.test_room_live import entered
from tests.libreoffice.office import office, open_book

OLD, NEW = "XL 2025", "XL 2026"
TEXTS = ((1, 1, "TỔNG HỢP XẾP LOẠI NĂM 2026"), (9, 2, "Trong đó: HTTNV ……"))
LIKE = SheetLike(NEW, OLD, FIRST, LAST, TEXTS)


@pytest.fixture(params=HOSTS)
def open_host(request):
    """How a workbook file becomes an open host."""
    return request.param


def rows(count):
    names = (*NAMES, "Vàng Thị Năm", "Lò Văn Sáu")[:count]
    return tuple(
        RowAppend(NEW, FIRST - 1, ((1, number), (2, name), (4, 30), (5, 60), (6, 1), (9, "HTXSNV")), "thử", like=LIKE)
        for number, name in enumerate(names, 1)
    )


def hard_book(path):
    """The pattern names itself in a formula, and its filter hides a record."""
    roomy_book(path)
    book = openpyxl.load_workbook(path)
    sheet = book[OLD]
    sheet["L8"] = f"=SUM('{OLD}'!D4:D7)+COUNTA('Tổng hợp'!A1)"
    sheet.auto_filter.add_filter_column(8, ["HTXSNV"])
    sheet.row_dimensions[5].hidden = True
    book.save(path)
    return path


def content(host, name):
    return next(entered(grid) for grid in host.grids() if grid.sheet == name)


@pytest.mark.parametrize("count", [2, 4, 6])
def test_the_new_sheet_holds_the_same_in_every_host(open_host, count, tmp_path):
    """Titles of the new year, formulas of as many rows as there are records, totals over those beyond the pattern's."""
    with open_host(hard_book(tmp_path / "so.xlsx")) as host, closed(hard_book(tmp_path / "dong.xlsx")) as file:
        before = host.grids()
        for one in (file, host):
            one.apply(Writes((Write(Place.at("Tổng hợp", "C1"), "Xong", "thử"),), rows(count)))
        after = {grid.sheet: grid for grid in host.grids()}

        assert list(after) == [*(grid.sheet for grid in before), NEW]
        assert content(host, NEW) == content(file, NEW)
        assert content(host, OLD) == next(entered(grid) for grid in before if grid.sheet == OLD)
        assert after[NEW].at(1, 1) == "TỔNG HỢP XẾP LOẠI NĂM 2026"
        assert [after[NEW].at(FIRST + number, 9) for number in range(4)] == ["HTXSNV"] * min(count, 4) + [None] * (4 - min(count, 4))
        assert {(FIRST + number, 6) in after[NEW].formulas for number in range(count)} == {True}
        assert not after[NEW].hidden_rows
        assert after["Tổng hợp"].at(1, 3) == "Xong"


@pytest.mark.parametrize("open_live", HOSTS[1:])
def test_taken_back_the_sheet_is_gone(open_live, tmp_path):
    """With everything else of the same write."""
    with open_live(hard_book(tmp_path / "so.xlsx")) as host:
        before = host.grids()

        host.apply(Writes((Write(Place.at("Tổng hợp", "C1"), "Xong", "thử"),), rows(6)))
        done = host.undo()

        assert [entered(grid) for grid in host.grids()] == [entered(grid) for grid in before]
        assert (done.sheets, done.square_count, done.remarks) == ((NEW,), 1, ())


def tabled(book):
    for number in range(3):
        book[OLD].cell(20, 11 + number, f"Cột {number}")
    book[OLD].add_table(Table(displayName="Bang1", ref="K20:M22"))


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (tabled, f"Không ghi vào '{OLD}': trang tính mẫu có bảng (Table) hoặc bảng tổng hợp (Pivot). Chưa có gì thay đổi."),
        (
            lambda book: book[OLD].protection.enable(),
            f"Không ghi vào '{OLD}': trang tính mẫu đang được bảo vệ nên không lập trang tính mới theo nó được. Chưa có gì thay đổi.",
        ),
        (lambda book: book.create_sheet("xl 2026"), f"Không ghi vào '{NEW}': sổ đã có trang tính này. Chưa có gì thay đổi."),
    ],
)
def test_it_is_refused_alike(open_host, spoil, message, tmp_path):
    """Before anything is touched."""
    path = roomy_book(tmp_path / "so.xlsx")
    book = openpyxl.load_workbook(path)
    spoil(book)
    book.save(path)
    with open_host(path) as host:
        before = [entered(grid) for grid in host.grids()]

        for attempt in (host.probe, host.apply):
            with pytest.raises(RefusedWrite) as refused:
                attempt(Writes(appends=rows(2)))
            assert refused.value.message == message

        assert [entered(grid) for grid in host.grids()] == before


def test_where_the_list_of_sheets_is_held_it_is_refused_alike(open_host, tmp_path):
    """LibreOffice does not read that of an Excel workbook: there it is held by hand."""
    path = roomy_book(tmp_path / "so.xlsx")
    book = openpyxl.load_workbook(path)
    book.security = WorkbookProtection(lockStructure=True)
    book.save(path)
    with open_host(path) as host:
        if open_host is open_book:
            office().ask("hold_sheets")
        before = [entered(grid) for grid in host.grids()]

        with pytest.raises(RefusedWrite) as refused:
            host.apply(Writes(appends=rows(2)))

        assert refused.value.message == "Không ghi vào sổ này: cấu trúc sổ đang khoá nên không thêm trang tính được. Chưa có gì thay đổi."
        assert [entered(grid) for grid in host.grids()] == before
