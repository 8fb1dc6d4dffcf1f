"""Where every open inspection, supervision and case stands in its procedure, and what is due of it (F19).

A stage is over where its own square is filled, where Văn bản has its paper, or where a later stage is over: papers without
a number stand in no register, and nobody writes a report of an inspection that was never opened.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from addin import glossary
from addin.core.numerals import padded
from addin.core.persons.posts import is_held
from addin.core.persons.reading import Reading
from addin.core.places import Place
from addin.core.records import dataclass
from addin.core.summaries.case_papers import cases_of, folded_title, papers_of_case
from addin.core.summaries.fill_in import to_fill
from addin.core.summaries.procedures import DENUNCIATION, DISCIPLINE, Deadline, Procedure, Stage, procedure_of
from addin.core.summaries.to_do import Command, Item, State, state_of
from addin.core.tables.rows.columns import Row
from addin.core.tables.rows.inspections import Inspection


@dataclass(frozen=True, slots=True)
class StageState:
    """One stage of a case: over or not, until when, and what the workbook lacks for its paper."""

    stage: Stage
    is_over: bool
    due: date | None
    lacking: tuple[str, ...] = ()

    def state(self, on: date) -> State | None:
        """Late or soon; None where it is over, has no day, or its day is far."""
        return None if self.is_over or self.due is None else state_of(self.due, on)


@dataclass(frozen=True, slots=True)
class OpenCase:
    """One case that is not concluded: `decision` its number where it has one, `members` as the rows name them."""

    procedure: Procedure
    decision: str | None
    year: int | None
    members: tuple[str, ...]
    stages: tuple[StageState, ...]
    place: Place

    @property
    def current(self) -> StageState | None:
        """The first stage that is not over and not optional."""
        return next((one for one in self.stages if not one.is_over and not one.stage.optional), None)

    def due(self, on: date) -> tuple[StageState, ...]:
        """What is late or soon due, in the order of the process; what is optional is nobody's debt."""
        return tuple(one for one in self.stages if one.state(on) and not one.stage.optional)

    @property
    def name(self) -> str:
        """`Kiểm tra chấp hành theo Quyết định 35-QĐ/CB (02 đảng viên)`."""
        by = f" theo Quyết định {self.decision}" if self.decision else ""
        return f"{self.procedure.title}{by} ({padded(len(self.members))} đảng viên)"


def open_cases(reading: Reading, on: date) -> tuple[OpenCase, ...]:
    """Every inspection and supervision begun by that day and not concluded, in the order of the sheet."""
    return reading.once(_open_cases, on)


def tracked_items(reading: Reading, on: date) -> Iterator[Item]:
    """One line a case with stages due, and what a discipline or a denunciation waits for."""
    for case in open_cases(reading, on):
        waiting = case.due(on)
        if waiting:
            due = min(one.due for one in waiting if one.due)
            told = "; ".join(f"{one.stage.form} {one.stage.title}".strip() for one in waiting)
            yield Item("inspection.stage", state_of(due, on) or State.DUE, f"{case.name}: {told}.", due, Command("document", ("--all-due",)), (case.place,))
    yield from _disciplines(reading, on)
    yield from _denunciations(reading)


def _open_cases(reading: Reading, on: date) -> tuple[OpenCase, ...]:
    def is_open(row: Inspection) -> bool:
        begun = row.decision_date is None or not row.decision_date > on
        return not row.conclusion and row.conclusion_date is None and begun

    cases = (case_of_rows(reading, rows) for rows in cases_of(row for row in reading.book.inspections if is_open(row)))
    return tuple(case for case in cases if case is not None)


def case_of_rows(reading: Reading, rows: Sequence[Inspection]) -> OpenCase | None:
    """The rows of one decision, or of one member without a decision, in their procedure; concluded or not."""
    first = rows[0]
    procedure = procedure_of(first.kind or "", has_committee=reading.book.settings.has_committee)
    if procedure is None:
        return None
    papers = tuple(folded_title(document) for document in papers_of_case(reading, rows))
    procedure = replace(procedure, stages=tuple(_owed(stage, first) for stage in procedure.stages))
    over = [_is_over(stage, rows, papers) for stage in procedure.stages]
    last = max((number for number, done in enumerate(over) if done), default=-1)
    stages = tuple(
        StageState(stage, number <= last, _due(stage.deadline, first), _lacking(stage, rows)) for number, stage in enumerate(procedure.stages)
    )
    return OpenCase(procedure, first.decision_no, first.year, tuple(row.member or "" for row in rows), stages, first.place("member"))


def _owed(stage: Stage, row: Inspection) -> Stage:
    """Where a decision opened the case a plan of its own is not owed, and the other way round: both are found in practice."""
    return replace(stage, optional=True) if stage.id == "plan" and row.decision_no else stage


def _is_over(stage: Stage, rows: Sequence[Row], papers: Sequence[str]) -> bool:
    if stage.done and all(any(_filled(row, key) for key in stage.done) for row in rows):
        return True
    return bool(stage.words) and any(all(glossary.fold(word) in title for word in stage.words) for title in papers)


def _filled(row: Row, key: str) -> bool:
    value = getattr(row, key)
    return value is not None and value != ()


def _lacking(stage: Stage, rows: Sequence[Row]) -> tuple[str, ...]:
    """The keys some row lacks; of findings one is enough."""
    return tuple(key for key in stage.needs if not all(_filled(row, key) for row in rows)) if not _any_found(stage, rows) else ()


def _any_found(stage: Stage, rows: Sequence[Row]) -> bool:
    return "conclusion" in stage.needs and all(any(_filled(row, key) for key in stage.needs) for row in rows)


def _due(deadline: Deadline | None, row: Row) -> date | None:
    day = getattr(row, deadline.key, None) if deadline else None
    return day.last + timedelta(days=deadline.days) if deadline is not None and day is not None else None


def _disciplines(reading: Reading, on: date) -> Iterator[Item]:
    """A vote that was announced and has no written decision."""
    decision = next(stage for stage in DISCIPLINE.stages if stage.id == "decision")
    for row in reading.book.disciplines:
        if row.announced_on is not None and not row.decision_no and not row.announced_on > on:
            text = f"{decision.title} đối với {row.member}: đã công bố kết quả biểu quyết {row.announced_on}, chưa có số quyết định."
            yield Item("discipline.decision", State.MISSING, text, command=Command("document", (decision.paper, "--for", row.member or "")), places=(row.place("decision_no"),))


def _denunciations(reading: Reading) -> Iterator[Item]:
    """An open denunciation by its day and square alone: no name of anybody leaves the restricted sheet here."""
    for row in reading.book.denunciations:
        if row.conclusion is None and row.cleared is None:
            text = f"{DENUNCIATION.title}: đơn nhận ngày {row.received_on or '……'} chưa có kết luận."
            square = row.place("conclusion")
            yield Item("denunciation.open", State.MISSING, text, places=(square,), to_fill=to_fill(reading, (square,)))


def groups_without_report(reading: Reading, year: int, on: date) -> tuple[str, ...]:
    """Groups of the day whose leader's report of the year is not in the register (R36)."""
    titles = [
        glossary.fold(f"{one.kind or ''} {one.title or ''} {one.subject or ''}")
        for one in reading.book.documents
        if one.date is not None and year <= one.date.year <= year + 1 and not one.void_reason
    ]
    reports = [title for title in titles if all(glossary.fold(word) in title for word in ("báo cáo", "giám sát", str(year)))]
    names = dict.fromkeys(row.group for row in reading.book.groups if row.group and is_held(row, on))
    return tuple(name for name in names if not any(glossary.fold(name) in title for title in reports))
