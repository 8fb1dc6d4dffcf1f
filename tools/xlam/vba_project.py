"""Lays out a source-only VBA project ([MS-OVBA] 2.2 and 2.3) as the streams of a compound file.

_VBA_PROJECT carries version 0xFFFF and every module starts at offset 0: there is no compiled code, so the
program that opens the project compiles the source itself. Other writers of add-ins ship the same.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence

from tools.xlam.compound_file import compound_file
from tools.xlam.compression import compress
from tools.xlam.modules import Kind, Module
from tools.xlam.obscured import obscured

PROJECT_NAME = "SoChiBo"
_PROJECT_ID = "{6A2B3F58-51C7-4D0E-9B54-0C1B0D5E7A21}"
_CODE_PAGE = 1252
_SOURCE_ONLY = b"\xcc\x61\xff\xff\x00\x01\x00"
_VERSION = struct.pack("<IH", 1, 0)
# The paths are hints: Windows finds a library by the id in braces. Office gives IRibbonControl.
_REFERENCES = {
    "stdole": r"*\G{00020430-0000-0000-C000-000000000046}#2.0#0#C:\Windows\System32\stdole2.tlb#OLE Automation",
    "Office": r"*\G{2DF8D04C-5BFA-101B-BDE5-00AA0044DE52}#2.0#0#"
    r"C:\Program Files\Common Files\Microsoft Shared\OFFICE16\MSO.DLL#Microsoft Office 16.0 Object Library",
}


def vba_project(modules: Sequence[Module]) -> bytes:
    """The bytes of vbaProject.bin."""
    streams = {"PROJECT": _project(modules).encode("ascii"), "PROJECTwm": _names(modules)}
    for module in modules:
        streams[f"VBA/{module.name}"] = compress(module.source.encode("ascii"))
    streams["VBA/_VBA_PROJECT"] = _SOURCE_ONLY
    streams["VBA/dir"] = compress(_directory(modules))
    return compound_file(streams)


def _project(modules: Sequence[Module]) -> str:
    """PROJECT: what the editor shows, as lines of text."""
    listed = [
        f"Module={module.name}" if module.kind is Kind.PROCEDURES else f"Document={module.name}/&H00000000"
        for module in modules
    ]
    lines = [
        f'ID="{_PROJECT_ID}"',
        *listed,
        f'Name="{PROJECT_NAME}"',
        'HelpContextID="0"',
        'VersionCompatible32="393222000"',
        f'CMG="{obscured(bytes(4), _PROJECT_ID)}"',
        f'DPB="{obscured(bytes(1), _PROJECT_ID)}"',
        f'GC="{obscured(bytes([0xFF]), _PROJECT_ID)}"',
        "",
        "[Host Extender Info]",
        "&H00000001={3832D640-CF90-11CF-8E43-00A0C911005A};VBE;&H00000000",
        "",
        "[Workspace]",
        *(f"{module.name}=0, 0, 0, 0, C" for module in modules),
    ]
    return "".join(f"{line}\r\n" for line in lines)


def _names(modules: Sequence[Module]) -> bytes:
    """PROJECTwm: each name in the code page and in UTF-16."""
    pairs = (_plain(module.name) + b"\0" + _wide(module.name) + b"\0\0" for module in modules)
    return b"".join(pairs) + b"\0\0"


def _directory(modules: Sequence[Module]) -> bytes:
    """VBA/dir: information, references, modules, in the order the format fixes."""
    references = (
        _both(0x16, name, 0x3E) + _record(0x0D, struct.pack("<I", len(library)) + _plain(library) + bytes(6))
        for name, library in _REFERENCES.items()
    )
    head = _record(0x0F, struct.pack("<H", len(modules))) + _record(0x13, b"\xff\xff")
    described = b"".join(_described(module) for module in modules)
    return _information() + b"".join(references) + head + described + _record(0x10, b"")


def _information() -> bytes:
    language = struct.pack("<I", 0x409)
    return (
        _record(0x01, struct.pack("<I", 1))
        + _record(0x02, language)
        + _record(0x14, language)
        + _record(0x03, struct.pack("<H", _CODE_PAGE))
        + _record(0x04, _plain(PROJECT_NAME))
        + _both(0x05, "", 0x40)
        + _record(0x06, b"")
        + _record(0x3D, b"")
        + _record(0x07, bytes(4))
        + _record(0x08, bytes(4))
        # The version record says size 4 although six bytes follow: the format is so.
        + struct.pack("<HI", 0x09, 4)
        + _VERSION
        + _both(0x0C, "", 0x3C)
    )


def _described(module: Module) -> bytes:
    kind = 0x21 if module.kind is Kind.PROCEDURES else 0x22
    return (
        _record(0x19, _plain(module.name))
        + _record(0x47, _wide(module.name))
        + _both(0x1A, module.name, 0x32)
        + _both(0x1C, "", 0x48)
        + _record(0x31, bytes(4))
        + _record(0x1E, bytes(4))
        + _record(0x2C, b"\xff\xff")
        + _record(kind, b"")
        + _record(0x2B, b"")
    )


def _both(plain_id: int, text: str, wide_id: int) -> bytes:
    return _record(plain_id, _plain(text)) + _record(wide_id, _wide(text))


def _record(number: int, data: bytes) -> bytes:
    return struct.pack("<HI", number, len(data)) + data


def _plain(text: str) -> bytes:
    return text.encode("ascii")


def _wide(text: str) -> bytes:
    return text.encode("utf-16-le")
