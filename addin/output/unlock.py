"""Tells whose owner files lie beside a workbook, and what became of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from addin.hosts.closed.save.backup import FOLDER
from addin.hosts.closed.save.unlocking import LOG, OURS, Lock
from addin.jobs.unlock import UnlockResult


def form(result: UnlockResult) -> dict[str, Any]:
    """`{"workbook", "taken", "locks": [{"file", "program", "name", "machine", "since", "why_kept"}]}`; unknown is null."""
    return {"workbook": result.workbook, "taken": result.taken, "locks": [_lock_form(lock) for lock in result.locks]}


def _lock_form(lock: Lock) -> dict[str, str | None]:
    editor = lock.editor
    return {
        "file": editor.owner_file.name,
        "program": editor.program,
        "name": editor.name or None,
        "machine": editor.machine or None,
        "since": editor.since.isoformat(timespec="minutes") if editor.since else None,
        "why_kept": lock.why_kept or None,
    }


def lines(result: UnlockResult) -> Iterator[str]:
    """The same, with the way on."""
    yield from box(result)
    if result.locks and not result.taken and not _is_kept(result):
        yield "Chưa gỡ gì. Chắc chắn không ai còn mở sổ thì thêm --write để gỡ."


def box(result: UnlockResult) -> Iterator[str]:
    """One line for each owner file."""
    if not result.locks:
        yield f"Sổ «{result.workbook}» không có tệp khoá nào."
    for lock in result.locks:
        kept = f" Không gỡ: {lock.why_kept}." if lock.why_kept and not result.taken else ""
        yield f"{'Đã gỡ' if result.taken else 'Có'} {_described(lock)}.{kept}"
    if result.taken:
        yield f"Việc gỡ được ghi lại ở «{LOG}» trong thư mục «{FOLDER}»."


def question(result: UnlockResult) -> str:
    """What is asked before anything goes; empty where there is nothing to ask."""
    if not result.locks or _is_kept(result):
        return ""
    return f"Gỡ {'; '.join(map(_described, result.locks))}? Ai còn mở sổ thì phần đang sửa có thể mất"


def _is_kept(result: UnlockResult) -> bool:
    return any(lock.why_kept for lock in result.locks)


def _described(lock: Lock) -> str:
    editor = lock.editor
    who = "một lần chạy bị dừng" if editor.program == OURS else editor.shown
    machine = f"máy {editor.machine}" if editor.machine else "không ghi máy nào"
    since = f", từ {editor.since:%H:%M ngày %d/%m/%Y}" if editor.since else ""
    return f"tệp khoá «{editor.owner_file.name}»: {who}, {editor.program}, {machine}{since}"
