"""Numbers in sentences are written one way, whoever writes them."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from addin.core.numerals import exact_percent, first_few, number_text, padded, percent, rounded_text

ADDIN = Path(__file__).resolve().parents[2] / "addin"


@pytest.mark.parametrize(("count", "written"), [(0, "0"), (8, "08"), (12, "12"), (125, "125")])
def test_a_count_has_two_digits(count, written):
    """None is a bare 0, as in minutes and reports."""
    assert padded(count) == written


@pytest.mark.parametrize(
    ("share", "written"),
    [(Decimal("0.125"), "12,5%"), (Decimal("0.5"), "50%"), (Decimal(2) / 3, "66,7%"), (0.2345, "23,5%"), (Decimal(1), "100%")],
)
def test_a_share_is_said_to_one_place(share, written):
    """A decimal comma, no space before the sign, half up."""
    assert percent(share) == written


def test_what_somebody_entered_is_not_rounded():
    """100,04% entered where at most 100% may be must not read as 100%."""
    assert exact_percent(Decimal("1.0004")) == "100,04%"
    assert number_text(Decimal("89.50")) == "89,5"
    assert number_text(Decimal("30.00")) == "30"
    assert rounded_text(2.25) == "2,3"


def test_a_long_list_is_cut():
    """Five, then dots; lazily."""
    assert first_few(range(6, 10**9), digits=2) == "06, 07, 08, 09, 10…"
    assert first_few([2019, 2021]) == "2019, 2021"


def test_nobody_writes_numbers_by_hand():
    """The forms stand in `numerals` alone: a padded count or a decimal comma elsewhere is a second way."""
    by_hand = re.compile(r":02d\}|replace\(\"\.\", \",\"\)")
    not_sentences = {
        "core/numerals.py", "core/dates.py", "core/tables/series.py", "documents/parts/heading.py",
        "hosts/closed/save/backup.py", "hosts/closed/save/saving.py",
    }  # fmt: skip

    found = [
        str(path.relative_to(ADDIN))
        for path in sorted(ADDIN.rglob("*.py"))
        if path.relative_to(ADDIN).as_posix() not in not_sentences and by_hand.search(path.read_text(encoding="utf-8"))
    ]

    assert found == []
