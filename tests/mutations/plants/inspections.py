"""Faults of plans, turns of inspection and remedies."""

from __future__ import annotations

from datetime import date, timedelta

from tests.mutations.planting import Plant, blank, blanks, put, scene, twice

DAY = timedelta(1)
NOBODY = "Trịnh Khắc Vô Danh"
TODAY, LATER = date(2026, 11, 23), date(2026, 11, 24)


def _check(row):
    return row["kind"] == "Kiểm tra"


def _thematic(row):
    return row["kind"] == "Giám sát chuyên đề"


def _of(table_rows, key, name):
    return next(row for row in table_rows if row[key] == name)


def _other_group(cell, name, *, same):
    group = _of(cell.tables["members"], "full_name", name)["group"]
    return [row["full_name"] for row in cell.tables["members"][:12] if (row["group"] == group) is same and row["full_name"] != name]


@scene("PLN303")
def plan_issued_late(cell, *, at_edge):
    """The yearly plan of the register, a day after the thirty-first of January."""
    row = cell.pick("documents", lambda one: one["kind"] == "Kế hoạch")
    row["date"] = date(row["date"].year, 2, 1) - (DAY if at_edge else 0 * DAY)
    return cell.place("documents", row, "date")


@scene("PLN304")
def plan_not_registered(cell, *, at_edge):
    """No plan of the year in the register."""
    row = cell.pick("documents", lambda one: one["kind"] == "Kế hoạch")
    row["title"] = "kiểm tra công tác" if at_edge else "công tác dân vận"
    item = next(one for one in cell.tables["plan_items"] if one["year"] == row["date"].year)
    return cell.place("plan_items", item, "year")


@scene("PLN305", "APT202")
def small_cell_without_committee(cell, *, at_edge):
    """No committee, no more than thirty members, one group."""
    row = cell.pick("plan_items", _thematic)
    cell.tables["plan_items"] = [one for one in cell.tables["plan_items"] if one is row or not _thematic(one)]
    cell.settings["Có chi uỷ"] = "không"
    for table, key in (("members", "group"), ("groups", "group"), ("supervision_notes", "group")):
        for one in cell.tables[table]:
            one[key] = one[key] if at_edge else None
    if not at_edge:
        cell.tables["groups"].clear()
    return cell.place("plan_items", row, "kind")


@scene("PLN306")
def never_planned(cell, *, at_edge):
    """Left out of the plans of the term, and never inspected in it."""
    turn = cell.pick("inspections")
    item = next(one for one in cell.tables["plan_items"] if _check(one) and one["members"] == turn["member"])
    member = _of(cell.tables["members"], "full_name", turn["member"])
    others = [one for one in cell.tables["plan_items"] if one["members"] == turn["member"]]
    for one in others:
        cell.tables["plan_items"].remove(one)
    if at_edge:
        cell.tables["plan_items"].append({**item, "status": None, "ends_on": date(2026, 12, 1), "starts_on": date(2026, 11, 28), "year": 2026})
    cell.tables["inspections"].remove(turn)
    return cell.place("members", member, "full_name")


@scene("PLN307")
def planned_twice(cell, *, at_edge):
    """The same member, kind and year on two lines."""
    row = cell.pick("plan_items", _check)
    again = {**row, "status": "Huỷ" if at_edge else "Chưa thực hiện", "starts_on": date(row["year"], 12, 1), "ends_on": date(row["year"], 12, 20)}
    if row["year"] < 2026:
        again["status"] = "Huỷ" if at_edge else "Hoàn thành"
    cell.tables["plan_items"].append(again)
    return cell.place("plan_items", again, "members")


@scene("PLN308")
def done_without_a_turn(cell, *, at_edge):
    """A line said to be done, and no turn of it."""
    row = cell.pick("plan_items", lambda one: _check(one) and one["ends_on"] < TODAY)
    turn = _of(cell.tables["inspections"], "member", row["members"])
    cell.tables["inspections"].remove(turn)
    row["status"] = "Huỷ" if at_edge else "Hoàn thành"
    return cell.place("plan_items", row, "status")


@scene("PLN309", "INS305")
def planned_after_leaving(cell, *, at_edge):
    """A line for who was gone when it began."""
    row = cell.pick("plan_items", _check)
    gone = cell.pick("members", lambda one: one["status"] == "Chuyển đi")
    row["members"] = f"{row['members']}; {gone['full_name']}"
    row["status"] = "Huỷ"
    if at_edge:
        row["members"] = row["members"].split(";")[0]
    return cell.place("plan_items", row, "members")


