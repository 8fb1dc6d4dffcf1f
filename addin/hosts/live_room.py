"""Room for new rows in an open workbook: where rows must come in between, and how everything is meant afterwards.

Excel and LibreOffice move what points at rows themselves. They do not make a range longer that ended with the last
record, so which formulas do is told here. Planning goes on as if the rows were in already; the office puts them in first.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from addin.core.grids import Grid, Range
from addin.core.places import Place
from addin.core.writes import Note, RowAppend, Write, Writes
from addin.hosts.refusal import refuse

Square = tuple[int, int]
Texts = Mapping[Square, str]
_RANGE = re.compile(
    r'"(?:[^"]|"")*"'
    r"|(?P<sheet>\$?(?:'(?:[^']|'')+'|[\w]+)[!.])?"
    r"(?P<cells>\$?[A-Za-z]{1,3}\$?[0-9]+:\$?[A-Za-z]{1,3}\$?[0-9]+)(?![\w.(!\[])"
)
_CORNER = re.compile(r"(\$?)([A-Za-z]{1,3})(\$?)([0-9]+)")


@dataclass(frozen=True, slots=True)
class Gap:
    """Rows to be put in behind row `after`; `grows` where that is the last record, whose looks and formulas they take."""

    sheet: str
    after: int
    count: int
    grows: bool

    def row(self, number: int) -> int:
        """Where a row stands afterwards."""
        return number if number <= self.after else number + self.count

    @property
    def made(self) -> range:
        """The new rows."""
        return range(self.after + 1, self.after + self.count + 1)


def gaps_of(writes: Writes, grid_of: Callable[[str], Grid], texts_of: Callable[[str], Texts]) -> list[Gap]:
    """The gaps that new rows need, in each sheet from the bottom up; RefusedWrite where a merge lies across one."""
    counts = Counter((row.sheet, row.after_row, row.grows) for row in writes.appends if row.makes_room and row.values)
    found = []
    for (name, after, grows), count in sorted(counts.items(), key=lambda one: (one[0][0], -one[0][1])):
        columns = {column for row in writes.appends if (row.sheet, row.after_row) == (name, after) for column, _ in row.values}
        grid, gap = grid_of(name), Gap(name, after, count, grows)
        if _is_taken(grid, gap, columns) or any(row > after and _ends_at(text, after) for (row, _), text in texts_of(name).items()):
            _refuse_merges(grid, gap)
            found.append(gap)
    return found


def _is_taken(grid: Grid, gap: Gap, columns: set[int]) -> bool:
    above = {number for number, value in enumerate(grid.row(gap.after), 1) if value is not None}
    reach = range(min(columns | above), max(columns | above) + 1)
    return any(grid.at(row, column) is not None or (row, column) in grid.formulas for row in gap.made for column in reach)


def _refuse_merges(grid: Grid, gap: Gap) -> None:
    for area in grid.merged:
        if area.first_row <= gap.after < area.last_row:
            first = Place(grid.sheet, area.first_row, area.first_column)
            refuse(
                f"không chèn được dòng mới vì vùng gộp từ ô {first.cell} phủ qua chỗ ấy",
                "Bỏ gộp ô ấy, hoặc chèn một dòng trống dưới dòng cuối, rồi bấm lại nút.",
                first,
            )


def moved_writes(writes: Writes, gaps: Iterable[Gap]) -> Writes:
    """The same squares where they stand afterwards; rows for a gap stay where they are meant."""
    for gap in gaps:
        writes = replace(
            writes,
            squares=tuple(_write_moved(write, gap) for write in writes.squares),
            appends=tuple(_append_moved(row, gap) for row in writes.appends),
            notes=None if writes.notes is None else tuple(_note_moved(note, gap) for note in writes.notes),
        )
    return writes


def _place_moved(place: Place, gap: Gap) -> Place:
    return Place(place.sheet, gap.row(place.row), place.column) if place.sheet == gap.sheet else place


def _write_moved(write: Write, gap: Gap) -> Write:
    return replace(write, place=_place_moved(write.place, gap))


def _note_moved(note: Note, gap: Gap) -> Note:
    return replace(note, place=_place_moved(note.place, gap))


def _append_moved(row: RowAppend, gap: Gap) -> RowAppend:
    is_below = row.sheet == gap.sheet and row.after_row > gap.after
    return replace(row, after_row=gap.row(row.after_row)) if is_below else row


def moved_grid(grid: Grid, gaps: Iterable[Gap]) -> Grid:
    """The sheet as it will be read with the rows in: blank, but for the formulas they take from above."""
    for gap in gaps:
        if gap.sheet != grid.sheet:
            continue
        filled = {column for row, column in grid.formulas if row == gap.after} if gap.grows else set()
        across = [area for area in grid.merged if area.first_row == area.last_row == gap.after and gap.grows]
        grid = replace(
            grid,
            values=(*grid.values[: gap.after], *((),) * gap.count, *grid.values[gap.after :]),
            formulas=frozenset((gap.row(row), column) for row, column in grid.formulas)
            | {(row, column) for row in gap.made for column in filled},
            merged=(
                *(replace(area, first_row=gap.row(area.first_row), last_row=gap.row(area.last_row)) for area in grid.merged),
                *(Range(row, area.first_column, row, area.last_column) for row in gap.made for area in across),
            ),
            hidden_rows=frozenset(map(gap.row, grid.hidden_rows)),
        )
    return grid


def made_rows(gaps: Sequence[Gap], sheet: str) -> frozenset[int]:
    """The new rows of a sheet, where they stand when all are in."""
    made: set[int] = set()
    for gap in gaps:
        if gap.sheet == sheet:
            made = {gap.row(row) for row in made} | set(gap.made)
    return frozenset(made)


def row_before(row: int, gaps: Sequence[Gap], sheet: str) -> int:
    """Where a row stood before; a new one is asked about as the row above it."""
    for gap in reversed([gap for gap in gaps if gap.sheet == sheet]):
        row = row if row <= gap.after else max(row - gap.count, gap.after)
    return row


def grown(formula: str, gap: Gap, home: str, row: int) -> str:
    """A formula on sheet `home`, as the office left it after the rows came in, with ranges over them.

    A running total in the last record itself (`SUM(D$4:D9)` in row 9) means the rows down to its own.
    """

    def longer(found: re.Match[str]) -> str:
        if not found["cells"] or _sheet_of(found["sheet"], home) != gap.sheet.casefold():
            return found[0]
        (_, first_column, _, first), (dollar, last_column, hold, last) = _CORNER.findall(found["cells"])
        is_downwards = int(first) < gap.after or first_column.upper() == last_column.upper()
        is_running = row == gap.after and not hold and home.casefold() == gap.sheet.casefold()
        if int(last) != gap.after or not is_downwards or is_running:
            return found[0]
        return found[0][: found[0].rfind(":") + 1] + f"{dollar}{last_column}{hold}{gap.after + gap.count}"

    return _RANGE.sub(longer, formula) if gap.grows else formula


def _ends_at(formula: str, row: int) -> bool:
    """Whether a range downwards on the formula's own sheet ends with the row."""
    gap = Gap("", row, 1, grows=True)
    return grown(formula, gap, "", 0) != formula


def _sheet_of(named: str | None, home: str) -> str:
    if not named:
        return home.casefold()
    name = named[:-1].lstrip("$")
    return (name[1:-1].replace("''", "'") if name.startswith("'") else name).casefold()
