"""Numbers that name a person (số định danh, số thẻ đảng), as they may be shown: their last signs and no more (F66)."""

from __future__ import annotations

import re
from datetime import date

from addin.patterns import pattern

NUMBERS = frozenset({"id_number", "party_card"})
"""The keys of columns that hold them."""
_Value = str | int | float | bool | date | None
_LONGEST_SUM = 10**9
"""More digits than any sum of money a party cell writes down."""
_SIGN = "•"
_SHOWN = 3
_SHORT = 6
_DIGITS = pattern(r"['\s]*\d(?:[ .]?\d){5,}\s*")
_DAY = pattern(r"['\s]*(?:(?:0?[1-9]|[12]\d|3[01])[ .](?:0?[1-9]|1[0-2])[ .](?:19|20)\d\d|(?:19|20)\d\d[ .](?:0?[1-9]|1[0-2])[ .](?:0?[1-9]|[12]\d|3[01]))\s*")
_NUMBER = pattern(r"(?<![\w«\-.,/])(?:\d{9,}|\d{3}(?: \d{3}){2,3})(?![\w\-/]|[.,]\d)")


def masked(number: str) -> str:
    """`•••••••••345`: enough to tell two apart on paper one has, no more."""
    shown = _SHOWN if len(number) > _SHORT else 0
    return _SIGN * (len(number) - shown) + number[len(number) - shown :]


def without_numbers(text: str) -> str:
    """A sentence in which every run of nine digits or more is masked, written in one piece or in groups of three."""
    return _NUMBER.sub(_masked, text) if any(sign.isdigit() for sign in text) else text


def value_told(value: _Value, *, names_person: bool | None = None) -> _Value:
    """A number that names a person by its end alone; None where the column is not known, so that its signs decide."""
    if isinstance(value, bool | date) or value is None:
        return value
    is_long = isinstance(value, int | float) and abs(value) >= _LONGEST_SUM
    if names_person or is_long:
        return masked(f"{value:.0f}" if isinstance(value, float) and value.is_integer() else str(value))
    if not isinstance(value, str):
        return value
    return masked(value) if names_person is None and is_number_alone(value) else without_numbers(value)


def is_number_alone(text: str) -> bool:
    """Whether a square holds digits and nothing else, so many that they may name a person; a day (30.6.2006) names nobody."""
    return _DIGITS.fullmatch(text) is not None and _DAY.fullmatch(text) is None


def _masked(found: re.Match[str]) -> str:
    return masked(found[0])
