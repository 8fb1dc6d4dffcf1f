"""`document --all-due`: the papers that the stages of open cases and of the year call for, in one go.

What the workbook lacks the data for is named and left out; nothing stops the others.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from addin.core.persons.reading import Reading
from addin.core.records import dataclass
from addin.core.summaries.agenda import open_items
from addin.core.summaries.tracker import open_cases
from addin.documents.catalogue import kind_of
from addin.documents.parts.kind import Kind
from addin.documents.parts.request import Request
from addin.errors import SochiboError
from addin.glossary import header
from addin.jobs.opening import Opened
from addin.jobs.outcome import Effects, Outcome
from addin.jobs.paper import Paper
from addin.jobs.promising import promise

_YEARLY = {
    "plan.paper": "annual-plan",
    "supervision.assignment": "supervision-assignment",
    "supervision.report": "group-leader-report",
    "review.draft": "collective-review",
}
"""Things to do of a year that one of our kinds does, by the id of the item."""


@dataclass(frozen=True, slots=True)
class DuePaper:
    """One paper made, and for which case or year."""

    kind: str
    title: str
    why: str


@dataclass(frozen=True, slots=True)
class DueResult:
    """What was made, what was left out with the reason, what the workbook lacked in what was made, what to look at."""

    workbook: str
    on: date
    papers: tuple[DuePaper, ...]
    left_out: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


def due(opened: Opened, on: date, templates: Path | None = None) -> Outcome[DueResult]:
    """Every paper late or soon due on the day, as promises: drafts, or issued with their numbers."""
    opened.require("members")
    made: list[DuePaper] = []
    papers: list[Paper] = []
    told: list[list[str]] = [[], [], []]
    left_out, missing, warnings = told
    left_out += _not_ready(opened.reading, on)
    for kind, wish, why in _wishes(opened.reading, on):
        try:
            for one in kind.each(opened.reading, wish):
                promised = promise(opened.reading, kind, one, templates)
                if promised.standing:
                    left_out.append(f"{kind.title} ({why}): sheet Văn bản đã có {promised.standing}")
                    continue
                made.append(DuePaper(kind.id, kind.named(one), why))
                papers.append(promised.paper.draft if promised.lacking else promised.paper)
                missing += [f"{kind.named(one)} ({why}) chỉ là dự thảo, không lấy số: {promised.lacking}"] if promised.lacking else []
                missing += promised.gaps
                warnings += promised.warnings
        except SochiboError as error:
            left_out.append(f"{kind.title} ({why}): {error.message}")
    result = DueResult(opened.name, on, tuple(made), *(tuple(dict.fromkeys(lines)) for lines in told))
    return Outcome(result, effects=Effects(papers=tuple(papers)))


def _wishes(reading: Reading, on: date) -> Iterator[tuple[Kind, Request, str]]:
    """The yearly papers first, then each case's in the order of its process."""
    asked = Request(on, year=on.year)
    for identifier in dict.fromkeys(item.id for item in open_items(reading, on)):
        if identifier in _YEARLY:
            yield kind_of(_YEARLY[identifier]), asked, f"năm {on.year}"
    for case in open_cases(reading, on):
        for one in case.due(on):
            if not one.stage.paper or one.lacking:
                continue
            wish = replace(asked, year=case.year, decision=case.decision, variant=one.stage.variant or None)
            names = (None,) if case.decision else case.members
            for name in names:
                yield kind_of(one.stage.paper), replace(wish, name=name), case.name


def _not_ready(reading: Reading, on: date) -> Iterator[str]:
    """Papers whose day has come and whose data has not."""
    for case in open_cases(reading, on):
        for one in case.due(on):
            if one.stage.paper and one.lacking:
                told = ", ".join(f"“{header('inspections', key)}”" for key in one.lacking)
                yield f"{one.stage.title} ({case.name}): sheet Kiểm tra chưa ghi {told}"
