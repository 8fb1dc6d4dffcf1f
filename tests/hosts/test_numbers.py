"""Numbers of documents: exclusive, gapless, voids kept (S13; F40)."""

from __future__ import annotations

import json
import multiprocessing
from datetime import date

import pytest

from addin.hosts.numbers import NumberRegister, NumberTaken, Series
from tests.proof import count

SERIES = Series("QĐ", "20220701-20250630")
DAY = date(2024, 3, 1)
EACH = count(25, 250)


def take(folder, count):
    """What one secretary does: the next number, again where somebody was faster."""
    register, mine = NumberRegister(folder), []
    while len(mine) < count:
        number = register.next_number(SERIES)
        try:
            claim = register.claim(SERIES, number, DAY, "inspection-decision")
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
    register.claim(SERIES, 24, DAY, "inspection-decision")

    with pytest.raises(NumberTaken):
        NumberRegister(tmp_path).claim(SERIES, 24, DAY, "inspection-decision")


def test_a_void_number_stays_with_its_reason(tmp_path):
    """A number whose document could not be written is never used again."""
    register = NumberRegister(tmp_path)
    claim = register.claim(SERIES, 1, DAY, "inspection-decision")

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
    register.claim(SERIES, 7, DAY, "x")

    assert register.next_number(Series("QĐ", "20250701-20270630")) == 1
    assert register.next_number(Series("KH", SERIES.period)) == 1


def test_nothing_personal_stands_in_a_claim(tmp_path):
    """The kind of document, the day, the state: no names."""
    claim = NumberRegister(tmp_path).claim(SERIES, 1, DAY, "inspection-decision")

    assert json.loads(claim.path.read_text(encoding="utf-8")) == {
        "state": "claimed",
        "on": "2024-03-01",
        "what": "inspection-decision",
        "request": "",
    }


def test_the_same_request_is_found_again(tmp_path):
    """Asked twice, one number; only an issued one counts."""
    register = NumberRegister(tmp_path)
    claim = register.claim(SERIES, 5, DAY, "inspection-decision", "digest")
    assert register.issued_for(SERIES, "digest") is None

    register.issue(claim, "5.docx", "0" * 64)

    assert register.issued_for(SERIES, "digest") == 5
    assert register.issued_for(SERIES, "other") is None
