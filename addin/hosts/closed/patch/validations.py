"""Data validation of the cell's own workbook: Excel does not look at values written into the file, so we do.

Judged are a list of words, in the rule itself or in a range (also by its name), and a number, a date or a
length between figures. A rule that asks a formula or another workbook cannot be judged here and lets the value
pass, and so does one that only warns.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from addin.hosts.closed.patch.ranges import places_in, range_of, ranges_of
from addin.hosts.closed.patch.square_texts import texts_in
from addin.hosts.closed.patch.xml_text import (
    any_tag_pattern,
    attributes_of,
    closing_pattern,
    is_true,
    unescape,
)
from addin.hosts.validations import Validation, refuse_value

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from addin.core.places import Place
    from addin.core.writes import Value
    from addin.hosts.closed.patch.sheet_xml import SheetText
    from addin.hosts.closed.patch.workbook_parts import WorkbookParts

_TAGS = re.compile(r"<[^>]*>")
_RANGE = re.compile(r"(?:(?:'((?:[^']|'')+)'|([^'!\s]+))!)?(\$?[A-Za-z]{1,3}\$?[0-9]+(?::\$?[A-Za-z]{1,3}\$?[0-9]+)?)")


def refuse_invalid(sheet: SheetText, values: Mapping[Place, Value], parts: WorkbookParts) -> None:
    """RefusedWrite for a value its square's rule would stop; blank is always allowed."""
    filled = {place: value for place, value in values.items() if value is not None and value != ""}
    for rule in validations_of(sheet):
        places = [place for area in rule.areas for place in places_in(area, filled)]
        words = _words(rule, sheet.sheet, parts) if places and rule.kind == "list" else ()
        for place in places:
            if not rule.allows(filled[place], place, words, is_1904=parts.is_1904):
                refuse_value(filled[place], place, words, "sửa điều kiện nhập (Data Validation) trong Excel")


def _words(rule: Validation, sheet: str, parts: WorkbookParts) -> tuple[str, ...]:
    """The words of a list: from the rule, from the range it names, from the range a name of the workbook stands for."""
    if rule.words:
        return rule.words
    asked = rule.limits[0].strip().removeprefix("=")
    for tag in any_tag_pattern("definedName").finditer(parts.workbook_text.shadow):
        if attributes_of(tag[2]).get("name", "").casefold() == asked.casefold():
            end = parts.workbook_text.shadow.find("<", tag.end())
            asked = unescape(parts.workbook_text.text[tag.end() : end]).strip()
            break
    found = _RANGE.fullmatch(asked)
    area = range_of(found[3]) if found else None
    if found is None or area is None:
        return ()
    name = found[1].replace("''", "'") if found[1] else found[2] or sheet
    return texts_in(parts, name, area)


def drop_down_of(sheet: SheetText, place: Place, parts: WorkbookParts) -> tuple[str, ...]:
    """The words a square's list offers, whether it insists on them or not."""
    for rule in _all_validations(sheet):
        if rule.kind == "list" and any(area.holds(place.row, place.column) for area in rule.areas):
            return _words(rule, sheet.sheet, parts)
    return ()


def validations_of(sheet: SheetText) -> Iterator[Validation]:
    """The rules of a sheet that stop entries, those of newer Excel (x14) too."""
    return (rule for rule in _all_validations(sheet) if rule.stops)


def _all_validations(sheet: SheetText) -> Iterator[Validation]:
    shadow = sheet.xml.shadow
    for tag in any_tag_pattern("dataValidation").finditer(shadow, sheet.tail_start):
        attributes = attributes_of(tag[2])
        closing = None if tag[3] else closing_pattern(f"{tag[1]}dataValidation").search(shadow, tag.end())
        stops = is_true(attributes.get("showErrorMessage")) and attributes.get("errorStyle", "stop") == "stop"
        if closing is None:
            continue
        inside = shadow[tag.end() : closing.start()]
        areas = ranges_of(attributes.get("sqref") or _child(inside, "sqref"))
        limits = (_child(inside, "formula1"), _child(inside, "formula2"))
        yield Validation(attributes.get("type", "none"), attributes.get("operator", "between"), limits, areas, stops)


def _child(inside: str, name: str) -> str:
    """The text of a child element, tags inside it taken out."""
    tag = any_tag_pattern(name).search(inside)
    closing = closing_pattern(tag[1] + name).search(inside, tag.end()) if tag and not tag[3] else None
    return unescape(_TAGS.sub("", inside[tag.end() : closing.start()])) if tag and closing else ""
