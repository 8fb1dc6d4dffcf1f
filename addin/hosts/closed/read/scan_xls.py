"""The facts of an old .xls, from the records of its Workbook (BIFF8) or Book (BIFF5) stream. [MS-XLS].

The reader of values gives error values as blanks and no formulas, hidden rows or fonts.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from addin.core.grids import Range
from addin.hosts.closed.guard.formats import protected
from addin.hosts.closed.read.gathering import GatheredSheet
from addin.hosts.closed.read.scan import ScannedBook, ScannedSheet, SheetFacts, squares_of
from addin.hosts.closed.read.scan_fonts import LegacyFonts
from addin.hosts.extent import farther, is_far
from addin.hosts.legacy_fonts import is_legacy_font

ERROR_CODES = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}
STATES = ("visible", "hidden", "veryHidden")
_BEGIN, _END = 0x0809, 0x000A
_PASSWORD, _EPOCH, _SHEET, _FONT, _STYLE = 0x002F, 0x0022, 0x0085, 0x0031, 0x00E0
_FORMULA, _ERROR, _ROW, _MERGES, _ARRAY = 0x0006, 0x0205, 0x0208, 0x00E5, 0x0221
_TEXTS = frozenset({0x00FD, 0x0204, 0x00D6})
_VALUES = frozenset({_FORMULA, _ERROR, *_TEXTS, 0x0203, 0x027E, 0x00BD})
_BIFF8 = 0x0600
_ROW_HIDDEN = 0x20
_ABSENT_FONT = 4


def scan_xls(stream: bytes, file_name: str) -> ScannedBook:
    """All worksheets; `struct.error` or `IndexError` where a record is cut short."""
    is_biff8 = struct.unpack_from("<H", stream, 4)[0] >= _BIFF8
    sheets: list[tuple[int, str, str]] = []
    fonts: list[str] = []
    styles: list[int] = []
    epoch_1904 = False
    for kind, data in _records(stream, 0):
        if kind == _PASSWORD:
            raise protected(file_name)
        if kind == _EPOCH:
            epoch_1904 = data[:1] == b"\1"
        elif kind == _FONT:
            fonts.append(_text(data[14:], is_biff8))
        elif kind == _STYLE:
            styles.append(struct.unpack_from("<H", data)[0])
        elif kind == _SHEET and data[5] == 0:
            offset, state = struct.unpack_from("<IB", data)
            sheets.append((offset, _text(data[6:], is_biff8), STATES[min(state & 3, 2)]))
    legacy = _legacy(fonts, styles)
    return ScannedBook(
        tuple(ScannedSheet(name, state, _facts(stream, offset, legacy)) for offset, name, state in sheets), epoch_1904
    )


def _records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """The records of one substream, charts inside it left out."""
    depth = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        if kind == _BEGIN:
            depth += 1
        elif kind == _END:
            depth -= 1
            if depth == 0:
                return
        elif depth == 1:
            yield kind, stream[at + 4 : at + 4 + length]
        at += 4 + length


def _facts(stream: bytes, offset: int, legacy: LegacyFonts) -> SheetFacts:
    sheet = GatheredSheet()
    for kind, data in _records(stream, offset):
        if kind in _VALUES:
            _square(sheet, kind, data, legacy)
        elif kind == _ROW and struct.unpack_from("<H", data, 12)[0] & _ROW_HIDDEN:
            sheet.hidden.add(struct.unpack_from("<H", data)[0] + 1)
        elif kind == _ARRAY:
            top, bottom, left, right = struct.unpack_from("<HHBB", data)
            sheet.formulas |= squares_of(Range(top + 1, left + 1, bottom + 1, right + 1))
        elif kind == _MERGES:
            count = struct.unpack_from("<H", data)[0]
            for top, bottom, left, right in struct.iter_unpack("<4H", data[2 : 2 + 8 * count]):
                sheet.merged.append(Range(top + 1, left + 1, bottom + 1, right + 1))
    return sheet.facts()


def _square(sheet: GatheredSheet, kind: int, data: bytes, legacy: LegacyFonts) -> None:
    row, column, style = struct.unpack_from("<3H", data)
    square = row + 1, column + 1
    if is_far(*square):
        sheet.far = farther(sheet.far, square)
    if kind == _FORMULA:
        sheet.formulas.add(square)
        if data[12:14] == b"\xff\xff" and data[6] == 2:
            sheet.errors[square] = ERROR_CODES.get(data[8], "#N/A")
    elif kind == _ERROR and data[7]:
        sheet.errors[square] = ERROR_CODES.get(data[6], "#N/A")
    elif kind in _TEXTS and legacy:
        sheet.fonts[column + 1].update(legacy.of_square(style, None))


def _legacy(fonts: list[str], styles: list[int]) -> LegacyFonts:
    """Font number 4 does not exist: later ones stand one place earlier."""
    if not any(map(is_legacy_font, fonts)):
        return LegacyFonts()
    places = [number - (number > _ABSENT_FONT) for number in styles]
    return LegacyFonts(tuple(fonts[place] if place < len(fonts) else "" for place in places))


def _text(data: bytes, is_biff8: bool) -> str:
    """A short text: one byte of length, then in BIFF8 one byte that tells UTF-16 from its lower half."""
    length = data[0]
    if not is_biff8:
        return data[1 : 1 + length].decode("cp1258", "replace")
    if data[1] & 1:
        return data[2 : 2 + 2 * length].decode("utf-16-le", "replace")
    return data[2 : 2 + length].decode("latin-1")
