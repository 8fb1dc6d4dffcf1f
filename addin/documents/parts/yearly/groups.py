"""Party groups of a day: who leads them, and whom the leader supervises."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from addin import glossary
from addin.core.persons.posts import is_held
from addin.core.persons.reading import Reading
from addin.core.tables.rows.members import Member
from addin.documents.parts.people import People
from addin.errors import MissingTable, Misuse


@dataclass(frozen=True, slots=True)
class LedGroup:
    """`members` without the leader; the leader None where Tổ đảng names nobody."""

    name: str
    leader: str | None
    members: tuple[Member, ...]


def led_groups(reading: Reading, on: date, asked: str | None = None) -> tuple[LedGroup, ...]:
    """Every group of the day, or the one asked for by its name or its leader's; Misuse where none is meant."""
    held = [row for row in reading.book.groups if row.group and is_held(row, on)]
    if not held:
        raise MissingTable("Sổ chưa có sheet Tổ đảng, hoặc chưa có tổ nào còn hiệu lực.", "Ghi tổ, tổ trưởng ở sheet Tổ đảng.")
    groups = tuple(_led(reading, row.group or "", row.leader, on) for row in held)
    if not asked:
        return groups
    several = glossary.groups_meant(asked, [one.name for one in groups])
    if several:
        raise Misuse(f"«{asked}» có thể là {' hay '.join(f'«{name}»' for name in several)}.", "Ghi tên tổ đúng như ở sheet Tổ đảng, hoặc ghi tên tổ trưởng.")
    people = People(reading)
    meant = tuple(
        one
        for one in groups
        if glossary.group_key(one.name) == glossary.group_key(asked) or (one.leader is not None and people.same(one.leader, asked))
    )
    if not meant:
        raise Misuse(f"Không có tổ đảng hay tổ trưởng «{asked}».", f"Các tổ: {', '.join(one.name for one in groups)}.")
    return meant


def _led(reading: Reading, name: str, leader: str | None, on: date) -> LedGroup:
    key, people = glossary.group_key(name), People(reading)
    own = (member for member in reading.roll(on).active if glossary.group_key(member.group or "") == key and member.full_name)
    return LedGroup(name, leader, tuple(one for one in own if not (leader and people.same(one.full_name or "", leader))))
