"""A second list on which most names stand already, with columns of its own, is no list of members.

Honours, visits, birthdays and the like repeat the names of some members; only beside the main list can that be seen.
A list of another year with the columns of a member list stays, and so does what a person confirmed.
"""

from __future__ import annotations

from collections.abc import Sequence

from addin import glossary
from addin.core.findings import Finding
from addin.core.grids import Grid
from addin.core.tables.recognition.recognise import Recognised
from addin.core.tables.recognition.shapes import GIVEN
from addin.core.tables.rows.book import FoundTable
from addin.core.tables.squares import faults
from addin.core.tables.squares.values import as_text
from addin.glossary import person_key

_MOST, _ENOUGH = 70, 60
"""Shares in hundredths: of names that stand on the main list, of its keys that a list of another year has too."""
_FEW = 3
Held = tuple[Grid, Recognised]


def partial_lists(held: Sequence[Held]) -> set[int]:
    """The places, among tables found, of lists of some members."""
    lists = [at for at, (_grid, found) in enumerate(held) if found.table.table == "members"]
    if len(lists) < 2:
        return set()
    names = {at: _names(*held[at]) for at in lists}
    main = max(lists, key=lambda at: (held[at][1].table.confirmed, len(names[at]) * len(held[at][1].table.columns), -at))
    return {at for at in lists if at != main and _is_partial(held[at][1].table, held[main][1].table, names[at], names[main])}


def finding_of(held: Held) -> Finding:
    """That such a list is not read, and why."""
    grid, found = held
    names = ", ".join(f"“{text}”" for text in _foreign(found.table)[:_FEW])
    message = f"Các đồng chí ở đây đã có trong danh sách đảng viên, còn cột {names} không phải của danh sách ấy; không đọc như danh sách đảng viên."
    return faults.PARTIAL_LIST.at(grid.place(found.table.heading_rows[-1]), message)


def _is_partial(table: FoundTable, main: FoundTable, names: list[str], known: list[str]) -> bool:
    """Most names known, columns that no member list has, and no member list of another year."""
    if table.confirmed or not names or not _foreign(table):
        return False
    shared = sum(name in set(known) for name in names)
    return 100 * shared >= _MOST * len(names) and not _is_of_another_year(table, main)


def _is_of_another_year(table: FoundTable, main: FoundTable) -> bool:
    is_dated = None not in (table.year, main.year) and table.year != main.year
    return is_dated and 100 * len(table.columns.keys() & main.columns.keys()) >= _ENOUGH * len(main.columns)


def _foreign(table: FoundTable) -> list[str]:
    """Headings of columns that a member list has no use for."""
    return [text for _column, text in table.unknown if glossary.fold(text) not in glossary.ignored_headings()]


def _names(grid: Grid, found: Recognised) -> list[str]:
    columns = [at for key in ("full_name", f"full_name.{GIVEN}") if (at := found.table.columns.get(key)) is not None]
    texts = (" ".join(as_text(grid.at(row, at)) for at in columns) for row in found.extent.rows)
    return [person_key(glossary.without_honorific(text)) for text in texts if text.strip()]
