"""One click: our interpreter is started for the document in this window and answered until it is done.

The office waits meanwhile, as it would for a macro of its own, so nobody edits the document under the job. An
interpreter that asks nothing for five minutes is ended: the office must not wait for ever.
"""

# Objects of UNO have no types.
# ruff: noqa: ANN001, ANN201, ANN202

import threading

from . import program, serving, showing

TITLE = "Sổ Chi bộ"
TOLD = frozenset({0, 2, 3, 4})
LONGEST_SILENCE = 300
NO_WORKBOOK = "Chưa mở sổ nào trong cửa sổ này. Hãy mở sổ của chi bộ rồi bấm lại nút."
NO_PROGRAM = (
    "Chưa tìm thấy chương trình Sổ Chi bộ trên máy này. Sổ của đồng chí không thay đổi. "
    "Hãy chạy “sochibo install” hoặc bộ cài Sổ Chi bộ, rồi mở lại LibreOffice."
)
NOT_ALLOWED = (
    "Máy này không cho chạy chương trình Sổ Chi bộ. Sổ của đồng chí không thay đổi. "
    "Hãy nhờ cán bộ công nghệ thông tin cho phép, rồi bấm lại nút."
)
DIED = (
    "Chương trình Sổ Chi bộ dừng giữa chừng. Hãy xem lại sổ trước khi lưu; bấm Hoàn tác (Ctrl+Z) nếu thấy ô bị đổi. "
    "Nếu còn gặp lại, hãy cài lại chương trình."
)


def click(context, frame, button):
    """Run a button on the document of a window; every way it can fail ends in a message."""
    screen = showing.Screen(context, frame)
    document = frame.Controller.Model if frame is not None and frame.Controller is not None else None
    if document is None or not document.supportsService("com.sun.star.sheet.SpreadsheetDocument"):
        screen.tell(TITLE, NO_WORKBOOK, True)
        return
    command = program.find_command()
    if command is None:
        screen.tell(TITLE, NO_PROGRAM, True)
        return
    try:
        process = program.start(command, button)
    except OSError:
        screen.tell(TITLE, NOT_ALLOWED, True)
        return
    if _answer(process, serving.questions_of(document, screen)) not in TOLD:
        screen.progress(None)
        screen.tell(TITLE, DIED, True)


def _answer(process, questions):
    """Serve until the interpreter ends; its exit code."""
    try:
        serving.serve(questions, _lines(process), process.stdin)
    except (OSError, ValueError):
        process.kill()
    finally:
        for pipe in (process.stdin, process.stdout):
            _close(pipe)
    return process.wait()


def _lines(process):
    """The interpreter's questions; it is ended where none comes for too long."""
    while True:
        watch = threading.Timer(LONGEST_SILENCE, process.kill)
        watch.start()
        try:
            line = process.stdout.readline()
        finally:
            watch.cancel()
        if not line:
            return
        yield line


def _close(pipe):
    try:
        pipe.close()
    except OSError:
        return
