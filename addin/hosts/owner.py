"""Who has a workbook open, as Excel's and LibreOffice's owner files beside it say.

An owner file is a hint with a name in it, never proof: it stays behind when a machine stops
(engineering/reliability.md §1). Excel's is `~$name.xlsx`, 165 bytes: byte 0 the length of an ANSI name, at 55 a
little-endian count, from 57 the same name in UTF-16. Only the UTF-16 half keeps Vietnamese letters. Word's
stands one byte earlier. LibreOffice's is `.~lock.name.xlsx#`, one line
`full name,login,machine,time,profile;`.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from addin.core.records import dataclass

if TYPE_CHECKING:
    from pathlib import Path

EXCEL_PREFIX = "~$"
LIBREOFFICE_PREFIX = ".~lock."
_LONGEST_NAME = 52
_COUNT_AT = {"Excel": 55, "Word": 54}


@dataclass(frozen=True, slots=True)
class Editor:
    """Somebody who seems to have the file open; `name` is empty where the owner file does not tell."""

    name: str
    program: str
    owner_file: Path

    @property
    def shown(self) -> str:
        """«đồng chí X», or what can be said without a name."""
        return f"đồng chí {self.name}" if self.name else "một đồng chí khác"


def is_owner_file(name: str) -> bool:
    """Whether a file name is that of an owner file, never of a workbook."""
    return name.startswith((EXCEL_PREFIX, LIBREOFFICE_PREFIX))


def find_editor(path: Path) -> Editor | None:
    """The person named by an owner file beside the workbook."""
    excel = path.with_name(EXCEL_PREFIX + path.name)
    if _is_there(excel):
        return Editor(excel_owner(_content(excel)), "Excel", excel)
    libreoffice = path.with_name(f"{LIBREOFFICE_PREFIX}{path.name}#")
    if _is_there(libreoffice):
        return Editor(libreoffice_owner(_content(libreoffice)), "LibreOffice", libreoffice)
    return None


def excel_owner(content: bytes) -> str:
    """The name in an Excel or Word owner file; empty where there is none."""
    for count_at in _COUNT_AT.values():
        count = int.from_bytes(content[count_at : count_at + 2], "little")
        start = count_at + 2
        if 0 < count <= _LONGEST_NAME and len(content) >= start + 2 * count:
            return _clean(content[start : start + 2 * count].decode("utf-16-le", "replace"))
    ansi = content[1 : 1 + min(content[0], _LONGEST_NAME)] if content else b""
    return _clean(ansi.decode("cp1258", "replace"))


def libreoffice_owner(content: bytes) -> str:
    """The full name, else the login, else the machine, in a LibreOffice lock file."""
    fields = content.decode("utf-8", "replace").split(",")
    return next(filter(None, map(_clean, fields[:3])), "")


def _is_there(path: Path) -> bool:
    """Whether there is such a file; a name near 255 bytes has no room for the prefix, so then there is none."""
    try:
        return path.is_file()
    except OSError:
        return False


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(1024)
    except OSError:
        return b""


def _clean(name: str) -> str:
    """One printable line: the file is anybody's to write."""
    printable = "".join(letter for letter in name if letter.isprintable())
    return unicodedata.normalize("NFC", printable).strip()[:_LONGEST_NAME]
