"""A `Finding` is one thing wrong or worth knowing, at one square, with what to do about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from addin import glossary
from addin.core.masks import without_numbers
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
    """`message` says what we saw, `fix` what to do, `reference` why; None where it is pure form.

    `year` is what it speaks of where its row is of no year (a member who lacks something in 2025).
    """

    rule: str
    severity: Severity
    place: Place
    message: str
    fix: str
    reference: Reference | None = None
    related: tuple[Place, ...] = ()
    year: int | None = None


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
        return Finding(self.code, self.severity, place, without_numbers(message), fix or self.fix, reference, related)


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


@dataclass(frozen=True, slots=True)
class Cause:
    """The findings of one code on one sheet: whatever made one of them very likely made the others too."""

    findings: tuple[Finding, ...]

    @property
    def first(self) -> Finding:
        """What stands for all of them."""
        return self.findings[0]

    @property
    def places(self) -> tuple[Place, ...]:
        """Its squares, each once."""
        return tuple(dict.fromkeys(found.place for found in self.findings))

    @property
    def squares(self) -> str:
        """`F12, F14–F19, H3`: every one of them, runs down a column in short."""
        return ", ".join(_runs(self.places))


def by_cause(findings: Iterable[Finding]) -> tuple[Cause, ...]:
    """The worst first; among equals as they came. Each cause keeps the order of its squares."""
    causes: dict[tuple[Severity, str, str], list[Finding]] = {}
    for found in findings:
        causes.setdefault((found.severity, found.rule, found.place.sheet), []).append(found)
    severities = list(Severity)
    return tuple(Cause(tuple(same)) for key, same in sorted(causes.items(), key=lambda item: severities.index(item[0][0])))


def _runs(places: Iterable[Place]) -> Iterator[str]:
    runs: list[list[Place]] = []
    for place in sorted(places, key=lambda place: (place.column, place.row)):
        last = runs[-1][-1] if runs else None
        if last is not None and (last.column, last.row + 1) == (place.column, place.row):
            runs[-1].append(place)
        else:
            runs.append([place])
    for run in runs:
        yield f"{run[0].cell}–{run[-1].cell}" if len(run) > 1 else run[0].cell
