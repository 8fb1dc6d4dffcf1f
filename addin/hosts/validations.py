"""The conditions a cell puts on what is entered in a square, judged by us where Excel or LibreOffice would not look.

Judged are a list of words, and a number, a date or a length between figures. What asks a formula or another workbook
cannot be judged and lets the value pass.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import NoReturn

from addin.core.grids import Range
from addin.core.masks import is_number_alone, masked, without_numbers
from addin.core.places import Place
from addin.core.records import dataclass
from addin.core.writes import Value
from addin.hosts.day_numbers import serial_of
from addin.hosts.refusal import refuse

_LITERAL_LIST = re.compile(r'"((?:[^"]|"")*)"')
_MOST_SHOWN = 12
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_HOLDS: Mapping[str, Callable[[float, float, float], bool]] = {
    "between": lambda value, low, high: low <= value <= high,
    "notBetween": lambda value, low, high: not low <= value <= high,
    "equal": lambda value, low, _: value == low,
    "notEqual": lambda value, low, _: value != low,
    "greaterThan": lambda value, low, _: value > low,
    "lessThan": lambda value, low, _: value < low,
    "greaterThanOrEqual": lambda value, low, _: value >= low,
    "lessThanOrEqual": lambda value, low, _: value <= low,
}


@dataclass(frozen=True, slots=True)
class Validation:
    """One rule: its kind, its operator, its limits as written, the squares it is for, whether it stops wrong entries."""

    kind: str
    operator: str
    limits: tuple[str, str]
    areas: tuple[Range, ...]
    stops: bool = True

    def allows(self, value: Value, place: Place, words: Sequence[str], *, is_1904: bool) -> bool:
        """Whether Excel would take the value; what cannot be judged is allowed. `words` are those of a list."""
        if self.kind == "list":
            known = {word.casefold() for word in words}
            return not known or isinstance(value, date) or shown(value).casefold() in known
        if self.kind == "textLength":
            return self._holds(len(shown(value)))
        if self.kind not in {"whole", "decimal", "date", "time"}:
            return True
        if isinstance(value, str) or value is None:
            return False
        number = serial_of(value, place, is_1904=is_1904) if isinstance(value, date) else float(value)
        return self._holds(number) and (self.kind != "whole" or float(number).is_integer())

    @property
    def words(self) -> tuple[str, ...]:
        """The words of a list that stands in the rule itself."""
        found = _LITERAL_LIST.fullmatch(self.limits[0])
        return tuple(word.strip() for word in found[1].replace('""', '"').split(",")) if found else ()

    def _holds(self, number: float) -> bool:
        needed = self.limits if "etween" in self.operator else self.limits[:1]
        if not all(_NUMBER.fullmatch(limit) for limit in needed) or self.operator not in _HOLDS:
            return True
        low = float(needed[0])
        return _HOLDS[self.operator](number, low, float(needed[-1]))


def refuse_value(value: Value, place: Place, words: Sequence[str], mend: str) -> NoReturn:
    """RefusedWrite for a value a square's condition would stop; `mend` says where the condition itself is changed."""
    named = "; ".join(words[:_MOST_SHOWN]) + ("; …" if len(words) > _MOST_SHOWN else "")
    choices = f" (được chọn: {named})" if named else ""
    refuse(f"giá trị «{_told(value)}» trái điều kiện nhập của ô{choices}", f"Ghi giá trị ô cho phép, hoặc {mend}.", place)


def _told(value: Value) -> str:
    """No host knows what a column holds: digits alone may name a person."""
    text = str(int(value)) if isinstance(value, float) and value.is_integer() else shown(value)
    return masked(text) if is_number_alone(text) else without_numbers(text)


def shown(value: Value) -> str:
    """A value as a list of words would name it."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    return f"{value:g}" if isinstance(value, float) else str(value)
