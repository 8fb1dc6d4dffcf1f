"""Tells the squares that `put` sets; for a person the preview of writes says it all."""

from __future__ import annotations

from typing import Any

from addin.jobs.put import PutResult
from addin.output.forms import place_form, plain
from addin.output.values import before_and_after


def form(result: PutResult) -> dict[str, Any]:
    """`{"workbook", "writes": [{"sheet", "cell", "before", "after"}]}`."""
    return {
        "workbook": result.workbook,
        "writes": [
            {**place_form(write.place), **dict(zip(("before", "after"), map(plain, before_and_after(write)), strict=True))}
            for write in result.writes
        ],
    }


def lines(_result: PutResult) -> tuple[str, ...]:
    """Nothing beside the preview."""
    return ()


box = lines
