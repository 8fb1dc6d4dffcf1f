"""Periods in words, with and without their year."""

from __future__ import annotations

import pytest

from addin.core.tables.squares.periods import read_period

SAID = [
    ("Quý I/2025", "2025-01-01", "2025-03-31"),
    ("quý 4 năm 2024", "2024-10-01", "2024-12-31"),
    ("Quý II", "2026-04-01", "2026-06-30"),
    ("Quý I, II", "2026-01-01", "2026-06-30"),
    ("Quý III và quý IV/2025", "2025-07-01", "2025-12-31"),
    ("Tháng 2/2024", "2024-02-01", "2024-02-29"),
    ("T5", "2026-05-01", "2026-05-31"),
    ("Tháng 3 - 5/2025", "2025-03-01", "2025-05-31"),
    ("6 tháng đầu năm", "2026-01-01", "2026-06-30"),
    ("Sáu tháng cuối năm 2025", "2025-07-01", "2025-12-31"),
    ("Cả năm", "2026-01-01", "2026-12-31"),
    ("Năm 2023", "2023-01-01", "2023-12-31"),
    ("Từ 01/3 đến 25/3/2025", "2025-03-01", "2025-03-25"),
    ("từ ngày 05/12/2025 đến hết ngày 10/01/2026", "2025-12-05", "2026-01-10"),
    ("01/3 - 25/3", "2026-03-01", "2026-03-25"),
]


@pytest.mark.parametrize(("text", "first", "last"), SAID)
def test_a_period_gives_its_first_and_last_day(text, first, last):
    """The year of the sheet where it names none."""
    found = read_period(text, 2026)

    assert found is not None
    assert (found[0].iso, found[1].iso) == (first, last)


@pytest.mark.parametrize("text", ["Quý V/2025", "Tháng 13/2025", "Từ 25/3 đến 01/3/2025", "Từ 30/02 đến 25/3/2025", "Thường xuyên", "Quý khách", "Từ tốn"])
def test_what_is_no_period_is_none(text):
    """Nothing is guessed."""
    assert read_period(text, 2026) is None


@pytest.mark.parametrize("text", ["Quý II", "Tháng 5", "6 tháng đầu năm", "Cả năm", "01/3 - 25/3"])
def test_without_any_year_nothing_is_said(text):
    """Neither its own nor the sheet's."""
    assert read_period(text) is None
