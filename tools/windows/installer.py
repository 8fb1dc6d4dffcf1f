"""Builds the Windows installer from a payload with NSIS; the same payload gives the same bytes."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from tools.windows.faults import BuildFault
from tools.windows.language import write_language
from tools.windows.payload import version, write
from tools.windows.places import INSTALLER

COMPILER = "makensis"
_EPOCH = 315532800
"""1980-01-01, the first day a zip knows."""


def build(files: Mapping[str, bytes], out: Path, *, compression: str = "lzma") -> None:
    """Write the installer; `compression` zlib is quicker and larger, for tests."""
    if shutil.which(COMPILER) is None:
        raise BuildFault(f"{COMPILER} is missing: run `make system-windows`.")
    files = {**files, "sochibo.cmd": (INSTALLER / "sochibo.cmd").read_bytes()}
    with tempfile.TemporaryDirectory(prefix="sochibo-") as name:
        stage = Path(name)
        write(stage / "files", files)
        for path in stage.rglob("*"):
            os.utime(path, (_EPOCH, _EPOCH))
        write_language(stage / "languages", COMPILER)
        listing = stage / "files.nsh"
        listing.write_text(_listing(stage / "files", files), encoding="utf-8")
        size = sum(map(len, files.values())) // 1024
        definitions = {"FILES": listing, "LANGUAGES": stage / "languages", "VERSION": version(), "OUT": out.resolve(), "KILOBYTES": size,
                       "COMPRESSION": compression}  # fmt: skip
        done = _compile(definitions)
    if done.returncode:
        raise BuildFault(f"{COMPILER}: {done.stdout}{done.stderr}")


def _compile(definitions: Mapping[str, object]) -> subprocess.CompletedProcess[str]:
    words = [f"-D{key}={value}" for key, value in definitions.items()]
    command = [COMPILER, "-V2", "-WX", "-NOCD", "-INPUTCHARSET", "UTF8", *words, str(INSTALLER / "SoChiBo.nsi")]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(_EPOCH), "LC_ALL": "C.UTF-8"}  # it reads its own words in the PC's encoding
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603 - our own words


def _listing(stage: Path, names: Iterable[str]) -> str:
    """One `File` line each, sorted by folder: a wildcard would follow the order of the disk."""
    lines, folder = [], None
    for name in sorted(names, key=lambda name: name.rpartition("/")[::2]):
        parent = name.rpartition("/")[0]
        if parent != folder:
            folder = parent
            lines.append(f'SetOutPath "$INSTDIR\\new\\{parent}"'.replace("/", "\\"))
        lines.append(f'File "{stage / name}"')
    return "\n".join([*lines, ""])
