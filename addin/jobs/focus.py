"""Which findings are wanted, and which wait: those on rows of years gone by are told when they are asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from addin import glossary
from addin.core import catalogue, computed
from addin.core.findings import Finding
from addin.core.persons.reading import Reading
from addin.core.places import Place
from addin.core.records import dataclass
from addin.core.tables.row_years import STANDING, days_of, year_told
from addin.core.tables.rows.book import ROW_TYPES
from addin.errors import Misuse

_REVIEW_ENDS = 3
"""The month by which a year's reviews, ratings and their decisions are over."""


OF_A_SEAL = frozenset({computed.FROZEN_YEAR_EDITED.code, computed.SEAL_INCOMPLETE.code})
"""What is told whatever year is looked at: a seal that waits until its year is asked for protects nothing."""


@dataclass(frozen=True, slots=True)
class Focus:
    """`only` are codes or their beginnings; `year` that of the row. Nothing asked is everything of the year at work."""

    only: tuple[str, ...] = ()
    sheet: str = ""
    year: int | None = None

    def takes(self, found: Finding, year: int | None) -> bool:
        """Whether the finding is wanted at all."""
        return (
            (not self.only or found.rule.startswith(self.only))
            and (not self.sheet or glossary.fold(found.place.sheet) == glossary.fold(self.sheet))
            and (self.year in (None, year) or found.rule in OF_A_SEAL)
        )


def focus_of(reading: Reading, only: Iterable[str], sheet: str | None, year: int | None) -> Focus:
    """Misuse for a code or a sheet that is not there: a slip must not look like a workbook without faults."""
    codes = tuple(code.strip().upper() for code in only)
    known = [entry.code for entry in catalogue.ENTRIES]
    for code in codes:
        if not code or not any(one.startswith(code) for one in known):
            raise Misuse(f"Không có mã lỗi nào bắt đầu bằng “{code}”.", "Ví dụ: MEM, MEM204. Danh sách các mã: RULES.md.")
    sheets = sorted(reading.vocabulary.sheets)
    if sheet and glossary.fold(sheet) not in map(glossary.fold, sheets):
        raise Misuse(f"Sổ không có sheet “{sheet}”.", f"Các sheet: {', '.join(sheets)}.")
    return Focus(codes, sheet or "", year)


def first_year(on: date) -> int:
    """The year at work; until the end of March the year before too, whose reviews and ratings are being finished."""
    return on.year - 1 if on.month <= _REVIEW_ENDS else on.year


def year_of(reading: Reading, found: Finding) -> int | None:
    """The year a finding says it is of, else its row, else its sheet; None for what holds for every year."""
    years, place = reading.once(_years), found.place
    return found.year or years.get(Place(place.sheet, place.row)) or years.get(Place(place.sheet))


def _years(reading: Reading) -> Mapping[Place, int]:
    """By row, and for sheets of one year by sheet."""
    found: dict[Place, int] = {}
    for table in ROW_TYPES.keys() - STANDING:
        days = days_of(table)
        for row in reading.book.rows(table):
            year, place = year_told(row, days), Place(row.source.sheet, row.source.row)
            if year is not None:
                found[place] = max(year, found.get(place, year))
    for sheet in {layout.sheet for layout in reading.book.layout}:
        years = {layout.year for layout in reading.book.layout if layout.sheet == sheet}
        (year,) = years if len(years) == 1 else (None,)
        if year is not None:
            found[Place(sheet)] = year
    return found
