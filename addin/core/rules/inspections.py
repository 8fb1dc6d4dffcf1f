"""Kiểm tra: one turn against itself, from decision to conclusion. Remedies are in `remedies`."""

from __future__ import annotations

from collections.abc import Iterator

from addin.core.findings import Severity
from addin.core.rules.context import Context
from addin.core.rules.inspectors import (
    inspector_inspects_himself,
    inspector_is_the_superior,
    inspector_of_the_same_group,
)
from addin.core.rules.periods import later_than
from addin.core.rules.rule import Flag, Rule, flag, rule
from addin.core.rules.shapes import (
    date_order,
    days_of_setting,
    in_the_future,
    known_codes,
    left_blank,
    outside_the_year,
    overdue,
    required,
    too_many_days,
)
from addin.core.tables.rows.inspections import Inspection
from addin.core.tables.series import read_number
from addin.glossary.choices import Conclusion, Evidence


@rule(
    "INS203",
    Severity.ERROR,
    title="Kiểm tra kết thúc trước khi bắt đầu",
    fix="Sửa ngày bắt đầu (ngày quyết định) hoặc ngày kết thúc.",
)
def ended_before_it_began(inspection: Inspection) -> Iterator[Flag]:
    """Time runs forward; where nobody wrote the first day, nothing ends before it was decided."""
    started, ended = inspection.starts_on, inspection.ends_on
    if started and later_than(started, ended):
        yield flag(inspection, "ends_on", f"Bắt đầu {started} lại kết thúc {ended}.", related=("starts_on",))
    elif started is None and later_than(inspection.decision_date, ended):
        yield flag(inspection, "ends_on", f"Kết thúc {ended}, trước ngày quyết định {inspection.decision_date}.", related=("decision_date",))


@rule(
    "INS210",
    Severity.ERROR,
    title="Kết luận trước khi kiểm tra",
    fix="Sửa ngày kết luận, ngày quyết định hoặc ngày bắt đầu.",
)
def concluded_before_it_started(inspection: Inspection) -> Iterator[Flag]:
    """A conclusion follows what it concludes."""
    concluded = inspection.conclusion_date
    start = inspection.starts_on or inspection.decision_date
    if later_than(start, concluded):
        key = "starts_on" if inspection.starts_on else "decision_date"
        yield flag(
            inspection, "conclusion_date", f"Kết luận ngày {concluded}, trước ngày {start}.", related=(key,)
        )


@rule(
    "INS211",
    Severity.NOTICE,
    title="Chỉ dựa vào báo cáo tự kiểm tra",
    fix="Bổ sung nguồn khác: kết quả công tác, nơi cư trú, làm việc trực tiếp.",
)
def self_report_is_the_only_evidence(inspection: Inspection) -> Iterator[Flag]:
    """A conclusion drawn only from the self-report repeats it."""
    if inspection.evidence and set(inspection.evidence) == {Evidence.SELF_REPORT}:
        yield flag(inspection, "evidence", f"Nguồn chứng cứ duy nhất là “{Evidence.SELF_REPORT}”.")


@rule(
    "INS213",
    Severity.ERROR,
    title="Kết luận trái với kết quả ghi cùng dòng",
    fix="Sửa kết luận, hoặc sửa ô trái với kết luận.",
)
def conclusion_contradicts_the_row(inspection: Inspection) -> Iterator[Flag]:
    """A good conclusion cannot stand beside degradation."""
    if inspection.conclusion == Conclusion.GOOD and inspection.degradation is True:
        message = f"Kết luận “{Conclusion.GOOD}” nhưng ghi có biểu hiện suy thoái."
        yield flag(inspection, "conclusion", message, related=("degradation",))


@rule(
    "INS215",
    Severity.WARNING,
    title="Số quyết định không đúng cách ghi",
    fix="Ghi như “05-QĐ/CB”: hai chữ số trở lên, gạch nối, ký hiệu loại, gạch chéo, ký hiệu chi bộ.",
    cites="documents.number_pattern",
)
def decision_number_malformed(inspection: Inspection, context: Context) -> Iterator[Flag]:
    """A number that cannot be read cannot be counted or found in the register."""
    for key, written in (
        ("decision_no", inspection.decision_no),
        ("conclusion_no", inspection.conclusion_no),
    ):
        if written and read_number(written) is None:
            yield flag(
                inspection, key, f"Đang ghi “{written}”; ví dụ đúng: “05-QĐ/{context.book.settings.symbol}”."
            )


@rule(
    "INS216",
    Severity.WARNING,
    title="Kết luận trước ngày kết thúc kiểm tra",
    fix="Sửa ngày kết luận hoặc ngày kết thúc.",
)
def concluded_before_it_ended(inspection: Inspection) -> Iterator[Flag]:
    """The conclusion closes the inspection; it seldom comes before its last day."""
    started, ended, concluded = inspection.starts_on, inspection.ends_on, inspection.conclusion_date
    if later_than(ended, concluded) and not later_than(started or inspection.decision_date, concluded):
        message = f"Kết luận ngày {concluded}, trước ngày kết thúc {ended}."
        yield flag(inspection, "conclusion_date", message, related=("ends_on",))


