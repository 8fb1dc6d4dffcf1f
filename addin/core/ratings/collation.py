"""What five bodies said of each member, side by side: self, agency, union, committee, cell; and where they differ."""

from __future__ import annotations

from addin.core.levels import Level
from addin.core.persons.reading import Reading
from addin.core.places import Place
from addin.core.ratings.results import MemberRating
from addin.core.ratings.year import rate
from addin.core.records import dataclass

BODIES = ("self", "agency", "union", "committee", "cell")
_KEYS = {
    "self": "self_level",
    "agency": "agency_level",
    "union": "union_level",
    "committee": "committee_level",
    "cell": "cell_level",
}


@dataclass(frozen=True, slots=True)
class Opinion:
    """One body's level; None where it has said nothing yet."""

    body: str
    level: Level | None
    place: Place | None


@dataclass(frozen=True, slots=True)
class Collation:
    """The five opinions on one rated member, in the order of BODIES, with the superior's decision apart."""

    rating: MemberRating
    opinions: tuple[Opinion, ...]
    final: Level | None

    @property
    def full_name(self) -> str:
        """The name as on the roll."""
        return self.rating.full_name

    @property
    def said(self) -> tuple[Opinion, ...]:
        """Those who have spoken."""
        return tuple(one for one in self.opinions if one.level is not None)

    @property
    def missing(self) -> tuple[str, ...]:
        """The bodies that have not."""
        return tuple(one.body for one in self.opinions if one.level is None)

    @property
    def disagree(self) -> bool:
        """Whether two bodies that spoke gave different levels."""
        return len({one.level for one in self.said}) > 1

    @property
    def spread(self) -> int:
        """How many steps lie between the highest and the lowest opinion."""
        ranks = [one.level.rank for one in self.said if one.level is not None]
        return max(ranks) - min(ranks) if ranks else 0


def collate(reading: Reading, year: int) -> tuple[Collation, ...]:
    """Every rated member of the year; the cell's level is what was entered as its proposal, else its vote."""
    return tuple(collation_of(one) for one in rate(reading, year).members if one.is_rated)


def collation_of(rating: MemberRating) -> Collation:
    """What the five bodies said of one rated member."""
    opinions = tuple(_opinion(rating, body) for body in BODIES)
    return Collation(rating, opinions, rating.row.final_level if rating.row else None)


def _opinion(rating: MemberRating, body: str) -> Opinion:
    row, key = rating.row, _KEYS[body]
    if row is None:
        return Opinion(body, None, None)
    entered: Level | None = getattr(row, key)
    level = entered or rating.voted if body == "cell" else entered
    return Opinion(body, level, row.place(key))
