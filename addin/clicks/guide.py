"""The user's guide that was installed with the program."""

from __future__ import annotations

from pathlib import Path

from addin.errors import CannotRead

_NAMES = ("huong-dan.html", "huong-dan.pdf", "huong-dan.md")


def guide_file() -> Path:
    """Beside the program or in its `docs`; CannotRead where the installation lost it."""
    program = Path(__file__).parents[2]
    for folder in (program, program / "docs"):
        for name in _NAMES:
            if (folder / name).is_file():
                return folder / name
    raise CannotRead("Không tìm thấy tệp hướng dẫn trên máy này.", "Chạy lại bộ cài Sổ Chi bộ.")
