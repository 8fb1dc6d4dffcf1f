"""Nhiệm vụ: tasks assigned to members, which the yearly rating counts."""

from __future__ import annotations

from collections.abc import Iterator

from addin.core.dates import vn_date
from addin.core.findings import Severity
from addin.core.rules.blanks import blank_squares, is_blank, required_squares
from addin.core.rules.context import Context
from addin.core.rules.periods import later_than
from addin.core.rules.repeats import repeated, standing_at
from addin.core.rules.roll import unknown_names
from addin.core.rules.rule import Flag, flag, rule
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.supervision import Task

ABOVE = "Vượt mức"
NOT_DONE = "Không đạt"


@rule(
    "TSK101", Severity.ERROR, title="Nhiệm vụ thiếu thông tin bắt buộc", fix="Ghi đủ đảng viên và nhiệm vụ."
)
def task_incomplete(task: Task, context: Context) -> Iterator[Flag]:
    """Who is to do what."""
    yield from required_squares(task, "tasks", context)


@rule(
    "TSK102",
    Severity.WARNING,
    title="Có kết quả nhưng chưa ghi ngày hoàn thành",
    fix="Ghi ngày hoàn thành để biết đúng hạn hay chậm.",
)
def result_without_date(task: Task, context: Context) -> Iterator[Flag]:
    """Late or in time is told by the day it was done."""
    if task.result and task.result != NOT_DONE:
        yield from blank_squares(task, "tasks", context, "done_on")


@rule(
    "TSK103",
    Severity.NOTICE,
    title="Ghi vượt mức nhưng chưa có minh chứng",
    fix="Ghi sản phẩm, số liệu chứng minh vượt mức.",
)
def above_target_without_evidence(task: Task, context: Context) -> Iterator[Flag]:
    """Work above target makes an excellent rating, so it is shown, not claimed."""
    if task.result == ABOVE and is_blank(task, "evidence", context):
        yield flag(task, "evidence", f"Kết quả “{ABOVE}” chưa ghi minh chứng.", related=("result",))


@rule("TSK201", Severity.ERROR, title="Hoàn thành trước khi giao", fix="Sửa ngày giao hoặc ngày hoàn thành.")
def done_before_assigned(task: Task) -> Iterator[Flag]:
    """Time runs forward."""
    if later_than(task.assigned_on, task.done_on):
        message = f"Giao ngày {task.assigned_on} lại hoàn thành ngày {task.done_on}."
        yield flag(task, "done_on", message, related=("assigned_on",))


@rule("TSK202", Severity.ERROR, title="Hạn trước ngày giao", fix="Sửa hạn hoặc ngày giao.")
def due_before_assigned(task: Task) -> Iterator[Flag]:
    """Nobody meets a deadline that had passed when the task was given."""
    if later_than(task.assigned_on, task.due_on):
        yield flag(
            task, "due_on", f"Giao ngày {task.assigned_on}, hạn ngày {task.due_on}.", related=("assigned_on",)
        )


@rule("TSK203", Severity.WARNING, title="Ngày hoàn thành ở tương lai", fix="Kiểm tra lại ngày, nhất là năm.")
def done_in_the_future(task: Task, context: Context) -> Iterator[Flag]:
    """What is done has happened."""
    if later_than(task.done_on, context.on):
        yield flag(task, "done_on", f"Ngày {task.done_on} sau hôm nay ({vn_date(context.on)}).")


@rule(
    "TSK204",
    Severity.WARNING,
    title="Nhiệm vụ quá hạn chưa hoàn thành",
    fix="Đôn đốc đảng viên; ghi ngày hoàn thành nếu đã xong.",
)
def task_overdue(task: Task, context: Context) -> Iterator[Flag]:
    """Late work is one of the shortcomings an inspection finds; better seen before."""
    if (
        task.due_on
        and task.due_on < context.on
        and task.result is None
        and is_blank(task, "done_on", context)
    ):
        message = f"Hạn {task.due_on}, đến {vn_date(context.on)} chưa ghi hoàn thành."
        yield flag(task, "done_on", message, related=("due_on",))


@rule(
    "TSK205",
    Severity.NOTICE,
    title="Đã hoàn thành nhưng chưa ghi kết quả",
    fix="Chọn kết quả: Vượt mức, Đạt hoặc Không đạt.",
)
def done_without_result(task: Task, context: Context) -> Iterator[Flag]:
    """Tasks above target are counted apart."""
    if task.done_on and is_blank(task, "result", context):
        yield flag(task, "result", f"Hoàn thành ngày {task.done_on}, chưa ghi kết quả.", related=("done_on",))


@rule(
    "TSK301",
    Severity.ERROR,
    title="Người được giao nhiệm vụ không có trong danh sách đảng viên",
    fix="Sửa tên theo sheet Đảng viên.",
)
def assignee_not_on_the_roll(task: Task, context: Context) -> Iterator[Flag]:
    """Tasks count in somebody's rating."""
    yield from unknown_names(task, "member", context)


@rule(
    "TSK302",
    Severity.WARNING,
    title="Nhiệm vụ ghi hai lần",
    fix="Xoá dòng thừa để số nhiệm vụ được đếm đúng.",
)
def task_repeated(book: Book, context: Context) -> Iterator[Flag]:
    """A task counted twice changes the share of tasks done."""

    def key_of(task: Task) -> tuple[str, str, object, object] | None:
        if not task.member or not task.task:
            return None
        return context.fold(task.member), context.fold(task.task), task.assigned_on, task.due_on

    for task, first in repeated(book.tasks, key_of):
        message = f"“{task.task}” của “{task.member}” đã có ở {standing_at(task, first)}."
        yield Flag(task.place("task"), message, (first.place("task"),))
