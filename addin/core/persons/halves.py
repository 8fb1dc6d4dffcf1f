"""A year's rating of one person written on two sheets: points on one, the level on another. Read as one record."""

from __future__ import annotations

from collections.abc import Sequence

from addin.core.places import Place
from addin.core.tables.rows.columns import columns_of
from addin.core.tables.rows.ratings import RatingRow

_BLANK: tuple[object, ...] = (None, (), "")
_FIELDS = tuple(column.field for column in columns_of(RatingRow))


class JoinedRating(RatingRow):
    """Rows of different sheets that contradict each other nowhere: every value in its own square."""

    parts: tuple[RatingRow, ...]

    def place(self, key: str = "") -> Place:
        """Where the value stands, else where it would; the first row for the whole."""
        if not key:
            return self.parts[0].place()
        known = [part for part in self.parts if part.has(key)]
        filled = [part for part in known if getattr(part, key, None) not in _BLANK]
        return (filled or known or self.parts)[0].place(key)

    def has(self, key: str) -> bool:
        """Whether any of the sheets has the column."""
        return any(part.has(key) for part in self.parts)


def are_halves(row: RatingRow, other: RatingRow) -> bool:
    """Whether two rows of different sheets contradict each other nowhere; a name may be written otherwise."""
    if row.place("member").sheet == other.place("member").sheet:
        return False
    pairs = ((getattr(row, field), getattr(other, field)) for field in _FIELDS if field != "member")
    return all(one in _BLANK or two in _BLANK or one == two for one, two in pairs)


def joined(rows: Sequence[RatingRow]) -> tuple[RatingRow, ...]:
    """The rows of one person and year, the first with its other halves; what is left is a second rating."""
    if not rows[1:]:
        return tuple(rows)
    first, halves, others = rows[0], [rows[0]], []
    for row in rows[1:]:
        if are_halves(first, row):
            halves.append(row)
            first = _joined(halves)
        else:
            others.append(row)
    return (first, *others)


def _joined(halves: Sequence[RatingRow]) -> JoinedRating:
    values = {}
    for field in _FIELDS:
        held = [value for part in halves if (value := getattr(part, field)) not in _BLANK]
        if held:
            values[field] = held[0]
    return JoinedRating.read(halves[0].source, {**values, "parts": tuple(halves)})


def parts_of(row: RatingRow) -> tuple[RatingRow, ...]:
    """The rows of the sheets a rating is made of."""
    return row.parts if isinstance(row, JoinedRating) else (row,)
