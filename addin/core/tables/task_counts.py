"""Which of a member's tasks count in a year on a day, and as what: the one count of rules and ratings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from addin.core.tables.rows.supervision import Task
from addin.glossary.choices import TaskResult


def year_of_task(task: Task) -> int | None:
    """The year a task counts in."""
    known = task.due_on or task.assigned_on or task.done_on
    return known.year if known else None


def counted_tasks(tasks: Iterable[Task], on: date) -> Mapping[str, Sequence[Task]]:
    """By key of the rating row; what is not due yet and not done is left out."""
    judged = [(task, _is_done(task, on)) for task in tasks]
    counted = [task for task, is_done in judged if is_done or not _is_ahead(task, on)]
    done = [task for task, is_done in judged if is_done]
    return {
        "tasks_assigned": counted,
        "tasks_done": done,
        "tasks_over": [task for task in done if task.result == TaskResult.ABOVE_TARGET],
        "tasks_late": [task for task in done if task.due_on and task.done_on and task.done_on > task.due_on],
    }


def without_answer(counted: Iterable[Task], on: date, known_to: date) -> Sequence[Task]:
    """Those counted of which nobody can know yet how they ended: nothing is entered, and no day known to have come is past their due day."""
    return [task for task in counted if task.result is None and not _is_done(task, on) and task.due_on is not None and task.due_on.last > known_to]


def _is_done(task: Task, on: date) -> bool:
    if task.result == TaskResult.NOT_MET:
        return False
    if task.done_on is not None:
        return not task.done_on > on
    return task.result in (TaskResult.MET, TaskResult.ABOVE_TARGET)


def _is_ahead(task: Task, on: date) -> bool:
    return task.due_on is not None and task.due_on > on and task.result != TaskResult.NOT_MET
