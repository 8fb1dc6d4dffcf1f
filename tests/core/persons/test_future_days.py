"""A day that has not come is said at its square, and believed by nothing else."""

from __future__ import annotations

from datetime import date

from addin.core import catalogue
from addin.core.persons.future_days import without_future_days
from addin.core.persons.reading import Reading
from addin.core.tables.rows.book import Book
from tests.builders import NAME, member, row

ON = date(2026, 11, 23)


def book(**values):
    turn = row("inspections", 2, year=2026, kind="Kiểm tra", member=NAME, contents=["TD"], decision_no="01-QĐ/CB", decision_date="2026-03-02")
    return Book(members=(member(2, **values),), inspections=(turn,))


def codes(found):
    return {one.rule for one in catalogue.run(Reading(found), ON)}


def test_a_wrong_year_of_admission_makes_nobody_a_stranger_to_the_past():
    """MEM206 and the order of two days on the list; the inspection stays his."""
    assert codes(book(admitted_on="2062-02-03")) - codes(book()) == {"MEM204", "MEM206"}
    assert "INS312" in codes(book(joined_cell_on="2026-03-03"))


def test_a_day_that_has_come_is_believed_and_the_reading_stays_the_same():
    """Today itself has come."""
    today, tomorrow = Reading(book(joined_cell_on="2026-11-23")), Reading(book(joined_cell_on="2026-11-24"))

    assert without_future_days(today, ON) is today
    assert without_future_days(tomorrow, ON).book.members[0].joined_cell_on is None
    assert tomorrow.book.members[0].joined_cell_on is not None
