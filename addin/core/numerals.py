"""Numbers as people here write them: two digits for counts, a decimal comma, `12,5%`; everything a user reads uses these.

Not for what a number in a square means (tables/squares) nor for numbers of papers (tables/series).
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from itertools import islice

_SHOWN = 5
_TENTH = Decimal("0.1")


def padded(count: int) -> str:
    """`08`: a count in a sentence has two digits; none is a bare 0."""
    return f"{count:02d}" if count else "0"


def number_text(value: Decimal) -> str:
    """`12,5`; `30` for 30.00: the number itself, nothing rounded."""
    text = f"{value:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")


def rounded_text(value: Decimal | float) -> str:
    """`2,3` for 2.34: a computed number, to one place, half up."""
    return number_text(Decimal(str(value)).quantize(_TENTH, ROUND_HALF_UP))


def percent(share: Decimal | float) -> str:
    """`66,7%` for two thirds: a computed share, to one place."""
    return f"{rounded_text(Decimal(str(share)) * 100)}%"


def exact_percent(share: Decimal) -> str:
    """`12,25%` for 0.1225: a share somebody entered, as it was entered."""
    return f"{number_text(share * 100)}%"


def first_few(numbers: Iterable[int], *, digits: int = 1) -> str:
    """`06, 07, 08, 09, 10…`: lazily, for a mistyped number may open a gap of millions."""
    shown = [f"{number:0{digits}d}" for number in islice(numbers, _SHOWN + 1)]
    return ", ".join(shown[:_SHOWN]) + ("…" if len(shown) > _SHOWN else "")
