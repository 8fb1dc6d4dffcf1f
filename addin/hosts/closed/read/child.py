"""Reads one workbook in a process of its own, with a limit on time and memory.

For files the guard cannot judge beforehand. The reader may abort the whole process on a bad file; then the child
dies, and this one says so in a sentence. `python -m addin.hosts.closed.read.child` is the child's side: the file's
name and bytes come on its standard input (a name on the command line would show in the list of processes), one
JSON document leaves on its standard output. On Windows only time is limited.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import addin
from addin.errors import CannotRead, NotAWorkbook, SochiboError
from addin.hosts.closed.read.child_wire import book_from_json, book_to_json
from addin.hosts.closed.read.in_process import OpenedBook, ReadBook, open_book, read_here
from addin.hosts.file_formats import SAVE_AS

SECONDS = 60
MEMORY = 2 * 1024 * 1024 * 1024
_ERRORS = {error.kind: error for error in (NotAWorkbook, CannotRead)}


def read_in_child(book: OpenedBook) -> ReadBook:
    """The same as `read_here`, but a crash, a hang or a flood of memory is a CannotRead."""
    try:
        done = subprocess.run(
            [sys.executable, "-X", "utf8", "-m", "addin.hosts.closed.read.child"],
            input=json.dumps(book.file_name).encode() + b"\n" + book.content,
            capture_output=True,
            timeout=SECONDS,
            check=False,
            env={**os.environ, "PYTHONPATH": _python_path()},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired as error:
        raise CannotRead(f"Đọc tệp «{book.file_name}» quá {SECONDS} giây nên đã dừng.", SAVE_AS) from error
    except OSError as error:
        raise CannotRead(
            f"Không khởi động được tiến trình đọc tệp «{book.file_name}».", "Đóng bớt chương trình rồi chạy lại."
        ) from error
    if done.returncode != 0:
        raise CannotRead(f"Trình đọc bị dừng giữa chừng khi đọc tệp «{book.file_name}».", SAVE_AS)
    answer = json.loads(done.stdout)
    if "error" in answer:
        raise _ERRORS[answer["error"]["kind"]](answer["error"]["message"], answer["error"]["fix"])
    return book_from_json(answer)


def main() -> None:
    """The child's side."""
    _limit_this_process()
    file_name = json.loads(sys.stdin.buffer.readline())
    answer: dict[str, Any]
    try:
        answer = book_to_json(read_here(open_book(sys.stdin.buffer.read(), file_name)))
    except SochiboError as error:
        answer = {"error": {"kind": error.kind, "message": error.message, "fix": error.fix}}
    sys.stdout.buffer.write(json.dumps(answer).encode())


def _limit_this_process() -> None:
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 -- POSIX only

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _python_path() -> str:
    """So that the child finds this package wherever it was started from."""
    root = str(Path(addin.__file__).parent.parent)
    return os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))


if __name__ == "__main__":
    main()
