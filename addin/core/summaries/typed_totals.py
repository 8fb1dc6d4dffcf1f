"""Totals that people typed under a list, against the rows above: a total that says otherwise was edited, or went stale.

Only what can be told for certain is judged: how many people, how many marks in a column, the sum of a column of whole
numbers. A formula is Excel's own word; shares and averages are nobody's total.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from addin import glossary
from addin.core.grids import Grid, Raw
from addin.core.places import Place
from addin.core.records import dataclass
from addin.core.summaries.total_words import Said, counts_all, said
from addin.core.tables.recognition import row_words
from addin.core.tables.recognition.shapes import base_of
from addin.core.tables.rows.book import ROW_TYPES, Book, FoundTable
from addin.core.tables.rows.columns import Kind, Row, columns_of
from addin.core.tables.squares.names import is_person
from addin.core.tables.squares.texts import as_text, is_blank
from addin.glossary.choices import Gender

_LOOKED_AT = 3
_BELOW = 4
_FEWEST_ROWS = 2
_SUMMED = frozenset({Kind.INT})
_NO_SUM = frozenset({"year"})
_A_ROW_A_PERSON = frozenset({"members", "ratings"})
_WOMEN_APART = frozenset({"gender.female", "birth_date_female"})
_MARKED = frozenset({"htxs", "htt", "htn", "kht", "male", "female"})
Span = Sequence[int]


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


@dataclass(frozen=True, slots=True)
class _List:
    """A table on its sheet: `levels` are the columns of all tables of these rows, for a year may have a column of its own."""

    grid: Grid
    table: FoundTable
    rows: Mapping[int, Sequence[Row]]
    levels: tuple[int, ...]

    @property
    def is_of_people(self) -> bool:
        """A row a person, so that people and rows are counted alike."""
        return self.table.table in _A_ROW_A_PERSON


def _of_table(grid: Grid, table: FoundTable, book: Book) -> Iterator[EditedTotal]:
    found = _list(grid, table, book)
    if len(found.rows) < _FEWEST_ROWS:
        return
    begun = table.first_row
    for row in range(table.first_row, table.last_row + _BELOW + 1):
        label = _label(grid, row, table) if row not in found.rows else None  # a person may be called Cộng
        if label is None:
            continue
        above = [one for one in found.rows if one < row]
        since = [one for one in above if one >= begun]
        if above and grid.row(row):
            yield from _of_row(found, row, label, (above, since))
        if not _is_part(label):
            begun = row + 1


def _list(grid: Grid, table: FoundTable, book: Book) -> _List:
    rows: dict[int, list[Row]] = {}
    for row in book.rows(table.table):
        if row.source.sheet == grid.sheet and table.first_row <= row.source.row <= table.last_row and not _numbers_columns(grid.row(row.source.row)):
            rows.setdefault(row.source.row, []).append(row)
    beside = [one for one in book.layout if one.sheet == table.sheet and one.first_row == table.first_row]
    if table.is_year_column:  # who has no level of any year is in the list all the same
        rows = {row: rows.get(row, []) for row in {*rows, *_rows_beside(grid, beside, book)}}
    levels = {column for one in beside for key, column in one.columns.items() if _kinds(one.table).get(key) is Kind.LEVEL}
    return _List(grid, table, dict(sorted(rows.items())), tuple(sorted(levels)))


def _rows_beside(grid: Grid, beside: Sequence[FoundTable], book: Book) -> Iterator[int]:
    """The rows of a list whose columns of years are tables of their own: read as anything, or with a name."""
    for one in beside:
        names = sorted(column for key, column in one.columns.items() if base_of(key) in ("member", "full_name"))
        for row in range(one.first_row, one.last_row + 1):
            if is_person(" ".join(as_text(grid.at(row, column)).strip() for column in names).strip()):
                yield row
        yield from (
            row.source.row
            for row in book.rows(one.table)
            if row.source.sheet == grid.sheet and one.first_row <= row.source.row <= one.last_row and not _numbers_columns(grid.row(row.source.row))
        )


def _numbers_columns(line: Sequence[Raw]) -> bool:
    """1, 2 under two headings: a row of numbers that was read as one of the list is still nobody's."""
    squares = [_whole(raw) for raw in line if not is_blank(raw)]
    return squares == list(range(1, len(squares) + 1))


