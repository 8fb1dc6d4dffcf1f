"""What a job found and wants done. Until `carry_out`, nothing outside has changed."""

from __future__ import annotations

from dataclasses import field
from typing import Any

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
class Outcome:
    """`answer` is the JSON contract of the job (design.md §4); `lines` is what a person reads."""

    answer: dict[str, Any]
    lines: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    writes: Writes = field(default_factory=Writes)
    papers: tuple[Paper, ...] = ()
