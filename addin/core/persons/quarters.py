"""Ratings by quarter (Quý II/2026 on): which quarters a year has, and whose they are."""

from __future__ import annotations

from datetime import date

from addin.core import regulations
from addin.core.dates import add_months, year_end
from addin.core.records import dataclass
from addin.core.tables.rows.members import Member
from addin.core.tables.rows.settings import Settings

QUARTERS = 4
_MONTHS = 3


@dataclass(frozen=True, slots=True)
class Quarter:
    """One quarter of a year."""

    year: int
    number: int

    @property
    def last(self) -> date:
        """Its last day."""
        return add_months(date(self.year, _MONTHS, 31), _MONTHS * (self.number - 1))

    @property
    def words(self) -> str:
        """`Quý II/2026`."""
        return f"Quý {('I', 'II', 'III', 'IV')[self.number - 1]}/{self.year}"


def quarters_of(year: int) -> tuple[Quarter, ...]:
    """The quarters that must be rated in a year; none before the first of the law."""
    found = regulations.in_force(year_end(year)).find("rating.quarters.first")
    if found is None:
        return ()
    first_year, first = (int(part) for part in found.text.split("-"))
    begins = 1 if year > first_year else first
    return tuple(Quarter(year, number) for number in range(begins, QUARTERS + 1))


def is_rated_by_quarter(member: Member, settings: Settings) -> bool:
    """Leaders; everybody or nobody where the superior's guidance says so (mục Đánh giá quý)."""
    return settings.quarterly_for == "all" or (settings.quarterly_for == "leaders" and bool(member.is_leader))
