"""Where the reason of a void number is written in Văn bản: beside its line, in a line of its own, in a column made for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from addin.core.persons.reading import Reading
from addin.core.places import Place
from addin.core.records import dataclass
from addin.core.tables.rows.book import FoundTable
from addin.core.tables.rows.papers import Document
from addin.core.writes import Value, Write, Writes
from addin.glossary import header
from addin.jobs.appending import append_rows

_KEY = "void_reason"
BECAUSE = "huỷ số văn bản"


@dataclass(frozen=True, slots=True)
class Noting:
    """What is written; `sheet` is where the reason stands then, empty where no sheet takes it; `is_new_column`: made for it."""

    writes: Writes = Writes()
    sheet: str = ""
    is_new_column: bool = False


def note_beside(reading: Reading, row: Document, reason: str) -> Noting:
    """On the number's own line; nothing more where a reason stands there."""
    at = row.place("number")
    if row.void_reason:
        return Noting(sheet=at.sheet)
    if row.has(_KEY):
        return Noting(Writes((Write(row.place(_KEY), reason, BECAUSE, None),)), at.sheet)
    found = _layout(reading, at)
    if found is None or found.free_column is None:
        return Noting()
    square = Write(Place(at.sheet, at.row, found.free_column), reason, BECAUSE, None, beside=found.free_column - 1)
    return Noting(Writes((*_heading(found), square)), at.sheet, is_new_column=True)


def note_in_a_line(reading: Reading, kind: str, number: str, day: date, reason: str) -> Noting:
    """A line for a number Văn bản does not have."""
    line: dict[str, Value] = {"kind": kind, "number": number, "date": day, _KEY: reason}
    appends = append_rows(reading, "documents", [line], f"{BECAUSE} {number}")
    if not appends:
        return Noting()
    (append,) = appends
    found = next((one for one in reversed(reading.book.layout) if one.table == "documents" and one.sheet == append.sheet), None)
    if found is None or _KEY in found.columns:
        return Noting(Writes(appends=appends), append.sheet)
    if found.free_column is None:
        return Noting(Writes(appends=appends))
    with_reason = replace(append, values=(*append.values, (found.free_column, reason)))
    return Noting(Writes(tuple(_heading(found)), (with_reason,)), append.sheet, is_new_column=True)


def _layout(reading: Reading, at: Place) -> FoundTable | None:
    layouts = (one for one in reading.book.layout if one.table == "documents" and one.sheet == at.sheet)
    return next((one for one in layouts if one.first_row <= at.row <= one.last_row), None)


def _heading(found: FoundTable) -> Iterator[Write]:
    if found.free_column is not None:
        place = Place(found.sheet, found.heading_rows[-1], found.free_column)
        yield Write(place, header("documents", _KEY), BECAUSE, beside=found.free_column - 1)
