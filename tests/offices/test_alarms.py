"""The bar of false alarms: books of people who did nothing wrong. `python -m tests.offices.alarms FIRST LAST` says what speaks."""

from __future__ import annotations

from addin.core.findings import Severity
from tests.offices.alarms import alarms
from tests.proof import count

SEEDS = range(7000, 7000 + count(12, 100))


def test_an_ordinary_book_is_hardly_shouted_at(tmp_path):
    """No rule finds an error; three warnings a book at most."""
    found = alarms(SEEDS, tmp_path)

    assert not {code: spoken.example for code, spoken in found.codes.items() if spoken.severity is Severity.ERROR and not code.startswith("SHT")}
    assert found.average(Severity.WARNING) <= 3, found.lines()
