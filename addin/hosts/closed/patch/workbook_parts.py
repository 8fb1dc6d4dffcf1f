"""What a package holds and how its parts hang together: workbook, sheets, styles, tables, found by relationship.

Relationship types and namespaces are matched by their last segment, so Strict files read as the usual ones;
part names are never guessed. Reading only: the changes are made by the modules named after their parts.
"""

from __future__ import annotations

import posixpath
import unicodedata
from functools import cached_property
from typing import TYPE_CHECKING

from addin.core.records import dataclass
from addin.hosts.closed.patch.package import Archive, key_of
from addin.hosts.closed.patch.xml_text import XmlText, any_tag_pattern, attributes_of
from addin.hosts.refusal import refuse

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT_RELATIONS = "_rels/.rels"
CONTENT_TYPES = "[Content_Types].xml"
_BROKEN = "Mở sổ bằng Excel, lưu lại rồi chạy lại."


@dataclass(frozen=True, slots=True)
class Relation:
    """One relationship: its id, the last segment of its type, and the part it leads to (empty when outside)."""

    id: str
    kind: str
    target: str


@dataclass(frozen=True, slots=True)
class SheetEntry:
    """One sheet as the workbook lists it; `kind` is worksheet, chartsheet, dialogsheet or xlMacrosheet."""

    name: str
    sheet_id: int
    position: int
    kind: str
    part: str


def relations_name(part: str) -> str:
    """Where the relationships of a part are kept."""
    folder, file = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def relations_of(package: Archive, part: str = "") -> tuple[Relation, ...]:
    """The relationships of a part, or of the package; none where it has no such part."""
    name = relations_name(part) if part else ROOT_RELATIONS
    if name not in package:
        return ()
    shadow = XmlText.of(package.read(name)).shadow
    return tuple(_relation(attributes_of(tag[2]), part) for tag in any_tag_pattern("Relationship").finditer(shadow))


def _relation(attributes: dict[str, str], part: str) -> Relation:
    target = attributes.get("Target", "").replace("\\", "/")
    kind = attributes.get("Type", "").rstrip("/").rsplit("/", 1)[-1]
    if attributes.get("TargetMode") == "External":
        target = ""
    elif target.startswith("/"):
        target = target.lstrip("/")
    else:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(part), target))
    return Relation(attributes.get("Id", ""), kind, target)


def same_name(one: str, other: str) -> bool:
    """Sheet names as Excel compares them: without case; both spellings of one letter count as one."""
    return unicodedata.normalize("NFC", one).casefold() == unicodedata.normalize("NFC", other).casefold()


class WorkbookParts:
    """The parts of one workbook; made anew after the list of sheets has changed."""

    def __init__(self, package: Archive) -> None:
        """RefusedWrite where there is no workbook part."""
        self.package = package
        found = [relation.target for relation in relations_of(package) if relation.kind == "officeDocument"]
        if not found or found[0] not in package:
            refuse("tệp không có phần sổ tính", _BROKEN)
        self.workbook = found[0]

    @cached_property
    def workbook_text(self) -> XmlText:
        """The workbook part, decoded."""
        return XmlText.of(self.package.read(self.workbook))

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """The relationships of the workbook part."""
        return relations_of(self.package, self.workbook)

    @cached_property
    def sheets(self) -> tuple[SheetEntry, ...]:
        """All sheets in the workbook's order, whatever their kind."""
        return tuple(self._sheets())

    def _sheets(self) -> Iterator[SheetEntry]:
        by_id = {relation.id: relation for relation in self.relations}
        for position, tag in enumerate(any_tag_pattern("sheet").finditer(self.workbook_text.shadow)):
            attributes = attributes_of(tag[2])
            identifier = next((value for name, value in attributes.items() if name.endswith(":id")), "")
            relation = by_id.get(identifier, Relation("", "missing", ""))
            number = attributes.get("sheetId", "")
            sheet_id = int(number) if number.isdecimal() else 0
            yield SheetEntry(attributes.get("name", ""), sheet_id, position, relation.kind, relation.target)

    def sheet(self, name: str) -> SheetEntry | None:
        """The sheet of that name, letter for letter first, then as Excel compares."""
        exact = next((entry for entry in self.sheets if entry.name == name), None)
        return exact or next((entry for entry in self.sheets if same_name(entry.name, name)), None)

    def part(self, kind: str) -> str | None:
        """The part the workbook leads to by that kind of relationship, where it is there."""
        return next((one.target for one in self.relations if one.kind == kind and one.target in self.package), None)

    def tables(self, sheet: SheetEntry) -> tuple[str, ...]:
        """The table (ListObject) parts of a sheet."""
        found = relations_of(self.package, sheet.part)
        return tuple(one.target for one in found if one.kind == "table" and one.target in self.package)

    @cached_property
    def is_1904(self) -> bool:
        """Whether day 0 is 1904-01-01."""
        tag = any_tag_pattern("workbookPr").search(self.workbook_text.shadow)
        return tag is not None and attributes_of(tag[2]).get("date1904") in {"1", "true"}

    def content_type(self, part: str) -> str:
        """The content type of a part: its own, else that of its extension, else empty."""
        shadow = XmlText.of(self.package.read(CONTENT_TYPES)).shadow
        for tag in any_tag_pattern("Override").finditer(shadow):
            attributes = attributes_of(tag[2])
            if key_of(attributes.get("PartName", "")) == key_of(part):
                return attributes.get("ContentType", "")
        extension = posixpath.splitext(part)[1].lstrip(".").lower()
        for tag in any_tag_pattern("Default").finditer(shadow):
            attributes = attributes_of(tag[2])
            if attributes.get("Extension", "").lower() == extension:
                return attributes.get("ContentType", "")
        return ""
