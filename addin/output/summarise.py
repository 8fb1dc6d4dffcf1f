"""Tells the figures of a year or a term; in a box only how many, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from addin.core.numerals import padded
from addin.documents.parts.figure_words import figure_words
from addin.jobs.summarise import SummariseResult
from addin.output.forms import plain


def form(result: SummariseResult) -> dict[str, Any]:
    """`{"workbook", "from", "to", "figures": [{"id", "value", "places"}], "missing", "gaps", "offered", "accepted"}`."""
    return {
        "workbook": result.workbook,
        "from": result.interval.first,
        "to": result.interval.last,
        "figures": [
            {"id": figure.id, "value": plain(figure.value), "places": plain(figure.places)} for figure in result.figures.figures
        ],
        "missing": list(result.figures.missing),
        "gaps": list(result.gaps),
        "offered": [{"text": one.text, "figure": one.figure, "places": plain(one.places)} for one in result.offered],
        "accepted": list(result.accepted),
    }


def lines(result: SummariseResult) -> Iterator[str]:
    """Every figure that is one value."""
    yield _head(result)
    for figure in result.figures.figures:
        if figure.value is not None and not isinstance(figure.value, list | tuple | dict):
            yield f"• {figure.label}: {figure_words(figure)}"
    yield from _lacking(result)
    yield from _offered(result)


def box(result: SummariseResult) -> Iterator[str]:
    """The figures stand in the papers."""
    yield _head(result)
    yield from _lacking(result)
    if result.offered:
        yield f"Có {padded(len(result.offered))} câu gợi ý cho mục Hạn chế ở sheet “Gợi ý” của tệp số liệu; nhận câu nào thì ghi vào sheet Bài học."


def _head(result: SummariseResult) -> str:
    return f"Tổng kết {result.interval.words}: {len(result.figures.figures)} số liệu."


def _lacking(result: SummariseResult) -> Iterator[str]:
    yield from (f"Chưa có số liệu: {text}" for text in result.figures.missing)
    yield from (f"Còn để trống trong báo cáo: {gap}." for gap in result.gaps)
    if result.refused:
        yield result.refused
    yield from (f"Đã đưa vào mục Hạn chế: {text}." for text in result.accepted)


def _offered(result: SummariseResult) -> Iterator[str]:
    """Each with its number; nothing of it stands in the report."""
    if result.offered and not result.accepted:
        yield "Gợi ý cho mục Hạn chế, chưa đưa vào báo cáo; nhận câu nào thì thêm --accept “1;3” (hoặc all), hay tự ghi vào sheet Bài học:"
        yield from (f"  {number}. {one.text}." for number, one in enumerate(result.offered, 1))
