"""Which rules a rating year has: the one list, by year (ratings.md §0). Nothing else chooses a regime.

A regime is a way of rating. The instruments of a year are those of regulations/basis/rating.yaml, for headings, reasons,
papers and frozen years alike: an instrument that changes only numbers needs no line here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from addin.core.ratings.cell_facts import CellFacts
from addin.core.ratings.cell_regimes import (
    rate_cell_by_criteria_hd21,
    rate_cell_by_grades_qd124,
    rate_cell_by_points_hd27,
    rate_cell_by_points_qd366,
)
from addin.core.ratings.facts import Facts
from addin.core.ratings.member_regimes import (
    rate_by_criteria_hd21,
    rate_by_criteria_hd27,
    rate_by_grades_qd124,
    rate_by_points_qd366,
)
from addin.core.ratings.results import Regime, Ruling
from addin.core.records import dataclass
from addin.core.regulations.citations import rating_basis
from addin.errors import Misuse


@dataclass(frozen=True, slots=True)
class RegimeYears:
    """A regime by its id, with its first and last rating year (None: still in use) and its two functions."""

    id: str
    first: int
    last: int | None
    rate_member: Callable[[Facts], Ruling]
    rate_cell: Callable[[CellFacts], Ruling]

    def holds(self, year: int) -> bool:
        """Whether the year is rated by it."""
        return self.first <= year and (self.last is None or year <= self.last)


REGIMES: Final = (
    RegimeYears("hd20", 2008, 2010, rate_by_criteria_hd27, rate_cell_by_points_hd27),
    RegimeYears("hd07", 2011, 2013, rate_by_criteria_hd27, rate_cell_by_points_hd27),
    RegimeYears("hd27", 2014, 2017, rate_by_criteria_hd27, rate_cell_by_points_hd27),
    RegimeYears("hd16", 2018, 2018, rate_by_criteria_hd21, rate_cell_by_criteria_hd21),
    RegimeYears("hd21", 2019, 2022, rate_by_criteria_hd21, rate_cell_by_criteria_hd21),
    RegimeYears("qd124", 2023, 2024, rate_by_grades_qd124, rate_cell_by_grades_qd124),
    RegimeYears("qd366", 2025, None, rate_by_points_qd366, rate_cell_by_points_qd366),
)  # fmt: skip


def regime_of(year: int) -> RegimeYears:
    """The regime of a rating year; Misuse for years before any known instrument."""
    for one in REGIMES:
        if one.holds(year):
            return one
    first = REGIMES[0].first
    raise Misuse(
        f"Năm {year} không có quy định xếp loại nào trong chương trình.",
        f"Chọn năm từ {first} trở đi.",
    )


def regime_in(year: int) -> Regime:
    """The regime with the instruments of that year."""
    return Regime(regime_of(year).id, tuple(one.id for one in rating_basis(year)))
