"""Tells the papers that were due: made, left out and why, what stands open in them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from addin.core.dates import vn_date
from addin.core.numerals import padded
from addin.jobs.due import DueResult


def form(result: DueResult) -> dict[str, Any]:
    """`{"workbook", "on", "papers": [{"kind", "title", "why"}], "left_out", "missing", "warnings"}`."""
    return {
        "workbook": result.workbook,
        "on": result.on.isoformat(),
        "papers": [{"kind": one.kind, "title": one.title, "why": one.why} for one in result.papers],
        "left_out": list(result.left_out),
        "missing": list(result.missing),
        "warnings": list(result.warnings),
    }


def lines(result: DueResult) -> Iterator[str]:
    """A line a kind and case; each blank once."""
    if not result.papers and not result.left_out:
        yield f"Đến {vn_date(result.on)} không có văn bản nào đến hạn lập."
        return
    yield f"Văn bản đến hạn lập đến {vn_date(result.on)}: {padded(len(result.papers))} bản."
    counted: dict[tuple[str, str], int] = {}
    for one in result.papers:
        counted[one.title, one.why] = counted.get((one.title, one.why), 0) + 1
    for (title, why), count in counted.items():
        yield f"• {title}{f' ({padded(count)} bản)' if count > 1 else ''}: {why}"
    yield from (f"Chưa lập: {told}" for told in result.left_out)
    yield from (f"Lưu ý: {told}." for told in result.warnings)
    yield from (f"Còn để trống: {gap}." for gap in result.missing)


box = lines
