"""From the bytes of a workbook to its grids, in this process; what a child process runs too.

`open_book` says what the bytes are and refuses what must not be read; `read_here` scans, reads the values
with calamine, and puts back what calamine loses.
"""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import field
from xml.parsers import expat

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from addin.core.grids import Grid
from addin.core.places import Place
from addin.core.records import dataclass
from addin.errors import NotAWorkbook
from addin.hosts.closed.guard.formats import CFB_MAGIC, format_of_package, protected, refuse_foreign
from addin.hosts.closed.guard.opening import Package, damaged, open_package
from addin.hosts.closed.read.scan import ScannedBook, ScannedSheet, SheetFacts, scan_plain
from addin.hosts.closed.read.scan_fonts import LegacyFonts, legacy_fonts
from addin.hosts.closed.read.scan_workbook import SheetPart, scan_workbook
from addin.hosts.closed.read.values import grid_of
from addin.hosts.extent import far_square, is_too_large, left_out
from addin.hosts.file_formats import Format

# Every other code stops calamine: it is read as #N/A there, and put back from the scan.
_CODES_OF_CALAMINE = frozenset({"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"})
_ERROR_VALUE = (
    rb"""(?s)(<(?:\w+:)?c\b[^>]*?\bt=["']e["'][^>]*>(?:(?!</(?:\w+:)?c>).)*?<(?:\w+:)?v>)[^<]*"""
)
# Sheets of Excel 4 macros stop calamine; a chart sheet holds no squares either, and it passes that over.
_MACRO_SHEET = rb"http://schemas\.microsoft\.com/office/2006/relationships/xl(?:Intl)?Macrosheet"
_CHART_SHEET = rb"http://schemas.openxmlformats.org/officeDocument/2006/relationships/chartsheet"
_DECLARED = r"""(<\?xml[^>]*?encoding=["'])[^"']*"""
_UTF_16 = {b"\xfe\xff": "utf-16", b"\xff\xfe": "utf-16", b"\0<": "utf-16-be", b"<\0": "utf-16-le"}
LARGEST_HERE = 48 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class OpenedBook:
    """A workbook after the guard: a package, or the one stream of an old .xls."""

    file_name: str
    format: Format
    content: bytes = field(repr=False)
    package: Package | None = field(default=None, repr=False)
    stream: bytes = field(default=b"", repr=False)

    @property
    def is_safe_here(self) -> bool:
        """Whether the scan is exact and the size ordinary, so that reading cannot take this process down."""
        return self.format.is_open_xml and self.package is not None and self.package.kept <= LARGEST_HERE


@dataclass(frozen=True, slots=True)
class ReadBook:
    """The grids; whether the last writer left results for Excel to renew."""

    grids: tuple[Grid, ...]
    is_to_be_recalculated: bool = False


def open_book(content: bytes, file_name: str) -> OpenedBook:
    """Guard first: NotAWorkbook names what else it is, or what is broken."""
    refuse_foreign(content, file_name)
    if content.startswith(CFB_MAGIC):
        from addin.hosts.closed.guard.compound import workbook_stream  # noqa: PLC0415 -- old files only

        return OpenedBook(file_name, Format.XLS, content, stream=workbook_stream(content, file_name))
    package = open_package(content, file_name)
    return OpenedBook(file_name, format_of_package(package, file_name), content, package)


def read_here(book: OpenedBook) -> ReadBook:
    """All worksheets of an opened book; those beyond the caps by name only."""
    scanned = _scanned(book)
    if not scanned.sheets:
        raise NotAWorkbook(
            f"Tệp «{book.file_name}» không có sheet bảng tính nào.", "Chọn tệp sổ có sheet dữ liệu, hoặc lấy lại bản lưu gần nhất."
        )
    for sheet in scanned.sheets:
        if not book.format.is_read_by_sheet and sheet.facts.far and is_too_large(sheet.facts.far):
            raise far_square(book.file_name, Place(sheet.name, *sheet.facts.far))
    with _reader_errors(book.file_name):
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(_for_calamine(book, scanned)))
        grids = tuple(
            left_out(sheet.name, sheet.state, sheet.facts.far)
            if sheet.facts.far
            else grid_of(sheet, workbook.get_sheet_by_name(sheet.name), epoch_1904=scanned.epoch_1904)
            for sheet in scanned.sheets
        )
    return ReadBook(grids, scanned.is_to_be_recalculated)


