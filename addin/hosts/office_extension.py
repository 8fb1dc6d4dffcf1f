"""LibreOffice's own tool for extensions: add ours, take it away, look whether it is there; for this user only.

The tool refuses to work as root and has crashed on exit after doing its work (engineering/addin.md §4), so its
list is believed, not its exit code.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from addin.core.records import dataclass
from addin.hosts.office_program import program_folders

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
    name = "unopkg.com" if sys.platform == "win32" else "unopkg"
    return next((Extensions(folder / name) for folder in program_folders() if (folder / name).is_file()), None)
