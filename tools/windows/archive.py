"""Zips and folders with the same bytes every time: parts sorted, one fixed date."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

_DATE = (1980, 1, 1, 0, 0, 0)


def pack(parts: Mapping[str, bytes]) -> bytes:
    """One zip of name → bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in sorted(parts):
            entry = zipfile.ZipInfo(name, _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, parts[name])
    return stream.getvalue()


def files_under(folder: Path) -> dict[str, bytes]:
    """Every file under a folder, by its path with forward slashes."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def compile_modules(folder: Path, *, beside: bool) -> None:
    """Byte code for every module under a folder, never checked against its source.

    Runs in a process of its own: what else is loaded changes which strings marshal shares, hence the bytes.
    `beside` puts m.pyc where m.py is (the form a zip is imported from), else into __pycache__.
    """
    command = [sys.executable, "-I", "-m", "compileall", "-q", "-s", str(folder), "--invalidation-mode", "unchecked-hash"]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    subprocess.run([*command, *(["-b"] if beside else []), str(folder)], check=True, env=environment)  # noqa: S603 - our own words
