"""A `Finding` is one thing wrong or worth knowing, at one square, with what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from addin import glossary
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
        return glossary.term(f"severity_{self.value}")


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


@dataclass(frozen=True, slots=True)
class Heading:
    """A code with what never changes about it, raised where no rule looks: reading a square, computing a rating."""

    code: str
    severity: Severity
    title: str
    fix: str

    def at(
        self,
        place: Place,
        message: str,
        *,
        fix: str = "",
        reference: Reference | None = None,
        related: tuple[Place, ...] = (),
    ) -> Finding:
        """The finding at a square; `fix` replaces the general way out where the square knows better."""
        return Finding(self.code, self.severity, place, message, fix or self.fix, reference, related)


def sort_findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """By sheet, row, column, code; the same finding twice is said once.

    Sorted by plain texts and numbers first: only findings that agree in all of these are compared whole.
    """
    placed: dict[_Position, list[Finding]] = {}
    for found in findings:
        place = found.place
        same = placed.setdefault((place.sheet, place.row, place.column, found.rule, found.message), [])
        if found not in same:
            same.append(found)
    return tuple([found for position in sorted(placed) for found in placed[position]])


_Position = tuple[str, int, int, str, str]
