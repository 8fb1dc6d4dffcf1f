"""The votes: how many papers, what two counters read. Ballots are secret: only sums exist anywhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from addin.core.levels import Level
from tools.workbooks.contents import Record
from tools.workbooks.office.people import all_official_on, official_on
from tools.workbooks.office.register import review_day
from tools.workbooks.office.standing import FIRST_RATED, LAST_RATED, rated_in

FIRST_TALLIED = 2023
COUNTERS = ("Cao Thị Soát", "Đỗ Văn Bản")
_ONE_ABSENT = frozenset({2016, 2019, 2022, 2024})
_ONE_INVALID = frozenset({2018, 2023})
CELL_LEVELS = {
    2015: Level.TSVM, 2016: Level.TSVM, 2017: Level.TSVM, 2018: Level.HTT, 2019: Level.HTT, 2020: Level.HTT,
    2021: Level.HTT, 2022: Level.HTXS, 2023: Level.HTT, 2024: Level.HTXS, 2025: Level.HTT,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Vote:
    """The agreed sums for one subject."""

    htxs: int
    htt: int
    htn: int
    invalid: int

    @property
    def most(self) -> int:
        """Votes of the level that won."""
        return max(self.htxs, self.htt, self.htn)

    @property
    def returned(self) -> int:
        """All papers that came back."""
        return self.htxs + self.htt + self.htn + self.invalid


def present_at(day: date) -> tuple[int, int]:
    """(summoned, present) official members at the review; a few years one has an excuse."""
    summoned = len(official_on(day))
    return summoned, summoned - (day.year in _ONE_ABSENT)


def vote_of(year: int, index: int, level: Level) -> Vote:
    """A clear majority for the level that was decided."""
    _, present = present_at(review_day(year))
    invalid = int(year in _ONE_INVALID)
    valid, other = present - invalid, index % 3
    if level in (Level.HTXS, Level.TSVM):
        return Vote(valid - 2 - other, 2 + other, 0, invalid)
    if level is Level.HTT:
        return Vote(other, valid - other - index % 2, index % 2, invalid)
    return Vote(0, 2 + other, valid - 2 - other, invalid)


def ballot_counts() -> list[Record]:
    """The rows of “Kiểm phiếu”: one for the members, one for the cell, each year."""
    rows: list[Record] = []
    for year in range(FIRST_RATED, LAST_RATED + 1):
        day = review_day(year)
        summoned, present = present_at(day)
        invalid = int(year in _ONE_INVALID)
        rows += [
            {
                "year": year,
                "meeting_on": day,
                "subject": subject,
                "official": len(all_official_on(day)),
                "summoned": summoned,
                "present": present,
                "issued": present,
                "returned": present,
                "valid": present - invalid,
                "invalid": invalid,
                "counter_1": COUNTERS[0],
                "counter_2": COUNTERS[1],
            }
            for subject in ("Xếp loại đảng viên", "Xếp loại chi bộ")
        ]
    return rows


def tallies() -> list[Record]:
    """The rows of “Phiếu đếm” since two counters count apart."""
    rows: list[Record] = []
    for year in range(FIRST_TALLIED, LAST_RATED + 1):
        subjects = [*rated_in(year), ("Chi bộ", CELL_LEVELS[year])]
        for index, (subject, level) in enumerate(subjects):
            vote = vote_of(year, index, level)
            rows += [
                {
                    "year": year,
                    "meeting_on": review_day(year),
                    "subject": subject,
                    "counter": counter,
                    "htxs": vote.htxs,
                    "htt": vote.htt,
                    "htn": vote.htn,
                    "kht": 0,
                    "none": 0,
                    "invalid": vote.invalid,
                }
                for counter in (1, 2)
            ]
    return rows
