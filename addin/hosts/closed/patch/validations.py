"""Data validation of the cell's own workbook: Excel does not look at values written into the file, so we do.

Judged are a list of words, in the rule itself or in a range (also by its name), and a number, a date or a
length between figures. A rule that asks a formula or another workbook cannot be judged here and lets the value
pass, and so does one that only warns.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from addin.core.records import dataclass
from addin.hosts.closed.patch.ranges import places_in, range_of, ranges_of
from addin.hosts.closed.patch.square_texts import texts_in
from addin.hosts.closed.patch.strings import serial_of
from addin.hosts.closed.patch.xml_text import (
    any_tag_pattern,
    attributes_of,
    closing_pattern,
    is_true,
    refuse,
    unescape,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from typing import NoReturn

    from addin.core.grids import Range
    from addin.core.places import Place
    from addin.core.writes import Value
    from addin.hosts.closed.patch.sheet_xml import SheetText
    from addin.hosts.closed.patch.workbook_parts import WorkbookParts

_LITERAL_LIST = re.compile(r'"((?:[^"]|"")*)"')
_TAGS = re.compile(r"<[^>]*>")
_RANGE = re.compile(r"(?:(?:'((?:[^']|'')+)'|([^'!\s]+))!)?(\$?[A-Za-z]{1,3}\$?[0-9]+(?::\$?[A-Za-z]{1,3}\$?[0-9]+)?)")
_MOST_SHOWN = 12
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_HOLDS: Mapping[str, Callable[[float, float, float], bool]] = {
    "between": lambda value, low, high: low <= value <= high,
    "notBetween": lambda value, low, high: not low <= value <= high,
    "equal": lambda value, low, _: value == low,
    "notEqual": lambda value, low, _: value != low,
    "greaterThan": lambda value, low, _: value > low,
    "lessThan": lambda value, low, _: value < low,
    "greaterThanOrEqual": lambda value, low, _: value >= low,
    "lessThanOrEqual": lambda value, low, _: value <= low,
}


@dataclass(frozen=True, slots=True)
class Validation:
    """One rule that stops wrong entries: its kind, its operator, its limits as written, the squares it is for."""

    kind: str
    operator: str
    limits: tuple[str, str]
    areas: tuple[Range, ...]

    def allows(self, value: Value, place: Place, words: Sequence[str], *, is_1904: bool) -> bool:
        """Whether Excel would take the value; what cannot be judged is allowed. `words` are those of a list."""
        if self.kind == "list":
            known = {word.casefold() for word in words}
            return not known or isinstance(value, date) or _shown(value).casefold() in known
        if self.kind == "textLength":
            return self._holds(len(_shown(value)))
        if self.kind not in {"whole", "decimal", "date", "time"}:
            return True
        if isinstance(value, str) or value is None:
            return False
        number = serial_of(value, place, is_1904=is_1904) if isinstance(value, date) else float(value)
        return self._holds(number) and (self.kind != "whole" or float(number).is_integer())

    @property
    def words(self) -> tuple[str, ...]:
        """The words of a list that stands in the rule itself."""
        found = _LITERAL_LIST.fullmatch(self.limits[0])
        return tuple(word.strip() for word in found[1].replace('""', '"').split(",")) if found else ()

    def _holds(self, number: float) -> bool:
        needed = self.limits if "etween" in self.operator else self.limits[:1]
        if not all(_NUMBER.fullmatch(limit) for limit in needed) or self.operator not in _HOLDS:
            return True
        low = float(needed[0])
        return _HOLDS[self.operator](number, low, float(needed[-1]))


def refuse_invalid(sheet: SheetText, values: Mapping[Place, Value], parts: WorkbookParts) -> None:
    """RefusedWrite for a value its square's rule would stop; blank is always allowed."""
    filled = {place: value for place, value in values.items() if value is not None and value != ""}
    for rule in validations_of(sheet):
        places = [place for area in rule.areas for place in places_in(area, filled)]
        words = _words(rule, sheet.sheet, parts) if places and rule.kind == "list" else ()
        for place in places:
            if not rule.allows(filled[place], place, words, is_1904=parts.is_1904):
                _refuse(filled[place], place, words)


def _refuse(value: Value, place: Place, words: Sequence[str]) -> NoReturn:
    shown = "; ".join(words[:_MOST_SHOWN]) + ("; …" if len(words) > _MOST_SHOWN else "")
    choices = f" (được chọn: {shown})" if shown else ""
    refuse(
        f"giá trị «{_shown(value)}» trái điều kiện nhập của ô{choices}",
        "Ghi giá trị ô cho phép, hoặc sửa điều kiện nhập (Data Validation) trong Excel.",
        place,
    )


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


def validations_of(sheet: SheetText) -> Iterator[Validation]:
    """The rules of a sheet that stop entries, those of newer Excel (x14) too."""
    shadow = sheet.xml.shadow
    for tag in any_tag_pattern("dataValidation").finditer(shadow, sheet.tail_start):
        attributes = attributes_of(tag[2])
        closing = None if tag[3] else closing_pattern(f"{tag[1]}dataValidation").search(shadow, tag.end())
        stops = is_true(attributes.get("showErrorMessage")) and attributes.get("errorStyle", "stop") == "stop"
        if closing is None or not stops:
            continue
        inside = shadow[tag.end() : closing.start()]
        areas = ranges_of(attributes.get("sqref") or _child(inside, "sqref"))
        limits = (_child(inside, "formula1"), _child(inside, "formula2"))
        yield Validation(attributes.get("type", "none"), attributes.get("operator", "between"), limits, areas)


def _child(inside: str, name: str) -> str:
    """The text of a child element, tags inside it taken out."""
    tag = any_tag_pattern(name).search(inside)
    closing = closing_pattern(tag[1] + name).search(inside, tag.end()) if tag and not tag[3] else None
    return unescape(_TAGS.sub("", inside[tag.end() : closing.start()])) if tag and closing else ""


def _shown(value: Value) -> str:
    """A value as a list of words would name it."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    return f"{value:g}" if isinstance(value, float) else str(value)
