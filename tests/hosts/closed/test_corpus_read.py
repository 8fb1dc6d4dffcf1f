"""All 56 workbooks nobody here wrote: each is read as other readers read it, or refused for a reason given here."""

from __future__ import annotations

import io
import re
import warnings
from datetime import date, time
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.formula import ArrayFormula, DataTableFormula
from python_calamine import CalamineWorkbook

from addin.core.grids import Grid, SquareError, Uncached
from addin.errors import NotAWorkbook
from addin.hosts.closed.read.reading import read_workbook
from tests.hosts.closed.corpus import CORPUS, FILES

pytestmark = pytest.mark.shared

# From SOURCES.md's traps: cfb-encrypted, duplicate-member, bad-zip.
REFUSED = {
    "apache-poi__extenxls_pwd123.xlsx": "đặt mật khẩu mở nên không đọc được.",
    "qax-os-excelize__encryptAES.xlsx": "đặt mật khẩu mở nên không đọc được.",
    "apache-poi__duplicate-filename-case-insensitive.xlsx": "có hai phần cùng tên «xl/worksheets/Sheet1.xml»",
    "tafia-calamine__issue252.xlsx": "bị hỏng: phần «xl/_rels/workbook.xml.rels» không khớp mã kiểm tra.",
}
NOT_WRITABLE = {
    "ClosedXML-ClosedXML__simple-cell-changes.xlsx": "Sổ đang ở chế độ dùng chung kiểu cũ",
    "apache-poi__hello-world-signed.xlsx": "Sổ có chữ ký số",
    "apache-poi__ms-office-2010-signed.xlsx": "Sổ có chữ ký số",
}
# Calamine stops at a UTF-16 part; we hand it UTF-8.
NOT_FOR_BARE_CALAMINE = {"PHPOffice-PhpSpreadsheet__utf16be.xlsx"}
# openpyxl shows no sheets (Strict), needs minutes (50,000 merges), or cannot open them (backslash names, parts
# without numbers, add-ins); calamine is compared for these all the same.
NOT_FOR_OPENPYXL = {
    "ClosedXML-ClosedXML__universal-content-strict.xlsx",
    "dotnet-Open-XML-SDK__ActiveXControls-O12-XL-Controls.xlsx",
    "apache-poi__57893-many-merges.xlsx",
    "tafia-calamine__issue_530.xlsx",
    "tafia-calamine__minimal_package.xlsx",
    "xlwings-xlwings__quickstart_addin.xlam",
    "xlwings-xlwings__quickstart_addin_ribbon.xlam",
}
READ = [name for name in FILES if name not in REFUSED]


def test_the_corpus_is_there() -> None:
    """Fifty-six files, each listed by its sources and present."""
    listed = re.findall(r"^\| (\S+\.xl\w+) \|", (CORPUS / "SOURCES.md").read_text(encoding="utf-8"), re.MULTILINE)

    assert sorted(listed) == sorted(FILES)
    assert [name for name in FILES if not (CORPUS / name).is_file()] == []


@pytest.mark.parametrize(("name", "reason"), REFUSED.items())
def test_refused(name: str, reason: str) -> None:
    """With a sentence that names the file and what is wrong, and a way out."""
    with pytest.raises(NotAWorkbook) as refusal:
        read_workbook(CORPUS / name)

    assert refusal.value.message.startswith(f"Tệp «{name}» ")
    assert reason in refusal.value.message
    assert refusal.value.fix


@pytest.mark.parametrize("name", [name for name in READ if name not in NOT_FOR_BARE_CALAMINE])
def test_values_as_calamine_gives_them(name: str) -> None:
    """Every square as bare calamine reads it, but for the errors and missing results it loses."""
    ours = read_workbook(CORPUS / name)

    bare = CalamineWorkbook.from_path(CORPUS / name)
    assert [grid.sheet for grid in ours.grids] == [
        sheet.name for sheet in bare.sheets_metadata if "WorkSheet" in str(sheet.typ)
    ]
    for grid in ours.grids:
        rows = bare.get_sheet_by_name(grid.sheet).to_python(skip_empty_area=False)
        assert _without_lost(grid) == _squares(rows)


@pytest.mark.parametrize("name", [name for name in READ if name not in NOT_FOR_OPENPYXL])
def test_facts_as_openpyxl_gives_them(name: str) -> None:
    """Errors, formulas, missing results, merges, hidden rows and sheet states, and plain values."""
    ours = read_workbook(CORPUS / name)

    formulas, values = _openpyxl(CORPUS / name, data_only=False), _openpyxl(CORPUS / name, data_only=True)
    for grid in ours.grids:
        sheet, shown = formulas[grid.sheet], values[grid.sheet]
        assert grid.state == sheet.sheet_state
        assert grid.formulas >= _formula_squares(sheet)
        assert {(area.first_row, area.first_column, area.last_row, area.last_column) for area in grid.merged} == {
            (area.min_row, area.min_col, area.max_row, area.max_col) for area in sheet.merged_cells.ranges
        }
        assert grid.hidden_rows == {row for row, size in sheet.row_dimensions.items() if size.hidden}
        _compare(grid, shown)


@pytest.mark.parametrize("name", READ)
def test_what_may_be_written_back(name: str) -> None:
    """Templates, add-ins, signed and shared workbooks are not written; every reason ends in a way out."""
    ours = read_workbook(CORPUS / name)

    expected = NOT_WRITABLE.get(name)
    if expected is None and Path(name).suffix in {".xltx", ".xlam"}:
        expected = f"Tệp {Path(name).suffix} chỉ đọc được, chưa ghi lại được."
    assert (ours.writable is None) == (expected is None)
    assert (ours.writable or "").startswith(expected or "")
    assert ours.content == (CORPUS / name).read_bytes()


def _squares(rows: object) -> dict[tuple[int, int], object]:
    return {
        (row, column): value
        for row, line in enumerate(rows, 1)
        for column, value in enumerate(line, 1)
        if value is not None and value != ""
    }


def _without_lost(grid: Grid) -> dict[tuple[int, int], object]:
    return {
        square: value
        for square, value in _squares(grid.values).items()
        if not isinstance(value, SquareError | Uncached)
    }


def _openpyxl(path: Path, *, data_only: bool) -> openpyxl.Workbook:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return openpyxl.load_workbook(io.BytesIO(path.read_bytes()), data_only=data_only)


def _formula_squares(sheet: object) -> set[tuple[int, int]]:
    return {
        (cell.row, cell.column)
        for line in sheet.iter_rows()
        for cell in line
        if cell.data_type == "f" or isinstance(cell.value, ArrayFormula | DataTableFormula)
    }


def _compare(grid: Grid, shown: object) -> None:
    """Errors by their code; a formula without result is None there and Uncached here; the rest by value."""
    for line in shown.iter_rows():
        for cell in line:
            ours = grid.at(cell.row, cell.column)
            if cell.data_type == "e":
                assert ours == SquareError(cell.value)
            elif cell.value is None or cell.value == "":
                assert ours is None or isinstance(ours, Uncached)
            elif isinstance(cell.value, int | float) and not isinstance(ours, date | time):
                assert ours == pytest.approx(cell.value)
