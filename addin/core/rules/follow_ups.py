"""Đề xuất and Cam kết: what was proposed or promised, and what became of it (R38, R59)."""

from __future__ import annotations

from collections.abc import Iterator

from addin.core.findings import Severity
from addin.core.rules.blanks import blank_squares, required_squares
from addin.core.rules.context import Context
from addin.core.rules.periods import later_than
from addin.core.rules.roll import unknown_names
from addin.core.rules.rule import Flag, flag, rule
from addin.core.tables.rows.activities import Commitment, Proposal


@rule(
    "PRP101",
    Severity.ERROR,
    title="Đề xuất thiếu thông tin bắt buộc",
    fix="Ghi đủ ngày, người đề xuất và nội dung.",
)
def proposal_incomplete(proposal: Proposal, context: Context) -> Iterator[Flag]:
    """Who proposed what, and when."""
    yield from required_squares(proposal, "proposals", context)


@rule(
    "PRP201", Severity.ERROR, title="Thực hiện trước khi đề xuất", fix="Sửa ngày đề xuất hoặc ngày thực hiện."
)
def done_before_proposed(proposal: Proposal) -> Iterator[Flag]:
    """Time runs forward."""
    if later_than(proposal.date, proposal.done_on):
        message = f"Đề xuất ngày {proposal.date} lại thực hiện ngày {proposal.done_on}."
        yield flag(proposal, "done_on", message, related=("date",))


@rule(
    "PRP202",
    Severity.WARNING,
    title="Đề xuất không được chấp nhận nhưng ghi đã thực hiện",
    fix="Sửa kết quả xem xét, hoặc xoá ngày thực hiện.",
)
def refused_but_done(proposal: Proposal) -> Iterator[Flag]:
    """What was refused was not carried out."""
    if proposal.decision == "Không" and proposal.done_on:
        message = f"Kết quả xem xét “{proposal.decision}” nhưng ghi thực hiện ngày {proposal.done_on}."
        yield flag(proposal, "decision", message, related=("done_on",))


@rule(
    "PRP301", Severity.WARNING, title="Người đề xuất không xác định được", fix="Sửa tên theo sheet Đảng viên."
)
def proposer_not_on_the_roll(proposal: Proposal, context: Context) -> Iterator[Flag]:
    """Proposals are to somebody's credit."""
    yield from unknown_names(proposal, "by", context)


@rule(
    "CMT101",
    Severity.ERROR,
    title="Cam kết thiếu thông tin bắt buộc",
    fix="Ghi đủ năm, đảng viên và nội dung cam kết.",
)
def commitment_incomplete(commitment: Commitment, context: Context) -> Iterator[Flag]:
    """Who promised what, for which year."""
    yield from required_squares(commitment, "commitments", context)


@rule(
    "CMT102",
    Severity.NOTICE,
    title="Cam kết của năm đã qua chưa ghi kết quả",
    fix="Chọn kết quả: Đạt, Chưa đạt hoặc Chuyển năm sau.",
)
def commitment_without_result(commitment: Commitment, context: Context) -> Iterator[Flag]:
    """A commitment is checked when its year is over, and carried on where it was not kept."""
    if commitment.year and commitment.year < context.on.year:
        yield from blank_squares(commitment, "commitments", context, "result")


@rule(
    "CMT301",
    Severity.ERROR,
    title="Người cam kết không có trong danh sách đảng viên",
    fix="Sửa tên theo sheet Đảng viên.",
)
def committed_member_not_on_the_roll(commitment: Commitment, context: Context) -> Iterator[Flag]:
    """A commitment is checked in one member's review."""
    yield from unknown_names(commitment, "member", context)
