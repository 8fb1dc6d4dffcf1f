"""Until when a member is on probation, and whose probation was prolonged: by a note that says so, and no other note."""

from __future__ import annotations

from datetime import date

from addin import glossary
from addin.core import regulations
from addin.core.dates import months_after
from addin.core.references import Reference
from addin.core.tables.rows.members import Member

_PROLONGED = ("kéo dài", "gia hạn", "keo dai", "gia han")


def is_prolonged(member: Member) -> bool:
    """Whether the note speaks of it; a telephone number or “ĐV dự bị” is no such word."""
    note = glossary.fold(member.note or "")
    return any(word in note for word in _PROLONGED)


def probation_end(member: Member) -> tuple[date, Reference] | None:
    """The day the months are over and the law that says so, of the day of admission; None for a full member, and where day or law is not known."""
    admitted = member.admitted_on.exact if member.admitted_on and member.official_on is None else None
    months = regulations.in_force(admitted).find("member.probation_months") if admitted else None
    return (months_after(admitted, months.number), months.reference) if admitted and months else None
