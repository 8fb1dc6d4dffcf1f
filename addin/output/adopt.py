"""Tells what was recognised of an unknown workbook, and what is doubtful."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from addin.core.tables.recognition.adoption import Question
from addin.glossary import setting_header
from addin.jobs.adopt import AdoptResult
from addin.jobs.show import ShowResult
from addin.output import show
from addin.output.forms import place_form


def form(result: AdoptResult) -> dict[str, Any]:
    """`{"workbook", "layout", "learned", "ignored", "questions", "settings", "unused"}`."""
    return {
        "workbook": result.workbook,
        "layout": [show.layout_form(found) for found in result.book.layout],
        "learned": [show.layout_form(found) for found in result.learned],
        "ignored": list(result.ignored),
        "questions": [_question_form(question) for question in result.questions],
        "settings": {item.key: item.value for item in result.shown},
        "unused": [
            {"id": item.id, "table": item.table, "place": place_form(item.place), "heading": item.heading} for item in result.unused
        ],
    }


def lines(result: AdoptResult) -> Iterator[str]:
    """What `show` says, then each question with the answers it may have."""
    yield from show.lines(ShowResult(result.workbook, result.book, ()))
    for question in result.questions:
        yield f"Cần hỏi [{question.id}] {question.place}: {question.text}"
        yield from (f"    {value} = {label}" for value, label in question.choices)
    yield from (f"Thiết lập: {setting_header(item.key)} = {item.value} (đọc từ {item.place})" for item in result.shown)
    yield from (f"Cột chưa dùng [{item.id}] “{item.heading}”" for item in result.unused)
    if result.unused:
        yield "Nếu cột nào là của sổ, chỉ bằng --column “SHEET!CỘT=TÊN CỘT”, rồi thêm --write để nhớ."
    if result.questions and (result.learned or result.ignored):
        yield f"Các câu đã trả lời được giữ; còn {len(result.questions)} câu chưa trả lời."
    if result.questions:
        yield "Trả lời bằng --answer “MÃ=GIÁ TRỊ” cho từng câu, rồi thêm --write để nhớ."
    yield from _nothing_to_ask(result)


def box(result: AdoptResult) -> Iterator[str]:
    """What will be remembered, what is still open, and a line a table."""
    head = f"Nhận ra {len(result.book.layout)} bảng"
    yield f"{head}; {len(result.learned)} bảng sẽ được nhớ vào sheet Thiết lập." if result.learned else f"{head}."
    yield from (f"Chưa rõ: {question.text}" for question in result.questions)
    if result.unused:
        yield f"Cột chưa dùng: {', '.join(f'{item.id} “{item.heading}”' for item in result.unused)}."
    yield from (show.table_line(result.book, found) for found in result.book.layout)
    yield from _nothing_to_ask(result)


def _nothing_to_ask(result: AdoptResult) -> Iterator[str]:
    if not (result.questions or result.learned or result.ignored):
        yield "Không có gì phải hỏi thêm."


def _question_form(question: Question) -> dict[str, Any]:
    return {
        "id": question.id,
        "place": place_form(question.place),
        "text": question.text,
        "choices": [{"value": value, "label": label} for value, label in question.choices],
    }
