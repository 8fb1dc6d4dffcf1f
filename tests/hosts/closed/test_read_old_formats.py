""".xls, .ods and .xlsb: read in a child process, with what the reader of values loses put back."""

from __future__ import annotations

import shutil
import struct
import subprocess
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from addin.core.grids import Range, SquareError, Uncached
from addin.errors import CannotRead, NotAWorkbook
from addin.hosts.closed.read.reading import Workbook, read_workbook
from addin.hosts.file_formats import Format
from tests.hosts.closed.read_samples import OFFICE, RELATIONS, compound_bytes, zipped


def _record(kind: int, data: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def _short(text: str) -> bytes:
    wide = text.encode("utf-16-le")
    return bytes([len(text), 1]) + wide


def _xls(cells: bytes, *, password: bool = False) -> bytes:
    """BIFF8 with one sheet «Sổ», one `.VnTime` font and the given cell records."""
    begin = struct.pack("<4H2I", 0x0600, 0x0005, 0x0DBB, 0x07CC, 0, 6)
    font = struct.pack("<5H4B", 220, 0, 0x7FFF, 400, 0, 0, 0, 0, 0) + _short(".VnTime")
    style = struct.pack("<3H", 0, 0, 0) + bytes(14)
    name = _short("Sổ")
    head = _record(0x0809, begin)
    if password:
        head += _record(0x002F, bytes(6))
    head += _record(0x0042, struct.pack("<H", 1200)) + _record(0x0022, b"\0\0") + _record(0x0031, font) + _record(0x00E0, style)
    offset = len(head) + 4 + 6 + len(name) + 4
    sheet = _record(0x0809, begin[:2] + struct.pack("<H", 0x0010) + begin[4:]) + cells + _record(0x000A)
    return compound_bytes({"Workbook": head + _record(0x0085, struct.pack("<I2B", offset, 0, 0) + name) + _record(0x000A) + sheet})


CELLS = (
    _record(0x0208, struct.pack("<6HI", 1, 0, 3, 255, 0, 0, 0x20))
    + _record(0x0204, struct.pack("<4HB", 0, 0, 0, 2, 1) + "Tó".encode("utf-16-le"))
    + _record(0x0203, struct.pack("<3Hd", 0, 1, 0, 43711.0))
    + _record(0x0205, struct.pack("<3H2B", 1, 0, 0, 0x17, 1))
    + _record(0x0006, struct.pack("<3H", 1, 1, 0) + b"\2\0\x2a\0\0\0\xff\xff" + bytes(8))
    + _record(0x00E5, struct.pack("<5H", 1, 3, 4, 0, 1))
)


def test_an_old_xls(tmp_path: Path) -> None:
    """Errors by their codes, formulas, merges, hidden rows, old fonts; told that it is read only."""
    path = tmp_path / "so.xls"
    path.write_bytes(_xls(CELLS))

    workbook = read_workbook(path)

    (grid,) = workbook.grids
    assert workbook.format is Format.XLS
    assert grid.sheet == "Sổ"
    assert grid.values == (("Tó", 43711), (SquareError("#REF!"), SquareError("#N/A")))
    assert (grid.formulas, grid.merged, grid.hidden_rows) == ({(2, 2)}, (Range(4, 1, 5, 2),), {2})
    assert grid.fonts == {1: {".VnTime"}}
    assert [note.rule for note in workbook.noticed] == ["SHT152"]
    assert (workbook.writable or "").startswith("Tệp .xls chỉ đọc được, chưa ghi lại được.")


def test_an_old_xls_with_a_password(tmp_path: Path) -> None:
    """The stream is encrypted after its first records."""
    path = tmp_path / "so.xls"
    path.write_bytes(_xls(CELLS, password=True))

    with pytest.raises(NotAWorkbook) as refusal:
        read_workbook(path)

    assert refusal.value.message == "Tệp «so.xls» đặt mật khẩu mở nên không đọc được."


def test_a_far_square_in_an_old_xls(tmp_path: Path) -> None:
    """The same caps; what the reader could not hold is refused, the same sentence across the pipe."""
    path = tmp_path / "so.xls"
    path.write_bytes(_xls(_record(0x0203, struct.pack("<3Hd", 65000, 255, 0, 1.0))))

    with pytest.raises(CannotRead) as refusal:
        read_workbook(path)

    assert refusal.value.message == (
        "Sheet «Sổ» của tệp «so.xls» có dữ liệu đến ô IV65001, ngoài giới hạn 20000 dòng và 200 cột."
    )


def test_a_long_sheet_in_an_old_xls_is_left_out(tmp_path: Path) -> None:
    """Beyond the caps, within what the reader holds."""
    path = tmp_path / "so.xls"
    path.write_bytes(_xls(_record(0x0203, struct.pack("<3Hd", 25000, 20, 0, 1.0))))

    workbook = read_workbook(path)

    assert [(grid.values, grid.far) for grid in workbook.grids] == [((), (25001, 21))]
    assert "SHT156" in {finding.rule for finding in workbook.noticed}


def test_a_record_cut_short(tmp_path: Path) -> None:
    """Told, not crashed on."""
    path = tmp_path / "so.xls"
    path.write_bytes(_xls(_record(0x0205, b"\1\0")))

    with pytest.raises(NotAWorkbook) as refusal:
        read_workbook(path)

    assert refusal.value.message == "Tệp «so.xls» bị hỏng: một bản ghi bị cắt cụt."


def _binary(kind: int, data: bytes = b"") -> bytes:
    head = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    return head + bytes([len(data)]) + data


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def _xlsb(cells: bytes) -> bytes:
    """A binary workbook with one sheet «Sổ»."""
    workbook = _binary(131) + _binary(153, struct.pack("<3I", 1, 0, 0)) + _binary(143)
    workbook += _binary(156, struct.pack("<2I", 1, 1) + _wide("rId1") + _wide("Sổ")) + _binary(144) + _binary(132)
    font = struct.pack("<4H4B", 220, 0, 400, 0, 0, 0, 0, 0) + bytes(8) + b"\0" + _wide("VNI-Times")
    styles = _binary(278) + _binary(43, font) + _binary(617, struct.pack("<I", 1))
    styles += _binary(47, struct.pack("<3H", 0, 0, 0) + bytes(10)) + _binary(618) + _binary(279)
    sheet = _binary(129) + _binary(148, struct.pack("<4I", 0, 9, 0, 9)) + _binary(145) + cells + _binary(146)
    sheet += _binary(177, struct.pack("<I", 1)) + _binary(176, struct.pack("<4I", 5, 6, 0, 1)) + _binary(178) + _binary(130)
    main = "application/vnd.ms-excel.sheet.binary.macroEnabled.main"
    return zipped(
        {
            "[Content_Types].xml": f'<Types><Override PartName="/xl/workbook.bin" ContentType="{main}"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.bin"/></Relationships>',
            "xl/_rels/workbook.bin.rels": (
                f'<Relationships xmlns="{RELATIONS}"><Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.bin"/>'
                f'<Relationship Id="rId2" Type="{OFFICE}/styles" Target="styles.bin"/></Relationships>'
            ),
            "xl/workbook.bin": workbook,
            "xl/styles.bin": styles,
            "xl/worksheets/sheet1.bin": sheet,
        }
    )


def _row(number: int, *, hidden: bool = False) -> bytes:
    return _binary(0, struct.pack("<2IH3B", number, 0, 300, 0, 0x10 if hidden else 0, 0) + struct.pack("<I", 0))


def test_a_binary_workbook(tmp_path: Path) -> None:
    """The same facts from another kind of record."""
    path = tmp_path / "so.xlsb"
    cells = _row(0) + _binary(6, struct.pack("<2I", 0, 0) + _wide("Tuù")) + _binary(5, struct.pack("<2Id", 1, 0, 12.5))
    cells += _row(2, hidden=True) + _binary(3, struct.pack("<2IB", 1, 0, 0x07))
    cells += _binary(11, struct.pack("<2IB", 2, 0, 0x2A) + bytes(10))
    path.write_bytes(_xlsb(cells))

    workbook = read_workbook(path)

    (grid,) = workbook.grids
    assert workbook.format is Format.XLSB
    assert (grid.sheet, grid.state, grid.epoch_1904) == ("Sổ", "hidden", True)
    assert grid.values == (("Tuù", 12.5), (None, None), (None, SquareError("#DIV/0!"), SquareError("#N/A")))
    assert (grid.formulas, grid.merged, grid.hidden_rows) == ({(3, 3)}, (Range(6, 1, 7, 2),), {3})
    assert grid.fonts == {1: {"VNI-Times"}}


def test_a_far_square_in_a_binary_workbook(tmp_path: Path) -> None:
    """Left out before the reader sees it."""
    path = tmp_path / "so.xlsb"
    path.write_bytes(_xlsb(_row(1048575) + _binary(5, struct.pack("<2Id", 16383, 0, 1.0))))

    workbook = read_workbook(path)

    assert [(grid.values, grid.far) for grid in workbook.grids] == [((), (1048576, 16384))]
    assert "SHT156" in {finding.rule for finding in workbook.noticed}


ODS = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">'
    '<office:automatic-styles><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>'
    '</office:automatic-styles><office:body><office:spreadsheet><table:table table:name="Sổ" table:style-name="ta2">{rows}</table:table>'
    "</office:spreadsheet></office:body></office:document-content>"
)


