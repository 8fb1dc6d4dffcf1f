r"""Where the resident leaves word of itself, and everything else that belongs to this user alone.

The folder is the user's own (`%LOCALAPPDATA%\SoChiBo`, which Windows keeps from other users; elsewhere mode
0700). `resident.json` holds the port and a token no other user can read; a file that others could have written
is not believed.
"""

from __future__ import annotations

import json
import os
import stat
import sys
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from addin.hosts.excel.taking_back import Shelf

_PROGRAM = Path(__file__).parents[1]


class Word(NamedTuple):
    """What a resident says of itself: where it listens, its token, which program it runs."""

    port: int
    token: str
    process: int
    stamp: str


def home() -> Path:
    """The user's own folder of the program."""
    chosen = os.environ.get("SOCHIBO_HOME")
    if chosen:
        return Path(chosen)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "SoChiBo"
    return Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state") / "sochibo"


def shelf() -> Shelf:
    """Where the records for taking writes back lie."""
    from addin.hosts.excel.taking_back import Shelf  # noqa: PLC0415 - only a process that works in Excel needs it

    return Shelf(home() / "hoan-tac")


def word_file() -> Path:
    """The file a resident leaves word in."""
    return home() / "resident.json"


def leave_word(word: Word) -> None:
    """Whole or not at all, readable for this user only."""
    write_private(word_file(), json.dumps(word._asdict()))


def find_word() -> Word | None:
    """What the last resident said; None where there is nothing, or nothing to be believed."""
    path = word_file()
    try:
        if not _is_private(path):
            return None
        return Word(**json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def take_word_away(token: str) -> None:
    """Only a resident's own word: another may have taken its place."""
    word = find_word()
    if word is not None and word.token == token:
        _patiently(lambda: word_file().unlink(missing_ok=True))


def write_private(path: Path, text: str) -> None:
    """A file only this user can read, from its first moment on."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    temporary.unlink(missing_ok=True)
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as stream:
        stream.write(text)
    _patiently(lambda: temporary.replace(path))


def _patiently(act: Callable[[], object]) -> None:
    """Windows refuses while somebody has the file open, and a click that waits for us reads it a hundred times a second."""
    from addin.hosts.disk import patiently  # noqa: PLC0415 - a warm click writes nothing

    patiently(act)


def _is_private(path: Path) -> bool:
    if sys.platform == "win32":
        return True
    found = path.stat()
    return found.st_uid == os.getuid() and not stat.S_IMODE(found.st_mode) & 0o077


def stamp() -> str:
    """Which program this is: interpreter, folder, and the names, sizes and times of its files. An update changes it."""
    seen = zlib.crc32(f"{sys.version}|{_PROGRAM}".encode())
    for text in _files(str(_PROGRAM)):
        seen = zlib.crc32(text.encode("utf-8", "surrogateescape"), seen)
    return f"{seen:08x}"


def _files(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    for entry in found:
        if entry.name.endswith((".py", ".json")):
            facts = entry.stat()
            yield f"{entry.name} {facts.st_size} {facts.st_mtime_ns}"
        elif entry.is_dir() and entry.name != "__pycache__":
            yield from _files(entry.path)
