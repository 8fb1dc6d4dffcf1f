"""A clean cell's inspection, supervision, tasks and papers."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

_WORDS = ("Chấp hành tốt sự phân công", "Đi đầu trong chuyển đổi số", "Báo cáo đúng hạn quý này", "Giúp đỡ đồng nghiệp mới", "Giữ nền nếp sinh hoạt", "Học tập nâng cao trình độ")
_CONTENTS = ("TD", "NQ4", "CT05", "NG", "DVKDL", "CM")
_STRENGTHS = ("UD1", "UD2", "UD3")
_DISSEMINATED = "Quy định số 124-QĐ/TW ngày 04/10/2023"
Rows = list[dict[str, Any]]


def sheets(chance: Random, members: Rows) -> dict[str, Rows]:
    """Plans, turns, notes, tasks, the register and what was sent, meetings and what was made known."""
    names = [row["full_name"] for row in members]
    plans, turns = _checks(chance, names)
    meetings = _meetings(names)
    documents = _documents(names, turns)
    return {
        "plan_items": plans, "inspections": turns, "supervision_notes": _notes(names), "tasks": _tasks(chance, names),
        "documents": documents, "dispatches": _dispatches(documents), "meetings": meetings,
        "disseminations": [
            {"date": row["held_on"], "channel": "Sinh hoạt định kỳ", "document": _DISSEMINATED, "presenter": names[0], "present": 11, "total": 12, "understood": 10}
            for row in meetings[:4]
        ],
    }  # fmt: skip


def _checks(chance: Random, names: list[str]) -> tuple[Rows, Rows]:
    """Each member once in the term: six a year, each by members of another group."""
    plans, turns = [], []
    for at, name in enumerate(names):
        year, nth = (2025, at) if at < 6 else (2026, at - 6)
        start = date(year, 3 + nth, 5 + chance.randrange(5))
        others = [other for place, other in enumerate(names) if place % 3 != at % 3 and place > 1]
        lead, *team = others[:3]
        content = chance.choice(_CONTENTS)
        plan = {
            "year": year, "kind": "Kiểm tra", "members": name, "contents": content, "period_from": date(year - 1, 1, 1), "period_to": date(year - 1, 12, 31),
            "starts_on": start, "ends_on": start + timedelta(20), "responsible": lead, "superior_plan": f"0{year - 2023}-KH/ĐU ngày 10/01/{year}", "status": "Hoàn thành",
        }  # fmt: skip
        signed, ended = start - timedelta(3), start + timedelta(15)
        turn = {
            "decision_no": f"{at + 1:02}-QĐ/CB", "decision_date": signed, "year": year, "kind": "Kiểm tra", "member": name, "contents": content,
            "team_lead": lead, "team": "; ".join(team), "starts_on": start, "ends_on": ended, "self_report_due": start + timedelta(5), "self_report_on": start + timedelta(4),
            "strengths": chance.choice(_STRENGTHS), "shortcomings": chance.choice(("HC1", "HC2", "HC3")), "degradation": "không", "conclusion": "Có hạn chế",
            "remedy": "Khắc phục và báo cáo chi bộ", "remedy_due": ended + timedelta(40), "remedied_on": ended + timedelta(30), "evidence": "Báo cáo tự kiểm tra; Kết quả công tác",
            "conclusion_no": f"{at + 1:02}-BC/CB", "conclusion_date": ended + timedelta(2),
        }  # fmt: skip
        if year == 2026 and nth == 5:
            turn["remedy_due"], turn["remedied_on"] = date(2026, 11, 20), date(2026, 11, 18)
        plans.append(plan)
        turns.append(turn)
    plans += [
        {
            "year": year, "kind": "Giám sát chuyên đề", "members": names[0 if year == 2026 else 7], "contents": "CM", "period_from": date(year - 1, 1, 1), "period_to": date(year - 1, 12, 31),
            "starts_on": date(year, 10, 5), "ends_on": date(year, 12, 20) if year == 2026 else date(year, 10, 30), "responsible": names[2], "superior_plan": f"0{year - 2023}-KH/ĐU ngày 10/01/{year}",
            "status": "Đang thực hiện" if year == 2026 else "Hoàn thành",
        }
        for year in (2025, 2026)
    ]  # fmt: skip
    plans[-1]["ends_on"] = date(2026, 10, 30)
    plans[-1]["status"] = "Hoàn thành"
    return plans, turns


def _notes(names: list[str]) -> Rows:
    """Each leader of a group every other month about one of the others; about leaders the secretary."""
    rows: Rows = []
    for month in range(1, 24, 2):
        day = date(2025 + (month - 1) // 12, (month - 1) % 12 + 1, 12)
        for group in range(3):
            own = [place for place in range(12) if place % 3 == group and place != 3 + group]
            seen = own[(month // 2) % len(own)]
            rows.append(_note(day, names[3 + group], names[seen], group, len(rows)))
    rows += [_note(date(2026, 11, 12), names[0], names[3 + group], group, len(rows) + group) for group in range(3)]
    return rows


def _note(day: date, observer: str, member: str, group: int, at: int) -> dict[str, Any]:
    text = f"{_WORDS[at % len(_WORDS)]}, việc thứ {at + 1} của năm"
    return {
        "noted_on": day, "group": f"Tổ {group + 1}", "observer": observer, "member": member, "kind": "Ưu điểm" if at % 4 else "Nhân tố mới",
        "happened_on": day - timedelta(5), "text": text, "action": "Biểu dương tại cuộc họp tổ", "action_on": day + timedelta(3), "outcome": "Đã biểu dương",
    }  # fmt: skip


def _tasks(chance: Random, names: list[str]) -> Rows:
    """Of half of the members; the others' work is counted in their rows of the rating only."""
    rows = []
    for name in names[:6]:
        for at in range(4):
            given = date(2025, 2 + 2 * at, 1 + chance.randrange(20))
            rows.append({
                "member": name, "task": f"Việc số {at + 1}", "assigned_on": given, "due_on": given + timedelta(60), "done_on": given + timedelta(50),
                "result": "Vượt mức" if at == 0 else "Đạt", "evidence": "Báo cáo sản phẩm",
            })  # fmt: skip
    return rows


