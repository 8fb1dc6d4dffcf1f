"""Numbers of documents: exclusive, gapless, voids kept (S13; F40)."""

from __future__ import annotations

import errno
import json
import multiprocessing
import os
import time
from datetime import date
from pathlib import Path

import pytest

from addin.core.tables.series import Series
from addin.errors import CannotWrite, DiskFull
from addin.hosts.numbers import NumberRegister, NumberTaken
from tests.proof import count

SERIES = Series("QĐ", "20220701-20250630")
DAY = date(2024, 3, 1)
EACH = count(25, 250)


def claimed(register, number, *asked, series=SERIES, **named):
    """A number claimed."""
    return register.claim(register.place(series, number), *asked, **named)


def take(folder, count):
    """What one secretary does: the next number, again where somebody was faster."""
    register, mine = NumberRegister(folder), []
    while len(mine) < count:
        number = register.next_number(SERIES)
        try:
            claim = claimed(register, number, DAY, "inspection-decision")
        except NumberTaken:
            continue
        register.issue(claim, f"{number}.docx", "0" * 64)
        mine.append(number)
    return mine


@pytest.mark.proof
def test_eight_secretaries_never_hold_the_same_number(tmp_path):
    """8 processes × 25 numbers are 200 distinct numbers without a gap; ten times as many in make proof."""
    with multiprocessing.get_context("spawn").Pool(8) as pool:
        taken = pool.starmap(take, [(tmp_path, EACH)] * 8)

    assert sorted(number for numbers in taken for number in numbers) == list(range(1, 8 * EACH + 1))


def test_a_claimed_number_is_refused_to_the_next(tmp_path):
    """Claims are exclusive even before the document is issued."""
    register = NumberRegister(tmp_path)
    claimed(register, 24, DAY, "inspection-decision")

    with pytest.raises(NumberTaken):
        claimed(NumberRegister(tmp_path), 24, DAY, "inspection-decision")


def test_a_void_number_stays_with_its_reason(tmp_path):
    """A number whose document could not be written is never used again."""
    register = NumberRegister(tmp_path)
    claim = claimed(register, 1, DAY, "inspection-decision")

    register.void(claim, "disk_full")

    assert register.numbers(SERIES) == {1: "void"}
    assert register.next_number(SERIES) == 2
    assert json.loads(claim.path.read_text(encoding="utf-8"))["reason"] == "disk_full"


def test_the_workbook_counts_too(tmp_path):
    """Numbers issued before the register existed stand in the workbook."""
    assert NumberRegister(tmp_path).next_number(SERIES, used_elsewhere=35) == 36


def test_series_are_apart(tmp_path):
    """Another term or kind begins anew."""
    register = NumberRegister(tmp_path)
    claimed(register, 7, DAY, "x")

    assert register.next_number(Series("QĐ", "20250701-20270630")) == 1
    assert register.next_number(Series("KH", SERIES.period)) == 1


def test_nothing_personal_stands_in_a_claim(tmp_path):
    """The kind of document, the day, the state: no names."""
    claim = claimed(NumberRegister(tmp_path), 1, DAY, "inspection-decision")

    assert json.loads(claim.path.read_text(encoding="utf-8")) == {
        "state": "claimed",
        "on": "2024-03-01",
        "what": "inspection-decision",
        "request": "",
    }


def test_the_same_request_is_found_again(tmp_path):
    """Asked twice, one number; only an issued one counts."""
    register = NumberRegister(tmp_path)
    claim = claimed(register, 5, DAY, "inspection-decision", "digest")
    assert register.taken_for(SERIES, "digest") == ((claim, "claimed"),)

    register.issue(claim, "5.docx", "0" * 64)

    assert [(one.number, state) for one, state in register.taken_for(SERIES, "digest")] == [(5, "issued")]
    assert register.taken_for(SERIES, "other") == ()
    register.void(claimed(register, 6, DAY, "inspection-decision", "other"), "disk_full")
    assert register.taken_for(SERIES, "other") == ()


def test_a_claim_interrupted_before_it_says_anything_holds_its_number(tmp_path):
    """An empty file: nobody takes the number, and it can still be settled."""
    register = NumberRegister(tmp_path)
    claim = claimed(register, 3, DAY, "inspection-decision")
    claim.path.write_bytes(b"")

    assert register.numbers(SERIES) == {3: "claimed"}
    assert register.next_number(SERIES) == 4
    with pytest.raises(NumberTaken):
        claimed(register, 3, DAY, "inspection-decision")
    register.void(claim, "interrupted")
    assert register.numbers(SERIES) == {3: "void"}


