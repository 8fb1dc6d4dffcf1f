"""The people of one year's ratings as papers name them: two who share a name are told apart, each with own posts.

A rating knows its member row; looking the bare name up again would find both namesakes and so nobody.
"""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from addin import glossary
from addin.core.persons.reading import Reading
from addin.core.ratings import MemberRating, YearRatings
from addin.core.ratings.rating_year import rating_year_of
from addin.core.ratings.year import inputs_of
from addin.core.tables.rows.members import Member
from addin.documents.parts.people import People
from addin.documents.parts.prose import lower_first
from addin.glossary import person_key


class RatedPeople:
    """Names and posts of the people of one year."""

    def __init__(self, reading: Reading, ratings: YearRatings) -> None:
        self._people = People(reading)
        self._day = ratings.judged_on
        self._year = rating_year_of(reading, ratings.year)
        self._shared = Counter(person_key(_bare(one)) for one in ratings.members)
        born = Counter((person_key(_bare(one)), _birth_year(one.member)) for one in ratings.members)
        self._same_birth_year = {key for key, count in born.items() if count > 1}

    def name(self, one: MemberRating) -> str:
        """The name; with the birth year behind it, else the member's number, where another has the same name."""
        name = _bare(one)
        if self._shared[person_key(name)] == 1 or one.member is None:
            return one.full_name
        year = _birth_year(one.member)
        if year and (person_key(name), year) not in self._same_birth_year:
            return f"{name} (sinh năm {year})"
        mark = one.member.member_id or str(one.member.birth_date or "")
        return f"{name} ({mark})" if mark else one.full_name

    def why_not(self, one: MemberRating) -> str:
        """Why somebody is not rated, as it stands behind a name in a list of those who are not."""
        return lower_first((one.why_not or "").rstrip(" .").removesuffix(": không xếp loại"))

    def points(self, one: MemberRating) -> Decimal | None:
        """The points of both groups together; None where one is blank, and in years that know no points."""
        if self._year.law.find("rating.points.general_max") is None:
            return None
        inputs = inputs_of(self._year, one)
        general, tasks = inputs.number("points_general"), inputs.number("points_tasks")
        return None if general is None or tasks is None else general + tasks

    def posts(self, one: MemberRating) -> str:
        """The posts of this very person, whoever else has the name."""
        if one.member is None:
            return self._people.posts(one.full_name, self._day)
        return self._people.posts_of(one.member, one.full_name, self._day)


def _bare(one: MemberRating) -> str:
    return glossary.without_honorific((one.member.full_name if one.member else None) or one.full_name)


def _birth_year(member: Member | None) -> int | None:
    return member.birth_date.year if member and member.birth_date else None
