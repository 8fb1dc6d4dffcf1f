"""What only an open workbook shows: the selection, the status bar, fonts, errors; and what must not be loaded."""

from __future__ import annotations

import atexit
import json
import subprocess
import sys
import types

import pytest
import xlsxwriter

from addin.core.grids import SquareError
from addin.core.places import Place
from addin.errors import CannotRead
from addin.hosts.excel.faults import tame_xlwings
from addin.hosts.excel.values import raw_of
from addin.hosts.live import Selected
from tests.hosts.contract.workbook import contract_workbook
from tests.hosts.memory_engine.changes import NAME


def test_selection_is_rows_people_see(excel, book):
    """Several areas; hidden rows between them were not meant; whole columns end with the used rows."""
    book.selection, book.other_areas = (3, 1, 5, 2), ",$A$5"
    few = excel.host(NAME).selection()
    book.selection, book.other_areas = (1, 2, 1_048_576, 2), ""
    column = excel.host(NAME).selection()

    assert few == Selected("Danh sách", (3, 5), Place("Danh sách", 3, 1))
    assert column == Selected("Danh sách", (1, 2, 3, 5), Place("Danh sách", 1, 2))


def test_selection_in_another_workbook_is_none(excel, book, tmp_path):
    """Rows of another workbook are never taken for ours."""
    excel.open(contract_workbook(tmp_path / "Sổ khác.xlsx"))

    assert excel.host(NAME).selection() is None


def test_the_cursor_goes_to_a_square_and_not_to_a_hidden_sheet(excel, book):
    """A hidden sheet is named instead."""
    host = excel.host(NAME)
    host.select(Place.at("Khoá", "B1"))
    with pytest.raises(CannotRead) as told:
        host.select(Place.at("Ẩn", "A1"))

    assert (book.active.name, book.selection) == ("Khoá", (1, 2, 1, 2))
    assert told.value.message == "Sheet «Ẩn» đang ẩn nên không đến ô A1 được."


def test_folder_of_a_saved_a_new_and_a_web_workbook(excel, book, tmp_path):
    """Papers need a folder; a new workbook and one on the web have none here."""
    found = [excel.host(NAME).folder]
    for folder in ("", "https://cơ-quan.sharepoint.com/sổ"):
        book.folder = folder
        found.append(excel.host(NAME).folder)

    assert found == [tmp_path, None, None]


def test_progress_stands_in_the_status_bar_and_goes(excel, book):
    """And says whose it is."""
    host = excel.host(NAME)
    host.progress("đang đọc sổ")
    shown = excel.app().status_bar
    host.progress(None)

    assert shown == "Sổ Chi bộ: đang đọc sổ…"
    assert excel.app().status_bar is False


def test_a_sheet_beyond_the_limits_is_left_out_and_the_rest_is_read(excel, tmp_path):
    """A column a day of the year, 25,000 rows of something else; formats alone are no values."""
    with xlsxwriter.Workbook(tmp_path / "Sổ dài.xlsx") as made:
        made.add_worksheet("Đảng viên").write_row("A1", ["Họ và tên"])
        made.add_worksheet("Chấm công").write_row("A1", ["Ngày", *range(1, 366)])
        made.add_worksheet("Dân cư").write_column("A1", ["x"] * 25_000)
    excel.open(tmp_path / "Sổ dài.xlsx")
    host = excel.host("Sổ dài.xlsx")

    grids = host.grids()

    assert [(grid.sheet, grid.far) for grid in grids] == [("Đảng viên", None), ("Chấm công", (1, 366)), ("Dân cư", (25_000, 1))]
    assert grids[0].values == (("Họ và tên",),)
    assert [finding.place.sheet for finding in host.noticed() if finding.rule == "SHT156"] == ["Chấm công", "Dân cư"]


def test_legacy_fonts_are_seen_where_text_is_odd(excel, tmp_path):
    """A TCVN3 name in .VnTime; a sheet of Unicode text asks for no fonts at all."""
    path = tmp_path / "Cũ.xlsx"
    with xlsxwriter.Workbook(str(path)) as file:
        old = file.add_format({"font_name": ".VnTime"})
        sheet = file.add_worksheet("Cũ")
        sheet.write("A1", "Họ tên")
        sheet.write("A2", "NguyÔn V¨n Tó", old)
        file.add_worksheet("Mới").write("A1", "Nguyễn Văn Tú", old)
    excel.open(path)

    grids = {grid.sheet: grid for grid in excel.host(path.name).grids()}

    assert ".VnTime" in grids["Cũ"].fonts[1]
    assert grids["Mới"].fonts == {}


@pytest.mark.parametrize(
    ("delivered", "raw"),
    [
        (-2146826246, SquareError("#N/A")),
        (-2146826243, SquareError("#SPILL!")),
        (-2146826200, SquareError("#ERROR!")),
        (2019.0, 2019.0),
        ("#N/A", "#N/A"),
        ("", None),
        (True, True),
    ],
)
def test_errors_are_told_from_numbers_and_text(delivered, raw):
    """COM hands an error over as a whole number, numbers as floats, also codes xlwings does not know."""
    assert raw_of(delivered) == raw


def test_xlwings_must_not_end_other_excels(monkeypatch):
    """Its own clean-up at exit ends every Excel it cannot see; it is taken out, and its repeating without a pause."""
    unregistered = []
    windows = types.ModuleType("xlwings._xlwindows")
    windows.cleanup = lambda: None
    windows.N_COM_ATTEMPTS = 0
    monkeypatch.setitem(sys.modules, "xlwings._xlwindows", windows)
    monkeypatch.setattr(atexit, "unregister", unregistered.append)

    tame_xlwings()

    assert windows.N_COM_ATTEMPTS == 1
    assert unregistered == [windows.cleanup]


def test_only_the_excel_host_loads_xlwings():
    """The command line, the ribbon's door and the resident's door start without it."""
    program = (
        "import sys, json, addin.cli, addin.ribbon, addin.resident.door, addin.resident.serving, addin.clicks.click; "
        "print(json.dumps(sorted(name for name in ('xlwings', 'openpyxl', 'pandas', 'numpy') if name in sys.modules)))"
    )

    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert json.loads(ran.stdout) == []
