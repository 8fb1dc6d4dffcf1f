"""Where an installation puts its things: one folder of the user's own, and Excel's start folder. Nowhere else.

installer/SoChiBo.nsi, macros/Launcher.bas and macros/libreoffice name the same places; tests hold them together.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from addin.core.records import dataclass
from addin.errors import CannotWrite

ADDIN_NAME = "SoChiBo.xlam"
EXTENSION_NAME = "SoChiBo.oxt"
COMMAND_NAME = "libreoffice.json"
RESIDENT_NAME = "resident.json"


@dataclass(frozen=True, slots=True)
class Places:
    """`home` is the private folder; `excel_start` where Excel loads add-ins from, None where no Excel can be."""

    home: Path
    excel_start: Path | None

    @property
    def addin(self) -> Path | None:
        """The add-in, as Excel finds it."""
        return self.excel_start / ADDIN_NAME if self.excel_start else None

    @property
    def python(self) -> Path:
        """Our own interpreter's folder; the launcher starts `pythonw.exe` in it."""
        return self.home / "python"

    @property
    def program(self) -> Path:
        """`run.py`, `command.py` and the packages and files they need."""
        return self.home / "app"

    @property
    def uninstaller(self) -> Path:
        """There when the installer put the program here; it alone takes the program away again."""
        return self.home / "uninstall.exe"

    @property
    def holds_this_program(self) -> bool:
        """Whether the program running now is the installed one."""
        return self.program in Path(__file__).parents


def places_of(environment: Mapping[str, str], platform: str = sys.platform) -> Places:
    """The places of this user, by the variables of the system."""
    if platform == "win32":
        local, roaming = (_folder(environment, name) for name in ("LOCALAPPDATA", "APPDATA"))
        return Places(local / "SoChiBo", roaming / "Microsoft" / "Excel" / "XLSTART")
    data = environment.get("XDG_DATA_HOME")
    return Places((Path(data) if data else _folder(environment, "HOME") / ".local" / "share") / "sochibo", None)


def _folder(environment: Mapping[str, str], name: str) -> Path:
    value = environment.get(name)
    if not value:
        raise CannotWrite(f"Không biết thư mục riêng của người dùng: thiếu biến {name}.", "Đăng nhập lại rồi chạy lại.")
    return Path(value)
