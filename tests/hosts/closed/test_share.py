"""A workbook on an SMB share, as far as a simulated file system tells: a target anybody has open, ourselves too, is not replaced."""

from __future__ import annotations

import errno
import os
import shutil
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from addin.core.places import Place
from addin.core.writes import Write, Writes
from addin.errors import CannotWrite
from addin.hosts.closed.book import ClosedBook
from addin.hosts.closed.save import saving

NOW = datetime(2026, 11, 28, 8, 30)
pytestmark = pytest.mark.posix


def held_open(path):
    """By this process."""
    return [handle for handle in Path("/proc/self/fd").iterdir() if _target(handle) == str(path)]


def _target(handle):
    try:
        return str(handle.readlink())
    except OSError:
        return ""


@pytest.fixture
def share(monkeypatch):
    """Refuses as Samba does; how often, and every name that was replaced."""
    seen = {"refused": 0, "replaced": []}
    real = {name: getattr(os, name) for name in ("replace", "link", "unlink")}

    def over(name):
        def call(*paths, **named):
            target = Path(paths[-1])
            if target.exists() and held_open(target):
                seen["refused"] += target.suffix == ".xlsx"  # a lock file of ours that stays behind does no harm
                raise OSError(errno.EBUSY, "Device or resource busy", str(target))
            seen["replaced"].append(target.name)
            return real[name](*paths, **named)

        return call

    for name in real:
        monkeypatch.setattr(os, name, over(name))
    return seen


@pytest.fixture
def path(tmp_path):
    book = openpyxl.Workbook()
    book.active.title = "Sổ"
    book.active["A1"] = "cũ"
    book.save(tmp_path / "so.xlsx")
    return tmp_path / "so.xlsx"


def put(path, value):
    ClosedBook(path, now=NOW).apply(Writes(squares=(Write(Place("Sổ", 1, 1), value, "thử"),)))


@pytest.mark.posix
def test_we_hold_nothing_of_our_own_open_while_we_replace(path, share):
    """A write, another, and both taken back."""
    before = path.read_bytes()
    put(path, "một")
    put(path, "hai")
    saving.undo(path, NOW)

    assert ClosedBook(path, now=NOW).grids()[0].at(1, 1) == "một"
    saving.undo(path, NOW)
    assert path.read_bytes() == before
    assert share["refused"] == 0
    assert share["replaced"].count("so.xlsx") == 4


@pytest.mark.posix
def test_somebody_else_who_holds_it_keeps_it(path, share):
    """Nothing lost, the result beside it; and the lock file that stays behind on such a share stops nobody."""
    before = path.read_bytes()
    with path.open("rb"), pytest.raises(CannotWrite, match="Kết quả để ở tệp"):
        put(path, "một")

    assert path.read_bytes() == before
    assert share["refused"] >= 1
    assert path.with_name(".sochibo.lock").exists()
    put(path, "hai")
    assert ClosedBook(path, now=NOW).grids()[0].at(1, 1) == "hai"


def test_a_share_that_does_not_tell_its_room_is_not_full(path, monkeypatch):
    """Of size 0: some file systems say nothing."""
    monkeypatch.setattr("addin.hosts.closed.save.saving.shutil.disk_usage", lambda _: shutil._ntuple_diskusage(0, 0, 0))

    ClosedBook(path, now=NOW).probe(Writes(squares=(Write(Place("Sổ", 1, 1), "một", "thử"),)))
