"""What a whole sheet is like is said once; a few squares, and what breaks a regulation, at each."""

from __future__ import annotations

import pytest

from addin.core import catalogue
from addin.core.findings import Finding, Severity
from addin.core.persons.reading import Reading
from addin.core.places import Place
from addin.core.rules.habits import OF_A_SHEET, told_once
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.columns import RowSource
from addin.core.tables.rows.inspections import Inspection

SHEET = "Kiểm tra"


def reading(rows):
    """So many inspections on one sheet."""
    return Reading(Book(inspections=tuple(Inspection(source=RowSource(SHEET, row, {})) for row in range(2, 2 + rows))))


def found(count):
    return [Finding("INS105", Severity.NOTICE, Place(SHEET, row, 8), f"Chưa ghi dòng {row}.", "Ghi.") for row in range(2, 2 + count)]


@pytest.mark.parametrize(("rows", "count", "told"), [(10, 4, 4), (25, 5, 5), (24, 5, 1), (100, 20, 20), (100, 21, 1)])
def test_more_than_a_fifth_of_the_rows_is_a_habit(rows, count, told):
    """From five rows on; a fifth exactly is not yet one."""
    said = tuple(told_once(reading(rows), found(count)))

    assert len(said) == told
    assert {place for one in said for place in (one.place, *one.related)} == {one.place for one in found(count)}


def test_the_one_names_every_square_and_an_example():
    """Nothing of what was found is lost."""
    (one,) = told_once(reading(6), found(6))

    assert one.message == "06 ô của sheet cùng như vậy, nên nói một lần (H2–H7). Ô H2: Chưa ghi dòng 2."


def test_no_error_is_told_once_for_many():
    """A regulation is broken at each square, or is not."""
    assert {catalogue.rule_of(code).severity for code in OF_A_SHEET} <= {Severity.WARNING, Severity.NOTICE}
