"""Tells which write was taken back, and where the undone version is kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from addin.hosts.closed.save.saving import Undone
from addin.jobs.undo import UndoResult


def form(result: UndoResult) -> dict[str, Any]:
    """`{"workbook", "message"}`."""
    return {"workbook": result.workbook, "message": _sentence(result.undone)}


def lines(result: UndoResult) -> Iterator[str]:
    """One sentence."""
    yield _sentence(result.undone)


box = lines


def _sentence(undone: Undone) -> str:
    kept = f" Bản vừa bỏ được giữ ở «{undone.kept.name}» trong thư mục «{undone.kept.parent.name}»." if undone.kept else ""
    when = undone.written_at.strftime("%H:%M ngày %d/%m/%Y")
    return f"Đã hoàn tác «{undone.what}» ({undone.square_count} ô, ghi lúc {when}).{kept}"
