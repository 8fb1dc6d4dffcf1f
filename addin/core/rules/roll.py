"""The roll of the cell: who a written name means, and who belonged to the cell on a day.

Answers are careful: a date known only to the month or year, or not written, never makes anybody absent.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from addin import glossary
from addin.core.dates import PartialDate
from addin.core.rules.context import Context
from addin.core.rules.rule import Flag, flag
from addin.core.tables.columns import Row
from addin.core.tables.members import Member

ACTIVE = "Đang sinh hoạt"
GONE = frozenset({"Chuyển đi", "Từ trần", "Ra khỏi Đảng"})
WHOLE_CELL = "Chi bộ"


def unknown_names(row: Row, key: str, context: Context) -> Iterator[Flag]:
    """A flag for each name under the key that means nobody on the roll, or several; silent without a roll."""
    value = getattr(row, key)
    names: tuple[str, ...] = value if isinstance(value, tuple) else (value,) if value else ()
    if not context.book.members:
        return
    for name in names:
        match = context.find(name)
        if match.member is None:
            yield flag(row, key, _who(name, match.candidates, context))


def _who(name: str, candidates: tuple[Member, ...], context: Context) -> str:
    if candidates:
        rows = ", ".join(str(member.source.row) for member in candidates)
        return f"“{name}” có thể là {len(candidates)} đảng viên (dòng {rows})."
    near = next((member for member in context.book.members if _bare(member.full_name) == _bare(name)), None)
    hint = f" Có phải “{near.full_name}” (dòng {near.source.row}) không?" if near else ""
    return f"Không thấy “{name}” trong danh sách đảng viên.{hint}"


def _bare(name: str | None) -> str:
    """Without honorific, marks and spaces: what survives a slip of the keyboard."""
    return glossary.fold_plain(glossary.without_honorific(name or "")).replace(" ", "")


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


def group_of(member: Member, context: Context) -> str:
    """The comparison form of the member's group; empty where none is written."""
    return context.fold(member.group)


def active_members(context: Context, day: date) -> list[Member]:
    """All members in full activity that day, in the order of the sheet."""
    return [member for member in context.book.members if is_active(member, day)]
