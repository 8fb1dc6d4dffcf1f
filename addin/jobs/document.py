"""`document`: one paper of design.md §5 from the workbook, in the Party's layout or the cell's own template."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from addin.documents.catalogue import kind_of
from addin.documents.render import render
from addin.documents.requests import Request
from addin.hosts.file_names import safe_name
from addin.jobs.opening import Opened
from addin.jobs.outcome import Effects, Outcome, Paper, Told

__all__ = ["Request", "ballots", "document"]


def document(opened: Opened, kind_id: str, request: Request, templates: Path | None = None) -> Outcome[Told]:
    """The paper in memory; it leaves room for a number, which `decide --next` alone claims."""
    kind = kind_of(kind_id)
    opened.require("members")
    context, gaps = kind.build(opened.book, request)
    content = render(kind_id, context, templates)
    name = safe_name(_title(kind.title, request), ".docx")
    answer = {"workbook": opened.name, "kind": kind_id, "title": kind.title, "missing": list(gaps)}
    lines = (f"{kind.title}: đã lập.", *(f"Còn để trống: {gap}." for gap in gaps))
    return Outcome(Told(answer, lines), effects=Effects(papers=(Paper(kind_id, name, content),)))


def _title(title: str, request: Request) -> str:
    years = f"{request.first}–{request.last}" if request.first and request.last else str(request.year or "")
    parts = [title, request.decision or "", years, request.name or "", "chi bộ" if request.for_cell else ""]
    return " ".join(part for part in parts if part)


def ballots(opened: Opened, request: Request, templates: Path | None = None) -> Outcome[Told]:
    """The ballot papers of a year's meeting: one for the members, one for the cell itself."""
    year = request.needed_year
    both = [document(opened, "ballot", replace(request, for_cell=for_cell), templates) for for_cell in (False, True)]
    missing: list[str] = [gap for made in both for gap in made.result.answer["missing"]]
    answer = {"workbook": opened.name, "year": year, "missing": missing}
    line = f"Phiếu biểu quyết xếp loại năm {year}: một mẫu cho đảng viên, một mẫu cho chi bộ; in đủ số phiếu phát ra."
    gaps = tuple(f"Còn để trống: {gap}." for gap in dict.fromkeys(missing))
    papers = tuple(paper for made in both for paper in made.effects.papers)
    return Outcome(Told(answer, (line, *gaps)), effects=Effects(papers=papers))
