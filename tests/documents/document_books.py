"""Books made by hand for the documents: the seed's cell with invented people."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from addin.core.levels import Level
from addin.core.places import Place
from addin.core.tables.rows.activities import Dissemination, Lesson, Meeting
from addin.core.tables.rows.ballots import BallotCount
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.discipline import Reward
from addin.core.tables.rows.inspections import Inspection
from addin.core.tables.rows.members import Member
from addin.core.tables.rows.organisation import Appointment
from addin.core.tables.rows.papers import Document
from addin.core.tables.rows.plans import PlanItem
from addin.core.tables.rows.ratings import CellYear, RatingRow
from addin.core.tables.rows.settings import Settings
from addin.core.tables.rows.supervision import SupervisionNote
from tests.builders import day, row

SECRETARY = "Trần Thị Mẫu"
CONTENTS = ("TD", "NQ4", "CT05", "NG", "CM")


def settings(**changed: object) -> Settings:
    """The seed's cell."""
    seed = Settings(
        cell_name="Chi bộ Văn phòng Sở 2",
        superior_name="Đảng bộ Sở Tư pháp",
        place="Thành phố Ví Dụ",
        has_committee=True,
        places={"cell_name": Place("Thiết lập", 2, 2)},
    )
    return replace(seed, **changed)


def member(number: int, name: str, /, **values: object) -> Member:
    """A member of the office, a specialist unless told otherwise."""
    seed = {"job_title": "Chuyên viên", "employer": "Văn phòng Sở", "group": "Tổ đảng 1", "official_on": day("03/02/2012")}
    return row(Member, number, full_name=name, **{**seed, **values})


def turn(number: int, name: str, /, **values: object) -> Inspection:
    """A turn of decision 23-QĐ/CB of 03/9/2019."""
    seed = {
        "decision_no": "23-QĐ/CB",
        "decision_date": day("03/9/2019"),
        "year": 2019,
        "kind": "Kiểm tra",
        "contents": CONTENTS,
        "team_lead": SECRETARY,
        "team": ("Vũ Văn Thử", "Hồ Thị Ví Dụ"),
        "starts_on": day("09/9/2019"),
        "ends_on": day("08/10/2019"),
        "self_report_due": day("16/9/2019"),
    }
    return row(Inspection, number, member=name, **{**seed, **values})


def plan(number: int, /, **values: object) -> PlanItem:
    """The plan's item for the inspection of 2019."""
    seed = {
        "year": 2019,
        "kind": "Kiểm tra",
        "members": SUBJECTS,
        "contents": CONTENTS,
        "period_from": day("01/01/2018"),
        "period_to": day("30/6/2019"),
        "starts_on": day("01/9/2019"),
        "ends_on": day("31/10/2019"),
        "superior_plan": "12-KH/ĐU, ngày 10/01/2019",
    }
    return row(PlanItem, number, **{**seed, **values})


SUBJECTS = ("Nguyễn Văn Thử Nghiệm", "Lê Thị Minh Hoạ", "Phạm Văn Giả Định", "Đỗ Thị Thuỷ Mẫu")


def book(**changed: object) -> Book:
    """One decision of 2019 on four members, by a team of three, signed by the secretary of that day."""
    names = (*SUBJECTS, SECRETARY, "Vũ Văn Thử", "Hồ Thị Ví Dụ", "Bùi Văn Kế Nhiệm")
    seed = Book(
        settings=settings(),
        members=tuple(member(number, name) for number, name in enumerate(names, 2)),
        appointments=(
            row(Appointment, 2, role="Bí thư", member=SECRETARY, from_=day("01/01/2017"), to=day("31/12/2019")),
            row(Appointment, 3, role="Bí thư", member="Bùi Văn Kế Nhiệm", from_=day("01/01/2020")),
            row(Appointment, 4, role="Chi uỷ viên", member="Vũ Văn Thử", from_=day("01/01/2017")),
        ),
        plan_items=(plan(2),),
        inspections=tuple(turn(number, name) for number, name in enumerate(SUBJECTS, 2)),
        documents=(
            row(
                Document,
                2,
                kind="Kế hoạch",
                number="05-KH/CB",
                date=day("25/01/2019"),
                title="Kiểm tra, giám sát năm 2019",
            ),
        ),
    )
    return replace(seed, **changed)


ON = date(2026, 11, 23)


