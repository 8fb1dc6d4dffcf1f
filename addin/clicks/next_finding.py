"""Moves the selection from cause to cause, the worst first: a corrected square leads to the next of the same cause.

A square left as it is leads to the next cause, so that one who cannot mend it is not shown it twelve times. The list
on the findings sheet leads to the square of its row.
"""

from __future__ import annotations

from addin.clicks.click import Click
from addin.core.findings import Cause, by_cause
from addin.core.places import Place
from addin.core.records import dataclass
from addin.core.tables.rows.book import ROW_TYPES
from addin.core.writes import place_named
from addin.glossary import header
from addin.jobs.check import CheckResult
from addin.jobs.marking import FINDINGS_SHEET, SQUARE_COLUMN, must_do
from addin.output import box

_WHOSE = ("full_name", "member", "subject", "leader")
"""Whose row it is, by the columns that say so."""


def go_to_next(click: Click) -> None:
    """Findings are computed anew, so a corrected one is not met again."""
    result = click.checked.result
    stops = _stops(click, result)
    if not stops:
        click.tell([box.no_findings()])
        return
    target = _target(click, result, stops)
    click.host.select(target)
    here = [found for cause in by_cause(result.findings) for found in cause.findings if found.place == target]
    number = next((at for at, stop in enumerate(stops) if target in stop.cause.places), 0)
    number = next((at for at, stop in enumerate(stops) if stop.place == target), number)
    told = box.findings_here(target, number + 1, len(stops), here, _said(click, target))
    click.tell([*told, *box.same_cause(stops[number].cause), must_do(result.errors)])


def _said(click: Click, place: Place) -> str:
    """The square in words: its column, and whose row it is."""
    for table in ROW_TYPES:
        row = next((row for row in click.opened.book.rows(table) if (row.source.sheet, row.source.row) == (place.sheet, place.row)), None)
        if row is not None:
            key = next((key for key, column in row.source.columns.items() if column == place.column), "")
            names = (getattr(row, name, None) for name in _WHOSE if name != key)
            return box.square_said(header(table, key) if key else "", next((str(name) for name in names if name), ""))
    return ""


@dataclass(frozen=True, slots=True)
class _Stop:
    """A cause, and the square where the person is led to it."""

    cause: Cause
    place: Place


def _stops(click: Click, result: CheckResult) -> tuple[_Stop, ...]:
    """In the order of the workbook's sheets within a severity; years gone by only where nothing else is left.

    No square twice: what else is wrong there is told there.
    """
    sheets = {grid.sheet: number for number, grid in enumerate(click.grids)}
    found = [item for item in result.at_work if item.place.row] or [item for item in result.findings if item.place.row]
    found.sort(key=lambda item: (sheets.get(item.place.sheet, len(sheets)), item.place.row, item.place.column))
    stops: dict[Place, _Stop] = {}
    for cause in by_cause(found):
        place = next((place for place in cause.places if _cursor(place) not in stops), None)
        if place is not None:
            stops[_cursor(place)] = _Stop(cause, place)
    return tuple(stops.values())


def _target(click: Click, result: CheckResult, stops: tuple[_Stop, ...]) -> Place:
    """The square named on the row of the findings sheet; else onwards from the cursor, round the end."""
    selected = click.host.selection()
    if selected is None:
        return stops[0].place
    if selected.sheet == FINDINGS_SHEET:
        named = _named_place(click, selected.cursor.row)
        if named is not None and any(found.place == named for found in result.findings):
            return named
    cursor = _cursor(selected.cursor)
    number = next((at for at, stop in enumerate(stops) if _cursor(stop.place) == cursor), None)
    if number is None:
        number = next((at for at, stop in enumerate(stops) if cursor in map(_cursor, stop.cause.places)), None)
    return stops[(number + 1) % len(stops)].place if number is not None else _after(cursor, stops)


def _after(cursor: Place, stops: tuple[_Stop, ...]) -> Place:
    """From a square that is as it should be: the next below it in its column, else the worst cause."""
    worst = [stop.cause for stop in stops if stop.cause.first.severity is stops[0].cause.first.severity]
    below = [place for cause in worst for place in cause.places if (place.sheet, place.column) == (cursor.sheet, cursor.column)]
    return min((place for place in below if place.row > cursor.row), default=stops[0].place)


def _cursor(place: Place) -> Place:
    """Where the cursor stands when a square, or a whole row, is selected."""
    return Place(place.sheet, place.row, place.column or 1)


def _named_place(click: Click, row: int) -> Place | None:
    grid = next(grid for grid in click.grids if grid.sheet == FINDINGS_SHEET)
    return place_named(*(grid.at(row, column) for column in (SQUARE_COLUMN - 1, SQUARE_COLUMN)))
