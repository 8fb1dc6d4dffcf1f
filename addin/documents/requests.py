"""From what a door asks (kind, year, name, number) to the context of that kind; Misuse says what is lacking."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from addin.core.summaries import summarise
from addin.core.tables.rows.book import Book
from addin.documents.kinds import (
    ballot,
    cell_rating_proposal,
    count_minutes,
    explanation,
    inspection_decision,
    not_rated_list,
    rating_list,
    rating_proposal,
    review_minutes,
    reward_proposal,
    term_report,
    year_end_report,
)
from addin.documents.parts.contexts import Context
from addin.errors import Misuse

Asked = tuple[Context, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Request:
    """`on` is today; `number` the claimed number; the others are asked for by some kinds only."""

    on: date
    year: int | None = None
    first: int | None = None
    last: int | None = None
    name: str | None = None
    decision: str | None = None
    number: int | None = None
    for_cell: bool = False

    @property
    def needed_year(self) -> int:
        """The year; Misuse where it was not given."""
        if self.year is None:
            raise Misuse("Chưa cho biết năm.", "Ghi thêm --year, ví dụ --year 2025.")
        return self.year


def ask_decision(book: Book, request: Request) -> Asked:
    """By the number of the decision."""
    if not request.decision:
        raise Misuse("Chưa cho biết số quyết định.", "Ghi thêm --decision, ví dụ --decision 23-QĐ/CB.")
    return inspection_decision.context_of(book, request.decision, request.on, request.year)


def ask_year_end_report(book: Book, request: Request) -> Asked:
    """Of one year."""
    year = request.needed_year
    figures = summarise(book, year, year, request.on)
    return year_end_report.context_of(book, figures, year, request.on, number=request.number)


def ask_term_report(book: Book, request: Request) -> Asked:
    """Of several years: the interval is asked for, never guessed."""
    first, last = request.first, request.last
    if first is None or last is None or first > last:
        raise Misuse("Chưa cho biết từ năm nào đến năm nào.", "Ghi thêm --from và --to, ví dụ --from 2015 --to 2020.")
    figures = summarise(book, first, last, request.on)
    return term_report.context_of(book, figures, first, last, request.on, number=request.number)


def ask_rating_list(book: Book, request: Request) -> Asked:
    """Of one year."""
    return rating_list.context_of(book, request.needed_year, request.on)


def ask_not_rated_list(book: Book, request: Request) -> Asked:
    """Of one year."""
    return not_rated_list.context_of(book, request.needed_year, request.on)


def ask_rating_proposal(book: Book, request: Request) -> Asked:
    """Of one year."""
    return rating_proposal.context_of(book, request.needed_year, request.on, number=request.number)


def ask_cell_rating_proposal(book: Book, request: Request) -> Asked:
    """Of one year."""
    return cell_rating_proposal.context_of(book, request.needed_year, request.on, number=request.number)


def ask_reward_proposal(book: Book, request: Request) -> Asked:
    """Of one year."""
    return reward_proposal.context_of(book, request.needed_year, request.on, number=request.number)


def ask_explanation(book: Book, request: Request) -> Asked:
    """Of one member in one year."""
    if not request.name:
        raise Misuse("Chưa cho biết đảng viên nào.", "Ghi thêm --for và họ tên đảng viên.")
    return explanation.context_of(book, request.name, request.needed_year, request.on)


def ask_ballot(book: Book, request: Request) -> Asked:
    """Of one year; of the members, or of the cell alone."""
    return ballot.context_of(book, request.needed_year, request.on, for_cell=request.for_cell)


def ask_count_minutes(book: Book, request: Request) -> Asked:
    """Of one year."""
    return count_minutes.context_of(book, request.needed_year, request.on, number=request.number)


def ask_review_minutes(book: Book, request: Request) -> Asked:
    """Of one year."""
    return review_minutes.context_of(book, request.needed_year, request.on, number=request.number)
