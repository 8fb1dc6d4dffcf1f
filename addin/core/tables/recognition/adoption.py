"""Adopting an unknown workbook: what is certain, what must be asked, and the layout to remember.

Questions are only about doubt: a sheet that could be several tables or hardly one, a key with two columns, a
heading that is almost a known one, a required column nobody found. Once every question of a sheet is answered
its layout is settled for good; "none of these" is remembered like any other answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace

from addin import glossary
from addin.core.grids import Grid
from addin.core.places import Place, column_letters
from addin.core.records import dataclass
from addin.core.tables.recognition.choosing import HALVES, Choice, choose
from addin.core.tables.recognition.column_choice import Below, NearHeading, choose_columns, heading_of
from addin.core.tables.recognition.headings import block_texts, likeliest_block
from addin.core.tables.recognition.learned import layouts_of
from addin.core.tables.recognition.recognise import Doubt, Recognised, recognise, settle_choice
from addin.core.tables.rows.book import ROW_TYPES, FoundTable
from addin.core.tables.rows.columns import columns_of
from addin.core.tables.squares.values import clean

NONE = "-"


@dataclass(frozen=True, slots=True)
class Question:
    """`id` is how an answer names it; `choices` are (value, what it means); `NONE` declines."""

    id: str
    place: Place
    text: str
    choices: tuple[tuple[str, str], ...]


@dataclass(slots=True)
class Adoption:
    """The layouts to remember, the sheets to leave alone, the open questions, and answers that fit none.

    `refused` holds (answer's id, values it may have); no values where nothing has such an id.
    """

    tables: list[FoundTable] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    refused: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Known:
    """What "Thiết lập" already settles: layouts, and sheets that are no table of ours."""

    layouts: tuple[FoundTable, ...] = ()
    ignored: frozenset[str] = frozenset()


def adopt(grids: Iterable[Grid], known: Known, answers: Mapping[str, str]) -> Adoption:
    """With all questions of a sheet answered, `tables` holds its layout."""
    adoption, used = Adoption(), set[str]()
    for grid in grids:
        is_settled = clean(grid.sheet) in known.ignored or bool(layouts_of(grid, known.layouts))
        if is_settled and not any(name.partition("!")[0].partition("#")[0] == grid.sheet for name in answers):
            continue
        desk = _Desk(grid, answers)
        desk.run(adoption)
        used |= desk.used
    adoption.refused += [(name, ()) for name in answers if name not in used]
    return adoption


class _Desk:
    """The questions of one sheet, and what the answers make of it."""

    def __init__(self, grid: Grid, answers: Mapping[str, str]) -> None:
        self._grid = grid
        self._answers = answers
        self._questions: list[Question] = []
        self._refused: list[tuple[str, tuple[str, ...]]] = []
        self.used: set[str] = set()

    def run(self, adoption: Adoption) -> None:
        """Ask or settle."""
        found = self._found()
        tables = []
        for number, item in enumerate(found, start=1):
            prefix = self._grid.sheet if number == 1 else f"{self._grid.sheet}#{number}"
            columns = self._columns(prefix, item)
            titles = block_texts(self._grid, item.table.heading_rows[0], len(item.table.heading_rows))
            named = {key: titles.get(column, "") for key, column in columns.items()}
            tables.append(replace(item.table, columns=columns, titles=named, confirmed=True))
        adoption.questions += self._questions
        adoption.refused += self._refused
        if self.used and not self._questions and not self._refused:
            adoption.tables += tables
            adoption.ignored += [] if tables else [self._grid.sheet]

    def _found(self) -> list[Recognised]:
        """What is certain, and what the answers make of the doubtful; a table a person names replaces all."""
        reading = recognise(self._grid)
        named = self._answers.get(self._grid.sheet)
        if named is not None and named in ROW_TYPES and not _offers(reading.doubts, named):
            return self._as_named(named, reading.doubts)
        found = list(reading.tables)
        for number, doubt in enumerate(reading.doubts, start=1):
            name = self._grid.sheet if number == 1 else f"{self._grid.sheet}#{number}"
            table = self._answer(_sheet_question(name, doubt))
            choice = doubt.as_table(table) if table else None
            found += settle_choice(doubt.grid, choice) if choice else []
        if not reading.doubts and named is not None:
            self.used.add(self._grid.sheet)
            if named == NONE:
                return []
            self._refused.append((self._grid.sheet, (*ROW_TYPES, NONE)))
        return sorted(found, key=lambda item: item.table.first_row)

    def _as_named(self, table: str, doubts: list[Doubt]) -> list[Recognised]:
        """The sheet as the table a person says it is, however little its headings prove."""
        self.used.add(self._grid.sheet)
        choice = doubts[0].as_table(table) if doubts else choose(self._grid, 1, frozenset({table}))
        block = likeliest_block(self._grid) if choice is None else None
        if block is not None:
            choice = Choice(block, table, choose_columns(block, table, Below(self._grid, range(block.first, block.last + 1))))
        return settle_choice(self._grid, replace(choice, rivals=(), is_weak=False)) if choice else []

    def _answer(self, question: Question) -> str | None:
        """The answer given; None while it is open, or where it declines."""
        answer = self._answers.get(question.id)
        if answer is None:
            self._questions.append(question)
            return None
        self.used.add(question.id)
        allowed = tuple(value for value, _label in question.choices)
        if answer not in allowed:
            self._refused.append((question.id, allowed))
        return answer if answer in allowed and answer != NONE else None

    def _columns(self, prefix: str, found: Recognised) -> dict[str, int]:
        columns = dict(found.table.columns)
        for key, rivals in found.rivals:
            answer = self._answer(self._column_question(prefix, found, key, rivals, "Không cột nào"))
            if answer:
                columns[key] = _column_of(answer, rivals)
        for near in found.near:
            answer = self._answer(_near_question(prefix, self._grid, found, near))
            if answer:
                columns[answer] = near.column
        for key in _missing(found, columns):
            unused = tuple(column for column, _text in found.table.unknown if column not in columns.values())
            if unused:
                answer = self._answer(self._column_question(prefix, found, key, unused, "Không có cột này"))
                if answer:
                    columns[key] = _column_of(answer, unused)
        return columns

    def _column_question(
        self, prefix: str, found: Recognised, key: str, columns: tuple[int, ...], none: str
    ) -> Question:
        rows = found.table.heading_rows
        texts = block_texts(self._grid, rows[0], len(rows))
        choices = [(column_letters(column), f"cột {column_letters(column)} “{texts[column]}”") for column in columns]
        text = f"Sheet “{self._grid.sheet}”: cột nào là “{heading_of(found.table.table, key)}”?"
        return Question(f"{prefix}!{key}", self._grid.place(rows[-1]), text, (*choices, (NONE, none)))


def _offers(doubts: list[Doubt], table: str) -> bool:
    """Whether a question about part of the sheet offers the table: a table beside another, or any but the first."""
    return any(table in doubt.tables for number, doubt in enumerate(doubts) if number or doubt.beside)


def _column_of(answer: str, columns: tuple[int, ...]) -> int:
    return next(column for column in columns if column_letters(column) == answer)


def _sheet_question(name: str, doubt: Doubt) -> Question:
    choices = tuple((table, glossary.sheet_name(table)) for table in doubt.tables)
    text = f"Sheet “{doubt.grid.sheet}” là bảng nào?"
    if doubt.beside:
        text = f"Các cột từ {column_letters(doubt.beside)} của sheet “{doubt.grid.sheet}” là bảng nào?"
    return Question(name, doubt.grid.place(doubt.row, doubt.beside or 0), text, (*choices, (NONE, "Không phải bảng nào ở trên")))


def _near_question(prefix: str, grid: Grid, found: Recognised, near: NearHeading) -> Question:
    choices = tuple((key, heading_of(found.table.table, key)) for key in near.keys)
    asked = f"Sheet “{grid.sheet}”: cột “{near.text}” "
    asked += f"có phải là “{choices[0][1]}” không?" if len(choices) == 1 else "là cột nào?"
    place = grid.place(found.table.heading_rows[-1], near.column)
    return Question(f"{prefix}!{column_letters(near.column)}", place, asked, (*choices, (NONE, "Không dùng cột này")))


def _missing(found: Recognised, columns: Mapping[str, int]) -> Iterator[str]:
    """Required keys without a column that no other question is about."""
    asked = {key for key, _columns in found.rivals} | {key for near in found.near for key in near.keys}
    covered = {HALVES.get(key, key) for key in (*columns, *asked)} | ({"year"} if found.table.year else set())
    for column in columns_of(ROW_TYPES[found.table.table]):
        if column.required and column.key not in covered and column.key != "group":
            yield column.key
