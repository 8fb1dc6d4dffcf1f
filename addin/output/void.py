"""Tells the number that is withdrawn, the paper nobody may use, and who still names it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from addin.documents.parts.squares import squares
from addin.jobs.void import VoidResult
from addin.output.forms import plain


def form(result: VoidResult) -> dict[str, Any]:
    """`{"workbook", "number", "kind", "reason", "was_void", "file", "naming": [place]}`."""
    return {
        "workbook": result.workbook,
        "number": result.number,
        "kind": result.kind,
        "reason": result.reason,
        "was_void": result.was_void,
        "file": result.file,
        "naming": plain(result.naming),
    }


def lines(result: VoidResult) -> Iterator[str]:
    """What is withdrawn first, then what is left to people."""
    if result.was_void:
        yield f"{result.kind} số {result.number} đã huỷ từ trước."
        return
    yield f"Huỷ {result.kind.lower()} số {result.number}: {result.reason}. Số không cấp lại, vẫn nằm trong sổ Văn bản và sổ số kèm lý do."
    if result.file:
        yield f"Tệp “{result.file}” vẫn còn: không dùng nữa, đồng chí tự cất hoặc xoá."
    if result.naming:
        yield f"Còn ghi số này: {squares(result.naming)}. Xem có phải sửa các dòng ấy không."


box = lines
