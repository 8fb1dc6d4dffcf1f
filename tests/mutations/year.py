"""What a clean cell keeps by year: ratings and their votes, points, rewards, discipline, comments, courses, commitments."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import Any

Rows = list[dict[str, Any]]
CRITERIA = (("C1", "Tiêu chí chung", 15), ("C2", "Tiêu chí chung", 15), ("N1", "Kết quả nhiệm vụ", 40), ("N2", "Kết quả nhiệm vụ", 30))
POINTS = {"C1": 13, "C2": 13, "N1": 35, "N2": 25}
_GRADES = ("grade_politics", "grade_ethics", "grade_discipline", "grade_style", "grade_tasks", "grade_remedy")
_LEVELS = ("self_level", "agency_level", "union_level", "committee_level", "cell_level", "final_level")
_MEETINGS = {2024: date(2024, 12, 10), 2025: date(2025, 12, 12)}


def sheets(chance: Random, members: Rows) -> dict[str, Rows]:
    """All of them, and the sheets that feed the next year."""
    names = [row["full_name"] for row in members]
    return {
        "ratings": [_rating(year, at, name) for year in _MEETINGS for at, name in enumerate(names)],
        "ballot_counts": [_ballots(year, day, names) for year, day in _MEETINGS.items()],
        "tallies": [_tally(name, counter) for name in names for counter in (1, 2)],
        "cell_years": [_cell_year(year) for year in range(2021, 2026)],
        "disciplines": [_discipline(names[at], at) for at in (8, 10)],
        "rewards": _rewards(names),
        **_by_member(chance, names),
        **_rest(names),
    }


def _rating(year: int, at: int, name: str) -> dict[str, Any]:
    shortcomings = int(at < 6) if year == 2025 else 0
    row: dict[str, Any] = {
        "year": year, "member": name, "tasks_assigned": 4, "tasks_done": 4, "tasks_over": 1, "tasks_late": 0, "shortcomings_total": shortcomings, "shortcomings_fixed": shortcomings,
        "votes_htxs": 0, "votes_htt": 12, "votes_htn": 0, "votes_kht": 0, "final_no": f"{year - 2000}-QĐ/ĐU", "final_date": date(year + 1, 1, 20), **dict.fromkeys(_LEVELS, "HTT"),
    }  # fmt: skip
    if at < 2:
        row |= {"unit_done_pct": "100%", "unit_over_pct": "60%", "unit_late_pct": "0%", "low_confidence_pct": "0%", "units_kht_pct": "0%"}
    return row | (dict.fromkeys(_GRADES, "Tốt") if year == 2024 else {"points_general": POINTS["C1"] + POINTS["C2"], "points_tasks": POINTS["N1"] + POINTS["N2"]})


def _ballots(year: int, day: date, names: list[str]) -> dict[str, Any]:
    counts = dict.fromkeys(("official", "summoned", "present", "issued", "returned", "valid"), 12)
    return {"year": year, "meeting_on": day, "subject": "Đảng viên", **counts, "invalid": 0, "counter_1": names[3], "counter_2": names[4]}


def _tally(name: str, counter: int) -> dict[str, Any]:
    return {"year": 2025, "meeting_on": _MEETINGS[2025], "subject": name, "counter": counter, "htxs": 0, "htt": 12, "htn": 0, "kht": 0, "none": 0, "invalid": 0}


def _cell_year(year: int) -> dict[str, Any]:
    return {
        "year": year, "points": 92, "tasks_done_pct": "100%", "tasks_over_pct": "40%", "tasks_late_pct": "0%", "self_level": "HTXS", "level": "HTXS", "exemplary": "có",
        "reward": "Giấy khen", "reward_no": f"1{year - 2020}-QĐ/ĐU", "reward_date": date(year + 1, 2, 3),
    }  # fmt: skip


def _discipline(name: str, at: int) -> dict[str, Any]:
    return {
        "member": name, "form": "Khiển trách", "decision_no": f"{at:02}-QĐ/CB", "decision_date": date(2023, 5, 10), "authority": "Chi bộ", "violation": "Vi phạm thời hạn báo cáo",
        "happened_on": date(2022, 10, 2), "announced_on": date(2023, 5, 9), "appeal_on": date(2023, 5, 25), "ended_on": date(2024, 5, 10),
    }  # fmt: skip


def _rewards(names: list[str]) -> Rows:
    cell = {"subject": "Chi bộ", "form": "Bằng khen", "year_from": 2021, "year_to": 2025, "decision_no": "21-QĐ/TU", "decision_date": date(2026, 2, 3), "authority": "Tỉnh uỷ"}
    own = [{"subject": name, "form": "Giấy khen", "year_from": 2025, "year_to": 2025, "decision_no": "09-QĐ/ĐU", "decision_date": date(2026, 1, 30), "authority": "Đảng uỷ"} for name in names[5:9]]
    return [cell, *own]


def _by_member(chance: Random, names: list[str]) -> dict[str, Rows]:
    return {
        "residence_comments": [
            {"year": 2025, "member": name, "requested_on": date(2025, 10, 1 + chance.randrange(20)), "received_on": date(2025, 11, 1 + chance.randrange(25)), "level": "Tốt", "text": "Gương mẫu"}
            for name in names
        ],
        "trainings": [
            {"member": name, "course": "Nghiệp vụ kiểm tra, giám sát", "topic": "Kỹ năng", "from": date(2025, 6, 2), "to": date(2025, 6, 6), "certificate": "Chứng nhận"} for name in names[:6]
        ],
        "commitments": [{"year": 2025, "member": name, "text": f"Tu dưỡng, việc số {at + 1}", "result": "Đạt", "evidence": "Bản kiểm điểm"} for at, name in enumerate(names)],
        "criteria_points": [{"year": 2025, "member": name, "code": code, "self_points": points, "points": points} for name in names[:4] for code, points in POINTS.items()],
    }  # fmt: skip


def _rest(names: list[str]) -> dict[str, Rows]:
    return {
        "proposals": [{"date": date(2026, 3, 3 + at), "by": names[at], "text": f"Đề xuất số {at + 1}", "decision": "Chấp nhận", "done_on": date(2026, 5, 3)} for at in range(4)],
        "warnings": [{"code": "CB1", "subject": names[9], "kind": "Cảnh báo", "seen_on": date(2026, 5, 5), "text": "Chậm việc", "action": "Nhắc nhở", "outcome": "Đã khắc phục", "closed_on": date(2026, 6, 5)}],
        "denunciations": [
            {"received_on": date(2026, 4, 2 + at), "member": names[6 + at], "content": "Phản ánh về công việc", "status": "Đã giải quyết", "conclusion": "Không có cơ sở", "cleared": "có", "accuser": "Hồ Kín Đáo"}
            for at in range(3)
        ],
        "criteria": [{"code": code, "name": f"Tiêu chí {code}", "section": section, "max_points": most, "applies_to": "Đảng viên"} for code, section, most in CRITERIA],
        "lessons": [{"year": 2025, "kind": "Bài học", "text": "Lập kế hoạch sớm", "applied_in": "2026"}],
        "regulations": [
            {"number": f"0{at}-QC/ĐU", "kind": "Quy chế", "issued_on": date(2024, 3, at), "issuer": "Đảng uỷ", "title": f"Quy chế số {at}", "in_force_from": date(2024, 4, 1), "in_force_to": date(2027, 4, 1)}
            for at in (1, 2, 3)
        ],
    }  # fmt: skip
