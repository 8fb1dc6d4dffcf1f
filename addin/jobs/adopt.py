"""`adopt`: proposes the layout of an unknown workbook, asks what is doubtful, remembers the answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from addin.core.grids import Grid
from addin.core.records import dataclass
from addin.core.tables.reading import OUR_SHEETS
from addin.core.tables.recognition.adoption import Adoption, Known, Question
from addin.core.tables.recognition.adoption import adopt as propose
from addin.core.tables.recognition.layout_text import ignored_setting, layout_setting, layout_sheet
from addin.core.tables.recognition.letterhead import Shown, settings_shown
from addin.core.tables.recognition.unused import UnusedColumn
from addin.core.tables.rows.book import Book, FoundTable
from addin.core.tables.settings_sheet import SettingsSheet, read_settings, setting_columns, settings_of
from addin.core.tables.squares import faults
from addin.core.tables.squares.letters import clear_grid
from addin.core.tables.squares.texts import as_text, clean
from addin.core.writes import RowAppend, Write, Writes
from addin.errors import Misuse
from addin.glossary import setting_header
from addin.jobs.opening import Opened
from addin.jobs.outcome import Effects, Outcome
from addin.jobs.settings_rows import new_settings_sheet

_WHY = "bố cục đã xác nhận"


@dataclass(frozen=True, slots=True)
class AdoptResult:
    """What the book is now, what the answers taught (`learned`, `ignored`), and what is still to be asked.

    `shown` are settings read from the letterheads, for a book that has no settings yet; `unused` columns a person may teach.
    """

    workbook: str
    book: Book
    learned: tuple[FoundTable, ...]
    ignored: tuple[str, ...]
    questions: tuple[Question, ...]
    shown: tuple[Shown, ...] = ()
    unused: tuple[UnusedColumn, ...] = ()


def adopt(opened: Opened, read: Iterable[Grid], answers: Mapping[str, str]) -> Outcome[AdoptResult]:
    """What is certain, the open questions, and the writes that remember what was answered."""
    sheets = [grid for grid in read if grid.sheet not in OUR_SHEETS]
    settings_sheet = settings_of(sheets)
    settings = read_settings(settings_sheet) if settings_sheet else SettingsSheet()
    grids = [clear_grid(grid)[0] for grid in sheets if grid is not settings_sheet]
    partial = frozenset(finding.place for finding in opened.book.unreadable if finding.rule == faults.PARTIAL_LIST.code)
    adoption = propose(grids, Known(settings.layouts, settings.ignored, partial), answers)
    _refuse_wrong(answers, adoption, grids)
    shown = settings_shown(grids) if settings_sheet is None else []
    result = AdoptResult(
        opened.name, opened.book, tuple(adoption.tables), tuple(adoption.ignored), tuple(adoption.questions), tuple(shown),
        tuple(adoption.unused),
    )  # fmt: skip
    writes = _new_sheet(adoption, shown) if settings_sheet is None else _writes(settings_sheet, adoption)
    return Outcome(result, effects=Effects(writes))


def _refuse_wrong(answers: Mapping[str, str], adoption: Adoption, grids: list[Grid]) -> None:
    """Misuse names the first answer that cannot be meant."""
    for name, allowed in adoption.refused:
        if allowed:
            choices = "; ".join(allowed)
            raise Misuse(f"“{answers[name]}” không phải là câu trả lời cho “{name}”.", f"Chọn một trong: {choices}.")
        asked = ", ".join(question.id for question in adoption.questions) or ", ".join(grid.sheet for grid in grids)
        raise Misuse(f"Không có câu hỏi nào mang mã “{name}”.", f"Các mã đang dùng: {asked}.")


def _rows(adoption: Adoption) -> list[tuple[str, str]]:
    return [layout_setting(found) for found in adoption.tables] + [ignored_setting(sheet) for sheet in adoption.ignored]


def _new_sheet(adoption: Adoption, shown: Iterable[Shown]) -> Writes:
    """A book without settings gets the sheet, with what its letterheads say and where each was read."""
    read = [(setting_header(item.key), item.value, f"đọc từ {item.place}, xin kiểm tra") for item in shown]
    return Writes(sheets=(new_settings_sheet([*read, *_rows(adoption)]),))


def _writes(settings: Grid, adoption: Adoption) -> Writes:
    rows = _rows(adoption)
    if not rows:
        return Writes()
    columns = setting_columns(settings)
    held = _held_rows(settings, columns[0], {clean(item.sheet) for item in adoption.tables} | {*adoption.ignored})
    squares, appends = [], []
    for setting in rows:
        row = held.pop(setting[0], None)
        if row is None:
            appends.append(RowAppend(settings.sheet, settings.row_count, tuple(zip(columns, setting, strict=True)), _WHY))
        else:
            squares.append(_write(settings, row, columns[1], setting[1]))
    squares += [_write(settings, row, column, None) for row in held.values() for column in columns]
    return Writes(tuple(squares), tuple(appends))


def _held_rows(settings: Grid, column: int, sheets: set[str]) -> dict[str, int]:
    """The rows that already speak of these sheets, by their name."""
    names = {as_text(settings.at(row, column)): row for row in range(1, settings.row_count + 1)}
    return {name: row for name, row in names.items() if layout_sheet(name) in sheets}


def _write(settings: Grid, row: int, column: int, value: str | None) -> Write:
    return Write(settings.place(row, column), value, _WHY, as_text(settings.at(row, column)))
