"""Kỷ luật: each decision against what a cell may decide, and against the roll."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from addin.core.dates import months_after, vn_date
from addin.core.findings import Severity
from addin.core.persons.discipline_votes import votes_needed
from addin.core.persons.posts import is_held
from addin.core.persons.roll import Roll, belongs, is_official
from addin.core.rules.context import Context
from addin.core.rules.rule import Flag, Rule, flag, rule
from addin.core.rules.shapes import (
    date_order,
    days_of_law,
    folded,
    in_the_future,
    known_person,
    repeated,
    required,
    too_many_days,
)
from addin.core.tables.rows.discipline import Discipline
from addin.core.tables.rows.ratings import WHOLE_CELL
from addin.glossary.choices import DisciplineForm

CELL_DECIDES = "discipline.cell_decides"
PROBATIONARY = "discipline.forms_probationary"
COMPLAINT = "discipline.complaint_days"
WRITTEN = "discipline.written_decision_days"
LIMITATION = {
    DisciplineForm.REPRIMAND: "discipline.limitation.reprimand_years",
    DisciplineForm.WARNING: "discipline.limitation.warning_years",
    DisciplineForm.DISMISSAL: "discipline.limitation.dismissal_years",
}
_MONTHS = 12


def _day(discipline: Discipline) -> date | None:
    return discipline.decision_date.first if discipline.decision_date else None


def is_of_the_cell(discipline: Discipline, context: Context) -> bool:
    """Whether the authority written is this cell: "Chi bộ", with or without its name, or the name alone."""
    written = context.fold(discipline.authority)
    name = context.fold(context.book.settings.cell_name)
    return f"{written} ".startswith(f"{context.fold(WHOLE_CELL)} ") or (bool(name) and written == name)


@rule(
    "DIS206",
    Severity.WARNING,
    title="Vi phạm có thể đã hết thời hiệu",
    fix="Đối chiếu thời hiệu kỷ luật và hỏi đảng uỷ cơ sở trước khi quyết định.",
    cites=LIMITATION[DisciplineForm.REPRIMAND],
)
def violation_out_of_time(discipline: Discipline, context: Context) -> Iterator[Flag]:
    """An old violation may no longer be disciplined in the lighter forms; expulsion has no limit."""
    happened = discipline.happened_on.exact if discipline.happened_on else None
    decided, path = _day(discipline), LIMITATION.get(discipline.form or "")
    years = context.dated(path, decided) if path and decided else None
    if happened and decided and years and months_after(happened, years.number * _MONTHS) < decided:
        message = f"Vi phạm {vn_date(happened)}, quyết định {vn_date(decided)}: quá {years.number} năm ({discipline.form})."
        yield flag(
            discipline, "happened_on", message, related=("decision_date", "form"), as_of=decided, cites=path
        )


@rule(
    "DIS302",
    Severity.ERROR,
    title="Hình thức kỷ luật không áp dụng cho đảng viên dự bị",
    fix="Đối chiếu ngày chính thức và hình thức kỷ luật.",
    cites=PROBATIONARY,
)
def form_not_for_a_probationary_member(discipline: Discipline, context: Context) -> Iterator[Flag]:
    """A probationary member is reprimanded or warned; else probation is not recognised."""
    member, day = context.member(discipline.member), _day(discipline)
    allowed = context.dated(PROBATIONARY, day) if day else None
    if (
        member is None
        or day is None
        or allowed is None
        or is_official(member, day)
        or not member.has("official_on")
    ):
        return
    if discipline.form and discipline.form not in allowed.items:
        message = f"Ngày {discipline.decision_date} “{member.full_name}” là đảng viên dự bị, hình thức “{discipline.form}”."
        yield flag(discipline, "form", message, related=("decision_date",), as_of=day)


@rule(
    "DIS303",
    Severity.NOTICE,
    title="Cách chức người không ghi chức vụ",
    fix="Ghi chức vụ Đảng lúc đó vào sheet Phân công, hoặc sửa hình thức.",
    cites="discipline.forms_official",
)
def dismissal_without_a_post(discipline: Discipline, context: Context) -> Iterator[Flag]:
    """Only who holds a post can be dismissed from it."""
    member, day = context.member(discipline.member), _day(discipline)
    if discipline.form != DisciplineForm.DISMISSAL or member is None or day is None or member.party_post or member.job_title:
        return
    held = [row for row in context.book.appointments if context.member(row.member) is member]
    if not any(is_held(row, day) for row in held):
        yield flag(
            discipline,
            "form",
            f"Không thấy chức vụ nào của “{member.full_name}” ngày {discipline.decision_date}.",
            as_of=day,
        )


@rule(
    "DIS304",
    Severity.WARNING,
    title="Đã khai trừ nhưng vẫn trong danh sách sinh hoạt",
    fix="Chọn tình trạng “Ra khỏi Đảng” và ghi từ ngày nào ở sheet Đảng viên.",
)
def expelled_but_active(discipline: Discipline, context: Context) -> Iterator[Flag]:
    """Who is expelled counts in nothing any more."""
    member = context.member(discipline.member)
    if discipline.form == DisciplineForm.EXPULSION and member and belongs(member, context.on):
        message = f"“{member.full_name}” bị khai trừ ngày {discipline.decision_date or '…'} nhưng chưa ghi ra khỏi Đảng."
        yield Flag(discipline.place("form"), message, (member.place("status"),))


@rule(
    "DIS401",
    Severity.ERROR,
    title="Hình thức kỷ luật vượt thẩm quyền chi bộ",
    fix="Chi bộ biểu quyết đề nghị cấp có thẩm quyền; sửa cấp quyết định hoặc hình thức.",
    cites=CELL_DECIDES,
)
def form_beyond_the_cell(discipline: Discipline, context: Context) -> Iterator[Flag]:
    """A cell decides the two lighter forms; for the others it votes to propose."""
    day = _day(discipline) or context.on
    allowed = context.dated(CELL_DECIDES, day)
    if (
        allowed
        and discipline.form
        and is_of_the_cell(discipline, context)
        and discipline.form not in allowed.items
    ):
        words = ", ".join(item.casefold() for item in allowed.items)
        message = f"“{discipline.authority}” quyết định “{discipline.form}”; chi bộ chỉ quyết định {words}."
        yield flag(discipline, "form", f"{message}{_to_propose(discipline.form, context, day)}", related=("authority",), as_of=day)


def _to_propose(form: str, context: Context, day: date) -> str:
    """How many votes the cell's proposal needs, on the roll of that day."""
    base = len(Roll(context.book.members, day).summoned)
    needed = votes_needed(form, base, context.law_on(day))
    return f" Đề nghị {form.casefold()} cần ít nhất {needed}/{base} phiếu tán thành." if needed and base else ""


