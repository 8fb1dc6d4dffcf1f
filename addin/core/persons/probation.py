"""Whose probation was prolonged: a note that says so, and no other note."""

from __future__ import annotations

from addin import glossary
from addin.core.tables.rows.members import Member

_PROLONGED = ("kéo dài", "gia hạn", "keo dai", "gia han")


def is_prolonged(member: Member) -> bool:
    """Whether the note speaks of it; a telephone number or “ĐV dự bị” is no such word."""
    note = glossary.fold(member.note or "")
    return any(word in note for word in _PROLONGED)
