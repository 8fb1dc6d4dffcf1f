"""One workbook in, its grids and notes out; or one sentence and a way out."""

from __future__ import annotations

import hashlib
import io
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import xlsxwriter

from addin.core.findings import Severity
from addin.core.grids import Range, SquareError, Uncached
from addin.core.places import Place
from addin.errors import CannotRead, Misuse, NotAWorkbook
from addin.hosts.closed import snapshot
from addin.hosts.closed.book import ClosedBook
from addin.hosts.closed.read.reading import Workbook, read_workbook
from addin.hosts.file_formats import Format
from addin.jobs.opening import open_book
from addin.jobs.put import put
from tests.hosts.closed.read_samples import SHEET_1, parts_of, sheet_xml, workbook_bytes, zipped


def read(folder: Path, content: bytes, name: str = "so.xlsx") -> Workbook:
    path = folder / name
    path.write_bytes(content)
    return read_workbook(path)


def test_values_as_they_stand(tmp_path: Path) -> None:
    """Text, numbers, dates by their format, truth values; blanks are None; text is not put into NFC here."""
    path = tmp_path / "so.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("Đảng viên")
    dated = book.add_format({"num_format": "dd/mm/yyyy"})
    sheet.write_row(1, 1, ["Nguye\u0302\u0303n", 7.5, True, "", "  x "])
    sheet.write_datetime(2, 1, date(1980, 3, 2), dated)
    sheet.write(2, 2, 43711)
    sheet.write(2, 3, 61000)
    sheet.write(2, 4, 0)
    sheet.write(2, 5, False)
    book.close()

    workbook = read_workbook(path)

    (grid,) = workbook.grids
    assert grid.sheet == "Đảng viên"
    assert grid.values == (
        (None,) * 6,
        (None, "Nguye\u0302\u0303n", 7.5, True, None, "  x "),
        (None, date(1980, 3, 2), 43711, 61000, 0, False),
    )
    assert (workbook.format, workbook.writable, workbook.noticed) == (Format.XLSX, None, ())


def test_what_calamine_loses_is_put_back(tmp_path: Path) -> None:
    """Errors, missing results beyond the last value, merges, hidden rows."""
    rows = (
        '<row r="1" hidden="1"><c r="A1"><v>1</v></c><c r="B1" t="e"><v>#REF!</v></c></row>'
        '<row r="3"><c r="D3"><f>SUM(A1)</f></c></row>'
    )

    (grid,) = read(tmp_path, workbook_bytes(rows, '<mergeCells count="1"><mergeCell ref="A5:B6"/></mergeCells>')).grids

    assert grid.values == ((1, SquareError("#REF!")), (), (None, None, None, Uncached()))
    assert grid.formulas == {(3, 4)}
    assert grid.merged == (Range(5, 1, 6, 2),)
    assert grid.hidden_rows == {1}


@pytest.mark.parametrize("code", ["#SPILL!", "#CALC!", "#GETTING_DATA", "#FIELD!"])
def test_error_codes_calamine_does_not_know(tmp_path: Path, code: str) -> None:
    """They stop it; we read around them and keep the code."""
    rows = f'<row r="1"><c r="A1" t="e"><f>X()</f><v>{code}</v></c><c r="B1" t="inlineStr"><is><t>{code}</t></is></c></row>'

    (grid,) = read(tmp_path, workbook_bytes(rows)).grids

    assert grid.values == ((SquareError(code), code),)


def test_hidden_sheets_are_read_and_told(tmp_path: Path) -> None:
    """In the workbook's order; an empty hidden sheet is not worth a word."""
    parts = parts_of(
        {"Sổ": sheet_xml(), "Ẩn": sheet_xml(), "Rất ẩn": sheet_xml(), "Trống": sheet_xml("")},
        states={"Ẩn": "hidden", "Rất ẩn": "veryHidden", "Trống": "hidden"},
    )

    workbook = read(tmp_path, zipped(parts))

    assert [(grid.sheet, grid.state) for grid in workbook.grids] == [
        ("Sổ", "visible"),
        ("Ẩn", "hidden"),
        ("Rất ẩn", "veryHidden"),
        ("Trống", "hidden"),
    ]
    assert [(note.rule, note.severity, note.place.sheet, note.message) for note in workbook.noticed] == [
        ("SHT151", Severity.NOTICE, "Ẩn", "Sheet «Ẩn» đang ẩn nhưng vẫn được đọc."),
        ("SHT151", Severity.NOTICE, "Rất ẩn", "Sheet «Rất ẩn» đang ẩn nhưng vẫn được đọc."),
    ]