STOPS = pytest.mark.parametrize("stop", [KeyboardInterrupt, OSError(errno.ENOSPC, "full"), OSError(errno.EIO, "io"), RuntimeError])


def stopping(stop):
    def stopped(*_):
        raise stop

    return stopped


@STOPS
def test_a_claim_stopped_while_it_is_written_claims_nothing(tmp_path, monkeypatch, stop):
    """It appears with all it says or not at all: no number is burnt, no empty file left (S07)."""
    monkeypatch.setattr("addin.hosts.disk.os.fsync", stopping(stop))
    register, held = NumberRegister(tmp_path), []

    with pytest.raises(CannotWrite if isinstance(stop, OSError) else stop):
        claimed(register, 1, DAY, "inspection-decision", held=held)

    assert held == []
    assert register.numbers(SERIES) == {}
    assert not list(tmp_path.rglob("*.json"))


@STOPS
def test_a_claim_stopped_just_behind_it_is_told_to_be_ours(tmp_path, monkeypatch, stop):
    """Who asked knows that the number is held, and can void it."""
    monkeypatch.setattr("addin.hosts.disk.sync_folder", stopping(stop))
    register, held = NumberRegister(tmp_path), []

    with pytest.raises(CannotWrite if isinstance(stop, OSError) else stop):
        claimed(register, 1, DAY, "inspection-decision", held=held)

    assert [claim.number for claim in held] == [1]
    assert register.numbers(SERIES) == {1: "claimed"}


def test_a_number_somebody_is_just_claiming_is_taken(tmp_path, monkeypatch):
    """Windows may say that the file is in use instead of that it is there (S13)."""
    register = NumberRegister(tmp_path)
    claimed(register, 1, DAY, "inspection-decision", "theirs")
    monkeypatch.setattr("addin.hosts.disk._move_if_free", stopping(PermissionError(13, "in use")))

    with pytest.raises(NumberTaken):
        claimed(register, 1, DAY, "inspection-decision", "ours")


def test_a_full_drive_is_called_so(tmp_path, monkeypatch):
    """S07: not only that no number could be held."""
    monkeypatch.setattr("addin.hosts.disk.os.fsync", stopping(OSError(errno.ENOSPC, "full")))

    with pytest.raises(DiskFull, match="Ổ đĩa đầy"):
        claimed(NumberRegister(tmp_path), 1, DAY, "inspection-decision")


def test_a_number_of_seven_digits_ends_the_search(tmp_path):
    """999999.json beside 1000000.json: the next is no number of a paper, and is refused at once."""
    register = NumberRegister(tmp_path)
    folder = register.place(SERIES, 1).path.parent
    folder.mkdir(parents=True)
    for name in ("999999.json", "1000000.json"):
        (folder / name).write_text("{}", encoding="utf-8")

    assert register.next_number(SERIES) == 1_000_001
    with pytest.raises(CannotWrite, match="quá sáu chữ số"):
        claimed(register, register.next_number(SERIES), DAY, "inspection-decision")


def test_a_claim_the_drive_does_not_hand_over_is_no_empty_one(tmp_path, monkeypatch):
    """Else the same request would take a second number."""
    register = NumberRegister(tmp_path)
    claimed(register, 1, DAY, "inspection-decision", "digest")
    monkeypatch.setattr(Path, "read_text", lambda *_, **__: stopping(OSError(errno.EIO, "io"))())

    with pytest.raises(OSError, match="io"):
        register.taken_for(SERIES, "digest")


def test_only_what_nobody_is_at_work_on_is_abandoned(tmp_path):
    """By the clock of the share: a claim ten minutes older than ours, neither issued nor void."""
    register = NumberRegister(tmp_path)
    for number in range(1, 5):
        register.claim(register.place(SERIES, number, str(number)), DAY, "inspection-decision")
    claims = {number: register.place(SERIES, number).path for number in range(1, 5)}
    for number in (1, 2, 3):
        os.utime(claims[number], (time.time() - 700, time.time() - 700))
    register.issue(register.place(SERIES, 1), "1.docx")
    os.utime(claims[1], (time.time() - 700, time.time() - 700))
    os.utime(claims[4], (time.time() - 500, time.time() - 500))
    ours = claimed(register, 5, DAY, "inspection-decision")

    assert [(claim.number, claim.fingerprint) for claim in register.abandoned([ours])] == [(2, "2"), (3, "3")]
