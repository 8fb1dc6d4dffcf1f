"""Numbers as people here read them: decimal comma, no trailing zeros, long lists cut short."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from itertools import islice

_SHOWN = 5


def vn_number(value: Decimal) -> str:
    """`12,5`; `30` for 30.00."""
    text = f"{value:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")


def vn_percent(share: Decimal) -> str:
    """`12,5%` for 0.125."""
    return f"{vn_number(share * 100)}%"


def first_few(numbers: Iterable[int], *, digits: int = 1) -> str:
    """`06, 07, 08, 09, 10…`: lazily, for a mistyped number may open a gap of millions."""
    shown = [f"{number:0{digits}d}" for number in islice(numbers, _SHOWN + 1)]
    return ", ".join(shown[:_SHOWN]) + ("…" if len(shown) > _SHOWN else "")
