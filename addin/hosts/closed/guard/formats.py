"""What a file really is, told from its bytes and never from its name, and what may be done with it."""

from __future__ import annotations

import re

from addin.errors import NotAWorkbook
from addin.hosts.closed.guard.opening import Package
from addin.hosts.file_formats import SAVE_AS, Format

_ASK_AGAIN = "Xin lại tệp sổ .xlsx từ người gửi."
ZIP_MAGIC = b"PK\3\4"
CFB_MAGIC = bytes.fromhex("D0CF11E0A1B11AE1")
_HEAD = 2048
_SEPARATOR = rb"[,;\t]"
_CONTENT_TYPE = re.compile(
    rb"spreadsheetml\.(sheet|template)\.main\+xml|ms-excel\.(sheet|sheet\.binary|template|addin)\.macroEnabled\.main"
)
_BIFF_WITHOUT_CFB = rb"\x09[\x00\x02\x04]\x06\x00|\x09\x00\x04\x00"
_BY_CONTENT_TYPE = {
    (b"sheet", b""): Format.XLSX,
    (b"template", b""): Format.XLTX,
    (b"", b"sheet"): Format.XLSM,
    (b"", b"template"): Format.XLTM,
    (b"", b"addin"): Format.XLAM,
    (b"", b"sheet.binary"): Format.XLSB,
}
_MAGICS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "tệp PDF"),
    (b"{\\rtf", "văn bản RTF"),
    (b"\x89PNG", "ảnh PNG"),
    (b"\xff\xd8\xff", "ảnh JPEG"),
    (b"GIF8", "ảnh GIF"),
    (b"Rar!", "tệp nén RAR"),
    (b"7z\xbc\xaf", "tệp nén 7z"),
    (b"\x1f\x8b", "tệp nén GZIP"),
    (b"MZ", "chương trình Windows"),
)
_TEXTS: tuple[tuple[bytes, str, str], ...] = (
    (rb"(?i)mime-version:", "là trang web lưu trọn (MHTML) được đặt tên như sổ Excel", SAVE_AS),
    (rb"(?s)<\?xml.*(?:office:spreadsheet|Excel\.Sheet)", "là bảng tính XML 2003, không phải sổ .xlsx", SAVE_AS),
    (
        rb"(?is).{0,512}?<(?:!doctype\s+html|html|head|meta|table|body|style|div)\b",
        "là trang web (HTML) xuất từ phần mềm khác và được đặt tên như sổ Excel",
        SAVE_AS,
    ),
    (rb"<\?xml", "là tệp XML, không phải sổ Excel", _ASK_AGAIN),
)
_PACKAGES: tuple[tuple[str, str], ...] = (
    ("word/document.xml", "văn bản Word (.docx)"),
    ("ppt/presentation.xml", "bản trình chiếu PowerPoint (.pptx)"),
    ("visio/document.xml", "bản vẽ Visio"),
)
_OPEN_DOCUMENTS: tuple[tuple[bytes, str], ...] = (
    (b"opendocument.text", "văn bản LibreOffice (.odt)"),
    (b"opendocument.presentation", "bản trình chiếu LibreOffice (.odp)"),
    (b"opendocument", "tệp LibreOffice không phải bảng tính"),
)


def refuse_foreign(content: bytes, file_name: str) -> None:
    """Raise NotAWorkbook, naming what it is, for bytes that are neither a zip nor an Office 97 file."""
    if content.startswith((ZIP_MAGIC, CFB_MAGIC)):
        return
    kind, fix = _foreign_kind(content)
    raise NotAWorkbook(f"Tệp «{file_name}» {kind}.", fix)


def _foreign_kind(content: bytes) -> tuple[str, str]:
    """What the bytes are, and the way out."""
    if not content.strip(b"\0"):
        kind = "chỉ còn toàn byte 0, nội dung đã mất" if content else "rỗng, không có nội dung nào"
        return kind, "Lấy lại bản lưu gần nhất hoặc xin lại tệp từ người gửi."
    for magic, name in _MAGICS:
        if content.startswith(magic):
            return f"là {name}, không phải sổ Excel", _ASK_AGAIN
    if re.match(_BIFF_WITHOUT_CFB, content):
        return "là tệp Excel đời rất cũ (trước Excel 5), không đọc được", SAVE_AS
    text = _as_ascii(content[:_HEAD])
    if text is None:
        return "không phải sổ Excel và không rõ là loại tệp gì", _ASK_AGAIN
    return _text_kind(text.lstrip())


