"""Findings a person decided to live with: one setting each, held as long as what was seen stays what it was.

Mục `Chấp nhận MEM204 1a2b3c4d5e6f7a8b`, Giá trị `2026-11-28; người …; ô 'Đảng viên'!F12; lý do …`. The sixteen signs
are the fingerprint of the code, of who or what the row is about and of the values the finding looks at, never of where
the row stands: it may be moved or sorted. It travels with the workbook, and whoever changes a value sees the finding
again. A finding on a whole row looks at all of it; of two rows that are alike in all this one acceptance quiets one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from itertools import count

from addin.core import computed
from addin.core.findings import Finding
from addin.core.persons.reading import Reading
from addin.core.places import Place
from addin.core.records import dataclass
from addin.core.tables.rows.book import ROW_TYPES
from addin.core.tables.rows.columns import Row, columns_of
from addin.core.tables.squares.texts import as_text
from addin.patterns import pattern

_NAME = pattern(r"Chấp nhận (?P<code>[A-Z]{3}\d{3}) (?P<print>[0-9a-f]{16})(?: (?P<number>\d+))?")
_VALUE = pattern(r"(?P<on>\d{4}-\d{2}-\d{2}); người (?P<who>.*?); ô (?P<place>.*?); lý do (?P<reason>.*)")
_LENGTH = 16
NEVER_QUIET = computed.FROZEN_YEAR_EDITED.code
"""A broken seal is mended, or its year unfrozen; a setting that would hide it counts for nothing."""


@dataclass(frozen=True, slots=True)
class Acceptance:
    """`where` is the square as it was then; `setting` the square that holds the acceptance now."""

    code: str
    fingerprint: str
    on: str
    who: str
    where: str
    reason: str
    number: int = 1
    setting: Place | None = None

    @property
    def row(self) -> tuple[str, str]:
        """(Mục, Giá trị) as written."""
        more = f" {self.number}" if self.number > 1 else ""
        return f"Chấp nhận {self.code} {self.fingerprint}{more}", f"{self.on}; người {self.who}; ô {self.where}; lý do {self.reason}"


def acceptances(reading: Reading) -> tuple[Acceptance, ...]:
    """All that the settings hold, whether what they speak of is still there or not."""
    return tuple(_read(reading))


def _read(reading: Reading) -> Iterator[Acceptance]:
    for name, (text, place) in reading.book.settings.other.items():
        title, value = _NAME.fullmatch(name), _VALUE.fullmatch(text)
        if title and value and title["code"] != NEVER_QUIET:
            number = int(title["number"] or 1)
            yield Acceptance(title["code"], title["print"], value["on"], value["who"], value["place"], value["reason"], number, place)


def quieted(reading: Reading, found: Iterable[Finding]) -> tuple[tuple[Finding, ...], tuple[tuple[Finding, Acceptance], ...]]:
    """The findings that speak, and those kept quiet with what keeps them so."""
    standing = acceptances(reading)
    if not standing:
        return tuple(found), ()
    codes = {one.code for one in standing}
    left = list(standing)
    loud: list[Finding] = []
    quiet: list[tuple[Finding, Acceptance]] = []
    for one in found:
        signs = fingerprint(reading, one) if one.rule in codes else ""
        held = next((held for held in left if (held.code, held.fingerprint) == (one.rule, signs)), None)
        if held is None:
            loud.append(one)
        else:
            left.remove(held)
            quiet.append((one, held))
    return tuple(loud), tuple(quiet)


def next_number(reading: Reading, code: str, signs: str) -> int:
    """Of several findings alike in everything the settings keep a row each."""
    taken = {one.number for one in acceptances(reading) if (one.code, one.fingerprint) == (code, signs)}
    return next(number for number in count(1) if number not in taken)


def fingerprint(reading: Reading, found: Finding) -> str:
    """Of the code, the year where it says one, who the row is about, and the values looked at; without them, of the words of the finding."""
    parts = [found.rule, *([] if found.year is None else [str(found.year)]), *_subject(reading, found.place), *_values(reading, found)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:_LENGTH]


def _values(reading: Reading, found: Finding) -> Iterator[str]:
    """Squares beside the finding's own are known by row too, so that moving one of two rows changes nothing."""
    for place in (found.place, *found.related):
        if place.row and place.column:
            yield from _subject(reading, place)
            yield _at(reading, place)
        elif place.row:
            yield from _whole_row(reading, place)
        else:
            yield from (place.sheet, found.message)


def _subject(reading: Reading, place: Place) -> Iterator[str]:
    """What no row can do without: who, in which year, under which number; else all its row says in words."""
    row = reading.once(_rows).get(Place(place.sheet, place.row))
    yield place.sheet
    if row is not None:
        yield from (_at(reading, row.place(column.key)) for column in columns_of(type(row)) if column.required and row.has(column.key))
    elif place.row:
        grid = reading.vocabulary.grid(place.sheet)
        yield as_text(grid.at(place.row, 1)) if grid else ""


def _whole_row(reading: Reading, place: Place) -> Iterator[str]:
    grid = reading.vocabulary.grid(place.sheet)
    row = reading.once(_rows).get(Place(place.sheet, place.row))
    if row is not None:
        yield from (f"{key}={_at(reading, row.place(key))}" for key in sorted(row.source.columns))
    elif grid:
        yield from (as_text(raw) for raw in grid.row(place.row))


def _at(reading: Reading, place: Place) -> str:
    grid = reading.vocabulary.grid(place.sheet)
    raw = grid.at(place.row, place.column) if grid else None
    return f"{type(raw).__name__} {raw if isinstance(raw, int | float) else as_text(raw)}"


def _rows(reading: Reading) -> Mapping[Place, Row]:
    """By where they stand; of several records of one row the first."""
    found: dict[Place, Row] = {}
    for table in ROW_TYPES:
        for row in reading.book.rows(table):
            found.setdefault(Place(row.source.sheet, row.source.row), row)
    return found