def _scanned(book: OpenedBook) -> ScannedBook:
    if book.package is not None and book.format.is_open_xml:
        return _scan_package(book.package, book.file_name)
    try:
        if book.package is None:
            from addin.hosts.closed.read.scan_xls import scan_xls  # noqa: PLC0415 -- old files only

            return scan_xls(book.stream, book.file_name)
        if book.format is Format.XLSB:
            from addin.hosts.closed.read.scan_xlsb import scan_xlsb  # noqa: PLC0415 -- binary files only

            return scan_xlsb(book.package, book.file_name)
        from addin.hosts.closed.read.scan_ods import scan_ods  # noqa: PLC0415 -- OpenDocument only

        return scan_ods(book.package, book.file_name)
    except (struct.error, IndexError) as error:
        raise damaged(book.file_name, "một bản ghi bị cắt cụt") from error


def _scan_package(package: Package, file_name: str) -> ScannedBook:
    facts = scan_workbook(package, file_name)
    try:
        fonts = legacy_fonts(
            package.part(facts.styles) if facts.styles else None,
            package.part(facts.shared_texts) if facts.shared_texts else None,
        )
    except (expat.ExpatError, ValueError) as error:
        raise damaged(file_name, "phần kiểu chữ không đọc được") from error
    sheets = tuple(
        ScannedSheet(sheet.name, sheet.state, _scan_sheet(package, sheet, fonts, file_name)) for sheet in facts.sheets
    )
    return ScannedBook(sheets, facts.epoch_1904, facts.is_to_be_recalculated)


def _scan_sheet(package: Package, sheet: SheetPart, fonts: LegacyFonts, file_name: str) -> SheetFacts:
    xml = package.part(sheet.part)
    if xml is None:
        raise damaged(file_name, f"thiếu nội dung của sheet «{sheet.name}»")
    facts = None if fonts else scan_plain(xml)
    if facts is not None:
        return facts
    from addin.hosts.closed.read.scan_exact import Unreadable, scan_exact  # noqa: PLC0415 -- unusual sheets only

    try:
        return scan_exact(xml, fonts)
    except Unreadable as error:
        raise damaged(file_name, f"nội dung của sheet «{sheet.name}» không đọc được") from error


def _for_calamine(book: OpenedBook, scanned: ScannedBook) -> bytes:
    """Checked parts only, in UTF-8, with no error code and no kind of sheet that calamine stumbles over."""
    if book.package is None:
        return book.content
    replaced: dict[str, bytes] = {}
    for name, data in book.package.parts.items():
        encoding = _UTF_16.get(data[:2])
        if encoding is not None:
            replaced[name] = re.sub(_DECLARED, r"\1UTF-8", data.decode(encoding, "replace")).encode()
        if name.endswith(".rels") and b"acrosheet" in (known := replaced.get(name, data)):
            replaced[name] = re.sub(_MACRO_SHEET, _CHART_SHEET, known)
    if book.format.is_open_xml and _has_new_codes(scanned):
        _hide_new_codes({**book.package.parts, **replaced}, replaced)
    return book.package.stored(replaced)


def _has_new_codes(scanned: ScannedBook) -> bool:
    return any(not _CODES_OF_CALAMINE.issuperset(sheet.facts.errors.values()) for sheet in scanned.sheets)


def _hide_new_codes(parts: Mapping[str, bytes], replaced: dict[str, bytes]) -> None:
    for name, data in parts.items():
        if b"sheetData" in data:
            replaced[name] = re.sub(_ERROR_VALUE, rb"\1#N/A", data)


@contextmanager
def _reader_errors(file_name: str) -> Iterator[None]:
    """Calamine's complaints, and a panic of its Rust code, as one sentence."""
    try:
        yield
    except PasswordError as error:
        raise protected(file_name) from error
    except CalamineError as error:
        raise damaged(file_name, "trình đọc không hiểu cấu trúc của sổ") from error
    except BaseException as error:
        if type(error).__module__ != "pyo3_runtime":
            raise
        raise damaged(file_name, "trình đọc dừng giữa chừng") from error
