"""`summarise`: figures with their squares, the report in Word and the summary workbook with charts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from addin.core.records import dataclass
from addin.core.summaries import Figures
from addin.core.summaries import summarise as figures_of
from addin.documents.kinds import term_report, year_end_report
from addin.documents.parts.contexts import Context
from addin.documents.parts.figure_words import figure_words
from addin.documents.render import render
from addin.documents.workbooks.summary_workbook import summary_workbook
from addin.errors import Misuse
from addin.hosts.file_names import safe_name
from addin.jobs.answers import plain
from addin.jobs.opening import Opened
from addin.jobs.outcome import Effects, Outcome, Paper, Told


@dataclass(frozen=True, slots=True)
class Interval:
    """Calendar years, ends included: 2015–2020 is six of them."""

    first: int
    last: int

    @classmethod
    def of(cls, year: int | None, first: int | None, last: int | None) -> Interval:
        """From --year, or --from and --to; Misuse otherwise. Bounds are asked for, never guessed."""
        if year is not None and first is None and last is None:
            return cls(year, year)
        if year is None and first is not None and last is not None and first <= last:
            return cls(first, last)
        raise Misuse(
            "Cần --year NĂM, hoặc cả --from NĂM và --to NĂM (từ không sau đến).",
            "Ví dụ: --year 2025, hoặc --from 2015 --to 2020.",
        )

    @property
    def words(self) -> str:
        """`năm 2020`, `2015–2020`."""
        return f"năm {self.first}" if self.first == self.last else f"{self.first}–{self.last}"


def summarise(opened: Opened, interval: Interval, on: date, templates: Path | None = None) -> Outcome[Told]:
    """Nothing outside changes: the papers are made in memory."""
    figures = figures_of(opened.reading, interval.first, interval.last, on)
    answer = {
        "workbook": opened.name,
        "from": interval.first,
        "to": interval.last,
        "figures": [
            {"id": figure.id, "value": plain(figure.value), "places": plain(figure.places)} for figure in figures.figures
        ],
        "missing": list(figures.missing),
    }
    papers, gaps = _papers(opened, interval, figures, on, templates)
    lines = [f"Tổng kết {interval.words}: {len(figures.figures)} số liệu."]
    lines += [f"• {figure.label}: {figure_words(figure)}" for figure in figures.figures if _is_simple(figure.value)]
    lines += [f"Chưa có số liệu: {text}" for text in figures.missing]
    lines += [f"Còn để trống trong báo cáo: {gap}." for gap in gaps]
    return Outcome(Told({**answer, "gaps": list(gaps)}, tuple(lines)), effects=Effects(papers=papers))


def _papers(
    opened: Opened, interval: Interval, figures: Figures, on: date, templates: Path | None
) -> tuple[tuple[Paper, ...], tuple[str, ...]]:
    context: Context
    if interval.first == interval.last:
        kind = "year-end-report"
        context, gaps = year_end_report.context_of(opened.book, figures, interval.first, on)
    else:
        kind = "term-report"
        context, gaps = term_report.context_of(opened.book, figures, interval.first, interval.last, on)
    report = Paper(kind, safe_name(f"Báo cáo tổng kết {interval.words}", ".docx"), render(kind, context, templates))
    charts = summary_workbook(figures, opened.book.settings.cell_name or opened.name, on)
    workbook = Paper("summary-workbook", safe_name(f"Số liệu tổng kết {interval.words}", ".xlsx"), charts)
    return (report, workbook), gaps


def _is_simple(value: object) -> bool:
    return value is not None and not isinstance(value, list | tuple | dict)
