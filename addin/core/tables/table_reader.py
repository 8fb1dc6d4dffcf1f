"""The rows of one recognised table: column by column, each value typed or flagged at its square."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from addin import glossary
from addin.core.findings import Finding
from addin.core.grids import Grid, Range, Raw
from addin.core.levels import Level
from addin.core.tables import derived
from addin.core.tables.recognition.column_choice import HALVES
from addin.core.tables.recognition.recognise import Recognised
from addin.core.tables.recognition.shapes import DATE_PARTS, GIVEN, base_of
from addin.core.tables.rows.book import ROW_TYPES, FoundTable
from addin.core.tables.rows.columns import Column, Kind, Row, RowSource, columns_of
from addin.core.tables.squares import faults
from addin.core.tables.squares.compound import split_compound
from addin.core.tables.squares.values import ReadValues, as_text, is_blank
from addin.glossary.choices import Gender
from addin.patterns import pattern

_BIRTH = Column("birth_date", Kind.DATE, required=True)
_GENDERS = {"birth_date_male": Gender.MALE, "birth_date_female": Gender.FEMALE}


def read_rows(grid: Grid, found: Recognised, problems: list[Finding], values: ReadValues) -> list[Row]:
    """Every record; what cannot be read is None in its row and a finding in `problems`."""
    return _TableReader(grid, found, problems, values).rows()


class _TableReader:
    """Reads one table."""

    def __init__(self, grid: Grid, found: Recognised, problems: list[Finding], values: ReadValues) -> None:
        self._grid = grid
        self._table = found.table
        self._extent = found.extent
        self._problems = problems
        self._read_values = values
        self._row_type = ROW_TYPES[found.table.table]
        self._columns = {column.key: column for column in columns_of(self._row_type)}
        self._lines = [grid.values[row - 1] for row in found.extent.rows]
        self._narrowest = min(map(len, self._lines), default=0)
        self._values: list[dict[str, Any]] = [{} for _row in found.extent.rows]

    def rows(self) -> list[Row]:
        """Column by column, then row by row."""
        spread = self._with_own_names(_spread(self._grid, self._table))
        shared = _shared_columns(self._table)
        for key, number in self._table.columns.items():
            raws = self._raws(number, spread)
            if "." in key:
                self._part(key, raws, spread)
                continue
            if f"{key}.{GIVEN}" in self._table.columns:
                given = self._raws(self._table.columns[f"{key}.{GIVEN}"], spread)
                raws = [_name(one, other) for one, other in zip(raws, given, strict=True)]
            elif number in shared:
                raws = self._parts(raws, number, shared[number], key)
            elif key in _PERSONS:
                raws = self._joined(raws, number, spread)
            self._read(key, number, raws)
        self._fill_from_context()
        derived.complete(self._table.table, self._values)
        sheet, places, read = self._grid.sheet, self._places(), self._row_type.read
        return [
            read(RowSource(sheet, number, places), values)
            for number, values in zip(self._extent.rows, self._values, strict=True)
        ]

    def _with_own_names(self, spread: dict[tuple[int, int], Raw]) -> dict[tuple[int, int], Raw]:
        """A name merged over the next member's row is not that member's: their own number or birth date stands there."""
        name = self._table.columns.get("full_name")
        if self._table.table != "members" or name is None or not spread:
            return spread
        own = [self._table.columns[key] for key in ("member_id", "birth_date", "card_number") if key in self._table.columns]
        covered = [
            (row, name)
            for row in self._extent.rows
            if (row, name) in spread
            and self._grid.at(row, name) is None
            and any(not is_blank(self._grid.at(row, column)) for column in own)
        ]
        for row, column in covered:
            above = as_text(spread[row, column])
            message = f"Ô họ và tên gộp với dòng trên (“{above}”) nên tên của người ở dòng này đã mất."
            self._problems.append(faults.COVERED_NAME.at(self._grid.place(row, column), message))
        return {square: value for square, value in spread.items() if square not in set(covered)} if covered else spread

    def _places(self) -> dict[str, int]:
        """Where each key stands; Nam and Nữ columns stand for the birth date."""
        columns = self._table.columns
        parts: dict[str, int] = {}
        for key, number in columns.items():
            base = HALVES.get(key, base_of(key))
            if base not in columns:
                parts[base] = min(number, parts.get(base, number))
        return {**parts, **columns}

    def _raws(self, number: int, spread: dict[tuple[int, int], Raw]) -> list[Raw]:
        index = number - 1
        if number <= self._narrowest:
            raws = [line[index] for line in self._lines]
        else:
            raws = [line[index] if index < len(line) else None for line in self._lines]
        if spread:
            raws = [spread.get((row, number)) if raw is None else raw for row, raw in zip(self._extent.rows, raws, strict=True)]
        return raws

    def _read(self, key: str, number: int, raws: Sequence[Raw]) -> None:
        """One column into the rows; halves of a birth date also say the gender."""
        column = self._columns.get(key, _BIRTH)
        if column.kind is Kind.DATE and self._table.table == "plan_items":
            raws = [_full(raw, self._table.year) for raw in raws]
        results = self._read_values.of(column, epoch_1904=self._grid.epoch_1904)
        attribute, gender, may_be_none = column.field, _GENDERS.get(key), column.may_be_answered_none
        for values, row, raw in zip(self._values, self._extent.rows, raws, strict=True):
            if raw is None:
                continue
            value, problem = results[raw.__class__, raw]
            if problem is not None:
                self._problems.append(problem[0].at(self._grid.place(row, number), problem[1]))
            if not value and problem is None and may_be_none and not is_blank(raw):
                self._read_values.said_none.add(self._grid.place(row, number))
            if value is not None:
                values[attribute] = value
                if gender is not None:
                    values.setdefault("gender", gender)

    def _parts(self, raws: Sequence[Raw], number: int, keys: tuple[str, ...], key: str) -> list[Raw]:
        """The part of each square that belongs to one key of a compound heading; "II" under "Quý" is a quarter."""
        unit = glossary.fold(self._table.titles.get(key, ""))
        if unit in _UNITS:
            raws = [f"{unit} {as_text(raw)}" if _ORDINAL.fullmatch(as_text(raw)) else raw for raw in raws]
        kinds = tuple(self._columns[item].kind for item in keys)
        parts: list[Raw] = []
        for row, raw in zip(self._extent.rows, raws, strict=True):
            part = split_compound(raw, keys, key, kinds, self._table.year)
            if part is NotImplemented:
                part = None
                if key == keys[0]:
                    problem = faults.COMPOUND.at(self._grid.place(row, number), f"“{as_text(raw)}” không tách được thành {len(keys)} phần.")
                    self._problems.append(problem)
            parts.append(part)
        return parts

    def _joined(self, raws: list[Raw], number: int, spread: dict[tuple[int, int], Raw]) -> list[Raw]:
        """A name written in two columns (họ đệm, tên) under one merged heading is one name."""
        last = max(
            (
                merged.last_column
                for merged in self._grid.merged
                if merged.first_column == number and merged.first_row <= self._table.heading_rows[-1] <= merged.last_row
            ),
            default=number,
        )
        for column in range(number + 1, last + 1):
            if column not in self._table.columns.values():
                others = self._raws(column, spread)
                raws = [_name(one, other) for one, other in zip(raws, others, strict=True)]
        return raws

    def _part(self, key: str, raws: Sequence[Raw], spread: dict[tuple[int, int], Raw]) -> None:
        """Day, month and year of a date in three columns, once; sexes as marks."""
        base, _, part = key.partition(".")
        if part == DATE_PARTS[-1]:
            columns = [self._table.columns.get(f"{base}.{one}") for one in DATE_PARTS[:-1]]
            days, months = (self._raws(column, spread) if column else [None] * len(raws) for column in columns)
            whole = [_one_date(*parts) for parts in zip(days, months, raws, strict=True)]
            self._read(base, self._table.columns[key], whole)
        elif base == "gender":
            has_both = {"gender.male", "gender.female"} <= self._table.columns.keys()
            for values, raw in zip(self._values, raws, strict=True):
                if not is_blank(raw) and glossary.flag(as_text(raw)) is not False:
                    values["gender"] = Gender.FEMALE if part == "female" else Gender.MALE
                elif not has_both and part == "female":
                    values.setdefault("gender", Gender.MALE)
        elif base in self._columns and self._columns[base].kind is Kind.LEVEL:
            self._marked(base, part, raws)

    def _marked(self, base: str, part: str, raws: Sequence[Raw]) -> None:
        """The level whose column is marked; marks in two columns say none."""
        attribute = self._columns[base].field
        for values, raw in zip(self._values, raws, strict=True):
            if not is_blank(raw) and glossary.flag(as_text(raw)) is not False:
                values[attribute] = None if attribute in values else Level(part.upper())

    def _fill_from_context(self) -> None:
        """The year of the sheet, the group and kind of the section row or title, where the row is silent."""
        year, kinds = self._table.year, self._extent.kinds
        if kinds and "kind" in self._columns and "kind" not in self._table.columns:
            self._from_sections("kind", kinds)
        if "year" in self._columns and "year" not in self._table.columns:
            self._from_sections("year", self._extent.years)
        if "group" in self._columns:
            self._from_sections("group", self._extent.sections)
        for key, value in self._table.given.items():
            for values in self._values:
                values.setdefault(self._columns[key].field, value)
        if "year" in self._columns and year is not None:
            for values in self._values:
                values.setdefault("year", year)

    def _from_sections(self, key: str, sections: Mapping[int, str] | Mapping[int, int]) -> None:
        """What the section row over a record says, where the record is silent."""
        for number, values in zip(self._extent.rows, self._values, strict=True):
            if number in sections:
                values.setdefault(key, sections[number])


_PERSONS = frozenset({"full_name", "member", "leader", "subject"})


def _name(one: Raw, other: Raw) -> Raw:
    return one if other is None else f"{as_text(one)} {as_text(other)}".strip()


def _one_date(day: Raw, month: Raw, year: Raw) -> Raw:
    """The date of three squares, as precise as they are."""
    parts = [as_text(part) for part in (day, month, year)]
    return "/".join(part for part in parts if part) or None


def _full(raw: Raw, year: int | None) -> Raw:
    """A day and month without a year, in a plan of one year."""
    if year is None or not isinstance(raw, str) or not _DAY_AND_MONTH.fullmatch(raw.strip()):
        return raw
    return f"{raw.strip().replace('-', '/').replace('.', '/')}/{year}"


_UNITS = ("quý", "tháng")
_ORDINAL = pattern(r"\d{1,2}|i{1,3}|iv", re.IGNORECASE)
_DAY_AND_MONTH = pattern(r"\d{1,2}\s*[/.-]\s*(?:0?[1-9]|1[0-2])")


def _shared_columns(table: FoundTable) -> dict[int, tuple[str, ...]]:
    """Columns that carry several keys at once."""
    keys: dict[int, list[str]] = defaultdict(list)
    for key, column in table.columns.items():
        keys[column].append(key)
    return {column: tuple(items) for column, items in keys.items() if len(items) > 1}


def _spread(grid: Grid, table: FoundTable) -> dict[tuple[int, int], Raw]:
    """Squares merged downwards speak for every row they cover ("Số quyết định" over eight members)."""
    spread: dict[tuple[int, int], Raw] = {}
    covered: dict[int, int] = {}
    tall = [one for one in grid.merged if table.first_row <= one.first_row <= table.last_row and one.last_row > one.first_row]
    for merged in sorted(tall, key=_first_row):
        column = merged.first_column
        value = grid.at(merged.first_row, column)
        last = min(merged.last_row, grid.row_count)
        for row in range(max(merged.first_row, covered.get(column, 0)) + 1, last + 1):
            spread[row, column] = value
        covered[column] = max(last, covered.get(column, 0))  # merges never overlap; where they do, nothing is walked twice
    return spread


def _first_row(merged: Range) -> int:
    return merged.first_row
