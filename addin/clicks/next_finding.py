"""Moves the selection from finding to finding: by the findings sheet where the cursor stands there, else onwards."""

from __future__ import annotations

from addin.clicks.click import Click
from addin.core.places import Place
from addin.jobs.check import FINDINGS_SHEET
from addin.output import box

_SHEET_COLUMN, _SQUARE_COLUMN = 4, 5


def go_to_next(click: Click) -> None:
    """Findings are computed anew, so a corrected one is not met again."""
    found = [item for item in click.checked.findings if item.place.row]
    if not found:
        click.tell([box.no_findings()])
        return
    sheets = {grid.sheet: number for number, grid in enumerate(click.grids)}
    found.sort(key=lambda item: _order(item.place, sheets))
    places = list(dict.fromkeys(item.place for item in found))
    target = _target(click, places, sheets)
    click.host.select(target)
    here = [item for item in found if item.place == target]
    click.tell(box.findings_here(target, places.index(target) + 1, len(places), here))


def _order(place: Place, sheets: dict[str, int]) -> tuple[int, int, int]:
    return sheets.get(place.sheet, len(sheets)), place.row, place.column


def _target(click: Click, places: list[Place], sheets: dict[str, int]) -> Place:
    """The square named on the row of the findings sheet; else the first after the cursor, round the end."""
    selected = click.host.selection()
    if selected is None:
        return places[0]
    if selected.sheet == FINDINGS_SHEET:
        named = _named_place(click, selected.cursor.row)
        if named in places:
            return named
    cursor = _order(selected.cursor, sheets)
    return next((place for place in places if _order(place, sheets) > cursor), places[0])


def _named_place(click: Click, row: int) -> Place:
    grid = next(grid for grid in click.grids if grid.sheet == FINDINGS_SHEET)
    sheet, cell = str(grid.at(row, _SHEET_COLUMN)), str(grid.at(row, _SQUARE_COLUMN))
    try:
        return Place.at(sheet, cell)
    except ValueError:
        return Place(sheet)
