"""The target is in use when it is to be replaced, or the disk does not keep what it was given."""

from __future__ import annotations

import errno
import hashlib
import os
from pathlib import Path

import pytest

from addin.errors import CannotWrite, DiskFull, NoRight, OpenElsewhere
from addin.hosts.disk import meaning_of
from tests.hosts.closed.faults import HOLDER, NEW, OLD, excel_owner, put


def windows_error(code: int, number: int = errno.EACCES) -> OSError:
    error = OSError(number, "Access is denied")
    error.winerror = code
    return error


@pytest.mark.parametrize(
    ("code", "number", "kind", "begins"),
    [
        (5, errno.EACCES, NoRight, "Không có quyền ghi"),
        (19, errno.EACCES, NoRight, "Không có quyền ghi"),
        (32, errno.EACCES, OpenElsewhere, "Tệp «Sổ chi bộ.xlsx» đang được"),
        (33, errno.EACCES, OpenElsewhere, "Tệp «Sổ chi bộ.xlsx» đang được"),
        (39, errno.EINVAL, DiskFull, "Ổ đĩa đầy"),
        (112, errno.ENOSPC, DiskFull, "Ổ đĩa đầy"),
        (123, errno.EINVAL, CannotWrite, "Đường dẫn tới «Sổ chi bộ.xlsx…» quá dài"),
        (206, errno.ENOENT, CannotWrite, "Đường dẫn tới «Sổ chi bộ.xlsx…» quá dài"),
        (53, errno.ENOENT, CannotWrite, "Không tới được thư mục"),
    ],
)
def test_what_the_numbers_of_windows_mean(path, code, number, kind, begins):
    """Each failure in the words of its cause (Windows' System Error Codes), whatever C number comes with it."""
    meant = meaning_of(windows_error(code, number), path)

    assert type(meant) is kind
    assert meant.message.startswith(begins)


class TestReplace:
    @pytest.mark.parametrize("code", [5, 32, 33])
    def test_a_busy_moment_is_waited_for(self, path, monkeypatch, code):
        """A virus scanner has the file for some milliseconds."""
        real, calls = os.replace, []

        def busy(source, target):
            calls.append(target)
            if target == path and calls.count(path) <= 3:
                raise windows_error(code)
            real(source, target)

        monkeypatch.setattr(os, "replace", busy)
        monkeypatch.setattr("addin.hosts.disk.time.sleep", lambda _: None)
        put(path)

        assert path.read_bytes() == NEW
        assert calls.count(path) == 4

    @pytest.mark.parametrize("code", [5, 32, 33])
    def test_busy_for_ever_leaves_the_result_beside(self, path, monkeypatch, code):
        """About three seconds, then the result under a clear name; never deleted first, never copied over."""
        real, pauses = os.replace, []

        def busy(source, target):
            if target == path:
                excel_owner(path)  # opened a moment ago: before, it would have been refused at once
                raise windows_error(code)
            real(source, target)

        monkeypatch.setattr(os, "replace", busy)
        monkeypatch.setattr("addin.hosts.disk.time.sleep", pauses.append)
        with pytest.raises(OpenElsewhere) as refused:
            put(path)

        assert 2 <= sum(pauses) <= 3
        assert path.read_bytes() == OLD
        assert path.with_name("Sổ chi bộ (chưa ghi vào sổ 20261123-083000).xlsx").read_bytes() == NEW
        assert refused.value.message == (
            f"Tệp «Sổ chi bộ.xlsx» đang được đồng chí {HOLDER} mở; chưa ghi gì."
            " Kết quả để ở tệp «Sổ chi bộ (chưa ghi vào sổ 20261123-083000).xlsx»."
        )
        assert not list(path.parent.glob(".sochibo-*"))
        assert not list((path.parent / "Sao lưu").iterdir())

    def test_another_failure_is_not_tried_again(self, path, monkeypatch):
        """Waiting helps only against a busy file."""
        real, calls = os.replace, []

        def broken(source, target):
            calls.append(target)
            if target == path:
                raise OSError(errno.EIO, "input/output error")
            real(source, target)

        monkeypatch.setattr(os, "replace", broken)
        with pytest.raises(CannotWrite):
            put(path)

        assert calls.count(path) == 1
        assert hashlib.sha256(path.read_bytes()).digest() == hashlib.sha256(OLD).digest()

    def test_a_temporary_file_that_does_not_hold_is_not_moved(self, path, monkeypatch):
        """What lies on the disk is read again before it takes the workbook's place."""
        from addin.hosts.closed.save import saving as module

        real = module.write_aside

        def lossy(folder, data):
            aside = real(folder, data)
            aside.write_bytes(data[:-1])
            return aside

        monkeypatch.setattr(module, "write_aside", lossy)
        with pytest.raises(CannotWrite, match="Bản ghi tạm trên ổ đĩa không đúng với kết quả"):
            put(path)

        assert path.read_bytes() == OLD

    def test_a_backup_that_does_not_hold_stops_the_write(self, path, monkeypatch):
        """Without a true backup nothing is replaced."""
        from addin.hosts.closed.save import backup as module

        monkeypatch.setattr(module, "write_aside", spoilt)
        with pytest.raises(CannotWrite, match="Bản sao lưu"):
            put(path)

        assert path.read_bytes() == OLD
        assert not list((path.parent / "Sao lưu").iterdir())


def spoilt(folder: Path, data: bytes) -> Path:
    aside = folder / ".sochibo-hong.tmp"
    aside.write_bytes(data[:-1])
    return aside
