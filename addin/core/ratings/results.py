"""What a year's rating says: levels, votes, the cap, and for each the reasons with their squares.

Frozen values only. `ceiling`, `lacking`, `voted`, `result`, `level` and why are defined in design.md §4a; nothing
here decides.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum

from addin.core.levels import Level
from addin.core.places import Place
from addin.core.reasons import Reason
from addin.core.records import dataclass
from addin.core.regulations import instrument
from addin.core.tables.rows.members import Member
from addin.core.tables.rows.ratings import CellYear, RatingRow

COUNTED_WITHIN = "quota.counted_within"
"""The rule of the reason that says over whom the cap is counted."""
WEIGHED = "weighed."
"""How the rules of reasons begin that leave the level to people."""


class Status(StrEnum):
    """Whether the person is rated that year at all."""

    RATED = "rated"
    NOT_RATED = "not_rated"


class Vote(StrEnum):
    """What the ballots say: nothing counted, one level over the threshold, or none."""

    NONE = "none"
    MAJORITY = "majority"
    NO_MAJORITY = "no_majority"


@dataclass(frozen=True, slots=True)
class Regime:
    """The set of instruments a year is rated by; `instruments` are ids of instruments.yaml."""

    id: str
    instruments: tuple[str, ...]

    @property
    def numbers(self) -> str:
        """`366-QĐ/TW, 43-HD/BTCTW`: as a heading names them."""
        return ", ".join(instrument(one).number or one for one in self.instruments)


class LevelFrom(StrEnum):
    """Who gave the level of record."""

    FINAL = "final"
    CELL = "cell"
    VOTE = "vote"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Recorded:
    """The level of record: what papers, figures, roll-up and frozen years take; None where nobody gave one."""

    level: Level | None = None
    source: LevelFrom = LevelFrom.NONE


def level_of_record(final: Level | None, cell: Level | None, voted: Level | None) -> Recorded:
    """The superior's decision, else what the cell entered, else its vote: the one place that says so."""
    for level, source in ((final, LevelFrom.FINAL), (cell, LevelFrom.CELL), (voted, LevelFrom.VOTE)):
        if level is not None:
            return Recorded(level, source)
    return Recorded()


@dataclass(frozen=True, slots=True)
class Lacking:
    """Evidence of work still blank, its heading, where to enter it, and the lowest level it could mean."""

    key: str
    label: str
    could_lower_to: Level
    place: Place


@dataclass(frozen=True, slots=True)
class Ruling:
    """The highest level that nothing entered excludes, why, and what is lacking."""

    ceiling: Level
    because: tuple[Reason, ...]
    lacking: tuple[Lacking, ...] = ()

    @property
    def is_weighed(self) -> bool:
        """Whether the text lets the competent level weigh a case: then nothing is proposed."""
        return any(reason.rule.startswith(WEIGHED) for reason in self.because)


@dataclass(frozen=True, slots=True)
class Counted:
    """What the ballots on one subject say; `voted` only with a majority."""

    vote: Vote = Vote.NONE
    voted: Level | None = None
    because: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class MemberRating:
    """One person in one year; `place` is the rating row, else the member's row.

    `row` is None where no rating row was entered, `member` where the name on the row is nobody's.
    """

    place: Place
    full_name: str
    status: Status
    why_not: str | None
    ceiling: Level | None
    provisional: bool
    lacking: tuple[Lacking, ...]
    recorded: Recorded
    vote: Vote
    voted: Level | None
    result: Level | None
    because: tuple[Reason, ...]
    row: RatingRow | None
    member: Member | None

    @property
    def sheet(self) -> str:
        """The sheet of `place`."""
        return self.place.sheet

    @property
    def row_number(self) -> int:
        """The row of `place`, as `--json` shows it."""
        return self.place.row

    @property
    def level(self) -> Level | None:
        """The level of record."""
        return self.recorded.level

    @property
    def counted(self) -> Level | None:
        """What the cap and the shares of the cell count: the level of record, else our proposal."""
        return self.recorded.level or self.result

    @property
    def is_rated(self) -> bool:
        """Whether the person is rated that year."""
        return self.status is Status.RATED


@dataclass(frozen=True, slots=True)
class Quota:
    """The cap on HTXS. `rate` and `cap` are None where no rule of that year is known."""

    base: str
    base_count: int
    rate: Decimal | None
    rounding: str
    cap: int | None
    proposed_htxs: int
    allocated: bool
    because: tuple[Reason, ...]

    @property
    def scope(self) -> str:
        """Over whom the text counts the cap, a sentence to stand beside the number; empty where no text says."""
        return next((one.text for one in self.because if one.rule == COUNTED_WITHIN), "")

    @property
    def over_by(self) -> int:
        """How many proposals are above the cap."""
        return 0 if self.cap is None else max(0, self.proposed_htxs - self.cap)

    @property
    def over(self) -> bool:
        """Whether more are proposed than the cap allows: it warns, people choose."""
        return self.over_by > 0


@dataclass(frozen=True, slots=True)
class CellRating:
    """The party cell itself in one year; `row` is None where nothing was entered."""

    row: CellYear | None
    ceiling: Level
    lacking: tuple[Lacking, ...]
    recorded: Recorded
    vote: Vote
    voted: Level | None
    result: Level | None
    because: tuple[Reason, ...]

    @property
    def provisional(self) -> bool:
        """While any evidence is lacking."""
        return bool(self.lacking)

    @property
    def level(self) -> Level | None:
        """The level of record."""
        return self.recorded.level


@dataclass(frozen=True, slots=True)
class YearRatings:
    """Everything `rate` says of a year; members in the order of the sheet; `notes` are of the whole list."""

    year: int
    regime: Regime
    judged_on: date
    members: tuple[MemberRating, ...]
    quota: Quota
    party_cell: CellRating
    notes: tuple[Reason, ...] = ()
