"""The facts of a binary workbook (.xlsb), from the records of its parts. [MS-XLSB]."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from addin.core.grids import Range
from addin.hosts.closed.guard.opening import Package, damaged
from addin.hosts.closed.read.gathering import GatheredSheet
from addin.hosts.closed.read.scan import ScannedBook, ScannedSheet, SheetFacts, squares_of
from addin.hosts.closed.read.scan_fonts import LegacyFonts
from addin.hosts.closed.read.scan_workbook import main_part, relationships
from addin.hosts.closed.read.scan_xls import ERROR_CODES, STATES
from addin.hosts.extent import farther, is_far
from addin.hosts.legacy_fonts import is_legacy_font

_ROW, _BLANK, _ERROR, _FORMULA_ERROR = 0, 1, 3, 11
_FORMULAS = frozenset({8, 9, 10, _FORMULA_ERROR})
_TEXTS = frozenset({6, 7, 8})
_LAST_CELL = 11
_MERGE, _ARRAY = 176, 426
_WORKBOOK, _SHEET = 153, 156
_FONT, _STYLE, _STYLES_BEGIN, _STYLES_END = 43, 47, 617, 618
_ROW_HIDDEN = 0x10


def scan_xlsb(package: Package, file_name: str) -> ScannedBook:
    """All worksheets; `struct.error` or `IndexError` where a record is cut short."""
    main, content = main_part(package, file_name)
    related = relationships(package, main)
    styles = next((package.part(part) for kind, part in related.values() if kind == "styles"), None)
    legacy = _legacy(styles or b"")
    sheets: list[ScannedSheet] = []
    epoch_1904 = False
    for kind, data in _records(content):
        if kind == _WORKBOOK:
            epoch_1904 = bool(data[0] & 1)
        elif kind == _SHEET:
            state = STATES[min(struct.unpack_from("<I", data)[0], 2)]
            identity, after = _text(data, 8)
            name, _end = _text(data, after)
            sort, part = related.get(identity, ("", ""))
            if sort == "worksheet":
                xml = package.part(part)
                if xml is None:
                    raise damaged(file_name, f"thiếu nội dung của sheet «{name}»")
                sheets.append(ScannedSheet(name, state, _facts(xml, legacy)))
    return ScannedBook(tuple(sheets), epoch_1904)


def _records(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Kind and length are written in sevens of bits, low first."""
    at = 0
    while at < len(content):
        kind = content[at]
        at += 1
        if kind & 0x80:
            kind = (kind & 0x7F) | content[at] << 7
            at += 1
        length = 0
        for shift in (0, 7, 14, 21):
            byte = content[at]
            at += 1
            length |= (byte & 0x7F) << shift
            if not byte & 0x80:
                break
        yield kind, content[at : at + length]
        at += length


def _facts(content: bytes, legacy: LegacyFonts) -> SheetFacts:
    sheet = GatheredSheet()
    for kind, data in _records(content):
        if kind == _ROW:
            sheet.row = struct.unpack_from("<I", data)[0] + 1
            if data[11] & _ROW_HIDDEN:
                sheet.hidden.add(sheet.row)
        elif _BLANK < kind <= _LAST_CELL:
            _square(sheet, kind, data, legacy)
        elif kind in {_MERGE, _ARRAY}:
            top, bottom, left, right = struct.unpack_from("<4I", data)
            area = Range(top + 1, left + 1, bottom + 1, right + 1)
            if kind == _MERGE:
                sheet.merged.append(area)
            else:
                sheet.formulas |= squares_of(area)
    return sheet.facts()


def _square(sheet: GatheredSheet, kind: int, data: bytes, legacy: LegacyFonts) -> None:
    column, style = struct.unpack_from("<2I", data)
    square = sheet.row, column + 1
    if is_far(*square):
        sheet.far = farther(sheet.far, square)
    if kind in _FORMULAS:
        sheet.formulas.add(square)
    if kind in {_ERROR, _FORMULA_ERROR}:
        sheet.errors[square] = ERROR_CODES.get(data[8], "#N/A")
    elif kind in _TEXTS and legacy:
        sheet.fonts[column + 1].update(legacy.of_square(style & 0xFFFFFF, None))


def _legacy(styles: bytes) -> LegacyFonts:
    fonts: list[str] = []
    used: list[int] = []
    inside = False
    for kind, data in _records(styles):
        if kind == _FONT:
            fonts.append(_text(data, 21)[0])
        elif kind in {_STYLES_BEGIN, _STYLES_END}:
            inside = kind == _STYLES_BEGIN
        elif kind == _STYLE and inside:
            used.append(struct.unpack_from("<H", data, 4)[0])
    if not any(map(is_legacy_font, fonts)):
        return LegacyFonts()
    return LegacyFonts(tuple(fonts[number] if number < len(fonts) else "" for number in used))


def _text(data: bytes, at: int) -> tuple[str, int]:
    """A text with a 32-bit length in letters, and where it ends."""
    length = struct.unpack_from("<I", data, at)[0]
    end = at + 4 + 2 * length
    return data[at + 4 : end].decode("utf-16-le", "replace"), end
