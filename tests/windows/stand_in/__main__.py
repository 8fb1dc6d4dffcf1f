"""One Excel: `python -m tests.windows.stand_in`; a line of JSON in is one wish, a line of JSON out its answer.

The first line out says which window and which process it is.
"""

from __future__ import annotations

import json
import os
import queue
import sys
import tempfile
import threading
from pathlib import Path

import pythoncom
import win32event

from tests.hosts.excel_model import application, ranges, sheets
from tests.windows.stand_in import windows
from tests.windows.stand_in.publishing import describe, handed_over
from tests.windows.stand_in.wishes import Wishes


def main() -> None:
    pythoncom.CoInitialize()
    with tempfile.TemporaryDirectory() as folder:
        describe((*application.CLASSES, *sheets.CLASSES, *ranges.CLASSES), Path(folder) / "stand-in.tlb")
    excel = application.Excel(0)
    excel.window = windows.show("Excel", handed_over(application.NativeWindow(excel)))
    wishes = Wishes(excel, windows.Filter())
    said: queue.SimpleQueue[str] = queue.SimpleQueue()
    waiting = win32event.CreateEvent(None, False, False, None)
    threading.Thread(target=_listen, args=(said, waiting), daemon=True).start()
    _say({"window": excel.window, "process": os.getpid()})
    windows.loop(waiting, lambda: _answer(wishes, said))


def _listen(said, waiting):
    for line in sys.stdin.buffer:
        said.put(line.decode("utf-8"))
        win32event.SetEvent(waiting)
    said.put("")
    win32event.SetEvent(waiting)


def _answer(wishes, said):
    """Whether nobody wishes anything any more."""
    while not said.empty():
        line = said.get()
        if not line:
            return True
        _say(wishes.done(**json.loads(line)))
    return False


def _say(answer):
    sys.stdout.buffer.write(json.dumps(answer, ensure_ascii=True).encode("ascii") + b"\n")
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