def _kinds(table: str) -> dict[str, Kind]:
    return {column.key: column.kind for column in columns_of(ROW_TYPES[table])}


def _is_part(label: str) -> bool:
    return label.casefold().lstrip("-–•+* ").startswith("trong đó")


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


def _of_row(found: _List, row: int, label: str, spans: tuple[Span, Span]) -> Iterator[EditedTotal]:
    grid, table = found.grid, found.table
    kinds = _kinds(table.table)
    keys = {column: kinds[key] for key, column in table.columns.items() if key in kinds and key not in _NO_SUM}
    passed = {column for key, column in table.columns.items() if key in _NO_SUM}
    is_of_all = counts_all(label)
    marked = _marks(found, row)
    for column, raw in enumerate(grid.row(row), start=1):
        if not _left(table) <= column <= _right(table) or (row, column) in grid.formulas or is_blank(raw):
            continue
        words = as_text(raw).strip()
        if words == label:
            yield from _told(found, (row, column), words, spans)
        elif is_of_all and column not in passed and (typed := _whole(raw)) is not None:
            if column in marked:
                allowed = {_marks_in(grid, span, column) for span in spans}
            else:
                allowed = _allowed(found, column, keys.get(column), spans)
            if allowed and typed not in allowed:
                yield EditedTotal(grid.place(row, column), typed, len(spans[0]) if len(spans[0]) in allowed else max(allowed))


def _allowed(found: _List, column: int, kind: Kind | None, spans: tuple[Span, Span]) -> set[int]:
    """What a number under a column that is not of marks may rightly be; nothing where the list does not say."""
    grid = found.grid
    values = {value for span in spans for value in _values(grid, span, column, kind)}
    allowed = values | {number for span in spans for number in _amounts(found, span)} if values else values
    if allowed and not _has_numbers(grid, spans[0], column):
        allowed |= {value for span in spans for value in _sums_beside(grid, span, column)}
    return allowed


def _marks(found: _List, row: int) -> frozenset[int]:
    """The columns of marks a total row counts one by one: two numbers or more, for a lone one may be how many people."""
    columns = {column for key, column in found.table.columns.items() if key.partition(".")[2] in _MARKED}
    counted = [column for column in columns if _whole(found.grid.at(row, column)) is not None]
    return frozenset(counted) if len(counted) > 1 else frozenset()


def _marks_in(grid: Grid, rows: Sequence[int], column: int) -> int:
    squares = [as_text(grid.at(row, column)).strip() for row in rows]
    return sum(text not in row_words.MARKS and glossary.flag(text) is not False for text in squares)


def _told(found: _List, square: tuple[int, int], words: str, spans: tuple[Span, Span]) -> Iterator[EditedTotal]:
    """Each number inside the words against what it says it counts."""
    for one in said(words):
        allowed = {number for span in spans for number in _counted(found, span, one)}
        if allowed and one.number not in allowed:
            yield EditedTotal(found.grid.place(*square), one.number, len(spans[0]) if len(spans[0]) in allowed else max(allowed))


def _counted(found: _List, span: Span, one: Said) -> Iterable[int]:
    """What it may rightly be; nothing where the list does not say."""
    if one.level:
        return {_having(found.grid, span, column, one.level) for column in found.levels}
    if one.women:
        return _women(found, span)
    return () if one.people and not found.is_of_people else _amounts(found, span)


def _amounts(found: _List, span: Span) -> set[int]:
    """How many rows; of a list of several years also how many people, and how many of each year."""
    amounts = {len(span)}
    rows = [one for row in span for one in found.rows[row]]
    if found.table.table == "ratings":
        amounts |= {len({glossary.fold(str(getattr(one, "member", ""))) for one in rows}), *Counter(getattr(one, "year", None) for one in rows).values()}
    return amounts


def _women(found: _List, span: Span) -> Iterable[int]:
    """Only where the list says of everybody."""
    rows = [one for row in span for one in found.rows[row]]
    if found.table.table != "members" or not (_WOMEN_APART & found.table.columns.keys() or all(getattr(one, "gender", None) for one in rows)):
        return ()
    return {sum(1 for one in rows if getattr(one, "gender", None) == Gender.FEMALE)}


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
    filled = [glossary.fold(as_text(raw)) for raw in squares if not is_blank(raw)]
    yield from (len(rows), len(filled), *Counter(filled).values())  # under "Giới tính" the women alone may be counted


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
