"""Votes counted on Phiếu đếm alone: what both counters agree on is the vote of the member wherever a rating is told."""

from __future__ import annotations

from datetime import date
from typing import Any

from addin.core.persons.reading import Reading
from addin.core.ratings import MemberRating, rate
from addin.core.summaries.summary import summarise
from addin.core.tables.rows.ballots import BallotCount, Tally
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.ratings import RatingRow
from tests.builders import NAME, member, places, row

YEAR, MET = 2026, "20/11/2026"
AGREED: dict[str, Any] = {"htxs": 2, "htt": 6, "htn": 0, "kht": 0}
_COLUMNS = {key: at for key, at in places(RatingRow).items() if not key.startswith("votes_")}


def reading(second: dict[str, Any], **typed: int) -> Reading:
    """One member on a rating sheet without columns of votes unless some are typed; the counters read AGREED and `second`."""
    counts = tuple(row(Tally, at, year=YEAR, meeting_on=MET, subject=NAME, counter=at - 1, **votes) for at, votes in ((2, AGREED), (3, second)))
    book = Book(
        members=(member(),),
        ratings=(row(RatingRow, 2, None if typed else _COLUMNS, year=YEAR, member=NAME, **typed),),
        tallies=counts,
        ballot_counts=(row(BallotCount, 2, year=YEAR, meeting_on=MET, subject="Xếp loại đảng viên, chi bộ", summoned=8),),
    )
    return Reading(book)


def rated(second: dict[str, Any], **typed: int) -> MemberRating:
    return rate(reading(second, **typed), YEAR).members[0]


def test_what_both_counters_agree_on_is_the_member_s_vote() -> None:
    one = rated(AGREED)
    assert (one.level, one.recorded.source) == ("HTT", "vote")
    assert [reason.text for reason in one.because if reason.rule == "vote.majority"] == [
        "6/8 phiếu cho “Hoàn thành tốt nhiệm vụ”, quá 50% của 8 đảng viên chính thức được triệu tập."
    ]
    assert one.row is not None
    assert (one.row.votes_htxs, one.row.votes_htt) == (2, 6)


def test_where_the_counters_differ_nobody_has_voted_yet() -> None:
    one = rated(AGREED | {"htt": 5})
    assert (one.vote, one.level) == ("none", None)


def test_a_typed_vote_is_not_counted_over() -> None:
    one = rated(AGREED, votes_htn=8)
    assert (one.level, one.recorded.source) == ("HTN", "vote")


def test_the_figures_of_the_year_count_it_though_the_sheet_has_no_column_of_a_level() -> None:
    columns = {key: at for key, at in _COLUMNS.items() if not key.endswith("_level")}
    read = reading(AGREED)
    bare = read.changed(ratings=(row(RatingRow, 2, columns, year=YEAR, member=NAME),))
    figures = {one.id: one.value for one in summarise(bare, YEAR, YEAR, date(YEAR, 12, 31)).figures}
    assert (figures["ratings.by_level"], figures["ratings.without_level"]) == ({"2026": {"HTXS": 0, "HTT": 1, "HTN": 0, "KHT": 0}}, 0)
