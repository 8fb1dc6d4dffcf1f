"""Which rules a rating year has: the one list, by year (ratings.md §0). Nothing else chooses a regime."""

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
from addin.errors import Misuse


@dataclass(frozen=True, slots=True)
class RegimeYears:
    """A regime with its first and last rating year (None: still in use) and its two functions."""

    regime: Regime
    first: int
    last: int | None
    rate_member: Callable[[Facts], Ruling]
    rate_cell: Callable[[CellFacts], Ruling]

    def holds(self, year: int) -> bool:
        """Whether the year is rated by it."""
        return self.first <= year and (self.last is None or year <= self.last)


REGIMES: Final = (
    RegimeYears(
        Regime("hd20", ("20-HD-BTCTW-2008",)), 2008, 2010, rate_by_criteria_hd27, rate_cell_by_points_hd27
    ),
    RegimeYears(
        Regime("hd07", ("07-HD-BTCTW-2011",)), 2011, 2013, rate_by_criteria_hd27, rate_cell_by_points_hd27
    ),
    RegimeYears(
        Regime("hd27", ("27-HD-BTCTW-2014",)), 2014, 2017, rate_by_criteria_hd27, rate_cell_by_points_hd27
    ),
    RegimeYears(
        Regime("hd16", ("132-QD-TW-2018", "16-HD-BTCTW-2018")), 2018, 2018,
        rate_by_criteria_hd21, rate_cell_by_criteria_hd21,
    ),
    RegimeYears(
        Regime("hd21", ("132-QD-TW-2018", "21-HD-BTCTW-2019")), 2019, 2022,
        rate_by_criteria_hd21, rate_cell_by_criteria_hd21,
    ),
    RegimeYears(
        Regime("qd124", ("124-QD-TW-2023", "25-HD-BTCTW-2023")), 2023, 2024,
        rate_by_grades_qd124, rate_cell_by_grades_qd124,
    ),
    RegimeYears(
        Regime("qd366", ("366-QD-TW-2025", "43-HD-BTCTW-2025")), 2025, None,
        rate_by_points_qd366, rate_cell_by_points_qd366,
    ),
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
