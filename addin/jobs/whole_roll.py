"""No figure and no paper is made of a list of members that was read in part."""

from __future__ import annotations

from addin.core.persons.reading import Reading
from addin.core.persons.whole_roll import why_not_whole
from addin.errors import RollNotWhole


def require_whole_roll(reading: Reading) -> None:
    """RollNotWhole where the list lost its rows, or breaks off before its end."""
    lacking = why_not_whole(reading)
    if lacking is not None:
        raise RollNotWhole(f"{lacking.place}: {lacking.message}", lacking.fix)
