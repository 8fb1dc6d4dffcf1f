"""The workbook's list of sheets: a sheet of ours is added behind the last one, and known again later by its mark."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from addin.hosts.closed.patch.workbook_parts import (
    CONTENT_TYPES,
    SheetEntry,
    WorkbookParts,
    relations_name,
)
from addin.hosts.closed.patch.xml_text import (
    Edit,
    XmlText,
    any_tag_pattern,
    append_child,
    attributes_of,
    closing_pattern,
    quoted,
)
from addin.hosts.own_sheets import MARK

if TYPE_CHECKING:
    from collections.abc import Iterator

FILTER_NAME, TITLES_NAME = "_xlnm._FilterDatabase", "_xlnm.Print_Titles"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_BEFORE_NAMES = ("externalReferences", "functionGroups", "sheets")
_EMPTY_STYLES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns={main}>'
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>'
)


def is_ours(parts: WorkbookParts, sheet: SheetEntry) -> bool:
    """Whether the sheet carries our mark."""
    for tag in any_tag_pattern("definedName").finditer(parts.workbook_text.shadow):
        attributes = attributes_of(tag[2])
        if attributes.get("name") == MARK and attributes.get("localSheetId") == str(sheet.position):
            return True
    return False


def namespaces(parts: WorkbookParts) -> tuple[str, str]:
    """The main and the relationships namespace of this workbook: the usual ones, or those of Strict files."""
    tag = any_tag_pattern("workbook").search(parts.workbook_text.shadow)
    attributes = attributes_of(tag[2]) if tag else {}
    prefix = tag[1].rstrip(":") if tag else ""
    main = attributes.get(f"xmlns:{prefix}" if prefix else "xmlns", _MAIN)
    is_strict = "purl.oclc.org" in main
    return main, "http://purl.oclc.org/ooxml/officeDocument/relationships" if is_strict else _RELATIONS


def add_sheet(parts: WorkbookParts, name: str, data: bytes, names: str | None = None) -> None:
    """A new last sheet: its part, content type, relationship, entry, and its own names; a sheet of ours has our mark."""
    folder = posixpath.join(posixpath.dirname(parts.workbook), "worksheets")
    number = 1
    while f"{folder}/sheet{number}.xml" in parts.package:
        number += 1
    part = f"{folder}/sheet{number}.xml"
    relation = _add_part(parts, part, data, "worksheet", _SHEET_TYPE)
    sheet_id = max((sheet.sheet_id for sheet in parts.sheets), default=0) + 1
    relations_namespace = namespaces(parts)[1]
    entry = (
        f'<{{p}}sheet xmlns:r="{relations_namespace}" name={quoted(name).replace("{", "&#123;")} '
        f'sheetId="{sheet_id}" r:id="{relation}"/>'
    )
    text = parts.workbook_text
    edits = [*append_child(text, "sheets", entry), *_names(text, _mark(len(parts.sheets)) if names is None else names)]
    parts.package.put(parts.workbook, text.spliced(edits).data)


def set_own_name(parts: WorkbookParts, sheet: SheetEntry, name: str, meaning: str, *, is_hidden: bool = False) -> None:
    """A name of one sheet: put in, changed where it means something else, taken out where it is to mean nothing."""
    text = parts.workbook_text
    hidden = ' hidden="1"' if is_hidden else ""
    inside = escape(meaning).replace("{", "&#123;")
    wanted = f'<{{p}}definedName name="{name}" localSheetId="{sheet.position}"{hidden}>{inside}</{{p}}definedName>' if meaning else ""
    standing = list(_standing(text, sheet, name))
    if [text.text[edit.start : edit.end] for edit, _ in standing] == [wanted.replace("{p}", prefix) for _, prefix in standing] != []:
        return
    parts.package.put(parts.workbook, text.spliced([*(edit for edit, _ in standing), *_names(text, wanted)]).data)


def _standing(text: XmlText, sheet: SheetEntry, name: str) -> Iterator[tuple[Edit, str]]:
    """A sheet's names of that name, as what takes each out, with its prefix."""
    for tag in any_tag_pattern("definedName").finditer(text.shadow):
        attributes = attributes_of(tag[2])
        if attributes.get("name") == name and attributes.get("localSheetId") == str(sheet.position):
            closing = None if tag[3] else closing_pattern(f"{tag[1]}definedName").search(text.shadow, tag.end())
            yield Edit(tag.start(), closing.end() if closing else tag.end(), ""), tag[1]


def add_styles(parts: WorkbookParts) -> str:
    """A style sheet for a workbook that came without one; its part."""
    part = posixpath.join(posixpath.dirname(parts.workbook), "styles.xml")
    data = _EMPTY_STYLES.format(main=quoted(namespaces(parts)[0])).encode()
    _add_part(parts, part, data, "styles", _STYLES_TYPE)
    return part


def _add_part(parts: WorkbookParts, part: str, data: bytes, kind: str, content_type: str) -> str:
    """Put a part that the workbook leads to; the id of its relationship."""
    package = parts.package
    package.put(part, data)
    types = XmlText.of(package.read(CONTENT_TYPES))
    override = f'<{{p}}Override PartName="/{part}" ContentType="{content_type}"/>'
    package.put(CONTENT_TYPES, types.spliced(append_child(types, "Types", override)).data)
    name = relations_name(parts.workbook)
    relations = XmlText.of(package.read(name))
    taken = {attributes_of(tag[2]).get("Id") for tag in any_tag_pattern("Relationship").finditer(relations.shadow)}
    number = 1
    while f"rId{number}" in taken:
        number += 1
    target = posixpath.relpath(part, posixpath.dirname(parts.workbook) or ".")
    relation = f'<{{p}}Relationship Id="rId{number}" Type="{namespaces(parts)[1]}/{kind}" Target="{target}"/>'
    package.put(name, relations.spliced(append_child(relations, "Relationships", relation)).data)
    return f"rId{number}"


def _mark(position: int) -> str:
    return f'<{{p}}definedName name="{MARK}" localSheetId="{position}" hidden="1">"sochibo"</{{p}}definedName>'


def _names(text: XmlText, name: str) -> list[Edit]:
    """Names of a sheet, in the list of names or with a new list where the schema has it."""
    if not name:
        return []
    known = append_child(text, "definedNames", name)
    if known:
        return known
    for before in _BEFORE_NAMES:
        opening = any_tag_pattern(before).search(text.shadow)
        if opening is None:
            continue
        closing = None if opening[3] else closing_pattern(opening[1] + before).search(text.shadow, opening.end())
        end = closing.end() if closing else opening.end()
        names = f"<{{p}}definedNames>{name}</{{p}}definedNames>".replace("{p}", opening[1])
        return [Edit(end, end, names)]
    return []

