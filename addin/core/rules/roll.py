"""Names against the roll: who is meant, and what to say where nobody or several could be.

Who belonged to the cell on a day is decided in `addin.core.persons`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from addin import glossary
from addin.core.persons.reading import Reading
from addin.core.rules.context import Context
from addin.core.rules.rule import Flag, flag
from addin.core.tables.rows.columns import Row
from addin.core.tables.rows.members import Member


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
    near = context.reading.once(_by_bare_name).get(_bare(name))
    hint = f" Có phải “{near.full_name}” (dòng {near.source.row}) không?" if near else ""
    return f"Không thấy “{name}” trong danh sách đảng viên.{hint}"


def _by_bare_name(reading: Reading) -> dict[str, Member]:
    """The first member of each bare name."""
    return {_bare(member.full_name): member for member in reversed(reading.book.members)}


def _bare(name: str | None) -> str:
    """Without honorific, marks and spaces: what survives a slip of the keyboard."""
    return glossary.fold_plain(glossary.without_honorific(name or "")).replace(" ", "")


def group_of(member: Member, context: Context) -> str:
    """The comparison form of the member's group; empty where none is written."""
    return context.group_key(member.group)


def active_members(context: Context, day: date) -> tuple[Member, ...]:
    """All members in full activity that day, in the order of the sheet."""
    return context.reading.roll(day).active
