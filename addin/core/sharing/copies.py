"""A copy as it came back: whose it is, what it carried out, what stands in it now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from addin import glossary
from addin.core.grids import Grid
from addin.core.records import dataclass
from addin.core.sharing.base import Base, BaseSheet
from addin.core.sharing.lines import Line, SheetLines, lines_on
from addin.core.sharing.matching import KEYS
from addin.core.tables.recognition.headings import block_texts
from addin.core.tables.recognition.recognise import Recognised, recognise


@dataclass(frozen=True, slots=True)
class Hand:
    """Who gave a value: the file, the group, who saved it last and when, as far as the file says."""

    file: str
    group: str = ""
    who: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy, its base and its rows by table; `lost` are headings of the base that stand nowhere in it any more.

    `editor` is who has it open.
    """

    hand: Hand
    base: Base
    before: Mapping[str, tuple[Line, ...]]
    now: Mapping[str, tuple[Line, ...]]
    sheets: tuple[str, ...] = ()
    lost: tuple[tuple[str, str], ...] = ()
    missing: tuple[str, ...] = ()
    editor: str = ""

    @property
    def order(self) -> tuple[str, ...]:
        """Copies are taken by group, file, moment, and what stands in them, however they were handed in."""
        return (glossary.group_key(self.hand.group), self.hand.file, self.hand.when, self.hand.who, str(sorted(self.now.items())))


def copy_of(hand: Hand, base: Base, grids: Sequence[Grid]) -> Copy:
    """The rows of a copy, found under their headings wherever these stand now."""
    by_name = {grid.sheet: grid for grid in grids}
    before: dict[str, tuple[Line, ...]] = {}
    now: dict[str, tuple[Line, ...]] = {}
    lost: list[tuple[str, str]] = []
    missing: list[str] = []
    for sheet in base.sheets:
        found = _found(by_name[sheet.sheet], sheet) if sheet.sheet in by_name else None
        if found is None:
            missing.append(sheet.sheet)
            continue
        lost += [(sheet.sheet, sheet.titles[name]) for name in sheet.places if name not in found.places]
        before[sheet.table] = before.get(sheet.table, ()) + sheet.lines
        now[sheet.table] = now.get(sheet.table, ()) + found.lines
    return Copy(hand, base, before, now, tuple(one.sheet for one in base.sheets), tuple(lost), tuple(missing))


def _found(grid: Grid, sheet: BaseSheet) -> SheetLines | None:
    """The table as the base describes it, with the columns nobody had recognised then, and no others; None where no key is left of it."""
    tables = [one for one in recognise(grid, (sheet.layout,)).tables if one.table.table == sheet.table]
    if not tables or not set(KEYS[sheet.table]) & tables[0].table.columns.keys():
        return None
    table = tables[0].table
    titles = block_texts(grid, table.heading_rows[0], len(table.heading_rows))
    columns = {key: column for key, column in table.columns.items() if key in sheet.places}
    unknown = tuple(
        (column, title)
        for column, title in sorted(titles.items())
        if "=" + glossary.fold(title) in sheet.places and column not in columns.values()
    )
    return lines_on(grid, replace(table, columns=columns, unknown=unknown), _rows(tables[0], grid, columns, unknown))


def _rows(table: Recognised, grid: Grid, columns: Mapping[str, int], unknown: tuple[tuple[int, str], ...]) -> list[int]:
    """The records; a row with nothing in any column of the base is room to write, no record."""
    wanted = [*columns.values(), *(column for column, _ in unknown)]
    return [row for row in table.extent.rows if any(grid.at(row, column) not in (None, "") for column in wanted)]

