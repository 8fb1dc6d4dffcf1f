"""The levels a party cell can have in a year, and their words: before 2018 TSVM and YK are its ends."""

from __future__ import annotations

from datetime import date

from addin import glossary
from addin.core.levels import Level
from addin.core.regulations import NotInForce, in_force
from addin.documents.parts.rating_lines import LEVELS


def cell_levels(year: int) -> tuple[Level, ...]:
    """The four levels of that year, best first."""
    try:
        law = in_force(date(year, 12, 31)).get("rating.levels.party_cell").value
    except NotInForce:
        return LEVELS
    return tuple(Level(code) for code in law) if isinstance(law, tuple) and len(law) == len(LEVELS) else LEVELS


def cell_words(level: Level, year: int) -> str:
    """A level of the cell in the words of the year."""
    return glossary.level_words(level.value, year, "party_cell")
