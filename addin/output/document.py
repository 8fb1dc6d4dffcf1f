"""Tells the paper that was made, and what to look at in it: what is left blank, what is doubtful."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from addin.core.numerals import padded
from addin.jobs.document import BallotsResult, DocumentResult


def form(result: DocumentResult | BallotsResult) -> dict[str, Any]:
    """`{"workbook", "kind", "title", "papers", "missing", "warnings"}`; of the ballots `{"workbook", "year", "missing"}`."""
    if isinstance(result, BallotsResult):
        return {"workbook": result.workbook, "year": result.year, "missing": list(result.missing)}
    return {
        "workbook": result.workbook,
        "kind": result.kind,
        "title": result.title,
        "papers": result.papers,
        "missing": list(result.missing),
        "warnings": list(result.warnings),
        "known": list(result.known),
    }


def lines(result: DocumentResult | BallotsResult) -> Iterator[str]:
    """What was made; what to look at, each once."""
    if isinstance(result, BallotsResult):
        yield f"Phiếu biểu quyết xếp loại năm {result.year}: một mẫu cho đảng viên, một mẫu cho chi bộ; in đủ số phiếu phát ra."
    else:
        yield f"{result.title}: đã lập{f' {padded(result.papers)} bản' if result.papers > 1 else ''}."
        yield from (f"Lưu ý: {told}." for told in result.warnings)
        yield from (f"Lưu ý: sheet Văn bản đã có {told}, cùng việc này; không lấy số nữa." for told in result.known)
    yield from (f"Lưu ý: {gap}." for gap in dict.fromkeys(result.missing))


box = lines
