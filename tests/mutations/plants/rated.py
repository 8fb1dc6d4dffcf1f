"""Faults only a computed rating shows: votes and levels against the ceiling, each other and the cap."""

from __future__ import annotations

from datetime import date

from tests.mutations.planting import Plant, put, scene

_TOP = {"votes_htxs": 12, "votes_htt": 0}


def _of(year):
    return lambda row: row["year"] == year


@scene("RAT320")
def voted_too_high(cell, *, at_edge):
    """The meeting voted what the points do not bear."""
    row = cell.pick("ratings", _of(2024))
    if not at_edge:
        row |= _TOP | {"cell_level": None}
    return cell.place("ratings", row, "votes_htxs")


@scene("RAT324")
def over_the_cap(cell, *, at_edge):
    """Everybody at the top of the year, and one less than the cap allows."""
    rows = [row for row in cell.tables["ratings"] if row["year"] == 2024]
    chosen = rows[: 2 if at_edge else 12]
    for row in chosen:
        row.update(dict.fromkeys(("grade_politics", "grade_ethics", "grade_discipline", "grade_style", "grade_tasks", "grade_remedy"), "Xuất sắc"))
        row.update(_TOP | dict.fromkeys(("cell_level", "final_level"), "HTXS") | {"tasks_assigned": 10, "tasks_done": 10, "tasks_over": 6})
    return cell.place("ratings", rows[0], "final_level")


@scene("RAT329", "RES303 PLN306 SUP306")
def rated_too_new(cell, *, at_edge):
    """A level for one admitted less than six months before the meeting."""
    gone = next(row for row in cell.tables["members"] if row["status"] == "Chuyển đi")
    gone |= {"admitted_on": date(2025, 6, 12) if at_edge else date(2025, 6, 13), "official_on": None, "joined_cell_on": None, "left_cell_on": None, "status": "Đang sinh hoạt", "status_from": None, "note": "Kéo dài dự bị"}
    row = {"year": 2025, "member": gone["full_name"], "cell_level": "HTT", "final_no": "1-QĐ/ĐU", "final_date": date(2026, 1, 20), "points_general": 26, "points_tasks": 60, "tasks_assigned": 4, "tasks_done": 4, "tasks_over": 0, "tasks_late": 0}
    cell.tables["ratings"].append(row)
    return cell.place("ratings", row, "cell_level")


PLANTS: tuple[Plant, ...] = (
    put("RAT321", "ratings", "cell_level", {"cell_level": "HTXS"}, brings="RAT328"), put("RAT322", "ratings", "final_level", {"final_level": "HTXS"}),
    put("RAT323", "ratings", "votes_htxs", {"votes_htxs": 0, "votes_htt": 6, "votes_htn": 6, "cell_level": None}, {"votes_htxs": 0, "votes_htt": 7, "votes_htn": 5, "cell_level": None}, where=_of(2024)),
    put("RAT327", "ratings", "votes_htxs", {"tasks_assigned": None}, where=_of(2024)),
    put("RAT328", "ratings", "cell_level", {"cell_level": "HTN"}),
    put("RAT330", "ratings", "proposed_level", {"proposed_level": "HTN"}, {"proposed_level": "HTT"}),
    voted_too_high, over_the_cap, rated_too_new,
)  # fmt: skip
