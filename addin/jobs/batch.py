"""`batch`: what is asked of many workbooks, and what came of it. `addin.batch` runs it; `output/batch.py` tells it."""

from __future__ import annotations

from dataclasses import field
from datetime import date
from pathlib import Path

from addin.core.records import dataclass
from addin.errors import Misuse

DOINGS = ("check", "rate", "summarise", "papers")
"""What may be asked for, in the order it is done."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What every workbook of a run is asked; two runs that ask the same may use each other's results.

    `seconds` and `megabytes` bound one workbook in its child process; they change no result that is reached.
    """

    doings: tuple[str, ...]
    year: int
    on: date
    pseudonym_key: bytes | None = field(default=None, repr=False)
    seconds: int = 120
    megabytes: int = 1024

    @classmethod
    def of(cls, doings: str, year: int | None, on: date, **more: object) -> Asked:
        """From `check,rate`; Misuse for a word that is none of them. Without a year, last year."""
        words = [word.strip() for word in doings.replace(";", ",").split(",") if word.strip()]
        unknown = [word for word in words if word not in DOINGS]
        if unknown or not words:
            told = f"“{unknown[0]}” không phải việc làm được cho nhiều sổ." if unknown else "Chưa ghi việc cần làm."
            raise Misuse(told, f"Chọn trong: {', '.join(DOINGS)}; ví dụ --do check,rate.")
        return cls(tuple(one for one in DOINGS if one in words), year or on.year - 1, on, **more)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Failure:
    """One workbook that could not be done, and why."""

    workbook: str
    reason: str
    fix: str


@dataclass(frozen=True, slots=True)
class BatchResult:
    """How many workbooks, and where everything lies.

    `reused` were done by an earlier run over the same bytes; `skipped` counts files left alone by their reason, `copies` names
    those that are by their names copies; `left_out` is what this machine could not make, `printed` how many papers were made
    into PDF.
    """

    workbooks: int
    done: int
    failed: int
    skipped: int
    with_errors: int
    out: Path
    reused: int = 0
    seconds: float = 0.0
    failures: tuple[Failure, ...] = ()
    left_alone: tuple[tuple[str, int], ...] = ()
    copies: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    printed: int = 0

    @property
    def has_errors(self) -> bool:
        """Whether any workbook failed or holds an error: exit code 1."""
        return bool(self.failed or self.with_errors)
