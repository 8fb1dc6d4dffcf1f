"""Tells the decision that was made."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from addin.core.numerals import padded
from addin.jobs.decide import DecideResult


def form(result: DecideResult) -> dict[str, Any]:
    """`{"workbook", "kind", "number", "place_date", "members", "legal_bases", "missing", "warnings"}`."""
    return {
        "workbook": result.workbook,
        "kind": result.kind,
        "number": result.number,
        "place_date": result.place_date,
        "members": list(result.members),
        "legal_bases": list(result.legal_bases),
        "missing": list(result.missing),
        "warnings": list(result.warnings),
    }


def lines(result: DecideResult) -> Iterator[str]:
    """The paper, for how many, and what is left blank."""
    yield f"{result.title}: quyết định đối với {padded(len(result.members))} đồng chí."
    yield from (f"Lưu ý: {told}." for told in result.warnings)
    yield from (f"Còn để trống: {gap}." for gap in result.missing)


box = lines