def test_the_epoch_of_1904(tmp_path: Path) -> None:
    """Told with the grid: a bare serial means another day there."""
    (grid,) = read(tmp_path, zipped(parts_of({"A": sheet_xml()}, workbook='<workbookPr date1904="1"/>'))).grids

    assert grid.epoch_1904


def test_a_sheet_in_utf_16(tmp_path: Path) -> None:
    """Calamine stops at it; it is handed UTF-8."""
    xml = sheet_xml().replace("UTF-8", "UTF-16").encode("utf-16")

    (grid,) = read(tmp_path, workbook_bytes(**{SHEET_1: xml})).grids

    assert grid.values == (("Họ và tên", 7),)


def test_an_empty_workbook(tmp_path: Path) -> None:
    """One empty sheet is a workbook."""
    (grid,) = read(tmp_path, workbook_bytes("")).grids

    assert grid.values == ()


def test_a_workbook_without_sheets(tmp_path: Path) -> None:
    """Chart sheets alone hold no table."""
    with pytest.raises(NotAWorkbook) as refusal:
        read(tmp_path, zipped(parts_of({})))

    assert refusal.value.message == "Tệp «so.xlsx» không có sheet bảng tính nào."


def test_a_far_square(tmp_path: Path) -> None:
    """The sheet is left out with one finding; this process lives on."""
    workbook = read(tmp_path, workbook_bytes('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'))

    (grid,), (finding,) = workbook.grids, workbook.noticed
    assert (grid.sheet, grid.values, grid.far) == ("Đảng viên", (), (1048576, 16384))
    assert (finding.rule, finding.place.sheet) == ("SHT156", "Đảng viên")
    assert finding.message == (
        "Sheet «Đảng viên» có dữ liệu đến ô XFD1048576, ngoài giới hạn 20000 dòng và 200 cột: không đọc sheet này."
    )


def test_a_sheet_beyond_the_limits_leaves_the_others_as_they_are(tmp_path: Path) -> None:
    """A year of attendance, a column a day, and a list of 25,000 rows beside the members; nothing can be put into them."""
    path = tmp_path / "so.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Đảng viên").write_row("A1", ["Họ và tên", "Ngày vào Đảng"])
        book.get_worksheet_by_name("Đảng viên").write_row("A2", ["Lý Thử", "03/9/2019"])
        book.add_worksheet("Chấm công").write_row("A1", ["Ngày", *range(1, 366)])
        book.add_worksheet("Dân cư").write_column("A1", range(25_000))
    host = ClosedBook(path, now=datetime(2026, 6, 1, tzinfo=UTC))

    opened = open_book(host)

    assert [member.full_name for member in opened.book.members] == ["Lý Thử"]
    assert [(one.rule, one.place.sheet) for one in opened.noticed] == [("SHT156", "Chấm công"), ("SHT156", "Dân cư")]
    with pytest.raises(Misuse, match="Dân cư"):
        put(host, ["Dân cư!A5=x"])
    host.apply(put(host, ["Đảng viên!B2=2019-09-04"]).effects.writes)
    assert read_workbook(path).grids[2].far == (25_000, 1)


def test_a_far_square_without_value(tmp_path: Path) -> None:
    """A coloured column goes down to row 1048576 and is no fault."""
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="A1048576" s="0"/></row>'

    (grid,) = read(tmp_path, workbook_bytes(rows)).grids

    assert grid.values == ((1,),)


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        ({SHEET_1: "<worksheet><sheetData>"}, "bị hỏng: nội dung của sheet «Đảng viên» không đọc được."),
        ({"xl/workbook.xml": "<workbook"}, "bị hỏng: danh mục sheet không đọc được."),
        (
            {SHEET_1: sheet_xml('<row r="1"><c r="A1" t="s"><v>9</v></c></row>')},
            "bị hỏng: trình đọc không hiểu cấu trúc của sổ.",
        ),
    ],
)
def test_a_damaged_workbook(tmp_path: Path, parts: dict[str, str], message: str) -> None:
    """Which part, and the repair Excel offers."""
    with pytest.raises(NotAWorkbook) as refusal:
        read(tmp_path, workbook_bytes(**parts))

    assert refusal.value.message == f"Tệp «so.xlsx» {message}"
    assert "Open and Repair" in refusal.value.fix


