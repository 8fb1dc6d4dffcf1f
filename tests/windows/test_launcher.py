"""The launcher and the resident where Excel has a window but no object model behind it, and where files are missing.

The job itself ends in the sentence that Excel was not found; everything before it is real: the launcher's source,
pythonw.exe, run.py, the resident and its token, the message box on the screen, the exit code.
"""

from __future__ import annotations

import pytest

from tests.windows.clicking import BOOK, click, clicking, left, word
from tests.windows.launcher_script import MACROS, NO_EXIT_CODE, SETTINGS
from tests.windows.windows_machine import USER, wait_until
from tools.xlam.package import read_messages

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
MESSAGES = read_messages(MACROS / "messages.tsv")
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
    code, (box,) = click(pc, "check", window=excel)

    log = (pc.home / "log" / "ribbon.log").read_text(encoding="utf-8")
    assert code == 3, (box, log)
    assert box == NO_EXCEL
    assert BOOK not in log
    assert USER not in log


def test_an_unknown_button_is_misuse(pc, excel):
    """A launcher and a program of two versions: the sentence says what to do, exit code 2."""
    code, (box,) = click(pc, "no_such_button", window=excel)

    assert code == 2
    assert box == "Không có nút “no_such_button”.\n→ Chạy lại bộ cài Sổ Chi bộ để nút và chương trình cùng một bản."


def test_one_resident_serves_all_clicks_and_ends_with_excel(pc, excel):
    """The same process answers the second click; its token is long; the fixture sees it end with Excel's process."""
    click(pc, "check", window=excel)
    before = word(pc)

    code, (box,) = click(pc, "agenda", window=excel)

    assert (code, box) == (3, NO_EXCEL)
    assert word(pc) == before
    assert len(before["token"]) == 64


def test_a_dead_resident_is_replaced(pc, excel):
    """Its word stands but nobody answers: the click starts a new one and is served."""
    click(pc, "check", window=excel)
    dead = word(pc)
    pc.run("taskkill", "/F", "/PID", str(dead["process"]))

    code, (box,) = click(pc, "check", window=excel)

    assert (code, box) == (3, NO_EXCEL)
    assert word(pc)["token"] != dead["token"]


@pytest.fixture
def aside(pc):
    """Puts a file of the installed copy aside, or other content in its place, and back."""
    kept = {}

    def put(name, content=None):
        path = pc.home / name
        kept[path] = path.read_bytes()
        path.unlink() if content is None else path.write_text(content, encoding="utf-8")

    yield put
    for path, content in kept.items():
        path.write_bytes(content)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("python/pythonw.exe", "interpreter_missing"),
        ("app/run.py", "program_missing"),
    ],
)
def test_a_file_that_is_missing_is_told_by_the_launcher(pc, aside, name, message):
    """Nothing is started; the box says to run the installer again, in whole Vietnamese."""
    aside(name)

    code, (box,) = click(pc, "check", window="1234")

    assert box == MESSAGES[message]
    assert code == NO_EXIT_CODE


def test_an_interpreter_windows_will_not_start_is_told(pc):
    """What is no program any more, or what a guard keeps from running."""
    code, (box,) = click(pc, "check", window="1234", REFUSES="1", ABSENT="SoChiBo.Click")

    assert box == MESSAGES["interpreter_blocked"]
    assert code == NO_EXIT_CODE


def test_a_program_that_dies_is_told_and_excel_is_put_back(pc, aside):
    """It ends before anything of ours could speak: exit code 1. What it changed in Excel the launcher puts back."""
    aside("app/run.py", "raise SystemExit(1)")

    code, (box,) = click(pc, "check", window="1234")

    assert box == MESSAGES["job_died"]
    assert code == 1
    assert left(pc) == [SETTINGS, "False", "1"]


def test_no_open_workbook_is_told(pc, excel):
    """An Excel with nothing open, or a protected view in front."""
    code, (box,) = click(pc, "check", window=excel, workbook=None)

    assert code == 3
    assert box == (
        "Chưa có sổ nào đang mở để làm việc.\n→ Mở sổ của chi bộ, bấm “Cho phép chỉnh sửa” nếu Excel hỏi, rồi bấm lại nút."
    )


@pytest.mark.parametrize("name", ['Sổ "A".xlsx', "100%.xlsx", "%TEMP% và %PATH%.xlsx", "a\\", "& rem ^ | <>.xlsx", "=.xlsx"])
def test_every_name_reaches_python_as_it_is(pc, aside, name, tmp_path):
    """Through WScript.Shell.Run and Windows' own way of parting a line."""
    aside("app/run.py", "import sys, pathlib; pathlib.Path('C:/words.txt').write_text('\\n'.join(sys.argv[1:]), encoding='utf-8')")

    with clicking(pc, "check", window="1234", workbook=name) as running:
        code = running.wait(timeout=60)

    assert code == 0
    assert (pc.drive / "words.txt").read_text(encoding="utf-8").split("\n") == ["check", f"--wb={name}", "--hwnd=1234"]