def _text_kind(text: bytes) -> tuple[str, str]:
    for pattern, kind, fix in _TEXTS:
        if re.match(pattern, text):
            return kind, fix
    lines = [line for line in text.splitlines() if line.strip()]
    if all(re.search(_SEPARATOR, line) for line in lines[: max(1, len(lines) - 1)]):
        return "là bảng dạng chữ (CSV), không phải sổ Excel", SAVE_AS
    return "là tệp chữ thường, không phải sổ Excel", _ASK_AGAIN


def _as_ascii(head: bytes) -> bytes | None:
    """The beginning of a text in any encoding, other letters as `?`; None where it is no text."""
    encoding = "utf-16" if head.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    text = head.decode(encoding, "replace")
    if any(ord(letter) < 32 and letter not in "\t\r\n\f" for letter in text):
        return None
    return text.encode("ascii", "replace")


def format_of_package(package: Package, file_name: str) -> Format:
    """Which workbook format a zip holds; NotAWorkbook naming what else it is."""
    mimetype = package.part("mimetype") or b""
    if b"opendocument.spreadsheet" in mimetype:
        return Format.ODS
    for name, kind in _PACKAGES:
        if name in package.names:
            raise NotAWorkbook(f"Tệp «{file_name}» là {kind}, không phải sổ Excel.", _ASK_AGAIN)
    for mark, kind in _OPEN_DOCUMENTS:
        if mark in mimetype:
            raise NotAWorkbook(f"Tệp «{file_name}» là {kind}, không phải sổ Excel.", _ASK_AGAIN)
    types = package.part("[Content_Types].xml")
    if types is None:
        raise NotAWorkbook(
            f"Tệp «{file_name}» là tệp nén ZIP, không phải sổ Excel.", "Giải nén rồi chọn tệp .xlsx bên trong."
        )
    return _format_of_types(types.replace(b"\0", b""), file_name)


def _format_of_types(types: bytes, file_name: str) -> Format:
    """From the content type of the workbook part, as Excel decides."""
    found = _CONTENT_TYPE.search(types)
    if found is None:
        raise NotAWorkbook(f"Tệp «{file_name}» không có phần sổ tính nào bên trong, không phải sổ Excel.", _ASK_AGAIN)
    return _BY_CONTENT_TYPE[found[1] or b"", found[2] or b""]


def protected(file_name: str) -> NotAWorkbook:
    """A password to open is real encryption: nothing can be read."""
    return NotAWorkbook(
        f"Tệp «{file_name}» đặt mật khẩu mở nên không đọc được.",
        "Mở tệp bằng Excel, vào Tệp → Thông tin → Bảo vệ sổ làm việc → Mã hoá bằng mật khẩu, xoá mật khẩu rồi lưu lại.",
    )


def why_not_written(kind: Format, package: Package | None) -> str | None:
    """Why squares of this workbook must not be written back, with the way out; None where they may."""
    if not kind.is_written or package is None:
        return f"Tệp .{kind} chỉ đọc được, chưa ghi lại được. {SAVE_AS}"
    if any(name.startswith("_xmlsignatures/") for name in package.names):
        return "Sổ có chữ ký số, ghi vào sẽ làm mất chữ ký. Lưu một bản không ký rồi ghi vào bản ấy."
    if "xl/usernames.xml" in package.names or any(name.startswith("xl/revisions/") for name in package.names):
        return (
            "Sổ đang ở chế độ dùng chung kiểu cũ (Shared Workbook), ghi vào dễ hỏng nhật ký. "
            "Vào Review → Share Workbook, bỏ chế độ dùng chung, lưu lại rồi ghi."
        )
    return None
