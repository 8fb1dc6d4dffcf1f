"""Tells that a blank workbook was made."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from addin.jobs.new import NewResult


def form(result: NewResult) -> dict[str, Any]:
    """`{"workbook"}`."""
    return {"workbook": result.workbook}


def lines(result: NewResult) -> Iterator[str]:
    """What to do with it."""
    yield f"Sổ trắng “{result.workbook}” đã sẵn sàng: mở sheet “Hướng dẫn” để bắt đầu."


box = lines
