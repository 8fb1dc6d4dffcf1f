"""Small packages written by hand, so that a test shows every byte that matters to it."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SHEET_1 = "xl/worksheets/sheet1.xml"
ROWS = '<row r="1"><c r="A1" t="inlineStr"><is><t>Họ và tên</t></is></c><c r="B1"><v>7</v></c></row>'


def sheet_xml(rows: str = ROWS, after: str = "") -> str:
    return f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{after}</worksheet>'


def parts_of(sheets: Mapping[str, str], *, kind: str = "sheet", workbook: str = "", states: Mapping[str, str] | None = None) -> dict[str, str | bytes]:
    """Sheet names and their XML, as the parts of a package."""
    listed = "".join(
        f'<sheet name="{name}" sheetId="{number}" r:id="rId{number}"'
        f'{f""" state="{states[name]}" """ if states and name in states else ""}/>'
        for number, name in enumerate(sheets, 1)
    )
    related = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{number}.xml"/>'
        for number, _name in enumerate(sheets, 1)
    )
    main = f"application/vnd.openxmlformats-officedocument.spreadsheetml.{kind}.main+xml"
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": (
            f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{main}"/></Types>'
        ),
        "_rels/.rels": (
            f'{HEAD}<Relationships xmlns="{RELATIONS}">'
            f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
        ),
        "xl/workbook.xml": f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{workbook}<sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'{HEAD}<Relationships xmlns="{RELATIONS}">{related}</Relationships>',
    }
    return parts | {f"xl/worksheets/sheet{number}.xml": xml for number, xml in enumerate(sheets.values(), 1)}


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return target.getvalue()


def workbook_bytes(rows: str = ROWS, after: str = "", **more: str | bytes) -> bytes:
    """One sheet «Đảng viên»; `more` parts by name."""
    return zipped(parts_of({"Đảng viên": sheet_xml(rows, after)}) | more)


def excel_owner_bytes(name: str) -> bytes:
    """The 165 bytes Excel leaves beside an open workbook."""
    ansi = name.encode("ascii", "replace")
    head = bytes([len(ansi)]) + ansi
    wide = struct.pack("<H", len(name)) + name.encode("utf-16-le")
    return (head.ljust(55, b" ") + wide).ljust(165, b" ")


def compound_bytes(streams: Mapping[str, bytes]) -> bytes:
    """An Office 97 container with root streams, each at least 4,096 bytes long so that none is a small one."""
    sector, end, free = 512, 0xFFFFFFFE, 0xFFFFFFFF
    bodies = [content.ljust(max(4096, -(-len(content) // sector) * sector), b"\0") for content in streams.values()]
    counts = [len(body) // sector for body in bodies]
    directory_count = -(-(len(streams) + 1) // 4)
    table = [0xFFFFFFFD]
    for count in (directory_count, *counts):
        start = len(table)
        table += [*range(start + 1, start + count), end]
    entries = [_entry("Root Entry", 5, child=1 if streams else free, start=end, size=0)]
    at = 1 + directory_count
    for number, (name, body) in enumerate(zip(streams, bodies, strict=True), 1):
        right = number + 1 if number < len(streams) else free
        entries.append(_entry(name, 2, right=right, start=at, size=len(body)))
        at += len(body) // sector
    header = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(16) + struct.pack("<5H", 0x3E, 3, 0xFFFE, 9, 6)
    header += bytes(6) + struct.pack("<9I", 0, 1, 1, 0, 4096, end, 0, end, 0)
    header += struct.pack("<109I", 0, *([free] * 108))
    fat = struct.pack(f"<{len(table)}I", *table).ljust(sector, b"\xff")
    return header + fat + b"".join(entries).ljust(directory_count * sector, b"\0") + b"".join(bodies)


def _entry(name: str, kind: int, *, start: int, size: int, child: int = 0xFFFFFFFF, right: int = 0xFFFFFFFF) -> bytes:
    wide = name.encode("utf-16-le") + b"\0\0"
    links = struct.pack("<3I", 0xFFFFFFFF, right, child)
    return wide.ljust(64, b"\0") + struct.pack("<H2B", len(wide), kind, 1) + links + bytes(36) + struct.pack("<3I", start, size, 0)
