"""`show`: what was understood of a workbook, so that it can be trusted or corrected."""

from __future__ import annotations

from addin.core.findings import Finding
from addin.core.records import dataclass
from addin.core.tables.rows.book import Book
from addin.jobs.opening import Opened
from addin.jobs.outcome import Outcome


@dataclass(frozen=True, slots=True)
class ShowResult:
    """The layout as recognised and every row as read, with what could not be."""

    workbook: str
    book: Book
    findings: tuple[Finding, ...]


def show(opened: Opened) -> Outcome[ShowResult]:
    """Nothing is judged here: only what reading met is found."""
    return Outcome(ShowResult(opened.name, opened.book, opened.findings), opened.findings)
