"""The bytes of a workbook, read once, with what shows later whether it changed.

Everything that reads works on these bytes, so a colleague's save in the middle cannot mix two versions.
"""

from __future__ import annotations

import contextlib
import hashlib
import stat
from dataclasses import field
from typing import TYPE_CHECKING

from addin.core.records import dataclass
from addin.errors import CannotRead

if TYPE_CHECKING:
    import os
    from pathlib import Path

LARGEST_FILE = 100 * 1024 * 1024
_ATTEMPTS = 3


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What a writer compares before it replaces the file."""

    sha256: str
    size: int
    modified_ns: int


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One version of a file."""

    path: Path
    content: bytes = field(repr=False)
    fingerprint: Fingerprint


def take_snapshot(path: Path) -> Snapshot:
    """Read the file whole; read again where it changed meanwhile; CannotRead where it will not hold still."""
    if path.is_reserved():
        raise CannotRead(f"«{path.name}» là tên Windows dành cho thiết bị, không phải tệp.", "Đổi tên tệp rồi chạy lại.")
    _refuse_unwritable_name(path)
    try:
        for _attempt in range(_ATTEMPTS):
            before = path.stat()
            _refuse_by_size(path, before.st_size)
            _refuse_no_file(path, before.st_mode)
            content = path.read_bytes()
            if _same(before, path.stat()) and len(content) == before.st_size:
                digest = hashlib.sha256(content).hexdigest()
                return Snapshot(path, content, Fingerprint(digest, before.st_size, before.st_mtime_ns))
    except FileNotFoundError as error:
        raise CannotRead(f"Không thấy tệp «{path.name}».", "Kiểm tra lại tên tệp và thư mục rồi chạy lại.") from error
    except IsADirectoryError as error:
        raise _folder(path) from error
    except PermissionError as error:
        raise _no_right(path) from error
    except OSError as error:
        raise CannotRead(
            f"Không đọc được tệp «{path.name}» từ ổ đĩa.",
            "Kiểm tra đường truyền tới ổ chung hoặc chép tệp về máy rồi chạy lại.",
        ) from error
    raise CannotRead(
        f"Tệp «{path.name}» đang được ghi, chưa đọc được bản ổn định.", "Đợi người đang lưu xong rồi chạy lại."
    )


def fingerprint_of(path: Path) -> Fingerprint:
    """The fingerprint of the file as it stands now."""
    return take_snapshot(path).fingerprint


def _refuse_no_file(path: Path, mode: int) -> None:
    """A pipe never ends, a device gives what it likes."""
    if not stat.S_ISREG(mode):
        raise CannotRead(f"«{path.name}» là ống dẫn hoặc thiết bị, không phải tệp.", "Chọn một tệp .xlsx.")


def _refuse_unwritable_name(path: Path) -> None:
    """Bytes that are no UTF-8 come from a disk of another system: no message, backup or register could name the file."""
    try:
        str(path).encode()
    except UnicodeEncodeError as error:
        shown = path.name.encode("utf-8", "replace").decode()
        raise CannotRead(
            f"Tên tệp hoặc thư mục của «{shown}» có ký tự hỏng, không phải chữ.", "Đổi tên tệp, thư mục rồi chạy lại."
        ) from error


def _same(before: os.stat_result, after: os.stat_result) -> bool:
    return (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)


def _refuse_by_size(path: Path, size: int) -> None:
    if path.is_dir():
        raise _folder(path)
    if size > LARGEST_FILE:
        raise CannotRead(
            f"Tệp «{path.name}» lớn quá 100 MB, không phải sổ của một chi bộ.",
            "Bỏ ảnh và sheet không cần, lưu lại rồi chạy lại.",
        )


def _folder(path: Path) -> CannotRead:
    return CannotRead(f"«{path.name}» là thư mục, không phải tệp.", "Chọn một tệp .xlsx trong thư mục ấy.")


def _no_right(path: Path) -> CannotRead:
    """Windows says this of a folder too, so look once more; what lies in a folder closed to us tells nothing of itself."""
    with contextlib.suppress(OSError):
        if path.is_dir():
            return _folder(path)
    return CannotRead(
        f"Không có quyền đọc tệp «{path.name}», hoặc tệp đang bị khoá.",
        "Đóng tệp ở các máy khác, hoặc nhờ người quản lý ổ chung cấp quyền đọc.",
    )
