"""A few invented offices' workbooks on every run; `python -m tests.offices.measure` walks as many as wanted."""

from __future__ import annotations

from tests.offices.measure import measure
from tests.offices.workbook import make

SEEDS = range(5000, 5012)


def test_offices_own_workbooks_are_read(tmp_path):
    """The bars of recognition: nearly every fact right, hardly one wrong, no other list taken, at most one question a book."""
    measured = measure(SEEDS, tmp_path)

    total = measured.facts
    assert total > 5000
    assert measured.right >= 0.98 * total, measured.kinds.most_common(10)
    assert measured.wrong <= 0.001 * total, measured.kinds.most_common(10)
    assert (measured.taken, measured.questions <= len(SEEDS)) == ([], True)


def test_the_same_seed_is_the_same_office(tmp_path):
    """Facts and squares do not depend on the run."""
    one, other = make(7, tmp_path / "a.xlsx"), make(7, tmp_path / "b.xlsx")

    assert one == other
