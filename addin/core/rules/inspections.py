"""Kiểm tra: one turn against itself, from decision to conclusion. Remedies are in `remedies`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from addin.core.dates import PartialDate, vn_date
from addin.core.findings import Severity
from addin.core.rules.blanks import blank_squares, is_blank, required_squares
from addin.core.rules.context import Context
from addin.core.rules.periods import is_reversed, later_than
from addin.core.rules.plans import unknown_codes
from addin.core.rules.rule import Flag, flag, rule
from addin.core.tables.paper_numbers import read_number
from addin.core.tables.rows.inspections import Inspection

GOOD = "Tốt"
LIMITED = "Có hạn chế"
TO_DISCIPLINE = "Vi phạm phải kỷ luật"
SELF_REPORT = "Báo cáo tự kiểm tra"


@rule(
    "INS101",
    Severity.ERROR,
    title="Lượt kiểm tra thiếu thông tin bắt buộc",
    fix="Ghi đủ năm, hình thức, đảng viên và nội dung.",
)
def inspection_incomplete(inspection: Inspection, context: Context) -> Iterator[Flag]:
    """A turn is counted by year, kind, member and content."""
    yield from required_squares(inspection, "inspections", context)


@rule(
    "INS102",
    Severity.WARNING,
    title="Thiếu số quyết định kiểm tra",
    fix="Ghi số quyết định (hoặc kế hoạch) kiểm tra.",
)
def decision_number_missing(inspection: Inspection, context: Context) -> Iterator[Flag]:
    """An inspection opens with a numbered paper of the cell."""
    yield from blank_squares(inspection, "inspections", context, "decision_no")


@rule(
    "INS103",
    Severity.WARNING,
    title="Thiếu ngày quyết định kiểm tra",
    fix="Ghi ngày ký quyết định (hoặc kế hoạch) kiểm tra.",
)
def decision_date_missing(inspection: Inspection, context: Context) -> Iterator[Flag]:
    """The date decides which regulations the decision cites."""
    yield from blank_squares(inspection, "inspections", context, "decision_date")


@rule("INS104", Severity.WARNING, title="Kết luận chưa ghi ngày", fix="Ghi ngày thông báo kết luận.")
def conclusion_without_date(inspection: Inspection, context: Context) -> Iterator[Flag]:
    """Deadlines for remedies and reports run from the conclusion."""
    if inspection.conclusion:
        yield from blank_squares(inspection, "inspections", context, "conclusion_date")


@rule(
    "INS105",
    Severity.WARNING,
    title="Kết luận chưa đủ ưu điểm và hạn chế",
    fix="Ghi cả ưu điểm và hạn chế, khuyết điểm để đảng viên phấn đấu.",
)
def conclusion_one_sided(inspection: Inspection, context: Context) -> Iterator[Flag]:
    """Each conclusion says what was good and what was not: the member is to keep striving."""
    if inspection.conclusion:
        yield from blank_squares(inspection, "inspections", context, "strengths", "shortcomings")


@rule(
    "INS106",
    Severity.WARNING,
    title="Đã kết thúc mà chưa có kết luận",
    fix="Ghi kết luận kiểm tra, hoặc sửa ngày kết thúc.",
)
def ended_without_conclusion(inspection: Inspection, context: Context) -> Iterator[Flag]:
    """An inspection ends with the cell's conclusion."""
    if inspection.ends_on and inspection.ends_on < context.on and is_blank(inspection, "conclusion", context):
        message = f"Kết thúc ngày {inspection.ends_on} mà chưa ghi kết luận."
        yield flag(inspection, "conclusion", message, related=("ends_on",))


@rule(
    "INS107",
    Severity.NOTICE,
    title="Chưa ghi tổ trưởng tổ kiểm tra",
    fix="Ghi tổ trưởng tổ kiểm tra; chi bộ không có chi uỷ thì ghi rõ ở Thiết lập.",
)
def team_lead_missing(inspection: Inspection, context: Context) -> Iterator[Flag]:
    """A cell with a committee works through a team; the light procedure of a small cell needs none."""
    if context.book.settings.has_committee is not False:
        yield from blank_squares(inspection, "inspections", context, "team_lead")


@rule(
    "INS108",
    Severity.NOTICE,
    title="Chưa ghi có hay không biểu hiện suy thoái",
    fix="Ghi “không” nếu đã kiểm tra và không có; để trống nghĩa là chưa biết.",
)
def degradation_not_stated(inspection: Inspection, context: Context) -> Iterator[Flag]:
    """A nil finding is printed only where somebody entered it: blank is never "no"."""
    if inspection.conclusion and is_blank(inspection, "degradation", context):
        yield flag(inspection, "degradation", "Đã kết luận nhưng ô này còn trống.", related=("conclusion",))


@rule(
    "INS201",
    Severity.WARNING,
    title="Ngày quyết định không thuộc năm kiểm tra",
    fix="Sửa năm hoặc ngày quyết định.",
)
def decision_in_another_year(inspection: Inspection) -> Iterator[Flag]:
    """A turn is counted in the year of its plan, and decided in that year."""
    decided, year = inspection.decision_date, inspection.year
    if decided and year and decided.year != year:
        yield flag(
            inspection, "decision_date", f"Năm {year} nhưng quyết định ngày {decided}.", related=("year",)
        )


