"""Tells which templates fit their documents."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from addin.core.numerals import padded
from addin.jobs.templates import TemplatesResult


def form(result: TemplatesResult) -> dict[str, Any]:
    """`{"templates": [{"file", "kind", "message", "fix"}]}`."""
    found = [{"file": item.file, "kind": item.kind, "message": item.message, "fix": item.fix} for item in result.checked]
    return {"templates": found}


def lines(result: TemplatesResult) -> Iterator[str]:
    """How many, and how many to mend."""
    yield f"Đã kiểm tra {padded(len(result.checked))} mẫu văn bản: {padded(len(result.wrong))} mẫu cần sửa."


box = lines
