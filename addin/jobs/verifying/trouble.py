"""One thing that is not as it was left: the file, the line where it has lines, what is wrong and what to do."""

from __future__ import annotations

from pathlib import Path

from addin.core.findings import Severity
from addin.core.records import dataclass


@dataclass(frozen=True, slots=True)
class Trouble:
    """`kind` is for programs; `line` 0 where the file is meant as a whole."""

    severity: Severity
    kind: str
    file: Path
    message: str
    fix: str
    line: int = 0


def error(kind: str, file: Path, message: str, fix: str, line: int = 0) -> Trouble:
    """Something was changed, lost or torn."""
    return Trouble(Severity.ERROR, kind, file, message, fix, line)


def warning(kind: str, file: Path, message: str, fix: str, line: int = 0) -> Trouble:
    """Something is not finished, or cannot be looked at."""
    return Trouble(Severity.WARNING, kind, file, message, fix, line)
