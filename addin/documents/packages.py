"""A .docx as its parts: read from a template, written again so that the same parts give the same bytes.

Zip times are fixed, the order of parts is that of the template, and the properties that name people or
times are replaced. Unchanged parts are deflated once; a document only appends what changed.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape

_FIXED_DAY = (1 << 5) | 1  # 1 January 1980, the first day a zip can name
_UTF8 = 0x800
_LEVEL = 4
_MAX_PARTS = 500
_MAX_SIZE = 20 * 1024 * 1024
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)

CORE = "docProps/core.xml"
APP = "docProps/app.xml"
CUSTOM = "docProps/custom.xml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_APP_XML = (
    f'{_XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"></Properties>'
)
_CUSTOM_XML = (
    f'{_XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"></Properties>'
)


def core_properties(title: str) -> bytes:
    """Properties with a title and the language for screen readers; no author, no times."""
    return (
        f'{_XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title><dc:language>vi-VN</dc:language></cp:coreProperties>"
    ).encode()


def read_parts(content: bytes) -> dict[str, bytes]:
    """The parts by name, in the file's order; ValueError where it is no sound .docx package."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            entries = package.infolist()
            if len(entries) > _MAX_PARTS or sum(entry.file_size for entry in entries) > _MAX_SIZE:
                raise ValueError("too large")
            if any(entry.compress_type not in _METHODS for entry in entries):
                raise ValueError("packed as Word never does")
            if len({entry.filename.lower() for entry in entries}) < len(entries):
                raise ValueError("two parts of one name")
            parts = {entry.filename: package.read(entry) for entry in entries if not entry.is_dir()}
    except (zipfile.BadZipFile, zlib.error, struct.error, LookupError, EOFError, NotImplementedError, RuntimeError, OSError) as error:
        raise ValueError("not a package") from error
    if "word/document.xml" not in parts or "[Content_Types].xml" not in parts:
        raise ValueError("not a document")
    return parts


def without_traces(parts: Mapping[str, bytes], title: str) -> dict[str, bytes]:
    """The parts with properties that name nobody and no time."""
    replaced = {CORE: core_properties(title), APP: _APP_XML.encode(), CUSTOM: _CUSTOM_XML.encode()}
    return {name: replaced.get(name, data) for name, data in parts.items()}


@dataclass(frozen=True, slots=True)
class Packed:
    """Parts already deflated: their entries one behind the other, and the directory of those entries."""

    entries: bytes = b""
    directory: bytes = b""
    count: int = 0

    def closed(self) -> bytes:
        """The whole package."""
        end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, self.count, self.count, len(self.directory), len(self.entries), 0)
        return self.entries + self.directory + end


def packed(parts: Mapping[str, bytes], behind: Packed | None = None) -> Packed:
    """The parts in their order behind those that are packed already.

    Written by hand and not by zipfile, which reads the whole directory again for every document of a batch.
    """
    behind = behind or Packed()
    entries, directory, offset = [behind.entries], [behind.directory], len(behind.entries)
    for name, data in parts.items():
        deflate = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
        body = deflate.compress(data) + deflate.flush()
        path = name.encode()
        facts = struct.pack("<5H3L2H", 20, _UTF8, 8, 0, _FIXED_DAY, zlib.crc32(data), len(body), len(data), len(path), 0)
        entry = b"PK\3\4" + facts + path + body
        directory.append(b"PK\1\2" + struct.pack("<H", 20) + facts + struct.pack("<3H2L", 0, 0, 0, 0, offset) + path)
        entries.append(entry)
        offset += len(entry)
    return Packed(b"".join(entries), b"".join(directory), behind.count + len(parts))


def pack(parts: Mapping[str, bytes]) -> bytes:
    """A package of the parts in their order."""
    return packed(parts).closed()
