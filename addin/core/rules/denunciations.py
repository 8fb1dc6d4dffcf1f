"""Tố cáo: restricted. No message of this module repeats the accuser, nor what was denounced.

There is deliberately no rule that compares the accuser with other sheets (an inspection team, say): the finding
alone, read beside the team, would tell who it was.
"""

from __future__ import annotations

from collections.abc import Iterator

from addin.core.findings import Severity
from addin.core.rules.context import Context
from addin.core.rules.rule import Flag, Rule, flag, rule
from addin.core.rules.shapes import in_the_future, known_person, left_blank, required
from addin.core.tables.rows.discipline import Denunciation
from addin.glossary import person_key

SECRECY = "21-QD-TW-2026"
ANONYMOUS = "296-QD-TW-2025"


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


RULES: tuple[Rule, ...] = (
    required("DEN101", Denunciation, title="Tố cáo thiếu thông tin bắt buộc",
        fix="Ghi đủ ngày nhận, đảng viên bị tố cáo và nội dung.", why="What was received, when, about whom."),
    left_blank("DEN102", Denunciation, "accuser", "Đơn nhận ngày {received_on} chưa ghi người tố cáo.",
        when=lambda *_: True, unwritten="…",
        title="Tố cáo không ghi người tố cáo",
        fix="Đơn không rõ người tố cáo thì không giải quyết theo thủ tục tố cáo; nội dung cụ thể có thể dùng để xem xét dấu hiệu vi phạm.",
        why="Anonymous denunciations are not settled as such, but concrete content may lead to an inspection.",
        cites=ANONYMOUS, severity=Severity.NOTICE),
    required("DEN103", Denunciation, "conclusion", when=lambda row, _: row.cleared is True,
        title="Tố cáo không có cơ sở nhưng chưa ghi kết luận",
        fix="Ghi kết luận và lý do, để bảo vệ người bị tố cáo sai.",
        why="Who is cleared is cleared with a reason, and it is kept out of ratings.", severity=Severity.WARNING),
    in_the_future("DEN201", Denunciation, "received_on", title="Ngày nhận đơn ở tương lai",
        fix="Kiểm tra lại ngày, nhất là năm.", why="What was received has been received."),
    known_person("DEN301", Denunciation, "member", title="Người bị tố cáo không có trong danh sách đảng viên",
        fix="Sửa tên theo sheet Đảng viên; người của nơi khác thì chuyển đơn.",
        why="A cell settles what concerns its members."),
    accuser_named_elsewhere,
)  # fmt: skip
