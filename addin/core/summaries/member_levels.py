"""Members' levels year by year: the level of record, the same that lists, minutes and papers take (design.md §4a)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from addin.core.levels import Level
from addin.core.persons.reading import Reading
from addin.core.places import Place
from addin.core.ratings import LevelFrom, rate
from addin.core.ratings.decided import recorded_of
from addin.core.ratings.regimes import REGIMES
from addin.core.records import dataclass
from addin.core.summaries.counting import counted, in_order
from addin.core.summaries.figures import Figure, Value, places_of
from addin.core.summaries.view import View, by_year
from addin.core.tables.rows.columns import Row
from addin.core.tables.rows.ratings import RatingRow

_RESTS_ON = (("final_level", "cell_level", "votes_htxs", "votes_htt"),)
_LEVELS = (Level.HTXS, Level.HTT, Level.HTN, Level.KHT)
_KEYS = {LevelFrom.FINAL: "final_level", LevelFrom.CELL: "cell_level", LevelFrom.VOTE: "votes_htxs", LevelFrom.NONE: "cell_level"}


@dataclass(frozen=True, slots=True)
class _Rated:
    """One row: the level of record, the square it stands in, and our proposal where there is none."""

    year: int
    row: RatingRow
    level: Level | None
    place: Place
    proposed: Level | None


def member_levels(view: View) -> Iterator[Figure]:
    """Year → level → members; a year nobody rated is left out. What we propose is a figure of its own."""
    rated = view.reading.once(_rated, view.years)
    held = [one for one in rated if one.level]
    value = _by_year((one.year, one.level) for one in held)
    places = tuple(sorted(one.place for one in held))
    yield Figure("ratings.by_level", value or None, places, "Xếp loại đảng viên theo năm", "ratings", _columns_of(rated))
    unrated = [one.row for one in rated if one.level is None]
    entered = view.has_entered("ratings")
    label = "Dòng xếp loại chưa có mức"
    yield counted("ratings.without_level", label, "ratings", unrated, "cell_level", entered=entered, rests_on=_columns_of(rated))
    proposed = [one for one in rated if one.level is None and one.proposed]
    if proposed:
        value = _by_year((one.year, one.proposed) for one in proposed)
        told = "Dự kiến của chương trình, chưa có mức"
        yield Figure("ratings.proposed_by_level", value, places_of((one.row for one in proposed), ""), told, "ratings")


def lowest_reasons(view: View) -> Iterator[Figure]:
    """Why members were rated KHT: reason → members (F46); an empty reason is not counted as one."""
    rows = view.reading.once(_rated, view.years)
    rated = [one for one in rows if one.level]
    lowest = [one.row for one in rated if one.level is Level.KHT]
    counts = Counter(row.reasons for row in lowest if row.reasons)
    value = in_order(counts) if rated and (counts or not lowest) else None
    yield Figure("ratings.kht_reasons", value, places_of(lowest, "reasons"), "Lý do không hoàn thành nhiệm vụ", "ratings", _columns_of(rows))


def _columns_of(rated: Iterable[_Rated]) -> tuple[tuple[str, ...], ...]:
    """No column of a level is needed where Phiếu đếm gave rows the votes their sheet has no columns for."""
    return (("year",),) if any(one.row.votes_htxs is not None and not one.row.has("votes_htxs") for one in rated) else _RESTS_ON


def _rated(reading: Reading, years: range) -> tuple[_Rated, ...]:
    """Every row that counts for somebody who is rated; rows of years before any regime as they stand."""
    rows = [row for row in reading.book.ratings if row.year in years]
    first = REGIMES[0].first
    found: list[_Rated] = []
    for year, own in by_year("ratings", sorted(rows, key=Row.place)).items():
        found += _of_year(reading, year) if year >= first else (_as_written(reading, row) for row in own)
    return tuple(found)


def _of_year(reading: Reading, year: int) -> Iterator[_Rated]:
    for one in rate(reading, year).members:
        if one.is_rated and one.row is not None:
            yield _Rated(year, one.row, one.level, one.row.place(_KEYS[one.recorded.source]), one.result)


def _as_written(reading: Reading, row: RatingRow) -> _Rated:
    recorded = recorded_of(reading, row)
    return _Rated(row.year or 0, row, recorded.level, row.place(_KEYS[recorded.source]), None)


def _by_year(levels: Iterable[tuple[int, Level | None]]) -> dict[str, Value]:
    counts: dict[int, Counter[Level | None]] = {}
    for year, level in levels:
        counts.setdefault(year, Counter())[level] += 1
    return {str(year): {level.value: counts[year][level] for level in _LEVELS} for year in sorted(counts)}
