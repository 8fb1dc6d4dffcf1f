"""Totals that people typed under a list, against the rows above: a total that says otherwise was edited, or went stale.

Only what can be told for certain is judged: how many people, how many marks in a column, the sum of a column of whole
numbers. A formula is Excel's own word; shares and averages are nobody's total.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from addin import glossary
from addin.core.grids import Grid, Raw
from addin.core.places import Place
from addin.core.records import dataclass
from addin.core.tables.recognition import row_words
from addin.core.tables.rows.book import ROW_TYPES, Book, FoundTable
from addin.core.tables.rows.columns import Kind, columns_of
from addin.core.tables.squares.texts import as_text, is_blank
from addin.patterns import pattern

_NUMBER = pattern(r"(?<![\d/.,-])(\d{1,6})(?![\d/%.,-]*\d|%)")
_LOOKED_AT = 3
_BELOW = 4
_FEWEST_ROWS = 2
_SUMMED = frozenset({Kind.INT})
_NO_SUM = frozenset({"year"})


@dataclass(frozen=True, slots=True)
class EditedTotal:
    """The square, what is typed there and what its rows come to."""

    place: Place
    typed: int
    counted: int


def edited_totals(grids: Iterable[Grid], book: Book) -> tuple[EditedTotal, ...]:
    """All of a workbook, in the order of its sheets."""
    sheets = {grid.sheet: grid for grid in grids}
    found = chain.from_iterable(_of_table(sheets[table.sheet], table, book) for table in book.layout if table.sheet in sheets)
    return tuple(sorted(set(found), key=lambda one: one.place))


def _of_table(grid: Grid, table: FoundTable, book: Book) -> Iterator[EditedTotal]:
    rows = sorted({row.source.row for row in book.rows(table.table) if row.source.sheet == grid.sheet and table.first_row <= row.source.row <= table.last_row})
    if len(rows) < _FEWEST_ROWS:
        return
    begun = table.first_row
    for row in range(table.first_row, table.last_row + _BELOW + 1):
        label = _label(grid, row, table) if row not in rows else None  # a person may be called Cộng
        if label is None:
            continue
        above = [one for one in rows if one < row]
        since = [one for one in above if one >= begun]
        if above and grid.row(row):
            yield from _of_row(grid, table, row, label, (above, since))
        if not label.casefold().startswith("trong đó"):
            begun = row + 1


def _label(grid: Grid, row: int, table: FoundTable) -> str | None:
    """The words that say a total at the left of the table; None where the row says none."""
    left = _left(table)
    texts = [as_text(raw).strip() for raw in grid.row(row)[left - 1 : left - 1 + _LOOKED_AT] if not is_blank(raw)]
    return next((text for text in texts if row_words.says_total(text)), None)


def _left(table: FoundTable) -> int:
    """One before its first column, where a running number stands; another table may stand beside it."""
    return max(1, min((*table.columns.values(), *(column for column, _ in table.unknown))) - 1)


def _right(table: FoundTable) -> int:
    return max((*table.columns.values(), *(column for column, _ in table.unknown)))


def _of_row(grid: Grid, table: FoundTable, row: int, label: str, spans: tuple[Sequence[int], Sequence[int]]) -> Iterator[EditedTotal]:
    is_part = label.casefold().lstrip("-–•+* ").startswith("trong đó")
    kinds = {column.key: column.kind for column in columns_of(ROW_TYPES[table.table])}
    keys = {column: kinds[key] for key, column in table.columns.items() if key in kinds and key not in _NO_SUM}
    passed = {column for key, column in table.columns.items() if key in _NO_SUM}
    for column, raw in enumerate(grid.row(row), start=1):
        if not _left(table) <= column <= _right(table) or (row, column) in grid.formulas or is_blank(raw):
            continue
        words = as_text(raw).strip()
        if words == label:
            yield from _said(grid, (row, column), words, spans, levels=[one for one, kind in keys.items() if kind is Kind.LEVEL], is_part=is_part)
        elif not is_part and column not in passed and (typed := _whole(raw)) is not None:
            values = {value for span in spans for value in _values(grid, span, column, keys.get(column))}
            allowed = values | {len(span) for span in spans} if values else values
            if allowed and not _has_numbers(grid, spans[0], column):
                allowed |= {value for span in spans for value in _sums_beside(grid, span, column)}
            if allowed and typed not in allowed:
                yield EditedTotal(grid.place(row, column), typed, len(spans[0]) if len(spans[0]) in allowed else max(allowed))


def _said(
    grid: Grid, square: tuple[int, int], words: str, spans: tuple[Sequence[int], Sequence[int]], *, levels: list[int], is_part: bool
) -> Iterator[EditedTotal]:
    """The number inside the words: of people, or of those with the level that is named."""
    number = _NUMBER.search(words)
    if number is None:
        return
    if not is_part:
        allowed = {len(span) for span in spans}
    else:
        level = glossary.level_of(words[: number.start()].casefold().removeprefix("trong đó").strip(" :-–"))
        allowed = {_having(grid, span, column, level) for span in spans for column in levels} if level else set()
    if allowed and int(number[1]) not in allowed:
        yield EditedTotal(grid.place(*square), int(number[1]), max(allowed))


def _having(grid: Grid, rows: Sequence[int], column: int, level: str) -> int:
    return sum(1 for row in rows if glossary.level_of(as_text(grid.at(row, column))) == level)


def _values(grid: Grid, rows: Sequence[int], column: int, kind: Kind | None) -> Iterator[int]:
    """What a number under a column may be: the rows, the squares filled in, for whole numbers their sum."""
    if kind is Kind.NUMBER:
        return
    squares = [grid.at(row, column) for row in rows]
    numbers = [number for raw in squares if (number := _whole(raw)) is not None]
    if kind in _SUMMED or (kind is None and numbers):
        if len(numbers) < len([raw for raw in squares if not is_blank(raw)]):
            return
        if numbers != list(range(numbers[0], numbers[0] + len(numbers)) if numbers else ()):  # a running number has no sum
            yield sum(numbers)
        if kind is None:
            yield from (len(rows), len(numbers))
        return
    yield from (len(rows), sum(1 for raw in squares if not is_blank(raw)))


def _has_numbers(grid: Grid, rows: Sequence[int], column: int) -> bool:
    return any(_whole(grid.at(row, column)) is not None for row in rows)


def _sums_beside(grid: Grid, rows: Sequence[int], column: int) -> Iterator[int]:
    """A total is often typed beside the words, not under the column it sums."""
    for other in range(1, max((len(grid.row(row)) for row in rows), default=0) + 1):
        if other != column:
            yield from _values(grid, rows, other, None)


def _whole(raw: Raw) -> int | None:
    if isinstance(raw, bool):
        return None
    if isinstance(raw, int | float):
        return int(raw) if raw == int(raw) else None
    text = as_text(raw).strip() if isinstance(raw, str) else ""
    return int(text) if text.isdecimal() else None
