"""Where the LibreOffice of this machine lies: its program, and the tools beside it."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

_MAC = Path("/Applications/LibreOffice.app/Contents/MacOS")


def office_program() -> Path | None:
    """What starts it and waits for it, without a window where it is told so; None where this machine has none."""
    name = "soffice.com" if sys.platform == "win32" else "soffice"
    return next((folder / name for folder in program_folders() if (folder / name).is_file()), None)


def program_folders() -> Iterator[Path]:
    """Beside the office program, which is a link on most Linux systems; on Windows where its installer says."""
    if sys.platform == "win32":
        import winreg  # noqa: PLC0415 - Windows only

        for root in (winreg.HKEY_CURRENT_USER, winreg.HKEY_LOCAL_MACHINE):
            with contextlib.suppress(OSError):
                yield Path(winreg.QueryValue(root, r"SOFTWARE\LibreOffice\UNO\InstallPath"))
        yield Path(os.environ.get("PROGRAMFILES", "")) / "LibreOffice" / "program"
        return
    for name in ("unopkg", "soffice", "libreoffice"):
        found = shutil.which(name)
        if found:
            yield Path(os.path.realpath(found)).parent
    if sys.platform == "darwin":
        yield _MAC
