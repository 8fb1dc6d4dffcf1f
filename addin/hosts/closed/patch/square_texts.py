"""The texts that stand in a range of a sheet, as a drop-down list taken from that range shows them.

Used to check values only; whoever needs a workbook's contents reads grids. Shared strings are looked up, a
number is shown the shortest way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from addin.hosts.closed.patch.sheet_xml import SheetText
from addin.hosts.closed.patch.xml_text import (
    XmlText,
    any_tag_pattern,
    attribute_of,
    closing_pattern,
    unescape,
)

if TYPE_CHECKING:
    from addin.core.grids import Range
    from addin.hosts.closed.patch.workbook_parts import WorkbookParts

_MOST_SQUARES = 5_000


def texts_in(parts: WorkbookParts, sheet_name: str, area: Range) -> tuple[str, ...]:
    """The texts, blanks left out; none where the range is unknown, too large or not to be judged."""
    entry = parts.sheet(sheet_name)
    if entry is None or entry.kind != "worksheet" or entry.part not in parts.package:
        return ()
    sheet = SheetText(entry.name, XmlText.of(parts.package.read(entry.part)))
    last_row = min(area.last_row, sheet.rows[-1].number if sheet.rows else 0)
    if (last_row - area.first_row + 1) * (area.last_column - area.first_column + 1) > _MOST_SQUARES:
        return ()
    shared = _shared_strings(parts)
    found = []
    for number in range(area.first_row, last_row + 1):
        for square in sheet.squares(number):
            if area.holds(number, square.column):
                inside = sheet.xml.text[square.tag_end : square.end]
                found.append(_text(inside, attribute_of(square.attributes, "t") or "n", shared))
    return tuple(text for text in found if text)


def _text(inside: str, kind: str, shared: list[str]) -> str:
    if kind == "inlineStr":
        return plain_text(inside)
    value = _child(inside, "v")
    if kind == "s":
        return shared[int(value)] if value.isdecimal() and int(value) < len(shared) else ""
    if kind == "n" and value:
        return _number(value)
    return value


def _number(value: str) -> str:
    try:
        return f"{float(value):g}"
    except ValueError:
        return ""


def _shared_strings(parts: WorkbookParts) -> list[str]:
    part = parts.part("sharedStrings")
    if part is None:
        return []
    xml = XmlText.of(parts.package.read(part))
    found = []
    for tag in any_tag_pattern("si").finditer(xml.shadow):
        closing = None if tag[3] else closing_pattern(f"{tag[1]}si").search(xml.shadow, tag.end())
        found.append(plain_text(xml.text[tag.end() : closing.start()]) if closing else "")
    return found


def plain_text(inside: str) -> str:
    """All runs of a text together, phonetic hints left out."""
    pieces = []
    at = 0
    while (tag := any_tag_pattern("(?:t|rPh)").search(inside, at)) is not None:
        name = tag[0][1:].split(None, 1)[0].rstrip("/>")
        closing = None if tag[3] else closing_pattern(name).search(inside, tag.end())
        at = closing.end() if closing else tag.end()
        if closing and name.rpartition(":")[2] == "t":
            pieces.append(unescape(inside[tag.end() : closing.start()]))
    return "".join(pieces)


def _child(inside: str, name: str) -> str:
    tag = any_tag_pattern(name).search(inside)
    closing = closing_pattern(tag[1] + name).search(inside, tag.end()) if tag and not tag[3] else None
    return unescape(inside[tag.end() : closing.start()]) if tag and closing else ""
