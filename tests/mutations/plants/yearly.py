"""Faults of ratings, criteria, votes, the cell's years, discipline and rewards."""

from __future__ import annotations

from datetime import date, timedelta

from tests.mutations.planting import Plant, blank, blanks, put, scene, twice
from tests.mutations.planting import heading as with_heading

DAY = timedelta(1)
NOBODY = "Trịnh Khắc Vô Danh"
TODAY, LATER = date(2026, 11, 23), date(2026, 11, 24)
_GRADES = ("grade_politics", "grade_ethics", "grade_discipline", "grade_style", "grade_tasks", "grade_remedy")


def _of(year):
    return lambda row: row["year"] == year


def _leader(row):
    return "unit_done_pct" in row


def _plain(row):
    return not _leader(row)


def _member(cell, name):
    return next(row for row in cell.tables["members"] if row["full_name"] == name)


@scene("RAT303", "BAL304")
def votes_do_not_sum(cell, *, at_edge):
    """One vote less than the valid papers; marked as spoilt it is told."""
    row = cell.pick("ratings")
    row["votes_htt"] = 11
    if at_edge:
        row["votes_none"] = 1
    return cell.place("ratings", row, "votes_htxs")


@scene("RAT304", "RAT303")
def more_votes_than_voters(cell, *, at_edge):
    """A vote too many."""
    row = cell.pick("ratings", _of(2024))
    row["votes_htt"] = 12 if at_edge else 13
    return cell.place("ratings", row, "votes_htxs")


@scene("RAT307", "BAL301 INS312 PLN309 MTG302")
def rated_after_leaving(cell, *, at_edge):
    """Who left on the day of the meeting is rated elsewhere."""
    row = cell.pick("ratings", lambda one: one["year"] == 2025 and one["member"] in [other["full_name"] for other in cell.tables["members"][6:12]])
    member = _member(cell, row["member"])
    left = date(2025, 12, 13) if at_edge else date(2025, 12, 12)
    member |= {"left_cell_on": left, "status": "Chuyển đi", "status_from": left}
    return cell.place("ratings", row, "member")


@scene("RAT308")
def without_a_row(cell, *, at_edge):
    """No row of a past year for one to be rated."""
    row = cell.pick("ratings")
    member = _member(cell, row["member"])
    if not at_edge:
        cell.tables["ratings"].remove(row)
    return cell.place("members", member, "full_name")


@scene("RAT302")
def two_rows(cell, *, at_edge):
    """A second row of the year that says otherwise."""
    row = cell.pick("ratings", _of(2024))
    again = {**row, "final_level": "HTN", "year": 2023 if at_edge else 2024}
    cell.tables["ratings"].append(again)
    return cell.place("ratings", again, "member")


@scene("RAT305")
def counts_differ(cell, *, at_edge):
    """A task more typed than there is."""
    busy = {task["member"] for task in cell.tables["tasks"]}
    row = cell.pick("ratings", lambda one: one["year"] == 2025 and one["member"] in busy)
    row["tasks_over"] = 1 if at_edge else 2
    return cell.place("ratings", row, "tasks_over")


@scene("RAT306")
def fewer_shortcomings(cell, *, at_edge):
    """One less than the inspections found."""
    row = cell.pick("ratings", lambda one: one["year"] == 2025 and one["shortcomings_total"])
    row["shortcomings_total"] = row["shortcomings_fixed"] = row["shortcomings_total"] if at_edge else 0
    return cell.place("ratings", row, "shortcomings_total")


@scene("RAT211")
def figures_of_a_plain_member(cell, *, at_edge):
    """Confidence votes of somebody who leads nothing; none at all is no figure."""
    row = cell.pick("ratings", _plain)
    row["low_confidence_pct"] = "0%" if at_edge else "1%"
    return cell.place("ratings", row, "low_confidence_pct")


@scene("CRT301")
def section_does_not_sum(cell, *, at_edge):
    """A point more in one line; taken off another it sums again."""
    first = cell.chance.choice((0, 2))
    rows = cell.tables["criteria"]
    rows[first]["max_points"] += 1
    if at_edge:
        rows[first + 1]["max_points"] -= 1
    return cell.place("criteria", rows[first], "max_points")


@scene("CRT306")
def points_of_the_lines(cell, *, at_edge):
    """A point more than the lines add up to."""
    counted = {one["member"] for one in cell.tables["criteria_points"]}
    row = cell.pick("ratings", lambda one: one["year"] == 2025 and one["member"] in counted)
    row["points_general"] = 26 if at_edge else 27
    return cell.place("ratings", row, "points_general")


