"""What a changed value means for formulas: totals shown by Excel are worked out again when the workbook opens.

The stored results of formulas that depend on a changed square are old until then; nobody reads totals back
from a workbook we wrote.
"""

from __future__ import annotations

import posixpath
import re

from addin.hosts.closed.patch.package import key_of
from addin.hosts.closed.patch.workbook_parts import CONTENT_TYPES, WorkbookParts, relations_name
from addin.hosts.closed.patch.xml_text import (
    Edit,
    XmlText,
    any_tag_pattern,
    attribute_of,
    attributes_of,
    closing_pattern,
    is_true,
    with_attribute,
)

_FORMULA = re.compile(rb"<(?:[\w.\-]+:)?f[\s/>]")
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")
_BEFORE_CALCULATION = ("definedNames", "externalReferences", "functionGroups", "sheets")


def calculate_on_open(parts: WorkbookParts) -> None:
    """Ask for a full calculation at the next opening, where any sheet has a formula."""
    if parts.part("calcChain") is None and not _has_formula(parts):
        return
    text = parts.workbook_text
    parts.package.put(parts.workbook, text.spliced(_calculation_edit(text)).data)


def _has_formula(parts: WorkbookParts) -> bool:
    for sheet in parts.sheets:
        if sheet.part in parts.package:
            data = parts.package.read(sheet.part)
            if _FORMULA.search(XmlText.of(data).text.encode() if data.startswith(_WIDE) else data):
                return True
    return False


def _calculation_edit(text: XmlText) -> list[Edit]:
    """Set the wish on calcPr, or put a calcPr where the schema has it."""
    tag = any_tag_pattern("calcPr").search(text.shadow)
    if tag is not None:
        if is_true(attribute_of(tag[2], "fullCalcOnLoad")):
            return []
        wanted = with_attribute(tag[2], "fullCalcOnLoad", "1")
        return [Edit(tag.start(), tag.end(), f"<{tag[1]}calcPr{wanted}{tag[3]}>")]
    for name in _BEFORE_CALCULATION:
        opening = any_tag_pattern(name).search(text.shadow)
        if opening is None:
            continue
        end = opening.end()
        if not opening[3]:
            closing = closing_pattern(opening[1] + name).search(text.shadow, end)
            end = closing.end() if closing else end
        return [Edit(end, end, f'<{opening[1]}calcPr fullCalcOnLoad="1"/>')]
    return []


def drop_calculation_chain(parts: WorkbookParts) -> None:
    """Take the chain away with its content type and relationship: Excel makes a new one. Only for removed formulas."""
    chain = parts.part("calcChain")
    if chain is None:
        return
    package = parts.package
    package.drop(chain)
    types = XmlText.of(package.read(CONTENT_TYPES))
    gone = [
        Edit(tag.start(), tag.end(), "")
        for tag in any_tag_pattern("Override").finditer(types.shadow)
        if key_of(attributes_of(tag[2]).get("PartName", "")) == key_of(chain)
    ]
    package.put(CONTENT_TYPES, types.spliced(gone).data)
    name = relations_name(parts.workbook)
    relations = XmlText.of(package.read(name))
    gone = [
        Edit(tag.start(), tag.end(), "")
        for tag in any_tag_pattern("Relationship").finditer(relations.shadow)
        if posixpath.basename(attributes_of(tag[2]).get("Type", "")) == "calcChain"
    ]
    package.put(name, relations.spliced(gone).data)
