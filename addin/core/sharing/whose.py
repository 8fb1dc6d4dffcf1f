"""Whose a row is: what goes into the copy of a group, and who may be written about there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from addin import glossary
from addin.core.persons.group_names import groups_meant
from addin.core.persons.reading import Reading
from addin.core.persons.roster import key_of
from addin.core.records import dataclass
from addin.core.sharing.strangers import Strangers
from addin.core.tables.rows.columns import Kind, Row, columns_of
from addin.core.tables.rows.members import Member


@dataclass(frozen=True, slots=True)
class GroupPeople:
    """A group as the workbook writes it, its leader, its members, and the names of everybody else, accusers too."""

    group: str
    leader: str
    members: tuple[Member, ...]
    own: frozenset[str]
    strangers: Strangers

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its people in comparison form, sorted."""
        return tuple(sorted({glossary.person_key(one.full_name) for one in self.members if one.full_name}))


def groups_in(reading: Reading) -> tuple[str, ...]:
    """Every group that somebody belongs to, as first written, in the order of the list of members."""
    found: dict[str, str] = {}
    for member in reading.book.members:
        if member.group:
            found.setdefault(glossary.group_key(member.group), member.group)
    return tuple(found.values())


def people_of(reading: Reading, group: str) -> GroupPeople:
    """Who belongs to the group: its members, and whoever leads it without an end."""
    wanted = glossary.group_key(group)
    leader = next((one.leader for one in reversed(reading.book.groups) if one.group and one.leader and glossary.group_key(one.group) == wanted and one.to is None), "")
    led = reading.roster.find(leader).member if leader else None
    members = tuple(one for one in reading.book.members if (one.group and glossary.group_key(one.group) == wanted) or one is led)
    own = frozenset(key_of(one) for one in members)
    names = {glossary.fold(one.full_name) for one in members if one.full_name}
    others = (one for one in reading.book.members if key_of(one) not in own and one.full_name and glossary.fold(one.full_name) not in names)
    written = next((one.group for one in members if one.group and glossary.group_key(one.group) == wanted), group)
    strangers = [one.full_name for one in others if one.full_name] + [name for name in _accusers(reading) if glossary.fold(name) not in names]
    return GroupPeople(written, leader or "", members, own, Strangers.of(strangers))


def _accusers(reading: Reading) -> Iterator[str]:
    """Who denounced somebody, as far as it is a person's name: no leader is to read it in a note."""
    for one in reading.book.denunciations:
        words = (one.accuser or "").split()
        if len(words) > 1 and all(word[0].isupper() for word in words):
            yield " ".join(words)


def unclear_members(reading: Reading) -> Iterator[tuple[Member, tuple[str, ...]]]:
    """Members whose group may be one of several, with these: a copy would file them under one that nobody named."""
    for member in reading.book.members:
        meant = reading.once(groups_meant, member.group) if member.group else ()
        if meant:
            yield member, meant


def belongs_to(reading: Reading, people: GroupPeople, row: Row) -> bool:
    """Whether a row is about somebody of the group, and not another group's by what it says itself; a number two groups bear says nothing."""
    said = getattr(row, "group", None)
    if said and glossary.group_key(said) != glossary.group_key(people.group) and not reading.once(groups_meant, said):
        return False
    about = getattr(row, "member", None)
    return about is not None and reading.roster.key(about) in people.own


def names_strangers(reading: Reading, people: GroupPeople, row: Row, texts: Iterable[object]) -> bool:
    """Whether somebody of another group is named in it, in a column of people or inside other words."""
    known = {key_of(one) for one in reading.book.members}
    if any((key := reading.roster.key(name)) in known and key not in people.own for name in _named(row)):
        return True
    return any(map(people.strangers.are_in, texts))


def _named(row: Row) -> Iterator[str]:
    for column in columns_of(type(row)):
        if column.kind in (Kind.MEMBER, Kind.MEMBERS):
            value = getattr(row, column.field)
            yield from (value,) if isinstance(value, str) else value or ()
