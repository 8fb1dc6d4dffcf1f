"""Tells what `check` found; the findings themselves are told with every outcome that has some."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from addin.core.dates import vn_date
from addin.jobs.check import CheckResult
from addin.output.forms import counts, finding_form


def form(result: CheckResult) -> dict[str, Any]:
    """`{"workbook", "on", "findings", "counts"}`."""
    return {
        "workbook": result.workbook,
        "on": result.on.isoformat(),
        "findings": [finding_form(item) for item in result.findings],
        "counts": counts(result.findings),
    }


def lines(result: CheckResult) -> Iterator[str]:
    """How many of each severity."""
    totals = counts(result.findings)
    amounts = f"{totals['error']} lỗi, {totals['warning']} cảnh báo, {totals['notice']} lưu ý"
    yield f"Sổ {result.workbook}, kiểm tra đến {vn_date(result.on)}: {amounts}."


box = lines
