"""`tally`: compares the two counts; only when they agree are the minutes made and the sums written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from addin.core.persons.rated import PARTY_CELL
from addin.core.persons.reading import Reading
from addin.core.ratings.double_count import (
    VOTE_KINDS,
    DoubleCount,
    double_count,
    rows_counted,
    with_sums,
    without_row,
)
from addin.core.records import dataclass
from addin.core.writes import Value, Write, Writes
from addin.errors import Misuse
from addin.glossary import fold, sheet_name
from addin.jobs.appending import append_rows, home_of
from addin.jobs.document import DocumentResult, Request, document
from addin.jobs.opening import Opened
from addin.jobs.outcome import Effects, Outcome

_BECAUSE = "số phiếu hai người đếm khớp"
_COLUMNS = tuple(f"votes_{kind}" for kind in VOTE_KINDS)
_RARE = "votes_none"
"""Few ballots have this box: a sheet without the column lacks it only once somebody marked one."""


@dataclass(frozen=True, slots=True)
class NoPlace:
    """What was counted and has no place in the rating sheet: the minutes tell it, and the sheet will not."""

    sheet: str
    subjects: tuple[str, ...]
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TallyResult:
    """Both counts compared; `minutes` where they agree and minutes were made, `no_place` for what cannot be written."""

    workbook: str
    counted: DoubleCount
    minutes: DocumentResult | None = None
    no_place: NoPlace | None = None


def tally(opened: Opened, request: Request, templates: Path | None = None) -> Outcome[TallyResult]:
    """Differences square by square, or the minutes and the agreed sums."""
    opened.require("tallies")
    year = request.needed_year
    counted = double_count(opened.reading, year)
    if not counted.agreed and not counted.differences and not counted.alone:
        raise Misuse(f"Sheet Phiếu đếm chưa có dòng nào của năm {year}.", "Nhập số đếm của hai người kiểm phiếu, hoặc chọn năm khác.")
    if not counted.is_settled:
        return Outcome(TallyResult(opened.name, counted))
    counted_in = replace(opened, reading=_counted_in(opened, counted))
    minutes = document(counted_in, "count-minutes", request, templates)
    result = TallyResult(opened.name, counted, minutes.result, _no_place(counted_in, counted))
    papers = tuple(paper.draft for paper in minutes.effects.papers)  # counted again, made again: `document` issues them
    return Outcome(result, effects=Effects(_sums(opened, counted), papers))


def _sums(opened: Opened, counted: DoubleCount) -> Writes:
    """The agreed sums into the rating rows of the year, where the sheet has the columns; rows for a year that has none yet."""
    squares = tuple(
        Write(row.place(key), count, _BECAUSE, getattr(row, key))
        for row, item in rows_counted(opened.reading, counted)
        for key, count in item.columns.items()
        if row.has(key) and getattr(row, key) != count
    )
    added: list[dict[str, Value]] = [{"year": counted.year, "member": item.subject, **item.columns} for item in without_row(opened.reading, counted)]
    return Writes(squares, append_rows(opened.reading, "ratings", added, _BECAUSE))


def _counted_in(opened: Opened, counted: DoubleCount) -> Reading:
    """With the sums, new rows standing where they will be written."""
    added = without_row(opened.reading, counted)
    return with_sums(opened.reading, counted, home_of(opened.reading, "ratings", {"year": counted.year}) if added else None)


def _no_place(counted_in: Opened, counted: DoubleCount) -> NoPlace:
    rows = rows_counted(counted_in.reading, counted)
    sheet = rows[0][0].source.sheet if rows else sheet_name("ratings")
    found = {item.subject for _, item in rows}
    subjects = tuple(item.subject for item in counted.agreed if item.subject not in found and fold(item.subject) != PARTY_CELL)
    lacking = {key for row, item in rows for key, count in item.columns.items() if not row.has(key) and (count or key != _RARE)}
    return NoPlace(sheet, subjects, tuple(key for key in _COLUMNS if key in lacking))
