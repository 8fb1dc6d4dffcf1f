"""Who has a workbook open, as Excel's and LibreOffice's owner files beside it say.

An owner file is a hint with a name in it, never proof: it stays behind when a machine stops
(engineering/reliability.md §1). Excel's is `~$name.xlsx`, 165 bytes: byte 0 the length of an ANSI name, at 55 a
little-endian count, from 57 the same name in UTF-16. Only the UTF-16 half keeps Vietnamese letters. Word's
stands one byte earlier. LibreOffice's is `.~lock.name.xlsx#`, one line
`full name,login,machine,time,profile;`.

Whoever only reads is told; whoever wants to write is refused until the owner file is gone (requirement F61).
"""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime
from typing import TYPE_CHECKING

from addin.core.records import dataclass
from addin.errors import NotAWorkbook

if TYPE_CHECKING:
    from pathlib import Path

EXCEL_PREFIX = "~$"
LIBREOFFICE_PREFIX = ".~lock."
_LONGEST_NAME = 52
_COUNT_AT = {"Excel": 55, "Word": 54}
_COMMA = re.compile(r"(?<!\\),")
_FIELD_COUNT = 4


@dataclass(frozen=True, slots=True)
class Editor:
    """Somebody who seems to have the file open; `name` and `machine` are empty where the owner file does not tell."""

    name: str
    program: str
    owner_file: Path
    machine: str = ""
    since: datetime | None = None

    @property
    def shown(self) -> str:
        """«đồng chí X», or what can be said without a name."""
        return f"đồng chí {self.name}" if self.name else "một đồng chí khác"


def is_owner_file(name: str) -> bool:
    """Whether a file name is that of an owner file, never of a workbook."""
    return name.startswith((EXCEL_PREFIX, LIBREOFFICE_PREFIX))


def refuse_owner_file(path: Path) -> None:
    """NotAWorkbook where somebody named the owner file in place of the workbook."""
    if is_owner_file(path.name):
        raise NotAWorkbook(
            f"«{path.name}» là tệp khoá tạm của Excel hoặc LibreOffice, không phải sổ.",
            "Chọn tệp sổ cùng tên, không có ~$ hay .~lock ở đầu.",
        )


def find_editor(path: Path) -> Editor | None:
    """The person named by an owner file beside the workbook."""
    return next(iter(find_editors(path)), None)


def find_editors(path: Path) -> tuple[Editor, ...]:
    """Everybody an owner file beside the workbook names: Excel's, then LibreOffice's."""
    excel = path.with_name(EXCEL_PREFIX + path.name)
    libreoffice = path.with_name(f"{LIBREOFFICE_PREFIX}{path.name}#")
    found = []
    if _is_there(excel):
        found.append(Editor(excel_owner(owner_content(excel)), "Excel", excel, since=_changed(excel)))
    if _is_there(libreoffice):
        content = owner_content(libreoffice)
        machine, since = _fields(content)[2], _time(_fields(content)[3]) or _changed(libreoffice)
        found.append(Editor(libreoffice_owner(content), "LibreOffice", libreoffice, machine, since))
    return tuple(found)


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
    return next(filter(None, _fields(content)[:3]), "")


def _fields(content: bytes) -> list[str]:
    """Full name, login, machine, time of a LibreOffice lock file; a comma within a name has a backslash before it."""
    fields = [_clean(field.replace("\\", "")) for field in _COMMA.split(content.decode("utf-8", "replace"))]
    return [*fields, *[""] * _FIELD_COUNT]


def _time(text: str) -> datetime | None:
    """Local time of the machine that wrote it, as said there."""
    try:
        return datetime.strptime(text, "%d.%m.%Y %H:%M")  # noqa: DTZ007 - it names no zone
    except ValueError:
        return None


def _changed(path: Path) -> datetime | None:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime)  # noqa: DTZ006 - shown to the person at this machine
    except (OSError, OverflowError, ValueError):
        return None


def _is_there(path: Path) -> bool:
    """Whether there is such a file; a name near 255 bytes has no room for the prefix, so then there is none."""
    try:
        return path.is_file()
    except OSError:
        return False


def owner_content(path: Path) -> bytes:
    """Its first kilobyte: an owner file has less; nothing where it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(1024)
    except OSError:
        return b""


def _clean(name: str) -> str:
    """One printable line: the file is anybody's to write."""
    printable = "".join(letter for letter in name if letter.isprintable())
    return unicodedata.normalize("NFC", printable).strip()[:_LONGEST_NAME]
