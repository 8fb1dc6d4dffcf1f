"""One at a time in a folder of the office drive, by a lock of the system: free at once when its holder is killed.

A marker file would stay behind its dead owner; the lock file stays too, and means nothing (engineering/reliability.md §3).
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import time
from typing import TYPE_CHECKING, BinaryIO

from addin.errors import OpenElsewhere

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LOCK = ".sochibo.lock"
WITHOUT_LOCKS = frozenset({errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL})
_PAUSE = 0.02


@contextlib.contextmanager
def alone_in(folder: Path, *, seconds: float) -> Iterator[bool]:
    """Nobody else of ours is inside; whether that is certain: some shares have no locks. OpenElsewhere after waiting in vain."""
    if sys.platform == "win32":
        with _alone_on_windows(folder, seconds):
            yield True
        return
    with opened(folder / LOCK) as handle:
        yield _locked(handle, folder, seconds)


def opened(lock: Path) -> BinaryIO:
    """The lock file, made where it is not there; never to append, which some shares do not bear."""
    return os.fdopen(os.open(lock, os.O_RDWR | os.O_CREAT, 0o666), "r+b")


def _locked(handle: BinaryIO, folder: Path, seconds: float) -> bool:
    import fcntl  # noqa: PLC0415 - not on Windows

    end = time.monotonic() + seconds
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            if time.monotonic() > end:
                raise _busy(folder) from error
            time.sleep(_PAUSE)
        except OSError as error:
            if error.errno in WITHOUT_LOCKS:
                return False
            raise
        else:
            return True


@contextlib.contextmanager
def _alone_on_windows(folder: Path, seconds: float) -> Iterator[None]:
    import filelock  # noqa: PLC0415 - Windows only

    lock = filelock.FileLock(folder / LOCK, timeout=seconds)
    try:
        lock.acquire()
    except filelock.Timeout as error:
        raise _busy(folder) from error
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            lock.release()


def _busy(folder: Path) -> OpenElsewhere:
    return OpenElsewhere(f"Một lần chạy khác của chương trình đang ghi ở thư mục «{folder.name}»; chưa ghi gì.", "Đợi một lát rồi chạy lại.")
