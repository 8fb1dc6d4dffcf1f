"""Faults of the register, what was sent, meetings, what was made known, comments, courses, proposals, commitments, denunciations, regulations."""

from __future__ import annotations

from datetime import date, timedelta

from tests.mutations.planting import Plant, blank, blanks, put, scene, twice

DAY = timedelta(1)
NOBODY = "Trịnh Khắc Vô Danh"
TODAY, LATER = date(2026, 11, 23), date(2026, 11, 24)

_OWN = {"channel": "Văn bản", "document": "Quy chế số 1"}


def _kind(kind):
    return lambda row: row["kind"] == kind


def _without(number):
    return lambda paper: paper["number"] != number


def _report(cell):
    return cell.pick("documents", _kind("Báo cáo"))


def _turn(cell, number):
    return next(row for row in cell.tables["inspections"] if number in (row["decision_no"], row["conclusion_no"]))


@scene("DOC203")
def one_digit(cell, *, at_edge):
    """A number below ten without its zero, on a paper nothing else names."""
    row = {"kind": "Nghị quyết", "number": "9-NQ/CB", "date": date(2026, 3, cell.chance.randrange(1, 28)), "title": "công tác", "signer": cell.tables["members"][0]["full_name"]}
    row["number"] = "09-NQ/CB" if at_edge else row["number"]
    cell.tables["documents"].append(row)
    return cell.place("documents", row, "number")


@scene("DOC201")
def state_form(cell, *, at_edge):
    """A number as the State writes it."""
    row = {"kind": "Nghị quyết", "number": "09-NQ/CB" if at_edge else "09/NQ-CB", "date": date(2026, 3, cell.chance.randrange(1, 28)), "title": "công tác", "signer": cell.tables["members"][0]["full_name"]}
    cell.tables["documents"].append(row)
    return cell.place("documents", row, "number")


@scene("DOC208")
def unreadable_number(cell, *, at_edge):
    """A number without its dash."""
    row = {"kind": "Nghị quyết", "number": "09-NQ/CB" if at_edge else "09NQ/CB", "date": date(2026, 3, cell.chance.randrange(1, 28)), "title": "công tác", "signer": cell.tables["members"][0]["full_name"]}
    cell.tables["documents"].append(row)
    return cell.place("documents", row, "number")


@scene("DOC206")
def foreign_symbol(cell, *, at_edge):
    """Another cell's symbol; of a congress it is ĐH."""
    row = {"kind": "Nghị quyết", "number": "09-NQ/ĐH" if at_edge else "09-NQ/CBX", "date": date(2026, 3, cell.chance.randrange(1, 28)), "title": "công tác", "signer": cell.tables["members"][0]["full_name"]}
    cell.tables["documents"].append(row)
    return cell.place("documents", row, "number")


@scene("DOC401")
def kind_not_for_a_cell(cell, *, at_edge):
    """A notice of the day before a cell could issue one."""
    day = date(2026, 1, 9) if at_edge else date(2026, 1, 8)
    row = {"kind": "Thông báo", "number": "09-TB/CB", "date": day, "title": "công tác", "signer": cell.tables["members"][0]["full_name"]}
    cell.tables["documents"].insert(cell.chance.randrange(20), row)
    return cell.place("documents", row, "kind")


@scene("DOC301")
def number_twice(cell, *, at_edge):
    """A number given again in the term."""
    first = _report(cell)
    number = "13-BC/CB" if at_edge else first["number"]
    row = {"kind": "Báo cáo", "number": number, "date": date(2026, 11, 20), "title": "khác", "signer": first["signer"]}
    cell.tables["documents"].append(row)
    return cell.place("documents", row, "number")


@scene("DOC302", "INS310")
def smaller_number_later(cell, *, at_edge):
    """A report older than the one before it by number."""
    reports = [row for row in cell.tables["documents"] if row["kind"] == "Báo cáo"]
    at = cell.chance.randrange(1, len(reports))
    one, two = reports[at - 1], reports[at]
    two["date"] = one["date"] - (0 * DAY if at_edge else DAY)
    return cell.place("documents", one if not at_edge else two, "number")


