"""LibreOffice's own tool for extensions: add ours, take it away, look whether it is there; for this user only.

The tool refuses to work as root and has crashed on exit after doing its work (engineering/addin.md §4), so its
list is believed, not its exit code.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from addin.core.records import dataclass

IDENTIFIER = "vn.sochibo"
_SECONDS = 120


@dataclass(frozen=True, slots=True)
class Extensions:
    """`tool` is unopkg; `options` go into each call (a profile of its own, in tests)."""

    tool: Path
    options: tuple[str, ...] = ()

    def add(self, extension: Path) -> bool:
        """Whether it is there afterwards; an older one is replaced."""
        self._run("add", "--force", str(extension))
        return self.has_ours()

    def take_away(self) -> bool:
        """Whether it is gone afterwards."""
        self._run("remove", IDENTIFIER)
        return not self.has_ours()

    def has_ours(self) -> bool:
        """By the tool's own list."""
        return f"Identifier: {IDENTIFIER}\n" in self._run("list")

    def _run(self, *words: str) -> str:
        """What it says; nothing where it does not answer in time."""
        try:
            done = subprocess.run(  # noqa: S603 - LibreOffice's own tool
                [str(self.tool), *words, *self.options],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=_SECONDS,
                check=False,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except (OSError, subprocess.TimeoutExpired):
            return ""
        return done.stdout.decode("utf-8", "replace").replace("\r\n", "\n")


def find_extensions() -> Extensions | None:
    """The tool of the LibreOffice on this machine; None where there is none."""
    return next((Extensions(tool) for tool in _candidates() if tool.is_file()), None)


def _candidates() -> Iterator[Path]:
    """Beside the office program, which is a link on most Linux systems; on Windows where its installer says."""
    if sys.platform == "win32":
        import winreg  # noqa: PLC0415 - Windows only

        for root in (winreg.HKEY_CURRENT_USER, winreg.HKEY_LOCAL_MACHINE):
            with contextlib.suppress(OSError):
                yield Path(winreg.QueryValue(root, r"SOFTWARE\LibreOffice\UNO\InstallPath")) / "unopkg.com"
        yield Path(os.environ.get("PROGRAMFILES", "")) / "LibreOffice" / "program" / "unopkg.com"
    else:
        for name in ("unopkg", "soffice"):
            found = shutil.which(name)
            if found:
                yield Path(os.path.realpath(found)).with_name("unopkg")
