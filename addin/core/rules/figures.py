"""Numbers as people here read them: decimal comma, no trailing zeros."""

from __future__ import annotations

from decimal import Decimal


def vn_number(value: Decimal) -> str:
    """`12,5`; `30` for 30.00."""
    text = f"{value:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")


def vn_percent(share: Decimal) -> str:
    """`12,5%` for 0.125."""
    return f"{vn_number(share * 100)}%"
