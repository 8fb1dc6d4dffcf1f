"""The document read: once for a job, and again, sheet by sheet, right before writing."""

from __future__ import annotations

from datetime import date

from addin.core.grids import Grid
from addin.hosts.libreoffice.snapshots import grids_of
from addin.hosts.libreoffice.wire import Office


class Reader:
    """What was read of one document. `known` is what the job saw, by sheet; `texts` are formulas as they were read last."""

    def __init__(self, office: Office, name: str) -> None:
        self._office, self._name = office, name
        self.null_day = date(1899, 12, 30)
        self.known: dict[str, Grid] = {}
        self.texts: dict[str, dict[tuple[int, int], str]] = {}

    def read(self) -> tuple[Grid, ...]:
        """All sheets, in the document's order."""
        grids = self._grids(None)
        self.known = {grid.sheet: grid for grid in grids}
        return grids

    def read_again(self, sheet: str) -> Grid:
        """One sheet as it is now; it must be there."""
        (grid,) = self._grids([sheet])
        return grid

    def filled(self, sheet: str) -> frozenset[tuple[int, int]]:
        """The squares that an array formula in a square above or left of them fills, as they were read last."""
        texts = {square: text for square, text in self.texts.get(sheet, {}).items() if text.startswith("{")}
        return frozenset((row, column) for row, column in texts if texts[row, column] in _beside(texts, row, column))

    def _grids(self, sheets: list[str] | None) -> tuple[Grid, ...]:
        document = self._office.ask("read", names=sheets)
        self.null_day = date.fromisoformat(document["null_date"])
        for sheet in document["sheets"]:
            self.texts[sheet["name"]] = {(row, column): text for row, column, text in sheet.get("formulas", ())}
        return grids_of(document)


def _beside(texts: dict[tuple[int, int], str], row: int, column: int) -> tuple[str | None, str | None]:
    return texts.get((row - 1, column)), texts.get((row, column - 1))
