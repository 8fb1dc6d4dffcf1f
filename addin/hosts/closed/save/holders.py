"""Who else may have a workbook in hand while we want to replace it: other programs, other people, ourselves twice.

Windows tells by refusing to open for writing, other systems by a lock; an owner file is a hint with a name
(engineering/reliability.md §1), and refuses all the same. Two runs of ours take turns by a lock of the system, free at once when one dies.
"""

from __future__ import annotations

import contextlib
import os
import sys
import time
from datetime import datetime
from typing import TYPE_CHECKING, BinaryIO

from addin.errors import OpenElsewhere, RefusedWrite
from addin.hosts.conflict_copies import conflict_copies, is_conflict_copy
from addin.hosts.disk import PAUSES, behind_links, remove
from addin.hosts.file_names import looks_like
from addin.hosts.mutex import LOCK as OWN_LOCK
from addin.hosts.mutex import WITHOUT_LOCKS, opened
from addin.hosts.owner import Editor, find_editor, find_editors

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

@contextlib.contextmanager
def alone(target: Path) -> Iterator[None]:
    """Only one run of ours at a time replaces a workbook; OpenElsewhere after about three seconds of waiting."""
    if sys.platform == "win32":
        import filelock  # noqa: PLC0415 - Windows only, where a lock on the workbook itself would stop its replacement

        lock = filelock.FileLock(target.with_name(OWN_LOCK), timeout=sum(PAUSES))
        try:
            lock.acquire()
        except filelock.Timeout as error:
            raise _taken(target) from error
        free = lock.release
    else:
        free = _locked(target)
    try:
        yield
    finally:
        with contextlib.suppress(OSError):  # by then the workbook is written, or refused with its own reason
            free()


def _locked(target: Path) -> Callable[[], None]:
    """Take the lock of other systems, on a file beside the workbook; what frees it.

    Never on the workbook: over SMB a file one has open oneself cannot be replaced.
    """
    lock = target.with_name(OWN_LOCK)
    for pause in PAUSES:
        handle = opened(lock)
        try:
            if _is_ours(handle, lock):
                return lambda: _freed(handle, lock)
        except BaseException:
            handle.close()
            raise
        handle.close()
        time.sleep(pause)
    raise _taken(target)


def _is_ours(handle: BinaryIO, lock: Path) -> bool:
    """Whether it is locked, and still the file of that name: who had it before takes it away. A share without locks has none to give."""
    import fcntl  # noqa: PLC0415 - not on Windows

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError as error:
        if error.errno not in WITHOUT_LOCKS:
            raise
    try:
        return os.fstat(handle.fileno()).st_ino == lock.stat().st_ino
    except FileNotFoundError:
        return False


def _freed(handle: BinaryIO, lock: Path) -> None:
    remove(lock)
    handle.close()


def _taken(target: Path) -> OpenElsewhere:
    return OpenElsewhere(
        f"Một lần ghi khác của chương trình vào «{target.name}» chưa xong; chưa ghi gì.", "Đợi một lát rồi chạy lại."
    )


def refuse_twins(target: Path) -> None:
    """Two files that look alike to a person: nobody knows which one was meant."""
    alike = sorted(path for path in target.parent.iterdir() if path.name != target.name and looks_like(path.name, target.name))
    if alike:
        described = " và ".join(f"«{path.name}» ({_described(path)})" for path in (target, *alike) if path.exists())
        raise RefusedWrite(
            f"Thư mục có hai tệp trông giống hệt tên nhau: {described}; chưa ghi gì.", "Đổi tên một trong hai tệp rồi chạy lại."
        )


def refuse_conflicts(target: Path) -> None:
    """Work of two people lies in two files: what is written into one of them is lost when somebody chooses the other."""
    if is_conflict_copy(target):
        raise RefusedWrite(
            f"«{target.name}» là bản xung đột do chương trình đồng bộ tạo ra khi hai người cùng sửa sổ; chưa ghi gì.",
            "So với sổ chính và đưa phần còn thiếu vào đó. Nếu đây mới là sổ đang dùng thì đổi tên tệp rồi chạy lại.",
        )
    copies = conflict_copies(target)
    if copies:
        named = ", ".join(f"«{path.name}» ({_described(path)})" for path in copies)
        raise RefusedWrite(
            f"Cạnh sổ «{target.name}» có bản xung đột do chương trình đồng bộ tạo ra: {named}; chưa ghi gì.",
            "Chuyển bản ấy sang thư mục khác, so với sổ và đưa phần còn thiếu vào, rồi chạy lại.",
        )


def _described(path: Path) -> str:
    status = path.stat()
    changed = datetime.fromtimestamp(status.st_mtime)  # noqa: DTZ006 - shown to the person at this machine
    return f"{status.st_size} byte, sửa lúc {changed:%H:%M:%S ngày %d/%m/%Y}"


def refuse_held(path: Path) -> None:
    """OpenElsewhere where somebody has it open, or an owner file beside it or beside the link to it says so.

    An owner file is never proof, but overwriting what a colleague is typing is worse than asking: `unlock` takes it away.
    """
    target = behind_links(path)
    if is_held(target):
        raise held(target)
    for editor in editors(path):
        raise _hinted(target, editor)


def editors(path: Path) -> tuple[Editor, ...]:
    """Whoever an owner file names, beside the workbook and beside a link to it, each file once."""
    found = (*find_editors(behind_links(path)), *find_editors(path.absolute()))
    return tuple({behind_links(editor.owner_file): editor for editor in reversed(found)}.values())[::-1]


def _hinted(target: Path, editor: Editor) -> OpenElsewhere:
    where = f", máy {editor.machine}" if editor.machine else ""
    when = f", từ {editor.since:%H:%M ngày %d/%m/%Y}" if editor.since else ""
    return OpenElsewhere(
        f"Có dấu hiệu {editor.shown} đang mở «{target.name}» bằng {editor.program} (tệp khoá «{editor.owner_file.name}»{where}{when}); chưa ghi gì.",
        f'Nhờ đồng chí đó lưu, đóng tệp rồi chạy lại. Chắc chắn không ai còn mở (máy tắt đột ngột): sochibo unlock "{target.name}".',
    )


def held(target: Path) -> OpenElsewhere:
    """The refusal that names who has the file open, as far as an owner file tells."""
    editor = find_editor(target)
    holder = editor.shown if editor else "một đồng chí khác"
    return OpenElsewhere(f"Tệp «{target.name}» đang được {holder} mở; chưa ghi gì.", "Nhờ đồng chí đó đóng tệp rồi chạy lại.")


def is_held(target: Path) -> bool:
    """Whether somebody holds the file: Windows tells when it is opened for writing, elsewhere a lock does."""
    if sys.platform == "win32":
        from addin.hosts import windows_sharing  # noqa: PLC0415 - Windows only

        return windows_sharing.is_held(target)
    try:
        handle = target.open("r+b")
    except FileNotFoundError:
        return False
    with handle:
        import fcntl  # noqa: PLC0415 - not on Windows

        try:
            fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):
            return True
        except OSError:
            return False
    return False