def _ods(rows: str) -> bytes:
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": ODS.replace("{rows}", rows),
            "META-INF/manifest.xml": '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        }
    )


def test_an_open_document(tmp_path: Path) -> None:
    """Repeated rows and squares are counted; a note in a square is not its value."""
    path = tmp_path / "so.ods"
    path.write_bytes(
        _ods(
            '<table:table-row><table:table-cell office:value-type="string" table:number-columns-spanned="2"><text:p>Tổng</text:p></table:table-cell>'
            "<table:covered-table-cell/>"
            '<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>'
            "</table:table-row>"
            '<table:table-row table:number-rows-repeated="2" table:visibility="collapse"><table:table-cell/></table:table-row>'
            '<table:table-row><table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="5"><text:p>5</text:p></table:table-cell>'
            '<table:table-cell table:formula="of:=A1"/></table:table-row>'
            '<table:table-row table:number-rows-repeated="1048572"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
        )
    )

    workbook = read_workbook(path)

    (grid,) = workbook.grids
    assert (workbook.format, grid.state) == (Format.ODS, "hidden")
    assert grid.at(1, 1) == "Tổng"
    assert grid.at(1, 3) == SquareError("#DIV/0!")
    assert (grid.at(4, 1), grid.at(4, 2), grid.at(4, 3)) == (5, 5, Uncached())
    assert (grid.merged, grid.hidden_rows, grid.formulas) == ((Range(1, 1, 1, 2),), {2, 3}, {(1, 3), (4, 3)})


