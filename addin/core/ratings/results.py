"""What a year's rating says: levels, votes, the cap, and for each the reasons with their squares.

Frozen values only. `ceiling`, `voted`, `result` and why are defined in design.md §4a; nothing here decides.
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


@dataclass(frozen=True, slots=True)
class Ruling:
    """The highest level the conditions allow, and why."""

    ceiling: Level
    provisional: bool
    because: tuple[Reason, ...]


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
    def settled(self) -> Level | None:
        """What the superior decided, else what is proposed."""
        return (self.row.final_level if self.row else None) or self.result

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
    provisional: bool
    vote: Vote
    voted: Level | None
    result: Level | None
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class YearRatings:
    """Everything `rate` says of a year; members in the order of the sheet."""

    year: int
    regime: Regime
    judged_on: date
    members: tuple[MemberRating, ...]
    quota: Quota
    party_cell: CellRating
