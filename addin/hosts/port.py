"""What every host offers: a closed file, the live workbook in Excel, the live document in LibreOffice."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from addin.core.findings import Finding
from addin.core.grids import Grid
from addin.core.writes import Writes


class Host(Protocol):
    """A workbook somewhere. `apply` writes all or nothing and never saves for the owner of a live one."""

    name: str

    @property
    def folder(self) -> Path | None:
        """Where the workbook's file lies; None for one that was never saved or lies on the web."""
        ...

    @property
    def landed(self) -> bool:
        """Whether the last `apply` stands in the workbook although it raised: interrupted at its very end."""
        ...

    def grids(self) -> tuple[Grid, ...]:
        """All sheets, in the workbook's order, very hidden ones too; CannotRead where it cannot be read."""
        ...

    def notes(self) -> tuple[Finding, ...]:
        """What was noticed about the file while reading (SHT findings)."""
        ...

    def apply(self, writes: Writes) -> None:
        """Make the writes; CannotWrite where any is refused, and then none is made."""
        ...
