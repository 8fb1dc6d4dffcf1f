"""Asks what is doubtful about the layout of an unknown workbook, one yes-or-no question a choice; then what unused columns are."""

from __future__ import annotations

from addin.clicks.click import Click
from addin.clicks.teaching import taught
from addin.core.tables.recognition.adoption import Question
from addin.jobs.adopt import AdoptResult, adopt
from addin.jobs.outcome import Outcome
from addin.output.box import choice_question

_MOST_QUESTIONS = 40


def adopted(click: Click) -> Outcome[AdoptResult]:
    """The outcome after every question a person could answer; those left open are told."""
    answers: dict[str, str] = {}
    asked: set[str] = set()
    while len(asked) < _MOST_QUESTIONS:
        questions = adopt(click.opened, click.grids, answers).result.questions
        question = next((item for item in questions if item.id not in asked), None)
        if question is None:
            break
        asked.add(question.id)
        chosen = _chosen(click, question)
        if chosen is not None:
            answers[question.id] = chosen
    outcome = adopt(click.opened, click.grids, answers)
    columns = taught(click, outcome.result.unused)
    return adopt(click.opened, click.grids, answers | columns) if columns else outcome


def _chosen(click: Click, question: Question) -> str | None:
    """The first choice that gets a yes; None where none does."""
    for value, label in question.choices:
        if click.dialog.ask(choice_question(question.text, label)):
            return value
    return None
