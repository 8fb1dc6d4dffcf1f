"""Đề xuất and Cam kết: what was proposed or promised, and what became of it (R38, R59)."""

from __future__ import annotations

from collections.abc import Iterator

from addin.core.findings import Severity
from addin.core.rules.context import Context
from addin.core.rules.rule import Flag, Rule, flag, rule
from addin.core.rules.shapes import date_order, known_person, required
from addin.core.tables.rows.activities import Commitment, Proposal
from addin.core.tables.waiting import is_waiting_too_long
from addin.glossary.choices import ProposalDecision

PROPOSAL_DAYS = "records.proposal_days"


@rule(
    "PRP202",
    Severity.WARNING,
    title="Đề xuất không được chấp nhận nhưng ghi đã thực hiện",
    fix="Sửa kết quả xem xét, hoặc xoá ngày thực hiện.",
)
def refused_but_done(proposal: Proposal) -> Iterator[Flag]:
    """What was refused was not carried out."""
    if proposal.decision == ProposalDecision.REFUSED and proposal.done_on:
        message = f"Kết quả xem xét “{proposal.decision}” nhưng ghi thực hiện ngày {proposal.done_on}."
        yield flag(proposal, "decision", message, related=("done_on",))


@rule(
    "PRP203",
    Severity.NOTICE,
    title="Đề xuất chờ lâu chưa có kết quả",
    fix="Xem xét, thực hiện rồi ghi kết quả xem xét và ngày thực hiện.",
)
def proposal_waiting_too_long(proposal: Proposal, context: Context) -> Iterator[Flag]:
    """A proposal nobody answers is the last one its author makes."""
    allowed = context.parameter(PROPOSAL_DAYS)
    if allowed is not None and is_waiting_too_long(proposal, int(allowed.share), context.on):
        state = "đã chấp nhận, chưa ghi ngày thực hiện" if proposal.decision == ProposalDecision.ACCEPTED else "chưa có kết quả xem xét"
        yield flag(proposal, "decision", f"Đề xuất ngày {proposal.date}, quá {int(allowed.share)} ngày {state}.", related=("date",))


RULES: tuple[Rule, ...] = (
    required("PRP101", Proposal, title="Đề xuất thiếu thông tin bắt buộc",
        fix="Ghi đủ ngày, người đề xuất và nội dung.", why="Who proposed what, and when."),
    date_order("PRP201", Proposal, "date", "done_on", "Đề xuất ngày {date} lại thực hiện ngày {done_on}.",
        title="Thực hiện trước khi đề xuất", fix="Sửa ngày đề xuất hoặc ngày thực hiện.", why="Time runs forward."),
    refused_but_done, proposal_waiting_too_long,
    known_person("PRP301", Proposal, "by", title="Người đề xuất không xác định được",
        fix="Sửa tên theo sheet Đảng viên.", why="Proposals are to somebody's credit.", severity=Severity.WARNING),
    required("CMT101", Commitment, title="Cam kết thiếu thông tin bắt buộc",
        fix="Ghi đủ năm, đảng viên và nội dung cam kết.", why="Who promised what, for which year."),
    required("CMT102", Commitment, "result",
        when=lambda row, context: row.year is not None and row.year < context.on.year,
        title="Cam kết của năm đã qua chưa ghi kết quả", fix="Chọn kết quả: Đạt, Chưa đạt hoặc Chuyển năm sau.",
        why="A commitment is checked when its year is over, and carried on where it was not kept.",
        severity=Severity.NOTICE),
    known_person("CMT301", Commitment, "member", title="Người cam kết không có trong danh sách đảng viên",
        fix="Sửa tên theo sheet Đảng viên.", why="A commitment is checked in one member's review."),
)  # fmt: skip
