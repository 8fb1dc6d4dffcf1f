"""What is meant for each square of each sheet, before anything is written: rows added become squares here."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from types import MappingProxyType

from addin.core.grids import Grid
from addin.core.writes import Writes
from addin.hosts.libreoffice.refusing import refuse_filled_row, refuse_squares
from addin.hosts.live_plan import LivePlan, Square
from addin.hosts.live_room import Gap, moved_grid


def plans_of(
    writes: Writes,
    read: Callable[[str], Grid],
    known: Mapping[str, Grid],
    gaps: Sequence[Gap] = (),
    filled: Callable[[str], Collection[Square]] = lambda _: (),
    *,
    ready: Mapping[str, frozenset[int]] = MappingProxyType({}),
) -> list[LivePlan]:
    """The sheets to be written, each read anew; RefusedWrite or ChangedMeanwhile where one may not be.

    `writes` mean the squares where they stand once the gaps are made; `filled` says where array formulas reach now,
    `ready` which rows of sheets to be made wait for records.
    """
    plans: dict[str, LivePlan] = {}

    def plan_of(sheet: str) -> LivePlan:
        if sheet not in plans:
            own = tuple(gap for gap in gaps if gap.sheet == sheet)
            plans[sheet] = LivePlan(moved_grid(read(sheet), own), gaps=own, ready=ready.get(sheet, frozenset()))
        return plans[sheet]

    for row in writes.appends:
        plan_of(row.sheet).append(row, refuse_filled_row)
    for write in writes.squares:
        plan_of(write.place.sheet).set(write.place.row, write.place.column, write.value, write.beside)
    for plan in plans.values():
        refuse_squares(plan.grid, plan.values, {square for square in plan.values if plan.before(square) in filled(plan.grid.sheet)})
        if plan.grid.sheet in known:
            plan.refuse_changed(moved_grid(known[plan.grid.sheet], plan.gaps))
    return list(plans.values())
