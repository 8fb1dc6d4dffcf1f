"""A `Finding` is one thing wrong or worth knowing, at one square, with what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from addin.core.places import Place
from addin.core.records import dataclass
from addin.core.references import Reference


class Severity(StrEnum):
    """Legal wording, not mood: style.md §4."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"

    @property
    def label(self) -> str:
        """Lỗi, Cảnh báo, Lưu ý."""
        return {"error": "Lỗi", "warning": "Cảnh báo", "notice": "Lưu ý"}[self.value]


@dataclass(frozen=True, slots=True)
class Finding:
    """`message` says what we saw, `fix` what to do, `reference` why; None where it is pure form."""

    rule: str
    severity: Severity
    place: Place
    message: str
    fix: str
    reference: Reference | None = None
    related: tuple[Place, ...] = ()


def sort_findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """By sheet, row, column, code; the same finding twice is said once."""
    unique = dict.fromkeys(findings)
    return tuple(sorted(unique, key=lambda found: (found.place, found.rule, found.message)))
