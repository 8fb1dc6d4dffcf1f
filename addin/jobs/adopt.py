"""`adopt`: proposes the layout of an unknown workbook, asks what is doubtful, remembers the answers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from addin import glossary
from addin.core.grids import Grid
from addin.core.tables.adoption import Adoption, Question
from addin.core.tables.adoption import adopt as propose
from addin.core.tables.book import FoundTable
from addin.core.tables.letters import clear_grid
from addin.core.tables.reading import OUR_SHEETS
from addin.core.tables.settings_sheet import is_settings, layout_setting, read_settings
from addin.core.writes import RowAppend, SheetReplace, Value, Write, Writes
from addin.errors import Misuse
from addin.hosts.port import Host
from addin.jobs.answers import place_form
from addin.jobs.opening import Opened
from addin.jobs.outcome import Outcome
from addin.jobs.show import layout_form, show

SETTINGS_SHEET = "Thiết lập"


def adopt(opened: Opened, host: Host, answers: Mapping[str, str]) -> Outcome:
    """What is certain, the open questions, and the writes that remember what was answered."""
    sheets = [grid for grid in host.grids() if grid.sheet not in OUR_SHEETS]
    settings = next((grid for grid in sheets if is_settings(grid)), None)
    confirmed = read_settings(settings).layouts if settings else ()
    grids = [clear_grid(grid)[0] for grid in sheets if not is_settings(grid)]
    adoption = propose(grids, confirmed, answers)
    _refuse_unknown(answers, propose(grids, confirmed, {}), adoption)
    answer = {
        "workbook": opened.name,
        "layout": [layout_form(found) for found in opened.book.layout],
        "learned": [layout_form(found) for found in adoption.tables],
        "questions": [_question_form(question) for question in adoption.questions],
    }
    writes = _writes(settings, adoption.tables)
    return Outcome(answer, (*show(opened).lines, *_lines(adoption)), writes=writes)


def questions_of(outcome: Outcome) -> list[dict[str, Any]]:
    """The open questions of an outcome, for whoever asks them."""
    found: list[dict[str, Any]] = outcome.answer["questions"]
    return found


def _refuse_unknown(answers: Mapping[str, str], first: Adoption, now: Adoption) -> None:
    known = {question.id: question for question in (*first.questions, *now.questions)}
    for name, value in answers.items():
        question = known.get(name)
        if question is not None and value not in {choice for choice, _ in question.choices}:
            allowed = ", ".join(choice for choice, _ in question.choices)
            raise Misuse(f"“{value}” không phải là câu trả lời cho “{name}”.", f"Chọn một trong: {allowed}.")


def _question_form(question: Question) -> dict[str, Any]:
    return {
        "id": question.id,
        "place": place_form(question.place),
        "text": question.text,
        "choices": [{"value": value, "label": label} for value, label in question.choices],
    }


def _lines(adoption: Adoption) -> list[str]:
    lines = []
    for question in adoption.questions:
        lines.append(f"Cần hỏi [{question.id}] {question.place}: {question.text}")
        lines += [f"    {value} = {label}" for value, label in question.choices]
    if adoption.questions:
        lines.append("Trả lời bằng --answer “MÃ=GIÁ TRỊ” cho từng câu, rồi thêm --write để nhớ.")
    elif not adoption.tables:
        lines.append("Không có gì phải hỏi thêm.")
    return lines


def _writes(settings: Grid | None, tables: tuple[FoundTable, ...]) -> Writes:
    if not tables:
        return Writes()
    rows = [layout_setting(found) for found in tables]
    if settings is None:
        return Writes(sheets=(_new_settings_sheet(rows),))
    held = {str(settings.at(row, 1) or ""): row for row in range(1, settings.row_count + 1)}
    squares = [
        Write(settings.place(held[name], 2), value, "bố cục đã xác nhận", str(settings.at(held[name], 2) or ""))
        for name, value in rows
        if name in held
    ]
    appends = [
        RowAppend(settings.sheet, settings.row_count, ((1, name), (2, value)), "bố cục đã xác nhận")
        for name, value in rows
        if name not in held
    ]
    return Writes(tuple(squares), tuple(appends))


def _new_settings_sheet(rows: list[tuple[str, str]]) -> SheetReplace:
    headings: tuple[Value, ...] = ("Mục", "Giá trị")
    blanks = tuple((name, None) for name in dict.fromkeys(_setting_names()))
    return SheetReplace(SETTINGS_SHEET, (headings, *blanks, *rows), (34, 80), because="Thiết lập và bố cục đã xác nhận")


def _setting_names() -> list[str]:
    return [glossary.setting_header(key) for key in dict.fromkeys(glossary.settings_headers().values())]