@scene("DOC303", "INS309 DOC305")
def number_skipped(cell, *, at_edge):
    """A report taken out of the register; at the end nothing is missing."""
    reports = [row for row in cell.tables["documents"] if row["kind"] == "Báo cáo"]
    at = cell.chance.randrange(1, len(reports) - 1)
    gone = reports[-1] if at_edge else reports[at]
    cell.tables["documents"].remove(gone)
    return cell.place("documents", reports[at + 1] if not at_edge else reports[0], "number")


@scene("DOC304")
def signer_without_authority(cell, *, at_edge):
    """A decision signed by somebody else; a report may be."""
    row = cell.pick("documents", _kind("Báo cáo" if at_edge else "Quyết định"))
    row["signer"] = cell.tables["members"][cell.chance.randrange(2, 12)]["full_name"]
    return cell.place("documents", row, "signer")


@scene("DOC305")
def sent_but_unknown(cell, *, at_edge):
    """A report that was sent stands nowhere; of kinds the register does not hold nothing is asked."""
    row = {"document": "09-NQ/CB" if at_edge else "77-BC/CB", "recipient": "Đảng uỷ", "sent_on": TODAY}
    cell.tables["dispatches"].append(row)
    return cell.place("dispatches", row, "document")


@scene("DOC306")
def outside_every_term(cell, *, at_edge):
    """The day before the first term."""
    row = {"kind": "Nghị quyết", "number": "09-NQ/CB", "date": date(2022, 7, 1) - (0 * DAY if at_edge else DAY), "title": "công tác", "signer": cell.tables["members"][1]["full_name"]}
    cell.tables["documents"].append(row)
    return cell.place("documents", row, "date")


@scene("DOC309")
def sent_before_issued(cell, *, at_edge):
    """Sent a day before its date."""
    row = cell.pick("dispatches")
    paper = next(one for one in cell.tables["documents"] if one["number"] == row["document"])
    row["sent_on"] = paper["date"] - (0 * DAY if at_edge else DAY)
    return cell.place("dispatches", row, "sent_on")


@scene("DOC207")
def short_words(cell, *, at_edge):
    """The words "V/v" from the day they are written out."""
    row = {"kind": "Nghị quyết", "number": "09-NQ/CB", "date": date(2026, 5, 26 if at_edge else 27), "title": "V/v công tác", "signer": cell.tables["members"][0]["full_name"]}
    cell.tables["documents"].append(row)
    return cell.place("documents", row, "title")


@scene("DOC310")
def cites_what_is_over(cell, *, at_edge):
    """A title that names a text of the superior the day after its last."""
    text = cell.pick("regulations")
    row = {"kind": "Nghị quyết", "number": "09-NQ/CB", "title": f"thực hiện {text['kind']} số {text['number']}", "signer": cell.tables["members"][0]["full_name"]}
    text["in_force_to"] = date(2026, 6, 30)
    row["date"] = date(2026, 6, 30) + (0 * DAY if at_edge else DAY)
    cell.tables["documents"].append(row)
    return cell.place("documents", row, "title")


@scene("MTG302")
def absent_stranger(cell, *, at_edge):
    """Absent was who had left; on the day before leaving one is a member."""
    row = cell.pick("meetings")
    gone = cell.pick("members", lambda one: one["status"] == "Chuyển đi")
    row["absent_excused"] = gone["full_name"]
    if at_edge:
        gone |= {"left_cell_on": row["held_on"] + DAY, "status_from": row["held_on"] + DAY}
    return cell.place("meetings", row, "absent_excused")


@scene("DSM304")
def without_a_meeting(cell, *, at_edge):
    """Said to be in a meeting, on a day without one."""
    row = cell.pick("disseminations")
    row["date"] = row["date"] + (0 * DAY if at_edge else DAY)
    return cell.place("disseminations", row, "date")


@scene("DSM305")
def through_no_inspection(cell, *, at_edge):
    """Through inspection, in a year without one."""
    row = cell.pick("disseminations")
    row |= {"channel": "Qua kiểm tra, giám sát", "date": date(2024 + at_edge, 6, 6)}
    return cell.place("disseminations", row, "channel")


@scene("RES303")
def nobody_asked(cell, *, at_edge):
    """One comment lacking; the armed forces need none."""
    row = cell.pick("residence_comments")
    cell.tables["residence_comments"].remove(row)
    member = next(one for one in cell.tables["members"] if one["full_name"] == row["member"])
    if at_edge:
        member["staff_kind"] = "Lực lượng vũ trang"
    return cell.place("members", member, "full_name")