@scene("INS301", "PLN308")
def unknown_member(cell, *, at_edge):
    """A turn of nobody."""
    row = cell.pick("inspections")
    row["member"] = row["member"].upper() if at_edge else NOBODY
    return cell.place("inspections", row, "member")


@scene("INS206")
def inspector_of_the_group(cell, *, at_edge):
    """A leader of the team from the group of the inspected."""
    row = cell.pick("inspections")
    row["team_lead"] = cell.chance.choice(_other_group(cell, row["member"], same=not at_edge))
    return cell.place("inspections", row, "team_lead")


@scene("INS207")
def inspector_is_the_superior(cell, *, at_edge):
    """The secretary, a leader, inspects somebody of his own office."""
    boss = cell.chance.choice(cell.tables["members"][:2])
    row = cell.pick("inspections", lambda one: one["member"] in _other_group(cell, boss["full_name"], same=False)[2:])
    member = _of(cell.tables["members"], "full_name", row["member"])
    member["is_leader"] = "không"
    row["team_lead"] = boss["full_name"]
    member["employer"] = "Phòng khác" if at_edge else boss["employer"]
    return cell.place("inspections", row, "team_lead")


@scene("INS303", "PLN303")
def decided_before_the_plan(cell, *, at_edge):
    """The plan of the year is younger than the first decision."""
    row = cell.pick("inspections")
    plan = next(one for one in cell.tables["documents"] if one["kind"] == "Kế hoạch" and one["date"].year == row["year"])
    first = next(one for one in cell.tables["inspections"] if one["year"] == row["year"])
    plan["date"] = first["decision_date"] if at_edge else first["decision_date"] + DAY
    return cell.place("inspections", first, "decision_date")


@scene("INS304")
def begun_before_planned(cell, *, at_edge):
    """It began a day before the plan says."""
    row = cell.pick("inspections")
    item = next(one for one in cell.tables["plan_items"] if _check(one) and one["members"] == row["member"])
    item["starts_on"] = row["starts_on"] + (0 * DAY if at_edge else DAY)
    return cell.place("inspections", row, "starts_on")


@scene("INS305")
def not_planned(cell, *, at_edge):
    """A turn of a year with a plan that does not have it."""
    row = cell.pick("inspections")
    item = next(one for one in cell.tables["plan_items"] if _check(one) and one["members"] == row["member"])
    if at_edge:
        item["status"] = None
        item["ends_on"] = date(2026, 12, 1) if item["year"] == 2026 else item["ends_on"]
    else:
        item["status"] = "Huỷ"
    return cell.place("inspections", row, "member")


@scene("INS306", "INS310 DOC303")
def one_number_two_dates(cell, *, at_edge):
    """A second turn under the number, on another day."""
    rows = cell.tables["inspections"]
    at = cell.chance.randrange(1, len(rows))
    first, row = rows[at - 1], rows[at]
    if not at_edge:
        row["decision_no"] = first["decision_no"]
        cell.tables["documents"] = [one for one in cell.tables["documents"] if one["number"] != f"{at + 1:02}-QĐ/CB" or one["kind"] != "Quyết định"]
    return cell.place("inspections", row, "decision_date")


@scene("INS307", "DOC302")
def smaller_number_later(cell, *, at_edge):
    """Two decisions with their numbers changed for each other, in the sheet and in the register."""
    rows = cell.tables["inspections"]
    at = cell.chance.randrange(0, len(rows) - 1)
    one, two = rows[at], rows[at + 1]
    papers = {key: next(paper for paper in cell.tables["documents"] if paper["number"] == row["decision_no"]) for key, row in (("one", one), ("two", two))}
    if not at_edge:
        one["decision_no"], two["decision_no"] = two["decision_no"], one["decision_no"]
        papers["one"]["number"], papers["two"]["number"] = papers["two"]["number"], papers["one"]["number"]
        papers["one"]["file"], papers["two"]["file"] = papers["two"]["file"], papers["one"]["file"]
    return cell.place("inspections", two, "decision_no")


@scene("INS311")
def to_be_disciplined(cell, *, at_edge):
    """Concluded to be disciplined, and no decision."""
    row = cell.pick("inspections")
    row["conclusion"] = "Vi phạm chưa đến mức kỷ luật" if at_edge else "Vi phạm phải kỷ luật"
    return cell.place("inspections", row, "conclusion")


@scene("INS312", "BAL301 MTG302 RAT307 RAT329 PLN309 APT304")
def inspected_before_joining(cell, *, at_edge):
    """Who came after the decision."""
    row = cell.pick("inspections")
    member = _of(cell.tables["members"], "full_name", row["member"])
    member["joined_cell_on"] = row["decision_date"] + (0 * DAY if at_edge else DAY)
    return cell.place("inspections", row, "member")


