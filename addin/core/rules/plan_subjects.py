"""Whom a plan item means: members by name, a whole group, or the whole cell."""

from __future__ import annotations

from addin import glossary
from addin.core.records import dataclass
from addin.core.rules.context import Context
from addin.core.tables.rows.members import Member
from addin.core.tables.rows.plans import PlanItem
from addin.core.tables.rows.ratings import WHOLE_CELL

_WHOLE_CELL = ("Toàn chi bộ", WHOLE_CELL, "Toàn thể đảng viên", "Toàn thể chi bộ", "Tất cả đảng viên")
_GROUP = "Tổ "


@dataclass(frozen=True, slots=True)
class Subjects:
    """`named` are members written one by one; `covered` also those of a group or of the whole cell."""

    named: tuple[Member, ...]
    covered: tuple[Member, ...]
    unknown: tuple[str, ...]


def subjects_of(item: PlanItem, context: Context) -> Subjects:
    """Every written subject resolved, on the roll as it stands now."""
    named: list[Member] = []
    covered: list[Member] = []
    unknown: list[str] = []
    for written in item.members:
        match = context.find(written)
        many = None if match.member else _many(written, context)
        if match.member is not None:
            named.append(match.member)
        elif many is not None:
            covered += many
        else:
            unknown.append(written)
    return Subjects(tuple(named), (*named, *covered), tuple(unknown))


def _many(written: str, context: Context) -> tuple[Member, ...] | None:
    folded = context.fold(written)
    if folded in {context.fold(words) for words in _WHOLE_CELL}:
        return context.book.members
    group = folded if glossary.is_bare_group(written) else context.group_key(written)
    if group in context.members_by_group:
        return context.members_by_group[group]
    named_as_group = folded.startswith(context.fold(_GROUP)) and not context.group_names
    return () if group in context.group_names or named_as_group else None


def planned_year(item: PlanItem) -> int | None:
    """The year of the plan, from its column or from the start."""
    return item.year or (item.starts_on.year if item.starts_on else None)