@scene("CRT303")
def more_than_the_line_gives(cell, *, at_edge):
    """Half a point above the most of a line."""
    row = cell.pick("criteria_points")
    most = next(one["max_points"] for one in cell.tables["criteria"] if one["code"] == row["code"])
    row["self_points"] = most if at_edge else most + 0.5
    return cell.place("criteria_points", row, "self_points")


@scene("BAL309")
def votes_without_count(cell, *, at_edge):
    """Votes of a year without a line of Kiểm phiếu."""
    year = 2024
    if not at_edge:
        cell.tables["ballot_counts"] = [row for row in cell.tables["ballot_counts"] if row["year"] != year]
    return cell.place("ratings", next(row for row in cell.tables["ratings"] if row["year"] == year), "votes_htxs")


@scene("BAL302", "BAL305")
def counters_disagree(cell, *, at_edge):
    """The second counter read one paper otherwise."""
    row = cell.pick("tallies", lambda one: one["counter"] == 2)
    row["none"] = 0 if at_edge else 1
    return cell.place("tallies", row, "none")


@scene("BAL303")
def counted_once(cell, *, at_edge):
    """A count is lacking."""
    row = cell.pick("tallies", lambda one: one["counter"] == 1)
    other = next(one for one in cell.tables["tallies"] if one["subject"] == row["subject"] and one["counter"] == 2)
    if not at_edge:
        cell.tables["tallies"].remove(other)
    return cell.place("tallies", row, "counter")


@scene("BAL304", "RAT304")
def tallies_say_otherwise(cell, *, at_edge):
    """The rating sheet has a spoilt paper the counters did not see."""
    row = cell.pick("ratings", _of(2025))
    row["votes_invalid"] = 0 if at_edge else 1
    return cell.place("ratings", row, "votes_invalid")


@scene("BAL305", "BAL302 BAL304")
def tally_does_not_sum(cell, *, at_edge):
    """Both counters one paper short; spoilt papers are papers."""
    row = cell.pick("tallies", lambda one: one["counter"] == 1)
    other = next(one for one in cell.tables["tallies"] if one["subject"] == row["subject"] and one["counter"] == 2)
    row["htt"] = other["htt"] = 11
    other["invalid"] = 1
    row["invalid"] = 1 if at_edge else 0
    return cell.place("tallies", row, "htxs")


@scene("PCL302", "RWD303")
def year_missing(cell, *, at_edge):
    """A year in the middle left out; at the end nothing is missing."""
    rows = cell.tables["cell_years"]
    gone = rows[-1] if at_edge else rows[cell.chance.randrange(1, len(rows) - 1)]
    at = rows.index(gone)
    rows.remove(gone)
    return cell.place("cell_years", rows[min(at, len(rows) - 1)], "year")


@scene("RWD303")
def reward_without_its_years(cell, *, at_edge):
    """The first year honoured is on no row."""
    cell.tables["cell_years"].pop(0)
    row = cell.tables["rewards"][0]
    row["year_from"] = 2022 if at_edge else 2021
    return cell.place("rewards", row, "year_from")


@scene("DIS302")
def dismissed_on_probation(cell, *, at_edge):
    """A heavier form the day before full membership."""
    row = cell.pick("disciplines")
    member = _member(cell, row["member"])
    row |= {"form": "Cách chức", "authority": "Đảng uỷ Thí dụ", "announced_on": None}
    day = row["decision_date"]
    member |= {"admitted_on": day.replace(year=day.year - 1) + (0 * DAY if at_edge else DAY), "official_on": day + (0 * DAY if at_edge else DAY)}
    return cell.place("disciplines", row, "form")


@scene("DIS303")
def dismissed_from_nothing(cell, *, at_edge):
    """No post anywhere on the day."""
    row = cell.pick("disciplines")
    member = _member(cell, row["member"])
    row |= {"form": "Cách chức", "authority": "Đảng uỷ Thí dụ", "announced_on": None}
    member["party_post"] = None
    member["job_title"] = "Trưởng nhóm" if at_edge else None
    return cell.place("disciplines", row, "form")


@scene("DIS304")
def expelled_and_there(cell, *, at_edge):
    """Expelled, and still on the roll."""
    row = cell.pick("disciplines")
    row |= {"form": "Cảnh cáo" if at_edge else "Khai trừ", "authority": "Đảng uỷ Thí dụ", "announced_on": None}
    return cell.place("disciplines", row, "form")


