"""How pip and `python -m build` build the project: setuptools, then the shipped files, then the same bytes every time.

pyproject.toml names this module as the build backend; the hooks it does not define are setuptools' own. Whoever builds,
wherever and whenever: parts are sorted, dated 1 January 1980 and readable by all.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import shutil
import tarfile
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from setuptools import build_meta
from setuptools.build_meta import (
    build_editable,
    get_requires_for_build_editable,
    get_requires_for_build_sdist,
    get_requires_for_build_wheel,
    prepare_metadata_for_build_editable,
    prepare_metadata_for_build_wheel,
)

from tools.shipping import shipped

__all__ = [
    "build_editable",
    "build_sdist",
    "build_wheel",
    "get_requires_for_build_editable",
    "get_requires_for_build_sdist",
    "get_requires_for_build_wheel",
    "prepare_metadata_for_build_editable",
    "prepare_metadata_for_build_wheel",
]

_DATE = (1980, 1, 1, 0, 0, 0)
_EPOCH = 315532800
_FILE, _PROGRAM = 0o644, 0o755
_OWN_MODE = 0o100


def build_wheel(wheel_directory: str, config_settings: Any = None, metadata_directory: str | None = None) -> str:
    """Setuptools' wheel with the shipped files in it."""
    shutil.rmtree(Path("build") / "lib", ignore_errors=True)  # modules that have gone since would slip in
    name: str = build_meta.build_wheel(wheel_directory, config_settings, metadata_directory)
    wheel = Path(wheel_directory) / name
    with zipfile.ZipFile(wheel) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    wheel.write_bytes(_wheel(parts | shipped()))
    return name


def build_sdist(sdist_directory: str, config_settings: Any = None) -> str:
    """Setuptools' source package, packed again."""
    name: str = build_meta.build_sdist(sdist_directory, config_settings)
    package = Path(sdist_directory) / name
    package.write_bytes(_sdist(package))
    return name


def _wheel(parts: Mapping[str, bytes]) -> bytes:
    """The record of what is in it comes last, as the format asks."""
    record = next(name for name in parts if name.endswith(".dist-info/RECORD"))
    names = sorted(set(parts) - {record}, key=lambda name: (".dist-info/" in name, name))
    lines = [*(_recorded(name, parts[name]) for name in names), f"{record},,", ""]
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in [*((name, parts[name]) for name in names), (record, "\n".join(lines).encode())]:
            entry = zipfile.ZipInfo(name, _DATE)
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, (0o100000 | _FILE) << 16
            archive.writestr(entry, content)
    return stream.getvalue()


def _recorded(name: str, content: bytes) -> str:
    digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
    return f"{name},sha256={digest},{len(content)}"


def _sdist(package: Path) -> bytes:
    """Files only, owned by nobody; the compressed stream names no file and no time."""
    packed = io.BytesIO()
    with tarfile.open(package) as before, tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as after:
        for member in sorted((member for member in before if member.isfile()), key=lambda member: member.name):
            entry = tarfile.TarInfo(member.name)
            entry.size, entry.mtime, entry.mode = member.size, _EPOCH, _PROGRAM if member.mode & _OWN_MODE else _FILE
            after.addfile(entry, before.extractfile(member))
    return gzip.compress(packed.getvalue(), mtime=0)
