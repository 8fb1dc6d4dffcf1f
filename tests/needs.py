"""What some tests need of the machine beside Python: how it is seen to be there, and what is said where it is not."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
SHARED = Path(os.environ.get("SOCHIBO_SHARED") or ROOT.parent / "shared")
_CORPUS = SHARED / "corpus" / "xlsx"
_PROGRAMS = ("soffice", "unopkg", "Xvfb", "pdftotext")
_UNO = ("/usr/bin/python3", "-c", "import uno")


@dataclass(frozen=True)
class Need:
    """A marker of tests, and what they need that is not here: empty where it is."""

    marker: str
    missing: Callable[[], str]


def no_office() -> str:
    """LibreOffice with all that our tests use of it; half of it is as good as none."""
    missing = [program for program in _PROGRAMS if shutil.which(program) is None]
    if not missing and not _answers(_UNO):
        missing = ["python3-uno"]
    return f"LibreOffice, of which this machine lacks {', '.join(missing)} (`make system` installs it, Debian)" if missing else ""


def no_shared() -> str:
    """The folder of workbooks nobody here wrote lies outside the clone."""
    if _CORPUS.is_dir():
        return ""
    return f"the shared corpus, and {_CORPUS} is not there (SOCHIBO_SHARED names the folder `shared` elsewhere)"


def _answers(command: tuple[str, ...]) -> bool:
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def browser() -> str | None:
    """Chromium under one of its names."""
    return next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None)


def no_browser() -> str:
    """The page of a batch is looked at in a browser without a window."""
    return "" if browser() else "Chromium (`make system` installs it, Debian)"


def no_samba() -> str:
    """The server lies where an ordinary user's path does not lead."""
    server = shutil.which("smbd", path="/usr/local/sbin:/usr/sbin:/sbin:/usr/bin")
    missing = [name for name, found in (("smbd", server), ("smbclient", shutil.which("smbclient"))) if found is None]
    return f"Samba, of which this machine lacks {', '.join(missing)} (`make system` installs it, Debian)" if missing else ""


NEEDS = (Need("libreoffice", no_office), Need("browser", no_browser), Need("shared", no_shared), Need("samba", no_samba))
