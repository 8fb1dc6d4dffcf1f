"""Expulsion needs two thirds or more, other forms more than half, of the base (294-QĐ/TW, 9.3.4)."""

from __future__ import annotations

from datetime import date

import pytest

from addin.core import regulations
from addin.core.persons.discipline_votes import votes_needed

LAW = regulations.in_force(date(2025, 7, 1))


@pytest.mark.parametrize(
    ("form", "base", "needed"),
    [
        ("Khai trừ", 30, 20), ("Khai trừ", 31, 21), ("Khai trừ", 3, 2), ("Khai trừ", 4, 3), ("Khai trừ", 0, None),
        ("Cách chức", 30, 16), ("Cảnh cáo", 31, 16), ("Khiển trách", 3, 2), ("Khiển trách", 1, 1),
    ],
)  # fmt: skip
def test_the_fewest_votes_that_carry_a_form(form, base, needed):
    """Exactly two thirds carry an expulsion; exactly half carries nothing."""
    assert votes_needed(form, base, LAW) == needed


def test_before_1_july_2025_no_text_read_asks_two_thirds():
    """What nobody read is not said."""
    assert votes_needed("Khai trừ", 30, regulations.in_force(date(2025, 6, 30))) is None
