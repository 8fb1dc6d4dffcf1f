"""Keeps one LibreOffice, and ends it for certain: `python keeper.py FOLDER PROGRAM WORD…`, a script of its own.

It lives as long as its standard input stays open. However the program that holds the other end comes to its end, kill -9
included, the pipe closes with it: then the office goes with all its processes, and the private folder too. It imports
nothing of ours, so that it starts at once and works whatever the folder it is started in.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import threading

_ATTEMPTS = 20
_PAUSE = 0.1


def main(folder: str, *words: str) -> int:
    """The office's own exit code where it ends before it is told to."""
    with subprocess.Popen(  # noqa: S603 - the office's program, found by the caller
        words, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        start_new_session=True, creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    ) as office:  # fmt: skip
        threading.Thread(target=_end_with_pipe, args=(office,), daemon=True).start()
        code = office.wait()
    _end(office)
    _take_away(folder)
    return code


def _end_with_pipe(office: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(OSError):
        while os.read(0, 1024):
            pass
    _end(office)


def _end(office: subprocess.Popen[bytes]) -> None:
    """With everything it started."""
    if sys.platform == "win32":
        subprocess.run(  # noqa: S603 - Windows' own tool
            ["taskkill", "/T", "/F", "/PID", str(office.pid)],  # noqa: S607 - as above
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False,
            creationflags=subprocess.CREATE_NO_WINDOW,
        )  # fmt: skip
    else:
        with contextlib.suppress(OSError):
            os.killpg(office.pid, signal.SIGKILL)


def _take_away(folder: str) -> None:
    """On Windows a file may be held for some moments by what was just ended."""
    wait = threading.Event()
    for _attempt in range(_ATTEMPTS):
        shutil.rmtree(folder, ignore_errors=True)
        if not os.path.exists(folder):  # noqa: PTH110 - pathlib costs as much again to start
            return
        wait.wait(_PAUSE)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
