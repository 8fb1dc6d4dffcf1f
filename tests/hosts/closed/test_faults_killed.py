"""Kill -9 at any moment leaves the old workbook or the new one (S05)."""

from __future__ import annotations

import io
import os
import random
import signal
import time
import zipfile
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from addin.hosts.closed.save.saving import undo
from tests.hosts.closed.faults import NEW, NOW, OLD, put
from tests.hosts.closed.made_books import parts_of, sheet_part, zipped
from tests.proof import count

KILLS = count(40, 1_000)


@pytest.mark.posix
class TestKilled:
    @pytest.mark.proof
    def test_s05_kill_9_at_random_times(self, tmp_path, tell):
        """Many times: the workbook is the old one or the new one, never a third, and the next run completes."""
        path = tmp_path / "Sổ chi bộ.xlsx"
        versions = [bulky(number) for number in range(KILLS + 1)]
        path.write_bytes(versions[0])
        longest = max(duration(lambda new=new: put(path, new)) for new in (versions[1], versions[0])) * 1.3
        chance = random.Random(2026)  # noqa: S311 - times, not secrets
        unreadable = lost = landed = 0
        for number in range(1, KILLS + 1):
            before = path.read_bytes()
            kill_while(lambda new=versions[number], now=NOW + timedelta(seconds=number): put(path, new, now), chance.uniform(0, longest))
            after = path.read_bytes()
            unreadable += not is_whole(after)
            lost += after not in {before, versions[number]}
            landed += after == versions[number]
        tell(f"S05: {KILLS} lần kill -9, {unreadable} lần không đọc được, {lost} lần mất dữ liệu, {landed} lần đã kịp ghi xong")
        assert (unreadable, lost) == (0, 0)

        put(path, bulky("cuối"), tomorrow())

        assert path.read_bytes() == bulky("cuối")
        assert not list(tmp_path.rglob(".sochibo-*"))

    @pytest.mark.parametrize("step", range(12))
    def test_s05_kill_9_before_each_step(self, path, step):
        """At every sync and every move, in order; undo still knows what is true."""
        def work():
            counted = iter(range(99))

            def deadly(real):
                def call(*arguments):
                    if next(counted) == step:
                        os.kill(os.getpid(), signal.SIGKILL)
                    return real(*arguments)

                return call

            os.fsync, os.replace = deadly(os.fsync), deadly(os.replace)
            return put(path)

        in_child_or_killed(work)
        content = path.read_bytes()

        assert content in {OLD, NEW}
        if content == NEW:
            assert undo(path, tomorrow()).what == "Ghi thử"
        else:
            put(path, now=tomorrow())
        assert not list(path.parent.rglob(".sochibo-*"))


def tomorrow() -> datetime:
    """When what was left behind is old enough to be swept: the disk dates it by the real clock, never by NOW."""
    return datetime.now() + timedelta(days=1)


def bulky(value: object) -> bytes:
    """A workbook large enough that writing it takes a while."""
    noise = random.Random(str(value)).randbytes(400_000)  # noqa: S311 - bytes that do not deflate
    return zipped(parts_of(sheet_part("<sheetData/>"), {"xl/media/image1.bin": noise}), zipfile.ZIP_STORED)


def duration(work: Callable[[], object]) -> float:
    """How long the work takes in a forked process."""
    started = time.perf_counter()
    in_child_or_killed(work)
    return time.perf_counter() - started


def kill_while(work: Callable[[], object], after: float) -> None:
    child = os.fork()
    if child == 0:
        try:
            work()
        finally:
            os._exit(0)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def in_child_or_killed(work: Callable[[], object]) -> None:
    child = os.fork()
    if child == 0:
        try:
            work()
        finally:
            os._exit(0)
    os.waitpid(child, 0)


def is_whole(data: bytes) -> bool:
    try:
        return zipfile.ZipFile(io.BytesIO(data)).testzip() is None
    except zipfile.BadZipFile:
        return False
