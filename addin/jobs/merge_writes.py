"""From what a merge does to rows to what is written: squares, rows below the last, and what no square can take."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from addin import glossary
from addin.core.dates import vn_date
from addin.core.grids import Grid
from addin.core.masks import value_told
from addin.core.places import Place
from addin.core.records import dataclass
from addin.core.sharing.lines import SheetLines, rows_of
from addin.core.sharing.plain import value_of
from addin.core.sharing.results import Arrival, Change, Effect, Removal
from addin.core.tables.rows.book import Book
from addin.core.tables.running_numbers import running_number
from addin.core.tables.squares.values import is_blank
from addin.core.writes import RowAppend, Value, Write, Writes
from addin.jobs.appending import is_beside

_CHANGED = "bản của tổ sửa chỗ này nhưng trong sổ"
_BY_HAND = "bản của tổ đã xoá dòng này; để trống thêm một dòng cạnh dòng trống thì bảng bị ngắt, hãy xoá hẳn các dòng ấy trong Excel"


@dataclass(frozen=True, slots=True)
class Applied:
    """One thing that goes in, as it may be told: a square, or a row (`to` its words); `copies` are the files it comes from."""

    place: Place
    before: Value
    after: Value
    copies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A square or row that a copy changed and that is not written, and why."""

    place: Place
    why: str


class Planner:
    """Writes for one workbook."""

    def __init__(self, book: Book, grids: Sequence[Grid], sheets: Mapping[str, Sequence[SheetLines]]) -> None:
        self._book = book
        self._grids = {grid.sheet: grid for grid in grids}
        self._sheets = sheets
        self._squares: list[Write] = []
        self._appends: list[RowAppend] = []
        self._added: Counter[tuple[str, int]] = Counter()
        self._gone: dict[str, set[int]] = defaultdict(set)
        self.applied: list[Applied] = []
        self.left_out: list[LeftOut] = []

    def plan(self, effects: Iterable[Effect]) -> Writes:
        """All of them, in their order."""
        for effect in effects:
            if isinstance(effect, Change):
                self._change(effect)
            elif isinstance(effect, Removal):
                self._removal(effect)
            else:
                self._arrival(effect)
        return Writes(tuple(self._squares), tuple(self._appends))

    def place_of(self, effect: Change | Removal) -> Place:
        """The square, or the row."""
        column = self._home(effect.table, effect.line.sheet).places[effect.column] if isinstance(effect, Change) else 0
        return Place(effect.line.sheet, effect.line.row, column)

    def _change(self, effect: Change) -> None:
        place = self.place_of(effect)
        files = _files(effect)
        if self._is_open(place):
            before, after = value_of(effect.line.says(effect.column)), value_of(effect.after)
            self._squares.append(Write(place, after, _because(effect), before))
            self.applied.append(Applied(place, value_told(before), value_told(after), files))

    def _removal(self, effect: Removal) -> None:
        """The row's squares go blank; the row itself stays, so that nothing else on the sheet moves."""
        lines = self._home(effect.table, effect.line.sheet)
        row = Place(effect.line.sheet, effect.line.row)
        if not self._may_go_blank(lines, row.row):
            self.left_out.append(LeftOut(row, _BY_HAND))
            return
        self._gone[row.sheet].add(row.row)
        for column, value in sorted(effect.line.values.items(), key=lambda said: lines.places[said[0]]):
            place = Place(effect.line.sheet, effect.line.row, lines.places[column])
            if value is not None and self._is_open(place):
                self._squares.append(Write(place, None, f"Bỏ dòng theo {_whose(effect)}", value_of(value)))
        self.applied.append(Applied(row, row_text(lines, effect.line.values), None, _files(effect)))

    def _may_go_blank(self, lines: SheetLines, row: int) -> bool:
        """Two blank rows among records would be read as the end of the table; rows are asked about from the last upwards."""
        gone, grid = self._gone[lines.sheet], self._grids[lines.sheet]
        last = max((line.row for line in lines.lines if line.row not in gone and line.row != row), default=0)
        return row > last or not any(near in gone or all(is_blank(raw) for raw in grid.row(near)) for near in (row - 1, row + 1))

    def _arrival(self, effect: Arrival) -> None:
        lines = self._home(effect.table, effect.sheet)
        found = lines.found
        after = self._after(lines, effect)
        self._added[found.sheet, after] += 1
        above = found if after > found.last_row else replace(found, last_row=after)
        values: dict[int, Value] = dict(running_number(self._grids.get(found.sheet), above, self._added[found.sheet, after]))
        values.update((lines.places[name], value_of(value)) for name, value in effect.values if name in lines.places and value is not None)
        makes_room = not any(is_beside(other, found, after) for other in self._book.layout)
        grows = found.last_row >= found.first_row
        self._appends.append(RowAppend(found.sheet, after, tuple(sorted(values.items())), _because(effect), makes_room=makes_room, grows=grows))
        row = Place(found.sheet, after + self._added[found.sheet, after])
        self.applied.append(Applied(row, None, row_text(lines, dict(effect.values)), _files(effect)))

    def _after(self, lines: SheetLines, effect: Arrival) -> int:
        """Below the last record; where sections say whose a record is, below the last of the copy's group."""
        found = lines.found
        last = max(found.last_row, found.heading_rows[-1])
        if "group" in found.columns:
            return last
        rows = rows_of(self._book, found)
        own = {glossary.group_key(hand.group) for hand in effect.hands}
        under = [row.source.row for row in rows if (group := getattr(row, "group", None)) and glossary.group_key(group) in own]
        return max(under, default=last)

    def _home(self, table: str, sheet: str) -> SheetLines:
        """The sheet of that name, else the table's last."""
        held = self._sheets[table]
        return next((one for one in held if one.sheet == sheet), held[-1])

    def _is_open(self, place: Place) -> bool:
        """Whether the square takes a value; what it is instead is told."""
        grid = self._grids[place.sheet]
        is_covered = any(one.holds(place.row, place.column) and (one.first_row, one.first_column) != (place.row, place.column) for one in grid.merged)
        why = f"{_CHANGED} ô này là công thức" if (place.row, place.column) in grid.formulas else f"{_CHANGED} ô này nằm trong vùng gộp ô" if is_covered else ""
        if why:
            self.left_out.append(LeftOut(place, why))
        return not why


def row_text(lines: SheetLines, values: Mapping[str, str | None]) -> str:
    """A row in words, by the headings of its columns; numbers that name a person by their end only."""
    ordered = sorted((lines.places[name], name) for name in values if name in lines.places)
    return "; ".join(f"{' '.join(lines.titles[name].split())}: {shown(value_told(value_of(values[name])))}" for _, name in ordered if values[name] is not None)


def shown(value: Value) -> str:
    """A value as a person writes it."""
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, date):
        return vn_date(value)
    return "" if value is None else str(value)


def _files(effect: Effect) -> tuple[str, ...]:
    return tuple(dict.fromkeys(hand.file for hand in effect.hands))


def _whose(effect: Effect) -> str:
    return ", ".join(dict.fromkeys(hand.group for hand in effect.hands))


def _because(effect: Change | Arrival) -> str:
    return f"Gộp bản của {_whose(effect)}"
