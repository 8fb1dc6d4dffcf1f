"""The secret vote on the party cell itself, as the minutes of the count tell it."""

from __future__ import annotations

from addin import glossary
from addin.core.persons.rated import PARTY_CELL
from addin.core.ratings import Vote, YearRatings
from addin.core.tables.rows.ballots import Tally
from addin.core.tables.rows.book import Book
from addin.documents.parts.cell_levels import cell_levels, cell_words
from addin.documents.parts.heading import Gaps
from addin.documents.parts.prose import lower_first
from addin.documents.parts.squares import squares

_COUNTS = ("htxs", "htt", "htn", "kht", "none", "invalid")


def cell_vote(book: Book, ratings: YearRatings, gaps: Gaps) -> str:
    """Votes by level and what they come to; empty where nobody counted a vote on the cell."""
    tallies = [row for row in book.tallies if row.year == ratings.year and glossary.fold(row.subject or "") == PARTY_CELL]
    latest = max((row.meeting_on.last for row in tallies if row.meeting_on), default=None)
    last = [row for row in tallies if latest is None or (row.meeting_on and row.meeting_on.last == latest)]
    if not last:
        return ""
    readings = {_read(row) for row in last}
    if len(readings) != 1:
        where = squares([row.place("htxs") for row in last])
        gaps.tell(f"Hai người kiểm phiếu đếm khác nhau về phiếu của chi bộ ({where}): đếm lại rồi lập lại")
        return ""
    *votes, none, invalid = readings.pop()
    told = [f"{lower_first(cell_words(level, ratings.year))} {count}" for level, count in zip(cell_levels(ratings.year), votes, strict=True)]
    later = f"; chưa đánh giá {none}" if none else ""
    return f"Biểu quyết xếp loại chi bộ, số phiếu: {'; '.join(told)}{later}; không hợp lệ {invalid}.{_outcome(ratings)}"


def _read(row: Tally) -> tuple[int, ...]:
    return tuple(getattr(row, key) or 0 for key in _COUNTS)


def _outcome(ratings: YearRatings) -> str:
    cell = ratings.party_cell
    if cell.vote is Vote.NO_MAJORITY:
        return " Chưa mức nào đủ phiếu, chi bộ biểu quyết lại."
    if cell.voted is None:
        return ""
    told = f" Mức đủ phiếu: “{cell_words(cell.voted, ratings.year)}”"
    if cell.voted.rank <= cell.ceiling.rank:
        return f"{told}."
    return f"{told}; đề nghị chi bộ xem lại, quy định cho phép cao nhất “{cell_words(cell.ceiling, ratings.year)}”."
