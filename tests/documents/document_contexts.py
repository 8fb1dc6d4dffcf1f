"""A context of each kind, complete, for tests of rendering and layout."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from document_books import SUBJECTS, book, rating_book, seed_book

from addin.core.summaries.summary import summarise
from addin.documents.catalogue import KINDS
from addin.documents.kinds import inspection_decision, term_report, year_end_report
from addin.documents.kinds.inspection_decision import InspectionDecision
from addin.documents.kinds.term_report import TermReport
from addin.documents.kinds.year_end_report import YearEndReport
from addin.documents.parts.contexts import Context
from addin.documents.requests import Request

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


def of_ratings(kind: str) -> Callable[[], Context]:
    """A rating paper of 2020, dated 15/12/2020."""

    def made() -> Context:
        request = Request(date(2020, 12, 15), year=2020, name=SUBJECTS[0])
        context, _ = KINDS[kind].build(rating_book(), request)
        return context

    return made


COMPLETE = {
    "inspection-decision": decision,
    "year-end-report": year_report,
    "term-report": six_years_report,
    **{
        kind: of_ratings(kind)
        for kind in (
            "rating-list",
            "not-rated-list",
            "rating-proposal",
            "cell-rating-proposal",
            "reward-proposal",
            "explanation",
            "ballot",
            "count-minutes",
            "review-minutes",
        )
    },
}
