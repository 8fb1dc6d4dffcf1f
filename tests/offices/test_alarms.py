"""The bar of false alarms: books of people who did nothing wrong. `python -m tests.offices.alarms FIRST LAST` says what speaks."""

from __future__ import annotations

from addin.core.findings import Severity
from tests.offices.alarms import alarms
from tests.offices.planted import plant
from tests.proof import count

SEEDS = range(7000, 7000 + count(12, 100))


def test_an_ordinary_book_is_hardly_shouted_at(tmp_path):
    """No rule finds an error; three warnings a book at most."""
    found = alarms(SEEDS, tmp_path)

    assert not {code: spoken.example for code, spoken in found.codes.items() if spoken.severity is Severity.ERROR and not code.startswith("SHT")}
    assert found.average(Severity.WARNING) <= 3, found.lines()


def test_a_planted_fault_is_found_at_its_square_with_little_besides(tmp_path):
    """Where it was planted (in a list of five a bad square may leave two columns alike, told at the headings); at most one finding more a fault."""
    planted = plant(range(7100, 7100 + count(10, 100)), tmp_path)

    assert planted.faults >= count(40, 400)
    assert planted.faults - planted.found <= planted.faults // 250, planted.missed
    assert planted.more <= planted.faults, planted.line()