@scene("TRN302")
def no_course_for_long(cell, *, at_edge):
    """The last course ended two years ago and a day."""
    post = cell.chance.choice(cell.tables["appointments"][1:])
    row = next(one for one in cell.tables["trainings"] if one["member"] == post["member"])
    day = date(2024, 11, 23) - (0 * DAY if at_edge else DAY)
    row |= {"from": day - DAY, "to": day}
    return cell.place("appointments", post, "member")


_REGISTER: tuple[Plant, ...] = (
    blank("DOC101", "documents", "date", where=_kind("Kế hoạch"), brings="PLN304"),
    blank("DOC101", "documents", "number", where=_kind("Kế hoạch")),
    blank("DOC102", "documents", "fingerprint"), blank("DOC103", "documents", "signer"), *blanks("DOC104", "dispatches", "document", "recipient"),
    put("DOC202", "documents", "number", lambda row: {"number": f"Số: {row['number']}"}),
    put("DOC204", "documents", "number", {"kind": "Nghị quyết"}),
    put("DOC205", "documents", "date", {"date": LATER}, {"date": TODAY}, where=lambda row: row["number"] == "12-BC/CB", brings="INS310 DOC309"),
    twice("DOC307", "documents", "file", fault={"number": "13-BC/CB", "date": date(2026, 11, 20)}, but={"number": "13-BC/CB", "date": date(2026, 11, 20), "file": "khác.docx"}, where=_kind("Báo cáo")),
    put("DOC308", "dispatches", "received_on", lambda row: {"received_on": row["sent_on"] - DAY}, lambda row: {"received_on": row["sent_on"]}),
    one_digit, state_form, unreadable_number, foreign_symbol, kind_not_for_a_cell, number_twice, smaller_number_later, number_skipped, signer_without_authority, sent_but_unknown,
    outside_every_term, sent_before_issued, short_words, cites_what_is_over,
    *blanks("REG101", "regulations", "number", "issued_on"),
    put("REG201", "regulations", "in_force_to", lambda row: {"in_force_to": row["in_force_from"] - DAY}, lambda row: {"in_force_to": row["in_force_from"]}),
    put("REG202", "regulations", "in_force_from", lambda row: {"in_force_from": row["issued_on"] - DAY}, lambda row: {"in_force_from": row["issued_on"]}),
    twice("REG301", "regulations", "number", but={"issuer": "Tỉnh uỷ"}),
    put("REG302", "regulations", "replaced_by", {"in_force_to": None, "replaced_by": "77-QC/ĐU"}, {"in_force_to": None, "replaced_by": "366-QĐ/TW"}),
    put("REG303", "regulations", "issued_on", {"number": "22-QĐ/TW", "kind": "Quy định", "issued_on": date(2021, 7, 27)}, {"number": "22-QĐ/TW", "kind": "Quy định", "issued_on": date(2021, 7, 28)}),
)  # fmt: skip
_LIFE: tuple[Plant, ...] = (
    blank("MTG101", "meetings", "held_on", brings="DSM304"), blank("MTG101", "meetings", "kind"),
    put("MTG201", "meetings", "present", {"present": 13}, {"present": 12, "absent_excused": None}), put("MTG202", "meetings", "present", {"present": 12}),
    put("MTG203", "meetings", "votes_for", {"votes_for": 12}), put("MTG204", "meetings", "held_on", {"held_on": LATER}, {"held_on": TODAY}, where=lambda row: row["held_on"] > date(2026, 6, 1)),
    put("MTG301", "meetings", "absent_excused", {"absent_excused": NOBODY}),
    twice("MTG303", "meetings", "held_on", but={"topic": "Buổi thứ hai trong ngày"}), absent_stranger,
    *blanks("DSM101", "disseminations", "date", "channel", "document"),
    put("DSM201", "disseminations", "present", {"present": 13}, {"present": 12}), put("DSM202", "disseminations", "understood", {"understood": 12}, {"understood": 11}),
    put("DSM203", "disseminations", "date", {"date": LATER, **_OWN}, {"date": TODAY, **_OWN}),
    put("DSM301", "disseminations", "document", {"document": "Văn bản gì đó"}, {"document": "Quy chế số 1"}),
    put("DSM302", "disseminations", "date", {"date": date(2023, 10, 3)}, {"date": date(2023, 10, 4)}),
    put("DSM303", "disseminations", "presenter", {"presenter": NOBODY}),
    put("DSM306", "disseminations", "document", {"document": "Quy định số 30-QĐ/TW ngày 26/7/2016", "date": date(2021, 7, 29)}, {"document": "Quy định số 30-QĐ/TW ngày 26/7/2016", "date": date(2021, 7, 27)}),
    put("DSM307", "disseminations", "document", {"document": "Hướng dẫn số 02", "channel": "Văn bản", "date": date(2022, 1, 10)}, {"document": "Hướng dẫn số 01", "channel": "Văn bản", "date": date(2022, 3, 1)}),
    put("DSM308", "disseminations", "document", {"document": "Chương VII (từ Điều 30 đến Điều 34) Điều lệ Đảng"}, {"document": "Chương VII (từ Điều 30 đến Điều 33) Điều lệ Đảng"}, where=lambda row: row["date"].year > 2024),
    without_a_meeting, through_no_inspection,
    *blanks("RES101", "residence_comments", "year", "member", brings="RES303"), blank("RES102", "residence_comments", "received_on"), blank("RES103", "residence_comments", "level"),
    put("RES104", "residence_comments", "received_on", {"year": 2026, "requested_on": TODAY - 31 * DAY, "received_on": None, "level": None}, {"year": 2026, "requested_on": TODAY - 30 * DAY, "received_on": None, "level": None}, brings="RES303"),
    put("RES201", "residence_comments", "received_on", lambda row: {"received_on": row["requested_on"] - DAY}, lambda row: {"received_on": row["requested_on"]}),
    put("RES202", "residence_comments", "requested_on", {"requested_on": date(2024, 12, 31)}, {"requested_on": date(2025, 1, 1)}),
    put("RES203", "residence_comments", "received_on", {"received_on": LATER}, {"received_on": TODAY}),
    put("RES301", "residence_comments", "member", {"member": NOBODY}, brings="RES303"), twice("RES302", "residence_comments", "member", but={"year": 2026}), nobody_asked,
    blank("TRN101", "trainings", "member", brings="TRN302"), blank("TRN101", "trainings", "course"),
    put("TRN201", "trainings", "to", lambda row: {"to": row["from"] - DAY}, lambda row: {"to": row["from"]}),
    put("TRN202", "trainings", "certificate", {"to": LATER}, {"to": TODAY}), put("TRN301", "trainings", "member", {"member": NOBODY}, brings="TRN302"),
    twice("TRN303", "trainings", "course", but={"course": "Lớp khác"}), no_course_for_long,
    *blanks("PRP101", "proposals", "date", "by", "text"),
    put("PRP201", "proposals", "done_on", lambda row: {"done_on": row["date"] - DAY}, lambda row: {"done_on": row["date"]}),
    put("PRP202", "proposals", "decision", {"decision": "Không"}, {"decision": "Đang xem xét"}),
    put("PRP203", "proposals", "decision", {"date": TODAY - 91 * DAY, "decision": None, "done_on": None}, {"date": TODAY - 90 * DAY, "decision": None, "done_on": None}), put("PRP301", "proposals", "by", {"by": NOBODY}),
    *blanks("CMT101", "commitments", "year", "member", "text"), put("CMT102", "commitments", "result", {"result": None}, {"result": None, "year": 2026}),
    put("CMT301", "commitments", "member", {"member": NOBODY}),
    *blanks("DEN101", "denunciations", "received_on", "member", "content"), blank("DEN102", "denunciations", "accuser"), blank("DEN103", "denunciations", "conclusion"),
    put("DEN201", "denunciations", "received_on", {"received_on": LATER}, {"received_on": TODAY}), put("DEN301", "denunciations", "member", {"member": NOBODY}),
    put("DEN401", "denunciations", "content", {"content": "Đồng chí Hồ Kín Đáo phản ánh"}, {"content": "Đồng chí Hồ Kín phản ánh"}),
)  # fmt: skip
PLANTS = (*_REGISTER, *_LIFE)
