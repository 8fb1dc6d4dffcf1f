"""How a value reads in a line: a square, a level, a paper that was made."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from addin.core.dates import PartialDate, vn_date
from addin.core.levels import Level
from addin.core.masks import is_number_alone, masked, without_numbers
from addin.core.numerals import number_text
from addin.core.writes import Value, Write
from addin.glossary import level_words

if TYPE_CHECKING:
    from addin.jobs.made import Made

_HIDDEN = "(không hiển thị)"
_LONGEST_SUM = 10**9
"""More digits than any sum of money a party cell writes down."""


def shown(value: Value | PartialDate) -> str:
    """A value as a preview shows it."""
    if value is None or value == "":
        return "(trống)"
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, float):
        return number_text(Decimal(repr(value)))
    return vn_date(value) if isinstance(value, date) else str(value)


def before_and_after(write: Write) -> tuple[Value, Value]:
    """Before and after of a square as they may be told: what names a person masked, what is restricted not at all."""
    if write.is_restricted:
        return _HIDDEN, _HIDDEN
    return value_told(write.before, names_person=write.names_person), value_told(write.value, names_person=write.names_person)


def value_told(value: Value, *, names_person: bool | None) -> Value:
    """A number that names a person by its end alone; None where the column is not known, so that its signs decide."""
    if isinstance(value, bool | date) or value is None:
        return value
    is_long = isinstance(value, int | float) and abs(value) >= _LONGEST_SUM
    if names_person or is_long:
        return masked(f"{value:.0f}" if isinstance(value, float) and value.is_integer() else str(value))
    if not isinstance(value, str):
        return value
    return masked(value) if names_person is None and is_number_alone(value) else without_numbers(value)


def level_shown(level: Level | None, year: int, subject: str = "member") -> str:
    """A level in the words of the year's regime."""
    return level_words(level.value, year, subject) if level else "chưa xác định"


def made_line(paper: Made) -> str:
    """The file that holds a paper, and its number where it was given one."""
    return f"Đã lập{f' số {paper.number}' if paper.number else ''}: {paper.path}"
