"""Shared by the tests of notes: what is written, and what readers see."""

from __future__ import annotations

import io
import warnings
import zipfile

import openpyxl

from addin.core.places import Place
from addin.core.writes import Note, Writes
from addin.hosts.closed.patch.patching import Patched, patch_with_remarks
from tests.hosts.closed.made_books import MAIN, parts_of, relations, sheet_part, zipped

TEXT = 'Lỗi MEM204: Ngày chính thức trước ngày kết nạp. → Sửa ngày sai.\nCảnh báo: {p} <&> "thử"'
HEADING = "Sổ Chi bộ:\n"
COMMENTS = "xl/comments1.xml"
DRAWING = "xl/drawings/vmlDrawing1.vml"
ROWS = '<sheetData><row r="2"><c r="B2"><v>1</v></c></row></sheetData>'
VML = "application/vnd.openxmlformats-officedocument.vmlDrawing"


def notes(sheet: str = "Sổ", **texts: str) -> Writes:
    """Notes of ours, by square."""
    return Writes(notes=tuple(Note(Place.at(sheet, cell), text) for cell, text in texts.items()))


def noted(data: bytes, sheet: str = "Sổ", **texts: str) -> bytes:
    return patch_with_remarks(data, notes(sheet, **texts)).data


def told(data: bytes, sheet: str = "Sổ", **texts: str) -> Patched:
    return patch_with_remarks(data, notes(sheet, **texts))


def members(data: bytes) -> dict[str, bytes]:
    archive = zipfile.ZipFile(io.BytesIO(data))
    assert archive.testzip() is None
    return {name: archive.read(name) for name in archive.namelist()}


def seen(data: bytes) -> dict[tuple[str, str], tuple[str, str]]:
    """Author and text of every note, as openpyxl reads them."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(io.BytesIO(data))
    return {
        (sheet.title, square.coordinate): (square.comment.author, square.comment.text)
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for square in row
        if square.comment is not None
    }


def comment(cell: str, author: int, text: str) -> str:
    return f'<comment ref="{cell}" authorId="{author}"><text><t>{text}</t></text></comment>'


def comments_part(authors: str, inside: str) -> str:
    return f'<comments xmlns="{MAIN}"><authors>{authors}</authors><commentList>{inside}</commentList></comments>'


def shape(number: int, row: int, column: int, kind: str = "Note") -> str:
    place = f"<x:Row>{row}</x:Row><x:Column>{column}</x:Column>"
    return f'<v:shape id="_x0000_s{number}" type="#_x0000_t202"><x:ClientData ObjectType="{kind}">{place}</x:ClientData></v:shape>'


def drawing_part(shapes: str, data: str = "1") -> str:
    return (
        '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
        'xmlns:x="urn:schemas-microsoft-com:office:excel">\n <o:shapelayout v:ext="edit">\n  '
        f'<o:idmap v:ext="edit" data="{data}"/>\n </o:shapelayout>{shapes}</xml>'
    )


PEOPLES = comments_part("<author>Bà Bịa</author>", comment("B2", 0, "hỏi lại"))
PEOPLES_SHAPES = drawing_part(shape(1030, 1, 1))


def book_with(comments: str | None = PEOPLES, drawing: str | bytes | None = PEOPLES_SHAPES, rows: str = ROWS, **more: str) -> bytes:
    """A workbook whose sheet «Sổ» has a person's note on B2, unless told otherwise."""
    named = {name.replace("__", "/"): content for name, content in more.items()}
    parts = parts_of(sheet_part(f'{rows}<legacyDrawing r:id="rId7"/>' if drawing is not None else rows), named)
    kinds = []
    if drawing is not None:
        parts[DRAWING] = drawing
        kinds.append(("rId7", "vmlDrawing", "../drawings/vmlDrawing1.vml"))
    if comments is not None:
        parts[COMMENTS] = comments
        kinds.append(("rId3", "comments", "../comments1.xml"))
    parts["xl/worksheets/_rels/sheet1.xml.rels"] = relations(*kinds)
    types = f'<Default Extension="vml" ContentType="{VML}"/><Override PartName="/{COMMENTS}" ContentType="x"/></Types>'
    parts["[Content_Types].xml"] = str(parts["[Content_Types].xml"]).replace("</Types>", types)
    return zipped(parts)

