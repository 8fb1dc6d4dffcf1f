"""On the roll where joined ≤ day < left; what a date leaves open makes nobody absent."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addin.core.dates import PartialDate
from addin.core.persons.roll import Roll, belongs, is_active, status_on, was_absent
from addin.core.tables.rows.columns import RowSource
from addin.core.tables.rows.members import GONE, Member
from addin.glossary.choices import MemberStatus

YEAR_END = date(2025, 12, 31)
EXEMPT, LEFT = MemberStatus.EXEMPT, MemberStatus.TRANSFERRED


def member(**fields):
    dates = {key: day(value) for key, value in fields.items() if isinstance(value, str) and key != "status"}
    return Member(source=RowSource("Đảng viên", 2, {}), full_name="Lý Thử", **{**fields, **dates})


def day(text):
    return PartialDate(*map(int, text.split("-")))


@pytest.mark.parametrize(
    ("fields", "stays"),
    [
        ({}, True),
        ({"joined_cell_on": "2025-12-31"}, True),
        ({"joined_cell_on": "2026-01-01"}, False),
        ({"joined_cell_on": "2025"}, True),
        ({"admitted_on": "2026-01-01"}, False),
        ({"left_cell_on": "2025-12-31", "status": LEFT}, False),
        ({"left_cell_on": "2026-01-01", "status": LEFT}, True),
        ({"left_cell_on": "2026-01-01", "status": LEFT, "status_from": "2025-12-01"}, True),
        ({"left_cell_on": "2025-12", "status": LEFT}, False),
        ({"left_cell_on": "2026", "status": LEFT}, True),
        ({"status": LEFT, "status_from": "2025-12-31"}, False),
        ({"status": LEFT, "status_from": "2026-01"}, True),
        ({"status": LEFT}, False),
        ({"status": EXEMPT}, True),
    ],
)
def test_the_last_day_of_the_year(fields, stays):
    """The day of arrival is a day in the cell, the day of leaving is none; the date of leaving speaks before the status."""
    assert belongs(member(**fields), YEAR_END) is stays


@pytest.mark.parametrize(
    ("since", "on", "active"),
    [
        ("2025-12-31", YEAR_END, False),
        ("2026-01-01", YEAR_END, True),
        ("2025", YEAR_END, False),
        ("2026", date(2026, 1, 10), True),
        (None, YEAR_END, False),
    ],
)
def test_a_status_counts_from_its_first_certain_day(since, on, active):
    """A month or year that may begin later takes nothing away yet; a status without a date holds now and then."""
    one = member(status=EXEMPT, status_from=since)

    assert is_active(one, on) is active
    assert status_on(one, on) == (None if active else EXEMPT)


@given(
    st.dates(date(2020, 1, 1), date(2027, 12, 31)),
    st.sampled_from([None, "2022", "2023-05", "2024-02-29", "2026-01-05"]),
    st.sampled_from([None, "2023", "2024-07", "2025-12-31", "2026"]),
    st.sampled_from([None, MemberStatus.ACTIVE, EXEMPT, MemberStatus.TEMPORARY, LEFT, MemberStatus.DECEASED]),
)
def test_absence_is_certain_and_leaving_is_for_good(on, joined, left, status):
    """Whoever is absent is so on every day the dates may mean; once gone, gone; full activity is never outside the roll."""
    one = member(joined_cell_on=joined, left_cell_on=left, status=status)

    certain_left = left is not None and day(left).last <= on
    certain_later = joined is not None and day(joined).first > on
    assert was_absent(one, on) == (certain_left or certain_later)
    assert not is_active(one, on) or belongs(one, on)
    if left is not None and certain_left:
        assert not belongs(one, date(2030, 1, 1))


def test_a_roll_divides_its_members_without_a_rest():
    """Official and probationary, active and not: each member in one of both; only full members in activity are summoned."""
    members = [
        member(official_on="2020-01-01"),
        member(official_on="2026-01-01"),
        member(status=EXEMPT, official_on="2020-01-01"),
        member(status=LEFT, left_cell_on="2025-01-01"),
        member(status=MemberStatus.TEMPORARY),
    ]
    roll = Roll(members, YEAR_END)

    assert [members.index(one) for one in roll.members] == [0, 1, 2, 4]
    assert {*map(id, roll.official)} | {*map(id, roll.probationary)} == {*map(id, roll.members)}
    assert {*map(id, roll.active)} ^ {*map(id, roll.not_active)} == {*map(id, roll.members)}
    assert [members.index(one) for one in roll.summoned] == [0]
    assert all(one.status not in GONE for one in roll.members)
