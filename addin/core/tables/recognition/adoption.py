"""Adopting an unknown workbook: what is certain, what must be asked, and the layout to remember.

Questions are only about doubt: a sheet that could be several tables or hardly one, a key with two columns, a
heading that may mean several, a table that does not say whom it is about. Sheets of one shape are asked about once;
every answer is kept, "none of these" too, and any column may be taught without being asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field, replace

from addin import glossary
from addin.core.grids import Grid
from addin.core.places import Place, column_letters
from addin.core.records import dataclass
from addin.core.tables.recognition.below import Below
from addin.core.tables.recognition.choosing import Choice, choose
from addin.core.tables.recognition.column_choice import (
    HALVES,
    NearHeading,
    choose_columns,
    heading_of,
    person_key_of,
)
from addin.core.tables.recognition.doubts import Doubt
from addin.core.tables.recognition.headings import block_texts, likeliest_block
from addin.core.tables.recognition.learned import layouts_of
from addin.core.tables.recognition.recognise import Recognised, recognise, settle_choice
from addin.core.tables.recognition.shapes import base_of, key_named
from addin.core.tables.recognition.unused import UnusedColumn, unused_columns
from addin.core.tables.rows.book import ROW_TYPES, FoundTable
from addin.core.tables.rows.columns import columns_of
from addin.core.tables.squares.values import clean
from addin.glossary import fold

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
    """The layouts to remember, the sheets to leave alone, the open questions, unused columns, and answers that fit none.

    `refused` holds (answer's id, values it may have); no values where nothing has such an id.
    """

    tables: list[FoundTable] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    refused: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    unused: list[UnusedColumn] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Known:
    """What "Thiết lập" already settles: layouts, and sheets that are no table of ours.

    `partial` are the squares where lists of some members begin, which only all sheets together show.
    """

    layouts: tuple[FoundTable, ...] = ()
    ignored: frozenset[str] = frozenset()
    partial: frozenset[Place] = frozenset()


def adopt(grids: Iterable[Grid], known: Known, answers: Mapping[str, str]) -> Adoption:
    """The layouts that the answers settle, and what is still open; a question about equal sheets is asked once."""
    adoption, used, shared = Adoption(), set[str](), _Shared()
    for grid in grids:
        is_named = any(name.partition("!")[0].partition("#")[0] == grid.sheet for name in answers)
        if clean(grid.sheet) in known.ignored and not is_named:
            continue
        desk = _Desk(grid, known, answers, shared)
        desk.run(adoption)
        used |= desk.used
    adoption.refused += [(name, ()) for name in answers if name not in used]
    return adoption


class _Shared:
    """Answers by what was asked of which headings: three sheets of one shape are one question."""

    def __init__(self) -> None:
        self.answers: dict[tuple[str, ...], str] = {}
        self.asked: set[tuple[str, ...]] = set()


class _Desk:
    """The questions of one sheet, and what the answers make of it."""

    def __init__(self, grid: Grid, known: Known, answers: Mapping[str, str], shared: _Shared) -> None:
        named = {grid.sheet: _table_named(answers[grid.sheet])} if grid.sheet in answers else {}
        self._grid, self._answers, self._shared = grid, {**answers, **named}, shared
        self._layouts, self._partial = layouts_of(grid, known.layouts), known.partial
        self._shape: tuple[str, ...] = ()
        self._questions: list[Question] = []
        self._refused: list[tuple[str, tuple[str, ...]]] = []
        self._is_taught = False
        self.used: set[str] = set()

    def run(self, adoption: Adoption) -> None:
        """Ask or settle; what was answered is kept, what is open is asked again next time."""
        found = self._found()
        tables = []
        for number, item in enumerate(found, start=1):
            if item.table.is_year_column or self._is_partial(item):
                continue
            prefix = self._grid.sheet if number == 1 else f"{self._grid.sheet}#{number}"
            titles = block_texts(self._grid, item.table.heading_rows[0], len(item.table.heading_rows))
            self._shape = (item.table.table, *(fold(text) for text in titles.values()))
            columns, declined = self._columns(prefix, item)
            adoption.unused += unused_columns(self._grid, prefix, item, {*columns.values(), *declined})
            named = {key: titles.get(column, "") for key, column in columns.items()}
            tables.append(replace(item.table, columns=columns, titles=named, confirmed=True, declined=declined))
        adoption.questions += self._questions
        adoption.refused += self._refused
        is_answered = bool(self.used) or self._is_taught
        if is_answered and not self._refused and (tables or not self._questions):
            adoption.tables += tables
            adoption.ignored += [] if tables else [self._grid.sheet]

    def _is_partial(self, found: Recognised) -> bool:
        """Whether it is a list of some members, which nobody said is the list."""
        return self._grid.place(found.table.heading_rows[-1]) in self._partial and self._answers.get(self._grid.sheet) != found.table.table

    def _found(self) -> list[Recognised]:
        """What is certain, and what the answers make of the doubtful; a table a person names replaces all."""
        reading = recognise(self._grid, self._layouts)
        named = self._answers.get(self._grid.sheet)
        if named is not None and named in ROW_TYPES and not _offers(reading.doubts, named):
            return self._as_named(named, reading.doubts)
        found = list(reading.tables)
        for number, doubt in enumerate(reading.doubts, start=1):
            name = self._grid.sheet if number == 1 else f"{self._grid.sheet}#{number}"
            self._shape = ("sheet", *_heading_shape(doubt))
            table = self._answer(_sheet_question(name, doubt))
            choice = doubt.as_table(table) if table else None
            found += settle_choice(doubt.grid, choice) if choice else []
        if not reading.doubts and named is not None:
            self.used.add(self._grid.sheet)
            if named == NONE:
                return []
            self._refused.append((self._grid.sheet, (*map(glossary.sheet_name, ROW_TYPES), NONE)))
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
        """The answer given here or for a sheet of the same shape; None while it is open, or where it declines."""
        about = (*self._shape, question.id.rpartition("!")[2] if "!" in question.id else "")
        allowed = tuple(value for value, _label in question.choices)
        answer = self._answers.get(question.id)
        if answer is None:
            return self._as_elsewhere(about, question)
        self.used.add(question.id)
        answer = next((value for value, label in question.choices if answer not in allowed and fold(label) == fold(answer)), answer)
        if answer not in allowed:
            self._refused.append((question.id, tuple(value if value == NONE or value.isupper() else label for value, label in question.choices)))
            return None
        self._shared.answers.setdefault(about, answer)
        return answer

    def _as_elsewhere(self, about: tuple[str, ...], question: Question) -> str | None:
        answer = self._shared.answers.get(about)
        if answer is not None:
            self._is_taught = True
            return answer
        if about not in self._shared.asked:
            self._shared.asked.add(about)
            self._questions.append(question)
        return None

    def _columns(self, prefix: str, found: Recognised) -> tuple[dict[str, int], frozenset[int]]:
        columns, declined = dict(found.table.columns), set(found.table.declined)
        for key, rivals in found.rivals:
            answer = self._answer(self._column_question(prefix, found, key, rivals, "Không cột nào"))
            if answer == NONE:
                declined |= set(rivals)
            elif answer:
                columns[key] = _column_of(answer, rivals)
                declined |= {*rivals} - {columns[key]}
        for near in found.near:
            answer = self._answer(_near_question(prefix, self._grid, found, near))
            if answer == NONE:
                declined.add(near.column)
            elif answer:
                columns[answer] = near.column
        self._taught(prefix, found, columns, declined)
        for key in self._needed(found, columns):
            self._ask_for(key, prefix, found, columns)
        return columns, frozenset(declined)

    def _needed(self, found: Recognised, columns: Mapping[str, int]) -> list[str]:
        """The one column no table can do without: whom its rows are about; of a table a person named, all a row must have."""
        asked = {name for name, _columns in found.rivals} | {name for near in found.near for name in near.keys}
        held = {HALVES.get(base_of(key), base_of(key)) for key in columns} | asked
        person = person_key_of(found.table.table)
        wanted = [person] if person else []
        if self._answers.get(self._grid.sheet) == found.table.table:
            spared = {"year"} if found.table.year else set()
            wanted = [column.key for column in columns_of(ROW_TYPES[found.table.table]) if column.required and column.key not in spared | {"group"}]
        return [key for key in wanted if key not in held]

    def _taught(self, prefix: str, found: Recognised, columns: dict[str, int], declined: set[int]) -> None:
        """Answers to nothing that was asked: a column of the sheet, and the key a person says it is."""
        headed = block_texts(self._grid, found.table.heading_rows[0], len(found.table.heading_rows))
        keys = tuple(column.key for column in columns_of(ROW_TYPES[found.table.table]))
        for name, answer in self._answers.items():
            sheet, _, letters = name.rpartition("!")
            if sheet != prefix or name in self.used:
                continue
            if self._layouts and letters in keys:
                letters, answer = answer, letters  # noqa: PLW2901 - a settled key is given another column
            column = next((at for at in headed if column_letters(at) == letters), None)
            if column is None:
                continue
            self.used.add(name)
            answer = answer if answer in (*keys, NONE) else key_named(found.table.table, answer) or answer  # noqa: PLW2901 - said by its heading
            if answer not in (*keys, NONE):
                self._refused.append((name, (*(heading_of(found.table.table, key) for key in keys), NONE)))
                continue
            for key in [key for key, at in columns.items() if at == column or base_of(key) == answer]:
                del columns[key]
            if answer == NONE:
                declined.add(column)
            else:
                columns[answer] = column
                declined.discard(column)

    def _ask_for(self, key: str, prefix: str, found: Recognised, columns: dict[str, int]) -> None:
        """Which of the unused columns is the key's."""
        unused = tuple(column for column, _text in found.table.unknown if column not in columns.values())
        if not unused:
            return
        answer = self._answer(self._column_question(prefix, found, key, unused, "Không có cột này"))
        if answer and answer != NONE:
            columns[key] = _column_of(answer, unused)

    def _column_question(
        self, prefix: str, found: Recognised, key: str, columns: tuple[int, ...], none: str
    ) -> Question:
        rows = found.table.heading_rows
        texts = block_texts(self._grid, rows[0], len(rows))
        choices = [(column_letters(column), f"cột {column_letters(column)} “{texts[column]}”") for column in columns]
        text = f"Sheet “{self._grid.sheet}”: cột nào là “{heading_of(found.table.table, key)}”?"
        return Question(f"{prefix}!{key}", self._grid.place(rows[-1]), text, (*choices, (NONE, none)))


def _heading_shape(doubt: Doubt) -> tuple[str, ...]:
    block = doubt.choice.block if doubt.choice else None
    return tuple(fold(heading.text) for heading in block.headings) if block else (doubt.grid.sheet,)


def _offers(doubts: list[Doubt], table: str) -> bool:
    """Whether a question about part of the sheet offers the table: a table beside another, or any but the first."""
    return any(table in doubt.tables for number, doubt in enumerate(doubts) if number or doubt.beside)


def _column_of(answer: str, columns: tuple[int, ...]) -> int:
    return next(column for column in columns if column_letters(column) == answer)


def _table_named(answer: str) -> str:
    """A table named as its sheet is called is meant by that name too."""
    return next((table for table in ROW_TYPES if fold(glossary.sheet_name(table)) == fold(answer)), answer)


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
