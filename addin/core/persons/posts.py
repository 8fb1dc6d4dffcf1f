"""Who holds which post on a day: the one reading of Phân công (and of Chức vụ Đảng where none is kept).

A post was held where it may have been: an unwritten bound, or one known to the month only, shuts nobody out. The last
day of a post is a day of it.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date

from addin.core.persons.roster import Roster
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.members import Member
from addin.core.tables.rows.organisation import Appointment, Group
from addin.glossary import fold, person_key
from addin.glossary.choices import Role

SECRETARY = Role.SECRETARY
DEPUTY = Role.DEPUTY_SECRETARY
COMMITTEE = Role.COMMITTEE_MEMBER
INSPECTION_ADVISER = Role.INSPECTION_ADVISER
_OF_THE_CELL = "Bí thư Chi bộ"
LEADERSHIP = (SECRETARY, DEPUTY, COMMITTEE, INSPECTION_ADVISER)


def is_held(row: Appointment | Group, day: date | None) -> bool:
    """Whether a post was certainly or possibly held that day; without a day, whether it has no end."""
    if day is None:
        return row.to is None
    begun = row.from_ is None or not row.from_ > day
    return begun and not (row.to is not None and row.to < day)


def is_secretary_post(written: str | None) -> bool:
    """Whether Chức vụ Đảng says secretary of the cell: not a deputy, not the secretary of a youth union or a committee."""
    parts = (fold(part) for part in re.split("[,;/]", written or ""))
    return any(part == fold(SECRETARY) or part.startswith(fold(_OF_THE_CELL)) for part in parts)


class Posts:
    """The posts of one day, in the order of the sheet."""

    def __init__(self, book: Book, roster: Roster, day: date | None) -> None:
        self._roster = roster
        self._is_kept = bool(book.appointments)
        self.held = tuple(row for row in book.appointments if row.member and row.role and is_held(row, day))

    def holders(self, role: str) -> tuple[str, ...]:
        """Who holds a role, each person once, as written."""
        wanted = fold(role)
        named = (row.member for row in self.held if fold(row.role or "") == wanted)
        return tuple({person_key(name): name for name in named if name}.values())

    def roles_of(self, member: Member) -> tuple[str, ...]:
        """The roles of one member; a post entered under a name two share is ascribed to neither."""
        own = (row.role for row in self.held if self._roster.find(row.member or "").member is member)
        return tuple(role for role in own if role)

    def holds(self, member: Member, roles: Collection[str]) -> bool:
        """Whether the member holds one of the roles; the party post says so only where no appointments are kept."""
        wanted = {fold(role) for role in roles}
        if self._is_kept:
            return any(fold(role) in wanted for role in self.roles_of(member))
        post = fold(member.party_post or "")
        others = wanted - {fold(SECRETARY)}
        return any(role in post for role in others) or (others != wanted and is_secretary_post(member.party_post))

    def leads(self, member: Member) -> bool:
        """Whether the member belongs to the leadership of the cell."""
        return self.holds(member, LEADERSHIP)
