"""Who is meant: finds a member by name or number, and says when two could be.

A name alone never identifies where two share it: then the member's number, the group or the birth date written
behind the name decides; else the answer is "doubtful" and a finding asks. One person on two lists is one person.
A list that tells namesakes apart itself ("Nguyễn Văn An (1980)") gives the year of birth where it has no date.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from addin import glossary
from addin.core.dates import PartialDate
from addin.core.records import dataclass
from addin.core.tables.rows.members import Member
from addin.glossary import person_key
from addin.patterns import pattern

_BIRTH = pattern(r"[\s(,;–-]*\b(?:sinh(?: ngày| năm)?|sn|ns)?[\s.:]*((?:\d{1,2}[/.-]){0,2}\d{4}|\d\d)\)?\s*", re.IGNORECASE)
_BEHIND = pattern(r"(?P<name>.+?)\s*(?:[(\[](?P<bracket>[^()\[\]]+)[)\]]|\s[-–]\s*(?P<dash>[^()]+)|,\s*(?P<comma>[^(),]+))\s*")

_WITH_YEAR = pattern(r"(?P<name>.*?[^\W\d_])[\s,–-]*[(\[]?\s*(?:(?:sinh(?: năm)?|sn|ns)[\s.:]*)?(?P<year>(?:19|20)\d\d)\s*[)\]]?\s*", re.IGNORECASE)
_SHORT_YEAR = 2


@dataclass(frozen=True, slots=True)
class Match:
    """`member` where exactly one is meant; `candidates` where several could be."""

    member: Member | None = None
    candidates: tuple[Member, ...] = ()


def key_of(member: Member) -> str:
    """What stands for a member of the roll: where the row is."""
    return str(member.place())


class Roster:
    """The members of one workbook, found by what people write for them."""

    def __init__(self, members: Iterable[Member]) -> None:
        self._by_name: dict[str, list[Member]] = defaultdict(list)
        self._by_bare_name: dict[str, list[Member]] = defaultdict(list)
        self._by_id: dict[str, list[Member]] = defaultdict(list)
        self._found: dict[str, Match] = {}
        for member in members:
            if member.full_name:
                self._by_name[person_key(member.full_name)].append(member)
                with_year = _named_with_year(member)
                self._by_bare_name[person_key(with_year["name"] if with_year else member.full_name)].append(member)
            if member.member_id:
                self._by_id[glossary.fold(member.member_id)].append(member)

    def find(self, written: str) -> Match:
        """The member meant by a name, a number, or a name with number, group or birth date behind it."""
        match = self._found.get(written)
        if match is None:
            match = self._found[written] = self._find(written)
        return match

    def key(self, written: str) -> str:
        """The same text for every way one person is written; a name nobody has, or several, in its comparison form."""
        member = self.find(written).member
        return key_of(member) if member else person_key(written)

    def name(self, written: str) -> str:
        """How the roll writes the person; as written where the roll does not know."""
        member = self.find(written).member
        return (member.full_name if member else None) or written

    def _find(self, written: str) -> Match:
        found = (
            self._by_id.get(glossary.fold(written))
            or self._by_name.get(person_key(written))
            or self._told_apart(written)
            or self._by_bare_name.get(person_key(written), [])
        )
        if found and all(_is_same_person(found[0], other) for other in found[1:]):
            return Match(found[-1])
        return Match(None, tuple(found))

    def _told_apart(self, written: str) -> list[Member]:
        """Those of a name that what stands behind it fits."""
        match = _BEHIND.fullmatch(written)
        if match is not None:
            remark = match["bracket"] or match["dash"] or match["comma"]
            named = self._by_bare_name.get(person_key(match["name"]), [])
            return [member for member in named if _fits(member, remark)] or _only_bearer(named, remark)
        birth = next((found for found in _BIRTH.finditer(written) if found.end() == len(written)), None)
        if birth is None:
            return []
        named = self._by_bare_name.get(person_key(written[: birth.start()]), [])
        return [member for member in named if _born(member, birth[1])]


def _is_same_person(one: Member, other: Member) -> bool:
    """Two rows of one person: the lists of two years, say. Different numbers or birth dates make two people."""
    if one.member_id and other.member_id:
        return glossary.fold(one.member_id) == glossary.fold(other.member_id)
    return one.source.sheet != other.source.sheet and _birth(one) is not None and _birth(one) == _birth(other)


def _named_with_year(member: Member) -> re.Match[str] | None:
    return _WITH_YEAR.fullmatch(member.full_name) if member.full_name and member.full_name[-1:] in ")]0123456789" else None


def _birth(member: Member) -> PartialDate | None:
    """The date of birth, else the year behind the name."""
    with_year = None if member.birth_date else _named_with_year(member)
    return PartialDate(int(with_year["year"])) if with_year else member.birth_date


def _only_bearer(named: list[Member], remark: str) -> list[Member]:
    """Whoever alone has the name and no known date of birth: a year behind it contradicts nothing."""
    return named if len(named) == 1 and _birth(named[0]) is None and _BIRTH.fullmatch(remark) else []


def _fits(member: Member, remark: str) -> bool:
    """Whether the remark behind a name is the member's number, group or birth date."""
    folded = glossary.fold(remark)
    if folded == glossary.fold(member.member_id or ""):
        return True
    if member.group and not glossary.is_bare_group(remark) and glossary.group_key(remark) == glossary.group_key(member.group):
        return True
    birth = _BIRTH.fullmatch(remark)
    return birth is not None and _born(member, birth[1])


def _born(member: Member, written: str) -> bool:
    birth = _birth(member)
    if birth is None:
        return False
    if len(written) == _SHORT_YEAR:
        return birth.year % 100 == int(written)
    wanted = [int(part) for part in re.split(r"[/.-]", written)]
    return [birth.day, birth.month, birth.year][-len(wanted) :] == wanted
