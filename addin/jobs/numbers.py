"""`numbers`: the cell's register of numbers, series by series: what each number is, which are void, missing or there twice, and the next (F40).

The workbook says what was written, by the program or by hand; the register beside it says what was claimed, issued, voided.
Nothing is changed here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from itertools import pairwise
from pathlib import Path

from addin.core import regulations
from addin.core.dates import PartialDate
from addin.core.places import Place
from addin.core.records import dataclass
from addin.core.references import Reference
from addin.core.tables.numbered import NumberedSquare, numbered_squares, unread_number
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.papers import Document
from addin.core.tables.series import (
    KIND_CODES,
    Series,
    kind_code,
    series_of,
    written,
)
from addin.errors import Misuse
from addin.hosts.claims import ISSUED, VOID, Standing
from addin.hosts.numbers import NumberRegister
from addin.hosts.registers import register_of
from addin.jobs.opening import Opened
from addin.jobs.outcome import Outcome

_SPAN = "documents.numbering_span"


class NumberState(StrEnum):
    """What a number is."""

    ISSUED = "issued"
    BY_HAND = "by_hand"
    HELD = "held"
    VOID = "void"


@dataclass(frozen=True, slots=True)
class NumberLine:
    """One number of a series; `places` name it in the workbook. `is_double`: two papers bear it."""

    value: int
    text: str
    state: NumberState
    day: PartialDate | None = None
    title: str | None = None
    file: str | None = None
    reason: str | None = None
    places: tuple[Place, ...] = ()
    is_double: bool = False


@dataclass(frozen=True, slots=True)
class SeriesLines:
    """One kind of paper in one term, year, or for good; `is_current`: the next paper of the kind takes its number here.

    `missing` are numbers between others that nothing names, first and last of each gap: a mistyped one may open a gap of millions.
    """

    kind: str
    period: str
    lines: tuple[NumberLine, ...]
    missing: tuple[tuple[int, int], ...]
    next_value: int
    is_current: bool

    @property
    def doubles(self) -> tuple[str, ...]:
        """Numbers that two papers bear."""
        return tuple(line.text for line in self.lines if line.is_double)


@dataclass(frozen=True, slots=True)
class Unread:
    """What stands where a number should, and is none."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class NumbersResult:
    """`numbering` is how numbers run, `is_entered` whether Thiết lập says so; `reference` what the default rests on.

    `lacks_term`: numbers go by term and none that is entered holds the day, so no new one is given out.
    """

    workbook: str
    on: date
    symbol: str
    numbering: str
    is_entered: bool
    reference: Reference | None
    series: tuple[SeriesLines, ...]
    unread: tuple[Unread, ...]
    lacks_term: bool


def numbers(opened: Opened, on: date, home: Path, kind: str | None = None, year: int | None = None) -> Outcome[NumbersResult]:
    """Every series the workbook and the register know, and of every kind the one a paper of today counts in; or those of one kind, one year."""
    book, settings = opened.book, opened.book.settings
    wanted = kind_asked(kind) if kind is not None else None
    register = register_of(home, book)
    squares, standings = _by_series(book, on), _standings(register)
    today = {series_of(code, on, settings) for code in KIND_CODES.values()}
    shown = [
        _lines(series, squares[series], standings[series], register, settings.symbol, is_current=series in today)
        for series in sorted({*squares, *standings, *today}, key=_order)
    ]
    span = regulations.in_force(on).find(_SPAN)
    result = NumbersResult(
        opened.name,
        on,
        settings.symbol,
        settings.numbering,
        "numbering" in settings.places,
        span.reference if span else None,
        tuple(one for one in shown if wanted in (None, one.kind) and _is_of_year(one, year)),
        tuple(_unread(book)) if wanted is None else (),
        settings.numbering == "term" and settings.term_of(on) is None,
    )
    return Outcome(result)


def kind_asked(kind: str) -> str:
    """The abbreviation of a kind a person names, in words or by it; Misuse where there is none."""
    code = kind_code(kind)
    if code not in KIND_CODES.values():
        raise Misuse(f"Không có loại văn bản “{kind}”.", f"Các loại: {', '.join(KIND_CODES.values())}.")
    return code


