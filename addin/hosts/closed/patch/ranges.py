"""Ranges as sheet parts write them: `A1:C9`, several with spaces between, whole rows and columns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from addin.core.grids import Range
from addin.core.places import Place, column_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_CORNER = re.compile(r"\$?([A-Za-z]{0,3})\$?([0-9]{0,7})")


def range_of(text: str) -> Range | None:
    """One range; None where it is none."""
    first, _, last = text.partition(":")
    start, end = _CORNER.fullmatch(first), _CORNER.fullmatch(last or first)
    if start is None or end is None or not (start[0] and end[0]):
        return None
    return Range(
        int(start[2] or 1),
        column_number(start[1]) or 1,
        int(end[2] or _LAST_ROW),
        column_number(end[1]) or _LAST_COLUMN,
    )


def ranges_of(text: str) -> tuple[Range, ...]:
    """The ranges of an `sqref`."""
    return tuple(found for piece in text.split() if (found := range_of(piece)) is not None)


def range_text(area: Range) -> str:
    """`A1:C9`, or `A1` for one square."""
    first = Place("", area.first_row, area.first_column).cell
    last = Place("", area.last_row, area.last_column).cell
    return first if first == last else f"{first}:{last}"


def places_in(area: Range, places: Iterable[Place]) -> Iterator[Place]:
    """Those of the places that lie in the range."""
    return (place for place in places if area.holds(place.row, place.column))
