"""The papers every case of a year owes the archive: those its dossier wants, in the register, in the folders, or missing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from addin.core.dates import PartialDate
from addin.core.persons.reading import Reading
from addin.core.places import Place
from addin.core.summaries.case_papers import cases_of
from addin.core.summaries.records.archive import ArchiveLine, ArchiveState, registered
from addin.core.tables.rows.inspections import Inspection
from addin.documents.parts.cycle.case import Case, case_of
from addin.documents.parts.heading import Gaps
from addin.documents.parts.request import Request
from addin.errors import SochiboError
from addin.jobs.filing.folder import earlier
from addin.jobs.filing.lying import Drawer
from addin.jobs.filing.wanted import Wanted, name_of, wanted, year_of


def owed(reading: Reading, year: int, on: date, folders: tuple[Path, ...]) -> Iterator[ArchiveLine]:
    """Case by case in the order of Kiểm tra; a row the dossier could not be made of either is told as such."""
    for rows in cases_of(row for row in reading.book.inspections if row.year == year):
        first = rows[0]
        request = Request(on, year=year, decision=first.decision_no, name=None if first.decision_no else first.member)
        try:
            case = case_of(reading, request, Gaps())
        except SochiboError as error:
            yield ArchiveLine(first.kind or "", "", first.decision_no or "", ArchiveState.BY_HAND, note=error.message, place=first.place("member"))
            continue
        yield from _of_case(case, request, on, folders)


def _of_case(case: Case, request: Request, on: date, folders: tuple[Path, ...]) -> Iterator[ArchiveLine]:
    tracked, papers = wanted(case, request)
    if tracked is None:
        return
    number = case.rows[0].decision_no
    group = f"{tracked.procedure.title}, {f'Quyết định {number}' if number else case.names[0]}"
    name = name_of(case, Request(on, year=year_of(case), decision=request.decision, name=request.name))
    drawer = Drawer(folders, [folder for base in folders for folder in earlier(base, name)])
    is_over = all(row.conclusion or row.conclusion_date for row in case.rows)
    for paper in papers:
        yield _line(group, paper, drawer, late=is_over or paper.state.is_over or _is_past(paper, case.rows, on))


def _is_past(paper: Wanted, rows: tuple[Inspection, ...], on: date) -> bool:
    """Its own day, or that of the whole work, is over."""
    due = paper.state.due
    return (due is not None and due < on) or all(row.ends_on is not None and row.ends_on < on for row in rows)


def _line(group: str, paper: Wanted, drawer: Drawer, *, late: bool) -> ArchiveLine:
    lying = drawer.paper(paper)
    told = f"bản đã ký “{lying.path.name}”" if lying and lying.is_signed else None
    if paper.row is not None:
        return registered(group, paper.stage.form, paper.title, paper.row, told)
    number, day, place = _noted(paper)
    if lying is not None:
        note = f"{told or f'tệp “{lying.path.name}”'}, chưa có dòng ở Văn bản"
        return ArchiveLine(group, paper.stage.form, paper.title, ArchiveState.PRESENT, number, day, note=note, place=place)
    state = ArchiveState.NOTED if number or day else ArchiveState.MISSING if late else ArchiveState.NOT_DUE
    return ArchiveLine(group, paper.stage.form, paper.title, state, number, day, place=place)


_SQUARES = {"decision": ("decision_no", "decision_date"), "self_report": ("", "self_report_on"), "notice": ("conclusion_no", "conclusion_date")}
"""Where Kiểm tra itself says that the paper of a stage was made: its number and its day."""


def _noted(paper: Wanted) -> tuple[str | None, PartialDate | None, Place | None]:
    turn, keys = paper.turn, _SQUARES.get(paper.stage.id)
    if turn is None or keys is None:
        return None, None, None
    number, day = (getattr(turn, keys[0]) if keys[0] else None), getattr(turn, keys[1])
    return number, day, turn.place(keys[0] or keys[1]) if number or day else None
