"""Findings of a habit: where a rule speaks on more than a fifth of a sheet's rows, the sheet is kept that way; it is said once.

A cell that never writes shortcomings has one thing to decide, not sixty squares to mend. What breaks a regulation
(an error) is told at every square, whatever the share; so is what is to be done row by row (something overdue).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

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
_SHARE = 5
_FEWEST = 5


def told_once(reading: Reading, found: Iterable[Finding]) -> Iterator[Finding]:
    """Of one rule: as they are where they are few, else one a sheet that names every square."""
    by_sheet: dict[str, list[Finding]] = {}
    for one in found:
        by_sheet.setdefault(one.place.sheet, []).append(one)
    for sheet, same in by_sheet.items():
        rows = len({one.place.row for one in same})
        if rows < _FEWEST or rows * _SHARE <= reading.once(_rows)[sheet]:
            yield from same
        else:
            yield _one(Cause(tuple(same)))


def _one(cause: Cause) -> Finding:
    first = cause.first
    message = f"{padded(len(cause.places))} ô của sheet cùng như vậy, nên nói một lần ({cause.squares}). Ô {first.place.cell}: {first.message}"
    return replace(first, message=message, related=(*first.related, *(place for place in cause.places if place != first.place)))


def _rows(reading: Reading) -> Mapping[str, int]:
    return Counter(row.source.sheet for table in ROW_TYPES for row in reading.book.rows(table))
