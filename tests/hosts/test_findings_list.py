"""Every host: the list of findings is made anew whatever a person did to the one before, and looks the same.

Filtered, hidden, selected, columns of hers behind it: what she sees afterwards is the new list, all of it, with its arrows, links
and frames, her remarks beside their findings. Protected it is left alone.
"""

from __future__ import annotations

import shutil
from datetime import date, datetime

import openpyxl
import pytest

from addin.core.places import Place
from addin.core.writes import SheetReplace, Writes
from addin.errors import RefusedWrite
from addin.hosts.closed.book import ClosedBook
from addin.hosts.own_sheets import link_target
from addin.jobs.check import check
from addin.jobs.opening import open_book
from tests.hosts.contract.hosts import HOSTS, closed
from tests.hosts.memory_engine.excel import memory_excel
from tests.libreoffice.office import office
from tests.libreoffice.office import open_book as open_in_libreoffice

SHEET, ON = "Lỗi dữ liệu", date(2026, 3, 1)
FIRST, LAST_OF_OURS = 4, "J"
HERS = {5: "hỏi đồng chí tổ trưởng", 7: "chờ quyết định"}


def nothing(sheet):
    """As the program left it."""


def filtered(sheet):
    """To what is only worth knowing, and the arrows stand on a shorter list."""
    sheet.auto_filter.ref = f"A3:{LAST_OF_OURS}{sheet.max_row - 2}"
    sheet.auto_filter.add_filter_column(1, ["Lưu ý"])
    for row in range(FIRST, sheet.max_row + 1):
        sheet.row_dimensions[row].hidden = sheet.cell(row, 2).value != "Lưu ý"


def hidden(sheet):
    """Rows she is through with, and a closed group."""
    for row in (4, 6, 8):
        sheet.row_dimensions[row].hidden = True
    sheet.row_dimensions.group(10, 12, hidden=True)


def selected(sheet):
    """The cursor stands in the list."""
    sheet.parent.active = sheet.parent.index(sheet)
    sheet.sheet_view.selection[0].activeCell = sheet.sheet_view.selection[0].sqref = "F6"


def with_remarks(sheet):
    """A column of hers, a wide one, with words beside two findings and below the list."""
    sheet["K3"], sheet[f"A{sheet.max_row + 2}"] = "Đã làm", "Việc của tôi: hỏi đảng uỷ"
    sheet.column_dimensions["K"].width = 33
    for row, words in HERS.items():
        sheet.cell(row, 11).value = words


PEOPLE = (nothing, filtered, hidden, selected, with_remarks)
NAMES = ("Bút", "Thước", "Giấy", "Mực", "Bảng", "Phấn")


def small_book(path):
    """A list of members and notes about them; every row has something to be said about."""
    book = openpyxl.Workbook()
    members, notes = book.active, book.create_sheet("Giám sát")
    members.title = "Đảng viên"
    members.append(("Họ và tên", "Ngày sinh", "Ngày vào Đảng", "Ngày chính thức", "Tổ đảng"))
    notes.append(("Ngày ghi", "Người giám sát", "Đảng viên", "Loại", "Ngày xảy ra", "Nội dung"))
    for number, name in enumerate(NAMES, 1):
        members.append((f"Lò Văn {name}", date(1980, number, 2), date(2010, number, 3), date(2009, number, 3), None))
        notes.append((date(2026, 3, 1 + number), f"Lò Văn {name}", f"Lò Văn {name}", "Ưu điểm", date(2026, 4, 20), f"Việc {number}"))
    book.save(path)
    return path


def marked_once(folder):
    """The book with its list of findings."""
    path = small_book(folder / "mẫu.xlsx")
    host = ClosedBook(path, now=datetime(2026, 1, 5, 8, 30))
    host.apply(check(open_book(host), ON, mark=True).effects.writes)
    return path


def marked(path, does=nothing):
    """A copy, and what a person did to the list."""
    shutil.copy(marked_once(path.parent), path)
    book = openpyxl.load_workbook(path)
    does(book[SHEET])
    book.save(path)
    return path


