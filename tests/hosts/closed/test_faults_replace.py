"""The target is in use when it is to be replaced, or the disk does not keep what it was given."""

from __future__ import annotations

import errno
import hashlib
import os
from pathlib import Path

import pytest

from addin.errors import CannotWrite, OpenElsewhere
from tests.hosts.closed.faults import HOLDER, NEW, OLD, excel_owner, put


def windows_error(code: int) -> OSError:
    error = PermissionError(errno.EACCES, "Access is denied")
    error.winerror = code
    return error


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
        monkeypatch.setattr("addin.hosts.closed.disk.time.sleep", lambda _: None)
        put(path)

        assert path.read_bytes() == NEW
        assert calls.count(path) == 4

    @pytest.mark.parametrize("code", [5, 32, 33])
    def test_busy_for_ever_leaves_the_result_beside(self, path, monkeypatch, code):
        """About three seconds, then the result under a clear name; never deleted first, never copied over."""
        real, pauses = os.replace, []

        def busy(source, target):
            if target == path:
                raise windows_error(code)
            real(source, target)

        monkeypatch.setattr(os, "replace", busy)
        monkeypatch.setattr("addin.hosts.closed.disk.time.sleep", pauses.append)
        excel_owner(path)
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
        from addin.hosts.closed import save as module

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
        from addin.hosts.closed import backup as module

        monkeypatch.setattr(module, "write_aside", spoilt)
        with pytest.raises(CannotWrite, match="Bản sao lưu"):
            put(path)

        assert path.read_bytes() == OLD
        assert not list((path.parent / "Sao lưu").iterdir())


def spoilt(folder: Path, data: bytes) -> Path:
    aside = folder / ".sochibo-hong.tmp"
    aside.write_bytes(data[:-1])
    return aside
