"""The 56 workbooks nobody here wrote: each is patched with everything else unchanged, or refused for its reason.

In each that can be written, three squares are set: an existing value is replaced, a number goes two rows below
the end, a flag goes behind the last square of a row. All other squares are then compared by two readers, all
other parts byte for byte.
"""

from __future__ import annotations

import io
import subprocess
import warnings
import zipfile
from pathlib import Path

import openpyxl
import pytest
from python_calamine import CalamineError, CalamineWorkbook

from addin.core.places import Place
from addin.core.writes import Value, Write, Writes
from addin.errors import RefusedWrite
from addin.hosts.closed.patch.package import Archive
from addin.hosts.closed.patch.patching import patch
from addin.hosts.closed.patch.sheet_xml import SheetText
from addin.hosts.closed.patch.workbook_parts import SheetEntry, WorkbookParts
from addin.hosts.closed.patch.xml_text import XmlText
from tests.hosts.closed.corpus import CORPUS, FILES

pytestmark = pytest.mark.shared

TEXT = 'Đồng chí Ệ <&> "thử"'
_TEMPLATE = "đây là tệp mẫu (.xltx, .xltm), không phải sổ đang dùng"
_ADD_IN = "đây là phần bổ trợ Excel (.xlam), không phải sổ dữ liệu"
_SIGNED = "sổ có chữ ký số, sửa một ô là chữ ký mất giá trị"
_ENCRYPTED = "tệp được đặt mật khẩu mở hoặc là bản Excel 97-2003 (.xls)"
REFUSED = {
    "ClosedXML-ClosedXML__simple-cell-changes.xlsx": "sổ đang ở chế độ dùng chung (Shared Workbook) và có nhật ký sửa đổi",
    "apache-poi__0-www-crossref-org.lib.rivier.edu_education-files_suffix-generator.xlsm": "sổ đặt mật khẩu cho việc ghi",
    "apache-poi__duplicate-filename-case-insensitive.xlsx": "tệp nén có hai phần trùng tên",
    "apache-poi__extenxls_pwd123.xlsx": _ENCRYPTED,
    "apache-poi__hello-world-signed.xlsx": _SIGNED,
    "apache-poi__ms-office-2010-signed.xlsx": _SIGNED,
    "dotnet-Open-XML-SDK__BloodPressureTracker_TP10073878.xltx": _TEMPLATE,
    "dotnet-Open-XML-SDK__BusinessPerformancetest21_with_content_TP10209823.xltx": _TEMPLATE,
    "dotnet-Open-XML-SDK__FamilyBudget_TP10188408.xltx": _TEMPLATE,
    "dotnet-Open-XML-SDK__GeneralLedger_TP10073880.xltx": _TEMPLATE,
    "dotnet-Open-XML-SDK__PortfolioAnalysis_TP10073883.xltx": _TEMPLATE,
    "dotnet-Open-XML-SDK__Projectto-dolist_TP10077385.xltx": _TEMPLATE,
    "dotnet-Open-XML-SDK__VendorScorecardReport_TP10194032.xltx": _TEMPLATE,
    "qax-os-excelize__encryptAES.xlsx": _ENCRYPTED,
    "tafia-calamine__issue252.xlsx": "tệp nén bị hỏng một phần",
    "xlwings-xlwings__quickstart_addin.xlam": _ADD_IN,
    "xlwings-xlwings__quickstart_addin_ribbon.xlam": _ADD_IN,
}
UNREADABLE_BY_CALAMINE = {"PHPOffice-PhpSpreadsheet__utf16be.xlsx"}
SLOW_MERGES = "apache-poi__57893-many-merges.xlsx"
_TRIES = 60


