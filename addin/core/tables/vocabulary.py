"""The words a cell's own columns use: what we write there is said as she says it.

A value is what it is read as, so her word for it is any word that the column reads as the same value: one of the
column's drop-down list, else the one most rows write, in this sheet, else in the other sheets of the table. Of a level
nobody has had yet the manner of the others is followed ("HTTNV" beside "HTXSNV"). Asked only when something is written.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from addin import glossary
from addin.core.grids import Grid
from addin.core.levels import Level
from addin.core.places import Place
from addin.core.tables.code_words import said_in_words
from addin.core.tables.rows.book import ROW_TYPES, FoundTable
from addin.core.tables.rows.columns import Column, Kind, columns_of
from addin.core.tables.series import kind_code
from addin.core.tables.squares.values import as_text, is_blank, read_value
from addin.core.writes import Value

DropDown = Callable[[Place], Sequence[str]]
_LISTED = frozenset({Kind.LEVEL, Kind.CHOICE, Kind.FLAG, Kind.MEMBER, Kind.TEXT})
_COPIED = frozenset({Kind.LEVEL, Kind.CHOICE, Kind.FLAG})


class Vocabulary:
    """What the sheets show of their words; `drop_down` asks the host for the list behind a square."""

    def __init__(
        self, layout: Sequence[FoundTable] = (), grids: Iterable[Grid] = (), drop_down: DropDown = lambda _: ()
    ) -> None:
        self._layout = layout
        self._grids = {grid.sheet: grid for grid in grids}
        self._drop_down = drop_down
        self._counted: dict[tuple[str, int, int], Counter[str]] = {}

    def ask(self, drop_down: DropDown) -> None:
        """From now on ask this host: the same workbook, met again by another click."""
        self._drop_down = drop_down

    @property
    def sheets(self) -> tuple[str, ...]:
        """The names of all that was read."""
        return tuple(self._grids)

    def grid(self, sheet: str) -> Grid | None:
        """The sheet as it was read."""
        return self._grids.get(sheet)

    def word(self, found: FoundTable, key: str, value: Value, row: int | None = None) -> Value:
        """Her word for a value in a column of her sheet, at a row of it or in a new one; the value itself where she has none."""
        column = _columns(found.table).get(key)
        if column is not None and column.kind is Kind.CODES and isinstance(value, str):
            return self._codes(found, column, value)
        if value is None or column is None or column.kind not in _LISTED:
            return value
        meant = _meaning(found.table, column, value)
        if meant is None:
            return value
        if key not in found.columns:
            return self._as_siblings_write(found, column, meant) or value
        listed = self._listed(found, key, row)
        if listed:
            same = [word for word in listed if _meaning(found.table, column, word) == meant]
            return _most_used(same, self._used(found, key)) if same and value not in same else value
        copied = column.kind in _COPIED or (found.table, key) == ("documents", "kind")
        return (self._as_others_write(found, column, meant) or self._kind_as_others(found, column, value)) if copied else value

    def _kind_as_others(self, found: FoundTable, column: Column, value: Value) -> Value:
        """A kind of paper nobody entered yet: by its letters where the others are."""
        used = self._used(found, column.key) if (found.table, column.key) == ("documents", "kind") else Counter[str]()
        in_letters = sum(count for word, count in used.items() if word == kind_code(word))
        return kind_code(str(value)) if in_letters * 2 > used.total() else value

    def _codes(self, found: FoundTable, column: Column, codes: str) -> str:
        """By what the column writes, then by what other columns of the same codes do: the plan's, those of other sheets."""
        own, others = tuple(self._used(found, column.key)), []
        for layout in self._layout:
            alike = [one.key for one in columns_of(ROW_TYPES[layout.table]) if one.kind is Kind.CODES and one.choices == column.choices]
            others += [text for key in alike for text in self._used(layout, key)]
        return said_in_words(column.choices, codes, own, others)

    def offered(self, found: FoundTable, key: str, row: int) -> Sequence[str]:
        """The words of the drop-down list of a square, else of its column."""
        return self._listed(found, key, row)

    def _as_siblings_write(self, found: FoundTable, column: Column, meant: Any) -> Value:
        """For a column still to be made: the list of another column of its kind, else what such columns hold."""
        columns = _columns(found.table)
        for key in (key for key in found.columns if key in columns and columns[key].kind is column.kind):
            same = [word for word in self._listed(found, key, None) if _meaning(found.table, column, word) == meant]
            if same:
                return _most_used(same, self._used(found, key))
        return self._as_others_write(found, column, meant)

    def found(self, table: str, sheet: str, row: int) -> FoundTable | None:
        """The table a row of a sheet belongs to."""
        of_sheet = [found for found in self._layout if (found.table, found.sheet) == (table, sheet)]
        return next((found for found in of_sheet if found.first_row <= row <= found.last_row), of_sheet[0] if of_sheet else None)

    def _listed(self, found: FoundTable, key: str, row: int | None) -> Sequence[str]:
        """The list of the square itself, else the one that the rows above have."""
        number = found.columns[key]
        rows = [row] if row is not None else []
        for at in (*rows, found.last_row, found.first_row):
            words = self._drop_down(Place(found.sheet, at, number))
            if words:
                return words
        return ()

    def _as_others_write(self, found: FoundTable, column: Column, meant: Any) -> Value:
        for used in self._near(found, column):
            same = Counter({word: count for word, count in used.items() if _meaning(found.table, column, word) == meant})
            if same:
                return same.most_common(1)[0][0]
            manner = _in_the_manner_of(used, meant) if isinstance(meant, Level) else None
            if manner:
                return manner
        return None

    def _near(self, found: FoundTable, column: Column) -> Iterator[Counter[str]]:
        """What the column writes, then the other columns of its kind in the sheet, then the same column of other sheets."""
        yield self._used(found, column.key)
        columns = _columns(found.table)
        if column.kind is not Kind.CHOICE:
            alike = [key for key in found.columns if key != column.key and key in columns and columns[key].kind is column.kind]
            yield sum((self._used(found, key) for key in alike), Counter())
        others = [other for other in self._layout if other.table == found.table and other is not found]
        yield sum((self._used(other, column.key) for other in others), Counter())

    def _used(self, found: FoundTable, key: str) -> Counter[str]:
        grid, number = self._grids.get(found.sheet), found.columns.get(key)
        if grid is None or number is None:
            return Counter()
        at = (found.sheet, found.first_row, number)
        if at not in self._counted:
            self._counted[at] = self._count(grid, found, number)
        return self._counted[at]

    @staticmethod
    def _count(grid: Grid, found: FoundTable, number: int) -> Counter[str]:
        raws = (grid.at(row, number) for row in range(found.first_row, found.last_row + 1))
        return Counter(as_text(raw) for raw in raws if isinstance(raw, str) and not is_blank(raw))


