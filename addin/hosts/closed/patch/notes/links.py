"""How the notes' parts hang on their sheet: relationships, content types, and the sheet's `legacyDrawing` element.

Each is put in by splicing and taken out the same way, so that a sheet without our notes reads as before, byte for
byte. What stands there from others is used and left.
"""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from addin.hosts.closed.patch.package import key_of
from addin.hosts.closed.patch.workbook_parts import CONTENT_TYPES, Relation, relations_name, relations_of
from addin.hosts.closed.patch.xml_text import (
    Edit,
    XmlText,
    any_tag_pattern,
    append_child,
    attributes_of,
    quoted,
)

if TYPE_CHECKING:
    from addin.hosts.closed.patch.package import Archive
    from addin.hosts.closed.patch.sheet_xml import SheetText

_DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
# This order of attributes is ours: Excel writes the extension first. It is taken out again by that.
_OUR_DEFAULT = f'Default ContentType="{_DRAWING_TYPE}" Extension="vml"/>'
_NO_RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
)
_AFTER = ("legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst")
_ANY_TAG = re.compile(r"<(/?)((?:[\w.\-]+:)?)([\w.\-]+)((?:[^<>\"'/]|/(?!>)|\"[^\"]*\"|'[^']*')*)(/?)>")
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_TRANSITIONAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def relation_of(package: Archive, part: str, kind: str) -> Relation | None:
    """The relationship of that kind that leads to a part which is there."""
    return next((one for one in relations_of(package, part) if one.kind == kind and one.target in package), None)


def add_relation(package: Archive, part: str, kind: str, target: str, namespace: str) -> str:
    """Lead from a part to another; the id of the relationship."""
    name = relations_name(part)
    text = XmlText.of(package.read(name)) if name in package else XmlText.holding(_NO_RELATIONS, "utf-8", b"")
    taken = {relation.id for relation in relations_of(package, part)}
    number = next(number for number in range(1, len(taken) + 2) if f"rId{number}" not in taken)
    # A drawing in VML has the same kind of relationship in Strict files too.
    kinds = _TRANSITIONAL if kind == "vmlDrawing" else namespace
    path = posixpath.relpath(target, posixpath.dirname(part) or ".")
    child = f'<{{p}}Relationship Id="rId{number}" Type="{kinds}/{kind}" Target={quoted(path)}/>'
    package.put(name, text.spliced(append_child(text, "Relationships", child)).data)
    return f"rId{number}"


def drop_relation(package: Archive, part: str, identifier: str) -> None:
    """Take a relationship out, and the list with it where it is empty and ours."""
    name = relations_name(part)
    text = XmlText.of(package.read(name))
    tags = any_tag_pattern("Relationship").finditer(text.shadow)
    left = text.spliced(
        Edit(tag.start(), tag.end(), "") for tag in tags if attributes_of(tag[2]).get("Id") == identifier
    )
    if left.text == _NO_RELATIONS:
        package.drop(name)
    else:
        package.put(name, left.data)


def add_override(package: Archive, part: str, content_type: str) -> None:
    """Say what a part is."""
    types = XmlText.of(package.read(CONTENT_TYPES))
    child = f'<{{p}}Override PartName={quoted("/" + part)} ContentType="{content_type}"/>'
    package.put(CONTENT_TYPES, types.spliced(append_child(types, "Types", child)).data)


def add_drawing_type(package: Archive) -> None:
    """Say what .vml parts are, where the workbook does not yet."""
    types = XmlText.of(package.read(CONTENT_TYPES))
    known = (attributes_of(tag[2]) for tag in any_tag_pattern("Default").finditer(types.shadow))
    if not any(one.get("Extension", "").lower() == "vml" for one in known):
        package.put(CONTENT_TYPES, types.spliced(append_child(types, "Types", f"<{{p}}{_OUR_DEFAULT}")).data)


def drop_types(package: Archive, part: str) -> None:
    """Take out what was said about a part that is gone, and about .vml parts where none is left."""
    types = XmlText.of(package.read(CONTENT_TYPES))
    edits = [
        Edit(tag.start(), tag.end(), "")
        for tag in any_tag_pattern("Override").finditer(types.shadow)
        if key_of(attributes_of(tag[2]).get("PartName", "")) == key_of(part)
    ]
    if not any(key_of(name).endswith(".vml") for name in package.names):
        edits += [
            Edit(tag.start(), tag.end(), "")
            for tag in any_tag_pattern("Default").finditer(types.shadow)
            if tag[0].endswith(_OUR_DEFAULT)
        ]
    package.put(CONTENT_TYPES, types.spliced(edits).data)


def drawing_id(sheet: SheetText) -> str | None:
    """The relationship the sheet's `legacyDrawing` names, where it has one."""
    tag = any_tag_pattern("legacyDrawing").search(sheet.xml.shadow, sheet.tail_start)
    if tag is None:
        return None
    return next((value for name, value in attributes_of(tag[2]).items() if name.endswith(":id")), "")


def with_drawing(sheet: SheetText, identifier: str, namespace: str) -> XmlText:
    """The sheet with a `legacyDrawing` where the schema has it."""
    point = _drawing_point(sheet)
    return sheet.xml.spliced([Edit(point, point, _element(sheet, identifier, namespace))])


def without_drawing(sheet: SheetText, identifier: str, namespace: str) -> XmlText:
    """The sheet without its `legacyDrawing`."""
    ours = _element(sheet, identifier, namespace)
    start = sheet.xml.text.find(ours, sheet.tail_start)
    if start >= 0:
        return sheet.xml.spliced([Edit(start, start + len(ours), "")])
    tag = any_tag_pattern("legacyDrawing").search(sheet.xml.shadow, sheet.tail_start)
    return sheet.xml.spliced([Edit(tag.start(), tag.end(), "")] if tag else [])


def _element(sheet: SheetText, identifier: str, namespace: str) -> str:
    """As Excel writes it: plain, in Strict files as a choice for those who know VML."""
    root = any_tag_pattern("worksheet").search(sheet.xml.shadow)
    names = attributes_of(root[2]) if root else {}
    known = next((name[6:] for name, uri in names.items() if uri == namespace and name.startswith("xmlns:")), None)
    declared = "" if known else f" xmlns:r={quoted(namespace)}"
    plain = f'<{sheet.prefix}legacyDrawing{declared} {known or "r"}:id="{identifier}"/>'
    if namespace == _TRANSITIONAL:
        return plain
    choice = f'<mc:Choice xmlns:v="urn:schemas-microsoft-com:vml" Requires="v">{plain}</mc:Choice>'
    return f'<mc:AlternateContent xmlns:mc="{_COMPATIBILITY}">{choice}</mc:AlternateContent>'


def _drawing_point(sheet: SheetText) -> int:
    """In front of the first element that comes after it, else in front of the root's end; nothing deeper counts."""
    depth = 0
    alternate: int | None = None
    for tag in _ANY_TAG.finditer(sheet.xml.shadow, sheet.tail_start):
        is_closing, name = bool(tag[1]), tag[3]
        if is_closing:
            depth -= 1
            alternate = None if depth == 0 else alternate
            if depth < 0:
                return tag.start()
            continue
        if name in _AFTER and (depth == 0 or alternate is not None):
            return tag.start() if alternate is None else alternate
        if depth == 0 and name == "AlternateContent":
            alternate = tag.start()
        depth += not tag[5]
    return len(sheet.xml.shadow)
