"""Puts the running program into the user's private folder on Windows, as the installer would: `python` and `app`.

The interpreter running now is copied with the packages the add-in needs and no others. Its path file makes it
blind to the variables and packages of any other Python on the PC.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from addin import resources
from addin.errors import CannotWrite
from addin.jobs.installed_places import Places

_WAYS_IN = "installer/app"
_OURSELVES = "sochibo"
_NEEDED = ("xlwings", "pywin32", _OURSELVES)
_NOT_COPIED = shutil.ignore_patterns("__pycache__", "site-packages", "test", "tests", "Doc", "Tools", "Scripts", "include", "libs", "tcl")
_PATHS = ("python{version}.zip", ".", "DLLs", "Lib", "Lib\\site-packages", "..\\app", "import site", "")


def place_program(places: Places) -> None:
    """Copy interpreter, packages and program; what was there before must be gone by now."""
    ways_in = resources.shipped(_WAYS_IN)
    if not ways_in.is_dir():
        raise CannotWrite("Bản này không mang đủ tệp để tự cài.", "Dùng bộ cài Sổ Chi bộ, hoặc chạy lệnh cài từ thư mục mã nguồn.")
    shutil.copytree(sys.base_prefix, places.python, ignore=_NOT_COPIED)
    packages = places.python / "Lib" / "site-packages"
    for name in sorted(_distributions(_NEEDED)):
        _copy_distribution(name, packages)
    version = f"{sys.version_info.major}{sys.version_info.minor}"
    lines = "\r\n".join(_PATHS).format(version=version)
    (places.python / f"python{version}._pth").write_bytes(lines.encode("ascii"))
    shutil.copytree(ways_in, places.program, ignore=_NOT_COPIED)
    _copy_ourselves(places.program / "addin")


def _copy_ourselves(package: Path) -> None:
    """The modules, and beside them what ships, wherever it lies now."""
    shutil.copytree(resources.package(), package, ignore=_NOT_COPIED)
    for name, source in resources.all_shipped().items():
        target = package / resources.COPY / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)


def _distributions(names: tuple[str, ...]) -> set[str]:
    """These packages and, as far as they are installed, what they need."""
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop().lower()
        if name not in found and _is_installed(name):
            found.add(name)
            waiting.extend(_requirements(name))
    return found


def _is_installed(name: str) -> bool:
    try:
        metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return False
    return True


def _requirements(name: str) -> Iterator[str]:
    """Names only; what an extra asks for is nobody's need here."""
    for line in metadata.requires(name) or ():
        if "extra ==" not in line:
            yield re.split(r"[^A-Za-z0-9._-]", line, maxsplit=1)[0]


def _copy_distribution(name: str, packages: Path) -> None:
    """Its files; of ourselves only the version, for the package is copied apart."""
    for file in metadata.files(name) or ():
        source = Path(str(file.locate()))
        is_wanted = ".." not in file.parts and "__pycache__" not in file.parts
        if name == _OURSELVES:
            is_wanted = file.parts[0].endswith(".dist-info") and file.name == "METADATA"
        if is_wanted and source.is_file():
            target = packages.joinpath(*file.parts)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
