"""Thiết lập: one row a setting. A setting nobody entered has the dictionary's default, and says so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from decimal import Decimal

from addin.core.places import Place
from addin.core.records import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """A term of office of the cell's committee, ends included."""

    first: date
    last: date

    def holds(self, day: date) -> bool:
        """Whether the day lies in the term."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class RaisedQuota:
    """A raised share of HTXS, with the number and date of the paper that permits it."""

    share: Decimal
    document: str | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """`places` holds the square of each setting that was entered; a key absent there has its default."""

    cell_name: str | None = None
    superior_name: str | None = None
    place: str | None = None
    symbol: str = "CB"
    is_base_cell: bool | None = None
    terms: tuple[Term, ...] = ()
    has_committee: bool | None = None
    htxs_allocated: Mapping[int, int] = field(default_factory=dict)
    quota_base: str | None = None
    quota_rounding: str = "floor"
    quota_rate_raised: RaisedQuota | None = None
    ballot_threshold: Decimal = Decimal("0.5")
    ballot_base: str = "summoned"
    plan_deadline: tuple[int, int] = (31, 1)
    supervision_rhythm_days: int = 90
    inspection_max_days: int = 30
    spelling: str = "uỷ"
    line_spacing: Decimal = Decimal(18)
    numbering: str = "term"
    yearly_paper: str = "KH"
    ballot_form: str = "A"
    quarterly_for: str = "leaders"
    output_folder: str | None = None
    places: Mapping[str, Place] = field(default_factory=dict)
    other: Mapping[str, tuple[str, Place]] = field(default_factory=dict)

    def term_of(self, day: date) -> Term | None:
        """The entered term the day lies in."""
        return next((term for term in self.terms if term.holds(day)), None)
