"""The papers one inspection or supervision should have, in the order of its process: of the case, or one a member."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from addin.core.records import dataclass
from addin.core.summaries.procedures import MEMBER, Stage
from addin.core.summaries.tracker import OpenCase, StageState, case_of_rows
from addin.core.tables.rows.inspections import Inspection
from addin.core.tables.rows.papers import Document
from addin.core.tables.series import is_same, paper_number, read_number
from addin.documents.catalogue import kind_of
from addin.documents.parts.cycle.case import Case
from addin.documents.parts.cycle.dossier import number_and_day, registered_number, stages_of
from addin.documents.parts.cycle.filed import Filed, filed, line_of
from addin.documents.parts.kind import Kind
from addin.documents.parts.request import Request
from addin.hosts.file_names import safe_name

_CONTENTS = "contents"


@dataclass(frozen=True, slots=True)
class Wanted:
    """One paper: `member` whose it is, None where it is the case's; `row` its line of Văn bản, `turn` the member's of Kiểm tra.

    `is_reused`: other decisions of other years bear the same number. `is_numbered`: made again, it bears the number it has.
    """

    state: StageState
    title: str
    kind: Kind | None
    request: Request
    member: str | None = None
    row: Document | None = None
    turn: Inspection | None = None
    is_reused: bool = False
    is_numbered: bool = False
    organisation: str = ""

    @property
    def stage(self) -> Stage:
        """Its place in the procedure."""
        return self.state.stage

    @property
    def number_and_day(self) -> tuple[str, str]:
        """As the register has them, else Kiểm tra; the number with its symbol, in whichever columns they stand."""
        if self.row is not None:
            return registered_number(self.row, self.organisation), str(self.row.date or "")
        return number_and_day(self.stage.id, self.turn, self.organisation)

    @property
    def may_be_made(self) -> bool:
        """Whether the workbook is what it is made from: no member's own paper, and none that was issued unless its number is printed again."""
        if self.kind is None or self.stage.who == MEMBER or self.state.lacking:
            return False
        return self.row is None or self.is_numbered


def wanted(case: Case, request: Request) -> tuple[OpenCase | None, tuple[Wanted, ...]]:
    """All of them; where everybody's paper stands in the register, none is wanted of each."""
    tracked = case_of_rows(case.reading, case.rows) if case.rows else None
    if tracked is None:
        return None, ()
    stages = stages_of(case)
    lines = filed(case, stages)
    states = [one for one in tracked.stages if one.stage.id != _CONTENTS]
    symbol = case.reading.book.settings.symbol
    found = tuple(replace(paper, organisation=symbol) for state in states for paper in _of_stage(case, request, state, lines))
    is_reused = _is_reused(case)
    return tracked, tuple(replace(paper, is_reused=is_reused, is_numbered=_is_numbered(case, paper)) for paper in found)


def year_of(case: Case) -> int:
    """The year a dossier is called by."""
    row = case.rows[0] if case.rows else None
    return row.decision_date.year if row and row.decision_date else case.facts.year


def name_of(case: Case, request: Request) -> str:
    """`Hồ sơ kiểm tra 23-QĐ-CB 2019`, as a folder is called."""
    whom = case.rows[0].decision_no if case.rows and case.rows[0].decision_no and request.decision else case.names[0]
    own = f" {case.names[0]}" if request.decision and request.name else ""
    return safe_name(f"Hồ sơ {case.act.verb} {whom} {request.year}{own}")


def _is_numbered(case: Case, paper: Wanted) -> bool:
    """Whether the kind prints the very number that stands in the workbook."""
    number = read_number(paper.number_and_day[0])
    if paper.kind is None or number is None or number.kind.casefold() != paper.kind.symbol.casefold():
        return False
    return paper.kind.has_its_number(case.reading, paper.request)


def _is_reused(case: Case) -> bool:
    own = paper_number(case.rows[0].decision_no or "")
    others = (row for row in case.reading.book.inspections if row.decision_no and row.year != case.rows[0].year)
    return own is not None and any((number := paper_number(row.decision_no or "")) is not None and is_same(own, number) for row in others)


def _of_stage(case: Case, request: Request, state: StageState, lines: Sequence[Filed]) -> Iterator[Wanted]:
    stage = state.stage
    if stage.optional and line_of(lines, stage.id, None) is None and not _is_numbered_in_rows(case, stage):
        return
    kind = kind_of(stage.paper) if stage.paper else None
    asked = replace(request, variant=stage.variant or None)
    wishes = kind.each(case.reading, asked) if kind else (asked,)
    whole = next((one.row for one in lines if one.stage == stage.id and not one.members), None)
    if whole is not None or (len(wishes) == 1 and wishes[0].name is None):
        own = kind if len(wishes) == 1 else None  # everybody's paper is not ours to make, which makes one for each
        yield Wanted(state, stage.paper_title, own, wishes[0], None, whole, case.rows[0])
        return
    for wish in wishes:
        yield from _of_member(case, wish, kind, state, lines)


def _is_numbered_in_rows(case: Case, stage: Stage) -> bool:
    """A decision or a notice that Kiểm tra has the number of was made, owed or not."""
    return any(number_and_day(stage.id, row, "")[0] for row in case.rows)


def _of_member(case: Case, wish: Request, kind: Kind | None, state: StageState, lines: Sequence[Filed]) -> Iterator[Wanted]:
    """The stage as it stands for this member alone."""
    for turn in case.rows:
        if not (turn.member and wish.name and case.people.same(turn.member, wish.name)):
            continue
        name = case.people.name(turn.member)
        title = state.stage.paper_title if len(case.rows) == 1 else f"{state.stage.paper_title}: đồng chí {name}"
        own = case_of_rows(case.reading, (turn,))
        mine = next((one for one in own.stages if one.stage.id == state.stage.id), state) if own else state
        row = line_of(lines, state.stage.id, turn.member)
        yield Wanted(replace(mine, stage=state.stage), title, kind, wish, name, row, turn)
