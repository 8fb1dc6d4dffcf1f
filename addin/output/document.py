"""Tells the paper that was made, and what is left blank in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from addin.jobs.document import BallotsResult, DocumentResult


def form(result: DocumentResult | BallotsResult) -> dict[str, Any]:
    """`{"workbook", "kind", "title", "missing"}`; of the ballots `{"workbook", "year", "missing"}`."""
    if isinstance(result, BallotsResult):
        return {"workbook": result.workbook, "year": result.year, "missing": list(result.missing)}
    return {
        "workbook": result.workbook,
        "kind": result.kind,
        "title": result.title,
        "missing": list(result.missing),
    }


def lines(result: DocumentResult | BallotsResult) -> Iterator[str]:
    """What was made; each blank once."""
    if isinstance(result, BallotsResult):
        yield f"Phiếu biểu quyết xếp loại năm {result.year}: một mẫu cho đảng viên, một mẫu cho chi bộ; in đủ số phiếu phát ra."
    else:
        yield f"{result.title}: đã lập."
    yield from (f"Còn để trống: {gap}." for gap in dict.fromkeys(result.missing))


box = lines
