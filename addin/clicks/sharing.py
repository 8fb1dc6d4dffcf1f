"""Copies for the groups and back, from an open workbook: copies are made of what is saved, what comes back goes into what is open."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from addin.clicks.click import Click
from addin.clicks.selected_rows import groups_selected
from addin.core.grids import Grid
from addin.core.sharing.matching import KEYS
from addin.core.sharing.plain import plain
from addin.errors import CannotRead
from addin.hosts.closed.book import ClosedBook
from addin.jobs.merge import copies_in, merge
from addin.jobs.returned import returned
from addin.jobs.split import COPIES, split


def split_for_groups(click: Click) -> None:
    """A copy for the groups of the selected rows, else for each group; of the file, which must say what the open workbook says."""
    home = _home(click)
    saved = ClosedBook(home / click.host.name, now=datetime.min)  # noqa: DTZ901 - nothing is written to it
    _refuse_unsaved(click, saved.grids())
    groups = groups_selected(click.opened.book, click.host.selection())
    click.finish(split(click.opened, saved, groups, click.on), folder=home / COPIES)


def merge_copies(click: Click) -> None:
    """All copies of the folder beside the workbook, into the open workbook."""
    copies = returned(click.opened, copies_in(_home(click) / COPIES, click.host.name))
    click.finish(merge(click.opened, click.host, click.grids, copies))


def _home(click: Click) -> Path:
    if click.host.folder is None:
        raise CannotRead(
            f"Sổ «{click.host.name}» chưa nằm trên ổ đĩa nào nên chưa có chỗ cho thư mục “{COPIES}”.",
            "Lưu sổ vào ổ đĩa của cơ quan rồi bấm lại nút.",
        )
    return click.host.folder


def _refuse_unsaved(click: Click, saved: Sequence[Grid]) -> None:
    """What is worked out by a formula may be older in the file; all else on the sheets that go along must be the same."""
    there = {grid.sheet: grid for grid in saved}
    going = {found.sheet for found in click.opened.book.layout if found.table in (*KEYS, "members")}
    for grid in (one for one in click.grids if one.sheet in going):
        twin = there.get(grid.sheet)
        if twin is None or _entered(grid, grid.formulas | twin.formulas) != _entered(twin, grid.formulas | twin.formulas):
            raise CannotRead(f"Sheet “{grid.sheet}” có chỗ sửa chưa lưu, mà bản của tổ được tách từ tệp đã lưu.", "Lưu sổ (Ctrl+S) rồi bấm lại nút.")


def _entered(grid: Grid, formulas: frozenset[tuple[int, int]]) -> dict[tuple[int, int], str]:
    """What people typed, by square."""
    squares = (((row, column), plain(raw)) for row, line in enumerate(grid.values, 1) for column, raw in enumerate(line, 1))
    return {place: said for place, said in squares if said is not None and place not in formulas}
