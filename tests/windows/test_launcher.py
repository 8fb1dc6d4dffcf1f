"""A click as Excel's add-in makes it: WScript.Shell runs the launcher's exact line, and waits for its exit code.

No Excel runs here, so the job itself ends in the sentence that Excel was not found; everything before
it is real: pythonw.exe, run.py, the resident and its token, the message box on the screen, the exit code.
"""

from __future__ import annotations

import json

import pytest

from tests.windows.windows_machine import USER, wait_until

BOOK = "Bảng đánh giá = tháng 1.xlsx"
CLICK = """
Set shell = CreateObject("WScript.Shell")
WScript.Quit shell.Run(shell.ExpandEnvironmentStrings("%CLICK_LINE%"), 1, True)
"""
WINDOW = """
import ctypes, time
create = ctypes.windll.user32.CreateWindowExW
create.restype = ctypes.c_void_p
create.argtypes = (ctypes.c_uint, ctypes.c_wchar_p, ctypes.c_wchar_p, ctypes.c_uint, *(ctypes.c_int,) * 4, *(ctypes.c_void_p,) * 4)
print(create(0, "STATIC", "Excel", 0, 0, 0, 9, 9, None, None, None, None))
message = ctypes.create_string_buffer(64)
while ctypes.windll.user32.GetMessageW(message, None, 0, 0):
    ctypes.windll.user32.DispatchMessageW(message)
"""
NO_EXCEL = "Không nối được với Excel đang chạy.\n→ Đóng các hộp thoại của Excel rồi bấm lại nút; nếu vẫn vậy, mở lại Excel."
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


def line_of(pc, button, workbook=BOOK, window="1234"):
    """What Launcher.CallLine builds; tests/macros runs that very function in LibreOffice, for this very name."""
    home = pc.shown(pc.home)
    return f'"{home}\\python\\pythonw.exe" -I -X utf8 "{home}\\app\\run.py" {button} "--wb={workbook}" --hwnd={window}'


def click(pc, line):
    """Exit code, and the text of the box that had to be closed.

    wine's scripts are ASCII, so the line comes by the side. The resident inherits wine's own pipes: their end is
    never waited for.
    """
    (pc.drive / "click.vbs").write_text(CLICK, encoding="ascii")
    running = pc.start("cscript", "//nologo", "C:\\click.vbs", CLICK_LINE=line)
    with running:
        box = pc.script(READ_AND_CLOSE, seconds=90)
        code = running.wait(timeout=60)
        for pipe in (running.stdout, running.stderr):
            pipe.close()
    return code, box.out.strip()


def word(pc):
    return json.loads((pc.home / "resident.json").read_text(encoding="utf-8"))


@pytest.fixture
def excel(pc):
    """A stand-in for Excel's window: a process that owns one and lives; gone at the end, and the resident with it."""
    process = pc.start(pc.python, "-X", "utf8", "-u", "-c", WINDOW)
    try:
        yield process.stdout.readline().decode().strip()
    finally:
        process.kill()
        process.communicate(timeout=30)
        log = pc.home / "log" / "ribbon.log"
        assert wait_until(lambda: not (pc.home / "resident.json").exists(), 30), log.read_text()
        log.unlink()


def test_a_click_without_excel_is_told_in_a_box(pc, excel):
    """The box speaks Vietnamese over Excel's window, the exit code is that of "cannot read", the log names nobody."""
    code, box = click(pc, line_of(pc, "check", window=excel))

    log = (pc.home / "log" / "ribbon.log").read_text(encoding="utf-8")
    assert code == 3, (box, log)
    assert box == NO_EXCEL
    assert BOOK not in log
    assert USER not in log


def test_an_unknown_button_is_misuse(pc, excel):
    """A launcher and a program of two versions: the sentence says what to do, exit code 2."""
    code, box = click(pc, line_of(pc, "no_such_button", window=excel))

    assert code == 2
    assert box == "Không có nút “no_such_button”.\n→ Chạy lại bộ cài Sổ Chi bộ để nút và chương trình cùng một bản."


def test_one_resident_serves_all_clicks_and_ends_with_excel(pc, excel):
    """The same process answers the second click; its token is long; the fixture sees it end with Excel's process."""
    click(pc, line_of(pc, "check", window=excel))
    before = word(pc)

    code, box = click(pc, line_of(pc, "season", window=excel))

    assert (code, box) == (3, NO_EXCEL)
    assert word(pc) == before
    assert len(before["token"]) == 64


def test_a_dead_resident_is_replaced(pc, excel):
    """Its word stands but nobody answers: the click starts a new one and is served."""
    click(pc, line_of(pc, "check", window=excel))
    dead = word(pc)
    pc.run("taskkill", "/F", "/PID", str(dead["process"]))

    code, box = click(pc, line_of(pc, "check", window=excel))

    assert (code, box) == (3, NO_EXCEL)
    assert word(pc)["token"] != dead["token"]
