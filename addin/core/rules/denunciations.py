"""Tố cáo: restricted. No message of this module repeats the accuser, nor what was denounced.

There is deliberately no rule that compares the accuser with other sheets (an inspection team, say): the finding
alone, read beside the team, would tell who it was.
"""

from __future__ import annotations

from collections.abc import Iterator

from addin.core.dates import vn_date
from addin.core.findings import Severity
from addin.core.rules.blanks import blank_squares, is_blank, required_squares
from addin.core.rules.context import Context
from addin.core.rules.periods import later_than
from addin.core.rules.roll import unknown_names
from addin.core.rules.rule import Flag, flag, rule
from addin.core.tables.rows.discipline import Denunciation
from addin.glossary import person_key

SECRECY = "21-QD-TW-2026"
ANONYMOUS = "296-QD-TW-2025"


@rule(
    "DEN101",
    Severity.ERROR,
    title="Tố cáo thiếu thông tin bắt buộc",
    fix="Ghi đủ ngày nhận, đảng viên bị tố cáo và nội dung.",
)
def denunciation_incomplete(denunciation: Denunciation, context: Context) -> Iterator[Flag]:
    """What was received, when, about whom."""
    yield from required_squares(denunciation, "denunciations", context)


@rule(
    "DEN102",
    Severity.NOTICE,
    title="Tố cáo không ghi người tố cáo",
    fix="Đơn không rõ người tố cáo thì không giải quyết theo thủ tục tố cáo; nội dung cụ thể có thể dùng để xem xét dấu hiệu vi phạm.",
    cites=ANONYMOUS,
)
def accuser_unknown(denunciation: Denunciation, context: Context) -> Iterator[Flag]:
    """Anonymous denunciations are not settled as such, but concrete content may lead to an inspection."""
    if is_blank(denunciation, "accuser", context):
        yield flag(
            denunciation, "accuser", f"Đơn nhận ngày {denunciation.received_on or '…'} chưa ghi người tố cáo."
        )


@rule(
    "DEN103",
    Severity.WARNING,
    title="Tố cáo không có cơ sở nhưng chưa ghi kết luận",
    fix="Ghi kết luận và lý do, để bảo vệ người bị tố cáo sai.",
)
def cleared_without_conclusion(denunciation: Denunciation, context: Context) -> Iterator[Flag]:
    """Who is cleared is cleared with a reason, and it is kept out of ratings."""
    if denunciation.cleared is True:
        yield from blank_squares(denunciation, "denunciations", context, "conclusion")


@rule("DEN201", Severity.WARNING, title="Ngày nhận đơn ở tương lai", fix="Kiểm tra lại ngày, nhất là năm.")
def denounced_in_the_future(denunciation: Denunciation, context: Context) -> Iterator[Flag]:
    """What was received has been received."""
    if later_than(denunciation.received_on, context.on):
        yield flag(
            denunciation,
            "received_on",
            f"Ngày {denunciation.received_on} sau hôm nay ({vn_date(context.on)}).",
        )


@rule(
    "DEN301",
    Severity.ERROR,
    title="Người bị tố cáo không có trong danh sách đảng viên",
    fix="Sửa tên theo sheet Đảng viên; người của nơi khác thì chuyển đơn.",
)
def denounced_member_not_on_the_roll(denunciation: Denunciation, context: Context) -> Iterator[Flag]:
    """A cell settles what concerns its members."""
    yield from unknown_names(denunciation, "member", context)


@rule(
    "DEN401",
    Severity.ERROR,
    title="Lộ tên người tố cáo",
    fix="Xoá tên người tố cáo khỏi ô này; chỉ để ở cột “Người tố cáo”.",
    cites=SECRECY,
)
def accuser_named_elsewhere(denunciation: Denunciation, context: Context) -> Iterator[Flag]:
    """The accuser is kept secret, even from the accused: the name stands in its own restricted column only."""
    accuser = person_key(denunciation.accuser) if denunciation.accuser else ""
    if not accuser or " " not in accuser:
        return
    for key in ("content", "status", "conclusion"):
        if f" {accuser} " in f" {context.fold(getattr(denunciation, key))} ":
            yield flag(denunciation, key, "Ô này nêu tên người tố cáo.")
