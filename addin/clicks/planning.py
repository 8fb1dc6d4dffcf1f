"""Papers that may take a number, from the rows that are there: the year's plan, an inspection's own, who supervises whom."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from addin.clicks.cases import selected_cases
from addin.clicks.click import Click
from addin.clicks.selected_rows import year_selected
from addin.core.persons.reading import Reading
from addin.core.summaries.procedures import procedure_of
from addin.documents.parts.request import Request
from addin.errors import Misuse
from addin.hosts.registers import register_of
from addin.jobs.document import DocumentResult, document
from addin.jobs.outcome import Outcome
from addin.output import box
from addin.output.telling import box_of


def make_plans(click: Click) -> None:
    """The plan of each inspection whose rows are selected; without any, the plan of the year."""
    cases = selected_cases(click)
    if not cases:
        _make(click, [document(click.opened, "annual-plan", _of_year(click), click.templates)])
        return
    kinds = [(_plan_kind(click.opened.reading, case), case) for case in cases]
    _make(click, [document(click.opened, kind, case, click.templates) for kind, case in kinds])


def assign_supervision(click: Click) -> None:
    """The assignment of the year."""
    _make(click, [document(click.opened, "supervision-assignment", _of_year(click), click.templates)])


def _of_year(click: Click) -> Request:
    """A plan and an assignment are made for the year that runs."""
    return Request(click.on, year=year_selected(click.opened.book, click.host.selection()) or click.on.year)


def _plan_kind(reading: Reading, case: Request) -> str:
    procedure = procedure_of(case.inspection_kind or "", has_committee=reading.book.settings.has_committee)
    stage = next((stage for stage in procedure.stages if stage.id == "plan"), None) if procedure else None
    if stage is None:
        raise Misuse(
            f"{case.inspection_kind or 'Dòng đang chọn'}: không có kế hoạch riêng cho từng cuộc.",
            "Chọn dòng ở sheet Kế hoạch để lập kế hoạch của năm, hoặc dòng của cuộc kiểm tra, giám sát có lập tổ.",
        )
    return stage.paper


def _make(click: Click, outcomes: Sequence[Outcome[DocumentResult]]) -> None:
    """One question for all: a number is never given back. What stands in Văn bản already is made as a draft and says so."""
    free = [one for one in outcomes if _may_be_issued(click, one)]
    issuing = bool(free) and click.dialog.ask(_question(click, free))
    lines: list[str] = []
    for outcome in outcomes:
        done = click.carry_out(outcome, click.papers, issuing=issuing and outcome in free)
        lines += [*done.lines, *box_of(outcome.result)]
    click.tell(lines)


def _may_be_issued(click: Click, outcome: Outcome[DocumentResult]) -> bool:
    """A workbook that lies nowhere has no register of numbers."""
    return click.host.folder is not None and not outcome.result.known and any(paper.numbering and not paper.numbering.lacking for paper in outcome.effects.papers)


def _question(click: Click, outcomes: Sequence[Outcome[DocumentResult]]) -> str:
    titles = [Path(paper.name(None)).stem for one in outcomes for paper in one.effects.papers]
    return box.issue_question(titles, click.host.name, register_of(click.home, click.opened.book).folder)
