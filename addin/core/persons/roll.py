"""Who belongs to the cell on a day, and how: on the roll where joined ≤ day < left (design.md §4a).

Answers are careful: what a date known only to the month or year leaves open never makes anybody absent. Whoever
is gone at a time nobody wrote is on no roll; another status without a date holds now and then.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property

from addin.core.dates import PartialDate
from addin.core.tables.rows.members import GONE, Member
from addin.glossary.choices import MemberStatus


def left_on(member: Member) -> PartialDate | None:
    """When the member left the cell, where that is written."""
    return member.left_cell_on or (member.status_from if member.status in GONE else None)


def had_left(member: Member, day: date) -> bool:
    """Whether the row says for certain that the member was gone by that day; the day of leaving itself counts."""
    left = left_on(member)
    return left is not None and left.last <= day


def was_absent(member: Member, day: date) -> bool:
    """Whether the row says for certain that the member was not in the cell that day: not yet, or no longer."""
    if had_left(member, day):
        return True
    return any(start is not None and start > day for start in (member.joined_cell_on, member.admitted_on))


def belongs(member: Member, day: date) -> bool:
    """Whether the member is on the roll that day: not certainly absent, and not gone at an unknown time."""
    return not was_absent(member, day) and not (member.status in GONE and left_on(member) is None)


def status_on(member: Member, day: date) -> str | None:
    """What kept a member of the roll from full activity that day; None where nothing certainly did."""
    if member.status is None or member.status == MemberStatus.ACTIVE or member.status in GONE:
        return None
    begun = member.status_from is None or member.status_from.last <= day
    return member.status if begun else None


def is_active(member: Member, day: date) -> bool:
    """On the roll and in full activity that day: neither exempt, suspended nor away."""
    return belongs(member, day) and status_on(member, day) is None


def is_official(member: Member, day: date) -> bool:
    """A full member that day."""
    return member.official_on is not None and not member.official_on > day


class Roll:
    """The members of one day, in the order they were given."""

    def __init__(self, members: Iterable[Member], day: date) -> None:
        self.day = day
        self.members = tuple(member for member in members if belongs(member, day))

    @cached_property
    def active(self) -> tuple[Member, ...]:
        """Those in full activity."""
        return tuple(member for member in self.members if status_on(member, self.day) is None)

    @cached_property
    def not_active(self) -> tuple[Member, ...]:
        """Those exempt, suspended or away."""
        return tuple(member for member in self.members if status_on(member, self.day) is not None)

    @cached_property
    def official(self) -> tuple[Member, ...]:
        """The full members."""
        return tuple(member for member in self.members if is_official(member, self.day))

    @cached_property
    def probationary(self) -> tuple[Member, ...]:
        """Those on probation; a blank `official_on` says so."""
        return tuple(member for member in self.members if not is_official(member, self.day))

    @cached_property
    def summoned(self) -> tuple[Member, ...]:
        """Full members a meeting summons to vote: not away, exempt or suspended."""
        return tuple(member for member in self.official if status_on(member, self.day) is None)
