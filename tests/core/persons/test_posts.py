"""Who holds a post on a day, and what Chức vụ Đảng says where no appointments are kept."""

from __future__ import annotations

from datetime import date

import pytest

from addin.core.dates import PartialDate
from addin.core.persons.posts import SECRETARY, is_held, is_secretary_post
from addin.core.persons.reading import Reading
from addin.core.tables.rows.book import Book
from tests.builders import appointment, member

DAY = date(2025, 6, 1)


@pytest.mark.parametrize(
    ("first", "last", "held"),
    [
        (None, None, True),
        (PartialDate(2025, 6, 1), None, True),
        (PartialDate(2025, 6, 2), None, False),
        (None, PartialDate(2025, 6, 1), True),
        (None, PartialDate(2025, 5, 31), False),
        (PartialDate(2025), PartialDate(2025), True),
        (PartialDate(2025, 7), None, False),
    ],
)
def test_a_post_is_held_from_its_first_to_its_last_day(first, last, held):
    """Both ends are days of it; an open or imprecise end shuts nobody out."""
    assert is_held(appointment(2, "Lý Thử", SECRETARY, first, last), DAY) is held


def test_without_a_day_the_posts_without_an_end_are_meant():
    """As papers ask that carry no date yet."""
    assert is_held(appointment(2, "Lý Thử", SECRETARY, PartialDate(2020)), None)
    assert not is_held(appointment(2, "Lý Thử", SECRETARY, None, PartialDate(2030)), None)


@pytest.mark.parametrize(
    ("written", "is_secretary"),
    [
        ("Bí thư", True),
        ("Bí thư Chi bộ", True),
        ("BÍ THƯ chi bộ Văn phòng", True),
        ("Chi uỷ viên, Bí thư chi bộ", True),
        ("Phó Bí thư", False),
        ("Bí thư Đoàn thanh niên", False),
        ("", False),
        (None, False),
    ],
)
def test_secretary_of_the_cell_is_no_other_secretary(written, is_secretary):
    """One reading of the column for rules, ratings and papers."""
    assert is_secretary_post(written) is is_secretary


def test_a_post_under_a_name_two_share_is_ascribed_to_neither():
    """Nobody becomes secretary by having a namesake."""
    one, two = member(2, "Lý Thử", birth_date=PartialDate(1980)), member(3, "Lý Thử", birth_date=PartialDate(1990))
    reading = Reading(Book(members=(one, two), appointments=(appointment(2, "Lý Thử", SECRETARY),)))

    assert not any(reading.posts(DAY).leads(person) for person in (one, two))
    assert reading.posts(DAY).holders(SECRETARY) == ("Lý Thử",)


def test_the_party_post_speaks_only_where_no_appointments_are_kept():
    """A handover changes Phân công by the day; the column of the roll knows today only."""
    old, new = member(2, "Lý Thử", party_post="Bí thư"), member(3, "Lê Mẫu")
    kept = Reading(Book(members=(old, new), appointments=(appointment(2, "Lê Mẫu", SECRETARY, PartialDate(2025, 1, 1)),)))
    bare = Reading(Book(members=(old, new)))

    assert [kept.posts(DAY).leads(person) for person in (old, new)] == [False, True]
    assert [bare.posts(DAY).leads(person) for person in (old, new)] == [True, False]
