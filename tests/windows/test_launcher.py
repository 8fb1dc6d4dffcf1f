"""The launcher's line and the resident where Excel has a window but no object model behind it.

No Excel runs here, so the job itself ends in the sentence that Excel was not found; everything before
it is real: pythonw.exe, run.py, the resident and its token, the message box on the screen, the exit code.
"""

from __future__ import annotations

import pytest

from tests.windows.clicking import BOOK, click, line_of, word
from tests.windows.windows_machine import USER, wait_until

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
    code, (box,) = click(pc, line_of(pc, "check", window=excel))

    log = (pc.home / "log" / "ribbon.log").read_text(encoding="utf-8")
    assert code == 3, (box, log)
    assert box == NO_EXCEL
    assert BOOK not in log
    assert USER not in log


def test_an_unknown_button_is_misuse(pc, excel):
    """A launcher and a program of two versions: the sentence says what to do, exit code 2."""
    code, (box,) = click(pc, line_of(pc, "no_such_button", window=excel))

    assert code == 2
    assert box == "Không có nút “no_such_button”.\n→ Chạy lại bộ cài Sổ Chi bộ để nút và chương trình cùng một bản."


def test_one_resident_serves_all_clicks_and_ends_with_excel(pc, excel):
    """The same process answers the second click; its token is long; the fixture sees it end with Excel's process."""
    click(pc, line_of(pc, "check", window=excel))
    before = word(pc)

    code, (box,) = click(pc, line_of(pc, "season", window=excel))

    assert (code, box) == (3, NO_EXCEL)
    assert word(pc) == before
    assert len(before["token"]) == 64


def test_a_dead_resident_is_replaced(pc, excel):
    """Its word stands but nobody answers: the click starts a new one and is served."""
    click(pc, line_of(pc, "check", window=excel))
    dead = word(pc)
    pc.run("taskkill", "/F", "/PID", str(dead["process"]))

    code, (box,) = click(pc, line_of(pc, "check", window=excel))

    assert (code, box) == (3, NO_EXCEL)
    assert word(pc)["token"] != dead["token"]
