"""Who belongs to the cell on a day.

Answers are careful: a date known only to the month or year, or not written, never makes anybody absent.
"""

from __future__ import annotations

from datetime import date

from addin.core.dates import PartialDate
from addin.core.tables.rows.members import Member

ACTIVE = "Đang sinh hoạt"
GONE = frozenset({"Chuyển đi", "Từ trần", "Ra khỏi Đảng"})


def left_on(member: Member) -> PartialDate | None:
    """When the member left the cell, where that is written."""
    return member.left_cell_on or (member.status_from if member.status in GONE else None)


def was_absent(member: Member, day: date) -> bool:
    """Whether the row says for certain that the member was not in the cell that day."""
    left = left_on(member)
    if left is not None and left < day:
        return True
    return any(start is not None and start > day for start in (member.joined_cell_on, member.admitted_on))


def belongs(member: Member, day: date) -> bool:
    """Whether the member is on the roll that day: not certainly absent, and not gone at an unknown time."""
    return not was_absent(member, day) and not (member.status in GONE and left_on(member) is None)


def is_active(member: Member, day: date) -> bool:
    """On the roll and in full activity that day: neither exempt, suspended nor away."""
    later = member.status_from is not None and member.status_from > day
    return belongs(member, day) and (later or member.status in (None, ACTIVE) or member.status in GONE)


def is_official(member: Member, day: date) -> bool:
    """A full member that day."""
    return member.official_on is not None and not member.official_on > day
