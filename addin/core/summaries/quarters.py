"""Quarterly self-ratings in the checklist: the quarter that ends, and those over without a result."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from addin.core.dates import vn_date
from addin.core.persons.quarters import Quarter, is_rated_by_quarter, quarters_of
from addin.core.persons.rated import rating_rows, standings
from addin.core.persons.reading import Reading
from addin.core.places import Place
from addin.core.summaries.fill_in import free_square, to_fill
from addin.core.summaries.to_do import Command, Item, State, state_of
from addin.core.tables.rows.members import Member


def quarter_items(reading: Reading, on: date) -> Iterator[Item]:
    """The quarters of the running year, for leaders unless the setting says otherwise."""
    quarters = quarters_of(on.year)
    people = _people(reading, on) if quarters else ()
    for quarter in quarters if people else ():
        state = state_of(quarter.last, on)
        if state is State.DUE:
            yield _coming(reading, quarter, people)
        elif state is State.LATE:
            yield from _missing(reading, quarter, people)


def _people(reading: Reading, on: date) -> tuple[Member, ...]:
    settings = reading.book.settings
    rated = (one.member for one in standings(reading, on.year) if one.why_not is None)
    return tuple(member for member in rated if is_rated_by_quarter(member, settings))


def _coming(reading: Reading, quarter: Quarter, people: tuple[Member, ...]) -> Item:
    text = f"{quarter.words}: {_names(people)} tự đánh giá, chi bộ nhận xét trước ngày {vn_date(quarter.last)}, theo lịch của cấp trên."
    return _item(reading, quarter, State.DUE, text, people)


def _missing(reading: Reading, quarter: Quarter, people: tuple[Member, ...]) -> Iterator[Item]:
    """Those whose row has fewer results than quarters are over."""
    rows = rating_rows(reading, quarter.year)
    over = sum(1 for one in quarters_of(quarter.year) if one.number <= quarter.number)
    waiting = [member for member in people if not rows.of(member) or len(rows.of(member)[0].quarters) < over]
    if waiting:
        text = f"Nhập kết quả xếp loại {quarter.words} của {_names(waiting)}."
        yield _item(reading, quarter, State.MISSING, text, waiting)


def _squares(reading: Reading, year: int, people: tuple[Member, ...] | list[Member]) -> tuple[Place, ...]:
    """The square of the quarters in each one's row; for who has no row yet the first free one, and the name."""
    rows = rating_rows(reading, year)
    others = tuple(one.place("full_name") for one in people if not rows.of(one))
    return (*_in_rows(reading, year, people), *(free_square(reading, "ratings", "quarters", year) if others else ()), *others)


def _in_rows(reading: Reading, year: int, people: tuple[Member, ...] | list[Member]) -> tuple[Place, ...]:
    rows = rating_rows(reading, year)
    return tuple(rows.of(one)[0].place("quarters") for one in people if rows.of(one))


def _item(reading: Reading, quarter: Quarter, state: State, text: str, people: tuple[Member, ...] | list[Member]) -> Item:
    """An empty square of the quarters in somebody's row is to be filled; without one the rating helps, which makes the rows."""
    square = to_fill(reading, _in_rows(reading, quarter.year, people))
    command = None if square else Command("rate", ("--year", str(quarter.year)))
    return Item("ratings.quarter", state, text, quarter.last, command, _squares(reading, quarter.year, people), square)


def _names(people: tuple[Member, ...] | list[Member]) -> str:
    return ", ".join(member.full_name or "" for member in people)
