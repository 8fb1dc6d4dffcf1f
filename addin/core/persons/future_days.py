"""A member admitted, made official or arrived on a day that has not come is a slip of the pen (MEM206), said once at its square.

Everything else looks at the workbook as if the day were not written: a wrong year must not make somebody a stranger to
every meeting, rating and inspection of the past.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from addin.core.persons.reading import Reading
from addin.core.tables.rows.members import Member

_DAYS = ("admitted_on", "official_on", "joined_cell_on")


def without_future_days(reading: Reading, on: date) -> Reading:
    """The same reading where no such day is written."""
    members = reading.book.members
    told = [_without(member, on) for member in members]
    if all(one is other for one, other in zip(told, members, strict=True)):
        return reading
    return Reading(replace(reading.book, members=tuple(told)), reading.vocabulary)


def _without(member: Member, on: date) -> Member:
    ahead = [key for key in _DAYS if (day := getattr(member, key)) is not None and day > on]
    if not ahead:
        return member
    values = {key: value for key, value in vars(member).items() if key not in ("source", *ahead)}
    return Member.read(member.source, values)
