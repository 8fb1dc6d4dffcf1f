"""Ratings and votes of every regime, and 2026 as far as it has come: quarters of leaders, no vote yet."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from addin.core.levels import Level
from tools.workbooks.contents import Record, Value, records
from tools.workbooks.model.people import DEPUTY, LEADER_1, OFFICER, SECRETARY
from tools.workbooks.model.standing import (
    EXCEPTIONS,
    FIRST_RATED,
    LAST_RATED,
    NO_MAJORITY,
    RUNNING,
    rated_in,
)

_FIRST_UNIT, _FIRST_EXEMPT, _FIRST_POINTS = 2023, 2024, 2025
_GRADE_KEYS = ("grade_politics", "grade_ethics", "grade_discipline", "grade_style", "grade_tasks", "grade_remedy")
_GRADES = {
    Level.HTXS: ("Xuất sắc", "Xuất sắc", "Tốt", "Tốt", "Xuất sắc", "Xuất sắc"),
    Level.HTT: ("Tốt", "Tốt", "Tốt", "Tốt", "Tốt", "Tốt"),
    Level.HTN: ("Tốt", "Tốt", "Trung bình", "Trung bình", "Trung bình", "Trung bình"),
    Level.KHT: ("Trung bình", "Trung bình", "Trung bình", "Trung bình", "Trung bình", "Trung bình"),
}
_COUNTS = {Level.HTXS: (6, 6, 4, 0), Level.HTT: (6, 6, 1, 0), Level.HTN: (5, 5, 0, 1), Level.KHT: (6, 5, 0, 2)}
POINTS = {Level.HTXS: (28, 66), Level.HTT: (26, 58), Level.HTN: (22, 44), Level.KHT: (15, 40)}
_LEADERS = (SECRETARY, DEPUTY)
COUNTERS = (OFFICER, LEADER_1)
_PRESENT = {
    2016: 12, 2017: 12, 2018: 12, 2019: 12, 2020: 13, 2021: 13, 2022: 12, 2023: 12, 2024: 11, 2025: 11,
}  # fmt: skip
_VOTE_KEYS = ("votes_htxs", "votes_htt", "votes_htn", "votes_kht", "votes_invalid")
_SHORT = ("htxs", "htt", "htn", "kht", "invalid")
CELL_LEVELS = {
    2016: Level.TSVM, 2017: Level.YK, 2018: Level.HTN, 2019: Level.HTT, 2020: Level.HTXS, 2021: Level.KHT,
    2022: Level.HTT, 2023: Level.HTXS, 2024: Level.HTT, 2025: Level.HTXS,
}  # fmt: skip


def meeting_on(year: int) -> date:
    """The review meeting."""
    return date(year, 12, 6)


def ratings() -> list[Record]:
    """The rows of “Xếp loại”."""
    rows = [
        _row(year, name, level) for year in range(FIRST_RATED, LAST_RATED + 1) for name, level in rated_in(year)
    ]
    return [*rows, *_running_year()]


def _row(year: int, name: str, level: Level) -> Record:
    entered: dict[str, Value] = {
        "year": year,
        "member": name,
        **_judged(year, name, level),
        "self_level": Level.HTT if level in (Level.HTN, Level.KHT) else level,
        "agency_level": Level.HTN if level is Level.KHT else level,
        "union_level": Level.HTT if level is Level.KHT else level,
        "committee_level": level,
        **dict(zip(_VOTE_KEYS, votes_of(year, name, level), strict=True)),
        "votes_none": 0,
        "cell_level": level,
        "reasons": "Các tiêu chí và kết quả nhiệm vụ đạt yêu cầu của mức.",
        "final_level": level,
        "final_no": f"{year % 100 + 20}-QĐ/ĐU",
        "final_date": date(year, 12, 22),
        **EXCEPTIONS.get((year, name), {}),
    }
    if (year, name) in NO_MAJORITY:
        entered |= {"cell_level": None, "final_level": None, "final_no": None, "final_date": None, "reasons": None}
    return entered


def _judged(year: int, name: str, level: Level) -> dict[str, Value]:
    found: dict[str, Value] = {"sick_months": 0, "degradation": False, "breach": False}
    found |= dict(zip(("tasks_assigned", "tasks_done", "tasks_over", "tasks_late"), _COUNTS[level], strict=True))
    if year < _FIRST_POINTS:
        found |= dict(zip(_GRADE_KEYS, _GRADES[level], strict=True))
    else:
        found |= dict(zip(("points_general", "points_tasks"), POINTS[level], strict=True))
    if year >= _FIRST_UNIT and name in _LEADERS:
        over = "0.6" if level is Level.HTXS else "0.1"
        found |= {"unit_done_pct": Decimal(1), "unit_over_pct": Decimal(over), "low_confidence_pct": Decimal("0.05")}
    return found


def votes_of(year: int, name: str, level: Level) -> tuple[int, int, int, int, int]:
    """HTXS, HTT, HTN, KHT, invalid; in one case two levels share the votes and none has a majority."""
    present = _PRESENT[year]
    if (year, name) in NO_MAJORITY:
        return 5, 5, present - 10, 0, 0
    most = present - 2
    return {
        Level.HTXS: (most, 2, 0, 0, 0),
        Level.HTT: (1, most, 1, 0, 0),
        Level.HTN: (0, 2, most, 0, 0),
        Level.KHT: (0, 0, 2, most, 0),
        Level.TSVM: (most, 2, 0, 0, 0),
        Level.YK: (0, 0, 2, most, 0),
    }[level]


def _running_year() -> list[Record]:
    kept: dict[str, Value] = {"year": RUNNING, "degradation": False, "breach": False, "sick_months": 0}
    return [
        {**kept, "member": SECRETARY, "quarters": ("HTT", "HTXS", "HTXS"), "unit_done_pct": Decimal(1),
         "unit_over_pct": Decimal("0.35"), "points_general": 28, "points_tasks": 64, "self_level": Level.HTXS},
        {**kept, "member": DEPUTY, "quarters": ("HTT", "KHT", "HTT"), "unit_done_pct": Decimal(1),
         "unit_over_pct": Decimal("0.3"), "points_general": 28, "points_tasks": 64, "self_level": Level.HTT},
        {**kept, "member": OFFICER, "points_general": 27, "points_tasks": 60, "self_level": Level.HTT},
        {**kept, "member": "ML06", "points_general": 24, "points_tasks": 50, "self_level": Level.HTT},
        {**kept, "member": "ML07", "points_general": 24, "points_tasks": 48, "self_level": Level.HTT},
    ]  # fmt: skip


def ballot_counts() -> list[Record]:
    """The rows of “Kiểm phiếu”."""
    keys = "year meeting_on subject official summoned present issued returned valid invalid counter_1 counter_2"
    rows = []
    for year, present in _PRESENT.items():
        counted = (present + (year >= _FIRST_EXEMPT), present, present, present, present, present, 0)
        rows.append((year, meeting_on(year), "Xếp loại đảng viên và chi bộ", *counted, *COUNTERS))
    return records(keys, rows)


def tallies() -> list[Record]:
    """The rows of “Phiếu đếm” for the two latest votes."""
    rows: list[Record] = []
    for year in (LAST_RATED - 1, LAST_RATED):
        for subject, level in (*rated_in(year), ("Chi bộ", CELL_LEVELS[year])):
            votes = dict(zip(_SHORT, votes_of(year, subject, level), strict=True))
            rows += [
                {"year": year, "meeting_on": meeting_on(year), "subject": subject, "counter": counter, "none": 0, **votes}
                for counter in (1, 2)
            ]
    return rows


_BEST, _GOOD, _FAIR, _POOR = "Xuất sắc", "Tốt", "Trung bình", "Kém"
_ALL, _HALF, _TENTH, _LATE, _NONE = Decimal(1), Decimal("0.5"), Decimal("0.1"), Decimal("0.15"), Decimal(0)
_X, _T, _H, _K = Level.HTXS, Level.HTT, Level.HTN, Level.KHT
_CELL_YEARS = (
    (2016, 93, None, None, None, _ALL, _HALF, _NONE, _T, _T, False, Level.TSVM, Level.TSVM, True, "Giấy khen", "05-QĐ/ĐU", date(2017, 1, 16)),
    (2017, 45, None, None, None, Decimal("0.6"), _NONE, _LATE, _H, _H, True, _H, Level.YK, False),
    (2018, None, _FAIR, _FAIR, _FAIR, _ALL, _NONE, _LATE, _T, _T, False, _T, _H, False),
    (2019, None, _GOOD, _GOOD, _GOOD, _ALL, _TENTH, _NONE, _T, _T, False, _T, _T, False),
    (2020, None, _BEST, _BEST, _GOOD, _ALL, _HALF, _NONE, _X, _T, False, _X, _X, False, "Giấy khen", "07-QĐ/ĐU", date(2021, 1, 18)),
    (2021, None, _POOR, _POOR, _FAIR, Decimal("0.4"), _NONE, _LATE, _H, _H, True, _H, _K, False),
    (2022, None, _GOOD, _GOOD, _GOOD, _ALL, _TENTH, _NONE, _T, _T, False, _X, _T, False),
    (2023, None, _BEST, _BEST, _GOOD, _ALL, Decimal("0.6"), _NONE, _X, _X, False, _X, _X, False),
    (2024, None, _GOOD, _GOOD, _GOOD, _ALL, _TENTH, _NONE, _T, _T, False, _T, _T, False),
    (2025, 91, None, None, None, _ALL, Decimal("0.35"), _NONE, _X, _X, False, _X, _X, True),
)  # fmt: skip


def cell_years() -> list[Record]:
    """The rows of “Chi bộ”: every level of both scales appears once."""
    keys = (
        "year points grade_building grade_political grade_other tasks_done_pct tasks_over_pct tasks_late_pct "
        "agency_level unions_level disunity self_level level exemplary reward reward_no reward_date"
    )
    return records(keys, _CELL_YEARS)
