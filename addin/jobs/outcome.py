"""What a job found and wants done. Until `carry_out`, nothing outside has changed."""

from __future__ import annotations

from dataclasses import field
from typing import Generic, TypeVar

from addin.core.findings import Finding
from addin.core.records import dataclass
from addin.core.writes import Writes

OWN_TEMPLATES = "Mẫu"
"""The folder beside a workbook where a cell keeps its own templates."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A document to be made: `kind` of design.md §5, `name` a safe file name without folder, `content` its bytes.

    `versioned`: where another content stands under the name, the new one is kept beside it as "(bản 2)"…; an
    issued file is never overwritten. Not versioned: then it is refused.
    """

    kind: str
    name: str
    content: bytes
    versioned: bool = True


@dataclass(frozen=True, slots=True)
class Effects:
    """What is wanted done outside: squares of the workbook, papers in their folder."""

    writes: Writes = field(default_factory=Writes)
    papers: tuple[Paper, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.writes or self.papers)


R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Outcome(Generic[R]):
    """`result` is the job's answer as a value of its own; what is told of it, and how, is `output`'s business."""

    result: R
    findings: tuple[Finding, ...] = ()
    effects: Effects = field(default_factory=Effects)
