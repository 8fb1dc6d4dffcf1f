"""The chain of a log: every edit, insertion, removal and cut is found and named by its line (S16, S17)."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from addin.hosts.log import appending
from addin.hosts.log.appending import append
from addin.hosts.log.checking import faults_of
from addin.hosts.log.lines import head_of, log_of, read_lines
from tests.conftest import ROOT

BOOK = "sổ.xlsx"


@pytest.fixture
def home(tmp_path):
    for number in range(1, 6):
        append(tmp_path, BOOK, lambda _, number=number: [{"command": "put", "count": number}])
    return tmp_path


def faults(home):
    path = log_of(home, BOOK)
    return [(fault.kind, fault.line) for fault in faults_of(path, read_lines(path))]


def rewritten(home, change):
    path = log_of(home, BOOK)
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(change(lines)))


def test_an_untouched_log_is_whole(home):
    """Sequence, fingerprint of the line before, head."""
    lines = read_lines(log_of(home, BOOK)).whole

    assert [line.sequence for line in lines] == [1, 2, 3, 4, 5]
    assert [line.fields["previous"] for line in lines] == ["", *(line.sha256 for line in lines[:-1])]
    assert faults(home) == []


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
def test_one_byte_changed_names_the_line(home, number):
    """S16: of any line, the last too, by the head among the backups."""
    rewritten(home, lambda lines: [line.replace(b'"count":', b'"count":1') if at == number else line for at, line in enumerate(lines, 1)])

    assert faults(home) == [("log_edited", number)]


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
def test_a_line_no_json_any_more(home, number):
    """Garbage is told as that line."""
    rewritten(home, lambda lines: [b"xxx\n" if at == number else line for at, line in enumerate(lines, 1)])

    assert ("log_edited", number) in faults(home)


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_a_line_taken_out(home, number):
    """What follows it does not follow."""
    rewritten(home, lambda lines: [line for at, line in enumerate(lines, 1) if at != number])

    assert faults(home) == [("log_cut", number)]


@pytest.mark.parametrize("left", [0, 1, 4])
def test_a_tail_cut_off(home, left):
    """S17: the head knows how many there were."""
    rewritten(home, lambda lines: lines[:left])

    assert faults(home) == [("log_cut", left)]


def test_a_log_taken_away(home):
    """The same."""
    log_of(home, BOOK).unlink()

    assert faults(home) == [("log_cut", 0)]


def test_a_cut_is_still_seen_after_more_was_written(home):
    """The new line goes on from the head, not from what is left."""
    rewritten(home, lambda lines: lines[:2])
    append(home, BOOK, lambda _: [{"command": "put"}])

    assert faults(home) == [("log_cut", 3)]


def test_a_line_put_in(home):
    """One that was made up does not fit, wherever it stands."""
    rewritten(home, lambda lines: [*lines[:2], lines[1], *lines[2:]])

    assert ("log_cut", 3) in faults(home)


def test_without_its_head_it_is_said(home):
    """Then nobody knows whether a tail is gone."""
    head_of(home, BOOK).unlink()

    assert faults(home) == [("log_head", 0)]


def test_a_head_that_lags_is_no_fault(home):
    """Killed between the line and its head."""
    old = head_of(home, BOOK).read_bytes()
    append(home, BOOK, lambda _: [{"command": "put"}])
    head_of(home, BOOK).write_bytes(old)

    assert faults(home) == []


def test_half_a_line_is_taken_away_and_said(home):
    """A power cut; the next line says how much went."""
    with log_of(home, BOOK).open("ab") as log:
        log.write(b'{"sequence":6,"prev')
    assert faults(home) == [("log_torn", 6)]

    append(home, BOOK, lambda _: [{"command": "put"}])

    assert faults(home) == []
    assert read_lines(log_of(home, BOOK)).whole[-1].fields["torn"] == len(b'{"sequence":6,"prev')


def test_a_full_drive_leaves_no_half_line(home, monkeypatch):
    """What arrived is taken back."""
    before = log_of(home, BOOK).read_bytes()

    def half(file, data):
        file.write(data[:7])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(appending, "_written", half)
    with pytest.raises(OSError, match="No space"):
        append(home, BOOK, lambda _: [{"command": "put"}])

    assert log_of(home, BOOK).read_bytes() == before
    assert faults(home) == []


WRITER = """
import sys
from pathlib import Path
from addin.hosts.log.appending import append
for number in range(int(sys.argv[2])):
    append(Path(sys.argv[1]), "sổ.xlsx", lambda _: [{"command": "put"}])
"""


HOLDER = """
import sys, time
from pathlib import Path
from addin.hosts.mutex import alone_in
folder = Path(sys.argv[1]) / "Nhật ký"
folder.mkdir()
with alone_in(folder, seconds=1):
    print(1, flush=True)
    time.sleep(60)
"""


def test_many_at_once_lose_no_line(tmp_path):
    """Appended under the lock: every line whole, in one chain."""
    running = [subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path), "25"], cwd=ROOT) for _ in range(4)]

    assert [one.wait() for one in running] == [0] * 4
    lines = read_lines(log_of(tmp_path, BOOK))
    assert [line.sequence for line in lines.whole] == list(range(1, 101))
    assert faults(tmp_path) == []


@pytest.mark.posix
def test_a_killed_holder_frees_the_lock(tmp_path):
    """The next one waits for nothing."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)], cwd=ROOT, stdout=subprocess.PIPE
    ) as holder:
        holder.stdout.readline()
        holder.kill()

    append(tmp_path, BOOK, lambda _: [{"command": "put"}])

    assert faults(tmp_path) == []
    assert json.loads(head_of(tmp_path, BOOK).read_text(encoding="utf-8"))["sequence"] == 1
