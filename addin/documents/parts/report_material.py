"""What the chapters of a report are written from: the book, the figures of a span of years, the gaps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from addin.core.numerals import padded
from addin.core.summaries.act_words import SUPERVISIONS
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.inspections import Inspection
from addin.documents.parts import prose
from addin.documents.parts.heading import Gaps
from addin.documents.parts.known_figures import KnownFigures
from addin.glossary.choices import InspectionKind


@dataclass(frozen=True, slots=True)
class Span:
    """The years a report speaks of, ends included."""

    first: int
    last: int

    @property
    def words(self) -> str:
        """`năm 2020`, `giai đoạn 2015-2020`."""
        return f"năm {self.first}" if self.first == self.last else f"giai đoạn {self.first}-{self.last}"

    @property
    def length(self) -> str:
        """`Trong năm 2020`, `Trong 06 năm (2015-2020)`: calendar years are counted, never guessed."""
        years = self.last - self.first + 1
        return f"Trong {self.words}" if years == 1 else f"Trong {padded(years)} năm ({self.first}-{self.last})"

    def holds(self, year: int | None) -> bool:
        """Whether a year lies in it."""
        return year is not None and self.first <= year <= self.last


@dataclass(frozen=True, slots=True)
class Material:
    """What every chapter is written from."""

    book: Book
    known: KnownFigures
    span: Span
    gaps: Gaps
    on: date

    @property
    def as_of(self) -> str:
        """`Đến ngày 31/12/2025`: the day the roll is counted."""
        return f"Đến {prose.day_words(min(date(self.span.last, 12, 31), self.on))}"

    def missing_years(self, identifier: str, told: str) -> str:
        """`told` with the years of a term that a figure by year says nothing of; empty where it speaks of all, or of none."""
        value = self.known.quiet(identifier)
        years = [str(year) for year in range(self.span.first, self.span.last + 1)]
        missing = [year for year in years if isinstance(value, Mapping) and year not in value]
        if not missing or len(years) == 1 or len(missing) == len(years):
            return ""
        return told.format(years=f"{'các năm' if len(missing) > 1 else 'năm'} {', '.join(missing)}")

    @property
    def turns(self) -> tuple[Inspection, ...]:
        """The turns of inspection of the span, for wording only."""
        return tuple(row for row in self._rows if row.kind not in SUPERVISIONS)

    @property
    def supervised(self) -> tuple[Inspection, ...]:
        """The turns of thematic supervision of the span, for wording only."""
        return tuple(row for row in self._rows if row.kind == InspectionKind.THEMATIC_SUPERVISION)

    @property
    def _rows(self) -> tuple[Inspection, ...]:
        return tuple(row for row in self.book.inspections if self.span.holds(row.year))