def attempt(data: bytes) -> tuple[str, dict[Place, Value], bytes]:
    """The first sheet that takes writes: its part, what was set, and the patched bytes; else the last refusal."""
    parts = WorkbookParts(Archive(data))
    refused: RefusedWrite | None = None
    for sheet in parts.sheets:
        if sheet.kind != "worksheet":
            continue
        taken: dict[Place, Value] = {}
        try:
            for choices in wanted(parts, sheet):
                for place, value in choices[:_TRIES]:
                    try:
                        patch(data, writes({place: value}))
                    except RefusedWrite as error:
                        refused = error
                    else:
                        taken[place] = value
                        break
            if taken:
                return sheet.part, taken, patch(data, writes(taken))
        except RefusedWrite as error:
            refused = error
    assert refused is not None
    raise refused


def wanted(parts: WorkbookParts, sheet: SheetEntry) -> list[list[tuple[Place, Value]]]:
    """Three lists of squares to try: one that has a value, one below the end, one behind the end of a row."""
    text = SheetText(sheet.name, XmlText.of(parts.package.read(sheet.part)))
    filled, behind = [], []
    for row in text.rows[:_TRIES]:
        squares = text.squares(row.number)
        filled += [Place(sheet.name, row.number, square.column) for square in squares if text.has_value(square)]
        behind.append(Place(sheet.name, row.number, (squares[-1].column if squares else 0) + 1))
    last = text.rows[-1].number if text.rows else 0
    below = [Place(sheet.name, last + 2, 1)]
    return [[(place, value) for place in places] for places, value in ((filled, TEXT), (below, 20261123.5), (behind, True))]


def writes(squares: dict[Place, Value]) -> Writes:
    return Writes(squares=tuple(Write(place, value, "thử") for place, value in squares.items()))


def same_but_for(old: bytes, new: bytes, allowed: set[str]) -> list[str]:
    """Members that differ, as raw bytes where they may not; the order must be the same."""
    before, after = zipfile.ZipFile(io.BytesIO(old)), zipfile.ZipFile(io.BytesIO(new))
    assert after.testzip() is None
    assert after.namelist() == before.namelist()
    changed = [one.filename for one, other in zip(before.infolist(), after.infolist(), strict=True) if raw(old, one) != raw(new, other)]
    assert set(changed) <= allowed, f"changed besides: {set(changed) - allowed}"
    return changed


def raw(data: bytes, info: zipfile.ZipInfo) -> bytes:
    """The local header without its offset, and the compressed bytes."""
    names = int.from_bytes(data[info.header_offset + 26 : info.header_offset + 28], "little")
    extras = int.from_bytes(data[info.header_offset + 28 : info.header_offset + 30], "little")
    return data[info.header_offset : info.header_offset + 30 + names + extras + info.compress_size]


def calamine_squares(data: bytes) -> dict[Place, object]:
    """Every value, of every sheet."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return {
        Place(name, row, column): value
        for name in book.sheet_names
        for row, line in enumerate(book.get_sheet_by_name(name).to_python(skip_empty_area=False), 1)
        for column, value in enumerate(line, 1)
        if value != ""
    }


def openpyxl_squares(data: bytes, *, is_slow: bool) -> dict[Place, object]:
    """Values and style numbers; 50,000 merges take openpyxl minutes unless it streams."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=is_slow)
        return {
            Place(sheet.title, square.row, square.column): (plain(square.value), square._style_id if is_slow else square.style_id)
            for sheet in book.worksheets
            for line in sheet.iter_rows()
            for square in line
            if square.value is not None or (hasattr(square, "row") and square.has_style)
        }


def compared(before: dict[Place, object], after: dict[Place, object], written: dict[Place, Value]) -> None:
    """Every square but those written is equal; those written hold what was meant."""
    for place in written:
        before.pop(place, None)
    found = {place: after.pop(place, None) for place in written}
    assert after == before
    for place, value in written.items():
        shown = found[place][0] if isinstance(found[place], tuple) else found[place]
        assert shown in {value, str(value)}, place


def plain(value: object) -> str:
    """Array and table formulas compare by what they hold."""
    return str(vars(value)) if type(value).__module__ == "openpyxl.worksheet.formula" else str(value)


