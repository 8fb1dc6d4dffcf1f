"""What the superior wrote where no level can be read: a decision that is written is never replaced by what the cell proposed."""

from __future__ import annotations

from typing import Final

from addin.core.persons.halves import parts_of
from addin.core.persons.reading import Reading
from addin.core.places import Place
from addin.core.ratings.results import Recorded, level_of_record
from addin.core.reasons import Reason
from addin.core.tables.rows.ratings import CellYear, RatingRow
from addin.glossary import header

UNRATED: Final = "decided.not_rated"
"""The rule of the reason that the superior's decision is not to rate."""
_UNREAD: Final = "missing.decision"


def decided_unrated(reading: Reading, row: RatingRow | CellYear | None) -> Reason | None:
    """The superior wrote that there is no rating ("Không xếp loại", "Miễn")."""
    found = [place for place in _squares(row) if place in reading.book.said_none]
    return Reason(UNRATED, "Cấp trên quyết định không xếp loại.", None, tuple(found)) if found else None


def decision_unread(reading: Reading, row: RatingRow | CellYear | None) -> Reason | None:
    """The superior's words are there and are no level anybody knows."""
    unread = reading.once(_unread)
    found = [place for place in _squares(row) if place in unread]
    if row is None or not found:
        return None
    text = f"Chưa đọc được mức ở ô “{_heading(row)}”: không lấy mức chi bộ đề nghị thay quyết định của cấp trên."
    return Reason(_UNREAD, text, None, tuple(found))


def recorded_of(reading: Reading, row: RatingRow | None) -> Recorded:
    """What a row says without any vote, its decision looked at first."""
    if row is None or decided_unrated(reading, row) or decision_unread(reading, row):
        return Recorded()
    return level_of_record(row.final_level, row.cell_level, None)


def _unread(reading: Reading) -> frozenset[Place]:
    return frozenset(found.place for found in reading.book.unreadable)


def _squares(row: RatingRow | CellYear | None) -> list[Place]:
    """The squares of the decision, where no level was read from any of them."""
    if row is None:
        return []
    if isinstance(row, CellYear):
        return [row.place("level")] if row.level is None and row.has("level") else []
    return [part.place("final_level") for part in parts_of(row) if part.has("final_level")] if row.final_level is None else []


def _heading(row: RatingRow | CellYear) -> str:
    return header("cell_years", "level") if isinstance(row, CellYear) else header("ratings", "final_level")
