"""What was worked out for the workbook read last: used again where every value in it is still the same.

Pressing "Lỗi kế tiếp" ten times in a workbook nobody touches reads its values ten times and its rules once; after
an edit only the edited sheet is recognised anew. Handed from click to click by the resident; without one each
click has its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from addin.core.findings import Finding
from addin.core.grids import Grid
from addin.core.tables.reading import OUR_SHEETS, Understood, read_book, understand
from addin.core.tables.rows.book import FoundTable
from addin.hosts.port import Host
from addin.jobs.check import CheckResult, check
from addin.jobs.opening import Opened, opened_as
from addin.jobs.outcome import Outcome

_Read = tuple[str, tuple[Grid, ...], tuple[Finding, ...]]


class Memory:
    """One workbook: that of the last click. Everything kept follows from values alone, so the same values are enough."""

    def __init__(self) -> None:
        self._sheets = SheetMemory()
        self._opened: tuple[_Read, Opened] | None = None
        self._checked: tuple[Opened, date, Outcome[CheckResult]] | None = None

    def forget(self) -> None:
        """The workbook was closed: nothing of it is kept."""
        self._sheets = SheetMemory()
        self._opened = self._checked = None

    def opened(self, host: Host, read_now: Iterable[Grid]) -> Opened:
        """The workbook as it was just read; sheets of ours do not count, nobody reads back what we wrote."""
        grids = tuple(self._sheets.met(grid) for grid in read_now if grid.sheet not in OUR_SHEETS)
        read = (host.name, grids, host.noticed())
        known = self._opened
        if known is not None and _are_those(known[0], read):
            known[1].reading.vocabulary.ask(host.drop_down)
            return known[1]
        opened = opened_as(host, grids, read_book(grids, self._sheets.understand), read[2])
        self._sheets.keep_only(grids)
        self._opened = (read, opened)
        return opened

    def checked(self, opened: Opened, on: date) -> Outcome[CheckResult]:
        """Every finding, with its marks."""
        known = self._checked
        if known is not None and known[0] is opened and known[1] == on:
            return known[2]
        outcome = check(opened, on, mark=True)
        self._checked = (opened, on, outcome)
        return outcome


class SheetMemory:
    """Sheets as they were met last, each one and the same object while its values stay, and what was understood of them."""

    def __init__(self) -> None:
        self._met: dict[str, Grid] = {}
        self._understood: dict[str, tuple[Grid, tuple[FoundTable, ...], Understood]] = {}

    def met(self, grid: Grid) -> Grid:
        """The sheet as it was kept, where it still holds the same; else the new one, kept from now on."""
        known = self._met.get(grid.sheet)
        if known is not None and _same(known, grid):
            return known
        self._met[grid.sheet] = grid
        return grid

    def understand(self, grid: Grid, layouts: tuple[FoundTable, ...]) -> Understood:
        """What the sheet holds, worked out once for a sheet that stays as it is."""
        known = self._understood.get(grid.sheet)
        if known is not None and known[0] is grid and known[1] == layouts:
            return known[2]
        found = understand(grid, layouts)
        self._understood[grid.sheet] = (grid, layouts, found)
        return found

    def keep_only(self, grids: tuple[Grid, ...]) -> None:
        """Sheets of another workbook, or taken out of this one, are forgotten: they are somebody's personal data."""
        names = {grid.sheet for grid in grids}
        for name in self._met.keys() - names:
            self._met.pop(name, None)
            self._understood.pop(name, None)


def _are_those(known: _Read, read: _Read) -> bool:
    """The same name, the very same sheets in the same order, the same findings on the file."""
    return known[0] == read[0] and known[2] == read[2] and [*map(id, known[1])] == [*map(id, read[1])]


def _same(known: Grid, grid: Grid) -> bool:
    """Equal, and equal in kind: to Python TRUE equals 1, in a sheet they are different answers."""
    return known == grid and all([*map(type, row)] == [*map(type, other)] for row, other in zip(known.values, grid.values, strict=True))