_RATINGS: tuple[Plant, ...] = (
    *blanks("RAT101", "ratings", "year", "member", where=_of(2024), brings="RAT308"), *blanks("RAT102", "ratings", "final_no", "final_date"),
    put("RAT201", "ratings", "points_general", {"points_general": 25}, where=_of(2024)),
    put("RAT202", "ratings", "grade_tasks", {"grade_tasks": "Tốt"}, where=_of(2025)),
    put("RAT203", "ratings", "points_tasks", {"points_tasks": 70.5}, {"points_tasks": 70}, where=_of(2025), brings="CRT306"),
    put("RAT204", "ratings", "tasks_done", {"tasks_done": 5}, {"tasks_done": 4}, where=_of(2024)),
    put("RAT205", "ratings", "shortcomings_fixed", {"shortcomings_total": 2, "shortcomings_fixed": 3}, {"shortcomings_total": 2, "shortcomings_fixed": 2}),
    put("RAT206", "ratings", "sick_months", {"sick_months": 12.5}, {"sick_months": 12}, where=_of(2024), brings="RAT320 RAT321 RAT322"),
    put("RAT207", "ratings", "unit_done_pct", {"unit_done_pct": "101%"}, {"unit_done_pct": "100%"}, where=_leader),
    put("RAT208", "ratings", "agency_level", {"agency_level": "TSVM"}),
    put("RAT209", "ratings", "final_date", {"final_date": date(2023, 12, 31)}, {"final_date": date(2024, 1, 1)}, where=_of(2024)),
    put("RAT210", "ratings", "year", {"year": 2027}, {"year": 2026}, where=_of(2024), brings="RAT308 BAL309 RAT209"),
    put("RAT212", "ratings", "quarters", {"quarters": "HTT; HTT; HTT"}, {"quarters": "HTT; HTT; HTT; HTT"}, where=_leader),
    put("RAT301", "ratings", "member", {"member": NOBODY}, brings="RAT308"),
    votes_do_not_sum, more_votes_than_voters, rated_after_leaving, without_a_row, two_rows, counts_differ, fewer_shortcomings, figures_of_a_plain_member,
    blank("CRT101", "criteria", "code", brings="CRT304 CRT306"), blank("CRT101", "criteria", "name"), blank("CRT101", "criteria", "section", brings="CRT301 CRT306"),
    *blanks("CRT102", "criteria_points", "year", "member", "code", brings="CRT306"),
    twice("CRT302", "criteria", "code", but={"code": "C9", "section": None}, brings="CRT301"),
    put("CRT304", "criteria_points", "code", {"code": "N9"}, brings="CRT306"), put("CRT305", "criteria_points", "member", {"member": NOBODY}, {"member": "Chi bộ"}, brings="CRT306"),
    points_of_the_lines,
    section_does_not_sum, more_than_the_line_gives,
)  # fmt: skip
_VOTES: tuple[Plant, ...] = (
    blank("BAL101", "ballot_counts", "year", where=_of(2024), brings="BAL309"), blank("BAL101", "ballot_counts", "meeting_on", where=_of(2024)),
    *blanks("BAL102", "tallies", "year", "meeting_on", "subject", brings="BAL303"), blank("BAL102", "tallies", "counter"),
    put("BAL201", "ballot_counts", "returned", {"returned": 13, "invalid": 1}),
    put("BAL202", "ballot_counts", "returned", {"invalid": 1}),
    put("BAL203", "ballot_counts", "present", {"present": 13}), put("BAL204", "ballot_counts", "summoned", {"summoned": 13}),
    put("BAL205", "ballot_counts", "issued", {"issued": 13}), put("BAL206", "ballot_counts", "counter_2", lambda row: {"counter_2": row["counter_1"]}),
    put("BAL207", "ballot_counts", "meeting_on", {"meeting_on": date(2023, 12, 31)}, {"meeting_on": date(2024, 1, 1)}, where=_of(2024)),
    put("BAL208", "ballot_counts", "meeting_on", {"meeting_on": LATER}, {"meeting_on": TODAY}, where=_of(2025)),
    put("BAL209", "tallies", "counter", {"counter": 3}, {"counter": 2}, where=lambda row: row["counter"] == 2),
    put("BAL301", "ballot_counts", "official", {"official": 13}),
    twice("BAL306", "tallies", "counter", but={"meeting_on": date(2025, 12, 20)}, where=lambda row: row["counter"] == 1),
    put("BAL307", "tallies", "subject", {"subject": NOBODY}, {"subject": "Chi bộ"}, brings="BAL303"), put("BAL308", "ballot_counts", "counter_1", {"counter_1": NOBODY}),
    with_heading("BAL401", "ballot_counts", "Người bỏ phiếu", "Người lập biểu"),
    votes_without_count, counters_disagree, counted_once, tallies_say_otherwise, tally_does_not_sum,
)  # fmt: skip
_CELL: tuple[Plant, ...] = (
    blank("PCL101", "cell_years", "year", where=_of(2021), brings="RWD303"), *blanks("PCL102", "cell_years", "reward_no", "reward_date"),
    put("PCL201", "cell_years", "level", {"level": "YK", "exemplary": None}),
    put("PCL202", "cell_years", "exemplary", {"level": "HTT"}),
    put("PCL203", "cell_years", "points", {"points": 100.5}, {"points": 100}), put("PCL204", "cell_years", "tasks_over_pct", {"tasks_over_pct": "101%"}, {"tasks_over_pct": "100%"}),
    put("PCL205", "cell_years", "year", {"year": 2027, "reward_date": date(2028, 1, 5)}, {"year": 2026}, where=_of(2025), brings="PCL302 RWD303"),
    put("PCL206", "cell_years", "reward_date", lambda row: {"reward_date": date(row["year"] - 1, 12, 31)}, lambda row: {"reward_date": date(row["year"], 1, 1)}),
    twice("PCL301", "cell_years", "year", but={"year": 2020}),
    year_missing,
    *blanks("DIS101", "disciplines", "member", "form"), blank("DIS101", "disciplines", "decision_date", brings="RAT327"), blank("DIS102", "disciplines", "announced_on"), blank("DIS103", "disciplines", "decision_no"),
    put("DIS201", "disciplines", "happened_on", lambda row: {"happened_on": row["decision_date"] + DAY}, lambda row: {"happened_on": row["decision_date"]}),
    put("DIS202", "disciplines", "decision_date", lambda row: {"announced_on": row["decision_date"] - timedelta(16)}, lambda row: {"announced_on": row["decision_date"] - timedelta(10)}),
    put("DIS203", "disciplines", "ended_on", lambda row: {"ended_on": row["decision_date"] - DAY}, lambda row: {"ended_on": row["decision_date"]}),
    put("DIS204", "disciplines", "appeal_on", {"appeal_on": LATER}, {"appeal_on": TODAY}, brings="DIS205"),
    put("DIS205", "disciplines", "appeal_on", lambda row: {"appeal_on": row["decision_date"] + timedelta(31)}, lambda row: {"appeal_on": row["decision_date"] + timedelta(30)}),
    put("DIS206", "disciplines", "happened_on", lambda row: {"happened_on": row["decision_date"].replace(year=row["decision_date"].year - 5) - DAY}, lambda row: {"happened_on": row["decision_date"].replace(year=row["decision_date"].year - 5)}),
    put("DIS301", "disciplines", "member", {"member": NOBODY}),
    dismissed_on_probation, dismissed_from_nothing, expelled_and_there,
    twice("DIS305", "disciplines", "member", but={"form": "Cảnh cáo"}),
    put("DIS401", "disciplines", "form", {"form": "Cách chức"}, {"form": "Cảnh cáo"}),
    *blanks("RWD101", "rewards", "subject", "form", "decision_date"), blank("RWD102", "rewards", "decision_no"),
    put("RWD201", "rewards", "year_to", lambda row: {"year_to": row["year_from"] - 1}, lambda row: {"year_to": row["year_from"]}, where=lambda row: row["subject"] != "Chi bộ"),
    put("RWD202", "rewards", "decision_date", {"decision_date": date(2024, 12, 31)}, {"decision_date": date(2025, 1, 1)}),
    put("RWD203", "rewards", "decision_date", {"decision_date": LATER}, {"decision_date": TODAY}),
    put("RWD301", "rewards", "subject", {"subject": NOBODY}, {"subject": "Chi bộ Bịa"}, where=lambda row: row["subject"] != "Chi bộ"),
    twice("RWD302", "rewards", "subject", but={"form": "Bằng khen khác"}), reward_without_its_years,
)  # fmt: skip
PLANTS = (*_RATINGS, *_VOTES, *_CELL)