def anew(host):
    """A check a month later: other findings than those that stand there."""
    writes = check(open_book(host), date(2026, 4, 1), mark=True).effects.writes
    host.apply(writes)
    return writes.sheets[0]


def held(host):
    grid = next(grid for grid in host.grids() if grid.sheet == SHEET)
    return [[value for value in row if value is not None] for row in grid.values], grid.hidden_rows


@pytest.mark.parametrize("open_host", HOSTS)
@pytest.mark.parametrize("does", PEOPLE)
def test_the_new_list_stands_whole_and_is_seen_whole(open_host, does, tmp_path):
    """No row of the one before is left, none is out of view, whatever she did; twice is once."""
    with open_host(marked(tmp_path / "sổ.xlsx", does)) as host:
        wanted = anew(host)
        first = held(host)
        anew(host)

        assert first == ([[value for value in row if value not in (None, "")] for row in wanted.rows], frozenset())
        assert held(host) == first


@pytest.mark.parametrize("open_host", HOSTS)
def test_her_remarks_stand_beside_their_findings_again(open_host, tmp_path):
    """In a column behind ours, the same in every host as in the closed file; what is hers alone stays below."""
    path = marked(tmp_path / "sổ.xlsx", with_remarks)
    before = {tuple(row[2:5]): row[10] for row in openpyxl.load_workbook(path)[SHEET].iter_rows(FIRST, values_only=True) if row[10]}
    other = tmp_path / "đóng" / "sổ.xlsx"
    other.parent.mkdir()
    shutil.copy(path, other)

    with open_host(path) as host, closed(other) as file:
        wanted, found = anew(file), anew(host)

        assert found == wanted
        assert wanted.rows[2][10] == "Đã làm"
        assert {tuple(row[2:5]): row[10] for row in wanted.rows[3:] if len(row) > 10 and row[10]} == before
        assert [value for value in wanted.rows[-1] if value] == ["Việc của tôi: hỏi đảng uỷ"]


@pytest.mark.parametrize("open_host", HOSTS)
def test_a_protected_list_is_left_alone_in_the_same_words(open_host, tmp_path):
    """Nothing else is written either."""
    path = marked(tmp_path / "sổ.xlsx", lambda sheet: setattr(sheet.protection, "sheet", True))
    with open_host(path) as host:
        before = held(host)

        with pytest.raises(RefusedWrite) as refused:
            anew(host)

        assert refused.value.message == f"Không ghi vào '{SHEET}': trang tính này đang được bảo vệ. Chưa có gì thay đổi."
        assert held(host) == before


def of_file(path):
    """Looks as an independent reader sees them: arrows, links, frames, heights, headings, the widths of columns."""
    sheet = openpyxl.load_workbook(path)[SHEET]
    links = {cell.coordinate: cell.hyperlink.location for row in sheet.iter_rows() for cell in row if cell.hyperlink}
    listed = [cell for row in sheet.iter_rows(3, sheet.max_row, 1, 10) for cell in row]
    return {
        "arrows": sheet.auto_filter.ref,
        "links": links,
        "framed and wrapped": all(cell.border.bottom.style == "thin" and cell.alignment.wrap_text for cell in listed),
        "bold": [bool(sheet.cell(row, 1).font.b) for row in (1, 3, 4)],
        "title runs on": not sheet["A1"].alignment.wrap_text,
        "heights": {row: sheet.row_dimensions[row].height or 15 for row in range(FIRST, sheet.max_row + 1)},
        "hers": sheet.column_dimensions["K"].width,
    }


def of_model(sheet):
    """The same of the model of Excel."""
    rows = {row for row, _ in sheet.squares}
    listed = [sheet.square(row, column) for row in range(3, max(rows) + 1) for column in range(1, 11)]
    first, last = sheet.arrows[:2], sheet.arrows[2:]
    return {
        "arrows": f"{Place('', *first).cell}:{Place('', *last).cell}",
        "links": {Place("", *at).cell: target for at, (target, _) in sheet.links.items()},
        "framed and wrapped": all(square.line == 1 and square.wrapped for square in listed),
        "bold": [sheet.square(row, 1).bold for row in (1, 3, 4)],
        "title runs on": not sheet.square(1, 1).wrapped,
        "heights": sheet.heights,
        "hers": sheet.widths.get(11),
    }


