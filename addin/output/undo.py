"""Tells which write was taken back, and where the undone version is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from addin.hosts.closed.save.saving import Undone
from addin.jobs.remaining import Remaining
from addin.jobs.undo import UndoResult


def form(result: UndoResult) -> dict[str, Any]:
    """`{"workbook", "message", "remaining": [{"number", "file", "void_reason"}], "remarks"}`; the last two only where there are any."""
    left = [{"number": one.number, "file": one.file, "void_reason": one.void_reason} for one in result.remaining]
    more = {"remaining": left, "remarks": list(result.undone.warnings)}
    return {"workbook": result.workbook, "message": _sentence(result.undone), **{key: told for key, told in more.items() if told}}


def lines(result: UndoResult) -> Iterator[str]:
    """One sentence, and one for each number left behind."""
    yield _sentence(result.undone)
    yield from remaining_lines(result.remaining)
    yield from result.undone.warnings


box = lines


def remaining_lines(left: Iterable[Remaining]) -> Iterator[str]:
    """A number given stays given: which, on which paper, and what can be done about it."""
    for one in left:
        if one.void_reason is not None:
            yield f"Số {one.number} vẫn huỷ trong sổ số ({one.void_reason}); sổ Văn bản không còn ghi lý do."
            continue
        paper = f" và tệp “{one.file}”" if one.file else ""
        yield f"Số {one.number}{paper} vẫn còn: số đã cấp không trả lại. Lập lại đúng việc ấy thì dùng lại số này; không dùng nữa thì huỷ số (lệnh void)."


def _sentence(undone: Undone) -> str:
    kept = f" Bản vừa bỏ được giữ ở «{undone.kept.name}» trong thư mục «{undone.kept.parent.name}»." if undone.kept else ""
    when = undone.written_at.strftime("%H:%M ngày %d/%m/%Y")
    return f"Đã hoàn tác «{undone.what}» ({undone.square_count} ô, ghi lúc {when}).{kept}"
