"""How a button speaks to the person who pressed it; each door brings its own way of showing."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

TITLE = "Sổ Chi bộ"


class Dialog(Protocol):
    """Message boxes, or what stands in for them."""

    def tell(self, text: str, *, warning: bool = False) -> None:
        """Show one message and wait until it was read."""
        ...

    def ask(self, text: str) -> bool:
        """Ask one question; whether the answer was yes."""
        ...

    def show_file(self, path: Path) -> None:
        """Open a file with the program of this machine that reads it."""
        ...
