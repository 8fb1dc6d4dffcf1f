"""The log of clicks: when, which button, how it ended; for a bug the lines of our code. No names, no values, no paths.

An exception's own text may hold what stands in a square, so only its kind is written.
"""

from __future__ import annotations

import os
import traceback
from datetime import UTC, datetime
from pathlib import Path

from addin.resident.places import home

_LARGEST = 512 * 1024
BUG_CODE = 3
BUG_TEXT = (
    "Chương trình Sổ Chi bộ gặp lỗi và đã dừng việc này.\n"
    "→ Xem lại sổ trước khi lưu; bấm Hoàn tác nếu thấy ô bị đổi. Nếu còn gặp lại, gửi tệp nhật ký cho người hỗ trợ."
)


def journal_file() -> Path:
    """The log of this user."""
    return home() / "log" / "ribbon.log"


def note(what: str) -> None:
    """One line; a log that cannot be written stops nobody."""
    path = journal_file()
    line = f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ} {os.getpid()} {what}\n"
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if path.exists() and path.stat().st_size > _LARGEST:
            path.replace(path.with_suffix(".1.log"))
        with path.open("a", encoding="utf-8") as stream:
            stream.write(line)
    except OSError:
        return


def note_bug(button: str, error: BaseException) -> None:
    """The kind of error and where in the code."""
    note(f"{button} bug {traced(error)}")


def traced(error: BaseException) -> str:
    """A bug as anybody may read it: its kind, and the lines of code it came through, innermost first."""
    frames = traceback.extract_tb(error.__traceback__)
    places = " < ".join(f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in reversed(frames))
    return f"{type(error).__name__}: {places}"
