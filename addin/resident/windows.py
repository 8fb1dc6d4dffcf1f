"""What only Windows knows: message boxes over Excel, whose process a window is, whether a process still lives.

Elsewhere (LibreOffice's machines, tests) there are no windows: a handle is the number of the process itself,
and messages go to the terminal.
"""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

from addin.clicks.dialog import TITLE

_OK, _YES_NO = 0x0, 0x4
_INFORMATION, _WARNING, _QUESTION = 0x40, 0x30, 0x20
_TO_FRONT = 0x10000
_YES = 6
_MAY_WAIT = 0x00100000
_STILL_RUNNING = 0x102
_LONGEST_TITLE = 1024


class MessageBoxes:
    """Unicode boxes owned by Excel's window, so they stand in front of it and nowhere behind."""

    def __init__(self, owner: int) -> None:
        self._owner = owner

    def tell(self, text: str, *, warning: bool = False) -> None:
        """One button."""
        self._show(text, _OK | (_WARNING if warning else _INFORMATION))

    def ask(self, text: str) -> bool:
        """Yes and no."""
        return self._show(text, _YES_NO | _QUESTION) == _YES

    def show_file(self, path: Path) -> None:
        """With the program Windows has for it."""
        os.startfile(path)  # type: ignore[attr-defined]  # noqa: S606 - a file of our own installation

    def _show(self, text: str, kind: int) -> int:
        """A window that is gone by now cannot own a box; then it stands alone."""
        show = ctypes.windll.user32.MessageBoxW  # type: ignore[attr-defined]
        show.argtypes = (ctypes.c_void_p, ctypes.c_wchar_p, ctypes.c_wchar_p, ctypes.c_uint)
        owner = self._owner if ctypes.windll.user32.IsWindow(ctypes.c_void_p(self._owner)) else None  # type: ignore[attr-defined]
        return int(show(owner, text, TITLE, kind | _TO_FRONT))


class Terminal:
    """Where there are no boxes: lines out, a line in."""

    def tell(self, text: str, *, warning: bool = False) -> None:
        """On the stream that fits."""
        stream = sys.stderr if warning else sys.stdout
        stream.write(f"{text}\n")
        stream.flush()

    def ask(self, text: str) -> bool:
        """`c` or `có` is yes; no terminal is no."""
        self.tell(text)
        return sys.stdin.readline().strip().casefold() in {"c", "có"}

    def show_file(self, path: Path) -> None:
        """Say where it is."""
        self.tell(str(path))


def dialog_over(window: int) -> MessageBoxes | Terminal:
    """How to speak to the person in front of that window."""
    return MessageBoxes(window) if sys.platform == "win32" else Terminal()


def process_of_window(window: int) -> int:
    """The process a window belongs to; 0 for a window that is gone."""
    if sys.platform != "win32":
        return window
    process = ctypes.c_ulong(0)
    ctypes.windll.user32.GetWindowThreadProcessId(ctypes.c_void_p(window), ctypes.byref(process))
    return process.value


def shows(window: int, workbook: str) -> bool:
    """Whether the window still shows the workbook; its title is asked of Windows, so a busy Excel is not disturbed.

    Excel leaves an empty window when its last workbook closes, and Windows may hide the ending of a name.
    """
    if sys.platform != "win32":
        return is_alive(window)
    title = ctypes.create_unicode_buffer(_LONGEST_TITLE)
    ctypes.windll.user32.GetWindowTextW(ctypes.c_void_p(window), title, _LONGEST_TITLE)
    return Path(workbook).stem in title.value


def is_alive(process: int) -> bool:
    """Whether a process still runs."""
    if sys.platform == "win32":
        return _is_alive_on_windows(process)
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _is_alive_on_windows(process: int) -> bool:
    """By waiting for it no time at all; asking for its exit code would mistake 259 for running."""
    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined]
    kernel.OpenProcess.restype = ctypes.c_void_p
    handle = kernel.OpenProcess(_MAY_WAIT, 0, process)
    if not handle:
        return False
    try:
        return bool(kernel.WaitForSingleObject(ctypes.c_void_p(handle), 0) == _STILL_RUNNING)
    finally:
        kernel.CloseHandle(ctypes.c_void_p(handle))
