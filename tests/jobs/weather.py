"""One failing file call: the nth call of a command that touches a folder gives an error of the drive, as on an office share.

Each command runs in a forked process, so that the hook goes with it.
"""

from __future__ import annotations

import contextlib
import errno
import io
import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path

CODES = (errno.EIO, errno.ENOSPC, errno.EACCES, errno.EHOSTDOWN, errno.ESTALE)
_WATCHED = frozenset({
    "open", "os.link", "os.rename", "os.remove", "os.mkdir", "os.listdir", "os.scandir", "os.chmod", "os.utime", "os.stat", "os.fsync",
})  # fmt: skip


@dataclass(frozen=True)
class Ran:
    """`bug` is what came out as no sentence; `met` whether the call was reached at all."""

    code: int
    err: str
    bug: str
    met: bool


def in_weather(folder: Path, words: tuple[str, ...], nth: int, code: int) -> Ran:
    """`sochibo WORD…`, whose nth file call in the folder fails."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(writing, json.dumps(_run(str(folder), words, nth, code)).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as stream:
        told = stream.read()
    os.waitpid(child, 0)
    return Ran(*json.loads(told))


def _run(folder, words, nth, code):
    from tests.command import sochibo

    count = [0, True]

    def touch(name, *paths):
        if not count[1] or not any(str(path).startswith(folder) for path in paths):
            return
        count[0] += 1
        if count[0] == nth:
            count[1] = False
            raise OSError(code, os.strerror(code), str(paths[0]))

    sys.addaudithook(lambda name, given: touch(name, *given) if name in _WATCHED else None)
    real_stat, real_fsync = os.stat, os.fsync

    def stat(path, *given, **named):
        touch("os.stat", path)
        return real_stat(path, *given, **named)

    def fsync(handle):
        touch("os.fsync", Path(f"/proc/self/fd/{handle}").readlink())
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
    count_met = not count[1]
    count[1] = False
    return ran.code if ran else 1, (ran.err if ran else "") + err.getvalue(), bug, count_met
