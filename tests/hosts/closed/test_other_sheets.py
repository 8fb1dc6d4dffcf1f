"""Sheets that hold no table (Excel 4 macros, dialogs, charts): the rest is read, and they are written back byte for byte."""

from __future__ import annotations

import zipfile
from datetime import datetime

import pytest

from addin.core.places import Place
from addin.core.writes import Write, Writes
from addin.hosts.closed.book import ClosedBook
from addin.resources import shipped
from tests.hostile.packing import entries_of, zipped

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
MICROSOFT = "http://schemas.microsoft.com/office/2006/relationships/"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
MACRO = (
    f'<xm:macrosheet xmlns="{MAIN}" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><sheetData>'
    '<row r="1"><c r="A1"><f>HALT()</f><v>0</v></c></row></sheetData></xm:macrosheet>'
)
VIEW = '<{0} xmlns="' + MAIN + '"><sheetViews><sheetView workbookViewId="0"/></sheetViews></{0}>'
KINDS = {
    "macros": (f"{MICROSOFT}xlMacrosheet", "macrosheets/sheet1.xml", "application/vnd.ms-excel.macrosheet+xml", MACRO),
    "other macros": (f"{MICROSOFT}xlIntlMacrosheet", "macrosheets/intl1.xml", "application/vnd.ms-excel.intlmacrosheet+xml", MACRO),
    "dialog": (
        f"{OFFICE}dialogsheet",
        "dialogsheets/sheet1.xml",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.dialogsheet+xml",
        VIEW.format("dialogsheet"),
    ),
    "chart": (
        f"{OFFICE}chartsheet",
        "chartsheets/sheet1.xml",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.chartsheet+xml",
        VIEW.format("chartsheet"),
    ),
}


@pytest.mark.parametrize("is_first", [True, False], ids=["first", "last"])
@pytest.mark.parametrize("kind", KINDS)
def test_the_rest_is_read_and_all_is_kept(tmp_path, kind, is_first):
    """Wherever the sheet stands among the others."""
    relation, part, content_type, xml = KINDS[kind]
    with zipfile.ZipFile(shipped("workbooks") / "mau.xlsx") as package:
        parts = {entry.filename: package.read(entry) for entry in package.infolist()}
    before, after = (b"<sheets>", b"") if is_first else (b"", b"</sheets>")
    listed = b'<sheet name="Macro1" sheetId="990" r:id="rId990"/>'
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(before or after, before + listed + after)
    link = f'<Relationship Id="rId990" Type="{relation}" Target="{part}"/></Relationships>'.encode()
    parts["xl/_rels/workbook.xml.rels"] = parts["xl/_rels/workbook.xml.rels"].replace(b"</Relationships>", link)
    override = f'<Override PartName="/xl/{part}" ContentType="{content_type}"/></Types>'.encode()
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", override)
    parts[f"xl/{part}"] = xml.encode()
    path = tmp_path / "so.xlsx"
    path.write_bytes(zipped(entries_of(parts)))
    sound = ClosedBook(shipped("workbooks") / "mau.xlsx", now=datetime(2025, 11, 28)).grids()

    book = ClosedBook(path, now=datetime(2025, 11, 28))

    assert book.grids() == sound
    book.apply(Writes((Write(Place(sound[1].sheet, 30, 2), "thử", "thử"),)))
    assert book.grids()[1].at(30, 2) == "thử"
    with zipfile.ZipFile(path) as written:
        assert written.read(f"xl/{part}") == xml.encode()
        assert written.read("xl/_rels/workbook.xml.rels") == parts["xl/_rels/workbook.xml.rels"]
