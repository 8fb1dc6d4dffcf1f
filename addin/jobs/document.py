"""`document`: one paper of design.md §5 from the workbook, in the Party's layout or the cell's own template."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from addin.core.records import dataclass
from addin.documents.catalogue import kind_of
from addin.documents.render import render
from addin.documents.requests import Request
from addin.hosts.file_names import safe_name
from addin.jobs.opening import Opened
from addin.jobs.outcome import Effects, Outcome, Paper

__all__ = ["Request", "ballots", "document"]


@dataclass(frozen=True, slots=True)
class DocumentResult:
    """The kind made, by its name for people; `missing` says what the workbook lacked."""

    workbook: str
    kind: str
    title: str
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BallotsResult:
    """Both ballots of a year; what the workbook lacked for each."""

    workbook: str
    year: int
    missing: tuple[str, ...]


def document(opened: Opened, kind_id: str, request: Request, templates: Path | None = None) -> Outcome[DocumentResult]:
    """The paper in memory; it leaves room for a number, which `decide --next` alone claims."""
    kind = kind_of(kind_id)
    opened.require("members")
    context, gaps = kind.build(opened.book, request)
    content = render(kind_id, context, templates)
    name = safe_name(_title(kind.title, request), ".docx")
    result = DocumentResult(opened.name, kind_id, kind.title, tuple(gaps))
    return Outcome(result, effects=Effects(papers=(Paper(kind_id, name, content),)))


def _title(title: str, request: Request) -> str:
    years = f"{request.first}–{request.last}" if request.first and request.last else str(request.year or "")
    parts = [title, request.decision or "", years, request.name or "", "chi bộ" if request.for_cell else ""]
    return " ".join(part for part in parts if part)


def ballots(opened: Opened, request: Request, templates: Path | None = None) -> Outcome[BallotsResult]:
    """The ballot papers of a year's meeting: one for the members, one for the cell itself."""
    year = request.needed_year
    both = [document(opened, "ballot", replace(request, for_cell=for_cell), templates) for for_cell in (False, True)]
    missing = tuple(gap for made in both for gap in made.result.missing)
    papers = tuple(paper for made in both for paper in made.effects.papers)
    return Outcome(BallotsResult(opened.name, year, missing), effects=Effects(papers=papers))
