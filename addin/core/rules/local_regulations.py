"""Quy định: what the cell adds to the built-in register, usually its superior's own texts."""

from __future__ import annotations

from collections.abc import Iterator

from addin.core.findings import Severity
from addin.core.rules.blanks import required_squares
from addin.core.rules.context import Context
from addin.core.rules.periods import is_reversed, later_than
from addin.core.rules.repeats import repeated, standing_at
from addin.core.rules.rule import Flag, flag, rule
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.papers import LocalRegulation


@rule(
    "REG101",
    Severity.ERROR,
    title="Văn bản quy định thiếu số hoặc ngày",
    fix="Ghi số, ký hiệu và ngày ban hành.",
)
def regulation_incomplete(row: LocalRegulation, context: Context) -> Iterator[Flag]:
    """A text is cited by number and date."""
    yield from required_squares(row, "regulations", context)


@rule(
    "REG201", Severity.ERROR, title="Hết hiệu lực trước khi có hiệu lực", fix="Sửa ngày hiệu lực từ hoặc đến."
)
def ends_before_it_is_in_force(row: LocalRegulation) -> Iterator[Flag]:
    """Time runs forward."""
    if is_reversed(row.in_force_from, row.in_force_to):
        message = f"Hiệu lực từ {row.in_force_from} lại đến {row.in_force_to}."
        yield flag(row, "in_force_to", message, related=("in_force_from",))


@rule(
    "REG202",
    Severity.WARNING,
    title="Có hiệu lực trước ngày ban hành",
    fix="Đối chiếu ngày ban hành và ngày có hiệu lực.",
)
def in_force_before_issued(row: LocalRegulation) -> Iterator[Flag]:
    """A text binds from its issue at the earliest."""
    if later_than(row.issued_on, row.in_force_from):
        message = f"Ban hành ngày {row.issued_on}, hiệu lực từ {row.in_force_from}."
        yield flag(row, "in_force_from", message, related=("issued_on",))


@rule("REG301", Severity.WARNING, title="Văn bản quy định ghi hai lần", fix="Xoá dòng thừa.")
def regulation_repeated(book: Book, context: Context) -> Iterator[Flag]:
    """A text listed twice would be cited twice."""

    def key_of(row: LocalRegulation) -> tuple[object, ...] | None:
        return (context.fold(row.number), row.issued_on, context.fold(row.issuer)) if row.number else None

    for row, first in repeated(book.regulations, key_of):
        message = f"“{row.number}” đã có ở {standing_at(row, first)}."
        yield Flag(row.place("number"), message, (first.place("number"),))
