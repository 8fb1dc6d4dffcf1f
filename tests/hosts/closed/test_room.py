"""Rows added above a total: what stands below moves, and everything that points at it follows."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from datetime import date

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from addin.core.places import Place
from addin.core.writes import Note, RowAppend, Write, Writes
from addin.errors import RefusedWrite
from addin.hosts.closed.patch.patching import patch
from tests.hosts.closed.roomy_books import FIRST, LAST, NAMES, roomy_book

NEW = (5, "Vàng Thị Năm", 30, 60, "HTXSNV")


def row(values=NEW, after=LAST, **options):
    columns = (1, 2, 4, 5, 9)
    return RowAppend("XL 2025", after, tuple(zip(columns, values, strict=True)), "thử", makes_room=True, **options)


@pytest.fixture
def book(tmp_path):
    return roomy_book(tmp_path / "so.xlsx").read_bytes()


def opened(data):
    return openpyxl.load_workbook(io.BytesIO(data))


def part(data, name):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def lines(sheet):
    return [tuple(cell.value for cell in line) for line in sheet.iter_rows(max_col=9)]


def test_the_new_row_stands_above_the_total_and_looks_like_the_last_record(book):
    """Height, borders, merge and formulas are those of the row above; the values are ours."""
    sheet = opened(patch(book, Writes(appends=(row(),))))["XL 2025"]

    assert [sheet.cell(8, column).value for column in range(1, 10)] == [
        5, "Vàng Thị Năm", None, 30, 60, "=D8+E8", "=RANK(F8,F$4:F$8)", "=SUM(F$4:F8)", "HTXSNV",
    ]  # fmt: skip
    assert sheet.row_dimensions[8].height == sheet.row_dimensions[7].height > 20
    assert {str(area) for area in sheet.merged_cells.ranges} == {"A1:I1", "B4:C4", "B5:C5", "B6:C6", "B7:C7", "B8:C8", "E12:I12"}
    assert all(sheet.cell(8, column).border.top.style == "thin" for column in range(1, 10))


def test_totals_reach_over_the_new_row(book):
    """In the row below, in the rows of the records, on another sheet, in a name, in the chart."""
    data = patch(book, Writes(appends=(row(),)))
    workbook = opened(data)
    sheet, other = workbook["XL 2025"], workbook["Tổng hợp"]

    assert [sheet[f"{letter}9"].value for letter in "DEF"] == ["=SUM(D4:D8)", "=SUM(E4:E8)", "=SUM(F4:F8)"]
    assert [sheet["D10"].value, sheet["E10"].value] == ['=COUNTIF(I4:I8,"HTTNV")', "=D9/COUNTA(B4:B8)"]
    assert [sheet["G4"].value, sheet["H5"].value, sheet["H7"].value] == ["=RANK(F4,F$4:F$8)", "=SUM(F$4:F5)", "=SUM(F$4:F7)"]
    assert [other[f"A{number}"].value for number in (1, 2, 3)] == ["=SUM('XL 2025'!F4:F8)", "='XL 2025'!F9", "=COUNTA('XL 2025'!B4:B8)"]
    assert workbook.defined_names["Điểm"].attr_text == "'XL 2025'!$F$4:$F$8"
    assert set(re.findall(r"<c:f>([^<]*)</c:f>", part(data, "xl/charts/chart1.xml"))) == {"'XL 2025'!$B$4:$B$8", "'XL 2025'!$F$4:$F$8"}


def test_what_hangs_on_rows_follows(book):
    """Filter, colours, drop-down, notes and their boxes, chart, print area, page break, link."""
    data = patch(book, Writes(appends=(row(),)))
    workbook = opened(data)
    sheet = workbook["XL 2025"]
    before = part(book, "xl/drawings/drawing1.xml"), part(book, "xl/drawings/vmlDrawing1.vml")
    after = part(data, "xl/drawings/drawing1.xml"), part(data, "xl/drawings/vmlDrawing1.vml")

    assert sheet.auto_filter.ref == "A3:I8"
    assert [str(rule.sqref) for rule in sheet.conditional_formatting] == ["I4:I8"]
    assert [str(rule.sqref) for rule in sheet.data_validations.dataValidation] == ["I4:I8"]
    assert {cell.coordinate for line in sheet.iter_rows() for cell in line if cell.comment} == {"D4", "B9"}
    assert sheet.print_area == "'XL 2025'!$A$1:$I$13"
    assert sheet.print_title_rows == "$3:$3"
    assert [found.id for found in sheet.row_breaks.brk] == [14]
    assert workbook["Tổng hợp"]["A4"].hyperlink.location == "'XL 2025'!B9"
    rows = [[int(text) for text in re.findall(r"<xdr:row>(\d+)</xdr:row>", drawing)] for drawing in (before[0], after[0])]
    assert rows[1] == [number + 1 for number in rows[0]]
    notes = [re.findall(r"<x:Row>(\d+)</x:Row>", drawing) for drawing in (before[1], after[1])]
    assert notes == [["3", "7"], ["3", "8"]]


def test_everything_else_stays_to_the_byte(book):
    """Styles, strings, theme and the members' order."""
    data = patch(book, Writes(appends=(row(),)))

    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(io.BytesIO(data)) as new:
        assert [name for name in old.namelist() if name not in new.namelist()] == ([] if "xl/calcChain.xml" not in old.namelist() else ["xl/calcChain.xml"])
        same = ("xl/styles.xml", "xl/sharedStrings.xml", "xl/theme/theme1.xml", "docProps/app.xml")
        assert all(old.read(name) == new.read(name) for name in same)


