"""What every host offers: a closed file, the live workbook in Excel, the live document in LibreOffice."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from addin.core.findings import Finding
from addin.core.grids import Grid
from addin.core.places import Place
from addin.core.records import dataclass
from addin.core.writes import Writes


@dataclass(frozen=True, slots=True)
class Stored:
    """What a write made of the workbook's file: fingerprints before and after, and the name of the copy of before; `dropped` are older copies that went."""

    before: str
    after: str
    backup: str = ""
    dropped: tuple[str, ...] = ()


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

    @property
    def stored(self) -> Stored | None:
        """What the last `apply` left on the disk; None where nothing was saved: the owner of an open workbook does that."""
        ...

    def grids(self) -> tuple[Grid, ...]:
        """All sheets, in the workbook's order, very hidden ones too; CannotRead where it cannot be read."""
        ...

    def noticed(self) -> tuple[Finding, ...]:
        """What was noticed about the file while reading (SHT findings)."""
        ...

    def drop_down(self, place: Place) -> Sequence[str]:
        """The words the square's drop-down list offers, whether it insists on them or not; none where it has no list."""
        ...

    def probe(self, writes: Writes) -> None:
        """CannotWrite where `apply` would be refused now; nothing changes, so that no number is taken in vain."""
        ...

    def apply(self, writes: Writes) -> None:
        """Make the writes; CannotWrite where any is refused, and then none is made."""
        ...
