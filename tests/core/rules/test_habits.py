"""What a whole sheet is like is said once; a few squares, and what breaks a regulation, at each."""

from __future__ import annotations

from dataclasses import replace

import pytest

from addin.core import catalogue
from addin.core.findings import Finding, Severity
from addin.core.persons.reading import Reading
from addin.core.places import Place
from addin.core.rules.habits import OF_A_SHEET, habits_of, told_once
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.columns import RowSource
from addin.core.tables.rows.inspections import Inspection

SHEET = "Kiểm tra"


def reading(rows):
    """So many inspections on one sheet."""
    return Reading(Book(inspections=tuple(Inspection(source=RowSource(SHEET, row, {})) for row in range(2, 2 + rows))))


def found(count):
    return [Finding("INS105", Severity.NOTICE, Place(SHEET, row, 8), f"Chưa ghi dòng {row}.", "Ghi.") for row in range(2, 2 + count)]


def said(rows, findings, year_of=lambda one: one.year):
    return tuple(told_once(findings, habits_of(reading(rows), findings), year_of))


@pytest.mark.parametrize(("rows", "count", "told"), [(10, 4, 4), (25, 5, 5), (24, 5, 1), (100, 20, 20), (100, 21, 1)])
def test_more_than_a_fifth_of_the_rows_is_a_habit(rows, count, told):
    """From five rows on; a fifth exactly is not yet one."""
    heard = said(rows, found(count))

    assert len(heard) == told
    assert {place for one in heard for place in (one.place, *one.related)} == {one.place for one in found(count)}


def test_the_one_names_every_square_and_an_example():
    """Nothing of what was found is lost."""
    (one,) = said(6, found(6))

    assert one.message == "06 ô của sheet cùng như vậy, nên nói một lần (H2–H7). Ô H2: Chưa ghi dòng 2."


def test_a_habit_is_told_once_a_year():
    """What lacks in one year is no example of what lacks in another; alone in its year it is said as it is."""
    findings = [replace(one, year=2025 if one.place.row == 4 else 2026) for one in found(6)]

    by_year = {one.year: one for one in said(6, findings)}

    assert by_year[2025] == findings[2]
    assert by_year[2026].message == "05 ô của sheet cùng như vậy, nên nói một lần (H2–H3, H5–H7). Ô H2: Chưa ghi dòng 2."
    assert findings[2].place not in by_year[2026].related


def test_a_habit_stays_one_where_some_of_it_is_accepted():
    """The others do not come back one by one, and what is left out is named by nobody."""
    findings = found(6)

    (one,) = told_once(findings[3:], habits_of(reading(6), findings), lambda one: one.year)

    assert one.message.startswith("03 ô của sheet cùng như vậy, nên nói một lần (H5–H7).")


def test_no_error_is_told_once_for_many():
    """A regulation is broken at each square, or is not."""
    assert {catalogue.rule_of(code).severity for code in OF_A_SHEET} <= {Severity.WARNING, Severity.NOTICE}
