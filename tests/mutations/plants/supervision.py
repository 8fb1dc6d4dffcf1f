"""Faults of supervision notes and tasks."""

from __future__ import annotations

from datetime import date, timedelta

from tests.mutations.planting import Plant, blank, blanks, put, scene, twice

DAY = timedelta(1)
NOBODY = "Trịnh Khắc Vô Danh"
TODAY, LATER = date(2026, 11, 23), date(2026, 11, 24)


@scene("SUP303")
def observer_without_mandate(cell, *, at_edge):
    """Somebody without a group to lead or a seat."""
    row = cell.pick("supervision_notes", lambda one: one["noted_on"] < date(2026, 11, 12))
    member = cell.chance.choice([one for one in cell.tables["members"][6:12] if one["full_name"] != row["member"]])
    if at_edge:
        cell.tables["appointments"].append({"role": "Thư ký", "member": member["full_name"], "from": date(2025, 1, 1), "to": date(2026, 11, 1)})
    row["observer"] = member["full_name"]
    return cell.place("supervision_notes", row, "observer")


@scene("SUP304")
def interrupted(cell, *, at_edge):
    """A group without a note in a quarter; one late in it is regular."""
    group = f"Tổ {cell.chance.randrange(1, 4)}"
    rows = [row for row in cell.tables["supervision_notes"] if row["group"] == group]
    kept = next(row for row in rows if row["noted_on"] == date(2025, 3, 12))
    late = next(row for row in rows if row["noted_on"] == date(2025, 5, 12))
    late["noted_on"] = late["action_on"] = date(2025, 6, 30) if at_edge else date(2025, 7, 1)
    return cell.place("supervision_notes", kept, "noted_on")


@scene("SUP305", "SUP306")
def group_without_notes(cell, *, at_edge):
    """No note of a group."""
    row = cell.pick("groups")
    if not at_edge:
        cell.tables["supervision_notes"] = [one for one in cell.tables["supervision_notes"] if one["group"] != row["group"]]
    return cell.place("groups", row, "leader")


@scene("SUP306")
def never_observed(cell, *, at_edge):
    """No note about one of the members."""
    member = cell.tables["members"][cell.chance.randrange(6, 12)]
    if not at_edge:
        other = next(one for one in cell.tables["members"][6:12] if one is not member and one["group"] == member["group"])
        for note in cell.tables["supervision_notes"]:
            note["member"] = other["full_name"] if note["member"] == member["full_name"] else note["member"]
    return cell.place("members", member, "full_name")


@scene("SUP307")
def copied_note(cell, *, at_edge):
    """The words of another note."""
    first, row = sorted(cell.chance.sample(range(len(cell.tables["supervision_notes"])), 2))
    notes = cell.tables["supervision_notes"]
    notes[row]["text"] = notes[first]["text"] + (" nữa" if at_edge else "")
    return cell.place("supervision_notes", notes[row], "text")


PLANTS: tuple[Plant, ...] = (
    blank("SUP101", "supervision_notes", "noted_on", brings="SUP304"), *blanks("SUP101", "supervision_notes", "observer", "kind", "text"), blank("SUP101", "supervision_notes", "member", brings="SUP306"),
    put("SUP102", "supervision_notes", "action", {"kind": "Dấu hiệu vi phạm", "action": None}, {"kind": "Hạn chế", "action": None}),
    put("SUP201", "supervision_notes", "noted_on", {"noted_on": LATER, "action_on": None}, {"noted_on": TODAY, "action_on": None}, where=lambda row: row["noted_on"] == date(2026, 11, 12)),
    put("SUP202", "supervision_notes", "happened_on", lambda row: {"happened_on": row["noted_on"] + DAY}, lambda row: {"happened_on": row["noted_on"]}),
    put("SUP203", "supervision_notes", "action_on", lambda row: {"action_on": row["noted_on"] - DAY}, lambda row: {"action_on": row["noted_on"]}),
    put("SUP204", "supervision_notes", "noted_on", lambda row: {"happened_on": row["noted_on"] - timedelta(91)}, lambda row: {"happened_on": row["noted_on"] - timedelta(90)}),
    put("SUP205", "supervision_notes", "observer", lambda row: {"observer": row["member"]}),
    put("SUP301", "supervision_notes", "member", {"member": NOBODY}, brings="SUP306"), put("SUP302", "supervision_notes", "observer", {"observer": NOBODY}),
    put("SUP308", "supervision_notes", "group", lambda row: {"group": "Tổ 1" if row["group"] != "Tổ 1" else "Tổ 2"}, brings="SUP304"),
    observer_without_mandate, interrupted, group_without_notes, never_observed, copied_note,
    blank("TSK101", "tasks", "member", brings="RAT305"), blank("TSK101", "tasks", "task"), blank("TSK102", "tasks", "done_on"),
    blank("TSK103", "tasks", "evidence", where=lambda row: row["result"] == "Vượt mức"),
    put("TSK201", "tasks", "done_on", lambda row: {"done_on": row["assigned_on"] - DAY}, lambda row: {"done_on": row["assigned_on"]}),
    put("TSK202", "tasks", "due_on", lambda row: {"due_on": row["assigned_on"] - DAY}, lambda row: {"due_on": row["assigned_on"]}, brings="RAT305"),
    put("TSK203", "tasks", "done_on", {"done_on": LATER}, {"done_on": TODAY}, brings="RAT305"),
    put("TSK204", "tasks", "done_on", {"due_on": date(2026, 11, 22), "done_on": None, "result": None}, {"due_on": TODAY, "done_on": None, "result": None}, brings="RAT305"),
    blank("TSK205", "tasks", "result", brings="RAT305"), put("TSK301", "tasks", "member", {"member": NOBODY}, brings="RAT305"),
    twice("TSK302", "tasks", "task", but={"task": "Việc khác hẳn"}, brings="RAT305"),
)  # fmt: skip