@scene("INS309")
def not_in_the_register(cell, *, at_edge):
    """The last decision, left out of the register."""
    row = cell.tables["inspections"][-1]
    if not at_edge:
        cell.tables["documents"] = [one for one in cell.tables["documents"] if one["number"] != row["decision_no"]]
    return cell.place("inspections", row, "decision_no")


@scene("INS401")
def notice_too_early(cell, *, at_edge):
    """A notice, the day before a cell could issue one; in the register no line of it."""
    row = cell.tables["inspections"][cell.chance.randrange(6)]
    row["conclusion_no"] = "77-TB/CB"
    row["conclusion_date"] = date(2026, 1, 9) if at_edge else date(2026, 1, 8)
    row["remedy_due"], row["remedied_on"] = date(2026, 2, 9), date(2026, 2, 8)
    return cell.place("inspections", row, "conclusion_no")


@scene("REM301", "RAT306 INS102")
def repeated_shortcoming(cell, *, at_edge):
    """The same shortcoming again after it was said to be remedied."""
    rows = cell.tables["inspections"]
    first = rows[cell.chance.randrange(3)]
    again = {**first, **{key: value + timedelta(150) for key, value in first.items() if isinstance(value, date)}}
    again["decision_no"] = again["conclusion_no"] = None
    again["shortcomings"] = {"HC1": "HC2", "HC2": "HC3", "HC3": "HC1"}[first["shortcomings"]] if at_edge else first["shortcomings"]
    rows.append(again)
    return cell.place("inspections", again, "shortcomings")


