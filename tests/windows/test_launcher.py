"""A click as Excel's add-in makes it: WScript.Shell runs the launcher's exact line, and waits for its exit code.

No Excel runs here, so the job itself ends in the sentence about the workbook that is not open; everything before
it is real: pythonw.exe, run.py, the resident and its token, the message box on the screen, the exit code.
"""

from __future__ import annotations

import json
import time

import pytest
from tests.windows.windows_machine import USER, wait_until

BOOK = "Bảng đánh giá = tháng 1.xlsx"
CLICK = """
Set shell = CreateObject("WScript.Shell")
home = shell.ExpandEnvironmentStrings("%LOCALAPPDATA%\\SoChiBo")
WScript.Quit shell.Run("{line}", 1, True)
"""
READ_AND_CLOSE = """
import ctypes, sys, time
user = ctypes.windll.user32
user.FindWindowW.restype = user.GetDlgItem.restype = ctypes.c_void_p
user.GetDlgItem.argtypes = (ctypes.c_void_p, ctypes.c_int)
give_up = time.monotonic() + 60
while time.monotonic() < give_up:
    box = user.FindWindowW("#32770", "Sổ Chi bộ")
    if box:
        time.sleep(0.3)
        text = ctypes.create_unicode_buffer(2000)
        user.GetWindowTextW(ctypes.c_void_p(user.GetDlgItem(box, 0xFFFF)), text, 2000)
        print(text.value)
        user.PostMessageW(ctypes.c_void_p(box), 0x111, ctypes.c_void_p(1), None)
        break
    time.sleep(0.05)
"""


def line_of(button, workbook=BOOK, window="1234"):
    """What Launcher.CallLine builds (tests/macros proves it for this very name), as a VBScript expression."""
    quoted = '""'
    home = '" & home & "'
    return (
        f"{quoted}{home}\\python\\pythonw.exe{quoted} -I -X utf8 {quoted}{home}\\app\\run.py{quoted} {button} "
        f"{quoted}--wb={workbook}{quoted} --hwnd={window}"
    )


def click(pc, line):
    """Exit code and the text of the box that had to be closed."""
    script = pc.drive / "click.vbs"
    script.write_text(CLICK.replace("{line}", _spelled(line)), encoding="ascii")
    running = pc.start("cscript", "//nologo", "C:\\click.vbs")
    box = pc.script(READ_AND_CLOSE, seconds=90)
    out, err = running.communicate(timeout=90)
    return running.returncode, box.out.strip(), out + err


def _spelled(line):
    """wine's cscript reads a script in the code page of the PC only."""
    return "".join(letter if letter.isascii() else f'" & ChrW({ord(letter)}) & "' for letter in line)


def word(pc):
    return json.loads((pc.home / "resident.json").read_text(encoding="utf-8"))


@pytest.fixture
def quiet_pc(pc):
    """No resident before and after."""
    yield pc
    (pc.home / "resident.json").unlink(missing_ok=True)
    log = pc.home / "log" / "ribbon.log"
    if log.exists():
        assert wait_until(lambda: log.read_text().count("resident starts") == log.read_text().count("resident ends"), 30)


def test_a_click_without_the_workbook_is_told_in_a_box(quiet_pc):
    """The name with "=" arrives whole, the box speaks Vietnamese, the exit code is that of "cannot read"."""
    code, box, noise = click(quiet_pc, line_of("check"))

    assert code == 3, (box, noise)
    assert BOOK in box
    assert "→" in box


def test_an_unknown_button_is_misuse(quiet_pc):
    """A launcher and a program of two versions: the sentence says what to do, exit code 2."""
    code, box, _noise = click(quiet_pc, line_of("no_such_button"))

    assert code == 2
    assert box == "Không có nút “no_such_button”.\n→ Chạy lại bộ cài Sổ Chi bộ để nút và chương trình cùng một bản."


def test_the_resident_stays_and_the_next_click_is_quick(quiet_pc):
    """One process serves both clicks over loopback, its token lies in the user's own folder, and it ends when told."""
    first = time.monotonic()
    click(quiet_pc, line_of("check"))
    cold = time.monotonic() - first
    before = word(quiet_pc)
    second = time.monotonic()
    code, _box, _noise = click(quiet_pc, line_of("season"))
    warm = time.monotonic() - second

    assert word(quiet_pc) == before
    assert code == 3
    assert len(before["token"]) == 64
    assert warm < cold
    log = (quiet_pc.home / "log" / "ribbon.log").read_text(encoding="utf-8")
    assert BOOK not in log
    assert USER not in log

    (quiet_pc.home / "resident.json").unlink()
    assert wait_until(lambda: (quiet_pc.home / "log" / "ribbon.log").read_text().rstrip().endswith("resident ends"), 30)


def test_a_dead_resident_is_replaced(quiet_pc):
    """Its word stands but nobody answers: the click starts a new one and is served."""
    click(quiet_pc, line_of("check"))
    dead = word(quiet_pc)
    quiet_pc.run("taskkill", "/F", "/PID", str(dead["process"]))

    code, box, _noise = click(quiet_pc, line_of("check"))

    assert code == 3
    assert BOOK in box
    assert word(quiet_pc)["token"] != dead["token"]
    (quiet_pc.home / "log" / "ribbon.log").unlink()
    (quiet_pc.home / "resident.json").unlink()
