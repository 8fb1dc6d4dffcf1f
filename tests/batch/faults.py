"""Twenty ways in which a file that should be a workbook is none, by number."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

from tests.batch.cells import cell, write

Spoil = Callable[[bytes], bytes]


def _parts(change: Callable[[str, bytes], bytes | None]) -> Spoil:
    """The package with each part changed; None leaves it out."""

    def spoil(data: bytes) -> bytes:
        made = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
            for name in old.namelist():
                content = change(name, old.read(name))
                if content is not None:
                    new.writestr(name, content)
        return made.getvalue()

    return spoil


def _in(part: str, act: Callable[[bytes], bytes | None]) -> Spoil:
    return _parts(lambda name, content: act(content) if name == part else content)


_SHEET = "xl/worksheets/sheet2.xml"


def _archive(parts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def _flipped(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        at = archive.getinfo(_SHEET).header_offset
    where = at + 30 + len(_SHEET) + 60
    return data[:where] + bytes((data[where] ^ 0xFF, data[where + 1] ^ 0xFF)) + data[where + 2 :]


FAULTS: tuple[tuple[str, Spoil], ...] = (
    ("empty", lambda _data: b""),
    ("half a file", lambda data: data[: len(data) // 2]),
    ("text", lambda _data: "Danh sách đảng viên\n".encode()),
    ("a page of the web", lambda _data: b"<html><body><table></table></body></html>"),
    ("random bytes", lambda _data: bytes(range(256)) * 40),
    ("zeros", lambda data: bytes(len(data))),
    ("an archive of something else", lambda _data: _archive({"readme.txt": b"x"})),
    ("an encrypted workbook", lambda _data: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2048)),
    ("no workbook part", _in("xl/workbook.xml", lambda _content: None)),
    ("no content types", _in("[Content_Types].xml", lambda _content: None)),
    ("no relations", _in("xl/_rels/workbook.xml.rels", lambda _content: None)),
    ("no member sheet", _in(_SHEET, lambda _content: None)),
    ("a sheet cut short", _in(_SHEET, lambda content: content[: len(content) // 2])),
    ("an unknown encoding", _in(_SHEET, lambda content: content.replace(b'encoding="UTF-8"', b'encoding="x-none"', 1))),
    ("entities", _in(_SHEET, lambda content: b"<!DOCTYPE a [<!ENTITY b 'c'>]>" + content)),
    ("strings cut short", _in("xl/sharedStrings.xml", lambda content: content[:-40])),
    ("a workbook cut short", _in("xl/workbook.xml", lambda content: content[:-30])),
    ("the checksum does not fit", _flipped),
    ("bytes that are no letters", _in("xl/sharedStrings.xml", lambda content: content.replace(b"<t>", b"<t>\xff\xfe", 1))),
    ("a Word document", lambda _data: _archive({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<document/>"})),
)


def plant(number: int, fault: int, folder: Path) -> Path:
    """The cell of that number, spoilt in that way."""
    path = write(cell(number), folder)
    path.write_bytes(FAULTS[fault % len(FAULTS)][1](path.read_bytes()))
    os.utime(path, (1_700_000_000, 1_700_000_000))
    return path