def _order(series: Series) -> tuple[int, str, str]:
    codes = list(KIND_CODES.values())
    return (codes.index(series.kind) if series.kind in codes else len(codes), series.kind, series.period)


def _is_of_year(one: SeriesLines, year: int | None) -> bool:
    """With any line of the year; a series without lines only where no year is asked for."""
    return year is None or any(line.day is not None and line.day.year == year for line in one.lines)


def _by_series(book: Book, on: date) -> dict[Series, list[NumberedSquare]]:
    """A line without a day is told with the papers of today."""
    found: dict[Series, list[NumberedSquare]] = defaultdict(list)
    for square in numbered_squares(book):
        found[series_of(square.number.kind, square.day.first if square.day else on, book.settings)].append(square)
    return found


def _standings(register: NumberRegister) -> dict[Series, list[Standing]]:
    found: dict[Series, list[Standing]] = defaultdict(list)
    for one in register.standing():
        found[one.claim.series].append(one)
    return found


def _lines(
    series: Series, squares: list[NumberedSquare], standings: list[Standing], register: NumberRegister, symbol: str, *, is_current: bool
) -> SeriesLines:
    by_value: dict[int, list[NumberedSquare]] = defaultdict(list)
    held = {one.claim.number: one for one in standings}
    for square in squares:
        by_value[square.number.value].append(square)
    values = sorted({*by_value, *held})
    lines = [line for value in values for line in _of_number(value, by_value[value], held.get(value), written(value, series.kind, symbol))]
    gaps = tuple((before + 1, after - 1) for before, after in pairwise(values) if after - before > 1)
    return SeriesLines(series.kind, series.period, tuple(lines), gaps, register.next_number(series, max(by_value, default=0)), is_current)


def _of_number(value: int, squares: list[NumberedSquare], held: Standing | None, text: str) -> Iterator[NumberLine]:
    """One line, and one more for each number with a letter behind it."""
    named = [one for one in squares if not one.has_letter]
    if named or held:
        yield _line(value, named, held, text)
    yield from (_line(value, [one], None, one.text) for one in squares if one.has_letter)


def _line(value: int, squares: list[NumberedSquare], held: Standing | None, text: str) -> NumberLine:
    documents = [one.row for one in squares if isinstance(one.row, Document)]
    row = documents[0] if documents else None
    reason = next((one.void_reason for one in documents if one.void_reason), None) or (held.reason if held and held.state == VOID else None)
    return NumberLine(
        value,
        text,
        _state(documents, held),
        next((one.day for one in squares if one.day), None) or _day_held(held),
        row.title if row else None,
        (row.file if row else None) or (held.file if held else None) or None,
        reason or None,
        tuple(one.row.place(one.key) for one in squares),
        _is_double(squares, documents, held),
    )


def _state(documents: list[Document], held: Standing | None) -> NumberState:
    if (held is not None and held.state == VOID) or (documents and all(one.void_reason for one in documents)):
        return NumberState.VOID
    if held is None:
        return NumberState.BY_HAND
    return NumberState.ISSUED if held.state == ISSUED else NumberState.HELD


def _is_double(squares: list[NumberedSquare], documents: list[Document], held: Standing | None) -> bool:
    """Two lines of Văn bản, two days, or another paper than the one the register issued."""
    days = {one.day.exact for one in squares if one.day and one.day.exact}
    prints = {one.fingerprint for one in documents if one.fingerprint}
    is_other = held is not None and held.state == ISSUED and bool(held.sha256) and bool(prints) and held.sha256 not in prints
    return len(documents) > 1 or len(days) > 1 or is_other


def _day_held(held: Standing | None) -> PartialDate | None:
    try:
        return PartialDate.of(date.fromisoformat(held.on)) if held else None
    except ValueError:
        return None


def _unread(book: Book) -> Iterator[Unread]:
    """Lines of Văn bản whose number cannot be read, so that nothing counts it."""
    for row in book.documents:
        text = unread_number(row, book.settings.symbol)
        if text:
            yield Unread(text, row.place("number"))