def test_several_rows_and_other_writes_of_the_same_patch(book):
    """Squares and notes are meant where they stood before, and go where those stand afterwards."""
    writes = Writes(
        (Write(Place.at("XL 2025", "E11"), "Bí thư", "thử"), Write(Place.at("XL 2025", "D4"), 29, "thử")),
        (row(), row((6, "Lò Văn Sáu", 20, 40, "HTNV"))),
        notes=(Note(Place.at("XL 2025", "B12"), "Xem lại"),),
    )

    sheet = opened(patch(book, writes))["XL 2025"]

    assert [sheet["B8"].value, sheet["B9"].value, sheet["B10"].value] == ["Vàng Thị Năm", "Lò Văn Sáu", "Tổng cộng"]
    assert [sheet["H8"].value, sheet["H9"].value] == ["=SUM(F$4:F8)", "=SUM(F$4:F9)"]
    assert sheet["F10"].value == "=SUM(F4:F9)"
    assert [sheet["D4"].value, sheet["E13"].value] == [29, "Bí thư"]
    assert sheet["B14"].comment is not None


@pytest.mark.parametrize("gap", [0, 1, 2])
def test_blank_rows_above_the_total_stay(gap, tmp_path):
    """A total that sums down to the last record must reach over the new one, so the row comes in between."""
    data = roomy_book(tmp_path / "so.xlsx", gap=gap).read_bytes()

    sheet = opened(patch(data, Writes(appends=(row(),))))["XL 2025"]

    assert (sheet.cell(8, 2).value, sheet.cell(9 + gap, 2).value) == ("Vàng Thị Năm", "Tổng cộng")
    assert sheet.cell(9 + gap, 4).value == "=SUM(D4:D8)"


def test_a_day_gets_the_looks_of_the_row_above(book):
    """As in a row that was free."""
    data = patch(book, Writes(appends=(RowAppend("XL 2025", LAST, ((2, date(2026, 9, 25)),), "thử", makes_room=True),)))

    assert opened(data)["XL 2025"]["B8"].is_date


def test_a_row_that_may_not_make_room_is_refused(book):
    """Where another table stands beside, say; the way out is told."""
    with pytest.raises(RefusedWrite) as refused:
        patch(book, Writes(appends=(RowAppend("XL 2025", LAST, ((2, "Năm"),), "thử"),)))

    assert refused.value.message == "Không ghi vào 'XL 2025'!B8: dòng này đã có dữ liệu nên không thêm dòng mới vào đây được. Chưa có gì thay đổi."


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (lambda sheet: sheet.merge_cells("K6:K9"), "không chèn được dòng mới vì vùng gộp từ ô K6 phủ qua chỗ ấy"),
        (lambda sheet: setattr(sheet.protection, "sheet", True), "trang tính đang được bảo vệ nên không chèn dòng được"),
        (
            lambda sheet: sheet.__setitem__("K4", openpyxl.worksheet.formula.ArrayFormula("K4:K9", "=D4:D9*2")),
            "không chèn được dòng mới vì công thức mảng phủ qua chỗ ấy",
        ),
        (
            lambda sheet: sheet.add_table(_table(sheet, "K5:L9")),
            "bên cạnh là bảng Bang1, chèn dòng sẽ xen vào bảng ấy",
        ),
    ],
)
def test_what_cannot_follow_is_refused_with_a_way_out(spoil, reason, tmp_path):
    """And nothing is changed."""
    workbook = opened(roomy_book(tmp_path / "so.xlsx").read_bytes())
    spoil(workbook["XL 2025"])
    held = io.BytesIO()
    workbook.save(held)

    with pytest.raises(RefusedWrite) as refused:
        patch(held.getvalue(), Writes(appends=(row(),)))

    assert reason in refused.value.message
    assert refused.value.fix.endswith("chạy lại.")


