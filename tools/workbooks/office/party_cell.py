"""The cell itself: TSVM in three years of 2015–2020, once exemplary, a Giấy khen for 2015–2020 (H7, H8)."""

from __future__ import annotations

from decimal import Decimal

from addin.core.levels import Level
from tools.workbooks.contents import Record, Value
from tools.workbooks.office.ballots import CELL_LEVELS
from tools.workbooks.office.standing import LAST_RATED

EXEMPLARY_YEAR = 2017
REWARD_YEAR = "2020"
REWARD_AUTHORITY = "Ban Chấp hành Đảng bộ Sở Tư pháp"
_POINTS = {2015: 92, 2016: 93, 2017: 95, 2025: 86}
_TSVM_LAST, _FIRST_UNIT = 2017, 2023


def cell_years() -> list[Record]:
    """The rows of “Chi bộ”."""
    return [_row(year, level) for year, level in CELL_LEVELS.items()]


def _row(year: int, level: Level) -> Record:
    others = Level.HTXS if level is Level.HTXS else Level.HTT
    return {
        "year": year,
        "points": _POINTS.get(year),
        **_grades(year, level),
        **_tasks(level),
        "agency_level": others,
        "unions_level": others,
        "disunity": False,
        "self_level": level,
        "level": level,
        "exemplary": year == EXEMPLARY_YEAR,
    }


def _grades(year: int, level: Level) -> dict[str, Value]:
    if year <= _TSVM_LAST or year >= LAST_RATED:
        return {}
    top = level is Level.HTXS
    return {
        "grade_building": "Xuất sắc" if top else "Tốt",
        "grade_political": "Xuất sắc" if top else "Tốt",
        "grade_other": "Tốt",
    }


def _tasks(level: Level) -> dict[str, Value]:
    over = "0.55" if level is Level.HTXS else "0.2"
    return {"tasks_done_pct": Decimal(1), "tasks_over_pct": Decimal(over), "tasks_late_pct": Decimal(0)}


def rewards() -> list[Record]:
    """The rows of “Khen thưởng”. The article gives neither the number nor the day of the Giấy khen."""
    return [
        {
            "subject": "Chi bộ",
            "form": "Giấy khen",
            "year_from": 2015,
            "year_to": 2020,
            "decision_date": REWARD_YEAR,
            "authority": REWARD_AUTHORITY,
        },
    ]
