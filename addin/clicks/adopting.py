"""Asks what is doubtful about the layout of an unknown workbook, one yes-or-no question a choice."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from addin.clicks.click import Click
from addin.jobs.adopt import adopt, questions_of
from addin.jobs.outcome import Outcome, Told

_MOST_QUESTIONS = 40


def adopted(click: Click) -> Outcome[Told]:
    """The outcome after every question a person could answer; those left open are among its lines."""
    answers: dict[str, str] = {}
    asked: set[str] = set()
    while len(asked) < _MOST_QUESTIONS:
        outcome = adopt(click.opened, click.grids, answers)
        question = next((item for item in questions_of(outcome) if item["id"] not in asked), None)
        if question is None:
            break
        asked.add(question["id"])
        chosen = _chosen(click, question)
        if chosen is not None:
            answers[question["id"]] = chosen
    return _spoken(adopt(click.opened, click.grids, answers))


def _chosen(click: Click, question: dict[str, Any]) -> str | None:
    """The first choice that gets a yes; None where none does."""
    for choice in question["choices"]:
        if click.dialog.ask(f"{question['text']}\n\nCó phải là: {choice['label']}?"):
            return str(choice["value"])
    return None


def _spoken(outcome: Outcome[Told]) -> Outcome[Told]:
    """Without the words meant for a terminal and the count told twice; the open questions come first."""
    still_open = [f"Chưa rõ: {question['text']}" for question in questions_of(outcome)]
    found = len(outcome.result.answer["layout"])
    learned = len(outcome.result.answer["learned"])
    head = f"Nhận ra {found} bảng; {learned} bảng sẽ được nhớ vào sheet Thiết lập." if learned else f"Nhận ra {found} bảng."
    lines = tuple(line for line in outcome.result.lines[1:] if "--" not in line and not line.startswith("Cần hỏi"))
    return replace(outcome, result=Told(outcome.result.answer, (head, *still_open, *lines)))