def _table(sheet, area):
    sheet["K5"], sheet["L5"] = "Mục", "Số"
    return openpyxl.worksheet.table.Table(displayName="Bang1", ref=area)


def test_shares_of_one_formula_are_written_out(book):
    """A share means "as filled to here", which is something else once a row came in between."""
    xml = part(book, "xl/worksheets/sheet1.xml")
    for number in range(FIRST, LAST + 1):
        own = f"<f>D{number}+E{number}</f>"
        share = f'<f t="shared" ref="F{FIRST}:F{LAST}" si="0">D4+E4</f>' if number == FIRST else '<f t="shared" si="0"/>'
        assert own in xml
        xml = xml.replace(own, share)
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(held, "w") as new:
        for name in old.namelist():
            new.writestr(name, xml if name == "xl/worksheets/sheet1.xml" else old.read(name))

    sheet = opened(patch(held.getvalue(), Writes(appends=(row(),))))["XL 2025"]

    assert [sheet[f"F{number}"].value for number in range(4, 9)] == [f"=D{number}+E{number}" for number in range(4, 9)]


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 8), st.integers(0, 2), st.integers(1, 4))
def test_reading_afterwards_gives_the_same_rows_and_the_new_ones(people, gap, new):
    """However many there were and came: the records and the rows below, none lost, none changed but for references."""
    import tempfile
    from pathlib import Path

    with tempfile.TemporaryDirectory() as folder:
        data = roomy_book(Path(folder) / "so.xlsx", tuple(f"Người {number}" for number in range(people)), gap).read_bytes()
    last = FIRST + people - 1
    added = tuple(row((number, f"Mới {number}", 1, 2, "HTNV"), after=last) for number in range(new))

    before, after = lines(opened(data)["XL 2025"]), lines(opened(patch(data, Writes(appends=added)))["XL 2025"])

    assert [line[1] for line in after[last : last + new]] == [f"Mới {number}" for number in range(new)]
    kept = after[:last] + after[last + new :]
    assert [_constants(line) for line in kept] == [_constants(line) for line in before]
    assert after[last + new + gap][3] == f"=SUM(D{FIRST}:D{last + new})"


def _constants(line):
    return tuple("công thức" if isinstance(value, str) and value.startswith("=") else value for value in line)


def _without_results(data):
    """LibreOffice shows stored results of formulas as they are stored; without them it must work all out."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(held, "w") as new:
        for name in old.namelist():
            new.writestr(name, re.sub(rb"</f><v>[^<]*</v>", b"</f>", old.read(name)))
    return held.getvalue()


@pytest.mark.libreoffice
def test_libreoffice_works_out_what_a_fresh_sheet_would_show(book, tmp_path):
    """Every formula, recomputed, gives what the five records give."""
    (tmp_path / "moi.xlsx").write_bytes(_without_results(patch(book, Writes(appends=(row(),)))))
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", "xlsx", "--outdir",
         str(tmp_path / "lai"), str(tmp_path / "moi.xlsx")],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    workbook = openpyxl.load_workbook(tmp_path / "lai" / "moi.xlsx", data_only=True)
    sheet, other = workbook["XL 2025"], workbook["Tổng hợp"]
    totals = [70 + 2 * number for number in range(1, len(NAMES) + 1)] + [90]

    assert [sheet[f"F{number}"].value for number in range(4, 9)] == totals
    assert [sheet[f"G{number}"].value for number in range(4, 9)] == [sorted(totals, reverse=True).index(one) + 1 for one in totals]
    assert [sheet[f"H{number}"].value for number in range(4, 9)] == [sum(totals[: at + 1]) for at in range(5)]
    assert [sheet["D9"].value, sheet["E9"].value, sheet["F9"].value] == [120, 270, sum(totals)]
    assert [sheet["D10"].value, sheet["E10"].value] == [4, 24]
    assert [other["A1"].value, other["A2"].value, other["A3"].value] == [sum(totals), sum(totals), 5]