@rule(
    "INS202",
    Severity.ERROR,
    title="Kiểm tra bắt đầu trước ngày quyết định",
    fix="Sửa ngày bắt đầu hoặc ngày quyết định.",
)
def started_before_the_decision(inspection: Inspection) -> Iterator[Flag]:
    """Nobody is inspected before the cell decided it."""
    if later_than(inspection.decision_date, inspection.starts_on):
        message = f"Bắt đầu {inspection.starts_on}, trước ngày quyết định {inspection.decision_date}."
        yield flag(inspection, "starts_on", message, related=("decision_date",))


@rule(
    "INS203",
    Severity.ERROR,
    title="Kiểm tra kết thúc trước khi bắt đầu",
    fix="Sửa ngày bắt đầu hoặc ngày kết thúc.",
)
def ended_before_it_started(inspection: Inspection) -> Iterator[Flag]:
    """Time runs forward."""
    if is_reversed(inspection.starts_on, inspection.ends_on):
        message = f"Bắt đầu {inspection.starts_on} lại kết thúc {inspection.ends_on}."
        yield flag(inspection, "ends_on", message, related=("starts_on",))


@rule(
    "INS204",
    Severity.WARNING,
    title="Kiểm tra dài hơn thời hạn",
    fix="Kết thúc đúng hạn, hoặc sửa “Thời hạn kiểm tra” trong Thiết lập theo hướng dẫn của đảng uỷ.",
    cites="inspection.max_days",
)
def inspection_too_long(inspection: Inspection, context: Context) -> Iterator[Flag]:
    """No central limit was found for a cell: the setting's, or its default, applies."""
    first = inspection.starts_on.exact if inspection.starts_on else None
    last = inspection.ends_on.exact if inspection.ends_on else None
    limit = context.book.settings.inspection_max_days
    if first and last and last - first > timedelta(days=limit):
        message = (
            f"Kiểm tra {(last - first).days} ngày ({vn_date(first)} – {vn_date(last)}), quá {limit} ngày."
        )
        yield flag(inspection, "ends_on", message, related=("starts_on",), as_of=first)


@rule(
    "INS208",
    Severity.WARNING,
    title="Nộp báo cáo tự kiểm tra muộn",
    fix="Ghi rõ lý do nộp muộn, hoặc sửa ngày.",
)
def self_report_late(inspection: Inspection) -> Iterator[Flag]:
    """The self-report is asked for by a day."""
    if later_than(inspection.self_report_on, inspection.self_report_due):
        message = f"Nộp ngày {inspection.self_report_on}, sau hạn {inspection.self_report_due}."
        yield flag(inspection, "self_report_on", message, related=("self_report_due",))


@rule(
    "INS209",
    Severity.WARNING,
    title="Quá hạn chưa nộp báo cáo tự kiểm tra",
    fix="Nhắc đảng viên nộp báo cáo và ghi ngày nộp.",
)
def self_report_overdue(inspection: Inspection, context: Context) -> Iterator[Flag]:
    """Without the self-report the inspection has nothing to start from."""
    due = inspection.self_report_due
    if due and due < context.on and is_blank(inspection, "self_report_on", context):
        message = f"Hạn nộp {due}, đến {vn_date(context.on)} chưa ghi ngày nộp."
        yield flag(inspection, "self_report_on", message, related=("self_report_due",))


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
    if inspection.evidence and set(inspection.evidence) == {SELF_REPORT}:
        yield flag(inspection, "evidence", f"Nguồn chứng cứ duy nhất là “{SELF_REPORT}”.")


@rule(
    "INS212",
    Severity.NOTICE,
    title="Mã nội dung kiểm tra lạ",
    fix="Dùng mã đã biết, hoặc ghi nội dung bằng lời.",
)
def inspection_content_unknown(inspection: Inspection) -> Iterator[Flag]:
    """Contents are counted by code at the end of the year."""
    yield from unknown_codes(inspection, inspection.contents)


@rule(
    "INS213",
    Severity.ERROR,
    title="Kết luận trái với kết quả ghi cùng dòng",
    fix="Sửa kết luận, hoặc sửa ô trái với kết luận.",
)
def conclusion_contradicts_the_row(inspection: Inspection) -> Iterator[Flag]:
    """A good conclusion cannot stand beside degradation."""
    if inspection.conclusion == GOOD and inspection.degradation is True:
        message = f"Kết luận “{GOOD}” nhưng ghi có biểu hiện suy thoái."
        yield flag(inspection, "conclusion", message, related=("degradation",))


@rule("INS214", Severity.WARNING, title="Ngày ở tương lai", fix="Kiểm tra lại ngày, nhất là năm.")
def inspection_date_in_the_future(inspection: Inspection, context: Context) -> Iterator[Flag]:
    """Decision, receipt, conclusion and remedy are entered once they have happened."""
    dates: dict[str, PartialDate | None] = {
        "decision_date": inspection.decision_date,
        "self_report_on": inspection.self_report_on,
        "conclusion_date": inspection.conclusion_date,
        "remedied_on": inspection.remedied_on,
    }
    for key, day in dates.items():
        if later_than(day, context.on):
            yield flag(inspection, key, f"Ngày {day} sau hôm nay ({vn_date(context.on)}).")


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
