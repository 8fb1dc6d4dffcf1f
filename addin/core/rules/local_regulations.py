"""Quy định: what the cell adds to the built-in register, usually its superior's own texts."""

from __future__ import annotations

from collections.abc import Iterator

from addin.core.findings import Severity
from addin.core.regulations.parsing import find_cited
from addin.core.rules.context import Context
from addin.core.rules.rule import Flag, Rule, flag, rule
from addin.core.rules.shapes import date_order, folded, repeated, required
from addin.core.tables.known_regulations import successor
from addin.core.tables.rows.papers import LocalRegulation


@rule(
    "REG302",
    Severity.NOTICE,
    title="Văn bản thay thế chưa rõ, chưa ghi ngày hết hiệu lực",
    fix="Ghi ngày ở “Hiệu lực đến”, hoặc thêm văn bản thay thế vào sheet Quy định.",
)
def replaced_by_what_nobody_knows(row: LocalRegulation, context: Context) -> Iterator[Flag]:
    """Until when a text may be cited follows from its end or from its successor."""
    if row.replaced_by and row.in_force_to is None and successor(row, context.book) is None:
        yield flag(row, "replaced_by", f"Thay thế bởi “{row.replaced_by}”.")


@rule(
    "REG303",
    Severity.WARNING,
    title="Ngày ban hành khác danh mục có sẵn",
    fix="Đối chiếu với văn bản gốc; văn bản của Trung ương đã có sẵn thì không cần ghi.",
)
def issued_on_another_day_than_the_register_says(row: LocalRegulation) -> Iterator[Flag]:
    """One number of the centre with two days is a slip in one of them."""
    for cited in find_cited(row.number or ""):
        known = cited.candidates[0] if len(cited.candidates) == 1 else None
        if known and known.issued and row.issued_on and (row.issued_on < known.issued or row.issued_on > known.issued):
            yield flag(row, "issued_on", f"Đang ghi {row.issued_on}; danh mục có {known.cite_with_day()}.", related=("number",))


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
    replaced_by_what_nobody_knows, issued_on_another_day_than_the_register_says,
)  # fmt: skip