def looks_closed(path, tmp_path):
    with closed(path) as host:
        return anew(host), of_file(path)


def looks_in_libreoffice(path, tmp_path):
    with open_in_libreoffice(path) as host:
        new = anew(host)
        office().ask("save_as", path=str(tmp_path / "ghi.xlsx"))
        return new, of_file(tmp_path / "ghi.xlsx")


def looks_in_excel(path, tmp_path):
    with memory_excel(tmp_path / "excel") as running:
        model = running.open(path)
        sheet = next(one for one in model.sheets if one.name == SHEET)
        sheet.widths[11] = 33
        return anew(running.host(path.name)), of_model(sheet)


LOOKS = (
    pytest.param(looks_closed, id="closed"),
    pytest.param(looks_in_excel, id="excel"),
    pytest.param(looks_in_libreoffice, id="libreoffice", marks=pytest.mark.libreoffice),
)


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("does", [nothing, filtered, with_remarks])
def test_it_looks_the_same_everywhere(look, does, tmp_path):
    """Arrows on all of the list, a link at every square named, frames, rows as high as their text, her column as wide as it was."""
    new, seen = look(marked(tmp_path / "sổ.xlsx", does), tmp_path)

    width = max(len(row) for row in new.rows)
    assert seen["arrows"] == f"A3:{Place('', len(new.rows), width).cell}"
    assert seen["links"] == {Place("", row, column).cell: link_target(place) for row, column, place in new.links}
    assert seen["framed and wrapped"]
    assert seen["bold"] == [True, True, False]
    assert seen["title runs on"]
    longest = max(range(FIRST, len(new.rows) + 1), key=lambda row: len(str(new.rows[row - 1][6])))
    assert seen["heights"][longest] > 15 * (len(new.rows[longest - 1][6]) // 45)
    assert does is not with_remarks or round(seen["hers"]) in range(25, 40)


def test_taken_back_in_excel_the_old_list_leads_where_it_led(tmp_path):
    """Links, arrows, sentences above, her remarks."""
    path = marked(tmp_path / "sổ.xlsx", with_remarks)
    with memory_excel(tmp_path / "excel") as running:
        sheet = next(one for one in running.open(path).sheets if one.name == SHEET)
        host = running.host(path.name)
        before, links = held(host), {at: target for at, (target, _) in sheet.links.items()}
        anew(host)
        later = {at: target for at, (target, _) in sheet.links.items()}

        told = host.undo()

        assert told.sheets == (SHEET,)
        assert held(host) == before
        assert {at: target for at, (target, _) in sheet.links.items()} == links != later
        assert sheet.arrows is not None
        assert sheet.square(1, 1).bold


@pytest.mark.libreoffice
def test_taken_back_in_libreoffice_it_does_too(tmp_path):
    """Its own undo list gives everything back, arrows among it."""
    path = marked(tmp_path / "sổ.xlsx", with_remarks)
    with open_in_libreoffice(path) as host:
        before = held(host)
        office().ask("save_as", path=str(tmp_path / "trước.xlsx"))
        anew(host)

        told = host.undo()

        office().ask("save_as", path=str(tmp_path / "sau.xlsx"))
        assert told.sheets == (SHEET,)
        assert held(host) == before
        assert of_file(tmp_path / "sau.xlsx") == of_file(tmp_path / "trước.xlsx")


def test_a_pc_without_a_printer_gets_its_list(tmp_path):
    """Page set-up is refused there; the rest is as everywhere."""
    with memory_excel(tmp_path / "excel") as running:
        running.open(small_book(tmp_path / "sổ.xlsx"))
        running.app().excel.has_no_printer = True
        host = running.host("sổ.xlsx")

        host.apply(Writes(sheets=(SheetReplace(SHEET, (("STT",), (1,))),)))

        assert next(grid for grid in host.grids() if grid.sheet == SHEET).values == (("STT",), (1.0,))
