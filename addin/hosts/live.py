"""What a host of an open document offers buttons, beyond reading and writing: the selection, and taking back."""

from __future__ import annotations

from typing import Protocol

from addin.core.places import Place
from addin.core.records import dataclass
from addin.hosts.port import Host


@dataclass(frozen=True, slots=True)
class Selected:
    """The rows a person selected on one sheet, hidden ones left out, and the square the cursor stands on."""

    sheet: str
    rows: tuple[int, ...]
    cursor: Place


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What an undo gave back, square by square looked at; `remarks` is what the person should know besides."""

    square_count: int = 0
    sheets: tuple[str, ...] = ()
    has_notes: bool = False
    remarks: tuple[str, ...] = ()


class LiveHost(Host, Protocol):
    """A workbook open in Excel or LibreOffice. It is never saved for its owner.

    `remarks` is what the last `apply` met that the person should know.
    """

    remarks: tuple[str, ...]

    @property
    def saves_itself(self) -> bool:
        """Whether the office saves the workbook by itself (AutoSave), so that what we write is saved already."""
        ...

    def selection(self) -> Selected | None:
        """What is selected in this workbook; None where another workbook or a drawing is."""
        ...

    def select(self, place: Place) -> None:
        """Show a square and put the cursor on it."""
        ...

    def progress(self, doing: str | None) -> None:
        """Say in the status bar what is being done; None gives the bar back."""
        ...

    def ask_line(self, text: str, proposed: str) -> str | None:
        """One line of text from the person, `proposed` standing there already; None where they gave up."""
        ...

    def undo(self) -> TakenBack:
        """Take our last write back; CannotWrite where a square was changed since, and then nothing is."""
        ...
