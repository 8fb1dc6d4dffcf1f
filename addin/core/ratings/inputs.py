"""The inputs of one rating: what was typed, else what other sheets show; and what is still blank.

A typed value always wins. `Inputs` never guesses: a square that is blank and cannot be computed is None.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from addin.core.levels import Grade, Level
from addin.core.places import Place
from addin.core.reasons import Missing
from addin.core.records import dataclass
from addin.core.tables.rows.columns import Row
from addin.glossary import header

_NOTHING = (None, ())
BEST = ".best"
"""Ends the key of the best a number can still be, where the number itself is not known yet."""


@dataclass(frozen=True, slots=True)
class Computed:
    """A number other sheets show, with the rows it was counted from; `sheet` is the table's key."""

    value: Decimal
    table: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Inputs:
    """The inputs of one row of `table`; `fallback` is shown where there is no row yet."""

    table: str
    row: Row | None
    fallback: Place
    computed: Mapping[str, Computed]

    def number(self, key: str) -> Decimal | None:
        """A count, share or number of points, typed or computed."""
        typed = getattr(self.row, key) if self.row is not None else None
        if typed is None:
            found = self.computed.get(key)
            return found.value if found is not None else None
        if isinstance(typed, Decimal):
            return typed
        return Decimal(typed) if isinstance(typed, int) else None

    def best(self, key: str) -> Decimal | None:
        """The number, or where it is not known yet the best it can still be."""
        known, bound = self.number(key), self.computed.get(f"{key}{BEST}")
        return bound.value if known is None and bound is not None else known

    def grade(self, key: str) -> Grade | None:
        """A grade of one criterion."""
        typed = self._typed(key)
        return Grade(typed) if isinstance(typed, str) else None

    def level(self, key: str) -> Level | None:
        """A level somebody gave."""
        typed = self._typed(key)
        return typed if isinstance(typed, Level) else None

    def flag(self, key: str) -> bool | None:
        """Yes, no, or unknown."""
        typed = self._typed(key)
        return typed if isinstance(typed, bool) else None

    def is_computed(self, key: str) -> bool:
        """Whether the number comes from another sheet."""
        return key in self.computed and self._typed(key) is None

    def places(self, *keys: str) -> tuple[Place, ...]:
        """The squares of the keys that hold something, computed ones by the rows counted."""
        found: list[Place] = []
        row, computed = self.row, self.computed
        for key in keys:
            typed = getattr(row, key) if row is not None else None
            if row is not None and typed is not None and typed != ():
                found.append(row.place(key))
            elif key in computed:
                found.extend(computed[key].places)
        return tuple(found)

    def evidence(self, *keys: str) -> tuple[Place, ...]:
        """Like `places`; the row itself, or where it should stand, where nothing was entered."""
        return self.places(*keys) or (self.row.place() if self.row else self.fallback,)

    def lacks(self, *keys: str) -> bool:
        """Whether any of the keys holds nothing."""
        return bool(self._blank(keys))

    def missing(self, *keys: str) -> tuple[Missing, ...]:
        """Those of the keys that hold nothing."""
        return tuple([self.unknown(key) for key in self._blank(keys)])

    def unknown(self, key: str) -> Missing:
        """That the key is to be entered, and where: in the sheet it is counted from, where that waits for something."""
        bound = self.computed.get(f"{key}{BEST}")
        place = bound.places[0] if bound else self.row.place(key) if self.row else self.fallback
        return Missing(key, header(self.table, key), place)

    def _blank(self, keys: tuple[str, ...]) -> list[str]:
        row, computed = self.row, self.computed
        return [key for key in keys if key not in computed and (row is None or getattr(row, key) in _NOTHING)]

    def _typed(self, key: str) -> object:
        return None if self.row is None else getattr(self.row, key)
