"""Values between Excel and us: what `Range.Value` delivers, and what it must be handed so that it stays what it is.

Traps: an error arrives as the whole number of its COM code while every number arrives as float, so a whole
number there is an error, also one xlwings does not know (`#SPILL!`). Text handed to `Range.Value` is read as if
it were typed: "0123" becomes 123, "03/9/2019" a date, "=x" a formula. An apostrophe in front keeps it text.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from addin.core.grids import Raw, SquareError
from addin.core.writes import Value

_FIRST_ERROR = -2146826288
_ERRORS = {
    0: "#NULL!",
    7: "#DIV/0!",
    15: "#VALUE!",
    23: "#REF!",
    29: "#NAME?",
    36: "#NUM!",
    42: "#N/A",
    43: "#GETTING_DATA",
    45: "#SPILL!",
    46: "#CONNECT!",
    47: "#BLOCKED!",
    48: "#UNKNOWN!",
    49: "#FIELD!",
    50: "#CALC!",
}
_LAST_ERROR = _FIRST_ERROR + 100
_UNKNOWN_ERROR = "#ERROR!"
_DAY_ZERO = date(1899, 12, 30)
_PLAIN_TEXT = re.compile(r"[^\W\d_][^\d]*", re.DOTALL)
_WORDS_OF_EXCEL = frozenset({"TRUE", "FALSE"})
DATE_FORMAT = "dd/mm/yyyy"
TEXT_FORMAT = "@"
_DATE_LETTERS = re.compile(r"\[[^\]]*\]|\"[^\"]*\"|\\.")


def raw_of(value: object) -> Raw:
    """One value of a block read, as a grid holds it."""
    if value is None or value == "":
        return None
    if isinstance(value, (str, float, bool)):  # a union takes thrice as long, for every square
        return value
    if isinstance(value, int):
        is_error = _FIRST_ERROR <= value <= _LAST_ERROR
        return SquareError(_ERRORS.get(value - _FIRST_ERROR, _UNKNOWN_ERROR)) if is_error else value
    if isinstance(value, datetime):
        return _moment(value)
    return float(value) if isinstance(value, Decimal) else str(value)


def _moment(value: datetime) -> Raw:
    """A day where there is no time of day, a time of day where there is no day; rounded as Excel shows it."""
    moment = datetime(value.year, value.month, value.day, value.hour, value.minute, value.second)  # noqa: DTZ001 - Excel knows no zones
    moment += timedelta(milliseconds=round(value.microsecond / 1000))
    if moment.date() == _DAY_ZERO:
        return moment.time()
    return moment if moment.time() != datetime.min.time() else moment.date()


def sent(value: Value, number_format: str = "General") -> Value:
    """A value as it must be handed over for a square of this format to hold exactly it."""
    if not isinstance(value, str) or value == "" or number_format == TEXT_FORMAT:
        return value
    is_plain = _PLAIN_TEXT.fullmatch(value) and value.upper() not in _WORDS_OF_EXCEL
    return value if is_plain else f"'{value}"


def handed(value: Value) -> Value:
    """A value in the form COM takes: a day with a zone, blank as an empty text. xlwings does the same, at a dozen calls."""
    if isinstance(value, datetime):
        return value.replace(tzinfo=UTC)
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day, tzinfo=UTC)
    return "" if value is None else value


def is_date_format(number_format: str) -> bool:
    """Whether a number format of Excel shows a day."""
    letters = _DATE_LETTERS.sub("", number_format).casefold()
    return "y" in letters or "d" in letters


def same(held: Raw, meant: Value | Raw) -> bool:
    """Whether a square holds a value: blank and empty text are one, whole and broken numbers compare as numbers."""
    held, meant = (None if item == "" else item for item in (held, meant))
    if isinstance(meant, datetime):
        meant = _moment(meant)
    if isinstance(held, bool) or isinstance(meant, bool):
        return held is meant
    if isinstance(held, str) and isinstance(meant, str):
        return held.replace("\r\n", "\n") == meant.replace("\r\n", "\n")
    return held == meant


def key_of(held: Raw | Value) -> tuple[bool, Raw | Value]:
    """One key for values that are the same in the sense of `same`."""
    if held == "":
        held = None
    if isinstance(held, datetime):
        held = _moment(held)
    return isinstance(held, bool), held.replace("\r\n", "\n") if isinstance(held, str) else held
