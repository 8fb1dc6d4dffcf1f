"""Who is meant: finds a member by name or number, and says when two could be.

A name alone never identifies where two share it: then the member's number, or the birth date written
behind the name, decides; else the answer is "doubtful" and a finding asks.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from addin import glossary
from addin.core.tables.members import Member

_BIRTH = re.compile(r"\(?\b(?:sinh(?: ngày| năm)?|sn)?\s*((?:\d{1,2}[/.-]){0,2}\d{4})\)?\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Match:
    """`member` where exactly one is meant; `candidates` where several could be."""

    member: Member | None = None
    candidates: tuple[Member, ...] = ()


def person_key(name: str) -> str:
    """The form names are compared in: folded, without honorifics."""
    return glossary.fold(glossary.without_honorific(name))


class Roster:
    """The members of one workbook, found by what people write for them."""

    def __init__(self, members: Iterable[Member]) -> None:
        self._by_name: dict[str, list[Member]] = defaultdict(list)
        self._by_id: dict[str, list[Member]] = defaultdict(list)
        for member in members:
            if member.full_name:
                self._by_name[person_key(member.full_name)].append(member)
            if member.member_id:
                self._by_id[glossary.fold(member.member_id)].append(member)

    def find(self, written: str) -> Match:
        """The member meant by a name, a number, or "name (birth date)"."""
        found = self._by_id.get(glossary.fold(written)) or self._by_name.get(person_key(written))
        if not found:
            found = self._with_birth_date(written)
        if len(found) == 1:
            return Match(found[0])
        return Match(None, tuple(found))

    def _with_birth_date(self, written: str) -> list[Member]:
        match = _BIRTH.search(written)
        if match is None:
            return []
        name = person_key(written[: match.start()].rstrip(" ,;-–("))
        wanted = [int(part) for part in re.split(r"[/.-]", match[1])]
        return [member for member in self._by_name.get(name, []) if _born(member, wanted)]


def _born(member: Member, wanted: list[int]) -> bool:
    birth = member.birth_date
    if birth is None:
        return False
    known = [birth.day, birth.month, birth.year][-len(wanted) :]
    return known == wanted