def test_a_value_repeated_to_the_end(tmp_path: Path) -> None:
    """A few bytes that would be a million rows."""
    path = tmp_path / "so.ods"
    path.write_bytes(
        _ods('<table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="float" office:value="5"/></table:table-row>')
    )

    assert [(grid.values, grid.far) for grid in read_workbook(path).grids] == [((), (1048576, 1))]


def test_a_value_repeated_to_both_ends(tmp_path: Path) -> None:
    """More than the reader holds is refused."""
    path = tmp_path / "so.ods"
    cell = '<table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="5"/>'
    path.write_bytes(_ods(f'<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-row>'))

    with pytest.raises(CannotRead) as refusal:
        read_workbook(path)

    assert "ô XFD1048576, ngoài giới hạn" in refusal.value.message


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Workbook]:
    """One workbook as .xlsx, and as LibreOffice saves it in the other formats."""
    folder = tmp_path_factory.mktemp("converted")
    book = xlsxwriter.Workbook(str(folder / "so.xlsx"))
    sheet, hidden = book.add_worksheet("Đảng viên"), book.add_worksheet("Ẩn")
    dated = book.add_format({"num_format": "dd/mm/yyyy"})
    old = book.add_format({"font_name": ".VnTime"})
    sheet.merge_range(0, 0, 0, 2, "Danh sách")
    sheet.write_row(1, 0, ["Nguyễn Văn An", 43711, "x"])
    sheet.write_datetime(2, 0, date(1980, 3, 2), dated)
    sheet.write_formula(2, 1, "=1/0", None, "#DIV/0!")
    sheet.write_formula(2, 2, "=1+1", None, 2)
    sheet.write(3, 3, "NguyÔn", old)
    sheet.set_row(1, None, None, {"hidden": True})
    hidden.write(0, 0, "x")
    hidden.hide()
    book.close()
    office = shutil.which("soffice")
    assert office is not None
    for extension in ("xls", "ods"):
        subprocess.run(
            [office, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", extension, "--outdir", str(folder), str(folder / "so.xlsx")],
            check=True,
            capture_output=True,
            timeout=180,
        )
    return {extension: read_workbook(folder / f"so.{extension}") for extension in ("xlsx", "xls", "ods")}


@pytest.mark.libreoffice
@pytest.mark.parametrize("extension", ["xls", "ods"])
def test_the_same_grids_as_xlsx(converted: dict[str, Workbook], extension: str) -> None:
    """What another program wrote in the old formats reads as the .xlsx does."""
    ours, model = converted[extension].grids, converted["xlsx"].grids

    assert [grid.sheet for grid in ours] == [grid.sheet for grid in model]
    assert [grid.state for grid in ours] == [grid.state for grid in model] == ["visible", "hidden"]
    for grid, expected in zip(ours, model, strict=True):
        assert grid.values == expected.values
        assert (grid.merged, grid.hidden_rows, grid.formulas) == (expected.merged, expected.hidden_rows, expected.formulas)
    assert ours[0].at(3, 2) == SquareError("#DIV/0!")
    if extension == "xls":
        assert ours[0].fonts[4] == {".VnTime"}
