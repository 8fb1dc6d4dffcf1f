"""`rate`: ceilings, votes, results and the cap of a year, each with its reasons; and what to write back."""

from __future__ import annotations

from dataclasses import replace

from addin.core.ratings import MemberRating, YearRatings
from addin.core.ratings import rate as rate_year
from addin.core.records import dataclass
from addin.core.rules.habits import told_once
from addin.core.tables.freezing import FrozenYear, frozen_years
from addin.jobs.cap_sheet import cap_sheet
from addin.jobs.frozen_findings import frozen_findings
from addin.jobs.opening import Opened
from addin.jobs.outcome import Effects, Outcome
from addin.jobs.proposing import propose
from addin.jobs.rating_findings import findings_of


@dataclass(frozen=True, slots=True)
class RateResult:
    """A year's ratings; of a year that is `frozen` those that were decided.

    `elsewhere` are the sheets without room for our proposals, which then go to a sheet of ours; `with_reasons` asks for
    every reason of every member.
    """

    workbook: str
    ratings: YearRatings
    frozen: FrozenYear | None = None
    elsewhere: tuple[str, ...] = ()
    with_reasons: bool = False


def rate(opened: Opened, year: int, *, with_reasons: bool = False) -> Outcome[RateResult]:
    """Propose; people decide. What the meeting or the superior gives is never written."""
    opened.require("members")
    ratings = rate_year(opened.reading, year)
    frozen = frozen_years(opened.book).get(year)
    if frozen is not None:
        kept = replace(ratings, members=tuple(_as_recorded(member) for member in ratings.members))
        return Outcome(RateResult(opened.name, kept, frozen), frozen_findings(opened.book))
    proposed = propose(opened.reading, ratings)
    writes = replace(proposed.writes, sheets=(*proposed.writes.sheets, *cap_sheet(opened.reading, ratings, proposed.columns)))
    result = RateResult(opened.name, ratings, elsewhere=proposed.elsewhere, with_reasons=with_reasons)
    found = tuple(told_once(findings_of(ratings), frozenset(), lambda _: ratings.year))
    return Outcome(result, found, Effects(writes))


def _as_recorded(member: MemberRating) -> MemberRating:
    """Nothing is worked out again: what counts is the level of record."""
    return replace(member, result=member.level)
