"""Columns of levels whose headings name nobody: the only one of a sheet, and one a level with a mark in the member's own.

Both are the superior's, as a column a year is, unless a parent says whose.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby

from addin import glossary
from addin.core.tables.recognition import weights
from addin.core.tables.recognition.below import Standing
from addin.core.tables.recognition.contents import column_of
from addin.core.tables.recognition.headings import Heading
from addin.core.tables.recognition.sense import sense
from addin.core.tables.recognition.shapes import Profiles, hold_levels, last_part
from addin.core.tables.rows.columns import Kind
from addin.glossary.notions import evidence, readings

_FINAL = "final_level"
_FEWEST_MARKED = 2


def lone_level(headings: Sequence[Heading], profiles: Profiles) -> dict[str, int]:
    """The one column of levels, where its heading does not say whose they are."""
    nobodys = {heading.column for heading in headings if says_nobody(" ".join(heading.parts))}
    if not nobodys:
        return {}
    found = [column for column in (heading.column for heading in headings) if _are_levels(profiles(column), is_nobodys=column in nobodys)]
    return {_FINAL: found[0]} if len(found) == 1 and found[0] in nobodys else {}


def _are_levels(profile: Standing, *, is_nobodys: bool) -> bool:
    """Who was not rated is thought of only where a heading leads to expect levels."""
    return hold_levels(profile) if is_nobodys else profile.are("level")


def marked_levels(headings: Sequence[Heading], profiles: Profiles) -> dict[str, int]:
    """One column a level, a mark in one of them: under a parent that may say whose, or without."""
    found: dict[str, int] = {}
    for parent, group in groupby(_levels(headings, profiles), key=lambda item: item[0]):
        levels = {code: column for _parent, code, column in group}
        key = _owner(parent)
        has_marks = any(profiles(column).hold() for column in levels.values())
        if len(levels) >= _FEWEST_MARKED and has_marks and key and f"{key}.{next(iter(levels))}" not in found:
            found |= {f"{key}.{code}": column for code, column in levels.items()}
    return found


def _levels(headings: Sequence[Heading], profiles: Profiles) -> Iterator[tuple[str, str, int]]:
    for heading in headings:
        code = glossary.level_of(last_part(heading))
        if code is None:
            continue
        profile = profiles(heading.column)
        if not profile.hold() or profile.are("mark", "flag"):
            yield " ".join(heading.parts[:-1]), code.lower(), heading.column


def _owner(parent: str) -> str:
    """Whose levels a parent speaks of; nobody's are the superior's."""
    if not parent or says_nobody(parent):
        return _FINAL
    fits = {key: fit for key, fit in sense(parent).get("ratings", {}).items() if _is_level(key)}
    best = max(fits, key=lambda key: (fits[key], key), default="")
    return best if fits.get(best, 0) >= weights.WHOSE else ""


def _is_level(key: str) -> bool:
    column = column_of("ratings", key)
    return column is not None and column.kind is Kind.LEVEL


def names_levels(heading: Heading) -> bool:
    """Whether levels that are nobody's may stand below, or marks of one level."""
    return glossary.level_of(last_part(heading)) is not None or says_nobody(" ".join(heading.parts))


def says_nobody(text: str) -> bool:
    """Whether a heading speaks of a level and of nobody who gave it."""
    if any(reading and all(notion in _nobodys() or notion.isdigit() for notion in reading) for reading in readings(text)):
        return True
    return sum(fit == weights.EITHER and _is_level(key) for key, fit in sense(text).get("ratings", {}).items()) > 1


@cache
def _nobodys() -> frozenset[str]:
    return frozenset(evidence()["nobodys"])

