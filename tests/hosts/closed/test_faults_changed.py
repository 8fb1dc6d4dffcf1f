"""The workbook changes while we work on it, or is wanted by several runs at once (S04)."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import NoReturn

import pytest

from addin.errors import ChangedMeanwhile, SochiboError
from addin.hosts.closed.save.saving import save
from addin.hosts.closed.snapshot import Fingerprint, fingerprint_of
from tests.hosts.closed.faults import NEW, NOW, OLD, put, version


class TestChanged:
    def test_s04_changed_since_read_keeps_both(self, path):
        """The other version stays in place, ours lies beside it under a clear name."""
        read = fingerprint_of(path)
        path.write_bytes(version("của người khác"))

        with pytest.raises(ChangedMeanwhile) as refused:
            save(path, NEW, read, now=NOW, what="Ghi thử", who="bi-thu")

        beside = path.with_name("Sổ chi bộ (chưa ghi vào sổ 20261123-083000).xlsx")
        assert path.read_bytes() == version("của người khác")
        assert beside.read_bytes() == NEW
        assert refused.value.exit_code == 4
        assert refused.value.message == (
            "Tệp «Sổ chi bộ.xlsx» đã được sửa sau khi chương trình đọc; chưa ghi gì vào tệp đó."
            " Kết quả để ở tệp «Sổ chi bộ (chưa ghi vào sổ 20261123-083000).xlsx»."
        )

    def test_s04_changed_at_the_last_moment_too(self, path, monkeypatch):
        """The target is looked at again just before the move."""
        from addin.hosts.closed.save import saving as module

        real = module.keep_attributes

        def meddle(old, new):
            real(old, new)
            path.write_bytes(version("của người khác"))

        monkeypatch.setattr(module, "keep_attributes", meddle)
        with pytest.raises(ChangedMeanwhile):
            put(path)

        assert path.read_bytes() == version("của người khác")
        assert sorted(entry.name for entry in (path.parent / "Sao lưu").iterdir()) == []

    def test_a_workbook_moved_away_is_told(self, path):
        """The result is kept all the same."""
        read = fingerprint_of(path)
        path.rename(path.with_name("đã chuyển.xlsx"))

        with pytest.raises(ChangedMeanwhile, match="không còn ở chỗ cũ"):
            save(path, NEW, read, now=NOW, what="Ghi thử", who="bi-thu")

        assert path.with_name("Sổ chi bộ (chưa ghi vào sổ 20261123-083000).xlsx").read_bytes() == NEW


@pytest.mark.posix
class TestTogether:
    def test_eight_runs_at_once_one_wins_and_nothing_is_lost(self, path):
        """All read the same version; one writes, each of the others is told and its result kept or not begun."""
        read = fingerprint_of(path)
        versions = [version(number) for number in range(8)]
        start = time.time() + 0.3
        children = [os.fork() or saved_at(start, path, new, read) for new in versions]

        codes = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]

        assert sorted(codes) == [0] + [4] * 7
        assert path.read_bytes() == versions[codes.index(0)]
        assert [backup.read_bytes() for backup in (path.parent / "Sao lưu").glob("*.xlsx")] == [OLD]


def saved_at(start: float, path: Path, new: bytes, read: Fingerprint) -> NoReturn:
    """In a child: wait for the moment, save, leave with the exit code."""
    time.sleep(max(0.0, start - time.time()))
    try:
        save(path, new, read, now=NOW, what="Ghi thử", who="bi-thu")
    except SochiboError as error:
        os._exit(error.exit_code)
    except BaseException:  # noqa: BLE001 - a bug is seen by its code
        os._exit(99)
    os._exit(0)
