"""Tells the squares that `put` sets; for a person the preview of writes says it all."""

from __future__ import annotations

from typing import Any

from addin.jobs.put import PutResult
from addin.output.forms import place_form, plain


def form(result: PutResult) -> dict[str, Any]:
    """`{"workbook", "writes": [{"sheet", "cell", "before", "after"}]}`."""
    return {
        "workbook": result.workbook,
        "writes": [
            {**place_form(write.place), "before": plain(write.before), "after": plain(write.value)} for write in result.writes
        ],
    }


def lines(_result: PutResult) -> tuple[str, ...]:
    """Nothing beside the preview."""
    return ()


box = lines
