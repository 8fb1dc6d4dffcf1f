"""Báo cáo tổng kết công tác kiểm tra, giám sát năm (documents.md §5 no. 17)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from addin.core.tables.rows.book import Book
from addin.documents.parts.inspection_report import InspectionReport
from addin.documents.parts.report_building import report
from addin.documents.parts.report_material import Span

if TYPE_CHECKING:
    from addin.core.summaries.figures import Figures


@dataclass(frozen=True, slots=True, kw_only=True)
class YearEndReport(InspectionReport):
    """The report of one year."""


def context_of(
    book: Book, figures: Figures, year: int, on: date, *, number: int | None = None
) -> tuple[YearEndReport, tuple[str, ...]]:
    """The report dated `on` from the figures of that one year, and what it lacks."""
    return report(YearEndReport, book, figures, Span(year, year), on, number=number)
