"""What the charts of the summary workbook show: small tables taken from the figures, each with its alt text.

A chart whose figure nobody entered is not drawn; the sheet says so instead. Series differ by pattern and
carry their numbers, so that nothing is told by colour only (F75).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from addin import glossary
from addin.core.numerals import percent, rounded_text
from addin.documents.parts.figure_words import key_words

if TYPE_CHECKING:
    from addin.core.summaries.figures import Figures

_LEVELS = ("HTXS", "HTT", "HTN", "KHT")
_ANY_YEAR = 2020


@dataclass(frozen=True, slots=True)
class ChartTable:
    """`rows` are category and one number a series; `shape` is XlsxWriter's type, `stacked` its subtype."""

    title: str
    figure: str
    shape: str
    axis: str
    series: tuple[str, ...]
    rows: tuple[tuple[str, tuple[float | None, ...]], ...]
    stacked: bool = False
    is_share: bool = False

    @property
    def description(self) -> str:
        """The alternative text: everything the chart shows, in words."""
        told = []
        for category, numbers in self.rows:
            pairs = zip(self.series, numbers, strict=True)
            parts = [f"{name} {self._shown(number)}" for name, number in pairs if number is not None]
            told.append(f"{category}: {', '.join(parts)}")
        return f"Biểu đồ {self.title}. {'; '.join(told)}."

    def _shown(self, number: float) -> str:
        return percent(number) if self.is_share else rounded_text(number)


def chart_tables(figures: Figures) -> tuple[ChartTable, ...]:
    """Ratings by level, turns by year, coverage, shortcomings by kind; those without figures have no rows."""
    return (_ratings(figures), _turns(figures), _coverage(figures), _shortcomings(figures))


def _mapping(figures: Figures, identifier: str) -> Mapping[str, object]:
    value = figures.value(identifier)
    return value if isinstance(value, Mapping) else {}


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _ratings(figures: Figures) -> ChartTable:
    by_year = _mapping(figures, "ratings.by_level")
    rows = tuple(
        (f"Năm {year}", tuple(_number(counts.get(level)) for level in _LEVELS))
        for year, counts in by_year.items()
        if isinstance(counts, Mapping)
    )
    words = tuple(glossary.level_words(level, _ANY_YEAR, "member") for level in _LEVELS)
    return ChartTable("Xếp loại đảng viên theo năm", "ratings.by_level", "column", "Số đảng viên", words, rows, stacked=True)


def _turns(figures: Figures) -> ChartTable:
    rows = tuple((f"Năm {year}", (_number(count),)) for year, count in _mapping(figures, "inspections.by_year").items())
    return ChartTable("Lượt đảng viên được kiểm tra theo năm", "inspections.by_year", "column", "Số lượt", ("Số lượt",), rows)


def _coverage(figures: Figures) -> ChartTable:
    share = _number(figures.value("inspections.coverage"))
    rows = () if share is None else (("Đã được kiểm tra", (share,)), ("Chưa được kiểm tra", (1 - share,)))
    title = "Tỷ lệ đảng viên đã được kiểm tra"
    return ChartTable(title, "inspections.coverage", "bar", "Tỷ lệ", ("Tỷ lệ",), rows, is_share=True)


def _shortcomings(figures: Figures) -> ChartTable:
    identifier = "shortcomings.by_kind"
    rows = tuple((key_words(identifier, code), (_number(count),)) for code, count in _mapping(figures, identifier).items())
    return ChartTable("Hạn chế, khuyết điểm theo loại", identifier, "bar", "Số lượt", ("Số lượt",), rows)
