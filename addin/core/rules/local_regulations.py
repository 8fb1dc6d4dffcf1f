"""Quy định: what the cell adds to the built-in register, usually its superior's own texts."""

from __future__ import annotations

from addin.core.findings import Severity
from addin.core.rules.rule import Rule
from addin.core.rules.shapes import date_order, folded, repeated, required
from addin.core.tables.rows.papers import LocalRegulation

RULES: tuple[Rule, ...] = (
    required("REG101", LocalRegulation, title="Văn bản quy định thiếu số hoặc ngày",
        fix="Ghi số, ký hiệu và ngày ban hành.", why="A text is cited by number and date."),
    date_order("REG201", LocalRegulation, "in_force_from", "in_force_to",
        "Hiệu lực từ {in_force_from} lại đến {in_force_to}.",
        title="Hết hiệu lực trước khi có hiệu lực", fix="Sửa ngày hiệu lực từ hoặc đến.", why="Time runs forward."),
    date_order("REG202", LocalRegulation, "issued_on", "in_force_from",
        "Ban hành ngày {issued_on}, hiệu lực từ {in_force_from}.",
        title="Có hiệu lực trước ngày ban hành", fix="Đối chiếu ngày ban hành và ngày có hiệu lực.",
        why="A text binds from its issue at the earliest.", severity=Severity.WARNING),
    repeated("REG301", LocalRegulation, folded("number"), also=("issued_on", folded("issuer")),
        message="“{number}” đã có ở {there}.",
        title="Văn bản quy định ghi hai lần", fix="Đối chiếu hai dòng; nếu là một, ghi chung vào một dòng.", why="A text listed twice would be cited twice.",
        severity=Severity.WARNING),
)  # fmt: skip
