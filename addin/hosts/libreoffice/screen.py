"""Message boxes of LibreOffice, in front of the window the button was pressed in."""

from __future__ import annotations

from pathlib import Path

from addin.hosts.libreoffice.wire import Office

TITLE = "Sổ Chi bộ"


class Screen:
    """Tells, asks, opens a file."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def tell(self, text: str, *, warning: bool = False) -> None:
        """One message, until it was read."""
        self._office.ask("tell", title=TITLE, text=text, warning=warning)

    def ask(self, text: str) -> bool:
        """One question; whether the answer was yes."""
        return bool(self._office.ask("confirm", title=TITLE, text=text))

    def show_file(self, path: Path) -> None:
        """Open a file with the program of this machine that reads it."""
        self._office.ask("show_file", path=str(path))
