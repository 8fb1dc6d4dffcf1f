"""One file call that fails: the nth call of a command that touches a folder gives an error of the drive, or is its last (SIGKILL).

Each command runs in a forked process, so that the hook goes with it.
"""

from __future__ import annotations

import contextlib
import errno
import io
import json
import os
import signal
import sys
from dataclasses import dataclass
from pathlib import Path

CODES = (errno.EIO, errno.ENOSPC, errno.EACCES)
FAR = (errno.EHOSTDOWN, errno.ESTALE)
"""As a share that is away says, by turns."""
KILLED = -int(getattr(signal, "SIGKILL", signal.SIGTERM))
_NEVER = 1_000_000
_WATCHED = frozenset({
    "open", "os.link", "os.rename", "os.remove", "os.mkdir", "os.listdir", "os.scandir", "os.chmod", "os.utime", "os.truncate", "fcntl.flock",
})  # fmt: skip
"""What Python tells of; stat and fsync it does not, and they are watched by hand."""


@dataclass(frozen=True)
class Ran:
    """`code` None where it was killed; `bug` is what came out as no sentence, `call` the one that failed, `calls` how many there were."""

    code: int | None
    out: str = ""
    err: str = ""
    bug: str = ""
    call: str = ""
    calls: int = 0

    @property
    def met(self):
        return bool(self.call)


def calls_of(folder: Path, words: tuple[str, ...]) -> int:
    """How many file calls the command makes in fair weather."""
    return in_weather(folder, words, _NEVER, 0).calls


def in_weather(folder: Path, words: tuple[str, ...], nth: int, code: int) -> Ran:
    """`sochibo WORD…`, whose nth file call in the folder fails with an error number, or kills it."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(writing, json.dumps(_run(str(folder), words, nth, code)).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as stream:
        told = stream.read()
    os.waitpid(child, 0)
    return Ran(*json.loads(told)) if told else Ran(None, call="SIGKILL")


def _run(folder, words, nth, code):
    from tests.command import sochibo

    count, failed, is_on = [0], [], [True]

    def touch(name, *paths):
        if not is_on[0] or not any(str(path).startswith(folder) for path in paths):
            return
        count[0] += 1
        if count[0] == nth:
            if code == KILLED:
                os.kill(os.getpid(), -KILLED)
            failed.append(f"{name} {paths[0]}")
            raise OSError(code, os.strerror(code), str(paths[0]))

    def heard(name, given):
        if name in _WATCHED:
            touch(name, *(_path(one) for one in given[:2]))

    sys.addaudithook(heard)
    real_stat, real_fsync = os.stat, os.fsync

    def stat(path, *given, **named):
        touch("os.stat", path)
        return real_stat(path, *given, **named)

    def fsync(handle):
        touch("os.fsync", _path(handle))
        return real_fsync(handle)

    os.stat, os.fsync = stat, fsync
    bug, ran = "", None
    err = io.StringIO()
    try:
        with contextlib.redirect_stderr(err):
            ran = sochibo(*words)
    except BaseException as error:  # noqa: BLE001 - told to the parent
        import traceback

        bug = "".join(traceback.format_exception(error)[-4:])
    is_on[0] = False
    out, told = (ran.out, ran.err) if ran else ("", "")
    return ran.code if ran else 1, out, told + err.getvalue(), bug, failed[0] if failed else "", count[0]


def _path(one):
    """A handle's file; everything else as it is."""
    if not isinstance(one, int):
        return one
    try:
        return os.readlink(f"/proc/self/fd/{one}")  # noqa: PTH115 - Path asks os.stat
    except OSError:
        return ""
