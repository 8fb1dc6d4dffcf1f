"""Shortcomings of an inspection sheet without a column for the day of the remedy: how many were remedied is not known."""

from __future__ import annotations

from addin.core.persons.reading import Reading
from addin.core.ratings import MemberRating, rate
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.inspections import Inspection
from tests.builders import NAME, member, places, rating, row

YEAR = 2026


def rated(*without: str) -> MemberRating:
    """One member with one shortcoming pointed out, in a sheet that lacks the columns named."""
    columns = {key: at for key, at in places(Inspection).items() if key not in without}
    turn = row(Inspection, 2, columns, year=YEAR, member=NAME, shortcomings=["HC2"])
    return rate(Reading(Book(members=(member(),), inspections=(turn,), ratings=(rating(YEAR),))), YEAR).members[0]


def shortcomings(rated_member: MemberRating) -> list[str]:
    """What is said of remedies as a condition."""
    return [reason.text for reason in rated_member.because if reason.rule.endswith(".shortcomings")]


def test_without_the_column_the_figure_is_lacking_and_lowers_nothing() -> None:
    found = rated("remedied_on")
    assert shortcomings(found) == []
    assert "shortcomings_fixed" in {one.key for one in found.lacking}
    assert not any(reason.rule == "computed.shortcomings_fixed" for reason in found.because)


def test_a_blank_in_the_column_says_that_nothing_was_remedied_yet() -> None:
    found = rated()
    assert shortcomings(found) == ["Mới khắc phục 0/1 hạn chế đã chỉ ra, cần 100%."]
    assert "shortcomings_fixed" not in {one.key for one in found.lacking}
