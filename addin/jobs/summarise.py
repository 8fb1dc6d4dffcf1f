"""`summarise`: figures with their squares, the report in Word and the summary workbook with charts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from addin.core.records import dataclass
from addin.core.summaries import Figures
from addin.core.summaries import summarise as figures_of
from addin.documents.kinds import term_report, year_end_report
from addin.documents.parts.contexts import Context
from addin.documents.render import render
from addin.documents.workbooks.summary_workbook import summary_workbook
from addin.errors import Misuse
from addin.hosts.file_names import safe_name
from addin.jobs.opening import Opened
from addin.jobs.outcome import Effects, Outcome, Paper


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


@dataclass(frozen=True, slots=True)
class SummariseResult:
    """The figures of the interval; `gaps` is what stays blank in the report."""

    workbook: str
    interval: Interval
    figures: Figures
    gaps: tuple[str, ...]


def summarise(opened: Opened, interval: Interval, on: date, templates: Path | None = None) -> Outcome[SummariseResult]:
    """Nothing outside changes: the papers are made in memory."""
    figures = figures_of(opened.reading, interval.first, interval.last, on)
    papers, gaps = _papers(opened, interval, figures, on, templates)
    return Outcome(SummariseResult(opened.name, interval, figures, tuple(gaps)), effects=Effects(papers=papers))


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