def test_a_sheet_whose_part_is_gone(tmp_path: Path) -> None:
    """Listed, and not there."""
    parts = parts_of({"Sổ": sheet_xml()})
    del parts[SHEET_1]

    with pytest.raises(NotAWorkbook) as refusal:
        read(tmp_path, zipped(parts))

    assert refusal.value.message == "Tệp «so.xlsx» bị hỏng: thiếu nội dung của sheet «Sổ»."


def test_a_missing_file(tmp_path: Path) -> None:
    """Said with its name."""
    with pytest.raises(CannotRead) as refusal:
        read_workbook(tmp_path / "sổ.xlsx")

    assert refusal.value.message == "Không thấy tệp «sổ.xlsx»."
    assert refusal.value.fix == "Kiểm tra lại tên tệp và thư mục rồi chạy lại."


def test_a_folder(tmp_path: Path) -> None:
    """Even one called .xlsx."""
    folder = tmp_path / "sổ.xlsx"
    folder.mkdir()

    with pytest.raises(CannotRead) as refusal:
        read_workbook(folder)

    assert refusal.value.message == "«sổ.xlsx» là thư mục, không phải tệp."
    assert refusal.value.fix == "Chọn một tệp .xlsx trong thư mục ấy."


def test_no_right_to_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows says so of a file that another program holds."""
    path = tmp_path / "so.xlsx"
    path.write_bytes(workbook_bytes())

    def refuse(_self: Path) -> bytes:
        raise PermissionError(13, "denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)

    with pytest.raises(CannotRead) as refusal:
        read_workbook(path)

    assert refusal.value.message == "Không có quyền đọc tệp «so.xlsx», hoặc tệp đang bị khoá."


def test_the_share_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Any other fault of the drive is a sentence too."""
    path = tmp_path / "so.xlsx"
    path.write_bytes(workbook_bytes())

    def refuse(_self: Path) -> bytes:
        raise OSError(5, "input/output error")

    monkeypatch.setattr(Path, "read_bytes", refuse)

    with pytest.raises(CannotRead) as refusal:
        read_workbook(path)

    assert refusal.value.message == "Không đọc được tệp «so.xlsx» từ ổ đĩa."


def test_a_very_large_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Refused by its size, before it is read."""
    monkeypatch.setattr(snapshot, "LARGEST_FILE", 100)

    with pytest.raises(CannotRead) as refusal:
        read(tmp_path, workbook_bytes())

    assert refusal.value.message == "Tệp «so.xlsx» lớn quá 100 MB, không phải sổ của một chi bộ."


def test_the_fingerprint_is_that_of_the_bytes_read(tmp_path: Path) -> None:
    """SHA-256, size and time; the bytes go along for the writer."""
    content = workbook_bytes()

    workbook = read(tmp_path, content)

    assert workbook.content == content
    assert workbook.fingerprint.sha256 == hashlib.sha256(content).hexdigest()
    assert workbook.fingerprint.size == len(content)
    assert workbook.fingerprint.modified_ns == workbook.path.stat().st_mtime_ns
    assert snapshot.fingerprint_of(workbook.path) == workbook.fingerprint


def test_a_save_in_the_middle_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first reading is thrown away where the file changed under it."""
    path = tmp_path / "so.xlsx"
    path.write_bytes(workbook_bytes('<row r="1"><c r="A1"><v>1</v></c></row>'))
    later = workbook_bytes('<row r="1"><c r="A1"><v>2222</v></c></row>')
    true_read, readings = Path.read_bytes, []

    def read_and_save(self: Path) -> bytes:
        content = true_read(self)
        if not readings:
            self.write_bytes(later)
        readings.append(content)
        return content

    monkeypatch.setattr(Path, "read_bytes", read_and_save)

    workbook = read_workbook(path)

    assert workbook.grids[0].values == ((2222,),)
    assert len(readings) == 2


