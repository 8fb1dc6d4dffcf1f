"""One workbook understood once: every answer about it is worked out when first asked for and kept.

What a run asks (rules, ratings, figures, papers, buttons) it asks of one `Reading`, so nobody looks the same
forty names up twice or rates a year twice. Thought that stands above this room is kept here too, without
being known here: `rate(reading, year)` and `summarise(reading, first, last, on)` hand their work to `once`.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar, TypeVarTuple

from addin.core.persons.posts import Posts
from addin.core.persons.roll import Roll
from addin.core.persons.roster import Roster
from addin.core.tables.rows.book import Book
from addin.core.tables.vocabulary import NO_WORDS, Vocabulary

_Answer = TypeVar("_Answer")
_Asked = TypeVarTuple("_Asked")


class Reading:
    """The book and what follows from it; the book never changes, so neither do the answers."""

    __slots__ = ("_kept", "book", "vocabulary")

    def __init__(self, book: Book, vocabulary: Vocabulary = NO_WORDS) -> None:
        self.book = book
        self.vocabulary = vocabulary
        self._kept: dict[Hashable, Any] = {}

    def once(self, work_out: Callable[[Reading, *_Asked], _Answer], *asked: *_Asked) -> _Answer:
        """The answer of a pure function of this reading, worked out the first time; what it raises is not kept."""
        key = (work_out, *asked)
        if key not in self._kept:
            self._kept[key] = work_out(self, *asked)
        answer: _Answer = self._kept[key]
        return answer

    def changed(self, **rows: Any) -> Reading:
        """The workbook with other rows in some tables, none of them members: who is meant by a name stays worked out."""
        if "members" in rows:
            raise ValueError("members")
        other = Reading(replace(self.book, **rows), self.vocabulary)
        other._kept[(_roster,)] = self.roster
        return other

    @property
    def roster(self) -> Roster:
        """Who is meant by what people write."""
        return self.once(_roster)

    def roll(self, day: date) -> Roll:
        """Who belongs to the cell that day."""
        return self.once(_roll, day)

    def posts(self, day: date | None) -> Posts:
        """Who holds which post that day; without a day, those that have no end."""
        return self.once(_posts, day)


def _roster(reading: Reading) -> Roster:
    return Roster(reading.book.members)


def _roll(reading: Reading, day: date) -> Roll:
    return Roll(reading.book.members, day)


def _posts(reading: Reading, day: date | None) -> Posts:
    return Posts(reading.book, reading.roster, day)
