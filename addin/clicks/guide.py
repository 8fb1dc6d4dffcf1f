"""The user's guide that was installed with the program."""

from __future__ import annotations

from pathlib import Path

from addin.errors import CannotRead
from addin.resources import shipped


def guide_file() -> Path:
    """A page for a browser; CannotRead where the installation lost it."""
    page = shipped("docs/huong-dan.html")
    if page.is_file():
        return page
    raise CannotRead("Không tìm thấy tệp hướng dẫn trên máy này.", "Chạy lại bộ cài Sổ Chi bộ.")
