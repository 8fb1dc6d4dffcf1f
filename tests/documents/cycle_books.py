"""The seed's cell with every sheet the year's papers look at: groups, notes, commitments, meetings, one case of each procedure."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from document_books import SECRETARY, SUBJECTS, plan, rating_book, turn

from addin.core.levels import Level
from addin.core.persons.reading import Reading
from addin.core.tables.rows.book import Book
from tests.builders import day, row, rows

YEAR = 2020
FIRST, SECOND, THIRD, FOURTH = SUBJECTS
SUCCESSOR = "Bùi Văn Kế Nhiệm"
ACCUSER = "Người Tố Cáo Giấu Tên"
_FOUND = {
    "strengths": ("UD1", "UD4", "UD5"),
    "shortcomings": ("HC2",),
    "degradation": False,
    "conclusion": "Có hạn chế",
    "remedy": "Khắc phục việc chậm hạn",
    "remedy_due": day("31/12/2020"),
    "evidence": ("Báo cáo tự kiểm tra", "Kết quả công tác"),
    "self_report_on": day("18/10/2020"),
}
_LATE = {
    "decision_no": "35-QĐ/CB", "decision_date": day("09/10/2020"), "year": YEAR, "team_lead": SUCCESSOR,
    "starts_on": day("12/10/2020"), "ends_on": day("10/11/2020"), "self_report_due": day("19/10/2020"),
}  # fmt: skip
_SUPERVISED = {**_LATE, "decision_no": "36-QĐ/CB", "kind": "Giám sát chuyên đề", "contents": ("CM", "NQCB"), "self_report_due": None}
_SUSPECTED = {**_LATE, "decision_no": "37-QĐ/CB", "kind": "Kiểm tra dấu hiệu vi phạm", "contents": ("Sử dụng thời giờ làm việc",)}


def cycle_book() -> Book:
    """Members with their particulars, two groups, a decision of each act, a meeting that concluded, papers in the register."""
    seed = rating_book()
    members = tuple(
        replace(
            one, birth_date=day("1980-01-02"), gender="Nữ" if number % 2 else "Nam", hometown="Tỉnh Ví Dụ", ethnicity="Kinh",
            admitted_on=day("2005-02-03"), residence=f"Phường {1 + number % 2}", staff_kind="Công chức",
            group=f"Tổ đảng {1 + number % 2}", is_leader=number == 5,
        )
        for number, one in enumerate(seed.members, 1)
    )  # fmt: skip
    return replace(
        seed,
        members=members,
        groups=rows("groups", {"group": "Tổ đảng 1", "leader": SECRETARY}, {"group": "Tổ đảng 2", "leader": "Vũ Văn Thử"}),
        appointments=(*seed.appointments, row("appointments", 9, role="Chi uỷ viên phụ trách kiểm tra", member="Vũ Văn Thử")),
        plan_items=(
            *seed.plan_items,
            plan(9, year=YEAR, kind="Giám sát chuyên đề", members=(THIRD,), contents=("CM", "NQCB"), period_from=day("01/01/2019"), period_to=day("30/6/2020")),
            plan(10, year=YEAR, kind="Giám sát thường xuyên", members=("Toàn chi bộ",), contents=("TD", "NG"), responsible=None),
        ),
        inspections=(
            *(one for one in seed.inspections if one.decision_no == "23-QĐ/CB"),
            turn(12, FIRST, **_LATE, **_FOUND, conclusion_no="08-TB/CB", conclusion_date=day("20/11/2020")),
            turn(13, SECOND, **_LATE),
            turn(14, THIRD, **_SUPERVISED, **{**_FOUND, "self_report_on": None, "evidence": ("Kết quả công tác",)}, conclusion_date=day("20/11/2020")),
            turn(15, FOURTH, **_SUSPECTED, **_FOUND, conclusion_date=day("20/11/2020")),
        ),
        meetings=(*seed.meetings, row("meetings", 5, held_on=day("20/11/2020"), kind="Định kỳ", total=9, present=8, absent=("Phan Thị Uỷ Quyền",), votes_for=8)),
        documents=(
            *seed.documents,
            *(
                row("documents", number, **line)
                for number, line in enumerate(
                    (
                        {"kind": "Kế hoạch", "number": "04-KH/CB", "date": day("20/01/2020"), "title": "Kiểm tra, giám sát năm 2020", "pages": 3},
                        {"kind": "Quyết định", "number": "35-QĐ/CB", "date": day("09/10/2020"), "title": "kiểm tra việc chấp hành nhiệm vụ của đảng viên",
                         "dossier": "35-QĐ/CB", "pages": 2, "location": "Tủ 1"},
                        {"kind": "Thông báo", "number": "08-TB/CB", "date": day("20/11/2020"), "title": "kết luận kiểm tra", "dossier": "35-QĐ/CB", "pages": 2},
                    ),
                    20,
                )
            ),
        ),
        commitments=rows("commitments", {"year": YEAR, "member": FIRST, "text": "Hoàn thành đề án số hoá hồ sơ", "result": "Đạt"}),
        tasks=rows(
            "tasks",
            {"member": FIRST, "task": "Rà soát văn bản quý III", "assigned_on": "01/7/2020", "due_on": "30/9/2020", "done_on": "05/10/2020", "result": "Đạt"},
        ),
        supervision_notes=rows(
            "supervision_notes",
            {"noted_on": "15/5/2020", "group": "Tổ đảng 1", "observer": SECRETARY, "member": SECOND, "kind": "Nhân tố mới", "text": "Đề xuất mẫu trả lời công dân"},
            {"noted_on": "20/8/2020", "group": "Tổ đảng 1", "observer": SECRETARY, "member": SECOND, "kind": "Hạn chế", "text": "Nộp báo cáo chậm hai ngày",
             "action": "Nhắc trực tiếp", "action_on": "21/8/2020", "outcome": "Đã khắc phục"},
            {"noted_on": "01/9/2020", "group": "Tổ đảng 1", "observer": SECRETARY, "member": FOURTH, "kind": "Dấu hiệu vi phạm", "text": "Vắng mặt không lý do"},
        ),
        residence_comments=rows("residence_comments", {"year": YEAR, "member": FIRST, "requested_on": "01/11/2020", "received_on": "20/11/2020", "level": "Tốt"}),
        disciplines=rows(
            "disciplines",
            {"member": FOURTH, "form": "Khiển trách", "decision_date": "01/12/2020", "violation": "Bỏ sinh hoạt chi bộ nhiều lần", "happened_on": "8/2020",
             "announced_on": "25/11/2020"},
        ),
        denunciations=rows(
            "denunciations",
            {"received_on": "02/9/2020", "member": FOURTH, "content": "Gây phiền hà khi tiếp công dân", "conclusion": "Không có cơ sở", "cleared": True,
             "accuser": ACCUSER},
        ),
        warnings=rows("warnings", {"code": "NT01", "subject": FIRST, "kind": "Nhân tố mới", "seen_on": "10/6/2020", "text": "Sáng kiến rút ngắn thời gian xử lý hồ sơ",
                                   "action": "Đề nghị nhân rộng"}),
        cell_years=(*(one for one in seed.cell_years if one.year != YEAR), row("cell_years", 9, year=YEAR, self_level=Level.HTT, points=88)),
    )  # fmt: skip


@cache
def cycle_reading() -> Reading:
    """The same understood once, for tests that ask every kind."""
    return Reading(cycle_book())
