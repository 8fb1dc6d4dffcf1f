"""`rate`: ceilings, votes, results and the cap of a year, each with its reasons; and what to write back."""

from __future__ import annotations

from dataclasses import replace

from addin.core.levels import Level
from addin.core.persons.reading import Reading
from addin.core.ratings import MemberRating, YearRatings
from addin.core.ratings import rate as rate_year
from addin.core.records import dataclass
from addin.core.tables.freezing import FrozenYear, frozen_years
from addin.core.writes import Value, Write, Writes
from addin.glossary import level_words
from addin.jobs.appending import append_rows
from addin.jobs.cap_sheet import cap_sheet
from addin.jobs.frozen_findings import frozen_findings
from addin.jobs.opening import Opened
from addin.jobs.outcome import Effects, Outcome
from addin.jobs.rating_findings import findings_of


@dataclass(frozen=True, slots=True)
class NoColumn:
    """Columns we would fill that the cell's own sheet does not have."""

    sheet: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RateResult:
    """A year's ratings; of a year that is `frozen` those that were decided."""

    workbook: str
    ratings: YearRatings
    frozen: FrozenYear | None = None
    not_written: NoColumn | None = None


def rate(opened: Opened, year: int) -> Outcome[RateResult]:
    """Propose; people decide. A vote or a superior's decision is never written."""
    opened.require("members")
    ratings = rate_year(opened.reading, year)
    frozen = frozen_years(opened.book).get(year)
    if frozen is not None:
        kept = replace(ratings, members=tuple(_as_entered(member) for member in ratings.members))
        return Outcome(RateResult(opened.name, kept, frozen), frozen_findings(opened.book))
    result = RateResult(opened.name, ratings, not_written=_missing_columns(ratings))
    return Outcome(result, findings_of(ratings), Effects(writes_of(opened, ratings)))


def _missing_columns(ratings: YearRatings) -> NoColumn | None:
    """Nothing can be written there, so it is said."""
    row = next((member.row for member in ratings.members if member.row is not None), None)
    keys = tuple(key for key in ("cell_level", "reasons") if row is not None and not row.has(key))
    return NoColumn(row.source.sheet, keys) if row is not None and keys else None


def _as_entered(member: MemberRating) -> MemberRating:
    row = member.row
    return member if row is None else replace(member, result=row.final_level or row.cell_level or member.result)


def writes_of(opened: Opened, ratings: YearRatings) -> Writes:
    """The result columns of the rating rows; a row of its own for a rated member who has none."""
    squares: list[Write] = []
    new_rows: list[dict[str, Value]] = []
    for member in ratings.members:
        if member.status != "rated" or member.result is None:
            continue
        values: dict[str, Value] = {
            "cell_level": _words(member.result, ratings.year),
            "reasons": "\n".join(reason.cited for reason in member.because),
        }
        if member.row is None:
            new_rows.append({"year": ratings.year, "member": member.full_name, **values})
            continue
        squares += [
            write
            for key, value in values.items()
            if (write := _square(opened.reading, member, key, value, ratings.year)) is not None
        ]
    appends = append_rows(opened.reading, "ratings", new_rows, f"xếp loại năm {ratings.year}")
    return Writes(tuple(squares), appends, cap_sheet(opened.book, ratings))


def _square(reading: Reading, member: MemberRating, key: str, value: Value, year: int) -> Write | None:
    """A write, in her words, where the sheet has the column and the square does not hold the value already."""
    row = member.row
    if row is None or not row.has(key):
        return None
    held = getattr(row, key)
    before = _words(held, year) if isinstance(held, Level) else held
    if before == value:
        return None
    place = row.place(key)
    found = reading.vocabulary.found("ratings", place.sheet, place.row)
    said = reading.vocabulary.word(found, key, value, place.row) if found is not None else value
    return Write(place, said, f"xếp loại năm {year}", before)


def _words(level: Level, year: int) -> str:
    return level_words(level.value, year, "member")
