"""A context of each kind, complete, for tests of rendering and layout."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from types import ModuleType
from typing import Any

from cycle_books import FIRST, FOURTH, SECOND, THIRD, YEAR, cycle_reading
from document_books import SUBJECTS, book, rating_book, seed_book, settled_book

from addin.core.persons.reading import Reading
from addin.core.tables.rows.book import Book
from addin.documents.catalogue import KINDS
from addin.documents.kinds import inspection_decision, term_report, year_end_report
from addin.documents.kinds.term_report import TermReport
from addin.documents.kinds.year_end_report import YearEndReport
from addin.documents.parts.contexts import Context
from addin.documents.parts.decision import InspectionDecision
from addin.documents.parts.kind import numbered
from addin.documents.parts.request import Request

ON = date(2026, 11, 23)


def drafted(kind: ModuleType, source: Book, on: date, year: int | None = None, **asked: Any) -> tuple[Any, tuple[str, ...]]:
    """The draft of a kind from a book, and what it lacks."""
    return kind.build(Reading(source), Request(on, year=year, **asked))


def decision() -> InspectionDecision:
    """Decision 23-QĐ/CB of 03/9/2019 on four members."""
    context, _ = drafted(inspection_decision, book(), ON, decision="23")
    return context


def year_report() -> YearEndReport:
    """The report of 2020, number 07."""
    seed = seed_book()
    context, _ = drafted(year_end_report, seed, date(2020, 12, 20), 2020)
    return numbered(context, year_end_report.KIND, 7, seed.settings)


def six_years_report() -> TermReport:
    """The report of 2015 to 2020."""
    context, _ = drafted(term_report, seed_book(), date(2021, 1, 15), first=2015, last=2020)
    return context


def of_ratings(kind: str) -> Callable[[], Context]:
    """A rating paper of 2020, dated 15/12/2020; those that carry levels to others once everybody has one."""
    source = settled_book if kind in _SETTLED else rating_book

    def made() -> Context:
        context, _ = KINDS[kind].build(Reading(source()), Request(date(2020, 12, 15), year=2020, name=SUBJECTS[0]))
        return context

    return made


_DECISION = {
    "inspection-plan": ("35-QĐ/CB", FIRST),
    "team-schedule": ("35-QĐ/CB", FIRST),
    "self-report-outline": ("35-QĐ/CB", FIRST),
    "self-report": ("35-QĐ/CB", FIRST),
    "working-minutes": ("35-QĐ/CB", FIRST),
    "inspection-report": ("35-QĐ/CB", FIRST),
    "conference-minutes": ("35-QĐ/CB", FIRST),
    "conclusion-notice": ("35-QĐ/CB", FIRST),
    "notice-minutes": ("35-QĐ/CB", FIRST),
    "dossier-contents": ("35-QĐ/CB", FIRST),
    "supervision-decision": ("36-QĐ/CB", THIRD),
    "thematic-supervision-plan": ("36-QĐ/CB", THIRD),
    "thematic-supervision-outline": ("36-QĐ/CB", THIRD),
    "thematic-supervision-minutes": ("36-QĐ/CB", THIRD),
    "thematic-supervision-report": ("36-QĐ/CB", THIRD),
    "thematic-supervision-notice": ("36-QĐ/CB", THIRD),
    "thematic-supervision-contents": ("36-QĐ/CB", THIRD),
    "signs-inspection-plan": ("37-QĐ/CB", FOURTH),
    "signs-inspection-report": ("37-QĐ/CB", FOURTH),
}
_NAME = {
    "group-leader-report": "Tổ đảng 1",
    "self-review": FIRST,
    "period-self-rating": FIRST,
    "member-record": SECOND,
    **{kind: FOURTH for kind in KINDS if kind.startswith(("discipline-", "denunciation-"))},
}
_YEAR = ("annual-plan", "supervision-assignment", "collective-review", "review-file-list", "residence-request", "positive-factors")
ASKED: dict[str, dict[str, Any]] = {
    **{kind: {"decision": decision, "name": name} for kind, (decision, name) in _DECISION.items()},
    **{kind: {"year": YEAR, "name": name} for kind, name in _NAME.items()},
    **{kind: {"year": YEAR} for kind in _YEAR},
    "inspection-programme": {"first": 2019, "last": 2022},
    "invitation": {},
}
"""What each kind of the year's cycle is asked for with, in the book of `cycle_books`; else the year."""


def of_the_cycle(kind: str) -> Callable[[], Context]:
    """A paper of the year's cycle of 2020, dated 15/12/2020."""

    def made() -> Context:
        context, _ = KINDS[kind].build(cycle_reading(), Request(date(2020, 12, 15), **ASKED[kind]))
        return context

    return made


_SETTLED = frozenset({"rating-proposal", "reward-proposal"})
_SPECIAL = {
    "inspection-decision": decision,
    "year-end-report": year_report,
    "term-report": six_years_report,
}
_OF_THE_CYCLE = {kind: of_the_cycle(kind) for kind in ASKED}
COMPLETE = {kind: _SPECIAL.get(kind) or _OF_THE_CYCLE.get(kind) or of_ratings(kind) for kind in KINDS}
