"""The party cell's own rating: its facts gathered, its regime asked, its vote (from Phiếu đếm) counted."""

from __future__ import annotations

from collections.abc import Sequence

from addin.core.levels import Level, lower
from addin.core.places import Place
from addin.core.ratings.cell_facts import CellFacts
from addin.core.ratings.cell_regimes import OLD_SCALE, SCALE
from addin.core.ratings.inputs import Inputs, position
from addin.core.ratings.judging import PARTY_CELL
from addin.core.ratings.leadership import disciplined_in, is_leadership, is_on_leader, on_collective
from addin.core.ratings.results import CellRating, Counted, MemberRating, Reason, Vote
from addin.core.ratings.season import Season
from addin.core.ratings.votes import Ballots, base_for, cell_ballot_row, counted
from addin.core.tables.rows.ratings import CellYear
from addin.glossary import fold, sheet_name


def rate_party_cell(season: Season, members: Sequence[MemberRating]) -> CellRating:
    """What the cell may be proposed as, and why; the superior decides."""
    rows = sorted((row for row in season.book.cell_years if row.year == season.year), key=position)
    row = rows[0] if rows else None
    ruling = season.regime.rate_cell(_facts(season, row, members))
    vote = _vote(season)
    because = (*ruling.because, *vote.because)
    result: Level | None = ruling.ceiling if vote.voted is None else lower(ruling.ceiling, vote.voted)
    if vote.vote is Vote.NO_MAJORITY:
        result = None
    if vote.voted is not None and vote.voted.rank > ruling.ceiling.rank:
        text = "Phiếu cao hơn mức cao nhất quy định cho phép: lấy mức thấp hơn, chi bộ xem lại."
        because = (*because, Reason("vote.above_ceiling", text, None, vote.because[0].places))
    return CellRating(row, ruling.ceiling, ruling.provisional, vote.vote, vote.voted, result, because)


def _facts(season: Season, row: CellYear | None, members: Sequence[MemberRating]) -> CellFacts:
    disciplined = disciplined_in(season)
    degraded = tuple(
        one
        for one in members
        if one.row and one.row.degradation and one.member and is_leadership(season, one.member, season.on)
    )
    fallback = row.place() if row else Place(sheet_name("cell_years"))
    return CellFacts(
        law=season.law,
        inputs=Inputs("cell_years", row, fallback, {}),
        levels=tuple(one.settled for one in members if one.is_rated),
        disciplined=disciplined,
        leaders=tuple(one for one in disciplined if is_on_leader(season, one)),
        collective=on_collective(season.book.disciplines, season.year, season.on),
        degraded_leaders=degraded,
    )


def _vote(season: Season) -> Counted:
    """The ballots on the cell, only where two counters agree."""
    tallies = [
        one
        for one in season.book.tallies
        if one.year == season.year and one.subject and fold(one.subject) == PARTY_CELL
    ]
    latest = max((one.meeting_on.last for one in tallies if one.meeting_on), default=None)
    last = [one for one in tallies if latest is None or (one.meeting_on and one.meeting_on.last == latest)]
    counts = {(one.htxs or 0, one.htt or 0, one.htn or 0, one.kht or 0, one.invalid or 0) for one in last}
    if len(last) != 2 or len(counts) != 1:
        return Counted()
    *votes, invalid = counts.pop()
    scale = OLD_SCALE if Level.TSVM.value in _scale(season) else SCALE
    places = tuple(sorted(one.place() for one in last))
    ballots = Ballots(dict(zip(scale, votes, strict=True)), invalid, places)
    base = base_for(
        season.book, cell_ballot_row(season.book.ballot_counts, season.year), ballots, season.reading.roll(season.on)
    )
    return counted(ballots, base, season.law.settings.ballot_threshold, season.year, "party_cell")


def _scale(season: Season) -> tuple[str, ...]:
    levels = season.law.get("rating.levels.party_cell").value
    return levels if isinstance(levels, tuple) else ()
