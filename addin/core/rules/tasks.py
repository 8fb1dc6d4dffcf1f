"""Nhiệm vụ: tasks assigned to members, which the yearly rating counts."""

from __future__ import annotations

from addin.core.findings import Severity
from addin.core.rules.rule import Rule
from addin.core.rules.shapes import (
    date_order,
    folded,
    in_the_future,
    known_person,
    left_blank,
    overdue,
    repeated,
    required,
)
from addin.core.tables.rows.supervision import Task
from addin.glossary.choices import TaskResult

RULES: tuple[Rule, ...] = (
    required("TSK101", Task, title="Nhiệm vụ thiếu thông tin bắt buộc", fix="Ghi đủ đảng viên và nhiệm vụ.",
        why="Who is to do what."),
    required("TSK102", Task, "done_on", when=lambda task, _: task.result not in (None, TaskResult.NOT_MET),
        title="Có kết quả nhưng chưa ghi ngày hoàn thành", fix="Ghi ngày hoàn thành để biết đúng hạn hay chậm.",
        why="Late or in time is told by the day it was done.", severity=Severity.WARNING),
    left_blank("TSK103", Task, "evidence", "Kết quả “{result}” chưa ghi minh chứng.",
        when=lambda task, _: task.result == TaskResult.ABOVE_TARGET, related=("result",),
        title="Ghi vượt mức nhưng chưa có minh chứng", fix="Ghi sản phẩm, số liệu chứng minh vượt mức.",
        why="Work above target makes an excellent rating, so it is shown, not claimed.", severity=Severity.NOTICE),
    date_order("TSK201", Task, "assigned_on", "done_on", "Giao ngày {assigned_on} lại hoàn thành ngày {done_on}.",
        title="Hoàn thành trước khi giao", fix="Sửa ngày giao hoặc ngày hoàn thành.", why="Time runs forward."),
    date_order("TSK202", Task, "assigned_on", "due_on", "Giao ngày {assigned_on}, hạn ngày {due_on}.",
        title="Hạn trước ngày giao", fix="Sửa hạn hoặc ngày giao.",
        why="Nobody meets a deadline that had passed when the task was given."),
    in_the_future("TSK203", Task, "done_on", title="Ngày hoàn thành ở tương lai",
        fix="Kiểm tra lại ngày, nhất là năm.", why="What is done has happened."),
    overdue("TSK204", Task, "due_on", "done_on", "Hạn {due_on}, đến {today} chưa ghi hoàn thành.",
        when=lambda task, _: task.result is None,
        title="Nhiệm vụ quá hạn chưa hoàn thành", fix="Đôn đốc đảng viên; ghi ngày hoàn thành nếu đã xong.",
        why="Late work is one of the shortcomings an inspection finds; better seen before."),
    left_blank("TSK205", Task, "result", "Hoàn thành ngày {done_on}, chưa ghi kết quả.", when="done_on",
        related=("done_on",),
        title="Đã hoàn thành nhưng chưa ghi kết quả", fix="Chọn kết quả: Vượt mức, Đạt hoặc Không đạt.",
        why="Tasks above target are counted apart.", severity=Severity.NOTICE),
    known_person("TSK301", Task, "member", title="Người được giao nhiệm vụ không có trong danh sách đảng viên",
        fix="Sửa tên theo sheet Đảng viên.", why="Tasks count in somebody's rating."),
    repeated("TSK302", Task, folded("member"), folded("task"), also=("assigned_on", "due_on"), at="task",
        message="“{task}” của “{member}” đã có ở {there}.",
        title="Nhiệm vụ ghi hai lần", fix="Đối chiếu hai dòng; nếu là một, ghi chung vào một dòng để số nhiệm vụ được đếm đúng.",
        why="A task counted twice changes the share of tasks done.", severity=Severity.WARNING),
)  # fmt: skip
