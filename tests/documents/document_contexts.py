"""A context of each kind, complete, for tests of rendering and layout."""

from __future__ import annotations

from datetime import date

from document_books import book, seed_book

from addin.core.summaries.summary import summarise
from addin.documents import inspection_decision, term_report, year_end_report
from addin.documents.inspection_decision import InspectionDecision
from addin.documents.term_report import TermReport
from addin.documents.year_end_report import YearEndReport

ON = date(2026, 11, 23)


def decision() -> InspectionDecision:
    """Decision 23-QĐ/CB of 03/9/2019 on four members."""
    context, _ = inspection_decision.context_of(book(), "23", ON)
    return context


def year_report() -> YearEndReport:
    """The report of 2020."""
    seed = seed_book()
    context, _ = year_end_report.context_of(seed, summarise(seed, 2020, 2020, ON), 2020, date(2020, 12, 20), number=7)
    return context


def six_years_report() -> TermReport:
    """The report of 2015 to 2020."""
    seed = seed_book()
    context, _ = term_report.context_of(seed, summarise(seed, 2015, 2020, ON), 2015, 2020, date(2021, 1, 15))
    return context


COMPLETE = {
    "inspection-decision": decision,
    "year-end-report": year_report,
    "term-report": six_years_report,
}
