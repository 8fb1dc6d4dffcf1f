"""What a job found and wants done. Until `carry_out`, nothing outside has changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from typing import Any, Generic, TypeVar

from addin.core.findings import Finding
from addin.core.records import dataclass
from addin.core.writes import Writes
from addin.jobs.paper import Paper, Voiding

OWN_TEMPLATES = "Mẫu"
"""The folder beside a workbook where a cell keeps its own templates."""


@dataclass(frozen=True, slots=True)
class Effects:
    """What is wanted done outside: squares of the workbook, papers in their folder, numbers withdrawn.

    `seals` is the year whose freezing they are about, the one thing that may be written of a frozen year.
    `logged` is what the log says of it besides.
    """

    writes: Writes = field(default_factory=Writes)
    papers: tuple[Paper, ...] = ()
    voids: tuple[Voiding, ...] = ()
    seals: int | None = None
    logged: Mapping[str, Any] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.writes or self.papers or self.voids)

    @property
    def planned(self) -> Writes:
        """The writes with the rows and squares that issued papers bring, their numbers still open: what a preview shows."""
        rows = tuple(row for paper in self.papers for row in paper.draft_rows)
        squares = tuple(square for paper in self.papers for square in paper.draft_squares)
        if not rows and not squares:
            return self.writes
        return replace(self.writes, appends=self.writes.appends + rows, squares=self.writes.squares + squares)


R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Outcome(Generic[R]):
    """`result` is the job's answer as a value of its own; what is told of it, and how, is `output`'s business.

    `is_done`: the job was its own confirmation and has done it already (undo).
    """

    result: R
    findings: tuple[Finding, ...] = ()
    effects: Effects = field(default_factory=Effects)
    is_done: bool = False
