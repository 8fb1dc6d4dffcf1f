"""Tells how a batch went: how many, what failed, where everything lies."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from addin.core.numerals import padded
from addin.jobs.batch import BatchResult


def form(result: BatchResult) -> dict[str, Any]:
    """The contract of design.md §4, with what was reused, left alone and left out."""
    return {
        "workbooks": result.workbooks,
        "done": result.done,
        "failed": result.failed,
        "skipped": result.skipped,
        "seconds": round(result.seconds, 3),
        "out": str(result.out),
        "reused": result.reused,
        "with_errors": result.with_errors,
        "failures": [{"workbook": one.workbook, "reason": one.reason, "fix": one.fix} for one in result.failures],
        "left_alone": dict(result.left_alone),
        "copies": list(result.copies),
        "left_out": list(result.left_out),
        "printed": result.printed,
    }


def lines(result: BatchResult) -> Iterator[str]:
    """The sum in one line, then what is worth a look."""
    told = f"{padded(result.workbooks)} sổ: {padded(result.done)} xong, {padded(result.failed)} không làm được, {padded(result.with_errors)} sổ có lỗi dữ liệu; {result.seconds:.1f} giây."
    yield told.replace(".", ",", 1) if "." in told else told
    if result.reused:
        yield f"{padded(result.reused)} sổ không đổi từ lần chạy trước nên dùng lại kết quả."
    for reason, count in result.left_alone:
        yield f"Bỏ qua {padded(count)} tệp: {reason}."
    yield from copies_told(result.copies)
    yield f"Kết quả: {result.out / 'index.html'} (xem bằng trình duyệt), summary.xlsx, results.jsonl."
    if result.printed:
        yield f"Đã làm PDF cho {padded(result.printed)} văn bản ở thư mục papers."
    yield from result.left_out


def copies_told(copies: tuple[str, ...]) -> Iterator[str]:
    """Their names: what is named like a copy may be another cell's workbook."""
    if copies:
        more = f" và {len(copies) - _MOST} tệp nữa" if len(copies) > _MOST else ""
        yield f"Không lấy vì tên như bản sao: {', '.join(copies[:_MOST])}{more}; nếu là sổ khác thì đổi tên rồi chạy lại."


_MOST = 20
box = lines
