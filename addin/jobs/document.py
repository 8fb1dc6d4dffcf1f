"""`document`: one paper of design.md §5 from the workbook, in the Party's layout or the cell's own template."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from addin.core.records import dataclass
from addin.documents.catalogue import kind_of
from addin.documents.parts.request import Request
from addin.jobs.opening import Opened
from addin.jobs.outcome import Effects, Outcome
from addin.jobs.promising import promise

__all__ = ["Request", "ballots", "document"]


@dataclass(frozen=True, slots=True)
class DocumentResult:
    """The kind made, by its name for people; `missing` says what the workbook lacked, `warnings` what to look at; `papers` how many.

    `known` are papers of this very matter that stand in Văn bản already: of several the others alone are made.
    """

    workbook: str
    kind: str
    title: str
    missing: tuple[str, ...]
    warnings: tuple[str, ...] = ()
    papers: int = 1
    known: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BallotsResult:
    """Both ballots of a year; what the workbook lacked for each."""

    workbook: str
    year: int
    missing: tuple[str, ...]


def document(opened: Opened, kind_id: str, request: Request, templates: Path | None = None) -> Outcome[DocumentResult]:
    """The paper as a promise, or one a member: a draft, or issued with the next number of its series where it has one."""
    kind = kind_of(kind_id)
    opened.require("members")
    wishes = kind.each(opened.reading, request)
    promised = [promise(opened.reading, kind, wish, templates) for wish in wishes]
    missing = tuple(dict.fromkeys(gap for one in promised for gap in one.gaps))
    warnings = tuple(dict.fromkeys(told for one in promised for told in one.warnings))
    known = tuple(dict.fromkeys(one.standing for one in promised if one.standing))
    wanted = [one for one in promised if not one.standing] or promised
    result = DocumentResult(opened.name, kind_id, kind.named(request), missing, warnings, len(wanted), known)
    return Outcome(result, effects=Effects(papers=tuple(one.paper for one in wanted)))


def ballots(opened: Opened, request: Request, templates: Path | None = None) -> Outcome[BallotsResult]:
    """The ballot papers of a year's meeting: one for the members, one for the cell itself."""
    year = request.needed_year
    both = [document(opened, "ballot", replace(request, for_cell=for_cell), templates) for for_cell in (False, True)]
    missing = tuple(gap for made in both for gap in made.result.missing)
    papers = tuple(paper for made in both for paper in made.effects.papers)
    return Outcome(BallotsResult(opened.name, year, missing), effects=Effects(papers=papers))
