"""NSIS's Vietnamese for the installer's pages: letters composed, words as the rest of the product has them.

NSIS ships it with marks apart from their letters (as code page 1258 writes), which many fonts draw badly.
"""

from __future__ import annotations

import re
import subprocess
import unicodedata
from pathlib import Path

from tools.windows.faults import BuildFault

_WORDS = (
    ("Hủy", "Huỷ"),
    ("hủy", "huỷ"),
    ("Xóa", "Xoá"),
    ("Tùy", "Tuỳ"),
    ("Thỏa", "Thoả"),
    ("Bạn", "Đồng chí"),
    ("bạn", "đồng chí"),
    ("tập tin", "tệp"),
    ("Hoàn thành", "Xong"),
    ("lôi khi", "lỗi khi"),
)
"""Theirs and ours, in this order."""


def write_language(folder: Path, compiler: str) -> None:
    """Vietnamese.nlf and Vietnamese.nsh under a folder, for MUI_LANGUAGEEX."""
    theirs = _shipped_by(compiler) / "Contrib" / "Language files"
    folder.mkdir()
    for name in ("Vietnamese.nlf", "Vietnamese.nsh"):
        text = (theirs / name).read_text(encoding="utf-8-sig")
        (folder / name).write_text(in_our_words(text), encoding="utf-8-sig")


def in_our_words(text: str) -> str:
    """Composed letters first, or no word of ours would be found."""
    text = unicodedata.normalize("NFC", text)
    for theirs, ours in _WORDS:
        text = text.replace(theirs, ours)
    return text


def _shipped_by(compiler: str) -> Path:
    """The folder NSIS was built to look in."""
    told = subprocess.run([compiler, "-HDRINFO"], capture_output=True, text=True, check=False).stdout  # noqa: S603 - our own words
    found = re.search(r"\bNSISDIR=([^,\n]+)", told)
    if found is None:
        raise BuildFault(f"{compiler} does not say where its files are.")
    return Path(found[1])
