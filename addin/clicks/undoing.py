"""The undo button: what was taken back, and which number and paper it left behind."""

from __future__ import annotations

from addin.clicks.click import Click
from addin.jobs.carry_out import REGISTER_FOLDER
from addin.jobs.remaining import remaining
from addin.output.box import taken_back
from addin.output.undo import remaining_lines


def undo_last(click: Click) -> None:
    """Our last write; the workbook is read afterwards only where there is a register to compare with."""
    told = [taken_back(click.host.undo(), click.host.name)]
    register = click.host.folder / REGISTER_FOLDER if click.host.folder else None
    if register is not None and register.is_dir():
        told += remaining_lines(remaining(click.opened.book, register))
    click.tell(told)
