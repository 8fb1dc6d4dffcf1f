"""The rows of one sheet of a copy: what stands around the records stays, of the records those of the group, then room to write."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from addin.hosts.closed.patch.ranges import range_of, range_text
from addin.hosts.closed.patch.room.sheet_formulas import formulas_of
from addin.hosts.closed.patch.xml_text import any_tag_pattern, attribute_of, with_attribute

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from addin.core.grids import Range
    from addin.core.sharing.excerpt import SheetExcerpt
    from addin.hosts.closed.patch.excerpt.squares import Squares
    from addin.hosts.closed.patch.sheet_xml import RowText, SheetText

ROOM = 20
"""Blank rows that stay for new records; what more there was goes, or is hidden where something stands below it."""
_OF_THE_OLD = re.compile(r"\s(?:spans|hidden|collapsed|outlineLevel)\s*=\s*(?:\"[^\"]*\"|'[^']*')")
_HEIGHT = re.compile(r"\s(?:ht|customHeight)\s*=\s*(?:\"[^\"]*\"|'[^']*')")


class RecordRows:
    """A sheet with records. `may_calculate` says which formulas find all they need in the copy."""

    def __init__(self, sheet: SheetText, spec: SheetExcerpt, squares: Squares, may_calculate: Callable[[str], bool]) -> None:
        self._sheet, self._spec, self._squares, self._may_calculate = sheet, spec, squares, may_calculate
        self._merges = merges_of(sheet)
        self._formulas = {(one.row, one.column): one for one in formulas_of(sheet)}

    def text(self) -> str:
        """All rows in order."""
        spec = self._spec
        above = [self._outside(row) for row in self._sheet.rows if row.number < spec.first_row]
        below = [self._outside(row) for row in self._sheet.rows if row.number > spec.last_row and spec.columns is None]
        has_below = any(self._sheet.has_value(square) for row in self._sheet.rows if row.number > spec.last_row for square in self._sheet.squares(row.number))
        records = [self._moved(source, spec.first_row + at) for at, source in enumerate(spec.kept)]
        return "".join((*above, *records, *self._room(has_below=has_below), *below))

    def merges(self) -> list[str]:
        """The merged areas: those around the records, and those inside one record, where it stands now."""
        spec, found = self._spec, []
        targets = {source: spec.first_row + at for at, source in enumerate(spec.kept)}
        for area in self._merges:
            if area.last_row < spec.first_row or area.first_row > spec.last_row:
                found.append(range_text(area))
            elif area.first_row == area.last_row and area.first_row in targets:
                row = targets[area.first_row]
                found.append(range_text(type(area)(row, area.first_column, row, area.last_column)))
        return found

    def _outside(self, row: RowText) -> str:
        """Titles, headings, totals, signatures: formulas go on where they can; elsewhere only words above the records stay."""
        is_above = row.number < self._spec.first_row
        squares = []
        for square in self._sheet.squares(row.number):
            formula = self._formulas.get((row.number, square.column))
            if self._spec.columns is not None and square.column not in self._spec.columns:
                squares.append(self._squares.blank(square, row.number))
            elif formula is None:
                squares.append(self._squares.valued(square, row.number))
            elif formula.formula and formula.kind in {"", "shared", "normal"} and self._may_calculate(formula.formula):
                squares.append(self._squares.calculated(square, row.number, escape(formula.formula)))
            else:
                squares.append((self._squares.valued if is_above else self._squares.blank)(square, row.number))
        return self._row(row, row.number, squares)

    def _moved(self, source: int, target: int) -> str:
        """A record in its new row, values for formulas; a square merged from above says what the area says."""
        row = self._sheet.row(source)
        if row is None:
            return ""
        squares = []
        for square in self._sheet.squares(source):
            if not self._goes_out(square.column):
                squares.append(self._squares.blank(square, target))
                continue
            top = next((one.first_row for one in self._merges if one.first_row < source <= one.last_row and one.first_column == square.column), 0)
            over = next((one for one in self._sheet.squares(top) if one.column == square.column), square) if top >= self._spec.first_row else square
            squares.append(self._squares.valued(over, target))
        return self._row(row, target, squares)

    def _goes_out(self, column: int) -> bool:
        return column not in self._spec.blank and (self._spec.columns is None or column in self._spec.columns)

    def _room(self, *, has_below: bool) -> Iterator[str]:
        """Blank rows that look like the last record."""
        spec = self._spec
        first = spec.first_row + len(spec.kept)
        for number in range(first, spec.last_row + 1):
            is_far = number >= first + ROOM
            if is_far and not has_below:
                return
            like = self._sheet.row(spec.kept[-1] if spec.kept else number)
            if like is None:
                continue
            squares = [self._squares.blank(square, number) for square in self._sheet.squares(like.number)]
            yield self._row(like, number, squares, is_room=True, is_hidden=is_far)

    def _row(self, like: RowText, number: int, squares: Sequence[str], *, is_room: bool = False, is_hidden: bool = False) -> str:
        is_record = self._spec.first_row <= number <= self._spec.last_row
        kept = _OF_THE_OLD.sub("", like.attributes) if is_record else like.attributes
        kept = with_attribute(_HEIGHT.sub("", kept) if is_room else kept, "r", str(number))
        hidden = ' hidden="1"' if is_hidden else ""
        return f"<{self._sheet.prefix}row{kept.rstrip()}{hidden}>{''.join(squares)}</{self._sheet.prefix}row>"


def listed_rows(sheet: SheetText, areas: Sequence[Range], squares: Squares) -> str:
    """A sheet that only holds drop-down lists: the words of those lists and nothing else, without gaps where one was left out."""
    numbers = [row.number for row in sheet.rows]
    made: dict[int, dict[int, str]] = {number: {} for number in numbers}
    for column in sorted({one.column for number in numbers for one in sheet.squares(number)}):
        own = [area for area in areas if area.first_column <= column <= area.last_column]
        if own:
            first, last = min(area.first_row for area in own), max(area.last_row for area in own)
            rooms = [number for number in numbers if first <= number <= last]
            held = [one for number in rooms for one in sheet.squares(number) if one.column == column and squares.goes_out(one)]
            made |= {room: {**made[room], column: squares.valued(one, room)} for room, one in zip(rooms, held, strict=False)}
    rows = ((number, "".join(made[number][column] for column in sorted(made[number]))) for number in numbers if made[number])
    return "".join(f'<{sheet.prefix}row r="{number}">{inside}</{sheet.prefix}row>' for number, inside in rows)


def merges_of(sheet: SheetText) -> list[Range]:
    """The merged areas of a sheet."""
    tags = any_tag_pattern("mergeCell").finditer(sheet.xml.shadow, sheet.tail_start)
    return [area for tag in tags if (area := range_of(attribute_of(tag[2], "ref") or "")) is not None]
