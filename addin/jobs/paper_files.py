"""Papers as files of their folder: an issued file is never overwritten, and no file of ours is ever seen half written."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from addin.errors import AlreadyExists, CannotWrite, DiskFull, NoRight
from addin.hosts.disk import make_folder, remove, sweep, write_aside, write_new
from addin.hosts.file_names import is_too_long

_MOST_VERSIONS = 99


def check_name(name: str, folder: Path) -> None:
    """CannotWrite where no folder of an office can hold a file of that name."""
    if (folder / name).is_reserved():
        raise CannotWrite(f"Windows dành tên “{name}” cho thiết bị, không đặt cho tệp được.", "Đặt tên khác rồi chạy lại.")
    if is_too_long(name):
        raise CannotWrite(f"Tên tệp “{name[:40]}…” quá dài nên chưa ghi.", "Đặt tên ngắn hơn rồi chạy lại.")


def place_for(folder: Path, name: str, content: bytes, *, versioned: bool) -> tuple[Path, bool]:
    """Where the paper will lie, and whether it has still to be written; AlreadyExists where another may not go beside it."""
    with _explaining(folder / name):
        make_folder(folder)
        for target in _candidates(folder / name, versioned=versioned):
            if not target.exists():
                return target, True
            if target.read_bytes() == content:
                return target, False
    raise AlreadyExists(
        f"Tệp “{name}” đã có và khác bản vừa lập; không ghi đè.",
        "Đổi tên hoặc chuyển tệp cũ đi, hoặc chọn thư mục khác.",
    )


def write_paper(target: Path, content: bytes) -> None:
    """A new file, whole or not at all; what an interrupted run left aside in the folder goes, by the clock of the share."""
    with _explaining(target):
        write_new(target, content)
    with contextlib.suppress(OSError):  # the paper stands; tidying up can wait for the next one
        sweep(target.parent, datetime.fromtimestamp(target.stat().st_mtime, UTC))


def check_room(target: Path, content: bytes) -> None:
    """CannotWrite where the folder has no right or no room for it, told before a number is taken."""
    with _explaining(target):
        make_folder(target.parent)
        remove(write_aside(target.parent, content))


def take_away(target: Path, content: bytes) -> None:
    """Take back a paper of ours; a file that is not ours byte for byte stays."""
    with contextlib.suppress(OSError):
        if target.read_bytes() == content:
            target.unlink()


def _candidates(first: Path, *, versioned: bool) -> Iterator[Path]:
    yield first
    if versioned:
        for version in range(2, _MOST_VERSIONS + 1):
            yield first.with_name(f"{first.stem} (bản {version}){first.suffix}")


@contextlib.contextmanager
def _explaining(target: Path) -> Iterator[None]:
    """The sentence for a failed write."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskFull(f"Ổ đĩa đầy, chưa ghi được “{target.name}”.", "Giải phóng chỗ trống hoặc chọn thư mục khác.") from error
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            raise NoRight(f"Không có quyền ghi vào thư mục “{target.parent}”.", "Chọn thư mục khác.") from error
        raise CannotWrite(f"Không ghi được “{target.name}”.", "Kiểm tra ổ đĩa và đường dẫn rồi chạy lại.") from error
