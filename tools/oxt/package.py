"""The extension as a zip: the texts of `macros/libreoffice`, menu and toolbar filled in, fixed dates, sorted names.

Parts are stored, not deflated: the bytes do not depend on which zlib is installed.
"""

from __future__ import annotations

import io
import tomllib
import zipfile
from pathlib import Path

from tools.oxt.buttons import items, read_buttons

MACROS = Path(__file__).parents[2] / "macros"
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_READABLE_BY_ALL = 0o644 << 16


def build(macros: Path) -> bytes:
    """The bytes of the .oxt."""
    folder = macros / "libreoffice"
    contents = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    title, buttons = read_buttons(macros / "customUI14.xml")
    menus = contents["Addons.xcu"].decode("utf-8").replace("{TITLE}", title)
    menus = menus.replace("{MENU}", items(buttons, in_menu=True)).replace("{TOOLBAR}", items(buttons, in_menu=False))
    contents["Addons.xcu"] = menus.encode()
    contents["description.xml"] = contents["description.xml"].replace(b"{VERSION}", _version(macros.parent).encode())
    return _zipped(contents)


def _version(root: Path) -> str:
    return str(tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"])


def _zipped(contents: dict[str, bytes]) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as package:
        for name in sorted(contents):
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.create_system, entry.external_attr = 3, _READABLE_BY_ALL
            package.writestr(entry, contents[name])
    return whole.getvalue()
