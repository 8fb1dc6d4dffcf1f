"""What lands in the folder SoChiBo of LOCALAPPDATA: `python` (interpreter and environment) and `app` (the program), as files.

The interpreter is any zip in the layout of python.org's embeddable package. Its path file ignores PYTHONPATH and
by default `site`: it is rewritten so that the environment (with pywin32's own path file) and the program are
found from every way in, the reading child process included.
"""

from __future__ import annotations

import tempfile
import tomllib
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from tools.shipping import packaged
from tools.windows.archive import compile_modules, files_under
from tools.windows.faults import BuildFault
from tools.windows.interpreter import check
from tools.windows.places import INSTALLER, ROOT

_ENVIRONMENT = "Lib/site-packages"
_PROGRAM = "..\\app"
_NOT_SHIPPED = (
    "xlwings/pro/",  # another licence, and nothing here needs it
    "xlwings/addin/",
    "xlwings/html/",
    "xlwings/quickstart",
    "pythonwin/",
    "isapi/",
    "adodbapi/",
    "win32comext/",
    "win32com/test/",
    "win32com/demos/",
    "win32com/HTML/",
    "win32/Demos/",
    "win32/test/",
    "win32/scripts/",
)


def payload(python_zip: Path, sha256: str, wheels: Iterable[Path]) -> dict[str, bytes]:
    """Every file of the installed copy by its path, byte code included; the interpreter's hash is checked first."""
    parts = {**interpreter(python_zip, sha256), **environment(wheels)}
    return compiled({f"python/{name}": content for name, content in parts.items()} | program())


def interpreter(python_zip: Path, sha256: str) -> dict[str, bytes]:
    """The files of the embeddable zip, its path file rewritten."""
    check(python_zip.name, python_zip.read_bytes(), sha256)
    with zipfile.ZipFile(python_zip) as archive:
        files = {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}
    paths = [name for name in files if name.endswith("._pth")]
    if len(paths) != 1 or "pythonw.exe" not in files:
        raise BuildFault(f"{python_zip.name} is not an embeddable Python: pythonw.exe and one ._pth file are needed.")
    version = paths[0].removesuffix("._pth")
    lines = (f"{version}.zip", ".", _ENVIRONMENT.replace("/", "\\"), _PROGRAM, "import site", "")
    return {**files, paths[0]: "\r\n".join(lines).encode()}


def environment(wheels: Iterable[Path]) -> dict[str, bytes]:
    """The wheels unpacked as an installation would, less what only developers use."""
    files: dict[str, bytes] = {}
    for wheel in wheels:
        with zipfile.ZipFile(wheel) as archive:
            for name in archive.namelist():
                place = _place(name)
                if place and not place.startswith(_NOT_SHIPPED):
                    files[f"{_ENVIRONMENT}/{place}"] = archive.read(name)
    return files


def _place(name: str) -> str:
    """Where a wheel's member goes; empty for folders, scripts and loose data."""
    top, _, rest = name.partition("/")
    if not top.endswith(".data"):
        return "" if name.endswith("/") else name
    kind, _, inner = rest.partition("/")
    return inner if kind in {"purelib", "platlib"} else ""


def program() -> dict[str, bytes]:
    """Our package with all that ships, and the ways in."""
    files = {f"app/{path.name}": path.read_bytes() for path in sorted((INSTALLER / "app").glob("*.py"))}
    files["app/LICENSE"] = (ROOT / "LICENSE").read_bytes()
    files["app/sochibo.dist-info/METADATA"] = metadata()
    return files | {f"app/{name}": content for name, content in packaged().items()}


def version() -> str:
    """The product's version."""
    return str(_project()["version"])


def metadata() -> bytes:
    """What makes the copy a known package: name, version, needs."""
    needs = (f"Requires-Dist: {need}" for need in _project()["dependencies"])
    return "\n".join(["Metadata-Version: 2.1", "Name: sochibo", f"Version: {version()}", *needs, ""]).encode()


def _project() -> dict[str, Any]:
    return dict(tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"])


def compiled(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The same files and the byte code of every module, so that the first click is no slower than the next."""
    with tempfile.TemporaryDirectory(prefix="sochibo-") as name:
        folder = Path(name)
        write(folder, files)
        compile_modules(folder, beside=False)
        return files_under(folder)


def write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Put the files under a folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
