"""Draws on a terminal with rich: tables, and a word on what is being done. Loaded where there is a terminal, only."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
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


@contextmanager
def bar(doing: str, total: int, done: int, unit: str = "sổ") -> Iterator[Callable[[str], None]]:
    """How many of how many, the rate, the time left, the name in hand; on standard error."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415 - long runs only

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn(f"{{task.speed:.1f}} {unit}/giây"), TimeRemainingColumn(), TextColumn("{task.fields[name]}"))
    with Progress(*columns, console=Console(stderr=True)) as shown:
        task = shown.add_task(doing, total=total, completed=done, name="")
        yield lambda name: shown.update(task, advance=1, name=escape(name))