def test_a_file_that_will_not_hold_still(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After three readings we say so."""
    path = tmp_path / "so.xlsx"
    path.write_bytes(workbook_bytes())
    true_read = Path.read_bytes

    def read_and_grow(self: Path) -> bytes:
        content = true_read(self)
        self.write_bytes(content + b"x")
        return content

    monkeypatch.setattr(Path, "read_bytes", read_and_grow)

    with pytest.raises(CannotRead) as refusal:
        read_workbook(path)

    assert refusal.value.message == "Tệp «so.xlsx» đang được ghi, chưa đọc được bản ổn định."


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("so.xls", "Tên tệp có đuôi .xls, còn nội dung là .xlsx."),
        ("so.XLSM", "Tên tệp có đuôi .xlsm, còn nội dung là .xlsx."),
        ("so", "Tên tệp không có đuôi, còn nội dung là .xlsx."),
    ],
)
def test_a_wrong_extension(tmp_path: Path, name: str, message: str) -> None:
    """Read for what it is, and told."""
    (note,) = read(tmp_path, workbook_bytes(), name).noticed

    assert (note.rule, note.severity, note.message) == ("SHT153", Severity.WARNING, message)
    assert note.fix == "Đổi đuôi tên tệp thành .xlsx để Excel mở không báo lỗi."


def test_a_template_is_read_only(tmp_path: Path) -> None:
    """With how to make a workbook of it."""
    workbook = read(tmp_path, zipped(parts_of({"A": sheet_xml()}, kind="template")), "so.xltx")

    assert [(note.rule, note.message) for note in workbook.noticed] == [
        ("SHT152", "Sổ ở định dạng .xltx: chỉ đọc được, chưa ghi lại được.")
    ]
    assert workbook.writable == (
        "Tệp .xltx chỉ đọc được, chưa ghi lại được. Mở tệp bằng Excel (hoặc LibreOffice), chọn Lưu thành (Save As), "
        "kiểu Excel Workbook (.xlsx), rồi dùng tệp mới."
    )


@pytest.mark.parametrize(
    "name", ["Copy of so.xlsx", "so (Đã khôi phục).xlsx", "so - Copy.xlsx", "so - Bản sao.xlsx", "so-PC-HOA.xlsx", "so (An's conflicted copy 2026).xlsx"]
)
def test_a_copy_is_not_read_silently(tmp_path: Path, name: str) -> None:
    """Conflict copies and recovered files stand beside the true one."""
    (note,) = read(tmp_path, workbook_bytes(), name).noticed

    assert (note.rule, note.severity) == ("SHT154", Severity.WARNING)
    assert note.message == f"Tên tệp «{name}» giống một bản sao hoặc bản khôi phục."


@pytest.mark.parametrize("name", ["Sổ chi bộ 2026.xlsx", "Copyright.xlsx", "Kế hoạch - 2026.xlsx"])
def test_ordinary_names(tmp_path: Path, name: str) -> None:
    """No note."""
    assert read(tmp_path, workbook_bytes(), name).noticed == ()


def test_results_left_for_excel_to_renew(tmp_path: Path) -> None:
    """A library wrote last: what the formulas show may be old."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target)
    sheet = book.add_worksheet("A")
    sheet.write_formula(0, 0, "=1+1", None, 2)
    book.close()

    workbook = read(tmp_path, target.getvalue())

    assert workbook.grids[0].values == ((2,),)
    assert [(note.rule, note.severity, note.place) for note in workbook.noticed] == [("SHT155", Severity.NOTICE, Place(""))]


def test_formulas_of_our_own_sheet_are_nobodys_old_results(tmp_path: Path) -> None:
    """The sheet of the cap is all formulas, and ours."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target)
    book.add_worksheet("Giới hạn xuất sắc").write_formula(0, 0, "=1+1", None, 2)
    book.close()

    assert read(tmp_path, target.getvalue()).noticed == ()


def test_fonts_of_an_old_encoding(tmp_path: Path) -> None:
    """Old fonts reach the grid by column."""
    path = tmp_path / "so.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("A")
    old = book.add_format({"font_name": ".VnTime"})
    sheet.write(0, 1, "NguyÔn V¨n An", old)
    sheet.write(1, 1, "Nguyễn Văn An")
    sheet.write(0, 2, 5, old)
    book.close()

    (grid,) = read_workbook(path).grids

    assert grid.fonts == {2: {".VnTime", "Calibri"}}
