"""Ballots on one subject: the level whose votes exceed the threshold of the base, or none (ratings.md Q3)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from addin.core.levels import Level, lower
from addin.core.numerals import number_text, percent
from addin.core.persons.rated import rating_ballots
from addin.core.persons.roll import Roll
from addin.core.persons.roster import Roster
from addin.core.places import Place
from addin.core.ratings.results import Counted, Ruling, Vote
from addin.core.reasons import Reason
from addin.core.records import dataclass
from addin.core.tables.rows.ballots import BallotCount
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.ratings import WHOLE_CELL, RatingRow
from addin.glossary import fold, level_words, person_key

_MEMBER_WORDS = ("đảng viên", "cá nhân")
_BASES = {"summoned": "đảng viên chính thức được triệu tập", "official": "đảng viên chính thức", "present": "đảng viên có mặt"}


@dataclass(frozen=True, slots=True)
class Ballots:
    """The votes on one subject by level, invalid ones, those for no level yet, and the squares they stand in."""

    votes: Mapping[Level, int]
    invalid: int
    places: tuple[Place, ...]
    none: int = 0

    @property
    def marked(self) -> int:
        """Valid ballots: for a level, or for rating the subject later."""
        return sum(self.votes.values()) + self.none

    @property
    def total(self) -> int:
        """All ballots counted."""
        return self.marked + self.invalid


@dataclass(frozen=True, slots=True)
class Base:
    """What a majority is a majority of, and how it was come by."""

    count: int
    text: str
    places: tuple[Place, ...] = ()


def ballots_of(row: RatingRow) -> Ballots:
    """The votes of a rating row; a blank beside counted ones is none."""
    keys = {
        Level.HTXS: row.votes_htxs,
        Level.HTT: row.votes_htt,
        Level.HTN: row.votes_htn,
        Level.KHT: row.votes_kht,
    }
    places = tuple(row.place(f"votes_{level.lower()}") for level, votes in keys.items() if votes)
    votes = {level: count or 0 for level, count in keys.items()}
    return Ballots(votes, row.votes_invalid or 0, places, row.votes_none or 0)


def base_for(book: Book, sheet: BallotCount | None, ballots: Ballots, roll: Roll) -> Base:
    """The base the settings ask for: from Kiểm phiếu, else counted on the roll of the judged day."""
    kind = book.settings.ballot_base if book.settings.ballot_base in _BASES else "summoned"
    entered = getattr(sheet, kind) if sheet is not None else None
    if sheet is not None and isinstance(entered, int):
        return Base(entered, _BASES[kind], (sheet.place(kind),))
    if kind == "present":
        seen = (sheet.returned or sheet.issued if sheet is not None else None) or ballots.total
        return Base(seen, "số phiếu thu về (chưa nhập số có mặt)")
    on_roll = len(roll.official if kind == "official" else roll.summoned)
    if on_roll == 0:
        return Base(ballots.total, "số phiếu đã kiểm (chưa nhập mẫu số)")
    return Base(on_roll, f"{_BASES[kind]}, đếm từ danh sách đảng viên")


def ballot_row(rows: Sequence[BallotCount], year: int, name: str | None, roster: Roster) -> BallotCount | None:
    """The row of this person where there is one, else of the whole meeting; the latest meeting counts."""
    ballots = rating_ballots(rows, year)
    key = person_key(name) if name else None
    own = [row for row in ballots if row.subject and person_key(row.subject) == key]
    common = [row for row in ballots if not row.subject or not _names_somebody(row.subject, roster)]
    of_members = [row for row in common if not _is_of_cell_alone(row)]
    return max(own or of_members or common, key=_latest, default=None)


def counted(ballots: Ballots, base: Base, threshold: Decimal, year: int, subject: str) -> Counted:
    """The level with more than the threshold of the base; `no_majority` where ballots are counted and none has."""
    if ballots.total == 0:
        return Counted()
    level, votes = max(ballots.votes.items(), key=lambda item: (item[1], -item[0].rank))
    bound = f"{percent(threshold)} của {base.count} {base.text}"
    if votes > threshold * base.count:
        text = f"{votes}/{base.count} phiếu cho “{level_words(level.value, year, subject)}”, quá {bound}."
        return Counted(Vote.MAJORITY, level, (Reason("vote.majority", text, None, (*ballots.places, *base.places)),))
    text = f"Không mức nào được quá {bound} (cao nhất {number_text(Decimal(votes))} phiếu): biểu quyết lại."
    return Counted(Vote.NO_MAJORITY, None, (Reason("vote.no_majority", text, None, (*ballots.places, *base.places)),))


def result_of(ruling: Ruling, vote: Counted) -> Level | None:
    """The lower of ceiling and vote; without a vote the ceiling, where nothing is lacking and nothing is weighed."""
    if vote.vote is Vote.NO_MAJORITY:
        return None
    if vote.voted is not None:
        return lower(ruling.ceiling, vote.voted)
    return None if ruling.lacking or ruling.is_weighed else ruling.ceiling


def above_ceiling(ruling: Ruling, vote: Counted) -> tuple[Reason, ...]:
    """Said where the meeting gave more than the rules allow."""
    if vote.voted is None or vote.voted.rank <= ruling.ceiling.rank:
        return ()
    text = "Phiếu cao hơn mức cao nhất quy định cho phép: chi bộ xem lại."
    return (Reason("vote.above_ceiling", text, None, vote.because[0].places),)


def _names_somebody(subject: str, roster: Roster) -> bool:
    found = roster.find(subject)
    return found.member is not None or bool(found.candidates)


def _latest(row: BallotCount) -> tuple[date, str, int]:
    return (row.meeting_on.last if row.meeting_on else date.min, row.source.sheet, row.source.row)


def cell_ballot_row(rows: Sequence[BallotCount], year: int, roster: Roster, met: date | None) -> BallotCount | None:
    """The vote on the party cell; without a row of its own the meeting's, and one that speaks of members only where it is of the day `met`."""
    own = [row for row in rows if row.year == year and _is_of_cell_alone(row)]
    common = [row for row in rating_ballots(rows, year) if not row.subject or not _names_somebody(row.subject, roster)]
    general = [row for row in common if _speaks_of(row, WHOLE_CELL) or not _speaks_of(row, *_MEMBER_WORDS)]
    same_day = [row for row in common if met is None or row.meeting_on is None or row.meeting_on.last == met]
    return max(own or general or same_day, key=_latest, default=None)


def _is_of_cell_alone(row: BallotCount) -> bool:
    """Where the words name the cell and no members: they are rated by it where the meeting wrote no other row."""
    return _speaks_of(row, WHOLE_CELL) and not _speaks_of(row, *_MEMBER_WORDS)


def _speaks_of(row: BallotCount, *names: str) -> bool:
    words = f" {fold(row.subject or '')} "
    return any(f" {fold(name)} " in words for name in names)
