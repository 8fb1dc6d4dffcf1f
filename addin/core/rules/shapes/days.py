"""Dates of a row against each other, against today and against the row's year."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import repeat
from operator import gt, sub
from typing import TYPE_CHECKING

from addin.core.dates import vn_date
from addin.core.findings import Severity
from addin.core.records import dataclass
from addin.core.rules.context import Context
from addin.core.rules.rule import Flag, Rule, flag, table_of
from addin.core.rules.shapes.making import SomeRow, asked, attribute, made, picked, rows_of
from addin.core.tables.rows.columns import Row

if TYPE_CHECKING:
    from typing import Unpack

    from addin.core.rules.shapes.making import When, Words


@dataclass(frozen=True, slots=True)
class Limit:
    """So many days at most: `days` of what began on a day, None where nothing limits; `is_fixed` where that is every day's."""

    days: Callable[[Context, date], int | None]
    is_fixed: bool = False

    def least(self, context: Context) -> timedelta:
        """Nothing as short or shorter is beyond it on any day."""
        return timedelta(days=self.days(context, context.on) or 0) if self.is_fixed else timedelta()


def date_order(
    code: str,
    row_type: type[SomeRow],
    first: str,
    last: str,
    message: str,
    *,
    at: str = "",
    until: str = "",
    **words: Unpack[Words],
) -> Rule:
    """Two dates of a row, the first certainly after the second; flagged at the second where `at` names no square.

    Of a period in words ("Tháng 4/2024"), which ends at `until`, the second is any day.
    """
    rows, table, one, two = rows_of(row_type), table_of(row_type), attribute(first), attribute(last)
    square = at or last
    other = first if square == last else last

    def flags(context: Context) -> Iterator[Flag]:
        is_late = map(gt, context.earliest(table, one), context.latest(table, two))
        for row in picked(rows(context), is_late):
            earlier, later = getattr(row, one), getattr(row, two)
            if until and is_in_words(row, last, until):
                later = getattr(row, attribute(until))
            if earlier > later:
                yield flag(row, square, message.format_map({first: earlier, last: later}), related=(other,))

    return made(code, Severity.ERROR, flags, words)


def in_the_future(
    code: str,
    row_type: type[SomeRow],
    *keys: str,
    when: When[SomeRow] | None = None,
    related: tuple[str, ...] = (),
    called: str = "Ngày",
    **words: Unpack[Words],
) -> Rule:
    """Dates that are entered once they have happened."""
    rows, table, is_asked = rows_of(row_type), table_of(row_type), asked(when)
    squares = [(key, attribute(key)) for key in keys]

    def flags(context: Context) -> Iterator[Flag]:
        on = context.on
        for row in picked(rows(context), *(map(on.__lt__, context.earliest(table, name)) for _, name in squares)):
            for key, name in squares:
                day = getattr(row, name)
                if day is not None and day > on and is_asked(row, context):
                    yield flag(row, key, f"{called} {day} sau hôm nay ({vn_date(on)}).", related=related)

    return made(code, Severity.WARNING, flags, words)


def year_in_the_future(code: str, row_type: type[SomeRow], **words: Unpack[Words]) -> Rule:
    """A row of a year that has not begun."""
    rows = rows_of(row_type)

    def flags(context: Context) -> Iterator[Flag]:
        for row in rows(context):
            year = getattr(row, "year")  # noqa: B009 - which tables have one their row types say
            if year is not None and year > context.on.year:
                yield flag(row, "year", f"Năm {year}, hôm nay {vn_date(context.on)}.")

    return made(code, Severity.WARNING, flags, words)


def outside_the_year(
    code: str,
    row_type: type[SomeRow],
    *keys: str,
    message: str,
    late: int | None = 0,
    **words: Unpack[Words],
) -> Rule:
    """Dates that lie neither in the row's year nor so many years `late`; late by any number where None."""
    rows = rows_of(row_type)

    def flags(context: Context) -> Iterator[Flag]:
        for row in rows(context):
            year = getattr(row, "year")  # noqa: B009 - which tables have one their row types say
            for key in keys if year is not None else ():
                day = getattr(row, key)
                if day is None or day.year == year:
                    continue
                if day.year < year or (late is not None and day.year > year + late):
                    yield flag(row, key, message.format(year=year, day=day), related=("year",))

    return made(code, Severity.WARNING, flags, words)


def too_many_days(
    code: str,
    row_type: type[SomeRow],
    first: str,
    last: str,
    message: str,
    *,
    limit: Limit,
    when: When[SomeRow] | None = None,
    as_of: str = "",
    **words: Unpack[Words],
) -> Rule:
    """From one day to another longer than allowed; cited is the law of the first, or of the day `as_of` names."""
    rows, table, is_asked = rows_of(row_type), table_of(row_type), asked(when)

    def flags(context: Context) -> Iterator[Flag]:
        spans = map(sub, context.earliest(table, last), context.latest(table, first))
        for row in picked(rows(context), map(gt, spans, repeat(limit.least(context)))):
            one, two = getattr(row, first), getattr(row, last)
            start, end = one.exact, two.exact
            if not start or not end or is_in_words(row, first, last) or not is_asked(row, context):
                continue
            days, most = (end - start).days, limit.days(context, start)
            if most is not None and days > most:
                shown = message.format_map({first: one, last: two, "days": days, "limit": most})
                yield flag(row, last, shown, related=(first,), as_of=end if as_of == last else start)

    return made(code, Severity.WARNING, flags, words)


def is_in_words(row: Row, first: str, last: str) -> bool:
    """Whether two dates stand in one square as whole months: a quarter says when, not from which day to which."""
    start, end = getattr(row, attribute(first)), getattr(row, attribute(last))
    if start is None or end is None or row.place(first) != row.place(last):
        return False
    one, two = start.exact, end.exact
    return one is not None and two is not None and one.day == 1 and (two + timedelta(days=1)).day == 1


def days_of_setting(key: str) -> Limit:
    """The limit a setting gives, whichever the day."""
    return Limit(lambda context, _: int(getattr(context.book.settings, key)), is_fixed=True)


def days_of_law(path: str) -> Limit:
    """The limit a regulation sets on the first day; none where it was not in force."""

    def days(context: Context, day: date) -> int | None:
        found = context.dated(path, day)
        return found.number if found else None

    return Limit(days)