RULES: tuple[Rule, ...] = (
    required("DIS101", Discipline, title="Kỷ luật thiếu thông tin bắt buộc",
        fix="Ghi đủ đảng viên, hình thức và ngày quyết định.", why="Discipline weighs in the rating of its year."),
    required("DIS102", Discipline, "announced_on", when=is_of_the_cell, as_of=_day,
        title="Chưa ghi ngày công bố kết quả biểu quyết",
        fix="Ghi ngày công bố kết quả biểu quyết: quyết định của chi bộ có hiệu lực từ ngày đó.",
        why="A cell's decision takes effect when the result is announced, not when the paper is signed.",
        cites="discipline.takes_effect", severity=Severity.WARNING),
    required("DIS103", Discipline, "decision_no", title="Quyết định kỷ luật chưa ghi số", fix="Ghi số quyết định.",
        why="Discipline is a numbered decision.", severity=Severity.WARNING),
    date_order("DIS201", Discipline, "happened_on", "decision_date",
        "Vi phạm ngày {happened_on}, quyết định ngày {decision_date}.", at="happened_on",
        title="Quyết định kỷ luật trước khi vi phạm", fix="Sửa ngày vi phạm hoặc ngày quyết định.",
        why="Nobody is disciplined for what has not happened."),
    too_many_days("DIS202", Discipline, "announced_on", "decision_date",
        "Công bố {announced_on}, quyết định {decision_date}: quá {limit} ngày.", limit=days_of_law(WRITTEN),
        title="Ra quyết định kỷ luật bằng văn bản muộn",
        fix="Ghi rõ lý do; ra quyết định ngay sau khi công bố kết quả biểu quyết.",
        why="The paper follows the vote within days.", cites=WRITTEN),
    date_order("DIS203", Discipline, "decision_date", "ended_on",
        "Quyết định ngày {decision_date}, chấm dứt ngày {ended_on}.",
        title="Chấm dứt hiệu lực trước ngày quyết định", fix="Sửa ngày chấm dứt hiệu lực hoặc ngày quyết định.",
        why="Time runs forward."),
    in_the_future("DIS204", Discipline, "decision_date", "happened_on", "announced_on", "appeal_on",
        title="Ngày ở tương lai", fix="Kiểm tra lại ngày, nhất là năm.",
        why="What is entered has happened; the end of effect may lie ahead."),
    too_many_days("DIS205", Discipline, "decision_date", "appeal_on",
        "Khiếu nại {appeal_on}, {days} ngày sau quyết định (hạn {limit} ngày).", limit=days_of_law(COMPLAINT),
        title="Khiếu nại quá thời hạn",
        fix="Đối chiếu ngày nhận quyết định; hỏi đảng uỷ cơ sở về cách tính thời hạn.",
        why="The days run from receiving the decision, which is not entered: so this only warns.", cites=COMPLAINT),
    violation_out_of_time,
    known_person("DIS301", Discipline, "member", title="Người bị kỷ luật không có trong danh sách đảng viên",
        fix="Sửa tên theo sheet Đảng viên.",
        why="Discipline weighs in one member's rating, and must not weigh in another's."),
    form_not_for_a_probationary_member, dismissal_without_a_post, expelled_but_active,
    repeated("DIS305", Discipline, folded("member"), "decision_date", "form",
        message="“{member}”, {form} ngày {decision_date} đã có ở {there}.",
        title="Một quyết định kỷ luật ghi hai lần", fix="Đối chiếu hai dòng; nếu là một, ghi chung vào một dòng: một vi phạm chỉ tính một lần.",
        why="One violation counts once."),
    form_beyond_the_cell,
)  # fmt: skip
