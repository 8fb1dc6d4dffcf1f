"""Limitations the figures themselves show, offered as sentences: none stands in a report before a person accepts it.

Accepted is what stands in Bài học, or what a person names by its number when the report is made.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from addin.core.numerals import padded
from addin.core.places import Place
from addin.documents.parts.report_material import Span

if TYPE_CHECKING:
    from addin.core.summaries.figures import Figures

_SHOWN: tuple[tuple[str, Callable[[str, Span], str]], ...] = (
    ("supervision.members_never_noted", lambda n, span: f"Còn {n} đảng viên chưa có ghi nhận giám sát nào trong {span.words}"),
    ("supervision.repeated_texts", lambda n, _: f"Còn {n} ghi nhận giám sát trùng nguyên văn nhau, chưa sát từng đảng viên"),
    ("supervision.without_action", lambda n, _: f"Còn {n} hạn chế, dấu hiệu vi phạm đã ghi nhận mà chưa ghi kết quả xử lý"),
    ("remedies.overdue", lambda n, _: f"Còn {n} yêu cầu khắc phục sau kiểm tra quá hạn chưa thực hiện"),
    ("remedies.done_late", lambda n, _: f"Có {n} yêu cầu khắc phục thực hiện sau hạn"),
    ("plan.late", lambda n, span: f"Còn {n} việc trong kế hoạch kiểm tra, giám sát {span.words} quá hạn chưa hoàn thành"),
    ("tasks.overdue", lambda n, _: f"Còn {n} nhiệm vụ chi bộ giao cho đảng viên quá hạn chưa hoàn thành"),
)


@dataclass(frozen=True, slots=True)
class Offer:
    """One sentence, the figure it rests on, and that figure's squares."""

    text: str
    figure: str
    places: tuple[Place, ...]


def offers(figures: Figures) -> tuple[Offer, ...]:
    """In the order of the report; a figure that is unknown or nought offers nothing."""
    span = Span(figures.first_year, figures.last_year)
    found = ((figures.get(identifier), sentence) for identifier, sentence in _SHOWN)
    counted = ((figure, sentence, _count(figure.value)) for figure, sentence in found)
    return tuple(Offer(sentence(padded(count), span), figure.id, figure.places) for figure, sentence, count in counted if count)


def _count(value: object) -> int:
    if isinstance(value, tuple | list):
        return len(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else 0
