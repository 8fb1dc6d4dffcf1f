"""Ratings of members and of the cell, rewards and discipline, year by year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from addin.core.levels import Level
from addin.core.summaries.counting import before, counted, in_order, iso, listed, shown, tallied
from addin.core.summaries.figures import Figure, Value, places_of
from addin.core.summaries.view import View, by_year
from addin.core.tables.rows.discipline import Reward
from addin.core.tables.rows.ratings import WHOLE_CELL, CellYear, RatingRow

_MEMBER_LEVELS = (Level.HTXS, Level.HTT, Level.HTN, Level.KHT)
_DECIDED = (("final_level", "cell_level"),)
_TOP = frozenset({Level.TSVM, Level.HTXS})


def decided_level(row: RatingRow) -> Level | None:
    """The superior's decision, else what the cell proposed."""
    return row.final_level or row.cell_level


def member_levels(view: View) -> Iterator[Figure]:
    """Year → level → members; a year nobody rated is left out."""
    rows = [row for row in view.within("ratings", view.book.ratings) if decided_level(row)]
    value: dict[str, Value] = {}
    for year, found in by_year("ratings", rows).items():
        counts = Counter(decided_level(row) for row in found)
        value[str(year)] = {level.value: counts[level] for level in _MEMBER_LEVELS}
    places = tuple(sorted(row.place("final_level" if row.final_level else "cell_level") for row in rows))
    yield Figure("ratings.by_level", value or None, places, "Xếp loại đảng viên theo năm", "ratings", _DECIDED)
    unrated = [row for row in view.within("ratings", view.book.ratings) if decided_level(row) is None]
    entered = bool(view.book.ratings)
    label = "Dòng xếp loại chưa có mức"
    yield counted("ratings.without_level", label, "ratings", unrated, "cell_level", entered=entered, rests_on=_DECIDED)


def lowest_reasons(view: View) -> Iterator[Figure]:
    """Why members were rated KHT: reason → members (F46); an empty reason is not counted as one."""
    rated = [row for row in view.within("ratings", view.book.ratings) if decided_level(row)]
    lowest = [row for row in rated if decided_level(row) is Level.KHT]
    counts = Counter(row.reasons for row in lowest if row.reasons)
    value = in_order(counts) if rated and (counts or not lowest) else None
    yield Figure("ratings.kht_reasons", value, places_of(lowest, "reasons"), "Lý do không hoàn thành nhiệm vụ", "ratings", _DECIDED)


def cell_levels(view: View) -> Iterator[Figure]:
    """Year → level of the cell; how often at the top, and how often honoured inside the top."""
    rows = [row for row in view.within("cell_years", view.book.cell_years) if row.level]
    levels: dict[str, Value] = {
        str(year): found[0].level.value if found[0].level else None for year, found in by_year("cell_years", rows).items()
    }
    tsvm = [row for row in rows if row.level is Level.TSVM]
    top = [row for row in rows if row.level in _TOP]
    entered = bool(rows)
    yield Figure("cell_years.levels", levels or None, places_of(rows, "level"), "Xếp loại chi bộ theo năm", "cell_years", ("level",))
    yield counted("cell_years.tsvm", "Số năm Trong sạch, vững mạnh", "cell_years", tsvm, "level", entered=entered)
    yield counted("cell_years.top", "Số năm ở mức cao nhất", "cell_years", top, "level", entered=entered)


def exemplary(view: View) -> Iterator[Figure]:
    """Years honoured as "tiêu biểu": always some of the years at the top, never more."""
    rows = view.within("cell_years", view.book.cell_years)
    asked = [row for row in rows if row.exemplary is not None]
    honoured = [row for row in asked if row.exemplary and row.level in _TOP]
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
    entered = bool(view.book.disciplines)
    yield counted("disciplines.count", "Số quyết định kỷ luật", "disciplines", rows, "form", entered=entered)
    yield tallied("disciplines.by_form", "Kỷ luật theo hình thức", "disciplines", rows, "form", words=lambda row: (row.form,))
