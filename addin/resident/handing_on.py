"""The click's side: hands the click to the resident, shows what it says, starts one where there is none.

A resident that died, hangs, runs an older program or cannot prove that it is ours is passed by and replaced.
One that ends in the middle of a job is told of: the person must look at the workbook before saving.
"""

from __future__ import annotations

import os
import socket
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from addin.errors import CannotWrite
from addin.resident.places import Word, find_word, stamp
from addin.resident.wire import HANDSHAKE_SECONDS, HOST, Gone, Line, Request, Stranger, greet

if TYPE_CHECKING:
    from collections.abc import Callable

    from addin.clicks.dialog import Dialog

START_SECONDS = 60.0
_STEP_SECONDS = 0.01
_DETACHED = 0x00000008 | 0x00000200
_BOOT = (
    "import sys, os; sys.path[:] = sys.argv[1].split(os.pathsep); "
    "from addin.ribbon import main; raise SystemExit(main(['--resident']))"
)


class NoResident(Exception):
    """None runs and none could be started."""


class DiedAtWork(CannotWrite):
    """The resident ended in the middle of a job."""

    kind = "died_at_work"


def hand_on(request: Request, dialog: Callable[[], Dialog], start: Callable[[], None]) -> int:
    """The exit code of the job; NoResident, or DiedAtWork after the job had begun.

    The dialog is made while the resident works: what it needs to be loaded costs no time then.
    """
    ours = stamp()
    word = find_word()
    line = _reach(word, request, ours) if word is not None else None
    if word is not None and word.stamp != ours:
        _hang_up(line)
        line = None
    if line is None:
        start()
        line = _reach_new(word, request, ours)
    try:
        return _listen(line, dialog())
    except (Gone, Stranger) as error:
        raise DiedAtWork(
            "Chương trình nền của Sổ Chi bộ đã dừng giữa chừng, việc này chưa xong.",
            "Xem lại sổ trước khi lưu; bấm Hoàn tác nếu thấy ô bị đổi, rồi bấm lại nút.",
        ) from error
    finally:
        line.close()


def _reach(word: Word, request: Request, ours: str) -> Line | None:
    """A line to a resident that took the click; None where there is none worth talking to."""
    try:
        connection = socket.create_connection((HOST, word.port), timeout=HANDSHAKE_SECONDS)
    except OSError:
        return None
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    line = Line(connection)
    try:
        greet(line, word.token, stamp=ours, **request._asdict())
    except (Gone, Stranger):
        line.close()
        return None
    line.patience(None)
    return line


def _hang_up(line: Line | None) -> None:
    """A resident of another version was told by the click itself, and ends; a new one starts beside it at once."""
    if line is not None:
        line.close()


def _reach_new(old: Word | None, request: Request, ours: str) -> Line:
    """The line to the resident just started, as soon as it left word."""
    give_up = time.monotonic() + START_SECONDS
    while time.monotonic() < give_up:
        word = find_word()
        if word is not None and (old is None or word.token != old.token):
            line = _reach(word, request, ours)
            if line is not None:
                return line
        time.sleep(_STEP_SECONDS)
    raise NoResident


def _listen(line: Line, dialog: Dialog) -> int:
    """Show what the resident says until the job is done."""
    while True:
        message = line.hear()
        if "done" in message:
            return int(message["done"])
        if "other_version" in message:
            raise Gone
        if "tell" in message:
            dialog.tell(str(message["tell"]), warning=bool(message.get("warning")))
            line.say(read=True)
        elif "ask" in message:
            line.say(answer=dialog.ask(str(message["ask"])))
        elif "show_file" in message:
            dialog.show_file(Path(str(message["show_file"])))
            line.say(read=True)


def start_resident() -> None:
    """Our own interpreter again, apart from Excel and from this click, with the same search path."""
    flags = ["-I", "-X", "utf8"] if sys.flags.isolated else ["-X", "utf8"]
    command = [sys.executable, *flags, "-c", _BOOT, os.pathsep.join(sys.path)]
    import subprocess  # noqa: PLC0415 - a warm click starts nothing

    apart = {"creationflags": _DETACHED} if sys.platform == "win32" else {"start_new_session": True}
    nothing = subprocess.DEVNULL
    try:
        subprocess.Popen(command, stdin=nothing, stdout=nothing, stderr=nothing, close_fds=True, **apart)  # noqa: S603 - our own interpreter
    except OSError as error:
        raise NoResident from error
