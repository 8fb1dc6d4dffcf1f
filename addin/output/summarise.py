"""Tells the figures of a year or a term; in a box only how many, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from addin.documents.parts.figure_words import figure_words
from addin.jobs.summarise import SummariseResult
from addin.output.forms import plain


def form(result: SummariseResult) -> dict[str, Any]:
    """`{"workbook", "from", "to", "figures": [{"id", "value", "places"}], "missing", "gaps"}`."""
    return {
        "workbook": result.workbook,
        "from": result.interval.first,
        "to": result.interval.last,
        "figures": [
            {"id": figure.id, "value": plain(figure.value), "places": plain(figure.places)} for figure in result.figures.figures
        ],
        "missing": list(result.figures.missing),
        "gaps": list(result.gaps),
    }


def lines(result: SummariseResult) -> Iterator[str]:
    """Every figure that is one value."""
    yield _head(result)
    for figure in result.figures.figures:
        if figure.value is not None and not isinstance(figure.value, list | tuple | dict):
            yield f"• {figure.label}: {figure_words(figure)}"
    yield from _lacking(result)


def box(result: SummariseResult) -> Iterator[str]:
    """The figures stand in the papers."""
    yield _head(result)
    yield from _lacking(result)


def _head(result: SummariseResult) -> str:
    return f"Tổng kết {result.interval.words}: {len(result.figures.figures)} số liệu."


def _lacking(result: SummariseResult) -> Iterator[str]:
    yield from (f"Chưa có số liệu: {text}" for text in result.figures.missing)
    yield from (f"Còn để trống trong báo cáo: {gap}." for gap in result.gaps)
