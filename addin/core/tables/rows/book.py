"""A `Book` is everything read from one workbook: rows by table, settings, and where it all stood."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from types import MappingProxyType

from addin.core.findings import Finding
from addin.core.places import Place
from addin.core.records import dataclass
from addin.core.tables.rows.activities import (
    Commitment,
    Dissemination,
    Lesson,
    Meeting,
    Proposal,
    ResidenceComment,
    Training,
)
from addin.core.tables.rows.ballots import BallotCount, Tally
from addin.core.tables.rows.columns import Row
from addin.core.tables.rows.discipline import Denunciation, Discipline, EarlyWarning, Reward
from addin.core.tables.rows.inspections import Inspection
from addin.core.tables.rows.members import Member
from addin.core.tables.rows.organisation import Appointment, Group
from addin.core.tables.rows.papers import Dispatch, Document, LocalRegulation
from addin.core.tables.rows.plans import PlanItem
from addin.core.tables.rows.ratings import CellYear, Criterion, CriterionPoints, RatingRow
from addin.core.tables.rows.settings import Settings
from addin.core.tables.rows.supervision import SupervisionNote, Task
from addin.kept_texts import Hold

ROW_TYPES: Mapping[str, type[Row]] = MappingProxyType(
    {
        "members": Member,
        "groups": Group,
        "appointments": Appointment,
        "plan_items": PlanItem,
        "inspections": Inspection,
        "supervision_notes": SupervisionNote,
        "tasks": Task,
        "ratings": RatingRow,
        "ballot_counts": BallotCount,
        "tallies": Tally,
        "cell_years": CellYear,
        "disciplines": Discipline,
        "rewards": Reward,
        "documents": Document,
        "dispatches": Dispatch,
        "meetings": Meeting,
        "disseminations": Dissemination,
        "residence_comments": ResidenceComment,
        "trainings": Training,
        "proposals": Proposal,
        "commitments": Commitment,
        "warnings": EarlyWarning,
        "denunciations": Denunciation,
        "criteria": Criterion,
        "criteria_points": CriterionPoints,
        "lessons": Lesson,
        "regulations": LocalRegulation,
    }
)


@dataclass(frozen=True, slots=True)
class FoundTable:
    """One table on one sheet: `heading_rows` and `columns` say how it was recognised, by key.

    `confirmed` layouts were settled by a person; their `titles` keep the heading text of each key, so that a
    column that moved is found again. `given` holds what title or name say of every row, `reasons` what decided each
    column. A table that is one column of levels in a sheet of several years `is_year_column`: no row is added to it.
    `declined` are columns a person said are used for nothing; `free_column` is the first right of the table where
    columns of ours may go, None where they are there already, or no room is.
    """

    table: str
    sheet: str
    heading_rows: tuple[int, ...]
    first_row: int
    last_row: int
    columns: Mapping[str, int]
    unknown: tuple[tuple[int, str], ...] = ()
    year: int | None = None
    confirmed: bool = False
    titles: Mapping[str, str] = field(default_factory=dict)
    given: Mapping[str, str] = field(default_factory=dict)
    reasons: Mapping[str, str] = field(default_factory=dict)
    is_year_column: bool = False
    declined: frozenset[int] = frozenset()
    free_column: int | None = None


@dataclass(frozen=True, slots=True)
class Book:
    """Rows in the order of the sheets; `layout` and `unreadable` tell how they were come by.

    `said_none` are the squares whose words say that there is none: they are answered, not blank. `settings_sheet` is the name of the sheet of settings, filled in or not; None where there is none. With `texts` go
    the answers kept for its texts.
    """

    settings: Settings = field(default_factory=Settings)
    members: tuple[Member, ...] = ()
    groups: tuple[Group, ...] = ()
    appointments: tuple[Appointment, ...] = ()
    plan_items: tuple[PlanItem, ...] = ()
    inspections: tuple[Inspection, ...] = ()
    supervision_notes: tuple[SupervisionNote, ...] = ()
    tasks: tuple[Task, ...] = ()
    ratings: tuple[RatingRow, ...] = ()
    ballot_counts: tuple[BallotCount, ...] = ()
    tallies: tuple[Tally, ...] = ()
    cell_years: tuple[CellYear, ...] = ()
    disciplines: tuple[Discipline, ...] = ()
    rewards: tuple[Reward, ...] = ()
    documents: tuple[Document, ...] = ()
    dispatches: tuple[Dispatch, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    disseminations: tuple[Dissemination, ...] = ()
    residence_comments: tuple[ResidenceComment, ...] = ()
    trainings: tuple[Training, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    warnings: tuple[EarlyWarning, ...] = ()
    denunciations: tuple[Denunciation, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    criteria_points: tuple[CriterionPoints, ...] = ()
    lessons: tuple[Lesson, ...] = ()
    regulations: tuple[LocalRegulation, ...] = ()
    layout: tuple[FoundTable, ...] = ()
    unreadable: tuple[Finding, ...] = ()
    said_none: frozenset[Place] = frozenset()
    settings_sheet: str | None = None
    texts: Hold = field(default_factory=Hold, compare=False, repr=False)

    def rows(self, table: str) -> tuple[Row, ...]:
        """The rows of a table by its key; KeyError where there is no such table."""
        if table not in ROW_TYPES:
            raise KeyError(table)
        rows: tuple[Row, ...] = getattr(self, table)
        return rows

    def has_table(self, table: str) -> bool:
        """Whether any sheet holds the table, with or without rows."""
        return any(found.table == table for found in self.layout)


