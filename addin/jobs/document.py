"""`document`: one paper of design.md §5 from the workbook, in the Party's layout or the cell's own template."""

from __future__ import annotations

from dataclasses import field
from datetime import date
from pathlib import Path

from addin.core.records import dataclass
from addin.documents.kinds import kind_of
from addin.documents.render import render
from addin.documents.requests import Request
from addin.hosts.file_names import safe_name
from addin.jobs.opening import Opened
from addin.jobs.outcome import Outcome, Paper


@dataclass(frozen=True, slots=True)
class Desk:
    """Where the work lies, and what was asked: the folder of own templates is `Mẫu` beside the workbook."""

    book: Path
    on: date
    year: int | None = None
    first: int | None = None
    last: int | None = None
    name: str | None = None
    decision: str | None = None
    for_cell: bool = field(default=False)

    @property
    def request(self) -> Request:
        """What the documents ask for."""
        return Request(
            self.on,
            year=self.year,
            first=self.first,
            last=self.last,
            name=self.name,
            decision=self.decision,
            for_cell=self.for_cell,
        )


def document(opened: Opened, kind_id: str, desk: Desk) -> Outcome:
    """The paper in memory; it leaves room for a number, which `decide --next` alone claims."""
    kind = kind_of(kind_id)
    opened.require("members")
    context, gaps = kind.build(opened.book, desk.request)
    content = render(kind_id, context, desk.book.parent / "Mẫu")
    name = safe_name(_title(kind.title, desk), ".docx")
    answer = {"workbook": opened.name, "kind": kind_id, "title": kind.title, "missing": list(gaps)}
    lines = (f"{kind.title}: đã lập.", *(f"Còn để trống: {gap}." for gap in gaps))
    return Outcome(answer, lines, papers=(Paper(kind_id, name, content),))


def _title(title: str, desk: Desk) -> str:
    years = f"{desk.first}–{desk.last}" if desk.first and desk.last else str(desk.year or "")
    parts = [title, desk.decision or "", years, desk.name or "", "chi bộ" if desk.for_cell else ""]
    return " ".join(part for part in parts if part)


def ballots(opened: Opened, year: int, desk: Desk) -> Outcome:
    """The ballot papers of a year's meeting: one for the members, one for the cell itself."""
    both = [
        document(opened, "ballot", Desk(desk.book, desk.on, year=year, for_cell=for_cell)) for for_cell in (False, True)
    ]
    missing: list[str] = [gap for made in both for gap in made.answer["missing"]]
    answer = {"workbook": opened.name, "year": year, "missing": missing}
    line = f"Phiếu biểu quyết xếp loại năm {year}: một mẫu cho đảng viên, một mẫu cho chi bộ; in đủ số phiếu phát ra."
    gaps = tuple(f"Còn để trống: {gap}." for gap in dict.fromkeys(missing))
    return Outcome(answer, (line, *gaps), papers=tuple(paper for made in both for paper in made.papers))
