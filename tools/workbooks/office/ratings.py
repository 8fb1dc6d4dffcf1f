"""Yearly ratings 2015–2025: what each regime asks to be entered, the votes, the result, the superior's decision."""

from __future__ import annotations

from decimal import Decimal

from addin.core.levels import Level
from tools.workbooks.contents import Record, Value
from tools.workbooks.office.ballots import Vote, vote_of
from tools.workbooks.office.people import LEADERS, staff_kind_of
from tools.workbooks.office.standing import FIRST_RATED, LAST_RATED, rated_in
from tools.workbooks.office.tasks import counts

_FIRST_UNIT, _FIRST_POINTS = 2023, 2025
_GRADES = {
    Level.HTXS: ("Xuất sắc", "Xuất sắc", "Tốt", "Tốt", "Xuất sắc", "Xuất sắc"),
    Level.HTT: ("Tốt", "Tốt", "Tốt", "Tốt", "Tốt", "Tốt"),
    Level.HTN: ("Tốt", "Tốt", "Trung bình", "Trung bình", "Trung bình", "Trung bình"),
}
_GRADE_KEYS = ("grade_politics", "grade_ethics", "grade_discipline", "grade_style", "grade_tasks", "grade_remedy")
_COUNTS = {Level.HTXS: (6, 6, 4, 0), Level.HTT: (6, 6, 1, 0), Level.HTN: (5, 5, 0, 1)}
POINTS = {Level.HTXS: (28, 65), Level.HTT: (26, 58), Level.HTN: (22, 44)}
_WHY = {
    Level.HTXS: "Các tiêu chí đạt yêu cầu, kết quả nhiệm vụ xuất sắc",
    Level.HTT: "Các tiêu chí đạt yêu cầu, hoàn thành đủ nhiệm vụ",
    Level.HTN: "Còn việc chậm hạn, cần khắc phục hạn chế đã chỉ ra",
}


def ratings() -> list[Record]:
    """The rows of “Xếp loại”."""
    rows: list[Record] = []
    for year in range(FIRST_RATED, LAST_RATED + 1):
        rows += [_row(year, index, name, level) for index, (name, level) in enumerate(rated_in(year))]
    return rows


def _row(year: int, index: int, name: str, level: Level) -> Record:
    vote = vote_of(year, index, level)
    return {
        "year": year,
        "member": name,
        **_judged(year, index, name, level),
        "self_level": level if level is Level.HTXS or index % 6 else Level.HTT,
        "agency_level": level if staff_kind_of(name) != "Lao động hợp đồng" else None,
        "union_level": level,
        "committee_level": level,
        **_votes(vote),
        "cell_level": level,
        "reasons": f"{_WHY[level]}; {vote.most}/{vote.returned} phiếu đồng ý.",
        "final_level": level,
        "final_no": "giả định",
        "final_date": f"12/{year}",
    }


def _judged(year: int, index: int, name: str, level: Level) -> dict[str, Value]:
    found: dict[str, Value] = {"sick_months": 0, "degradation": False, "breach": False}
    numbers = counts().get((name, year)) or _COUNTS[level]
    found |= dict(zip(("tasks_assigned", "tasks_done", "tasks_over", "tasks_late"), numbers, strict=True))
    if year < _FIRST_POINTS:
        found |= dict(zip(_GRADE_KEYS, _GRADES[level], strict=True))
    else:
        general, results = points_of(index, level)
        found |= {"points_general": general, "points_tasks": results}
    if year >= _FIRST_UNIT and name in LEADERS:
        found |= {"unit_done_pct": Decimal(1), "unit_over_pct": Decimal("0.6") if level is Level.HTXS else Decimal("0.2")}
    if year >= _FIRST_POINTS and name in LEADERS:
        found |= {"low_confidence_pct": Decimal(0)}
    return found


def points_of(index: int, level: Level) -> tuple[int, int]:
    """Points of the two sections; a little different from member to member."""
    general, results = POINTS[level]
    return general - index % 2, results + index % 3


def _votes(vote: Vote) -> dict[str, Value]:
    return {
        "votes_htxs": vote.htxs,
        "votes_htt": vote.htt,
        "votes_htn": vote.htn,
        "votes_kht": 0,
        "votes_none": 0,
        "votes_invalid": vote.invalid,
    }
