"""Findings of a habit: where a rule speaks on more than a fifth of a sheet's rows, the sheet is kept that way; it is said once.

A cell that never writes shortcomings has one thing to decide, not sixty squares to mend. What breaks a regulation
(an error) is told at every square, whatever the share; so is what is to be done row by row (something overdue).
It is said once a year, so that a year asked for is whole. What a person accepts is a square, so this comes after all
acceptances: a rule never sees it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Hashable, Iterable, Iterator, Mapping
from dataclasses import replace

from addin.core import computed
from addin.core.findings import Cause, Finding
from addin.core.numerals import padded
from addin.core.persons.reading import Reading
from addin.core.tables.rows.book import ROW_TYPES

_CODES = (
    "CRT306 DOC203 DOC305 DSM301 DSM304 INS105 INS108 INS206 INS207 INS211 INS309 INS401 PLN306 PLN307 RAT201 RAT202 RAT305 RES303 SUP303"
    " SUP306 SUP307 TRN302"
)
OF_A_SHEET = frozenset(_CODES.split())
"""Rules that speak of how a sheet is kept."""
OF_A_YEAR = frozenset({computed.VOTED_LACKING.code, computed.PROPOSAL_OUTDATED.code})
"""What one vote or one run of ours made of many rows: told once a year, however many they are."""
_SHARE = 5
_FEWEST = 5


_Habit = tuple[str, str]
"""A rule and a sheet."""


def habits_of(reading: Reading, found: Iterable[Finding]) -> frozenset[_Habit]:
    """What is so of more than a fifth of a sheet, whether a person accepted some of it or not."""
    rows: dict[_Habit, set[int]] = {}
    for one in found:
        if one.rule in OF_A_SHEET:
            rows.setdefault((one.rule, one.place.sheet), set()).add(one.place.row)
    counted = reading.once(_rows)
    return frozenset(habit for habit, held in rows.items() if len(held) >= _FEWEST and len(held) * _SHARE > counted[habit[1]])


def told_once(found: Iterable[Finding], habits: Container[_Habit], year_of: Callable[[Finding], int | None]) -> Iterator[Finding]:
    """As they are; of a habit one a year, which names every square of that year and cites one law."""
    together: dict[Hashable, list[Finding]] = {}
    for one in found:
        if one.rule in OF_A_YEAR or (one.rule, one.place.sheet) in habits:
            together.setdefault((one.rule, one.place.sheet, year_of(one), one.reference), []).append(one)
        else:
            yield one
    for same in together.values():
        yield _one(Cause(tuple(same))) if len(same) > 1 else same[0]


def _one(cause: Cause) -> Finding:
    first = cause.first
    if len(cause.places) == 1:
        return first
    message = f"{padded(len(cause.places))} ô của sheet cùng như vậy, nên nói một lần ({cause.squares}). Ô {first.place.cell}: {first.message}"
    return replace(first, message=message, related=(*first.related, *(place for place in cause.places if place != first.place)))


def _rows(reading: Reading) -> Mapping[str, int]:
    return Counter(row.source.sheet for table in ROW_TYPES for row in reading.book.rows(table))
