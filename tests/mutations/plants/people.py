"""Faults of the settings, the roll, the groups and the posts."""

from __future__ import annotations

from datetime import date, timedelta

from tests.mutations.planting import Plant, blank, put, scene, set_to, twice

DAY = timedelta(1)
NOBODY = "Trịnh Khắc Vô Danh"
LATER = date(2026, 11, 24)
TODAY = date(2026, 11, 23)


def _plain(row):
    """No post, no group to lead, nobody the papers need."""
    return row["party_post"] == "Đảng viên" and row["status"] == "Đang sinh hoạt"


def _months(day: date, months: int) -> date:
    return date(day.year + (day.month - 1 + months) // 12, (day.month - 1 + months) % 12 + 1, day.day)


def _gone(row):
    """Whom no other sheet names."""
    return row["status"] == "Chuyển đi"


def _past(row):
    return "to" in row


_OTHER = {"member_id": "DV900", "full_name": "Mạc Văn Khác", "birth_date": date(1970, 3, 4), "id_number": "079012345678", "party_card": "88001122"}


def _without(*keys):
    return {key: value for key, value in _OTHER.items() if key not in keys}


@scene("MEM305")
def namesakes(cell, *, at_edge):
    """Two of one name without a number; with numbers they are told apart."""
    stranger = {**cell.pick("members", _gone), **_without("full_name")}
    stranger["member_id"] = "DV900" if at_edge else None
    cell.tables["members"].append(stranger)
    return cell.place("members", stranger, "full_name")


@scene("MEM307", "MEM308")
def two_secretaries(cell, *, at_edge):
    """A second one on the roll; a former one is none."""
    row = cell.pick("members", _plain)
    row["party_post"] = "Nguyên Bí thư" if at_edge else "Bí thư"
    return cell.place("members", row, "party_post")


@scene("MEM308")
def another_secretary_than_appointed(cell, *, at_edge):
    """The roll and the posts name two people."""
    old, new = cell.tables["members"][0], cell.pick("members", _plain)
    if not at_edge:
        old["party_post"], new["party_post"] = "Đảng viên", "Bí thư"
    return cell.place("members", new, "party_post")


@scene("GRP302", "MEM309")
def leader_of_another(cell, *, at_edge):
    """A leader who belongs elsewhere."""
    row = cell.pick("groups")
    own = [one for one in cell.tables["members"] if _plain(one) and (one["group"] == row["group"]) is at_edge]
    row["leader"] = cell.chance.choice(own)["full_name"]
    return cell.place("groups", row, "leader")


@scene("GRP303")
def two_leaders(cell, *, at_edge):
    """A second leader of a group while the first leads; from the day the first ends there is one."""
    first = cell.pick("groups")
    at = int(first["group"][-1]) - 1
    end = date(2027, 1, 5)
    second = {"group": first["group"], "leader": cell.tables["members"][6 + at]["full_name"], "from": end}
    first["to"] = end if at_edge else end + DAY
    cell.tables["groups"].append(second)
    return cell.place("groups", second, "leader")


@scene("GRP304", "MEM309")
def nobody_leads(cell, *, at_edge):
    """A leader whose time ended and nobody after."""
    row = cell.pick("groups")
    row["to"] = TODAY + DAY if at_edge else TODAY - DAY
    return cell.place("groups", row, "to")


@scene("GRP305", "GRP302 SUP305")
def nobody_in_the_group(cell, *, at_edge):
    """A fourth group nobody belongs to."""
    leader = cell.pick("members", _plain)
    row = {"group": "Tổ 4", "leader": leader["full_name"], "from": date(2024, 1, 1), "to": TODAY - DAY if at_edge else None}
    cell.tables["groups"].append(row)
    return cell.place("groups", row, "group")


@scene("GRP306")
def leader_on_leave(cell, *, at_edge):
    """A leader excused from activity leads no more."""
    row = cell.pick("groups")
    member = next(one for one in cell.tables["members"] if one["full_name"] == row["leader"])
    member["status"], member["status_from"] = "Miễn công tác và sinh hoạt", LATER if at_edge else TODAY
    return cell.place("groups", row, "leader")


@scene("APT302")
def two_secretaries_at_once(cell, *, at_edge):
    """The old secretary holds on for a day."""
    old, new = cell.tables["appointments"][:2]
    old["to"] = new["from"] if at_edge else new["from"] + DAY
    return cell.place("appointments", new, "from")


@scene("APT303")
def no_secretary(cell, *, at_edge):
    """The last one's time ended."""
    cell.tables["appointments"][1]["to"] = TODAY if at_edge else TODAY - DAY
    return cell.sheet("appointments")


@scene("APT305")
def no_adviser(cell, *, at_edge):
    """Nobody follows inspection any more."""
    cell.tables["appointments"][3]["to"] = TODAY if at_edge else TODAY - DAY
    return cell.sheet("appointments")


@scene("APT304")
def post_after_leaving(cell, *, at_edge):
    """Who held a post once left before its end."""
    row = cell.pick("appointments", lambda one: one["role"] != "Bí thư")
    member = next(one for one in cell.tables["members"] if one["full_name"] == row["member"])
    first = member["admitted_on"]
    row["from"] = first if at_edge else first - DAY
    return cell.place("appointments", row, "from")


@scene("APT202")
def adviser_without_committee(cell, *, at_edge):
    """The settings say there is no committee."""
    cell.settings["Có chi uỷ"] = "có" if at_edge else "không"
    return cell.place("appointments", cell.tables["appointments"][3], "role")


_NEW = {"admitted_on": date(2026, 1, 5), "official_on": None, "joined_cell_on": None, "left_cell_on": None, "status": "Đang sinh hoạt", "status_from": None}
PLANTS: tuple[Plant, ...] = (
    set_to("SET101", "Tên chi bộ", None, at="sheet"), set_to("SET102", "Đảng bộ cấp trên", None, at="sheet"), set_to("SET103", "Địa danh", None, at="sheet"),
    set_to("SET104", "Nhiệm kỳ", None, at="sheet"),
    set_to("SET201", "Nhiệm kỳ", "01/7/2022–31/12/2024; 31/12/2024–30/6/2027"),
    set_to("SET202", "Nhiệm kỳ", "01/7/2022–31/12/2024; 01/01/2025–30/6/2027; 02/7/2027–01/7/2027", "01/7/2022–31/12/2024; 01/01/2025–30/6/2027; 01/7/2027–01/7/2027", brings="SET205"),
    set_to("SET203", "Tỷ lệ phiếu", "100%", "99%", brings="RAT323 RAT328"),
    set_to("SET204", "Tỷ lệ HTXS được nâng", "25%"),
    set_to("SET205", "Nhiệm kỳ", "01/7/2022–30/12/2024; 01/01/2025–30/6/2027"),
    set_to("SET206", "Nhiệm kỳ", "01/7/2022–30/6/2025; 01/7/2025–02/7/2030", "01/7/2022–30/6/2025; 01/7/2025–01/7/2030"),
    blank("MEM101", "members", "full_name", where=_gone), blank("MEM102", "members", "birth_date"), blank("MEM103", "members", "admitted_on"),
    blank("MEM104", "members", "group", where=lambda row: not _gone(row)),
    put("MEM105", "members", "admitted_on", lambda row: {"admitted_on": f"{row['admitted_on'].month}/{row['admitted_on'].year}"}),
    put("MEM106", "members", "status_from", {"status": "Sinh hoạt tạm thời"}, {"status": "Sinh hoạt tạm thời", "status_from": LATER}, where=_plain),
    put("MEM201", "members", "admitted_on", lambda row: {"birth_date": row["admitted_on"] + DAY}, lambda row: {"birth_date": row["admitted_on"]}),
    put("MEM203", "members", "official_on", lambda row: {"official_on": _months(row["admitted_on"], 12) - DAY}, lambda row: {"official_on": _months(row["admitted_on"], 13)}),
    put("MEM204", "members", "official_on", lambda row: {"official_on": row["admitted_on"] - DAY}, lambda row: {"official_on": row["admitted_on"]}),
    put("MEM205", "members", "id_number", lambda row: {"id_number": row["id_number"][:-1]}),
    put("MEM206", "members", "joined_cell_on", {"joined_cell_on": LATER, "left_cell_on": None}, {"joined_cell_on": TODAY, "left_cell_on": None}, where=_gone),
    put("MEM206", "members", "admitted_on", {"admitted_on": LATER}, {"admitted_on": TODAY}, where=lambda row: not _gone(row), brings="MEM204"),
    put("MEM207", "members", "status_from", lambda row: {"status_from": row["admitted_on"] - DAY}, lambda row: {"status_from": row["admitted_on"]}),
    put("MEM208", "members", "status", {"left_cell_on": TODAY}, {"left_cell_on": LATER}, where=_plain),
    put("MEM209", "members", "left_cell_on", {"joined_cell_on": date(2024, 1, 2), "left_cell_on": date(2024, 1, 1)}, {"joined_cell_on": date(2024, 1, 1), "left_cell_on": date(2024, 1, 1)}, where=_gone),
    put("MEM210", "members", "joined_cell_on", lambda row: {"joined_cell_on": row["admitted_on"] - DAY}, lambda row: {"joined_cell_on": row["admitted_on"]}),
    put("MEM211", "members", "official_on", {**_NEW, "admitted_on": date(2025, 10, 22)}, {**_NEW, "admitted_on": date(2025, 10, 23)}, where=_gone, brings="PLN306 SUP306 RES303"),
    put("MEM212", "members", "party_post", {**_NEW, "party_post": "Chi uỷ viên"}, _NEW, where=_gone, brings="PLN306 SUP306"),
    twice("MEM301", "members", "member_id", fault=_OTHER | {"member_id": "DV013"}, but=_OTHER, where=lambda row: row["member_id"] == "DV013"),
    twice("MEM302", "members", "party_card", fault=_without("party_card"), but=_OTHER, where=_gone),
    twice("MEM303", "members", "id_number", fault=_without("id_number"), but=_OTHER, where=_gone),
    twice("MEM304", "members", "full_name", fault=_without("full_name", "birth_date"), but=_without("full_name"), where=_gone),
    put("MEM306", "members", "group", {"group": "Tổ 7"}, {"group": "TỔ  2"}, where=_plain),
    put("MEM309", "members", "party_post", {"party_post": "Tổ trưởng"}, {"party_post": "Tổ phó"}, where=_plain),
    blank("GRP101", "groups", "leader"),
    put("GRP201", "groups", "to", {"to": date(2022, 6, 30)}, {"to": date(2022, 7, 1)}, brings="GRP304 MEM309"),
    put("GRP301", "groups", "leader", {"leader": NOBODY}),
    leader_of_another,
    blank("APT101", "appointments", "role", where=_past), blank("APT102", "appointments", "suitability", where=lambda row: "suitability" in row),
    put("APT201", "appointments", "to", lambda row: {"to": row["from"] - DAY}, lambda row: {"to": row["from"]}, where=_past),
    put("APT301", "appointments", "member", {"member": NOBODY}, where=_past),
    namesakes, two_secretaries, another_secretary_than_appointed, two_leaders, nobody_leads, nobody_in_the_group, leader_on_leave,
    two_secretaries_at_once, no_secretary, no_adviser, post_after_leaving, adviser_without_committee,
)  # fmt: skip
