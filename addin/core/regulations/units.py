"""What a value may be: its unit says how it is written in YAML, kept in JSON and given to the rules."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, TypeAlias

Value: TypeAlias = Decimal | int | str | bool | tuple[str, ...]
Storable: TypeAlias = str | int | bool | list[str]

SHARE: Final = "share"
FLAG: Final = "flag"
TEXT: Final = "text"
LIST: Final = "list"
INSTRUMENTS: Final = "instruments"
MONTH_DAY: Final = "mm_dd"
WHOLE: Final = frozenset({"count", "days", "months", "years", "points", "dong", "millimetres", "font_points"})
EXACT: Final = frozenset({SHARE, "factor"})
LISTS: Final = frozenset({LIST, INSTRUMENTS})
UNITS: Final = WHOLE | EXACT | LISTS | {FLAG, TEXT, MONTH_DAY}


def restored(unit: str, stored: Storable) -> Value:
    """The value as the rules use it; shares and factors come back exactly as they were written."""
    if unit in EXACT:
        return Decimal(str(stored))
    return tuple(stored) if isinstance(stored, list) else stored
