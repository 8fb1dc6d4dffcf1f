"""Two counters' counts of the same papers, compared square by square (F36). No voter stands anywhere.

Only where both counted a subject and every number agrees is the count agreed; the rest is shown for a recount.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from addin.core.persons.reading import Reading
from addin.core.places import Place
from addin.core.records import dataclass
from addin.core.tables.rows.ballots import Tally
from addin.core.tables.rows.book import FoundTable
from addin.core.tables.rows.columns import RowSource
from addin.core.tables.rows.ratings import RatingRow

VOTE_KINDS = ("htxs", "htt", "htn", "kht", "none", "invalid")
_COUNTERS = (1, 2)


@dataclass(frozen=True, slots=True)
class Difference:
    """One kind of vote the counters do not share; None where one of them left it blank."""

    subject: str
    kind: str
    first: int | None
    second: int | None
    places: tuple[Place, Place]


@dataclass(frozen=True, slots=True)
class Agreed:
    """One subject both counted alike; `counts` by kind of vote."""

    subject: str
    counts: dict[str, int]
    places: tuple[Place, ...]

    @property
    def columns(self) -> dict[str, int]:
        """The counts by the column of a rating row each belongs to."""
        return {f"votes_{kind}": count for kind, count in self.counts.items()}


@dataclass(frozen=True, slots=True)
class DoubleCount:
    """`alone`: subjects only one counter has, or one counter has twice."""

    year: int
    agreed: tuple[Agreed, ...]
    differences: tuple[Difference, ...]
    alone: tuple[tuple[str, Place], ...]

    @property
    def is_settled(self) -> bool:
        """Whether minutes may be written."""
        return bool(self.agreed) and not self.differences and not self.alone


def double_count(reading: Reading, year: int) -> DoubleCount:
    """The latest vote of the year on every subject; a revote replaces the vote before it."""
    agreed: list[Agreed] = []
    differences: list[Difference] = []
    alone: list[tuple[str, Place]] = []
    for rows in _by_subject(reading, year).values():
        counted = {number: [row for row in rows if row.counter == number] for number in _COUNTERS}
        if any(len(found) != 1 for found in counted.values()):
            alone.append((rows[0].subject or "", rows[0].place("subject")))
            continue
        first, second = counted[1][0], counted[2][0]
        differing = _differences(first, second)
        differences += differing
        if not differing:
            agreed.append(_agreed(first, second))
    return DoubleCount(year, tuple(agreed), tuple(differences), tuple(alone))


def rows_counted(reading: Reading, counted: DoubleCount) -> tuple[tuple[RatingRow, Agreed], ...]:
    """The rating rows of the year whose member both counted alike, each with the agreed counts."""
    book, roster = reading.book, reading.roster
    agreed = {roster.key(item.subject): item for item in counted.agreed}
    found = ((row, agreed.get(roster.key(row.member or ""))) for row in book.ratings if row.year == counted.year)
    return tuple((row, item) for row, item in found if item is not None)


def with_agreed(reading: Reading, year: int) -> Reading:
    """Rating rows of the year without any vote hold what both counters agree on; a typed vote stays as it is."""
    return reading.once(_with_agreed, year)


def _with_agreed(reading: Reading, year: int) -> Reading:
    if not any(row.year == year for row in reading.book.tallies):
        return reading
    sums = {row.place(): item for row, item in rows_counted(reading, double_count(reading, year)) if _is_without_votes(row)}
    if not sums:
        return reading
    rows = (_with_votes(row, sums[row.place()].counts) if row.place() in sums else row for row in reading.book.ratings)
    return reading.changed(ratings=tuple(rows))


def _is_without_votes(row: RatingRow) -> bool:
    return all(getattr(row, f"votes_{kind}") is None for kind in VOTE_KINDS)


def without_row(reading: Reading, counted: DoubleCount) -> tuple[Agreed, ...]:
    """Members both counted alike who get a row: all of them where the year has none yet, else nobody.

    Where the year has rows, somebody without one may stand there misspelt or without a year: people look.
    """
    if any(row.year == counted.year for row in reading.book.ratings) or not reading.book.has_table("ratings"):
        return ()
    return tuple(item for item in counted.agreed if reading.roster.find(item.subject).member is not None)


def with_sums(reading: Reading, counted: DoubleCount, home: FoundTable | None = None) -> Reading:
    """The workbook as it will stand once the agreed sums are in it, new rows in `home`: minutes tell these, not what stood before."""
    book = reading.book
    sums = {row.place(): item.counts for row, item in rows_counted(reading, counted)}
    rows = (_with_votes(row, sums[row.place()]) if row.place() in sums else row for row in book.ratings)
    return reading.changed(ratings=(*rows, *_new_rows(reading, counted, home)))


def _new_rows(reading: Reading, counted: DoubleCount, home: FoundTable | None) -> tuple[RatingRow, ...]:
    """The rows still to be added, where they will stand."""
    if home is None:
        return ()
    after = max(home.last_row, home.heading_rows[-1])
    sources = (RowSource(home.sheet, after + at, home.columns) for at in count(1))
    rows = (RatingRow(source=source, year=counted.year, member=item.subject) for item, source in zip(without_row(reading, counted), sources, strict=False))
    return tuple(_with_votes(row, item.counts) for row, item in zip(rows, without_row(reading, counted), strict=True))


def _with_votes(row: RatingRow, counts: dict[str, int]) -> RatingRow:
    htxs, htt, htn, kht, none, invalid = (counts[kind] for kind in VOTE_KINDS)
    return replace(
        row, votes_htxs=htxs, votes_htt=htt, votes_htn=htn, votes_kht=kht, votes_none=none, votes_invalid=invalid
    )  # fmt: skip


def _by_subject(reading: Reading, year: int) -> dict[str, list[Tally]]:
    roster = reading.roster
    rows = [row for row in reading.book.tallies if row.year == year and row.subject]
    groups: dict[str, list[Tally]] = {}
    for row in rows:
        groups.setdefault(roster.key(row.subject or ""), []).append(row)
    return {key: _latest(found) for key, found in groups.items()}


def _latest(rows: list[Tally]) -> list[Tally]:
    days = [row.meeting_on.last for row in rows if row.meeting_on]
    last = max(days, default=None)
    return [row for row in rows if row.meeting_on is None or row.meeting_on.last == last]


def _differences(first: Tally, second: Tally) -> list[Difference]:
    return [
        Difference(
            first.subject or "",
            kind,
            getattr(first, kind),
            getattr(second, kind),
            (first.place(kind), second.place(kind)),
        )
        for kind in VOTE_KINDS
        if (getattr(first, kind) or 0) != (getattr(second, kind) or 0)
    ]


def _agreed(first: Tally, second: Tally) -> Agreed:
    counts = {kind: getattr(first, kind) or 0 for kind in VOTE_KINDS}
    return Agreed(first.subject or "", counts, (first.place("subject"), second.place("subject")))
