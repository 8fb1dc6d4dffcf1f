"""A .docx as its parts: read from a template, written again so that the same parts give the same bytes.

Zip times are fixed, the order of parts is that of the template, and the properties that name people or
times are replaced. Unchanged parts are deflated once; a document only appends what changed.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

_FIXED_TIME = (1980, 1, 1, 0, 0, 0)
_MAX_PARTS = 500
_MAX_SIZE = 50 * 1024 * 1024

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
            parts = {entry.filename: package.read(entry) for entry in entries if not entry.is_dir()}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError) as error:
        raise ValueError("not a package") from error
    if "word/document.xml" not in parts or "[Content_Types].xml" not in parts:
        raise ValueError("not a document")
    return parts


def without_traces(parts: Mapping[str, bytes], title: str) -> dict[str, bytes]:
    """The parts with properties that name nobody and no time."""
    replaced = {CORE: core_properties(title), APP: _APP_XML.encode(), CUSTOM: _CUSTOM_XML.encode()}
    return {name: replaced.get(name, data) for name, data in parts.items()}


def pack(parts: Mapping[str, bytes]) -> bytes:
    """A package of the parts in their order."""
    return append(b"", parts)


def append(package: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The package with further parts behind those it has."""
    buffer = io.BytesIO(package)
    with zipfile.ZipFile(buffer, "a" if package else "w", zipfile.ZIP_DEFLATED, compresslevel=6) as target:
        for name, data in parts.items():
            target.writestr(_entry(name), data)
    return buffer.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _FIXED_TIME)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 0
    return entry
