"""`install` and `uninstall`: the add-in for this user, in Excel and in LibreOffice, without admin rights.

Both may be repeated. Everything lies in the two places of `Places`; `uninstall` leaves nothing there.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from enum import Enum, auto
from pathlib import Path

from addin.core.records import dataclass
from addin.errors import CannotWrite, OpenElsewhere
from addin.hosts.office_extension import Extensions, find_extensions
from addin.jobs.installed_class import forget, register
from addin.jobs.installed_places import ADDIN_NAME, COMMAND_NAME, EXTENSION_NAME, RESIDENT_NAME, Places
from addin.jobs.installed_program import place_program
from addin.jobs.outcome import Outcome
from addin.resources import shipped

_TRIES = 40
_PAUSE = 0.25
_EXCEL_OPEN = ("Excel đang mở nên chưa thay được add-in.", "Lưu sổ, đóng Excel rồi chạy lại.")
_NOT_COPIED = ("Không chép được chương trình vào thư mục riêng nên chưa đổi gì.", "Kiểm tra chỗ trống và quyền ghi của ổ đĩa rồi chạy lại.")
_AT_WORK = ("Sổ Chi bộ đang làm việc trong Excel nên chưa thay được chương trình.", "Đợi việc xong, đóng Excel rồi chạy lại.")


class Office(Enum):
    """How it went with LibreOffice's extension."""

    ABSENT = auto()
    DONE = auto()
    REFUSED = auto()


class Program(Enum):
    """What became of the private folder."""

    ABSENT = auto()
    TAKEN_AWAY = auto()
    LEFT_TO_UNINSTALLER = auto()
    LEFT_TO_USER = auto()


@dataclass(frozen=True, slots=True)
class InstallResult:
    """Where the add-in lies now (None where no Excel can be), and how it went with LibreOffice."""

    home: Path
    addin: Path | None
    office: Office


@dataclass(frozen=True, slots=True)
class UninstallResult:
    """What was there and is gone; absent is what was not there."""

    home: Path
    office: Office
    had_addin: bool
    program: Program


def install(places: Places, extensions: Extensions | None = None) -> Outcome[InstallResult]:
    """The add-in where Excel looks, the extension where LibreOffice is; says what was done and how to undo it."""
    extensions = extensions or find_extensions()
    if places.addin is None and extensions is None:
        raise CannotWrite("Máy này không có Excel cho Windows và không có LibreOffice, nên chưa cài gì.", "Cài LibreOffice rồi chạy lại.")
    addin = _into_excel(places)
    return Outcome(InstallResult(places.home, addin, _into_libreoffice(places, extensions)))


def uninstall(places: Places, extensions: Extensions | None = None, *, keep_program: bool = False) -> Outcome[UninstallResult]:
    """Take everything away; `keep_program` leaves the private folder to the uninstaller that called."""
    extensions = extensions or find_extensions()
    office = _out_of_libreoffice(extensions)
    had_addin = _out_of_excel(places)
    program = Program.ABSENT if keep_program else _take_program_away(places)
    return Outcome(UninstallResult(places.home, office, had_addin, program))


def _into_excel(places: Places) -> Path | None:
    if places.addin is None:
        return None
    content = _shipped(ADDIN_NAME)
    if not places.holds_this_program:
        _replace_program(places)
    places.addin.parent.mkdir(parents=True, exist_ok=True)
    try:
        places.addin.write_bytes(content)
    except PermissionError as error:
        raise OpenElsewhere(*_EXCEL_OPEN) from error
    register(places)
    return places.addin


def _into_libreoffice(places: Places, extensions: Extensions | None) -> Office:
    if extensions is None:
        return Office.ABSENT
    with tempfile.TemporaryDirectory(prefix="sochibo-") as folder:
        file = Path(folder) / EXTENSION_NAME
        file.write_bytes(_shipped(EXTENSION_NAME))
        is_there = extensions.add(file)
    if not is_there:
        return Office.REFUSED
    places.home.mkdir(parents=True, exist_ok=True, mode=0o700)
    command = [_interpreter(places), "-I", "-X", "utf8", "-m", "addin.extension"]
    (places.home / COMMAND_NAME).write_text(json.dumps({"command": command}), encoding="utf-8")
    return Office.DONE


def _interpreter(places: Places) -> str:
    """The private one on Windows; elsewhere the one running now, which is that of the `sochibo` command."""
    return str(places.python / "python.exe") if places.addin else sys.executable


def _shipped(name: str) -> bytes:
    """One of the two add-ins, as it came with the program."""
    path = shipped(f"macros/built/{name}")
    if not path.is_file():
        raise CannotWrite(f"Bản cài này thiếu tệp “{name}”.", "Dùng bộ cài Sổ Chi bộ.")
    return path.read_bytes()


def _out_of_libreoffice(extensions: Extensions | None) -> Office:
    if extensions is None or not extensions.has_ours():
        return Office.ABSENT
    return Office.DONE if extensions.take_away() else Office.REFUSED


def _out_of_excel(places: Places) -> bool:
    if places.addin is None:
        return False
    had_addin = places.addin.exists()
    try:
        places.addin.unlink(missing_ok=True)
    except PermissionError as error:
        raise OpenElsewhere(*_EXCEL_OPEN) from error
    forget()
    return had_addin


def _take_program_away(places: Places) -> Program:
    """The private folder; where the installer made it, or we run from it, its own uninstaller must do it."""
    if not places.home.exists():
        return Program.ABSENT
    if places.uninstaller.is_file():
        subprocess.Popen([str(places.uninstaller), "/S"], close_fds=True)  # noqa: S603 - our own uninstaller
        return Program.LEFT_TO_UNINSTALLER
    if places.holds_this_program:
        return Program.LEFT_TO_USER
    _empty(places)
    return Program.TAKEN_AWAY


def _replace_program(places: Places) -> None:
    """The new one is whole before the old one goes: what fails on the way leaves the old one as it was."""
    new = Places(places.home.with_name(f"{places.home.name}.new"), places.excel_start)
    shutil.rmtree(new.home, ignore_errors=True)
    try:
        place_program(new)
    except OSError as error:
        shutil.rmtree(new.home, ignore_errors=True)
        raise CannotWrite(*_NOT_COPIED) from error
    _empty(places)
    _patiently(lambda: new.home.rename(places.home))


def _empty(places: Places) -> None:
    """Ask the waiting process to end (it does when its word is gone), then take the folder away as a whole or not at all."""
    _patiently(lambda: (places.home / RESIDENT_NAME).unlink(missing_ok=True))
    old = places.home.with_name(f"{places.home.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    _patiently(lambda: _put_aside(places, old))
    shutil.rmtree(old, ignore_errors=True)


def _put_aside(places: Places, old: Path) -> None:
    """OSError while one of our programs runs: Windows lets nobody write it, nor rename a folder with a file in use."""
    for program in sorted(places.python.glob("*.exe")):
        program.open("r+b").close()
    if places.home.exists():
        places.home.rename(old)


def _patiently(act: Callable[[], object]) -> None:
    for _attempt in range(_TRIES):
        try:
            act()
        except OSError:
            time.sleep(_PAUSE)
        else:
            return
    raise OpenElsewhere(*_AT_WORK)
