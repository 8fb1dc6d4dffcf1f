"""Copies a program that keeps folders alike makes when two people changed a file at once: each holds work the other lacks.

OneDrive and Google put a machine's name or a word behind the name, Dropbox, Nextcloud and Synology say "conflict", Syncthing
a time. A copy a person made ("sổ - Copy.xlsx") is none: it is told where it is read, and stops nothing.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from addin.patterns import pattern

MARK = (
    r"\s*\([^()]*(?:conflicted copy|case conflict|conflict|xung đột|của máy)[^()]*\)$"
    r"|\.sync-conflict-\d{8}-\d{6}(?:-\w+)?$|_[^_]+_[^_]+_conflict$"
    r"|-(?:(?:PC|DESKTOP|LAPTOP|WIN|MAY|MÁY)-[\w-]+|\w+-(?:PC|LAPTOP))$"
)
_MARK = pattern(MARK, re.IGNORECASE)


def conflict_copies(target: Path) -> tuple[Path, ...]:
    """Those of this very workbook beside it, in the order of their names."""
    own = _folded(target.stem)
    beside = (path for path in target.parent.iterdir() if path.suffix.casefold() == target.suffix.casefold() and path.name != target.name)
    return tuple(sorted(path for path in beside if _folded(path.stem) != own and _folded(_MARK.sub("", path.stem)) == own))


def is_conflict_copy(path: Path) -> bool:
    """Whether its name says that it is one."""
    return _MARK.search(unicodedata.normalize("NFC", path.stem)) is not None


def _folded(stem: str) -> str:
    return unicodedata.normalize("NFC", stem).casefold()
