"""The plan of each year and, over 2021–2025, of the term: whom, what, when (H15)."""

from __future__ import annotations

from datetime import date, timedelta

from tools.workbooks.contents import Record
from tools.workbooks.office.inspections import AREAS, DECISIONS, KIND, Decision
from tools.workbooks.office.people import GROUPS, leader_of

FIRST_YEAR, LAST_YEAR = 2015, 2026
_PROGRAMME = (
    (2027, "Cao Thị Soát", (
        "Nguyễn Văn Mẫu", "Lê Minh Hoạ", "Phạm Văn Giả Định", "Ngô Văn Kê Khai", "Dương Thị Ghi Chép",
    )),
    (2028, "Nguyễn Văn Mẫu", (
        "Hồ Thị Dò", "Phan Thị Uỷ Quyền", "Cao Thị Soát", "Tạ Văn Trích Lục", "Âu Thị Khuôn",
    )),
    (2029, "Bùi Thị Tường Thuật", (
        "Hoàng Thị Ví Dụ", "Võ Thị Nghiệm", "Đỗ Văn Bản", "Mai Văn Kiểm", "Chu Thị Ước Lệ",
    )),
)  # fmt: skip


def plan_items() -> list[Record]:
    """Inspections as decided later, and the standing supervision of each group."""
    rows: list[Record] = []
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        rows += [_inspection(decision) for decision in DECISIONS if decision.signed_on.year == year]
        rows += [_supervision(year, group) for group in GROUPS]
    return rows + [_programme(year, lead, members) for year, lead, members in _PROGRAMME]


def _programme(year: int, lead: str, members: tuple[str, ...]) -> Record:
    """What the programme of the running term still has before it."""
    return {
        "year": year,
        "kind": KIND,
        "members": members,
        "contents": AREAS,
        "starts_on": date(year, 9, 1),
        "ends_on": date(year, 9, 30),
        "responsible": lead,
        "superior_plan": "Chương trình kiểm tra, giám sát nhiệm kỳ 2025–2030 của Đảng uỷ Sở Tư pháp",
        "unplanned": False,
        "status": "Chưa thực hiện",
    }


def _inspection(decision: Decision) -> Record:
    year, month = decision.signed_on.year, decision.signed_on.month
    return {
        "year": year,
        "kind": decision.kind,
        "members": decision.members(),
        "contents": decision.contents,
        "period_from": date(year - 1, 1, 1),
        "period_to": date(year, month - 1, 28),
        "starts_on": decision.signed_on,
        "ends_on": decision.signed_on + timedelta(days=30),
        "responsible": decision.team_lead,
        "superior_plan": superior_plan(year),
        "unplanned": False,
        "status": "Hoàn thành",
    }


def _supervision(year: int, group: str) -> Record:
    return {
        "year": year,
        "kind": "Giám sát thường xuyên",
        "members": (group,),
        "contents": ("CM", "NQCB"),
        "starts_on": date(year, 2, 1),
        "ends_on": date(year, 12, 31),
        "responsible": leader_of(group, date(year, 2, 1)),
        "superior_plan": superior_plan(year),
        "unplanned": False,
        "status": "Đang thực hiện" if year == LAST_YEAR else "Hoàn thành",
    }


def superior_plan(year: int) -> str:
    """The superior's plan as the article names it: without number or day, which it does not give."""
    return f"Kế hoạch kiểm tra, giám sát năm {year} của Đảng uỷ Sở Tư pháp"
