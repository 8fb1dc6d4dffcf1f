"""`check`: every finding on every sheet, the worst first; with marks, the findings sheet to be written."""

from __future__ import annotations

from dataclasses import field
from datetime import date

from addin.core import catalogue
from addin.core.findings import Cause, Finding, Severity, by_cause, sort_findings
from addin.core.persons.future_days import without_future_days
from addin.core.persons.whole_roll import why_not_whole
from addin.core.records import dataclass
from addin.core.rules.habits import habits_of, told_once
from addin.core.writes import Writes
from addin.jobs.acceptances import Acceptance, quieted
from addin.jobs.focus import OF_A_SEAL, Focus, first_year, year_of
from addin.jobs.frozen_findings import frozen_findings
from addin.jobs.marking import FINDINGS_SHEET, Listed, beside_remarks, marks_for
from addin.jobs.opening import Opened
from addin.jobs.outcome import Effects, Outcome
from addin.jobs.rating_findings import rating_findings

_EVERYTHING = Focus()


@dataclass(frozen=True, slots=True)
class CheckResult:
    """Every finding on the day, in the order of the workbook; `past` are those among them on rows of years gone by.

    `listed` is what a filter left of them, everything where none was given; what a person accepted is none of them.
    `each` are all of them square by square, also where a sheet's habit is told once: what can be accepted.
    """

    workbook: str
    on: date
    listed: tuple[Listed, ...]
    focus: Focus = field(default_factory=Focus)
    accepted: tuple[tuple[Finding, Acceptance], ...] = ()
    each: tuple[Finding, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All, in the order of the workbook."""
        return tuple(one.finding for one in self.listed)

    @property
    def at_work(self) -> tuple[Finding, ...]:
        """What is told at once: of the year at work, and what holds for every year."""
        return tuple(one.finding for one in self.listed if not one.is_past)

    @property
    def causes(self) -> tuple[Cause, ...]:
        """The same by cause, the worst first."""
        return by_cause(self.at_work)

    @property
    def past(self) -> tuple[Listed, ...]:
        """What waits until its year is asked for."""
        return tuple(one for one in self.listed if one.is_past)

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What must be mended before the next paper."""
        return tuple(found for found in self.at_work if found.severity is Severity.ERROR)


def check(opened: Opened, on: date, *, mark: bool = False, focus: Focus = _EVERYTHING) -> Outcome[CheckResult]:
    """Read every sheet, apply every rule; nothing outside changes. The marks are always those of everything."""
    book = opened.book
    rated = () if why_not_whole(opened.reading) else rating_findings(without_future_days(opened.reading, on), on)
    all_found = sort_findings([*opened.findings, *catalogue.run(opened.reading, on), *rated, *frozen_findings(book)])
    each, quiet = quieted(opened.reading, all_found)
    found = sort_findings(told_once(each, habits_of(opened.reading, all_found), lambda one: year_of(opened.reading, one)))
    everything = tuple(_listed(opened, one, on, focus) for one in found)
    wanted = tuple(one for one in everything if focus.takes(one.finding, one.year))
    result = CheckResult(opened.name, on, wanted, focus, quiet, each)
    marks = beside_remarks(marks_for(everything, on), opened.reading.vocabulary.grid(FINDINGS_SHEET)) if mark else Writes()
    return Outcome(result, result.findings, Effects(marks))


def _listed(opened: Opened, found: Finding, on: date, focus: Focus) -> Listed:
    year = year_of(opened.reading, found)
    is_past = focus.year is None and year is not None and year < first_year(on) and found.rule not in OF_A_SEAL
    return Listed(found, year, is_past=is_past)

