"""Which row of Kiểm phiếu a vote is counted by: members and the cell have one base unless the meeting wrote two."""

from __future__ import annotations

import pytest

from addin.core.persons.reading import Reading
from addin.core.ratings import YearRatings, rate
from addin.core.tables.rows.ballots import BallotCount, Tally
from addin.core.tables.rows.book import Book
from tests.builders import member, rating, row

YEAR, MET = 2026, "20/11/2026"
PEOPLE = tuple(member(at, f"Trần Thị Số {at}") for at in range(2, 11))
BOTH = ("4/7 phiếu cho", "4/7 phiếu cho")


def rated(*rows: tuple[str | None, str, int]) -> YearRatings:
    """Nine on the roll, one of them and the cell voted on by the same four; a row of Kiểm phiếu is words, day and summoned."""
    votes = {"htxs": 0, "htt": 4, "htn": 3, "kht": 0}
    book = Book(
        members=PEOPLE,
        ratings=(rating(YEAR, 2, PEOPLE[0].full_name, **{f"votes_{key}": count for key, count in votes.items()}),),
        tallies=tuple(row(Tally, at, year=YEAR, meeting_on=MET, subject="Chi bộ", counter=at - 1, **votes) for at in (2, 3)),
        ballot_counts=tuple(
            row(BallotCount, at, year=YEAR, meeting_on=day, subject=words, summoned=count) for at, (words, day, count) in enumerate(rows, 2)
        ),
    )
    return rate(Reading(book), YEAR)


def bases(year: YearRatings) -> tuple[str, str]:
    """How the member's vote and the cell's are counted, as the reasons begin."""
    first, second = (
        next(reason.text for reason in one.because if reason.rule == "vote.majority") for one in (year.members[0], year.party_cell)
    )
    return first.split(" “")[0], second.split(" “")[0]


@pytest.mark.parametrize(
    "words",
    [None, "Xếp loại đảng viên, chi bộ năm 2026", "Xếp loại chi bộ", "Xếp loại đảng viên", "Xếp loại năm 2026", "Đánh giá chi bộ và đảng viên"],
)
def test_one_row_of_the_meeting_is_the_base_of_members_and_cell(words: str | None) -> None:
    assert bases(rated((words, MET, 7))) == BOTH


@pytest.mark.parametrize("words", ["Chi bộ", "Xếp loại chi bộ", "Xếp loại chi bộ năm 2026"])
def test_the_cell_has_the_row_that_speaks_of_it_and_members_theirs(words: str) -> None:
    assert bases(rated(("Xếp loại đảng viên", MET, 7), (words, MET, 6))) == ("4/7 phiếu cho", "4/6 phiếu cho")
    assert bases(rated((words, MET, 6), ("Xếp loại đảng viên", MET, 7))) == ("4/7 phiếu cho", "4/6 phiếu cho")


def test_members_voted_on_another_day_say_nothing_of_how_many_voted_on_the_cell() -> None:
    said = [reason.text for reason in rated(("Xếp loại đảng viên", "10/11/2026", 7)).party_cell.because if reason.rule == "vote.no_majority"]
    assert len(said) == 1
    assert "của 9 đảng viên chính thức được triệu tập, đếm từ danh sách" in said[0]


def test_a_row_of_one_member_is_no_row_of_the_cell() -> None:
    assert bases(rated((PEOPLE[1].full_name, MET, 3), ("Xếp loại đảng viên", MET, 7))) == BOTH
