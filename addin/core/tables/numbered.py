"""Which numbers of the cell's papers stand in a workbook, wherever a sheet names them: taken as they are, however they came there.

A number written by hand, given to an earlier day or with a letter behind it ("12a") is used all the same, so the next one
goes on above it. Papers of others (a superior's, the congress's own series) are not the cell's numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from addin.core.dates import PartialDate
from addin.core.records import dataclass
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.columns import Row
from addin.core.tables.rows.papers import Document
from addin.core.tables.series import PaperNumber, Series, may_count, own_number, paper_number, read_number
from addin.patterns import pattern

_WITH_LETTER = pattern(r"(?:số\s*:?\s*)?(\d{1,6})\s?(?:[a-zđ]|bis)\s*([-–/].+)", re.IGNORECASE)
_OTHERS = frozenset({"đu", "đuk", "đh", "tw", "tu", "hu", "qu", "thu", "ubkt", "ubkttw", "btctw", "vptw"})
"""Organisations that are not a cell: its superiors', and the congress, which has a series of its own (documents.md §3)."""


@dataclass(frozen=True, slots=True)
class NumberedSquare:
    """One square that names one of the cell's own numbers; `has_letter`: written like "12a", beside another 12 or for it."""

    number: PaperNumber
    day: PartialDate | None
    text: str
    row: Row
    key: str
    has_letter: bool = False


def numbered_squares(book: Book) -> Iterator[NumberedSquare]:
    """The lines of Văn bản first, then what Kiểm tra and Kỷ luật name."""
    symbol = book.settings.symbol
    return (square for square in _squares(book) if is_own(square.number, symbol))


def is_own(number: PaperNumber, symbol: str) -> bool:
    """Whether the number can be the cell's: not where it names a superior or the congress."""
    organisation = number.organisation.casefold()
    return organisation == symbol.casefold() or organisation not in _OTHERS


def unread_number(row: Document, symbol: str) -> str | None:
    """What stands where one of the cell's numbers should and cannot be read ("05QĐ/CB"), so that it is not counted."""
    text = (row.number or "").strip()
    is_own_writing = any(sign.isdigit() for sign in text) and text.casefold().endswith((f"/{symbol}".casefold(), f"-{symbol}".casefold()))
    return text if is_own_writing and not any(_of_document(row)) else None


def numbers_used(book: Book, series: Series) -> dict[int, str]:
    """Every number of the series that stands in the workbook, as it is written there; one without a day counts too."""
    found: dict[int, str] = {}
    for square in numbered_squares(book):
        if square.number.kind == series.kind and may_count(square.day, series):
            found.setdefault(square.number.value, square.text)
    return found


def voided(book: Book, series: Series) -> frozenset[int]:
    """The numbers of the series that Văn bản says are void."""
    rows = ((own_number(row), row.date) for row in book.documents if row.void_reason)
    own = ((number, day) for number, day in rows if number and is_own(number, book.settings.symbol))
    return frozenset(number.value for number, day in own if number.kind == series.kind and may_count(day, series))


def _squares(book: Book) -> Iterator[NumberedSquare]:
    for row in book.documents:
        yield from _of_document(row)
    for turn in book.inspections:
        decision = paper_number(turn.decision_no or "")
        if decision is not None:
            known = PaperNumber(decision.digits, decision.kind or "QĐ", decision.organisation)
            yield NumberedSquare(known, turn.decision_date, turn.decision_no or "", turn, "decision_no")
        conclusion = read_number(turn.conclusion_no)
        if conclusion is not None:
            yield NumberedSquare(conclusion, turn.conclusion_date, turn.conclusion_no or "", turn, "conclusion_no")
    for case in book.disciplines:
        number = read_number(case.decision_no)
        if number is not None and number.organisation.casefold() == book.settings.symbol.casefold():
            yield NumberedSquare(number, case.decision_date, case.decision_no or "", case, "decision_no")


def _of_document(row: Document) -> Iterator[NumberedSquare]:
    number = own_number(row)
    if number is not None:
        yield NumberedSquare(number, row.date, row.number or "", row, "number")
        return
    match = _WITH_LETTER.fullmatch((row.number or "").strip())
    plain = read_number(match[1] + match[2]) if match else None
    if plain is not None:
        yield NumberedSquare(plain, row.date, row.number or "", row, "number", has_letter=True)
