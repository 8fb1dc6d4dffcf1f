"""The click's side: hands the click to the resident, shows what it says, starts one where there is none.

A resident that died, hangs, runs an older program or cannot prove that it is ours is passed by and replaced.
One that ends in the middle of a job is told of: the person must look at the workbook before saving.
"""

from __future__ import annotations

import socket
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from addin.errors import CannotWrite
from addin.resident.places import Word, find_word, stamp
from addin.resident.wire import HANDSHAKE_SECONDS, HOST, Gone, Line, Request, Stranger, greet

if TYPE_CHECKING:
    from collections.abc import Callable
    from subprocess import Popen

    from addin.clicks.dialog import Dialog

    Start = Callable[[], Popen[Any]]

START_SECONDS = 60.0
STEP_SECONDS = 0.01
_MOST_TRIES = 3
_DETACHED = 0x00000008 | 0x00000200
RESIDENT = "--resident"


class NoResident(Exception):
    """None runs and none could be started."""


class DiedAtWork(CannotWrite):
    """The resident ended in the middle of a job."""

    kind = "died_at_work"


def hand_on(request: Request, dialog: Callable[[], Dialog], start: Start) -> int:
    """The exit code of the job; NoResident, or DiedAtWork after the job had begun.

    The dialog is made while the resident works: what it needs to be loaded costs no time then.
    """
    line = _connected(request, start)
    try:
        return _listen(line, dialog())
    except (Gone, Stranger) as error:
        raise DiedAtWork(
            "Chương trình nền của Sổ Chi bộ đã dừng giữa chừng, việc này chưa xong.",
            "Xem lại sổ trước khi lưu; bấm Hoàn tác nếu thấy ô bị đổi, rồi bấm lại nút.",
        ) from error
    finally:
        line.close()


def _connected(request: Request, start: Start) -> Line:
    """A line to a resident of this very program that took the click.

    Tried anew where the program changes while we look: an update under way makes everybody a stranger for a moment.
    """
    for _ in range(_MOST_TRIES):
        ours, word = stamp(), find_word()
        line = _reach(word, request, ours) if word is not None else None
        if line is None:
            line = _reach_new(start(), word, request, ours)
        if line is not None:
            return line
    raise NoResident


def _reach(word: Word, request: Request, ours: str) -> Line | None:
    """None where nobody is there, who is there is not ours, or is of another version, which then ends by itself."""
    try:
        connection = socket.create_connection((HOST, word.port), timeout=HANDSHAKE_SECONDS)
    except OSError:
        return None
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    line = Line(connection)
    try:
        greet(line, word.token, stamp=ours, **request._asdict())
        is_taken = line.hear().get("taken") is True
    except (Gone, Stranger):
        is_taken = False
    if is_taken:
        line.patience(None)
        return line
    line.close()
    return None


def _reach_new(started: Popen[Any], old: Word | None, request: Request, ours: str) -> Line | None:
    """The line to the resident just started, as soon as it left word; None where it refuses, NoResident where it never does."""
    give_up, is_gone = time.monotonic() + START_SECONDS, False
    while not is_gone and time.monotonic() < give_up:
        is_gone = started.poll() is not None
        word = find_word()
        if word is not None and (old is None or word.token != old.token):
            return _reach(word, request, ours)
        time.sleep(STEP_SECONDS)
    raise NoResident


def _listen(line: Line, dialog: Dialog) -> int:
    """Show what the resident says until the job is done."""
    while True:
        message = line.hear()
        if "done" in message:
            return int(message["done"])
        if "tell" in message:
            dialog.tell(str(message["tell"]), warning=bool(message.get("warning")))
            line.say(read=True)
        elif "ask" in message:
            line.say(answer=dialog.ask(str(message["ask"])))
        elif "show_file" in message:
            dialog.show_file(Path(str(message["show_file"])))
            line.say(read=True)


def resident_command() -> list[str]:
    """The same file the launcher starts: guards of a PC look twice at an interpreter that is handed its program as text."""
    from addin.resources import shipped  # noqa: PLC0415 - a warm click starts nothing

    installed = Path(__file__).parents[2] / "run.py"
    entry = installed if installed.is_file() else shipped("installer/app") / "run.py"
    return [sys.executable, "-I", "-X", "utf8", str(entry), RESIDENT]


def start_resident() -> Popen[Any]:
    """Our own interpreter again, apart from Excel and from this click."""
    import subprocess  # noqa: PLC0415 - as above

    apart = {"creationflags": _DETACHED} if sys.platform == "win32" else {"start_new_session": True}
    nothing = subprocess.DEVNULL
    try:
        return subprocess.Popen(resident_command(), stdin=nothing, stdout=nothing, stderr=nothing, close_fds=True, **apart)  # noqa: S603 - our own interpreter
    except OSError as error:
        raise NoResident from error
