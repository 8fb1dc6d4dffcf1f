"""Adopting an unknown workbook: what is certain, what must be asked, and the layout to remember.

Questions are only about doubt: a sheet that could be several tables, a key with two columns, a heading that
is almost a known one, a required column nobody found. An answer settles it for good.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from addin import glossary
from addin.core.grids import Grid
from addin.core.places import Place, column_letters
from addin.core.tables.book import ROW_TYPES, FoundTable
from addin.core.tables.columns import columns_of
from addin.core.tables.headings import block_texts
from addin.core.tables.recognise import Doubt, Recognised, recognise, settle_choice

NONE = "-"


@dataclass(frozen=True, slots=True)
class Question:
    """`id` is how an answer names it; `choices` are (value, what it means); `NONE` declines."""

    id: str
    place: Place
    text: str
    choices: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Adoption:
    """The tables as far as they are certain, and the open questions."""

    tables: tuple[FoundTable, ...]
    questions: tuple[Question, ...]


def adopt(grids: Iterable[Grid], confirmed: tuple[FoundTable, ...], answers: Mapping[str, str]) -> Adoption:
    """With all questions answered, `tables` is the layout to remember (those that needed an answer)."""
    settled: list[FoundTable] = []
    questions: list[Question] = []
    for grid in grids:
        if any(layout.sheet == grid.sheet for layout in confirmed):
            continue
        reading = recognise(grid)
        tables = list(reading.tables)
        for doubt in reading.doubts:
            table = answers.get(grid.sheet)
            if table is None:
                questions.append(_sheet_question(doubt))
            elif table in ROW_TYPES:
                tables.append(settle_choice(grid, replace(doubt.choice, table=table, rivals=())))
        for found in tables:
            asked, answered = _columns(grid, found, answers)
            questions += asked
            if answered != found.table.columns or answers.get(grid.sheet):
                settled.append(_titled(grid, replace(found.table, columns=answered, confirmed=True)))
    return Adoption(tuple(settled), tuple(questions))


def _sheet_question(doubt: Doubt) -> Question:
    choices = tuple((table, glossary.sheet_name(table)) for table in (doubt.choice.table, *doubt.choice.rivals))
    place = Place(doubt.grid.sheet, doubt.choice.block.last)
    return Question(
        doubt.grid.sheet, place, f"Sheet “{doubt.grid.sheet}” là bảng nào?", (*choices, (NONE, "Không phải bảng nào ở trên"))
    )


def _columns(
    grid: Grid, found: Recognised, answers: Mapping[str, str]
) -> tuple[list[Question], dict[str, int]]:
    table, row = found.table, found.table.heading_rows[-1]
    columns = dict(table.columns)
    questions = []
    for key, rivals in found.rivals:
        question = _rival_question(grid, found, key, rivals)
        answer = answers.get(question.id)
        if answer is None:
            questions.append(question)
        elif answer != NONE:
            columns[key] = next(column for column in rivals if column_letters(column) == answer)
    for column, text, key in found.near:
        place = grid.place(row, column)
        asked = f"{grid.sheet}!{column_letters(column)}"
        answer = answers.get(asked)
        if answer is None:
            name = glossary.header(table.table, key)
            choices = ((key, name), (NONE, "Không dùng cột này"))
            questions.append(Question(asked, place, f"Cột “{text}” có phải là “{name}” không?", choices))
        elif answer != NONE:
            columns[answer] = column
    questions += _missing_questions(grid, found, columns, answers)
    return questions, columns


def _rival_question(grid: Grid, found: Recognised, key: str, rivals: tuple[int, ...]) -> Question:
    texts = block_texts(grid, found.table.heading_rows[0], len(found.table.heading_rows))
    name = glossary.header(found.table.table, key)
    choices = tuple((column_letters(column), f"cột {column_letters(column)} “{texts[column]}”") for column in rivals)
    place = grid.place(found.table.heading_rows[-1], rivals[0])
    return Question(f"{grid.sheet}!{key}", place, f"Cột nào là “{name}”?", (*choices, (NONE, "Không cột nào")))


def _missing_questions(
    grid: Grid, found: Recognised, columns: dict[str, int], answers: Mapping[str, str]
) -> Iterable[Question]:
    """A required key without a column: any unused column may be it."""
    table = found.table
    open_ = {key for key, _ in found.rivals} | {key for _, _, key in found.near}
    halves = {"birth_date"} if "birth_date_male" in columns or "birth_date_female" in columns else set()
    covered = set(columns) | open_ | halves | ({"year"} if table.year else set()) | {"group"}
    for column in columns_of(ROW_TYPES[table.table]):
        unused = tuple(item for item in table.unknown if item[0] not in columns.values())
        if not column.required or column.key in covered or not unused:
            continue
        question_id = f"{grid.sheet}!{column.key}"
        answer = answers.get(question_id)
        if answer is None:
            choices = tuple((column_letters(number), f"cột {column_letters(number)} “{text}”") for number, text in unused)
            name = glossary.header(table.table, column.key)
            place = grid.place(table.heading_rows[-1])
            yield Question(question_id, place, f"Cột nào là “{name}”?", (*choices, (NONE, "Không có cột này")))
        elif answer != NONE:
            columns[column.key] = next(number for number, _ in unused if column_letters(number) == answer)


def _titled(grid: Grid, table: FoundTable) -> FoundTable:
    texts = block_texts(grid, table.heading_rows[0], len(table.heading_rows))
    return replace(table, titles={key: texts.get(column, "") for key, column in table.columns.items()})

