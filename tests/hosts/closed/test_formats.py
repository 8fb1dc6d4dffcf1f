"""What a file really is, from its bytes; and what may be written back."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from addin.errors import NotAWorkbook
from addin.hosts.closed.guard.compound import BrokenCompound, Compound
from addin.hosts.closed.guard.formats import format_of_package, why_not_written
from addin.hosts.closed.guard.opening import open_package
from addin.hosts.closed.read.reading import read_workbook
from addin.hosts.file_formats import Format
from tests.hosts.closed.read_samples import compound_bytes, parts_of, sheet_xml, workbook_bytes, zipped

SHARED = (
    "Sổ đang ở chế độ dùng chung kiểu cũ (Shared Workbook), ghi vào dễ hỏng nhật ký. "
    "Vào Review → Share Workbook, bỏ chế độ dùng chung, lưu lại rồi ghi."
)
SAVE_AS = "Mở tệp bằng Excel (hoặc LibreOffice), chọn Lưu thành (Save As), kiểu Excel Workbook (.xlsx), rồi dùng tệp mới."
ASK_AGAIN = "Xin lại tệp sổ .xlsx từ người gửi."


def _zip(**parts: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return target.getvalue()


FOREIGN = {
    "rỗng, không có nội dung nào": (b"", "Lấy lại bản lưu gần nhất hoặc xin lại tệp từ người gửi."),
    "chỉ còn toàn byte 0, nội dung đã mất": (bytes(5000), "Lấy lại bản lưu gần nhất hoặc xin lại tệp từ người gửi."),
    "là tệp PDF, không phải sổ Excel": (b"%PDF-1.7\n%\xe2\xe3", ASK_AGAIN),
    "là văn bản RTF, không phải sổ Excel": (b"{\\rtf1\\ansi}", ASK_AGAIN),
    "là ảnh PNG, không phải sổ Excel": (b"\x89PNG\r\n\x1a\n", ASK_AGAIN),
    "là tệp nén RAR, không phải sổ Excel": (b"Rar!\x1a\x07", ASK_AGAIN),
    "là trang web (HTML) xuất từ phần mềm khác và được đặt tên như sổ Excel": (
        "\ufeff\r\n<html><table><tr><td>Họ và tên</td></tr></table></html>".encode(),
        SAVE_AS,
    ),
    "là trang web lưu trọn (MHTML) được đặt tên như sổ Excel": (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", SAVE_AS),
    "là bảng tính XML 2003, không phải sổ .xlsx": (
        b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>',
        SAVE_AS,
    ),
    "là tệp XML, không phải sổ Excel": (b'<?xml version="1.0"?><so/>', ASK_AGAIN),
    "là bảng dạng chữ (CSV), không phải sổ Excel": ("Họ và tên;Ngày sinh\nNguyễn Văn An;1980\n".encode(), SAVE_AS),
    "là tệp chữ thường, không phải sổ Excel": ("Danh sách đảng viên\ncủa chi bộ\n".encode(), ASK_AGAIN),
    "là tệp Excel đời rất cũ (trước Excel 5), không đọc được": (b"\x09\x00\x04\x00\x02\x00\x10\x00" + bytes(range(9)), SAVE_AS),
    "không phải sổ Excel và không rõ là loại tệp gì": (b"\x07\x08\x01abc", ASK_AGAIN),
    "là văn bản Word (.docx), không phải sổ Excel": (_zip(**{"[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>"}), ASK_AGAIN),
    "là bản trình chiếu PowerPoint (.pptx), không phải sổ Excel": (_zip(**{"ppt/presentation.xml": "<p/>"}), ASK_AGAIN),
    "là văn bản LibreOffice (.odt), không phải sổ Excel": (_zip(mimetype="application/vnd.oasis.opendocument.text"), ASK_AGAIN),
    "là tệp nén ZIP, không phải sổ Excel": (_zip(**{"so.xlsx": "x"}), "Giải nén rồi chọn tệp .xlsx bên trong."),
    "không có phần sổ tính nào bên trong, không phải sổ Excel": (_zip(**{"[Content_Types].xml": "<Types/>"}), ASK_AGAIN),
    "là văn bản Word đời cũ (.doc), không phải sổ Excel": (compound_bytes({"WordDocument": b"x", "1Table": b"y"}), ASK_AGAIN),
    "là bản trình chiếu PowerPoint đời cũ (.ppt), không phải sổ Excel": (compound_bytes({"PowerPoint Document": b"x"}), ASK_AGAIN),
    "là tệp Office kiểu cũ nhưng không có sổ tính bên trong": (compound_bytes({"Thumbs": b"x"}), ASK_AGAIN),
    "đặt mật khẩu mở nên không đọc được": (
        compound_bytes({"EncryptionInfo": b"x", "EncryptedPackage": b"y"}),
        "Mở tệp bằng Excel, vào Tệp → Thông tin → Bảo vệ sổ làm việc → Mã hoá bằng mật khẩu, xoá mật khẩu rồi lưu lại.",
    ),
    "bị hỏng: tệp kiểu cũ bị cắt cụt": (
        compound_bytes({"Workbook": b"x"})[:900],
        "Lấy lại bản lưu gần nhất, hoặc mở bằng Excel, chọn Mở và sửa (Open and Repair), lưu thành .xlsx rồi chạy lại.",
    ),
}


@pytest.mark.parametrize(("sentence", "content", "fix"), [(said, content, fix) for said, (content, fix) in FOREIGN.items()], ids=list(FOREIGN))
def test_what_else_it_is(tmp_path: Path, sentence: str, content: bytes, fix: str) -> None:
    """One sentence that names what it is, one that says what to do, exit code 3."""
    path = tmp_path / "so.xlsx"
    path.write_bytes(content)

    with pytest.raises(NotAWorkbook) as refusal:
        read_workbook(path)

    assert refusal.value.message == f"Tệp «so.xlsx» {sentence}."
    assert refusal.value.fix == fix
    assert (refusal.value.exit_code, refusal.value.kind) == (3, "not_a_workbook")


@pytest.mark.parametrize(
    ("content_type", "expected"),
    [
        ("vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", Format.XLSX),
        ("vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml", Format.XLTX),
        ("vnd.ms-excel.sheet.macroEnabled.main+xml", Format.XLSM),
        ("vnd.ms-excel.template.macroEnabled.main+xml", Format.XLTM),
        ("vnd.ms-excel.addin.macroEnabled.main+xml", Format.XLAM),
        ("vnd.ms-excel.sheet.binary.macroEnabled.main", Format.XLSB),
    ],
)
def test_the_format_is_that_of_the_workbook_part(content_type: str, expected: Format) -> None:
    """As Excel decides, whatever the file is called."""
    parts = parts_of({"A": sheet_xml()})
    parts["[Content_Types].xml"] = f'<Types><Override PartName="/xl/workbook.xml" ContentType="application/{content_type}"/></Types>'

    assert format_of_package(open_package(zipped(parts), "so"), "so") is expected


@pytest.mark.parametrize("written", [Format.XLSX, Format.XLSM])
def test_written_back(written: Format) -> None:
    """Two formats, and nothing that forbids it."""
    assert why_not_written(written, open_package(workbook_bytes(), "so")) is None


@pytest.mark.parametrize("read_only", [Format.XLTX, Format.XLTM, Format.XLAM, Format.XLSB, Format.XLS, Format.ODS])
def test_read_only_formats(read_only: Format) -> None:
    """They say how to save as .xlsx."""
    assert why_not_written(read_only, open_package(workbook_bytes(), "so")) == (
        f"Tệp .{read_only.value} chỉ đọc được, chưa ghi lại được. {SAVE_AS}"
    )


@pytest.mark.parametrize(
    ("part", "reason"),
    [
        ("_xmlsignatures/origin.sigs", "Sổ có chữ ký số, ghi vào sẽ làm mất chữ ký. Lưu một bản không ký rồi ghi vào bản ấy."),
        ("xl/revisions/revisionHeaders.xml", SHARED),
        ("xl/userNames.xml", SHARED),
    ],
)
def test_signed_and_shared(part: str, reason: str) -> None:
    """An edit would break the signature, or the log of changes."""
    assert why_not_written(Format.XLSX, open_package(workbook_bytes(**{part: "<x/>"}), "so")) == reason


def test_streams_of_the_old_container() -> None:
    """Long streams by their chains; names at the root only."""
    first, second = b"a" * 5000, bytes(range(256)) * 40

    compound = Compound(compound_bytes({"Workbook": first, "Extra": second}))

    assert compound.names == {"Workbook", "Extra"}
    assert compound.stream("Workbook")[:5000] == first
    assert compound.stream("Extra") == second
    assert compound.stream("None") == b""


@pytest.mark.parametrize("length", [10, 100, 520, 700])
def test_an_old_container_cut_short(length: int) -> None:
    """Told, not crashed on."""
    with pytest.raises(BrokenCompound):
        Compound(compound_bytes({"Workbook": b"x"})[:length]).stream("Workbook")
