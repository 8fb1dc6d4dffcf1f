"""`void`: a number of any kind that will not be used, or a paper withdrawn; it stays in Văn bản and in the register, void.

A number is looked for where the workbook and the register name it. Written without its kind, or used in several
terms, it may mean several papers: then nothing is guessed.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from addin.core.dates import PartialDate
from addin.core.persons.reading import Reading
from addin.core.places import Place
from addin.core.records import dataclass
from addin.core.tables.numbered import numbers_used
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.papers import Document
from addin.core.tables.series import (
    PaperNumber,
    Series,
    kind_name,
    own_number,
    paper_number,
    series_of,
    written,
)
from addin.errors import Misuse
from addin.hosts.claims import VOID, Standing
from addin.hosts.registers import register_of
from addin.jobs.numbers import kind_asked
from addin.jobs.opening import Opened
from addin.jobs.outcome import Effects, Outcome
from addin.jobs.paper import Voiding
from addin.jobs.void_reasons import Noting, note_beside, note_in_a_line

_OF_A_BROKEN_RUN = re.compile(r"[a-z_]*")


@dataclass(frozen=True, slots=True)
class VoidResult:
    """The number as written and why; `file` is the paper that must not be used any more, `naming` squares that still name it.

    Withdrawn before, it keeps its first reason. `sheet` is where the reason stands in the workbook, empty where no sheet
    takes it; `is_new_column`: made for it now; `is_noted_now`: by this run.
    """

    workbook: str
    number: str
    kind: str
    reason: str
    was_void: bool
    file: str | None
    naming: tuple[Place, ...]
    sheet: str = ""
    is_new_column: bool = False
    is_noted_now: bool = True


@dataclass(frozen=True, slots=True)
class VoidWish:
    """Which number: `kind` and `year` where the number alone may mean several."""

    number: str
    reason: str
    kind: str | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class _Found:
    """One paper that the number may mean: its line in Văn bản, its place in the register, the day it is of."""

    series: Series
    day: date
    row: Document | None = None
    standing: Standing | None = None


def void(opened: Opened, wish: VoidWish, on: date, home: Path) -> Outcome[VoidResult]:
    """Misuse where the number means nothing that was given, or several papers; nothing is changed here."""
    if not wish.reason.strip():
        raise Misuse("Chưa ghi lý do huỷ số.", "Ghi --reason, ví dụ --reason “ghi nhầm người ký”.")
    number = _asked(wish)
    book, held = opened.book, register_of(home, opened.book)
    one = _meant(book, tuple(held.standing()), number, wish, on)
    text = written(number.value, one.series.kind, book.settings.symbol)
    first = _first_reason(one)
    reason = first or wish.reason
    noting = _noting(opened.reading, one, text, reason)
    file = (one.row.file if one.row else None) or (one.standing.file if one.standing else None) or None
    where = (noting.sheet, noting.is_new_column, bool(noting.writes))
    result = VoidResult(opened.name, text, kind_name(one.series.kind), reason, bool(first), file, _naming(book, number, one), *where)
    voiding = Voiding(one.series, number.value, one.day, "void", reason, book)
    return Outcome(result, effects=Effects(noting.writes, voids=() if _is_settled(one, first) else (voiding,)))


def _asked(wish: VoidWish) -> PaperNumber:
    number = paper_number(wish.number)
    if number is None:
        raise Misuse(f"“{wish.number}” không phải số văn bản.", "Ghi như 07-BC/CB, hoặc 07 kèm --kind BC.")
    named = wish.kind or number.kind
    kind = kind_asked(named) if named else ""
    if number.kind and kind != number.kind:
        raise Misuse(f"Số {wish.number} không phải loại {kind}.", "Bỏ --kind, hoặc ghi số không kèm ký hiệu.")
    return PaperNumber(number.digits, kind, number.organisation)


def _meant(book: Book, standings: tuple[Standing, ...], number: PaperNumber, wish: VoidWish, on: date) -> _Found:
    """The one paper; a skipped number, or the next, whose kind is said is meant too though nothing names it."""
    found = [one for one in _candidates(book, standings, number) if wish.year in (None, one.day.year)]
    kinds = sorted({one.series.kind for one in found})
    if len(kinds) > 1:
        told = ", ".join(written(number.value, kind, book.settings.symbol) for kind in kinds)
        raise Misuse(f"Số {number.digits} có ở nhiều loại văn bản: {told}.", "Ghi cả ký hiệu, hoặc thêm --kind, ví dụ --kind QĐ.")
    if len(found) > 1:
        years = ", ".join(str(one.day.year) for one in found)
        raise Misuse(f"Số {wish.number} được dùng nhiều lần, các năm {years}.", "Thêm --year là năm của văn bản.")
    return found[0] if found else _unused(book, standings, number, wish, on)


def _candidates(book: Book, standings: tuple[Standing, ...], number: PaperNumber) -> list[_Found]:
    found: dict[Series, _Found] = {}
    for row in book.documents:
        own = own_number(row)
        if own and row.date and own.value == number.value and number.kind in ("", own.kind):
            series = series_of(own.kind, row.date.first, book.settings)
            found[series] = _Found(series, row.date.first, row)
    for turn in book.inspections:
        own, day = paper_number(turn.decision_no or ""), turn.decision_date
        if own and day and own.value == number.value and number.kind in ("", own.kind or "QĐ"):
            series = series_of(own.kind or "QĐ", day.first, book.settings)
            found.setdefault(series, _Found(series, day.first))
    for one in standings:
        series = one.claim.series
        if one.claim.number == number.value and number.kind in ("", series.kind):
            known = found.get(series)
            found[series] = _Found(series, known.day if known else _day_of(one), known.row if known else None, one)
    return list(found.values())


def _day_of(one: Standing) -> date:
    try:
        return date.fromisoformat(one.on)
    except ValueError:
        return date.fromtimestamp(one.claim.path.stat().st_mtime)  # noqa: DTZ012 - the day on the wall; a claim broken off has no other


def _unused(book: Book, standings: tuple[Standing, ...], number: PaperNumber, wish: VoidWish, on: date) -> _Found:
    """A number that nothing names may be withdrawn where it was skipped, or is the next."""
    if not number.kind:
        raise Misuse(f"Không thấy số {wish.number} trong sổ và trong sổ số.", "Ghi cả ký hiệu, ví dụ 07-BC/CB.")
    series = series_of(number.kind, on, book.settings)
    used = {*numbers_used(book, series), *(one.claim.number for one in standings if one.claim.series == series)}
    if number.value > max(used, default=0) + 1:
        text = written(number.value, number.kind, book.settings.symbol)
        raise Misuse(f"Số {text} chưa đến lượt cấp nên chưa có gì để huỷ.", f"Số lớn nhất đã dùng: {max(used, default=0)}.")
    return _Found(series, on)


def _first_reason(one: _Found) -> str:
    """Why it was withdrawn before, as a person said it; empty where it was not. What a broken run leaves behind is nobody's reason."""
    if one.row is not None and one.row.void_reason:
        return one.row.void_reason
    held = one.standing.reason if one.standing is not None and one.standing.state == VOID else ""
    return "" if _OF_A_BROKEN_RUN.fullmatch(held) else held


def _is_settled(one: _Found, first: str) -> bool:
    """Whether the register says what is said; a number it never knew, withdrawn by hand in Văn bản, need not be entered there."""
    return bool(first) and (one.standing is None or (one.standing.state == VOID and one.standing.reason == first))


def _noting(reading: Reading, one: _Found, text: str, reason: str) -> Noting:
    if one.row is not None:
        return note_beside(reading, one.row, reason)
    return note_in_a_line(reading, kind_name(one.series.kind), text, one.day, reason)


def _naming(book: Book, number: PaperNumber, one: _Found) -> tuple[Place, ...]:
    """Squares of Kiểm tra that still name the number: whose turns they are, people decide."""
    day = PartialDate.of(one.day)
    turns = ((row, "decision_no", row.decision_no, row.decision_date) for row in book.inspections)
    ends = ((row, "conclusion_no", row.conclusion_no, row.conclusion_date) for row in book.inspections)
    return tuple(
        row.place(key)
        for row, key, text, dated in (*turns, *ends)
        if (own := paper_number(text or "")) and own.value == number.value and (own.kind or "QĐ") == one.series.kind and dated == day
    )