NO_WORDS = Vocabulary()


def _columns(table: str) -> Mapping[str, Column]:
    return {column.key: column for column in columns_of(ROW_TYPES[table])}


def _meaning(table: str, column: Column, value: Value) -> Any:
    """What a word of the column is read as; kinds of papers count as one by their letters."""
    if (table, column.key) == ("documents", "kind"):
        return kind_code(str(value))
    meant, _ = read_value(column, value)
    return glossary.fold(meant) if isinstance(meant, str) and column.kind in {Kind.TEXT, Kind.MEMBER} else meant


def _most_used(words: Sequence[str], used: Counter[str]) -> str:
    """Of several words for one value the one most rows have; the first of the list where none has."""
    return max(words, key=lambda word: used[word])


def _in_the_manner_of(used: Counter[str], level: Level) -> str | None:
    """The word for a level in the manner most others are written in."""
    counted: Counter[int] = Counter()
    styles = glossary.level_styles()
    for word, count in used.items():
        code = glossary.level_of(word)
        for number, style in enumerate(styles):
            if code is not None and code in style and glossary.fold(style[code]) == glossary.fold(word):
                counted[number] += count
    if not counted:
        return None
    manner = styles[counted.most_common(1)[0][0]].get(level.value)
    return manner.upper() if manner and all(word.isupper() for word in used) else manner
