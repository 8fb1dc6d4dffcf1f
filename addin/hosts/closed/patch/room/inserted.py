"""Rows put in between, and what that makes of a row, a span of rows and a range."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from addin.core.records import dataclass
from addin.hosts.closed.patch.ranges import range_of, range_text
from addin.hosts.closed.patch.sheet_xml import LAST_ROW

if TYPE_CHECKING:
    from addin.core.grids import Range


@dataclass(frozen=True, slots=True)
class Inserted:
    """`count` new rows of a sheet, behind row `after`.

    `grows`: what ended with that row, the last record, is to reach over the new ones (a total's range, a filter, a
    drop-down), as if they had come in between.
    """

    sheet: str
    after: int
    count: int
    grows: bool = True

    def row(self, number: int) -> int:
        """Where a row stands afterwards; the last row of all stays it."""
        return number if number <= self.after else min(number + self.count, LAST_ROW)

    def span(self, first: int, last: int, *, grows: bool) -> tuple[int, int]:
        """Where rows from first to last stand afterwards."""
        reaches = grows and self.grows and last == self.after
        return self.row(first), self.row(last) + (self.count if reaches else 0)

    def crosses(self, area: Range) -> bool:
        """Whether the new rows come inside the range."""
        return area.first_row <= self.after < area.last_row

    def area(self, area: Range, *, grows: bool) -> Range:
        """Where a range stands afterwards."""
        first, last = self.span(area.first_row, area.last_row, grows=grows)
        return replace(area, first_row=first, last_row=last)

    def areas(self, text: str, *, grows: bool) -> str:
        """A `ref` or an `sqref`; what is none stays."""
        return " ".join(self._moved(piece, grows=grows) for piece in text.split(" "))

    def _moved(self, piece: str, *, grows: bool) -> str:
        area = range_of(piece)
        if area is None:
            return piece
        moved = self.area(area, grows=grows)
        return piece if moved == area else range_text(moved)
