"""Everything the party cell is judged on in one year: its row, its members' levels, its leaders."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from addin.core.levels import Level
from addin.core.parameters import Parameters
from addin.core.ratings.inputs import Inputs
from addin.core.ratings.results import MemberRating
from addin.core.records import dataclass
from addin.core.tables.rows.discipline import Discipline
from addin.core.tables.rows.members import Member


@dataclass(frozen=True, slots=True)
class CellFacts:
    """`disciplined` are the year's decisions on members, `leaders` those of them on the leadership.

    `collective` are decisions on the chi uỷ or the cell itself; `levels` those of rated members, None where
    the meeting must vote again; `owners` are the members `leaders` are on, by the identity of the decision.
    """

    law: Parameters
    inputs: Inputs
    levels: tuple[Level | None, ...]
    disciplined: tuple[Discipline, ...]
    leaders: tuple[Discipline, ...]
    collective: tuple[Discipline, ...]
    degraded_leaders: tuple[MemberRating, ...]
    owners: Mapping[int, Member] = field(default_factory=dict)

    @property
    def year(self) -> int:
        """The rating year."""
        return self.law.year

    @property
    def is_by_object(self) -> bool:
        """From 2025 the collective has cases of its own, and some the competent level weighs."""
        return self.law.find("rating.weighed.self_detected") is not None

    def count(self, rank: int) -> int:
        """How many rated members are known to be at this rank or above."""
        return sum(1 for level in self.levels if level is not None and level.rank >= rank)

    @property
    def undecided(self) -> int:
        """How many rated members have no level yet."""
        return sum(1 for level in self.levels if level is None)
