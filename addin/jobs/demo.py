"""`demo`: the main job on the sample cell, end to end, step by step, into one folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from pathlib import Path

from addin.core.records import dataclass
from addin.hosts.closed.book import ClosedBook
from addin.jobs import check, decide, rate, season, show, summarise
from addin.jobs.carry_out import carry_out
from addin.jobs.new import shipped
from addin.jobs.opening import Opened, open_book
from addin.jobs.outcome import OWN_TEMPLATES, Effects, Outcome, Paper, Told

SAMPLE = "chi-bo-van-phong-so-2.xlsx"


@dataclass(frozen=True, slots=True)
class Step:
    """What is done, and the doing: gives the outcome's first line and the files made."""

    title: str
    run: Callable[[], tuple[str, tuple[Path, ...]]]


def steps(folder: Path, on: date) -> Iterator[Step]:
    """Check, checklist, ratings of 2020 and 2025, both decisions, both summaries."""
    book = folder / SAMPLE
    yield Step("Chép sổ mẫu", lambda: _copy(folder))
    opened = _open(book, on)
    yield Step("Hiểu sổ", lambda: _told(show.show(opened)))
    yield Step("Kiểm tra dữ liệu", lambda: _told(check.check(opened, on)))
    yield Step("Việc cần làm", lambda: _told(season.season(opened, on)))
    for year in (2020, 2025):
        yield Step(f"Dự kiến xếp loại {year}", lambda year=year: _told(rate.rate(opened, year)))  # type: ignore[misc]
    desk = decide.Desk(book, folder, on, folder / OWN_TEMPLATES)
    for number in ("23-QĐ/CB", "35-QĐ/CB"):
        yield Step(
            f"Ra quyết định {number}",
            lambda number=number: _made(decide.existing(opened, number, None, desk), folder),  # type: ignore[misc]
        )
    for interval in (summarise.Interval(2020, 2020), summarise.Interval(2015, 2020)):
        yield Step(
            f"Tổng kết {interval.words}",
            lambda interval=interval: _made(summarise.summarise(opened, interval, on), folder),  # type: ignore[misc]
        )


def _copy(folder: Path) -> tuple[str, tuple[Path, ...]]:
    paper = Paper("workbook", SAMPLE, shipped(SAMPLE), versioned=False)
    told = Told({}, ("Sổ mẫu của Chi bộ Văn phòng Sở 2 (người trong sổ là hư cấu).",))
    return _made(Outcome(told, effects=Effects(papers=(paper,))), folder)


def _open(book: Path, on: date) -> Opened:
    return open_book(ClosedBook(book, now=datetime.combine(on, time())))


def _told(outcome: Outcome[Told]) -> tuple[str, tuple[Path, ...]]:
    return outcome.result.lines[0], ()


def _made(outcome: Outcome[Told], folder: Path) -> tuple[str, tuple[Path, ...]]:
    return outcome.result.lines[0], carry_out(outcome, folder=folder)
