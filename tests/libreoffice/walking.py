"""An office's workbook with faults planted in it, and the walk through them by the buttons alone."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from random import Random

import openpyxl

from addin.core.findings import Severity
from addin.core.persons.reading import Reading
from addin.core.places import Place
from addin.core.tables.reading import read_book
from addin.core.tables.vocabulary import Vocabulary
from addin.hosts.closed.book import ClosedBook
from addin.hosts.closed.read.reading import read_workbook
from addin.jobs.check import check
from addin.jobs.opening import Opened, open_book
from tests.command import sochibo
from tests.offices.planted import FAULTS, _stands, _with
from tests.offices.sound import make_sound

ON = date(2026, 1, 31)
ACCEPTED = "Đã hỏi đảng uỷ: để như vậy là đúng"
_PLACE = re.compile(r"Chỗ (\d+) trong (\d+): '(.+)'!([A-Z]+\d+)")
_DAY_ZERO = date(1899, 12, 30)
SEVERITIES = [severity.label for severity in Severity]


@dataclass(frozen=True)
class Fault:
    """A square with what stood there and what was typed instead; `says` are the places of the findings it brings."""

    place: Place
    was: object
    typed: object
    says: frozenset[Place]


@dataclass(frozen=True)
class Spaced:
    """A name with a blank too many, which the safe corrections mend."""

    place: Place
    was: str
    typed: str


@dataclass
class Walked:
    """What was met, in order: severity and place of each stop; how many clicks it took."""

    stops: list[tuple[str, Place]] = field(default_factory=list)
    clicks: int = 0
    mended: list[Fault] = field(default_factory=list)


def findings_of(path):
    """What the check says of a closed file, at work on the day."""
    return check(open_book(ClosedBook(path, now=datetime(2026, 1, 31))), ON).result


def settled_book(seed, path):
    """A sound book with one finding of its own accepted and all its safe corrections made: what is left is nobody's fault."""
    make_sound(seed, path)
    known = next(one for one in findings_of(path).at_work if one.place.row and one.place.column and one.severity is not Severity.ERROR)
    said("accept", path, known.rule, f"{known.place.sheet}!{known.place.cell}", "--reason", ACCEPTED, "--write")
    said("fix", path, "--write")
    return known


def said(*arguments):
    ran = sochibo(*arguments, "--on", ON.isoformat())
    assert not ran.code, ran


def plant(seed, path, many):
    """So many faults in different rows, each speaking at its square on rows of the year at work; and a name typed with a blank too many."""
    grids = read_workbook(path).grids
    book = read_book(grids)
    clean = {(one.rule, one.place) for one in _at_work(grids, book)}
    chance = Random(f"walk {seed}")  # noqa: S311 - seeded on purpose
    possible = [(row.place(key), wrong) for table, key, wrong in FAULTS for row in book.rows(table) if _stands(row, key)]
    faults: list[Fault] = []
    for place, wrong in chance.sample(possible, len(possible)):
        rows = {(one.place.sheet, one.place.row) for one in faults}
        if len(faults) < many and (place.sheet, place.row) not in rows:
            faults += _planted(grids, place, wrong, clean)
    rows = {(one.place.sheet, one.place.row) for one in faults}
    name = next(row.place("full_name") for row in book.members if (row.source.sheet, row.source.row) not in rows)
    at = next(grid for grid in grids if grid.sheet == name.sheet).at(name.row, name.column)
    spaced = Spaced(name, at, at.replace(" ", "  ", 1))
    write(path, {one.place: one.typed for one in (*faults, spaced)})
    return faults, spaced


def _planted(grids, place, wrong, clean):
    """The fault alone in the book, where the check speaks at its square; nothing where it does not."""
    was = next(grid for grid in grids if grid.sheet == place.sheet).at(place.row, place.column)
    new = [one for one in _at_work(*_with(grids, place, wrong)) if (one.rule, one.place) not in clean]
    return [Fault(place, was, wrong, frozenset(one.place for one in new))] if any(one.place == place for one in new) else []


def _at_work(grids, book):
    return check(Opened("sổ.xlsx", Reading(book, Vocabulary(book.layout, grids))), ON).result.at_work


def write(path, values):
    """Squares of a closed file, by somebody else's program."""
    book = openpyxl.load_workbook(path)
    for place, value in values.items():
        book[place.sheet].cell(place.row, place.column).value = value
    book.save(path)


def walk(office, faults, picture=None):
    """“Lỗi kế tiếp” until every fault is mended: at its square, or where its explanation stands, what stood there comes back."""
    walked, left = Walked(), list(faults)
    while left:
        assert len(walked.stops) < 6 * len(faults) + 40, (walked, left)
        _told, place = next_stop(office, walked, picture)
        fault = next((one for one in left if one.place == place), None) or next((one for one in left if place in one.says), None)
        if fault is not None:
            mend(office, fault)
            left.remove(fault)
            walked.mended.append(fault)
    return walked


def next_stop(office, walked, picture=None):
    """One click and its OK; the box names the square the cursor then stands on."""
    (told,) = office("click", title="Lỗi kế tiếp", answers=["OK"], picture=picture and f"{picture}-{len(walked.stops) + 1:02}")
    walked.clicks += 2
    named = _PLACE.match(told)
    assert named, told
    place = Place.at(named[3], named[4])
    sheet, address = office("where")
    assert (sheet, address.replace("$", "").rpartition(".")[2]) == (place.sheet, place.cell), told
    assert "\nTrước khi ra văn bản kế tiếp: " in told
    severity = told.split("\n", 1)[1].lstrip()
    walked.stops.append((next(label for label in SEVERITIES if severity.startswith(label)), place))
    return told, place


def mend(office, fault):
    """What stood there, typed again."""
    value = fault.was
    if isinstance(value, date):
        value = ((value.date() if isinstance(value, datetime) else value) - _DAY_ZERO).days
    office("enter", sheet=fault.place.sheet, cell=fault.place.cell, value=value)
