"""The Windows wheels of the add-in's environment, by name, version and hash from the project's lock files.

The environment is slim: what a click or a command needs, with no numpy and no pandas (xlwings imports whatever
is installed, and numpy stops wine). pip judges environment markers by the PC it runs on, so on Linux it would
silently leave out pywin32 and colorama: they are named here.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from tools.windows.faults import BuildFault
from tools.windows.places import ROOT, download_folder

_NOT_AT_RUN_TIME = frozenset({"setuptools"})
_WINDOWS_ONLY = frozenset({"colorama", "pywin32", "xlwings"})
_TESTING = (
    "et-xmlfile", "hypothesis", "iniconfig", "openpyxl", "packaging", "pluggy", "pygments", "pytest", "ruamel-yaml", "sortedcontainers"
)  # fmt: skip
_PLATFORM = ("--platform", "win_amd64", "--python-version", "3.11", "--implementation", "cp", "--only-binary=:all:")
_ABIS = ("--abi", "cp311", "--abi", "abi3", "--abi", "none")


def environment_lock() -> str:
    """The pinned lines of the environment, markers taken off."""
    return _pinned((set(_pins(ROOT / "requirements.lock")) - _NOT_AT_RUN_TIME) | _WINDOWS_ONLY)


def testing_lock() -> str:
    """What running our own tests on Windows needs beside it; never shipped."""
    return _pinned(_TESTING)


def _pinned(names: Iterable[str]) -> str:
    development = _pins(ROOT / "requirements-dev.lock")
    missing = sorted(set(names) - set(development))
    if missing:
        raise BuildFault(f"requirements-dev.lock does not pin {', '.join(missing)}.")
    return "".join(development[name] for name in sorted(names))


def download(lock: str) -> tuple[Path, ...]:
    """The Windows wheels a lock pins, each checked against its hash; from the cache where they are there."""
    return tuple(sorted(_downloaded(lock, *_PLATFORM, *_ABIS).glob("*.whl")))


def download_source(lock: str) -> Path:
    """The one source package a lock pins, checked and cached alike; pip asks it for its name, nothing is installed."""
    return next(_downloaded(lock, "--no-binary=:all:", "--no-build-isolation").glob("*.tar.gz"))


def _downloaded(lock: str, *options: str) -> Path:
    folder = download_folder(lock)
    if not (folder / "complete").is_file():
        folder.mkdir(parents=True, exist_ok=True)
        pins = folder / "pins.txt"
        pins.write_text(lock, encoding="utf-8")
        command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "download", "-q", "--no-deps", "--require-hashes"]
        subprocess.run([*command, *options, "-d", str(folder), "-r", str(pins)], check=True)  # noqa: S603 - our own words
        (folder / "complete").touch()
    return folder


def _pins(lock: Path) -> dict[str, str]:
    """Each package's block of a lock file as `name==version` and its hashes."""
    pins = {}
    for block in re.split(r"^(?=[A-Za-z0-9])", lock.read_text(encoding="utf-8"), flags=re.MULTILINE):
        head = re.match(r"([A-Za-z0-9._-]+)==([^\s;]+)", block)
        if head:
            hashes = re.findall(r"--hash=sha256:[0-9a-f]{64}", block)
            pins[head[1].lower()] = f"{head[1]}=={head[2]} {' '.join(hashes)}\n"
    return pins
