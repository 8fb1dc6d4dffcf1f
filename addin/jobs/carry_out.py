"""Makes an `Outcome` happen: the host applies the writes, papers land in their folder. Nothing else writes."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from addin.errors import AlreadyExists, CannotWrite, DiskFull, NoRight
from addin.hosts.disk import write_new
from addin.hosts.file_names import is_too_long
from addin.hosts.port import Host
from addin.jobs.outcome import Outcome, Paper

_MOST_VERSIONS = 99


def carry_out(outcome: Outcome[Any], host: Host | None = None, folder: Path | None = None) -> tuple[Path, ...]:
    """Papers first, then the workbook; where one fails, the papers made by this call are taken away again.

    Returns the files that hold the papers. All or nothing: no paper is left behind that the workbook or the
    register of numbers does not know.
    """
    made: list[Path] = []
    new: list[Path] = []
    try:
        for paper in outcome.effects.papers if folder else ():
            target, is_new = write_paper(paper, folder or Path())
            made.append(target)
            new += [target] if is_new else []
        if host is not None and outcome.effects.writes:
            host.apply(outcome.effects.writes)
    except CannotWrite:
        for target in new:
            target.unlink(missing_ok=True)
        raise
    return tuple(made)


def write_paper(paper: Paper, folder: Path) -> tuple[Path, bool]:
    """Write one file that must not be there yet; an equal one already there is left as it is (False).

    An issued file is never overwritten: another content goes beside it, or is refused (AlreadyExists).
    """
    if (folder / paper.name).is_reserved():
        raise CannotWrite(f"Windows dành tên “{paper.name}” cho thiết bị, không đặt cho tệp được.", "Đặt tên khác rồi chạy lại.")
    if is_too_long(paper.name):
        raise CannotWrite(f"Tên tệp “{paper.name[:40]}…” quá dài nên chưa ghi.", "Đặt tên ngắn hơn rồi chạy lại.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for target in _candidates(paper, folder):
            if not target.exists():
                write_new(target, paper.content)
                return target, True
            if target.read_bytes() == paper.content:
                return target, False
    except OSError as error:
        raise told(error, folder / paper.name) from error
    raise AlreadyExists(
        f"Tệp “{paper.name}” đã có và khác bản vừa lập; không ghi đè.",
        "Đổi tên hoặc chuyển tệp cũ đi, hoặc chọn thư mục khác.",
    )


def _candidates(paper: Paper, folder: Path) -> Iterator[Path]:
    first = folder / paper.name
    yield first
    if paper.versioned:
        for version in range(2, _MOST_VERSIONS + 1):
            yield first.with_name(f"{first.stem} (bản {version}){first.suffix}")


def told(error: OSError, target: Path) -> CannotWrite:
    """The sentence for a failed write."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull(f"Ổ đĩa đầy, chưa ghi được “{target.name}”.", "Giải phóng chỗ trống hoặc chọn thư mục khác.")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return NoRight(f"Không có quyền ghi vào thư mục “{target.parent}”.", "Chọn thư mục khác.")
    return CannotWrite(f"Không ghi được “{target.name}”.", "Kiểm tra ổ đĩa và đường dẫn rồi chạy lại.")
