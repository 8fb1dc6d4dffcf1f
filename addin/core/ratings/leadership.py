"""Who leads the party cell, and which of the year's disciplines touch the leadership."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from addin.core.ratings.disciplines import counted_in
from addin.core.ratings.season import Season
from addin.core.tables.discipline import Discipline
from addin.core.tables.members import Member
from addin.glossary import fold

_POSTS = tuple(fold(post) for post in ("Bí thư", "Phó bí thư", "Chi uỷ viên", "Chi uỷ viên phụ trách kiểm tra"))
_COLLECTIVES = tuple(fold(name) for name in ("Chi uỷ", "Chi bộ", "Tập thể"))


def disciplined_in(season: Season) -> tuple[Discipline, ...]:
    """The year's decisions on members of the cell, each violation once."""
    found = [one for rows in season.disciplines.values() for one in counted_in(rows, season.year, season.on)]
    return tuple(sorted(found, key=lambda one: one.place()))


def on_collective(disciplines: Sequence[Discipline], year: int, on: date) -> tuple[Discipline, ...]:
    """The year's decisions on the chi uỷ or the cell itself."""
    named = [one for one in disciplines if one.member and fold(one.member).startswith(_COLLECTIVES)]
    return tuple(sorted(counted_in(named, year, on), key=lambda one: one.place()))


def is_on_leader(season: Season, one: Discipline) -> bool:
    """Whether the person was in the leadership when the decision was signed, or is on the judged day."""
    owner = season.roster.find(one.member).member if one.member else None
    signed = one.decision_date.last if one.decision_date else season.on
    return owner is not None and (is_leadership(season, owner, signed) or is_leadership(season, owner, season.on))


def is_leadership(season: Season, member: Member, day: date) -> bool:
    """Whether the person led then; the party post says so only where no appointments are kept."""
    if not season.book.appointments:
        post = fold(member.party_post or "")
        return any(name in post for name in _POSTS)
    return any(
        season.roster.find(one.member).member is member
        for one in season.book.appointments
        if one.member
        and one.role
        and fold(one.role) in _POSTS
        and not (one.from_ is not None and one.from_ > day)
        and not (one.to is not None and one.to < day)
    )
