"""A small invented cell, 2015–2020, with every table filled: what the figures are tried on."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from addin.core.levels import Level
from addin.core.tables.rows.book import Book
from tests.builders import day, rows

FIRST, LAST, ON = 2015, 2020, date(2021, 8, 23)


def member(name, group="Tổ 1", admitted="1/1/2010", **values):
    """A member of the cell since long ago, official unless said otherwise."""
    values.setdefault("official_on", day("1/1/2011"))
    return {"full_name": name, "group": group, "admitted_on": day(admitted), **values}


def turn(name, number, on, **values):
    """A turn of inspection under a decision."""
    values.setdefault("year", day(on).year)
    values.setdefault("kind", "Kiểm tra")
    return {"member": name, "decision_no": number, "decision_date": day(on), **values}


def note(name, on, kind, text, **values):
    """A note of supervision."""
    return {"member": name, "observer": "Lê Thị Bưởi", "noted_on": day(on), "kind": kind, "text": text, **values}


CONTENTS = {"contents": ("TD", "NQ4", "CT05", "NG", "CM")}

FULL = Book(
    members=rows(
        "members",
        member("Trần Văn Ổi", gender="Nam"),
        member("Lê Thị Bưởi", gender="Nữ"),
        member("Phạm Văn Mít", group="Tổ 2", gender="Nam"),
        member("Ngô Thị Cam", group="Tổ 2", official_on=None, admitted="1/6/2020"),
        member("Vũ Văn Đào", status="Chuyển đi", status_from=day("1/7/2019")),
        member("Đỗ Thị Na", group="Tổ 2", status="Miễn công tác và sinh hoạt", joined_cell_on=day("1/3/2016")),
    ),
    appointments=rows(
        "appointments",
        {"role": "Bí thư", "member": "Trần Văn Ổi"},
        {"role": "Chi uỷ viên phụ trách kiểm tra", "member": "đ/c Lê Thị Bưởi", "from_": day("1/1/2018")},
    ),
    plan_items=rows(
        "plan_items",
        {"year": 2019, "kind": "Kiểm tra", "members": ("Trần Văn Ổi",), "contents": ("TD",), "status": "Hoàn thành",
         "starts_on": day("1/9/2019"), "ends_on": day("30/9/2019")},
        {"year": 2020, "kind": "Kiểm tra", "members": ("Lê Thị Bưởi",), "contents": ("CM",), "ends_on": day("30/11/2020")},
        {"year": 2020, "kind": "Giám sát chuyên đề", "members": ("Phạm Văn Mít",), "contents": ("NG",),
         "status": "Chưa thực hiện", "ends_on": day("30/6/2020"), "unplanned": True},
        {"year": 2020, "kind": "Kiểm tra", "members": ("Đỗ Thị Na",), "contents": ("CM",), "status": "Huỷ", "ends_on": day("1/2/2020")},
        {"year": 2021, "kind": "Kiểm tra", "members": ("Phạm Văn Mít",), "contents": ("CM",), "starts_on": day("1/9/2021"),
         "ends_on": day("30/9/2021")},
        {"year": 2025, "kind": "Kiểm tra", "members": ("Ngô Thị Cam",), "contents": ("TD",)},
    ),
    inspections=rows(
        "inspections",
        turn("Trần Văn Ổi", "23-QĐ/CB", "3/9/2019", **CONTENTS, strengths=("UD1", "UD5"), shortcomings=("HC1", "HC2"),
             degradation=False, conclusion="Có hạn chế", remedy="Nộp đúng hạn", remedy_due=day("31/12/2019"),
             remedied_on=day("15/1/2020"), evidence=("Báo cáo tự kiểm tra",)),
        turn("Đồng chí Lê Thị Bưởi", "23-QĐ/CB", "3/9/2019", contents=("TD",), strengths=("UD1",), degradation=False,
             conclusion="Tốt"),
        turn("Lê Thị Bưởi", "35-QĐ/CB", "9/10/2020", contents=("DVKDL",), shortcomings=("HC2", "Đi họp muộn"),
             conclusion="Có hạn chế", remedy="Họp đúng giờ", remedy_due=day("1/3/2021")),
        turn("Phạm Văn Mít", "12-QĐ/CB", "9/5/2020", kind="Giám sát chuyên đề", shortcomings=("HC3",)),
    ),
    supervision_notes=rows(
        "supervision_notes",
        note("Trần Văn Ổi", "10/5/2019", "Nhân tố mới", "Sáng kiến số hoá hồ sơ", group="Tổ 1", happened_on=day("1/5/2019")),
        note("Phạm Văn Mít", "10/6/2020", "Hạn chế", "Chấp hành tốt.", happened_on=day("31/5/2020")),
        note("Phạm Văn Mít", "20/9/2020", "Dấu hiệu vi phạm", "chấp hành  tốt", happened_on=day("31/8/2020"), action="Nhắc nhở"),
        note("Lê Thị Bưởi", "1/2/2021", "Ưu điểm", "Ngoài kỳ"),
    ),
    tasks=rows(
        "tasks",
        {"member": "Trần Văn Ổi", "task": "Viết báo cáo", "due_on": day("1/5/2019"), "done_on": day("3/5/2019")},
        {"member": "Lê Thị Bưởi", "task": "Lập sổ", "due_on": day("1/6/2020")},
    ),
    ratings=rows(
        "ratings",
        {"year": 2019, "member": "Trần Văn Ổi", "cell_level": Level.HTXS, "final_level": Level.HTT},
        {"year": 2019, "member": "Lê Thị Bưởi", "cell_level": Level.HTT},
        {"year": 2020, "member": "Phạm Văn Mít", "cell_level": Level.KHT, "reasons": "Bị kỷ luật"},
        {"year": 2020, "member": "Trần Văn Ổi"},
    ),
    cell_years=rows(
        "cell_years",
        {"year": 2015, "level": Level.TSVM, "exemplary": False},
        {"year": 2016, "level": Level.TSVM, "exemplary": True},
        {"year": 2017, "level": Level.TSVM},
        {"year": 2018, "level": Level.HTT, "exemplary": True},
        {"year": 2019, "level": Level.HTXS},
        {"year": 2020, "points": Decimal(80), "reward": "Giấy khen"},
    ),
    disciplines=rows("disciplines", {"member": "Phạm Văn Mít", "form": "Khiển trách", "decision_date": day("1/12/2020")}),
    rewards=rows(
        "rewards",
        {"subject": "Chi bộ", "form": "Giấy khen", "year_from": 2015, "year_to": 2020, "decision_date": day("5/1/2021"),
         "authority": "Ban Chấp hành Đảng bộ"},
        {"subject": "Trần Văn Ổi", "form": "Bằng khen", "year_from": 2021, "year_to": 2021, "decision_date": day("5/7/2021")},
    ),
    documents=rows(
        "documents",
        {"kind": "Kế hoạch", "number": "02", "date": day("15/1/2019"), "title": "Kế hoạch kiểm tra, giám sát năm 2019"},
        {"kind": "Kế hoạch", "number": "01", "date": day("10/1/2019"), "title": "Kế hoạch thu đảng phí"},
        {"kind": "Công văn", "number": "03", "date": day("20/1/2019"), "title": "Giao nhiệm vụ giám sát cho tổ trưởng tổ đảng"},
        {"kind": "Báo cáo", "number": "40", "date": day("5/12/2019"), "title": "Báo cáo kết quả giám sát của Tổ đảng 1"},
        {"kind": "Quyết định", "number": "36", "date": day("10/10/2020"), "void_reason": "Viết sai"},
    ),
    meetings=rows("meetings", {"held_on": day("3/3/2019"), "kind": "Định kỳ"}, {"held_on": day("3/4/2019"), "kind": "Chuyên đề"}),
    disseminations=rows(
        "disseminations",
        {"date": day("9/2018"), "channel": "Sinh hoạt chuyên đề", "document": "Quy định số 109-QĐ/TW", "present": 8, "total": 10},
        {"date": day("3/9/2016"), "channel": "Sinh hoạt định kỳ", "document": "Quy định số 30"},
        {"date": day("4/10/2018"), "channel": "Sinh hoạt định kỳ", "document": "Quy định số 109-QĐ/TW", "present": 10, "total": 10},
    ),
    residence_comments=rows(
        "residence_comments",
        {"year": 2020, "member": "Trần Văn Ổi", "requested_on": day("1/11/2020"), "received_on": day("20/11/2020"), "level": "Tốt"},
        {"year": 2020, "member": "Lê Thị Bưởi", "requested_on": day("1/11/2020")},
    ),
    trainings=rows(
        "trainings",
        {"member": "Trần Văn Ổi", "course": "Nghiệp vụ kiểm tra", "from_": day("1/4/2019")},
        {"member": "đồng chí Trần Văn Ổi", "course": "Nghiệp vụ công tác đảng", "from_": day("1/4/2020")},
    ),
    proposals=rows(
        "proposals",
        {"date": day("1/2/2019"), "by": "Lê Thị Bưởi", "text": "Họp trực tuyến", "decision": "Chấp nhận", "done_on": day("1/3/2019")},
        {"date": day("1/2/2020"), "by": "Lê Thị Bưởi", "text": "Mua sách", "decision": "Không"},
    ),
    commitments=rows("commitments", {"year": 2020, "member": "Lê Thị Bưởi", "text": "Đúng giờ", "result": "Đạt"}),
    warnings=rows(
        "warnings",
        {"code": "C1", "subject": "Phạm Văn Mít", "kind": "Cảnh báo", "seen_on": day("1/7/2020"), "text": "Vắng họp",
         "closed_on": day("1/8/2020"), "cleared": True},
        {"code": "C2", "subject": "Trần Văn Ổi", "kind": "Nhân tố mới", "seen_on": day("1/7/2020"), "text": "Sáng kiến"},
    ),
    denunciations=rows(
        "denunciations",
        {"received_on": day("1/7/2020"), "member": "Phạm Văn Mít", "content": "Nội dung", "accuser": "Người Giấu Tên"},
    ),
    lessons=rows(
        "lessons",
        {"year": 2020, "kind": "Hạn chế", "text": "Giám sát chưa thường xuyên"},
        {"year": 2020, "kind": "Kiến nghị", "text": "Thứ nhất"},
        {"year": 2020, "kind": "Kiến nghị", "text": "Thứ hai"},
        {"year": 2020, "kind": "Bài học", "text": "Làm sớm"},
    ),
)  # fmt: skip
