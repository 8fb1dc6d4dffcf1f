"""What a reader of values loses: error values, formulas without a stored result, merges, hidden rows, fonts.

`scan_sheet` is quick on the way Excel, LibreOffice and the usual libraries write a sheet: a few searches over
the bytes, no tree. Whatever is written in another way (other prefixes, UTF-16, comments, CDATA, squares without
an address, squares beyond the caps) goes to `scan_exact`, which parses and is slower, so neither has to guess.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field

from addin.core.grids import Range
from addin.core.places import column_number
from addin.core.records import dataclass
from addin.hosts.extent import is_far

Square = tuple[int, int]


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """By squares counted from 1; `far` is how far the values beyond the caps reach."""

    errors: Mapping[Square, str] = field(default_factory=dict)
    uncached: frozenset[Square] = frozenset()
    formulas: frozenset[Square] = frozenset()
    merged: tuple[Range, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    fonts: Mapping[int, frozenset[str]] = field(default_factory=dict)
    far: Square | None = None


@dataclass(frozen=True, slots=True)
class ScannedSheet:
    """One worksheet as scanned; `state` is visible, hidden or veryHidden."""

    name: str
    state: str
    facts: SheetFacts


@dataclass(frozen=True, slots=True)
class ScannedBook:
    """All worksheets, in order. `is_to_be_recalculated`: the last writer left results for Excel to renew."""

    sheets: tuple[ScannedSheet, ...]
    epoch_1904: bool = False
    is_to_be_recalculated: bool = False


# Patterns stand uncompiled: re keeps what it compiled, and a start that never reads a formula need not pay for one.
_REFERENCE = rb'r="(?:[A-Z]|[A-F][A-Z]|G[A-R])(?:[1-9]\d{0,3}|1\d{4}|20000)"'
_ODD_SQUARE = rb"<c(?! " + _REFERENCE + rb")[\s/>]"
_PREFIXED_SQUARE = rb":c[\s/>]"
_ATTRIBUTES = rb"(?: (?:s|t|cm|vm|ph)=\"\w*\")*"
_ODD_TAG = rb"<c(?! " + _REFERENCE + _ATTRIBUTES + rb"/?>)[\s/>]"
_ENCODING = rb"""(?i)(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding=["'](?!utf-8["'])"""
_ERROR = (
    rb'<c r="([A-Z]+)(\d+)"[^>]* t="e"[^>]*>\s*(?:<f\b[^>]*(?:/>|>[^<]*</f>))?\s*<v>([^<&]+)</v>'
)
_FORMULA = (
    rb'<c r="([A-Z]+)(\d+)"(' + _ATTRIBUTES + rb")>\s*<f\b([^>]*?)(?:/>|>[^<]*</f>)\s*(<v\b[^>]*?(?:/>|>([^<]*)</v>))?"
)
_FORMULA_START = rb"<f[\s/>]"
_KIND = rb"""\st="(?:array|dataTable)\""""
_SPREAD = rb"""\sref="([A-Z]+\d+(?::[A-Z]+\d+)?)\""""
_MERGE = rb'<mergeCell ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"'
_MERGE_START = rb"[<:]mergeCell\s"
_ROW_NAMING_HIDDEN = rb"<(?:\w+:)?row\b[^>]*?hidden[^>]*>"
_ROW_SAYING_HIDDEN = rb'<row r="(\d+)"[^>]*? hidden="(1|true|0|false)"'
_RANGE = r"([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?"


def scan_plain(xml: bytes) -> SheetFacts | None:
    """The facts of a plainly written sheet, fonts aside; None where the quick searches might miss one.

    What is absent is proved absent by a search that no way of writing escapes; what is present is then read
    strictly, and counted.
    """
    may_have_errors = b"#" in xml
    if not _is_plain(xml) or re.search(_ODD_TAG if may_have_errors else _ODD_SQUARE, xml):
        return None
    errors = _errors(xml) if may_have_errors else {}
    formulas = _formulas(xml) if b"<f" in xml else (frozenset[Square](), frozenset[Square]())
    merged = _merged(xml) if b"mergeCell" in xml else ()
    hidden = _hidden(xml) if b"hidden" in xml else frozenset[int]()
    if errors is None or formulas is None or merged is None or hidden is None:
        return None
    return SheetFacts(errors, formulas[1], formulas[0], merged, hidden)


def _is_plain(xml: bytes) -> bool:
    """Whole, UTF-8, no prefix, no comment, CDATA or instruction."""
    head = xml[:2000]
    return (
        b"<worksheet" in head
        and xml[-80:].rstrip().endswith(b"</worksheet>")
        and re.match(_ENCODING, head) is None
        and (b"!" not in xml or b"<!" not in xml)
        and (xml.count(b"?") <= 2 or xml.find(b"<?", 5) < 0)
        and re.search(_PREFIXED_SQUARE, xml) is None
    )


def _errors(xml: bytes) -> dict[Square, str] | None:
    found = {_square(letters, row): code.decode() for letters, row, code in re.findall(_ERROR, xml)}
    return found if len(found) == xml.count(b' t="e"') else None


def _formulas(xml: bytes) -> tuple[frozenset[Square], frozenset[Square]] | None:
    formulas: set[Square] = set()
    uncached: set[Square] = set()
    for start in re.finditer(_FORMULA_START, xml):
        match = re.compile(_FORMULA).match(xml, max(0, xml.rfind(b"<c ", 0, start.start())))
        if match is None or match.end() < start.end():
            return None
        square = _square(match[1], match[2])
        formulas.add(square)
        if match[4]:
            formulas.update(spread_of(match[4]))
        if is_uncached(match[6], is_stored=match[5] is not None, is_text=b't="str"' in match[3]):
            uncached.add(square)
    return frozenset(formulas), frozenset(uncached)


def _hidden(xml: bytes) -> frozenset[int] | None:
    """LibreOffice says of every row that it is not hidden."""
    if xml.count(b"hidden") == xml.count(b'hidden="false"'):
        return frozenset()
    rows: set[int] = set()
    for tag in re.findall(_ROW_NAMING_HIDDEN, xml):
        said = re.match(_ROW_SAYING_HIDDEN, tag)
        if said is None:
            return None
        if said[2] in {b"1", b"true"}:
            rows.add(int(said[1]))
    return frozenset(rows)


def is_uncached(result: bytes | str | None, *, is_stored: bool, is_text: bool) -> bool:
    """A text result may be stored empty; any other result must be there."""
    return not result and not (is_text and is_stored)


def spread_of(attributes: bytes) -> frozenset[Square]:
    """From the attributes of `<f>`: the squares an array formula or data table fills; all belong to the formula."""
    found = re.search(_SPREAD, attributes) if re.search(_KIND, attributes) else None
    area = range_of(found[1].decode()) if found else None
    return frozenset() if area is None else squares_of(area)


def squares_of(area: Range) -> frozenset[Square]:
    """All squares of a rectangle; none where it reaches beyond the caps."""
    if is_far(area.last_row, area.last_column):
        return frozenset()
    return frozenset(
        (row, column)
        for row in range(area.first_row, area.last_row + 1)
        for column in range(area.first_column, area.last_column + 1)
    )


def range_of(reference: str) -> Range | None:
    """`B2:D9`, or one square."""
    found = re.fullmatch(_RANGE, reference)
    if found is None:
        return None
    first_column, first_row = column_number(found[1]), int(found[2])
    last_column = column_number(found[3]) if found[3] else first_column
    return Range(first_row, first_column, int(found[4] or first_row), last_column)


def _merged(xml: bytes) -> tuple[Range, ...] | None:
    found = re.findall(_MERGE, xml)
    if len(found) != len(re.findall(_MERGE_START, xml)):
        return None
    return tuple(
        Range(int(top), column_number(left.decode()), int(bottom), column_number(right.decode()))
        for left, top, right, bottom in found
    )


def _square(letters: bytes, row: bytes) -> Square:
    return int(row), column_number(letters.decode())