def readable(data: bytes, *, is_slow: bool) -> bool:
    """Whether openpyxl can read the original: of Strict files it shows no sheet, some it cannot open."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return bool(openpyxl.load_workbook(io.BytesIO(data), read_only=is_slow).worksheets)
    except (ValueError, KeyError, TypeError, AttributeError, IndexError):
        return False


def test_the_corpus_is_there_and_enough_of_it_is_written():
    """56 files, at least 36 of them written, every refusal listed."""
    assert sorted(path.name for path in CORPUS.glob("*.xl*")) == sorted(FILES)
    assert len(FILES) == 56
    assert set(REFUSED) <= set(FILES)
    assert len(FILES) - len(REFUSED) >= 36


@pytest.mark.parametrize("name", [name for name in FILES if name not in REFUSED])
def test_a_workbook_is_patched_and_nothing_else_changes(name, tell):
    """Other parts byte-identical, other squares equal for calamine and openpyxl."""
    old = (CORPUS / name).read_bytes()

    part, written, new = attempt(old)

    workbook = WorkbookParts(Archive(old)).workbook
    stored = {info.replace("\\", "/"): info for info in zipfile.ZipFile(io.BytesIO(old)).namelist()}
    allowed = {stored[part], stored[workbook]}
    changed = same_but_for(old, new, allowed)
    assert patch(old, writes(written)) == new
    remark = ""
    if name in UNREADABLE_BY_CALAMINE:
        remark += "; calamine không đọc được cả tệp gốc"
        with pytest.raises(CalamineError):
            calamine_squares(old)
    else:
        compared(calamine_squares(old), calamine_squares(new), written)
    is_slow = name == SLOW_MERGES
    if readable(old, is_slow=is_slow):
        compared(openpyxl_squares(old, is_slow=is_slow), openpyxl_squares(new, is_slow=is_slow), written)
    else:
        remark += "; openpyxl không đọc được cả tệp gốc"
    places = " ".join(place.cell for place in written)
    tell(f"GHI      {name}: {next(iter(written)).sheet} {places}; đổi {', '.join(changed)}{remark}")


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_a_workbook_is_refused_for_its_reason(name, tell):
    """In words, before anything is built."""
    with pytest.raises(RefusedWrite) as refused:
        attempt((CORPUS / name).read_bytes())

    assert refused.value.message == f"Không ghi vào sổ này: {REFUSED[name]}. Chưa có gì thay đổi."
    assert refused.value.fix
    tell(f"TỪ CHỐI  {name}: {REFUSED[name]}")


@pytest.mark.libreoffice
@pytest.mark.parametrize(
    "name",
    [
        "ClosedXML-ClosedXML__universal-content-strict.xlsx",
        "PHPOffice-PhpSpreadsheet__namespacenonstd.xlsx",
        "PHPOffice-PhpSpreadsheet__utf16be.xlsx",
        "apache-poi__DataValidationEvaluations.xlsx",
        "apache-poi__simple-monthly-budget.xlsx",
        "tafia-calamine__minimal_package.xlsx",
        "xlwings-xlwings__database.xlsm",
    ],
)
def test_libreoffice_opens_it_and_shows_the_values(name, tmp_path):
    """Converted to CSV, the sheet written to holds the text and the number."""
    part, written, new = attempt((CORPUS / name).read_bytes())
    book = WorkbookParts(Archive(new))
    number = next(sheet.position for sheet in book.sheets if sheet.part == part) + 1
    path = tmp_path / f"so{Path(name).suffix}"
    path.write_bytes(new)

    subprocess.run(
        [
            "soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to",
            f"csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,{number}", "--outdir", str(tmp_path), str(path),
        ],
        check=True, capture_output=True, timeout=120,
    )

    shown = "".join(file.read_text(encoding="utf-8") for file in tmp_path.glob("*.csv"))
    assert TEXT.replace('"', '""') in shown
    assert "20261123.5" in shown
    assert written
