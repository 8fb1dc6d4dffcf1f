"""A click as Excel's add-in makes it, and the person who reads each message box and presses a button in it.

The launcher's own source runs in Windows Script Host (launcher_script.py). Boxes are found on the screen by their
title and answered one after the other.
"""

from __future__ import annotations

import itertools
import json
from contextlib import contextmanager
from pathlib import PureWindowsPath

from tests.windows.launcher_script import LEFT, launcher_script

PERSON = """
import ctypes, json, sys, time
user = ctypes.windll.user32
user.FindWindowExW.restype = user.GetDlgItem.restype = ctypes.c_void_p
user.FindWindowExW.argtypes = (ctypes.c_void_p, ctypes.c_void_p, ctypes.c_wchar_p, ctypes.c_wchar_p)
user.GetDlgItem.argtypes = (ctypes.c_void_p, ctypes.c_int)

def words_of(box):
    text = ctypes.create_unicode_buffer(4000)
    user.GetWindowTextW(ctypes.c_void_p(user.GetDlgItem(box, 0xFFFF)), text, 4000)
    return text.value

def boxes():
    box = None
    while box := user.FindWindowExW(None, box, "#32770", sys.argv[2]):
        yield box

def gone(box):
    return not user.IsWindow(ctypes.c_void_p(box))

def wait_for(look, what):
    while not (found := look()):
        assert time.monotonic() < give_up, what
        time.sleep(0.05)
    return found

give_up = time.monotonic() + float(sys.argv[1])
for answer in map(int, sys.argv[3:]):
    offering = lambda: next(((box, button) for box in boxes() if (button := user.GetDlgItem(box, answer))), None)
    box, button = wait_for(offering, f"no box offers {answer}")
    time.sleep(0.2)
    print(json.dumps(words_of(box)), flush=True)
    user.PostMessageW(ctypes.c_void_p(box), 0x111, ctypes.c_void_p(answer), ctypes.c_void_p(button))
    wait_for(lambda: gone(box), "a box stays")
"""
OK, YES, NO = "1", "6", "7"
TITLE = "Sổ Chi bộ"
BOOK = "Bảng đánh giá = tháng 1.xlsx"
SECONDS = 180
_scripts = itertools.count()


def click(pc, button, *answers, window, workbook=BOOK, title=TITLE, **variables):
    """Exit code, and the words of each box that was answered."""
    with clicking(pc, button, window=window, workbook=workbook, **variables) as running:
        said = boxes(pc, *(answers or (OK,)), title=title)
        code = running.wait(timeout=SECONDS)
    return code, said


@contextmanager
def clicking(pc, button, *, window, workbook=BOOK, **variables):
    """A click under way. The resident inherits wine's own pipes: their end is never waited for."""
    script = pc.drive / f"click{next(_scripts)}.vbs"
    text, environment = launcher_script(button, workbook, window)
    script.write_text(text, encoding="ascii", newline="")
    running = pc.start("cscript", "//nologo", pc.shown(script), **environment, **variables)
    with running:
        try:
            yield running
        except BaseException:
            running.kill()  # a box nobody answers would keep it, and the whole run, for ever
            raise
        finally:
            script.unlink()
            for pipe in (running.stdout, running.stderr):
                pipe.close()


def boxes(pc, *answers, title=TITLE):
    """Wait for one box after the other and answer it; the words of each."""
    ran = pc.script(PERSON, str(SECONDS), title, *answers, seconds=SECONDS + 30)
    assert ran.code == 0, ran
    return [json.loads(line) for line in ran.out.splitlines()]


def left(pc):
    """How the last click left Excel: its settings, what its status bar showed, how often a program was to be started."""
    return (pc.drive / PureWindowsPath(LEFT).name).read_text(encoding="ascii").splitlines()


def word(pc):
    """What the resident left word of."""
    return json.loads((pc.home / "resident.json").read_text(encoding="utf-8"))
