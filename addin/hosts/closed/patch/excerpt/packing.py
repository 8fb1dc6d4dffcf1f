"""The parts of a copy around its sheets: written anew, so that nothing of the old file comes along unseen. Same input, same bytes."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from addin.core.records import dataclass
from addin.hosts.closed.patch.xml_text import quoted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class NewSheet:
    """One sheet of the copy; `tables` are the texts of its tables."""

    name: str
    state: str
    content: bytes
    tables: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class NewBook:
    """The whole copy."""

    main: str
    relations: str
    is_1904: bool
    title: str
    sheets: tuple[NewSheet, ...]
    names: str
    styles: bytes | None
    theme: bytes | None


def packed(book: NewBook) -> bytes:
    """The bytes of the .xlsx."""
    parts: dict[str, bytes] = {}
    kinds: dict[str, str] = {}
    links: list[tuple[str, str]] = []
    tables = 0
    for number, sheet in enumerate(book.sheets, 1):
        part = f"xl/worksheets/sheet{number}.xml"
        parts[part], kinds[part] = sheet.content, f"{_TYPES}.worksheet+xml"
        links.append(("worksheet", f"worksheets/sheet{number}.xml"))
        own = []
        for table in sheet.tables:
            tables += 1
            name = f"xl/tables/table{tables}.xml"
            parts[name], kinds[name] = table, f"{_TYPES}.table+xml"
            own.append(("table", f"../tables/table{tables}.xml"))
        if own:
            parts[f"xl/worksheets/_rels/sheet{number}.xml.rels"] = _relations(book.relations, own)
    for content, kind, name, type_ in ((book.styles, "styles", "styles", f"{_TYPES}.styles+xml"), (book.theme, "theme", "theme/theme1", _THEME)):
        if content is not None:
            parts[f"xl/{name}.xml"], kinds[f"xl/{name}.xml"] = content, type_
            links.append((kind, f"{name}.xml"))
    parts["xl/workbook.xml"], kinds["xl/workbook.xml"] = _workbook(book), f"{_TYPES}.sheet.main+xml"
    parts["xl/_rels/workbook.xml.rels"] = _relations(book.relations, links)
    parts["docProps/core.xml"], kinds["docProps/core.xml"] = _core(book.title), "application/vnd.openxmlformats-package.core-properties+xml"
    parts["_rels/.rels"] = _root(book.relations)
    return _zipped({"[Content_Types].xml": _content_types(kinds), **parts})


_THEME = "application/vnd.openxmlformats-officedocument.theme+xml"


def _workbook(book: NewBook) -> bytes:
    sheets = "".join(
        f'<sheet name={quoted(sheet.name)} sheetId="{number}"{_state(sheet.state)} r:id="rId{number}"/>' for number, sheet in enumerate(book.sheets, 1)
    )
    first = next((at for at, sheet in enumerate(book.sheets) if sheet.state == "visible"), 0)
    names = f"<definedNames>{book.names}</definedNames>" if book.names else ""
    days = ' date1904="1"' if book.is_1904 else ""
    return (
        f'{_HEAD}<workbook xmlns="{book.main}" xmlns:r="{book.relations}"><workbookPr{days}/><bookViews><workbookView activeTab="{first}"/></bookViews>'
        f'<sheets>{sheets}</sheets>{names}<calcPr fullCalcOnLoad="1"/></workbook>'
    ).encode()


def _state(state: str) -> str:
    return "" if state == "visible" else f' state="{state}"'


def _relations(namespace: str, links: Sequence[tuple[str, str]]) -> bytes:
    inside = "".join(
        f'<Relationship Id="rId{number}" Type="{namespace}/{kind}" Target="{target}"/>' for number, (kind, target) in enumerate(links, 1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'.encode()


def _root(namespace: str) -> bytes:
    return (
        f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" Type="{namespace}/officeDocument" Target="xl/workbook.xml"/>'
        f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>'
    ).encode()


def _core(title: str) -> bytes:
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title></cp:coreProperties>"
    ).encode()


def _content_types(kinds: Mapping[str, str]) -> bytes:
    inside = "".join(f'<Override PartName="/{part}" ContentType="{kind}"/>' for part, kind in kinds.items())
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{inside}</Types>'
    ).encode()


def _zipped(parts: Mapping[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), content, zipfile.ZIP_DEFLATED)
    return held.getvalue()
