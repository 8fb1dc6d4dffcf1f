"""Columns of levels, one a year: each is ratings of its year, the superior's unless its words say whose."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from addin.core.grids import Grid
from addin.core.tables.recognition.column_choice import BY_BOTH, BY_HEADING, Columns
from addin.core.tables.rows.book import FoundTable
from addin.core.tables.squares.values import is_blank

_FINAL = "final_level"
_WITH_YEARS = frozenset({"member", "member.given", "year"})


def is_only_yearly(table: str, columns: Columns) -> bool:
    """Whether a list of ratings holds names and years and nothing else."""
    return table == "ratings" and bool(columns.years) and set(columns.places) <= _WITH_YEARS


def with_own_year(table: str, columns: Columns, year: int | None) -> Columns:
    """A sheet of one year whose only level is headed with that year: the level is one more column of the same ratings."""
    if year is None or set(columns.years) != {year} or table != "ratings" or _FINAL in columns.places or is_only_yearly(table, columns):
        return columns
    places = {**columns.places, _FINAL: columns.years[year]}
    reasons = {**columns.reasons, _FINAL: BY_BOTH}
    return replace(columns, places=places, titles={**columns.titles, _FINAL: str(year)}, reasons=reasons, years={})


def ratings_of_year(table: FoundTable, year: int, column: int, titles: Mapping[str, str]) -> FoundTable:
    """One column of a list as the ratings of its year."""
    name = "full_name" if table.table == "members" else "member"
    own = {key.replace(name, "member"): key for key in table.columns if key.partition(".")[0] == name}
    places = {key: table.columns[one] for key, one in own.items()}
    return replace(
        table,
        table="ratings",
        columns={**places, _FINAL: column},
        unknown=(),
        year=year,
        titles={**{key: titles.get(one, "") for key, one in own.items()}, _FINAL: str(year)},
        given={},
        reasons={**dict.fromkeys(places, BY_HEADING), _FINAL: BY_BOTH},
        is_year_column=True,
    )


def rows_with_level(grid: Grid, rows: Iterable[int], column: int) -> tuple[int, ...]:
    """The records that have a level in the column: who has none was not rated that year."""
    merged_down = {
        row
        for merged in grid.merged
        if merged.first_column <= column <= merged.last_column
        for row in range(merged.first_row, merged.last_row + 1)
    }
    return tuple(row for row in rows if row in merged_down or not is_blank(grid.at(row, column)))
