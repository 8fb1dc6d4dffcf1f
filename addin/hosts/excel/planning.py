"""What is meant for each square of each sheet, before anything is written: rows added become squares here."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from addin.core.places import Place
from addin.hosts.excel.reaching import found_sheet, sheets_in
from addin.hosts.excel.reading import formula_texts
from addin.hosts.excel.refusing import refuse_filled_row, refuse_squares
from addin.hosts.excel.room import refuse_gap
from addin.hosts.excel.year_sheets import refuse_like
from addin.hosts.live_likes import NewSheet, grid_like, new_sheets, placed
from addin.hosts.live_plan import LivePlan
from addin.hosts.live_room import Gap, gaps_of, moved_grid, moved_writes
from addin.hosts.refusal import refuse

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from addin.core.grids import Grid
    from addin.core.writes import Writes
    from addin.hosts.excel.calls import Calls


@dataclass(slots=True)
class SheetPlan(LivePlan):
    """One sheet of the cell's own, and what is meant for it."""

    sheet: Calls = field(kw_only=True)


@dataclass(frozen=True, slots=True)
class Plans:
    """The sheets to be written, and what must be there before: new sheets after their patterns, then rows between.

    `writes` mean rows of new sheets as rows of any; a plan of a sheet that is not there yet has its pattern as `sheet`.
    """

    writes: Writes
    sheets: list[SheetPlan]
    gaps: list[Gap]
    before: Mapping[str, Grid]
    new: tuple[tuple[NewSheet, Grid], ...] = ()


def plans_of(
    book: Calls, writes: Writes, read: Callable[[Calls], Grid], known: Mapping[str, Grid]
) -> Plans:
    """Each sheet read anew; RefusedWrite or ChangedMeanwhile before anything is touched."""
    new = tuple((one, refuse_like(book, one, read, known)) for one in new_sheets(writes))
    patterns = {one.like.sheet: one.like.pattern for one, _ in new}
    before = {one.like.sheet: grid_like(one, pattern) for one, pattern in new}
    writes = placed(writes)

    def sheet_of(place: Place) -> Calls:
        return sheet_named(book, replace(place, sheet=patterns.get(place.sheet, place.sheet)))

    def grid_of(name: str) -> Grid:
        if name not in before:
            before[name] = read(sheet_named(book, Place(name)))
        return before[name]

    gaps = gaps_of(writes, grid_of, lambda name: formula_texts(sheet_of(Place(name))))
    for gap in gaps:
        columns = {column for row in writes.appends if row.sheet == gap.sheet for column, _ in row.values}
        refuse_gap(sheet_of(Place(gap.sheet)), gap, columns)
    ready = {one.like.sheet: one.ready for one, _ in new}
    plans = _filled(moved_writes(writes, gaps), sheet_of, grid_of, gaps, ready)
    for plan in plans:
        refuse_squares(plan.sheet, plan.grid, plan.values, plan.before)
        if plan.grid.sheet in known:
            plan.refuse_changed(moved_grid(known[plan.grid.sheet], plan.gaps))
    return Plans(writes, plans, gaps, before, new)


def _filled(
    writes: Writes,
    sheet_of: Callable[[Place], Calls],
    grid_of: Callable[[str], Grid],
    gaps: list[Gap],
    ready: Mapping[str, frozenset[int]],
) -> list[SheetPlan]:
    """What is meant for each sheet, where its squares stand once the rows are in."""
    plans: dict[str, SheetPlan] = {}

    def plan_of(place: Place) -> SheetPlan:
        if place.sheet not in plans:
            own = tuple(gap for gap in gaps if gap.sheet == place.sheet)
            stands = ready.get(place.sheet, frozenset())
            sheet = sheet_of(place)
            plans[place.sheet] = SheetPlan(moved_grid(grid_of(place.sheet), own), gaps=own, ready=stands, sheet=sheet)
        return plans[place.sheet]

    for row in writes.appends:
        plan_of(Place(row.sheet, row.after_row + 1)).append(row, refuse_filled_row)
    for write in writes.squares:
        plan_of(write.place).set(write.place.row, write.place.column, write.value, write.beside)
    return list(plans.values())


def sheet_named(book: Calls, place: Place) -> Calls:
    """The sheet of that name; RefusedWrite names those there are."""
    found = found_sheet(book, place.sheet)
    if found is None:
        names = [str(sheet.get("Name")) for sheet in sheets_in(book)]
        refuse("sổ không có trang tính này", f"Chọn một trong các trang tính: {'; '.join(names)}.", place)
    return found
