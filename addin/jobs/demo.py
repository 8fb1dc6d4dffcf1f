"""`demo`: the main job on the sample cell, end to end, step by step, into one folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from enum import Enum, auto
from functools import partial
from pathlib import Path
from typing import Any

from addin.core.records import dataclass
from addin.hosts.closed.book import ClosedBook
from addin.jobs import agenda, check, decide, rate, show, summarise
from addin.jobs.carry_out import carry_out
from addin.jobs.new import shipped
from addin.jobs.opening import open_book
from addin.jobs.outcome import OWN_TEMPLATES, Effects, Outcome
from addin.jobs.paper import Paper

SAMPLE = "chi-bo-van-phong-so-2.xlsx"


class Deed(Enum):
    """What a step does."""

    COPY = auto()
    SHOW = auto()
    CHECK = auto()
    AGENDA = auto()
    RATE = auto()
    DECIDE = auto()
    SUMMARISE = auto()


@dataclass(frozen=True, slots=True)
class Step:
    """What is done, of which year or number, and the doing: gives the result and the files made."""

    deed: Deed
    subject: str
    run: Callable[[], tuple[Any, tuple[Path, ...]]]


@dataclass(frozen=True, slots=True)
class StepDone:
    """A step that was run."""

    step: Step
    result: Any
    files: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class DemoResult:
    """All steps, in their order."""

    steps: tuple[StepDone, ...]


@dataclass(frozen=True, slots=True)
class SampleResult:
    """The sample workbook lies in the folder."""


def steps(folder: Path, on: date) -> Iterator[Step]:
    """Check, checklist, ratings of 2020 and 2025, both decisions, both summaries.

    A sample that somebody changed, or that came with an older version, stays; the new one is put beside it.
    """
    made = partial(_made, folder)
    copied: list[Path] = []
    yield Step(Deed.COPY, "", partial(_copied, folder, copied))
    book = copied[0] if copied else folder / SAMPLE
    opened = open_book(ClosedBook(book, now=datetime.combine(on, time())))
    yield Step(Deed.SHOW, "", partial(made, partial(show.show, opened)))
    yield Step(Deed.CHECK, "", partial(made, partial(check.check, opened, on)))
    yield Step(Deed.AGENDA, "", partial(made, partial(agenda.agenda, opened, on)))
    for year in (2020, 2025):
        yield Step(Deed.RATE, str(year), partial(_asked, partial(rate.rate, opened, year)))
    for number in ("23-QĐ/CB", "35-QĐ/CB"):
        yield Step(Deed.DECIDE, number, partial(made, partial(decide.decide, opened, decide.Wish(number), on, folder / OWN_TEMPLATES)))
    for interval in (summarise.Interval(2020, 2020), summarise.Interval(2015, 2020)):
        yield Step(Deed.SUMMARISE, interval.words, partial(made, partial(summarise.summarise, opened, interval, on)))


def _copied(folder: Path, copied: list[Path]) -> tuple[Any, tuple[Path, ...]]:
    result, files = _made(folder, _sample)
    copied += files
    return result, files


def _sample() -> Outcome[SampleResult]:
    paper = Paper.ready("workbook", SAMPLE, shipped(SAMPLE))
    return Outcome(SampleResult(), effects=Effects(papers=(paper,)))


def _asked(job: Callable[[], Outcome[Any]]) -> tuple[Any, tuple[Path, ...]]:
    """The result alone: what the job would write stays unwritten."""
    return job().result, ()


def _made(folder: Path, job: Callable[[], Outcome[Any]]) -> tuple[Any, tuple[Path, ...]]:
    """The result, and the papers it comes with."""
    outcome = job()
    return outcome.result, tuple(paper.path for paper in carry_out(outcome, folder=folder).made)