_PLANS: tuple[Plant, ...] = (
    blank("PLN101", "plan_items", "members", where=_thematic), *blanks("PLN102", "plan_items", "starts_on", "ends_on"), blank("PLN103", "plan_items", "contents"),
    *blanks("PLN104", "plan_items", "year", "kind", where=_thematic), blank("PLN105", "plan_items", "superior_plan"), blank("PLN106", "plan_items", "responsible"),
    put("PLN201", "plan_items", "ends_on", lambda row: {"ends_on": row["starts_on"] - DAY}, lambda row: {"ends_on": row["starts_on"]}),
    put("PLN202", "plan_items", "period_to", lambda row: {"period_to": row["period_from"] - DAY}, lambda row: {"period_to": row["period_from"]}),
    put("PLN203", "plan_items", "period_to", lambda row: {"period_to": row["starts_on"] + DAY}, lambda row: {"period_to": row["starts_on"]}),
    put("PLN204", "plan_items", "starts_on", lambda row: {"starts_on": date(row["year"] - 1, 12, 31), "ends_on": date(row["year"], 1, 10), "period_to": date(row["year"] - 1, 6, 1)}, lambda row: {"starts_on": date(row["year"], 1, 1), "ends_on": date(row["year"], 1, 10)}, where=_check),
    put("PLN205", "plan_items", "contents", {"contents": "TDX"}, {"contents": "việc riêng"}),
    put("PLN206", "plan_items", "ends_on", lambda row: {"ends_on": row["starts_on"] + timedelta(31)}, lambda row: {"ends_on": row["starts_on"] + timedelta(30)}),
    put("PLN207", "plan_items", "status", {"starts_on": date(2026, 11, 1), "ends_on": date(2026, 11, 22), "status": "Đang thực hiện"}, {"starts_on": date(2026, 11, 1), "ends_on": TODAY, "status": "Đang thực hiện"}, where=lambda row: _thematic(row) and row["year"] == 2026),
    put("PLN208", "plan_items", "status", {"starts_on": LATER, "ends_on": date(2026, 12, 10)}, {"starts_on": TODAY, "ends_on": date(2026, 12, 10)}, where=lambda row: _thematic(row) and row["year"] == 2026),
    put("PLN209", "plan_items", "status", {"starts_on": date(2026, 11, 1), "ends_on": date(2026, 11, 22), "status": None}, {"starts_on": date(2026, 11, 1), "ends_on": TODAY, "status": None}, where=lambda row: _thematic(row) and row["year"] == 2026),
    put("PLN301", "plan_items", "members", {"members": NOBODY}, {"members": "Toàn chi bộ"}, where=_thematic),
    put("PLN302", "plan_items", "responsible", {"responsible": NOBODY}),
    plan_issued_late, plan_not_registered, small_cell_without_committee, never_planned, planned_twice, done_without_a_turn, planned_after_leaving,
)  # fmt: skip
_TURNS: tuple[Plant, ...] = (
    *blanks("INS101", "inspections", "kind", "member", brings="PLN308"), blank("INS101", "inspections", "contents"),
    blank("INS102", "inspections", "decision_no"), blank("INS103", "inspections", "decision_date"), blank("INS104", "inspections", "conclusion_date"),
    *blanks("INS105", "inspections", "strengths", "shortcomings"), blank("INS106", "inspections", "conclusion"), blank("INS107", "inspections", "team_lead"),
    blank("INS108", "inspections", "degradation"),
    put("INS201", "inspections", "decision_date", lambda row: {"year": row["year"] - 1}, brings="INS305 PLN308 RAT306"),
    put("INS202", "inspections", "starts_on", lambda row: {"starts_on": row["decision_date"] - DAY}, lambda row: {"starts_on": row["decision_date"]}, brings="INS304"),
    put("INS203", "inspections", "ends_on", lambda row: {"ends_on": row["starts_on"] - DAY}, lambda row: {"ends_on": row["starts_on"]}),
    put("INS203", "inspections", "ends_on", lambda row: {"starts_on": None, "ends_on": row["decision_date"] - DAY}, lambda row: {"starts_on": None, "ends_on": row["decision_date"]}),
    put("INS204", "inspections", "ends_on", lambda row: {"ends_on": row["starts_on"] + timedelta(31)}, lambda row: {"ends_on": row["starts_on"] + timedelta(30)}, brings="INS216"),
    put("INS205", "inspections", "team_lead", lambda row: {"team_lead": row["member"]}),
    put("INS208", "inspections", "self_report_on", lambda row: {"self_report_on": row["self_report_due"] + DAY}, lambda row: {"self_report_on": row["self_report_due"]}),
    put("INS209", "inspections", "self_report_on", {"self_report_due": date(2026, 11, 22), "self_report_on": None}, {"self_report_due": TODAY, "self_report_on": None}),
    put("INS210", "inspections", "conclusion_date", lambda row: {"conclusion_date": row["starts_on"] - DAY}, lambda row: {"conclusion_date": row["starts_on"]}, brings="INS310"),
    put("INS211", "inspections", "evidence", {"evidence": "Báo cáo tự kiểm tra"}, {"evidence": "Kết quả công tác"}),
    put("INS212", "inspections", "contents", {"contents": "TDX"}, {"contents": "việc riêng"}),
    put("INS213", "inspections", "conclusion", {"conclusion": "Tốt", "degradation": "có"}, {"conclusion": "Có hạn chế", "degradation": "có"}),
    put("INS214", "inspections", "remedied_on", {"remedied_on": LATER}, {"remedied_on": TODAY}, brings="REM203"),
    put("INS215", "inspections", "decision_no", {"decision_no": "năm"}),
    put("INS216", "inspections", "conclusion_date", lambda row: {"conclusion_date": row["ends_on"] - DAY}, lambda row: {"conclusion_date": row["ends_on"]}, brings="INS310"),
    put("INS302", "inspections", "team_lead", {"team_lead": NOBODY}),
    twice("INS308", "inspections", "member", but={"decision_date": None, "decision_no": None}, brings="RAT306"),
    put("INS310", "inspections", "decision_date", lambda row: {"decision_date": row["decision_date"] + DAY}),
    unknown_member, inspector_of_the_group, inspector_is_the_superior, decided_before_the_plan, begun_before_planned, not_planned, one_number_two_dates,
    smaller_number_later, to_be_disciplined, inspected_before_joining, not_in_the_register, notice_too_early,
    blank("REM101", "inspections", "remedy_due"), blank("REM102", "inspections", "remedy"),
    put("REM201", "inspections", "remedied_on", lambda row: {"remedied_on": row["conclusion_date"] - DAY}, lambda row: {"remedied_on": row["conclusion_date"]}),
    put("REM202", "inspections", "remedied_on", {"remedy_due": date(2026, 11, 22), "remedied_on": None}, {"remedy_due": TODAY, "remedied_on": None}),
    put("REM203", "inspections", "remedied_on", lambda row: {"remedied_on": row["remedy_due"] + DAY}, lambda row: {"remedied_on": row["remedy_due"]}),
    put("REM204", "inspections", "remedy_due", lambda row: {"remedy_due": row["conclusion_date"] - DAY}, lambda row: {"remedy_due": row["conclusion_date"]}, brings="REM203"),
    repeated_shortcoming,
)  # fmt: skip
PLANTS = (*_PLANS, *_TURNS)
