"""What was worked out for the workbook read last: used again where every value in it is still the same.

Pressing "Lỗi kế tiếp" ten times in a workbook nobody touches reads its values ten times and its rules once.
Handed from click to click by the resident; without one each click has its own.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from addin.core.findings import Finding
from addin.core.grids import Grid
from addin.core.tables.reading import OUR_SHEETS, read_book
from addin.hosts.port import Host
from addin.jobs.check import check, marks_for
from addin.jobs.opening import Opened
from addin.jobs.outcome import Outcome

_Read = tuple[str, tuple[Grid, ...], tuple[Finding, ...]]


class Memory:
    """One workbook: that of the last click. Everything kept follows from values alone, so equal values are enough."""

    def __init__(self) -> None:
        self._opened: tuple[_Read, Opened] | None = None
        self._checked: tuple[Opened, date, Outcome] | None = None

    def opened(self, host: Host) -> Opened:
        """The workbook as it is now; sheets of ours do not count, nobody reads back what we wrote."""
        grids = host.grids()
        read = (host.name, tuple(grid for grid in grids if grid.sheet not in OUR_SHEETS), host.notes())
        known = self._opened
        if known is not None and known[0] == read:
            return known[1]
        opened = Opened(host.name, read_book(grids), read[2])
        self._opened = (read, opened)
        return opened

    def checked(self, opened: Opened, on: date) -> Outcome:
        """Every finding, with its marks."""
        known = self._checked
        if known is not None and known[0] is opened and known[1] == on:
            return known[2]
        outcome = check(opened, on)
        outcome = replace(outcome, writes=marks_for(outcome.findings, on))
        self._checked = (opened, on, outcome)
        return outcome
