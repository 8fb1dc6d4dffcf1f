"""Tells that a year was sealed, or opened again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from addin.jobs.freeze import FreezeResult, UnfreezeResult


def form(result: FreezeResult | UnfreezeResult) -> dict[str, Any]:
    """`{"workbook", "year", "rules", "digest", "reason"}`; opened again without rules and digest."""
    seal = {"rules": result.rules, "digest": result.digest} if isinstance(result, FreezeResult) else {}
    return {"workbook": result.workbook, "year": result.year, **seal, "reason": result.reason}


def lines(result: FreezeResult | UnfreezeResult) -> Iterator[str]:
    """What it means from now on."""
    if isinstance(result, FreezeResult):
        yield f"Khoá năm {result.year} theo {result.rules}: kết quả của năm giữ nguyên, ai sửa sau này sẽ thấy."
    else:
        yield f"Mở khoá năm {result.year}: từ nay năm này được tính lại khi chạy rate."


box = lines
