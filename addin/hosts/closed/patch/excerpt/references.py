"""Which sheets a formula of the copy needs, and whether it can have them."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from addin.hosts.closed.patch.ranges import range_of
from addin.hosts.closed.patch.workbook_parts import same_name
from addin.hosts.closed.patch.xml_text import (
    any_tag_pattern,
    attributes_of,
    closing_pattern,
    unescape,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from addin.core.grids import Range
    from addin.hosts.closed.patch.workbook_parts import WorkbookParts

_AREA = re.compile(r"(?:'((?:[^']|'')+)'|([\w.]+))!(\$?[A-Za-z]{1,3}(?:\$?[0-9]+)?(?::\$?[A-Za-z]{1,3}(?:\$?[0-9]+)?)?)?")
_WORD = re.compile(r"(?<![\w.!'])[^\W\d][\w.]*(?![\w.(!])")
_OUTSIDE = re.compile(r"\[[^\[\]]+\][^!\[\]]*!")
_TEXT = re.compile(r'"(?:[^"]|"")*"')


class Name:
    """A name of the workbook and what it stands for; `position` is its sheet's where it means one sheet only."""

    def __init__(self, name: str, position: int | None, formula: str, attributes: dict[str, str]) -> None:
        self.name, self.position, self.formula, self.attributes = name, position, formula, attributes


def names_in(parts: WorkbookParts) -> list[Name]:
    """Every name, in the workbook's order."""
    text, found = parts.workbook_text, []
    for tag in any_tag_pattern("definedName").finditer(text.shadow):
        attributes = attributes_of(tag[2])
        closing = None if tag[3] else closing_pattern(f"{tag[1]}definedName").search(text.shadow, tag.end())
        formula = unescape(text.text[tag.end() : closing.start()]) if closing else ""
        own = attributes.get("localSheetId", "")
        found.append(Name(attributes.get("name", ""), int(own) if own.isdecimal() else None, formula, attributes))
    return found


def sheets_in(formula: str) -> set[str]:
    """The sheets a formula names."""
    return {_sheet_of(found) for found in _areas_in(formula)}


def _areas_in(formula: str) -> Iterator[re.Match[str]]:
    return _AREA.finditer(_TEXT.sub('""', formula))


def _sheet_of(area: re.Match[str]) -> str:
    return area[1].replace("''", "'") if area[1] else area[2]


def is_outside(formula: str) -> bool:
    """Whether it looks at another workbook."""
    return _OUTSIDE.search(formula) is not None


def words_in(formula: str) -> set[str]:
    """What may be names of the workbook in it."""
    return {word.casefold() for word in _WORD.findall(_AREA.sub(" ", _TEXT.sub('""', formula)))}


def needed_areas(formulas: Iterable[str], names: Iterable[Name], kept: Iterable[str]) -> dict[str, list[Range]]:
    """The squares of other sheets that lists look at, also through names of the workbook."""
    held = list(kept)
    by_name = {one.name.casefold(): one.formula for one in names}
    waiting, met = list(formulas), set()
    areas: dict[str, list[Range]] = defaultdict(list)
    while waiting:
        formula = waiting.pop()
        if formula in met:
            continue
        met.add(formula)
        waiting += [by_name[word] for word in words_in(formula) if word in by_name]
        for found in _areas_in(formula):
            sheet = _sheet_of(found)
            area = range_of(found[3].replace("$", "")) if found[3] else None
            if area is not None and "[" not in sheet and not any(same_name(sheet, one) for one in held):
                areas[sheet].append(area)
    return areas
