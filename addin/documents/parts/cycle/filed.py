"""Which lines of Văn bản are papers of one inspection or supervision, and of which stage and member.

Cells write the dossier's code there ("KTGS-2023"), the number of the decision, or nothing; titles are short. So a line belongs
to the case by its number, by its dossier, or by the members it names; and to the stage whose words say most of its title.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from addin import glossary
from addin.core.summaries.procedures import Stage
from addin.core.tables.rows.papers import Document
from addin.core.tables.series import is_same, number_of, paper_number
from addin.documents.parts.cycle.case import Case

DECISION, NOTICE = "decision", "notice"
_BEFORE = ("dự thảo ", "trích ")


@dataclass(frozen=True, slots=True)
class Filed:
    """One line of the register; `members` are those of the case it names, none where it is for all of them."""

    row: Document
    stage: str
    members: tuple[str, ...] = ()

    def is_for(self, member: str | None) -> bool:
        """Whether it is this member's, or everybody's."""
        return member is None or not self.members or member in self.members


def filed(case: Case, stages: Sequence[Stage]) -> tuple[Filed, ...]:
    """The papers of the case in the order of the register; members as the rows of Kiểm tra write them."""
    known = [_by_number(row, case) for row in case.reading.book.documents if not row.void_reason]
    opened = next((one.row for one in known if one is not None and one.stage == DECISION), None)
    found = []
    for row, numbered in zip((row for row in case.reading.book.documents if not row.void_reason), known, strict=True):
        one = numbered or _by_title(row, case, stages, opened)
        if one is not None:
            found.append(one)
    return tuple(found)


def line_of(lines: Sequence[Filed], stage: str, member: str | None) -> Document | None:
    """The first paper of a stage that is this member's, or everybody's."""
    return next((one.row for one in lines if one.stage == stage and one.is_for(member)), None)


def _by_number(row: Document, case: Case) -> Filed | None:
    """The decision and the notices stand in Kiểm tra with their numbers."""
    for turn in case.rows:
        if _is_number(row, turn.decision_no, turn.decision_date):
            return Filed(row, DECISION)
    for turn in case.rows:
        if turn.member and _is_number(row, turn.conclusion_no, turn.conclusion_date):
            return Filed(row, NOTICE, (turn.member,))
    return None


def _is_number(row: Document, written: str | None, day: object) -> bool:
    one, other = number_of(row), paper_number(written or "")
    if one is None or other is None or not is_same(one, other) or row.date is None:
        return False
    return day is None or row.date.year == getattr(day, "year", None)


def _by_title(row: Document, case: Case, stages: Sequence[Stage], opened: Document | None) -> Filed | None:
    members = tuple(turn.member for turn in case.rows if turn.member and _names(row, turn.member, case))
    if not _is_of_case(row, case, members, opened):
        return None
    stage = _stage(row, stages)
    return Filed(row, stage.id, members) if stage is not None else None


def _names(row: Document, member: str, case: Case) -> bool:
    if any(case.people.same(name, member) for name in row.subjects):
        return True
    return glossary.fold(case.people.name(member)) in glossary.fold(row.title or "")


def _is_of_case(row: Document, case: Case, members: Sequence[str], opened: Document | None) -> bool:
    if row.date is None:
        return False
    number = case.rows[0].decision_no if case.rows else None
    if row.dossier and number and glossary.fold(number) in glossary.fold(row.dossier):
        return bool(members) or not _names_others(row)
    if _shares_dossier(row, opened):
        return (bool(members) or not _names_others(row)) and _is_within(row, case)
    return bool(members) and case.facts.year <= row.date.year <= case.facts.year + 1 and _is_within(row, case)


def _names_others(row: Document) -> bool:
    return bool((row.subject or "").strip())


def _shares_dossier(row: Document, opened: Document | None) -> bool:
    return bool(opened and opened.dossier and row.dossier and glossary.fold(opened.dossier) == glossary.fold(row.dossier))


def _is_within(row: Document, case: Case) -> bool:
    """Between the decision and the conclusion, where these days are known: a year's dossier may hold several inspections."""
    first = min((turn.decision_date.first for turn in case.rows if turn.decision_date), default=date.min)
    ends = [day.last for turn in case.rows for day in (turn.conclusion_date,) if day]
    last = max(ends) if len(ends) == len(case.rows) and ends else date.max
    return row.date is not None and first <= row.date.last and row.date.first <= last


def _stage(row: Document, stages: Sequence[Stage]) -> Stage | None:
    """The one whose words say most of it; the first of them begins the title, or is the kind."""
    title, whole = (_bare(glossary.fold(text)) for text in (row.title or "", f"{row.kind or ''} {row.title or ''}"))
    fitting = [
        stage
        for stage in stages
        if stage.words
        and all(glossary.fold(word) in whole for word in stage.words)
        and any(text.startswith(glossary.fold(stage.words[0])) for text in (title, whole))
    ]
    return max(fitting, key=lambda stage: sum(map(len, stage.words)), default=None)


def _bare(text: str) -> str:
    for word in _BEFORE:
        text = text.removeprefix(word)
    return text
