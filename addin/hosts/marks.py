"""How a note of ours is known again in a document that is open: its first line, the heading a closed file's notes have.

An open program gives every note its user as author, so the author cannot tell. People's notes stay theirs.
"""

from __future__ import annotations

import unicodedata

NOTE_MARK = "Sổ Chi bộ:"


def marked(text: str) -> str:
    """The text of a note as it is put on a square."""
    return f"{NOTE_MARK}\n{text}"


def is_marked(text: str) -> bool:
    """Whether a note on a square is one of ours."""
    return unicodedata.normalize("NFC", _lines(text).partition("\n")[0]).strip() == NOTE_MARK


def unmarked(text: str) -> str:
    """What was said, without our mark."""
    return _lines(text).partition("\n")[2]


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
