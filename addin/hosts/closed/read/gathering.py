"""What is gathered on the way through one sheet of an old binary workbook (.xls, .xlsb)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from addin.core.grids import Range
from addin.hosts.closed.read.scan import SheetFacts
from addin.hosts.legacy_fonts import columns_with_legacy

Square = tuple[int, int]


@dataclass(slots=True)
class GatheredSheet:
    """`row` is the row being read, where the format says it once for all its squares."""

    row: int = 1
    errors: dict[Square, str] = field(default_factory=dict)
    formulas: set[Square] = field(default_factory=set)
    merged: list[Range] = field(default_factory=list)
    hidden: set[int] = field(default_factory=set)
    fonts: defaultdict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
    far: Square | None = None

    def facts(self) -> SheetFacts:
        """The same, as a reader takes it."""
        return SheetFacts(
            self.errors,
            frozenset(),
            frozenset(self.formulas),
            tuple(self.merged),
            frozenset(self.hidden),
            columns_with_legacy(self.fonts),
            self.far,
        )
