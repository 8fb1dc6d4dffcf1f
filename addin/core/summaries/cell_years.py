"""Ratings of the cell, rewards and discipline, year by year."""

from __future__ import annotations

from collections.abc import Iterator

from addin.core.levels import Level
from addin.core.ratings import rate
from addin.core.ratings.regimes import REGIMES
from addin.core.summaries.counting import before, counted, iso, listed, shown, tallied
from addin.core.summaries.figures import Figure, Value, places_of
from addin.core.summaries.view import View
from addin.core.tables.rows.discipline import Reward
from addin.core.tables.rows.ratings import WHOLE_CELL, CellYear

_RECORDED = ("level", "self_level")
_TOP = frozenset({Level.TSVM, Level.HTXS})


def cell_levels(view: View) -> Iterator[Figure]:
    """Year → level of the cell; how often at the top, and how often honoured inside the top."""
    rows = [(row, level) for row in view.within("cell_years", view.book.cell_years) if (level := _recorded(view, row))]
    levels: dict[str, Value] = {}
    for row, level in rows:
        levels.setdefault(str(row.year), level.value)
    levels = dict(sorted(levels.items()))
    tsvm = [row for row, level in rows if level is Level.TSVM]
    top = [row for row, level in rows if level in _TOP]
    entered = bool(rows)
    places = places_of((row for row, _ in rows), "level")
    yield Figure("cell_years.levels", levels or None, places, "Xếp loại chi bộ theo năm", "cell_years", (_RECORDED,))
    yield counted("cell_years.tsvm", "Số năm Trong sạch, vững mạnh", "cell_years", tsvm, "level", entered=entered)
    yield counted("cell_years.top", "Số năm ở mức cao nhất", "cell_years", top, "level", entered=entered)


def _recorded(view: View, row: CellYear) -> Level | None:
    """The level of record: decided, else as the cell rated itself or voted."""
    if row.level or row.year is None or row.year < REGIMES[0].first:
        return row.level
    return rate(view.reading, row.year).party_cell.level


def exemplary(view: View) -> Iterator[Figure]:
    """Years honoured as "tiêu biểu": always some of the years at the top, never more."""
    rows = view.within("cell_years", view.book.cell_years)
    asked = [row for row in rows if row.exemplary is not None]
    honoured = [row for row in asked if row.exemplary and _recorded(view, row) in _TOP]
    label = "Trong đó số năm tiêu biểu"
    yield counted("cell_years.exemplary", label, "cell_years", honoured, "exemplary", entered=bool(asked))


def rewards(view: View) -> Iterator[Figure]:
    """Rewards decided in the interval, or for a period inside it; from the cell's years where no reward is listed."""
    rows = sorted((row for row in view.book.rewards if _is_of(view, row)), key=lambda row: (before(row.decision_date), row.place()))
    if rows or view.book.rewards:
        yield listed("rewards", "Khen thưởng", "rewards", rows, "form", text=lambda row: _reward(view, row))
        return
    years = [row for row in view.within("cell_years", view.book.cell_years) if row.reward]
    yield listed("rewards", "Khen thưởng", "cell_years", years, "reward", text=_cell_reward)


def _is_of(view: View, row: Reward) -> bool:
    decided = row.decision_date is not None and row.decision_date.year in view.years
    period = (row.year_from or row.year_to, row.year_to or row.year_from)
    return decided or all(year is not None and year in view.years for year in period)


def _reward(view: View, row: Reward) -> Value:
    return {
        "subject": view.name(row.subject or ""),
        "form": row.form,
        "year_from": row.year_from,
        "year_to": row.year_to,
        "number": row.decision_no,
        "date": iso(row.decision_date),
        "date_text": shown(row.decision_date),
        "authority": row.authority,
    }


def _cell_reward(row: CellYear) -> Value:
    return {
        "subject": WHOLE_CELL,
        "form": row.reward,
        "year_from": row.year,
        "year_to": row.year,
        "number": row.reward_no,
        "date": iso(row.reward_date),
        "date_text": shown(row.reward_date),
        "authority": None,
    }


def disciplines(view: View) -> Iterator[Figure]:
    """Decisions, and their forms."""
    rows = view.within("disciplines", view.book.disciplines)
    entered = view.has_entered("disciplines")
    yield counted("disciplines.count", "Số quyết định kỷ luật", "disciplines", rows, "form", entered=entered)
    yield tallied("disciplines.by_form", "Kỷ luật theo hình thức", "disciplines", rows, "form", words=lambda row: (row.form,))