def seed_book() -> Book:
    """Six years of the seed's cell: two decisions, eight turns of seven people, ratings, lessons, the next plan."""
    second = {
        "decision_no": "35-QĐ/CB",
        "decision_date": day("09/10/2020"),
        "year": 2020,
        "starts_on": day("12/10/2020"),
        "ends_on": day("10/11/2020"),
    }
    found = {
        "strengths": ("UD1", "UD2", "UD3", "UD4", "UD5"),
        "degradation": False,
        "conclusion": "Có hạn chế",
        "remedy": "Khắc phục",
        "remedy_due": day("31/12/2020"),
    }
    late = (SUBJECTS[0], "Bùi Văn Kế Nhiệm", "Vũ Văn Thử", "Hồ Thị Ví Dụ")
    turns = (
        *(turn(number, name, shortcomings=("HC1",), **found) for number, name in enumerate(SUBJECTS, 2)),
        *(turn(number, name, shortcomings=("HC2", "HC3"), **{**found, **second}) for number, name in enumerate(late, 6)),
    )
    return book(
        inspections=turns,
        cell_years=(
            row(CellYear, 2, year=2015, level=Level.HTT),
            row(CellYear, 3, year=2016, level=Level.TSVM, exemplary=False),
            row(CellYear, 4, year=2017, level=Level.TSVM, exemplary=True),
            row(CellYear, 5, year=2018, level=Level.HTT),
            row(CellYear, 6, year=2019, level=Level.HTXS),
            row(CellYear, 7, year=2020, level=Level.HTT),
        ),
        ratings=tuple(
            row(RatingRow, number, year=2020, member=name, final_level=level)
            for number, (name, level) in enumerate(zip(SUBJECTS, (Level.HTXS, Level.HTT, Level.HTT, Level.HTN), strict=True), 2)
        ),
        rewards=(
            row(
                Reward, 2, subject="Chi bộ", form="Giấy khen", year_from=2015, year_to=2020, decision_date=day("20/11/2020"),
                authority="Ban Chấp hành Đảng bộ Sở Tư pháp",
            ),
        ),
        supervision_notes=(
            row(SupervisionNote, 2, noted_on=day("15/5/2020"), observer="Vũ Văn Thử", member=SUBJECTS[0], kind="Ưu điểm", text="Làm tốt"),
        ),
        disseminations=tuple(
            row(Dissemination, number, date=day("05/02/2020"), channel=channel, document=document)
            for number, (channel, document) in enumerate(
                (
                    ("Sinh hoạt định kỳ", "Điều lệ Đảng, Chương VII, Điều 30 đến Điều 33"),
                    ("Sinh hoạt chuyên đề", "Quy định số 30-QĐ/TW"),
                    ("Văn bản", "Quy định số 109-QĐ/TW"),
                    ("Qua kiểm tra, giám sát", "Quy định số 109-QĐ/TW"),
                ),
                2,
            )
        ),
        lessons=(
            row(Lesson, 2, year=2020, kind="Hạn chế", text="Chưa kịp thời phát hiện nhân tố mới, tích cực"),
            row(Lesson, 3, year=2020, kind="Hạn chế", text="Giám sát chưa thường xuyên, chưa thực chất"),
            row(Lesson, 4, year=2020, kind="Kiến nghị", text="Tăng cường lãnh đạo công tác kiểm tra, giám sát"),
            row(Lesson, 5, year=2020, kind="Kiến nghị", text="Đảng uỷ có hướng dẫn cụ thể, chi tiết hơn"),
            row(Lesson, 6, year=2020, kind="Bài học", text="Kế hoạch phải giao từ đầu năm"),
        ),
        plan_items=(
            plan(2, status="Hoàn thành"),
            plan(3, year=2020, members=late, starts_on=day("01/10/2020"), ends_on=day("15/11/2020"), status="Hoàn thành"),
            plan(4, year=2021, members=("Toàn chi bộ",), starts_on=day("01/9/2021"), ends_on=day("31/10/2021")),
            plan(5, year=2022, members=("Toàn chi bộ",), starts_on=day("01/9/2022"), ends_on=day("31/10/2022")),
        ),
    )


def rated(number: int, name: str, votes: tuple[int, int, int, int], **values: object) -> RatingRow:
    """A rating row of 2020 with criteria for the top, and votes for HTXS, HTT, HTN, KHT."""
    grades = dict.fromkeys(("grade_politics", "grade_ethics", "grade_discipline", "grade_style", "grade_tasks", "grade_remedy"), "Xuất sắc")
    levels = dict.fromkeys(("self_level", "agency_level", "union_level", "committee_level"), Level.HTXS)
    counts = dict(zip(("votes_htxs", "votes_htt", "votes_htn", "votes_kht"), votes, strict=True))
    return row(RatingRow, number, year=2020, member=name, **{**grades, **levels, **counts, "votes_invalid": 0, **values})


def rating_book() -> Book:
    """The cell at the end of 2020: eight members, one exempt, one without a majority."""
    seed = seed_book()
    members = (*seed.members, member(20, "Phan Thị Uỷ Quyền", status="Miễn công tác và sinh hoạt", status_from=day("01/6/2019")))
    names = [one.full_name for one in seed.members]
    tasks = {"tasks_assigned": 10, "tasks_done": 10, "tasks_over": 5, "tasks_late": 0, "shortcomings_total": 0, "shortcomings_fixed": 0}
    quiet = {"breach": False, "degradation": False, "sick_months": 0}
    ballots = [(7, 1, 0, 0), (1, 7, 0, 0), (4, 4, 0, 0), (0, 8, 0, 0), (0, 8, 0, 0), (0, 8, 0, 0), (0, 8, 0, 0), (0, 7, 1, 0)]
    return replace(
        seed,
        members=members,
        appointments=(*seed.appointments, row(Appointment, 5, role="Thư ký", member="Hồ Thị Ví Dụ", from_=day("01/01/2017"))),
        ratings=tuple(
            rated(number, name, votes, **tasks, **quiet) for number, (name, votes) in enumerate(zip(names, ballots, strict=True), 2)
        ),
        ballot_counts=(
            row(
                BallotCount, 2, year=2020, meeting_on=day("10/12/2020"), official=9, summoned=8, present=8, issued=8, returned=8,
                valid=8, invalid=0, counter_1="Vũ Văn Thử", counter_2="Hồ Thị Ví Dụ",
            ),
        ),
        meetings=(
            row(
                Meeting, 2, held_on=day("10/12/2020"), kind="Kiểm điểm", total=9, present=8, absent=("Phan Thị Uỷ Quyền",),
                absent_excused=("Phan Thị Uỷ Quyền",),
            ),
        ),
    )


def settled_book() -> Book:
    """The same cell once the third member was voted on again and the superior has decided on the first."""
    book = rating_book()
    first, second, third, *others = book.ratings
    decided = replace(first, final_level=Level.HTXS, final_date=day("14/12/2020"))
    return replace(book, ratings=(decided, second, replace(third, votes_htxs=0, votes_htt=8), *others))
