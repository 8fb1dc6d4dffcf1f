"""Báo cáo kết quả kiểm tra, giám sát nhiều năm: 2015-2020 is six calendar years and is said to be six."""

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
class TermReport(InspectionReport):
    """The report of several years."""


def context_of(
    book: Book, figures: Figures, first: int, last: int, on: date, *, number: int | None = None
) -> tuple[TermReport, tuple[str, ...]]:
    """The report dated `on` from the figures of those years, ends included, and what it lacks."""
    return report(TermReport, book, figures, Span(first, last), on, number=number)
