"""Who leads the party cell, and which of the year's disciplines touch the leadership."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from addin.core.levels import Level
from addin.core.persons.posts import SECRETARY
from addin.core.ratings.disciplines import counted_in
from addin.core.ratings.rating_year import RatingYear
from addin.core.tables.rows.columns import position
from addin.core.tables.rows.discipline import Discipline
from addin.core.tables.rows.members import Member
from addin.core.tables.rows.ratings import WHOLE_CELL
from addin.glossary import fold

_COLLECTIVES = tuple(fold(name) for name in ("Chi uỷ", WHOLE_CELL, "Tập thể"))


def disciplined_in(rating_year: RatingYear) -> tuple[Discipline, ...]:
    """The year's decisions on members of the cell, each violation once."""
    found = [one for rows in rating_year.disciplines.values() for one in counted_in(rows, rating_year.year, rating_year.on)]
    return tuple(sorted(found, key=position))


def owners_of(rating_year: RatingYear, disciplines: Sequence[Discipline]) -> dict[int, Member]:
    """Whom each decision is on, by its identity; names nobody has are left out."""
    found = ((id(one), rating_year.roster.find(one.member).member) for one in disciplines if one.member)
    return {key: owner for key, owner in found if owner is not None}


def on_collective(disciplines: Sequence[Discipline], year: int, on: date) -> tuple[Discipline, ...]:
    """The year's decisions on the chi uỷ or the cell itself."""
    named = [one for one in disciplines if one.member and fold(one.member).startswith(_COLLECTIVES)]
    return tuple(sorted(counted_in(named, year, on), key=position))


def is_on_leader(rating_year: RatingYear, one: Discipline) -> bool:
    """Whether the person was in the leadership when the decision was signed, or is on the judged day."""
    owner = rating_year.roster.find(one.member).member if one.member else None
    signed = one.decision_date.last if one.decision_date else rating_year.on
    return owner is not None and (is_leadership(rating_year, owner, signed) or is_leadership(rating_year, owner, rating_year.on))


def is_leadership(rating_year: RatingYear, member: Member, day: date) -> bool:
    """Whether the person was in the leadership then."""
    return rating_year.reading.posts(day).leads(member)


def led_level(rating_year: RatingYear, member: Member) -> Level | None:
    """The cell's decided level where the person is its secretary: the collective he or she leads."""
    decided = rating_year.cell_level
    if decided is None or not rating_year.reading.posts(rating_year.on).holds(member, (SECRETARY,)):
        return None
    return decided