def _documents(names: list[str], turns: Rows) -> Rows:
    """The yearly plans, the decisions and the reports, in the order of their dates."""
    rows = [_document("Kế hoạch", f"0{year - 2024}-KH/CB", date(year, 1, 15), f"kiểm tra, giám sát năm {year}", names[0]) for year in (2025, 2026)]
    for turn in turns:
        rows.append(_document("Quyết định", turn["decision_no"], turn["decision_date"], f"kiểm tra đảng viên {turn['member']}", names[0]))
        rows.append(_document("Báo cáo", turn["conclusion_no"], turn["conclusion_date"], f"kết quả kiểm tra {turn['member']}", names[0]))
    return rows


def _document(kind: str, number: str, day: date, title: str, signer: str) -> dict[str, Any]:
    name = number.replace("/", "-")
    return {"kind": kind, "number": number, "date": day, "title": title, "signer": signer, "file": f"{name}.docx", "fingerprint": f"a1{abs(hash_of(name)):08x}", "pages": 2, "signed": "có"}


def hash_of(text: str) -> int:
    """The same in every run."""
    return sum((at + 1) * ord(letter) for at, letter in enumerate(text))


def _dispatches(documents: Rows) -> Rows:
    return [
        {"document": row["number"], "recipient": "Đảng uỷ Thí dụ", "sent_on": row["date"] + timedelta(2), "received_on": row["date"] + timedelta(4)}
        for row in documents
        if row["kind"] == "Báo cáo"
    ]


def _meetings(names: list[str]) -> Rows:
    days = [date(2025 + month // 12, month % 12 + 1, 3) for month in range(23)]
    return [
        {"held_on": day, "kind": "Định kỳ", "topic": f"Sinh hoạt tháng {day.month}/{day.year}", "total": 12, "present": 11, "absent_excused": names[at % 12], "votes_for": 11, "resolution": "Nghị quyết"}
        for at, day in enumerate(days)
    ]  # fmt: skip
