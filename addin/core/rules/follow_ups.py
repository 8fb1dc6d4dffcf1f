"""Đề xuất and Cam kết: what was proposed or promised, and what became of it (R38, R59)."""

from __future__ import annotations

from collections.abc import Iterator

from addin.core.findings import Severity
from addin.core.rules.rule import Flag, Rule, flag, rule
from addin.core.rules.shapes import date_order, known_person, required
from addin.core.tables.rows.activities import Commitment, Proposal
from addin.glossary.choices import ProposalDecision


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


RULES: tuple[Rule, ...] = (
    required("PRP101", Proposal, title="Đề xuất thiếu thông tin bắt buộc",
        fix="Ghi đủ ngày, người đề xuất và nội dung.", why="Who proposed what, and when."),
    date_order("PRP201", Proposal, "date", "done_on", "Đề xuất ngày {date} lại thực hiện ngày {done_on}.",
        title="Thực hiện trước khi đề xuất", fix="Sửa ngày đề xuất hoặc ngày thực hiện.", why="Time runs forward."),
    refused_but_done,
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
