"""Draws on a terminal with rich: tables, and a word on what is being done. Loaded where there is a terminal, only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.table import Table as Drawn

from addin.output.telling import Table

if TYPE_CHECKING:
    from rich.status import Status


def draw(table: Table) -> None:
    """The title, the table as wide as the terminal, what is said below."""
    console = Console(highlight=False)
    drawn = Drawn(title=escape(table.title) or None, title_justify="left", show_lines=True)
    for heading in table.columns:
        drawn.add_column(escape(heading), overflow="fold")
    for row in table.rows:
        drawn.add_row(*map(escape, row))
    console.print(drawn)
    for line in table.after:
        console.print(line, markup=False)


def spinner(doing: str) -> Status:
    """A word that moves on standard error; not started yet."""
    return Console(stderr=True).status(f"Đang {doing}…")
