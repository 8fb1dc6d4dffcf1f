"""Owner files beside a workbook looked at one by one, and taken away where nobody at work can be seen behind them.

What can be seen from here: a lock on the workbook or on the owner file itself, and LibreOffice running on the machine
its owner file names. Excel says no machine, but holds the workbook. Each removal is a line of the log beside the backups.
"""

from __future__ import annotations

import contextlib
import getpass
import json
import os
import socket
import subprocess
import sys
from dataclasses import field
from datetime import datetime
from pathlib import Path

from addin.core.records import dataclass
from addin.errors import ChangedMeanwhile, OpenElsewhere
from addin.hosts.closed.save.backup import FOLDER
from addin.hosts.closed.save.holders import editors, is_held
from addin.hosts.disk import behind_links, explaining, give, make_folder, rights_of
from addin.hosts.mutex import LOCK as OWN_LOCK
from addin.hosts.owner import Editor, owner_content

LOG = "Mở khoá.jsonl"
OURS = "Sổ Chi bộ"
_OFFICE = frozenset({"soffice.bin", "soffice"})
_NO_WINDOW = 0x08000000
_PATIENCE_SECONDS = 10


@dataclass(frozen=True, slots=True)
class Lock:
    """An owner file and its content; `why_kept` says why it may not go, empty where nothing seen speaks for it."""

    editor: Editor
    why_kept: str = ""
    content: bytes = field(default=b"", repr=False)


def locks_of(path: Path) -> tuple[Lock, ...]:
    """Excel's, LibreOffice's, and what a run of ours left when its machine stopped."""
    target = behind_links(path)
    found = (*editors(path), *_own(target))
    return tuple(Lock(editor, _why_kept(target, editor), owner_content(editor.owner_file)) for editor in found)


def take_away(path: Path, lock: Lock, now: datetime) -> None:
    """Exactly the owner file that was shown, and its line in the log; OpenElsewhere or ChangedMeanwhile where that is not right now."""
    target, file = behind_links(path), lock.editor.owner_file
    why_kept = _why_kept(target, lock.editor)
    if why_kept:
        raise OpenElsewhere(f"Chưa gỡ tệp khoá «{file.name}»: {why_kept}.", "Lưu và đóng sổ ở chương trình ấy rồi chạy lại.")
    if owner_content(file) != lock.content:
        raise ChangedMeanwhile(f"Tệp khoá «{file.name}» vừa đổi: có người mới mở hoặc đóng sổ; chưa gỡ gì.", "Chạy lại lệnh để xem ai.")
    with explaining(file), rights_of(target):
        folder = target.parent / FOLDER
        make_folder(folder)
        with (folder / LOG).open("a", encoding="utf-8") as log:
            give(folder / LOG)
            file.unlink(missing_ok=True)
            log.write(json.dumps(_line(target, lock.editor, now), ensure_ascii=False) + "\n")
            log.flush()
            os.fsync(log.fileno())


def _line(target: Path, editor: Editor, now: datetime) -> dict[str, str]:
    return {
        "at": now.isoformat(timespec="seconds"),
        "by": _user(),
        "by_machine": socket.gethostname(),
        "workbook": target.name,
        "owner_file": editor.owner_file.name,
        "program": editor.program,
        "name": editor.name,
        "machine": editor.machine,
        "since": editor.since.isoformat(timespec="minutes") if editor.since else "",
    }


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a login the system has no name for
        return ""


def _own(target: Path) -> tuple[Editor, ...]:
    file = target.with_name(OWN_LOCK)
    try:
        since = datetime.fromtimestamp(file.stat().st_mtime)  # noqa: DTZ006 - shown to the person at this machine
    except OSError:
        return ()
    return (Editor("", OURS, file, since=since),)


def _why_kept(target: Path, editor: Editor) -> str:
    """The sign of life that was seen."""
    if editor.program != OURS and _is_held(target):
        return f"«{target.name}» đang được một chương trình giữ"
    if _is_held(editor.owner_file):
        return "một chương trình đang giữ tệp khoá ấy"
    if editor.program == "LibreOffice" and _is_here(editor.machine) and is_office_running():
        return "LibreOffice trên máy này đang chạy"
    return ""


def _is_held(path: Path) -> bool:
    """A file we may not write tells nothing; taking the owner file away then tells."""
    try:
        return is_held(path)
    except OSError:
        return False


def _is_here(machine: str) -> bool:
    """An owner file that names no machine may well be of this one."""
    return not machine or _short(machine) == _short(socket.gethostname())


def _short(machine: str) -> str:
    return machine.partition(".")[0].casefold()


def is_office_running() -> bool:
    """Whether LibreOffice runs on this machine, whoever started it; False where the system does not say."""
    with contextlib.suppress(OSError, subprocess.SubprocessError):
        return not _OFFICE.isdisjoint(_programs())
    return False


def _programs() -> set[str]:
    """Names of all programs at work."""
    if sys.platform == "win32":
        listed = _told("tasklist", "/FO", "CSV", "/NH", flags=_NO_WINDOW)
        return {line.split('","')[0].strip('"').casefold() for line in listed.splitlines()}
    processes = Path("/proc")
    if (processes / "self" / "comm").exists():
        return set(map(_name, processes.glob("[0-9]*/comm")))
    return {Path(line.strip()).name for line in _told("ps", "-axo", "comm=").splitlines()}


def _name(comm: Path) -> str:
    try:
        return comm.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:  # ended meanwhile
        return ""


def _told(*words: str, flags: int = 0) -> str:
    ran = subprocess.run(words, capture_output=True, timeout=_PATIENCE_SECONDS, check=True, creationflags=flags)  # noqa: S603 - words of ours
    return ran.stdout.decode("utf-8", "replace")
