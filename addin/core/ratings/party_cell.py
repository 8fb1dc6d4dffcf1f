"""The party cell's own rating: its facts gathered, its regime asked, its vote (from Phiếu đếm) counted."""

from __future__ import annotations

from collections.abc import Sequence

from addin.core.levels import Level
from addin.core.persons.rated import PARTY_CELL
from addin.core.places import Place
from addin.core.ratings.cell_facts import CellFacts
from addin.core.ratings.cell_regimes import OLD_SCALE, SCALE
from addin.core.ratings.decided import decided_unrated, decision_unread
from addin.core.ratings.double_count import VOTE_KINDS
from addin.core.ratings.inputs import Inputs
from addin.core.ratings.leadership import (
    disciplined_in,
    is_leadership,
    is_on_leader,
    on_collective,
    owners_of,
)
from addin.core.ratings.rating_year import RatingYear
from addin.core.ratings.results import CellRating, Counted, MemberRating, Recorded, level_of_record
from addin.core.ratings.votes import Ballots, above_ceiling, base_for, cell_ballot_row, counted, result_of
from addin.core.tables.rows.columns import position
from addin.core.tables.rows.ratings import CellYear
from addin.glossary import fold, sheet_name


def rate_party_cell(rating_year: RatingYear, members: Sequence[MemberRating]) -> CellRating:
    """What the cell may be proposed as, and why; the superior decides."""
    rows = sorted((row for row in rating_year.book.cell_years if row.year == rating_year.year), key=position)
    row = rows[0] if rows else None
    ruling = rating_year.regime.rate_cell(_facts(rating_year, row, members))
    vote = _vote(rating_year)
    decided = decided_unrated(rating_year.reading, row) or decision_unread(rating_year.reading, row)
    entered = level_of_record(row.level if row else None, row.self_level if row else None, vote.voted)
    return CellRating(
        row=row,
        ceiling=ruling.ceiling,
        lacking=ruling.lacking,
        recorded=Recorded() if decided else entered,
        vote=vote.vote,
        voted=vote.voted,
        result=result_of(ruling, vote),
        because=(*((decided,) if decided else ()), *ruling.because, *vote.because, *above_ceiling(ruling, vote)),
    )


def _facts(rating_year: RatingYear, row: CellYear | None, members: Sequence[MemberRating]) -> CellFacts:
    disciplined = disciplined_in(rating_year)
    degraded = tuple(
        one
        for one in members
        if one.row and one.row.degradation and one.member and is_leadership(rating_year, one.member, rating_year.on)
    )
    fallback = row.place() if row else Place(sheet_name("cell_years"))
    return CellFacts(
        law=rating_year.law,
        inputs=Inputs("cell_years", row, fallback, {}),
        levels=tuple(one.counted for one in members if one.is_rated),
        disciplined=disciplined,
        leaders=tuple(one for one in disciplined if is_on_leader(rating_year, one)),
        collective=on_collective(rating_year.book.disciplines, rating_year.year, rating_year.on),
        degraded_leaders=degraded,
        owners=owners_of(rating_year, disciplined),
    )


def _vote(rating_year: RatingYear) -> Counted:
    """The ballots on the cell, only where two counters agree."""
    tallies = [
        one
        for one in rating_year.book.tallies
        if one.year == rating_year.year and one.subject and fold(one.subject) == PARTY_CELL
    ]
    latest = max((one.meeting_on.last for one in tallies if one.meeting_on), default=None)
    last = [one for one in tallies if latest is None or (one.meeting_on and one.meeting_on.last == latest)]
    counts = {tuple(getattr(one, kind) or 0 for kind in VOTE_KINDS) for one in last}
    if len(last) != 2 or len(counts) != 1:
        return Counted()
    *votes, none, invalid = counts.pop()
    scale = OLD_SCALE if Level.TSVM.value in _scale(rating_year) else SCALE
    places = tuple(sorted(one.place() for one in last))
    ballots = Ballots(dict(zip(scale, votes, strict=True)), invalid, places, none)
    row = cell_ballot_row(rating_year.book.ballot_counts, rating_year.year, rating_year.roster, latest)
    base = base_for(rating_year.book, row, ballots, rating_year.reading.roll(rating_year.on))
    return counted(ballots, base, rating_year.law.settings.ballot_threshold, rating_year.year, "party_cell")


def _scale(rating_year: RatingYear) -> tuple[str, ...]:
    levels = rating_year.law.get("rating.levels.party_cell").value
    return levels if isinstance(levels, tuple) else ()
