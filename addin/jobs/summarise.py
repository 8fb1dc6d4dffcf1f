"""`summarise`: figures with their squares, the report in Word and the summary workbook with charts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from addin.core.records import dataclass
from addin.core.summaries import Figures
from addin.core.summaries import summarise as figures_of
from addin.documents.kinds import term_report, year_end_report
from addin.documents.parts.report_offers import Offer, offers
from addin.documents.parts.request import Request
from addin.documents.workbooks.summary_workbook import summary_workbook
from addin.errors import Misuse, PaperRefused
from addin.hosts.file_names import safe_name
from addin.jobs.log_head import head_words
from addin.jobs.opening import Opened
from addin.jobs.outcome import Effects, Outcome
from addin.jobs.paper import Paper
from addin.jobs.promising import Promised, promise
from addin.jobs.whole_roll import require_whole_roll


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
    """The figures of the interval; `gaps` is what stays blank in the report, `refused` why none is made of them."""

    workbook: str
    interval: Interval
    figures: Figures
    gaps: tuple[str, ...]
    offered: tuple[Offer, ...] = ()
    accepted: tuple[str, ...] = ()
    refused: str = ""


def summarise(
    opened: Opened, interval: Interval, on: date, templates: Path | None = None, *, accept: str | None = None, another: bool = False,
    workbook: Path | None = None,
) -> Outcome[SummariseResult]:
    """Nothing outside changes: the report is a promise, a draft or issued with the next number of the reports.

    `accept` names offered limitations by their numbers: those stand in the report, and issued with it in Bài học. `workbook` is
    the file whose log the figures name.
    """
    require_whole_roll(opened.reading)
    figures = figures_of(opened.reading, interval.first, interval.last, on)
    offered = offers(figures)
    accepted = _accepted(offered, accept)
    charts = _charts(opened, interval, figures, on, head_words(workbook))
    left = tuple(one for one in offered if one.text not in accepted)
    try:
        report = _report(opened, interval, on, templates, accepted, another=another)
    except PaperRefused as refused:
        return Outcome(SummariseResult(opened.name, interval, figures, (), left, accepted, refused.message), effects=Effects(papers=(charts,)))
    return Outcome(SummariseResult(opened.name, interval, figures, report.gaps, left, accepted), effects=Effects(papers=(report.paper, charts)))


def _accepted(offered: tuple[Offer, ...], accept: str | None) -> tuple[str, ...]:
    """The sentences behind `1;3`, or all of them; Misuse for a number that offers nothing."""
    wanted = [part.strip() for part in (accept or "").replace(",", ";").split(";") if part.strip()]
    if [word.casefold() for word in wanted] == ["all"]:
        return tuple(one.text for one in offered)
    unknown = [word for word in wanted if not word.isdecimal() or not 1 <= int(word) <= len(offered)]
    if unknown:
        raise Misuse(
            f"Không có gợi ý số {', '.join(unknown)}; có {len(offered)} gợi ý cho mục Hạn chế.",
            "Chạy lại không có --accept để xem các gợi ý, rồi ghi số, ví dụ --accept “1;3”, hoặc --accept all.",
        )
    return tuple(offered[int(word) - 1].text for word in dict.fromkeys(wanted))


def _report(opened: Opened, interval: Interval, on: date, templates: Path | None, accepted: tuple[str, ...], *, another: bool) -> Promised:
    title = f"Báo cáo tổng kết {interval.words}"
    if interval.first == interval.last:
        request = Request(on, year=interval.first, limitations=accepted, another=another)
        return promise(opened.reading, year_end_report.KIND, request, templates, title)
    request = Request(on, first=interval.first, last=interval.last, limitations=accepted, another=another)
    return promise(opened.reading, term_report.KIND, request, templates, title)


def _charts(opened: Opened, interval: Interval, figures: Figures, on: date, log_head: str) -> Paper:
    charts = summary_workbook(figures, opened.book.settings.cell_name or opened.name, on, log_head)
    return Paper.ready("summary-workbook", safe_name(f"Số liệu tổng kết {interval.words}", ".xlsx"), charts)
