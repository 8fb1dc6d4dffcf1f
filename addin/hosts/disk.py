"""Files on an office share: written aside and moved into place, and what a failure means in plain words.

A replacement is a new file with the old name: readers see the old bytes or the new, never half of either. While
anybody has the target open (a virus scanner, a preview pane) Windows refuses for some milliseconds, so the move
is tried again for about three seconds; nothing is ever deleted first or copied over.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import stat
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from addin.errors import AlreadyExists, CannotWrite, DiskFull, NoRight, OpenElsewhere

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

_TEMPORARY = (".sochibo-", ".tmp")
_STALE_SECONDS = 600
SHARING = frozenset({5, 32, 33})
PAUSES = (0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.6)
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_FULL_ON_WINDOWS = frozenset({39, 112})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_FORBIDDEN_ON_WINDOWS = frozenset({5, 19})
_HELD_ON_WINDOWS = frozenset({32, 33})
_LONG_ON_WINDOWS = frozenset({123, 206})


def behind_links(path: Path) -> Path:
    """The file itself, so that a link to it stays one; as written where the system cannot tell (a long path, some drives)."""
    try:
        return Path(os.path.realpath(path))
    except OSError:
        return path.absolute()


def write_aside(folder: Path, data: bytes) -> Path:
    """A new temporary file in the folder, on the disk for certain; taken away again where writing fails."""
    path = folder / f"{_TEMPORARY[0]}{secrets.token_hex(8)}{_TEMPORARY[1]}"
    try:
        with path.open("xb") as file:
            give(path)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        remove(path)
        raise
    return path


def replace_patiently(source: Path, target: Path) -> None:
    """Move over the target, waiting while Windows says it is in use."""
    patiently(lambda: os.replace(source, target))  # noqa: PTH105 - tests make this very call fail
    sync_folder(target.parent)


def patiently(act: Callable[[], object]) -> None:
    """Again and again for about three seconds while Windows says that the file is in use."""
    for pause in PAUSES:
        try:
            act()
        except OSError as error:
            if getattr(error, "winerror", None) not in SHARING:
                raise
            time.sleep(pause)
        else:
            return
    act()


def wait_for(folder: Path) -> None:
    """Give a share that dropped out about three seconds to come back; the write that follows tells if it did not."""
    for pause in PAUSES:
        if is_folder(folder):
            return
        time.sleep(pause)


def is_folder(path: Path) -> bool:
    """Whether it can be reached as a folder; a share that is away or closed to us is none, whatever error it gives."""
    try:
        return path.is_dir()
    except OSError:
        return False


@contextlib.contextmanager
def rights_of(path: Path) -> Iterator[None]:
    """All files made inside may be read and written by whom this file allows and nobody else; folders be entered by the same.

    They belong to whom the file belongs, as far as we may give them. On Windows they inherit all this from the folder.
    """
    status = _status(path) if os.name != "nt" else None
    if status is None:
        yield
        return
    wanted = (stat.S_IMODE(status.st_mode) & 0o666) | 0o600
    wanted |= (wanted & 0o444) >> 2  # who may read the file may enter a folder beside it
    before = os.umask(0o777 & ~wanted)
    _owners.append((status.st_uid, status.st_gid))
    try:
        yield
    finally:
        _owners.pop()
        os.umask(before)


_owners: list[tuple[int, int]] = []
"""Owner and group of the workbook at work, innermost last."""


def give(path: Path) -> None:
    """To whom the workbook at work belongs: root may give it away, others to a group of theirs."""
    if not _owners or sys.platform == "win32":
        return
    user, group = _owners[-1]
    for owner in (user, -1):
        with contextlib.suppress(OSError):
            os.chown(path, owner, group)
            return


def make_folder(path: Path) -> None:
    """The folder and those above it, where they are not there yet, with the rights of the workbook at work."""
    missing = [one for one in (path, *path.parents) if not one.exists()]
    path.mkdir(parents=True, exist_ok=True)
    for one in missing:
        give(one)


def _status(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except OSError:
        return None


def create(path: Path, data: bytes) -> None:
    """A file that was not there before; AlreadyExists where it was, and then it is untouched."""
    with explaining(path):
        try:
            write_new(path, data)
        except FileExistsError as error:
            raise AlreadyExists(f"Đã có tệp «{path.name}»; tệp đó được giữ nguyên.", "Chọn tên khác.") from error


def write_new(path: Path, data: bytes) -> None:
    """The same for who tells failures in words of its own: OSError, FileExistsError where the file was there."""
    aside = write_aside(path.parent, data)
    try:
        _move_if_free(aside, path)
    finally:
        remove(aside)
    sync_folder(path.parent)


def _move_if_free(aside: Path, path: Path) -> None:
    """Never over a file: Windows refuses to rename so, elsewhere a link does; on a share without links an empty file takes the name first."""
    if os.name == "nt":
        aside.rename(path)
        return
    try:
        os.link(aside, path)
    except FileExistsError:
        raise
    except OSError:
        with path.open("xb"):
            pass  # ours now; filled by the move, so that nobody ever sees half of it
        try:
            os.replace(aside, path)  # noqa: PTH105 - as above
        except BaseException:
            remove(path)
            raise


def sweep(folder: Path, now: datetime) -> int:
    """Take away temporary files that an interrupted run of ours left more than ten minutes ago; how many."""
    count = 0
    with contextlib.suppress(OSError):
        for path in sorted(folder.iterdir()):
            is_ours = path.name.startswith(_TEMPORARY[0]) and path.name.endswith(_TEMPORARY[1])
            if is_ours and now.timestamp() - path.stat().st_mtime > _STALE_SECONDS:
                remove(path)
                count += 1
    return count


def remove(path: Path) -> None:
    """Take a file of ours away; what cannot go now is swept later."""
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Make a move last through a power cut, where the system lets a folder be synced."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def keep_attributes(old: Path, new: Path) -> None:
    """Give the new file the mode, owner and extended attributes of the old one, as far as we may."""
    try:
        status = old.stat()
    except FileNotFoundError:
        return  # taken away meanwhile: whoever replaces it looks again
    with contextlib.suppress(OSError, AttributeError):
        os.chown(new, status.st_uid, status.st_gid)
    import shutil  # noqa: PLC0415 - whoever only reads starts without it

    with contextlib.suppress(OSError):
        shutil.copystat(old, new)
    with contextlib.suppress(OSError):
        os.utime(new)
    if sys.platform == "win32":
        _keep_windows_attributes(status.st_file_attributes, new)


@contextlib.contextmanager
def explaining(path: Path) -> Iterator[None]:
    """Any failure of the disk inside becomes a CannotWrite that says what it means for this file."""
    try:
        yield
    except OSError as error:
        raise meaning_of(error, path) from error


def meaning_of(error: OSError, path: Path) -> CannotWrite:
    """What a failure of the disk means; nothing has been written by then."""
    code = getattr(error, "winerror", None)
    if error.errno in _FULL or code in _FULL_ON_WINDOWS:
        return DiskFull(
            f"Ổ đĩa đầy nên chưa ghi được «{path.name}»; tệp cũ còn nguyên.", "Dọn bớt tệp trên ổ đĩa đó rồi chạy lại."
        )
    if code in _HELD_ON_WINDOWS:
        return OpenElsewhere(f"Tệp «{path.name}» đang được một chương trình khác mở; chưa ghi gì.", "Đóng tệp đó rồi chạy lại.")
    if error.errno in _FORBIDDEN or code in _FORBIDDEN_ON_WINDOWS:
        return NoRight(
            f"Không có quyền ghi vào thư mục «{path.parent.name}»; chưa ghi gì.",
            "Chép sổ sang thư mục khác mà đồng chí ghi được, hoặc nhờ người quản lý ổ chung cấp quyền ghi.",
        )
    if error.errno == errno.ENAMETOOLONG or code in _LONG_ON_WINDOWS:
        return CannotWrite(
            f"Đường dẫn tới «{path.name[:40]}…» quá dài nên chưa ghi gì.", "Đặt sổ vào thư mục có đường dẫn ngắn hơn hoặc rút ngắn tên tệp."
        )
    return CannotWrite(
        f"Không tới được thư mục «{path.parent.name}» để ghi «{path.name}»; chưa ghi gì.",
        "Kiểm tra đường truyền tới ổ chung rồi chạy lại.",
    )


def stopped_by(error: OSError) -> CannotWrite:
    """For a door: a failure nobody below could say more of. Behind the point of commit none comes so far."""
    return meaning_of(error, Path(error.filename if isinstance(error.filename, str) else "."))


def _keep_windows_attributes(attributes: int, path: Path) -> None:
    """Hidden, system and archive flags, which copying the status leaves out."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - Windows only

        ctypes.windll.kernel32.SetFileAttributesW(str(path), attributes & 0x27)
