"""The undo button: what was taken back, and which number and paper it left behind."""

from __future__ import annotations

from addin.clicks.click import Click
from addin.jobs.logged import log_act
from addin.jobs.remaining import compared
from addin.output.box import taken_back
from addin.output.undo import remaining_lines


def undo_last(click: Click) -> None:
    """Our last write; the workbook is read afterwards only where there is a register to compare with."""
    taken = click.host.undo()
    told = [*taken_back(taken, click.host.name)]
    if click.act is not None:
        told += log_act(click.act, lambda _: {"squares_count": taken.square_count})
    if click.host.folder is not None:
        left, remarks = compared(lambda: click.opened.book, click.host.folder)
        told += [*remaining_lines(left), *remarks]
    click.tell(told)