RULES: tuple[Rule, ...] = (
    required("INS101", Inspection, title="Lượt kiểm tra thiếu thông tin bắt buộc",
        fix="Ghi đủ năm, hình thức, đảng viên và nội dung.",
        why="A turn is counted by year, kind, member and content."),
    required("INS102", Inspection, "decision_no", title="Thiếu số quyết định kiểm tra",
        fix="Ghi số quyết định (hoặc kế hoạch) kiểm tra.",
        why="An inspection opens with a numbered paper of the cell.", severity=Severity.WARNING),
    required("INS103", Inspection, "decision_date", title="Thiếu ngày quyết định kiểm tra",
        fix="Ghi ngày ký quyết định (hoặc kế hoạch) kiểm tra.",
        why="The date decides which regulations the decision cites.", severity=Severity.WARNING),
    required("INS104", Inspection, "conclusion_date", when="conclusion", title="Kết luận chưa ghi ngày",
        fix="Ghi ngày thông báo kết luận.", why="Deadlines for remedies and reports run from the conclusion.",
        severity=Severity.WARNING),
    required("INS105", Inspection, "strengths", "shortcomings", when="conclusion",
        title="Kết luận chưa đủ ưu điểm và hạn chế",
        fix="Ghi cả ưu điểm và hạn chế, khuyết điểm để đảng viên phấn đấu.",
        why="Each conclusion says what was good and what was not: the member is to keep striving.",
        severity=Severity.NOTICE),
    overdue("INS106", Inspection, "ends_on", "conclusion", "Kết thúc ngày {ends_on} mà chưa ghi kết luận.",
        title="Đã kết thúc mà chưa có kết luận", fix="Ghi kết luận kiểm tra, hoặc sửa ngày kết thúc.",
        why="An inspection ends with the cell's conclusion."),
    required("INS107", Inspection, "team_lead",
        when=lambda _, context: context.book.settings.has_committee is not False,
        title="Chưa ghi tổ trưởng tổ kiểm tra",
        fix="Ghi tổ trưởng tổ kiểm tra; chi bộ không có chi uỷ thì ghi rõ ở Thiết lập.",
        why="A cell with a committee works through a team; the light procedure of a small cell needs none.",
        severity=Severity.NOTICE),
    left_blank("INS108", Inspection, "degradation", "Đã kết luận nhưng ô này còn trống.", when="conclusion",
        related=("conclusion",),
        title="Chưa ghi có hay không biểu hiện suy thoái",
        fix="Ghi “không” nếu đã kiểm tra và không có; để trống nghĩa là chưa biết.",
        why='A nil finding is printed only where somebody entered it: blank is never "no".',
        severity=Severity.NOTICE),
    outside_the_year("INS201", Inspection, "decision_date", message="Năm {year} nhưng quyết định ngày {day}.",
        title="Ngày quyết định không thuộc năm kiểm tra", fix="Sửa năm hoặc ngày quyết định.",
        why="A turn is counted in the year of its plan, and decided in that year."),
    date_order("INS202", Inspection, "decision_date", "starts_on",
        "Bắt đầu {starts_on}, trước ngày quyết định {decision_date}.", until="ends_on",
        title="Kiểm tra bắt đầu trước ngày quyết định", fix="Sửa ngày bắt đầu hoặc ngày quyết định.",
        why="Nobody is inspected before the cell decided it."),
    ended_before_it_began,
    too_many_days("INS204", Inspection, "starts_on", "ends_on",
        "Kiểm tra {days} ngày ({starts_on} – {ends_on}), quá {limit} ngày.",
        limit=days_of_setting("inspection_max_days"),
        title="Kiểm tra dài hơn thời hạn",
        fix="Kết thúc đúng hạn, hoặc sửa “Thời hạn kiểm tra” trong Thiết lập theo hướng dẫn của đảng uỷ.",
        why="No central limit was found for a cell: the setting's, or its default, applies.",
        cites="inspection.max_days"),
    inspector_inspects_himself, inspector_of_the_same_group, inspector_is_the_superior,
    date_order("INS208", Inspection, "self_report_on", "self_report_due",
        "Nộp ngày {self_report_on}, sau hạn {self_report_due}.", at="self_report_on",
        title="Nộp báo cáo tự kiểm tra muộn", fix="Ghi rõ lý do nộp muộn, hoặc sửa ngày.",
        why="The self-report is asked for by a day.", severity=Severity.WARNING),
    overdue("INS209", Inspection, "self_report_due", "self_report_on",
        "Hạn nộp {self_report_due}, đến {today} chưa ghi ngày nộp.",
        title="Quá hạn chưa nộp báo cáo tự kiểm tra", fix="Nhắc đảng viên nộp báo cáo và ghi ngày nộp.",
        why="Without the self-report the inspection has nothing to start from."),
    concluded_before_it_started, self_report_is_the_only_evidence,
    known_codes("INS212", Inspection, "contents", "content", title="Mã nội dung kiểm tra lạ",
        fix="Dùng mã đã biết, hoặc ghi nội dung bằng lời.",
        why="Contents are counted by code at the end of the year."),
    conclusion_contradicts_the_row,
    in_the_future("INS214", Inspection, "decision_date", "self_report_on", "conclusion_date", "remedied_on",
        title="Ngày ở tương lai", fix="Kiểm tra lại ngày, nhất là năm.",
        why="Decision, receipt, conclusion and remedy are entered once they have happened."),
    decision_number_malformed, concluded_before_it_ended,
)  # fmt: skip
