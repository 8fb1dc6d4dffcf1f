"""The year-end and term summary: every figure of an interval, in reading order, and what is missing for it.

`FAMILIES` is the whole list; a new figure is a line in one of its functions. Pure: the same book, years and
day give the same figures, whatever the order of the rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from addin import glossary
from addin.core.persons.reading import Reading
from addin.core.summaries import (
    activities,
    cell_years,
    inspections,
    member_levels,
    membership,
    plans,
    supervision,
)
from addin.core.summaries.figures import Figure, Figures
from addin.core.summaries.resting import Lacking, settled
from addin.core.summaries.view import YEAR_KEYS, View, year_of

FAMILIES: tuple[Callable[[View], Iterable[Figure]], ...] = (
    membership.interval,
    membership.roll,
    membership.movements,
    membership.responsible,
    plans.items,
    plans.plan_to_decision,
    plans.next_plan,
    inspections.counts,
    inspections.coverage,
    inspections.decisions,
    inspections.contents,
    inspections.results,
    inspections.nil_findings,
    inspections.remedies,
    supervision.notes,
    supervision.never_noted,
    supervision.positive_factors,
    supervision.detection,
    supervision.substance,
    supervision.papers,
    member_levels.member_levels,
    member_levels.lowest_reasons,
    cell_years.cell_levels,
    cell_years.exemplary,
    cell_years.rewards,
    cell_years.disciplines,
    activities.disseminations,
    activities.meetings,
    activities.trainings,
    activities.residence,
    activities.proposals,
    activities.commitments,
    activities.tasks,
    activities.warnings,
    activities.denunciations,
    activities.lessons,
    plans.papers,
)

# Figures by year where a year that is not there is a gap worth naming.
_YEARLY = frozenset({"plan.by_year", "inspections.by_year", "ratings.by_level", "cell_years.levels"})


def summarise(reading: Reading, first_year: int, last_year: int, on: date) -> Figures:
    """All figures, once a reading, of the years `first_year` to `last_year`, both inside; ValueError where the first is later."""
    if first_year > last_year:
        raise ValueError(f"{first_year} > {last_year}")
    return reading.once(_figures, first_year, last_year, on)


def _figures(reading: Reading, first_year: int, last_year: int, on: date) -> Figures:
    view = View(reading, first_year, last_year, on)
    worked_out = [settled(view, figure) for family in FAMILIES for figure in family(view)]
    figures = tuple(figure for figure, _ in worked_out)
    whole = [figure for figure, lacking in worked_out if not lacking]
    lines = (*_blank_tables(view, figures), *_lacking_columns(worked_out), *_blank_figures(view, whole), *_rows_without_year(view))
    return Figures(first_year, last_year, figures, lines)


def _blank_tables(view: View, figures: Iterable[Figure]) -> Iterator[str]:
    """One line a sheet that has no row at all, with the figures it leaves open."""
    blank: dict[str, list[str]] = {}
    for figure in figures:
        if figure.value is None and not view.book.rows(figure.table):
            blank.setdefault(figure.table, []).append(figure.label)
    for table, labels in blank.items():
        yield f"Chưa có dòng nào ở trang “{glossary.sheet_name(table)}”: {'; '.join(labels)}."


def _lacking_columns(worked_out: Iterable[tuple[Figure, Lacking]]) -> Iterator[str]:
    """One line a column that is not there, with the figures nobody can know without it."""
    open_figures: dict[tuple[str, Lacking], list[str]] = {}
    for figure, lacking in worked_out:
        if lacking:
            open_figures.setdefault((figure.table, lacking), []).append(figure.label)
    for (table, lacking), labels in open_figures.items():
        columns = ", ".join(f"“{heading}”" for heading in lacking)
        yield f"Trang “{glossary.sheet_name(table)}” không có, hoặc chưa nhận ra, cột {columns}: {'; '.join(labels)}."


def _blank_figures(view: View, figures: Iterable[Figure]) -> Iterator[str]:
    """One line a figure nobody entered for these years, and one for single years left out of a yearly figure."""
    for figure in figures:
        if figure.table and view.book.rows(figure.table):
            years = _open_years(view, figure)
            if years:
                yield f"{figure.label}: trang “{glossary.sheet_name(figure.table)}” chưa ghi cho {years}."


def _open_years(view: View, figure: Figure) -> str:
    if figure.value is None:
        same = view.first_year == view.last_year
        return f"năm {view.first_year}" if same else f"các năm {view.first_year}–{view.last_year}"
    if figure.id not in _YEARLY or not isinstance(figure.value, dict):
        return ""
    gaps = [str(year) for year in view.years if str(year) not in figure.value]
    return f"năm {', '.join(gaps)}" if gaps else ""


def _rows_without_year(view: View) -> Iterator[str]:
    for table in YEAR_KEYS:
        lost = sorted(row.place() for row in view.book.rows(table) if year_of(row, table) is None)
        if lost:
            squares = ", ".join(map(str, lost))
            yield f"{len(lost)} dòng ở trang “{glossary.sheet_name(table)}” không rõ năm nên không được tính: {squares}."
