"""The life of the cell: dissemination, meetings, training, residence, proposals, commitments, tasks, lessons."""

from __future__ import annotations

from collections.abc import Iterator

from addin.core.summaries.counting import before, counted, is_past, listed, tallied
from addin.core.summaries.figures import Figure, Value, places_of
from addin.core.summaries.view import View, by_year
from addin.core.tables.rows.activities import Dissemination
from addin.glossary.choices import LessonKind, ProposalDecision, WarningKind

_TIMELY = ("done_on", "due_on")


def disseminations(view: View) -> Iterator[Figure]:
    """Occasions by channel, the documents made known, and how many of those called came."""
    table = "disseminations"
    rows = sorted(view.within(table, view.book.disseminations), key=lambda row: (before(row.date), row.place()))
    texts = tuple(dict.fromkeys(row.document for row in rows if row.document))
    yield tallied("disseminations.by_channel", "Quán triệt theo hình thức", table, rows, "channel", words=lambda row: (row.channel,))
    yield Figure("dissemination.documents", texts or None, places_of(rows, "document"), "Văn bản đã quán triệt", table, ("document",))
    counted_rows = [row for row in rows if row.present is not None and row.total]
    years: dict[str, Value] = {str(year): _share(found) for year, found in by_year(table, counted_rows).items()}
    label, places = "Tỷ lệ dự quán triệt theo năm", places_of(counted_rows, "present")
    yield Figure("disseminations.attendance", years or None, places, label, table, ("present", "total"))


def _share(rows: tuple[Dissemination, ...]) -> float:
    return sum(row.present or 0 for row in rows) / sum(row.total or 0 for row in rows)


def meetings(view: View) -> Iterator[Figure]:
    """Meetings held, by kind."""
    rows = view.within("meetings", view.book.meetings)
    yield counted("meetings.held", "Số kỳ sinh hoạt", "meetings", rows, "held_on", entered=view.has_entered("meetings"))
    yield tallied("meetings.by_kind", "Sinh hoạt theo loại", "meetings", rows, "kind", words=lambda row: (row.kind,))


def trainings(view: View) -> Iterator[Figure]:
    """Turns of training and the people trained."""
    rows, entered = view.within("trainings", view.book.trainings), view.has_entered("trainings")
    people = view.persons(row.member for row in rows)
    yield counted("trainings.turns", "Số lượt bồi dưỡng", "trainings", rows, "course", entered=entered)
    places, label = places_of(rows, "member"), "Số đảng viên được bồi dưỡng"
    yield Figure("trainings.persons", len(people) if entered else None, places, label, "trainings", ("member",))


def residence(view: View) -> Iterator[Figure]:
    """Comments asked for, received, and what they say."""
    table = "residence_comments"
    rows, entered = view.within(table, view.book.residence_comments), view.has_entered(table)
    asked = [row for row in rows if row.requested_on]
    received = [row for row in rows if row.received_on]
    yield counted("residence.requested", "Phiếu nhận xét nơi cư trú đã gửi", table, asked, "requested_on", entered=entered)
    yield counted("residence.received", "Phiếu nhận xét nơi cư trú đã nhận", table, received, "received_on", entered=entered)
    yield tallied("residence.by_level", "Nhận xét nơi cư trú theo mức", table, rows, "level", words=lambda row: (row.level,))


def proposals(view: View) -> Iterator[Figure]:
    """Proposals made, accepted and done."""
    rows, entered = view.within("proposals", view.book.proposals), view.has_entered("proposals")
    accepted = [row for row in rows if row.decision == ProposalDecision.ACCEPTED]
    done = [row for row in rows if row.done_on]
    yield counted("proposals.made", "Số đề xuất", "proposals", rows, "text", entered=entered)
    yield counted("proposals.accepted", "Đề xuất được chấp nhận", "proposals", accepted, "decision", entered=entered)
    yield counted("proposals.done", "Đề xuất đã thực hiện", "proposals", done, "done_on", entered=entered)


def commitments(view: View) -> Iterator[Figure]:
    """Commitments and how they ended; years without a row are unknown, not nought."""
    rows = view.within("commitments", view.book.commitments)
    entered = bool(rows)
    yield counted("commitments.made", "Số cam kết", "commitments", rows, "text", entered=entered)
    yield tallied("commitments.by_result", "Cam kết theo kết quả", "commitments", rows, "result", words=lambda row: (row.result,))


def tasks(view: View) -> Iterator[Figure]:
    """Tasks of the interval, done, done late, and past their day; years without a row are unknown, not nought."""
    rows = view.within("tasks", view.book.tasks)
    entered = bool(rows)
    done = [row for row in rows if is_past(row.done_on, view.on)]
    late = [row for row in done if row.done_on and row.due_on and row.done_on > row.due_on]
    overdue = [row for row in rows if not is_past(row.done_on, view.on) and row.due_on and row.due_on < view.on]
    yield counted("tasks.assigned", "Số nhiệm vụ", "tasks", rows, "task", entered=entered)
    yield counted("tasks.done", "Nhiệm vụ đã hoàn thành", "tasks", done, "done_on", entered=entered)
    yield counted("tasks.done_late", "Nhiệm vụ hoàn thành sau hạn", "tasks", late, "done_on", entered=entered, rests_on=_TIMELY)
    yield counted("tasks.overdue", "Nhiệm vụ quá hạn chưa xong", "tasks", overdue, "due_on", entered=entered, rests_on=_TIMELY)


def warnings(view: View) -> Iterator[Figure]:
    """Early warnings: raised, closed, and closed as unfounded. Unfounded ones count against nobody."""
    rows = [row for row in view.within("warnings", view.book.warnings) if row.kind != WarningKind.POSITIVE_FACTOR]
    closed = [row for row in rows if row.closed_on]
    cleared = [row for row in rows if row.cleared]
    entered = view.has_entered("warnings")
    yield counted("warnings.raised", "Số cảnh báo", "warnings", rows, "text", entered=entered)
    yield counted("warnings.closed", "Cảnh báo đã đóng", "warnings", closed, "closed_on", entered=entered)
    yield counted("warnings.cleared", "Cảnh báo không có cơ sở", "warnings", cleared, "cleared", entered=entered)


def denunciations(view: View) -> Iterator[Figure]:
    """How many came in: a number and no more, for the sheet is restricted."""
    rows = view.within("denunciations", view.book.denunciations)
    value = len(rows) if view.has_entered("denunciations") else None
    places = tuple(row.place() for row in rows)
    yield Figure("denunciations.received", value, places, "Số tố cáo tiếp nhận", "denunciations")


def lessons(view: View) -> Iterator[Figure]:
    """Limitations, proposals and lessons in the words entered, by year then as they stand in the sheet."""
    rows = sorted(view.within("lessons", view.book.lessons), key=lambda row: (row.year or 0, row.place()))
    for figure_id, label, kind in (
        ("reports.limitations", LessonKind.SHORTCOMING, LessonKind.SHORTCOMING),
        ("reports.proposals", "Kiến nghị, đề xuất", LessonKind.PROPOSAL),
        ("reports.lessons", "Bài học kinh nghiệm", LessonKind.LESSON),
    ):
        found = [row for row in rows if row.kind == kind and row.text]
        yield listed(figure_id, label, "lessons", found, "text", text=lambda row: row.text)
