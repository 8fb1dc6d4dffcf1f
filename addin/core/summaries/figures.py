"""What a summary is made of: figures that know the squares they come from.

A value nobody entered is None and named among the missing, never 0. Values are plain so that `--json` shows
them as they are: numbers, texts, dicts with text keys (years too), tuples, None.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from addin.core.places import Place
from addin.core.records import dataclass
from addin.core.tables.rows.columns import Row

Key: TypeAlias = "str | tuple[str, ...]"  # a column, or any one of several
Value: TypeAlias = "bool | int | float | str | tuple[Value, ...] | Mapping[str, Value] | None"


@dataclass(frozen=True, slots=True)
class Figure:
    """`id` is stable (design.md §4); `label` is what people read; `table` is where its rows stand.

    Without the columns it `rests_on` nothing is known of it, whatever could be counted.
    """

    id: str
    value: Value
    places: tuple[Place, ...]
    label: str
    table: str = ""
    rests_on: tuple[Key, ...] = ()


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures of an interval of calendar years, ends included; `missing` says what nobody entered."""

    first_year: int
    last_year: int
    figures: tuple[Figure, ...]
    missing: tuple[str, ...] = ()

    def get(self, figure_id: str) -> Figure:
        """The figure of an id; KeyError where there is none."""
        for figure in self.figures:
            if figure.id == figure_id:
                return figure
        raise KeyError(figure_id)

    def value(self, figure_id: str) -> Value:
        """The value of an id; KeyError where there is none."""
        return self.get(figure_id).value


def places_of(rows: Iterable[Row], key: str) -> tuple[Place, ...]:
    """The squares of one column over some rows, in the order of the sheet."""
    return tuple(sorted(row.place(key) for row in rows))
