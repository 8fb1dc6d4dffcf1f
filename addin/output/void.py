"""Tells the number that is withdrawn, the paper nobody may use, and who still names it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from addin.documents.parts.squares import squares
from addin.glossary import header
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
        yield f"{result.kind} số {result.number} đã huỷ từ trước: {result.reason}."
        yield from _where(result) if result.is_noted_now else ()
        return
    yield f"Huỷ {result.kind.lower()} số {result.number}: {result.reason}. Số không cấp lại, vẫn nằm trong {_kept(result)} kèm lý do."
    yield from _where(result)
    if result.file:
        yield f"Tệp “{result.file}” vẫn còn: không dùng nữa, đồng chí tự cất hoặc xoá."
    if result.naming:
        yield f"Còn ghi số này: {squares(result.naming)}. Xem có phải sửa các dòng ấy không."


def _kept(result: VoidResult) -> str:
    return "sổ Văn bản và sổ số" if result.sheet else "sổ số"


def _where(result: VoidResult) -> Iterator[str]:
    """What happens to the sheet where it had no column for the reason, or only now gets one."""
    column = header("documents", "void_reason")
    if result.is_new_column:
        yield f"Sheet {result.sheet} chưa có cột “{column}”: thêm cột ấy ở bên phải bảng và ghi lý do vào đó."
    elif result.was_void and result.sheet:
        yield f"Lý do ấy được ghi vào sheet {result.sheet}."
    elif not result.sheet:
        yield f"Sổ không có chỗ cho lý do: sheet Văn bản chưa có, hoặc không có cột “{column}” và cột bên phải đã có chữ. Thêm cột ấy rồi chạy lại lệnh này."


box = lines
