"""What the reasons say, word for word, and where they point."""

from __future__ import annotations

from decimal import Decimal

import pytest

from addin.core.levels import Level
from addin.core.persons.reading import Reading
from addin.core.places import Place
from addin.core.ratings import computed_inputs, rate
from addin.core.tables.rows.ballots import Tally
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.inspections import Inspection
from addin.core.tables.rows.organisation import Appointment
from addin.core.tables.rows.ratings import CellYear, Criterion, CriterionPoints
from addin.core.tables.rows.supervision import Task
from tests.builders import NAME, member, rating, row
from tests.core.ratings.rating_books import book_of, settings


def only(case):
    """The one rating of a case."""
    (one,) = rate(Reading(book_of(case)), case["year"]).members
    return one


def said(one, rule):
    """The text of the reason with this code."""
    return next(reason.text for reason in one.because if reason.rule == rule)


def test_a_ceiling_is_explained_by_what_failed_for_the_next_higher_level():
    """Grades: what was asked, what is below it, the square and the point of the guidance."""
    one = only({"year": 2021, "row": {"grade_tasks": "Tốt", "grade_style": "Kém"}})

    reason = next(reason for reason in one.because if reason.rule == "htn.grades")

    assert one.ceiling is Level.KHT
    assert reason.text == (
        "Cần kết quả nhiệm vụ từ Trung bình, các tiêu chí khác từ Trung bình; "
        "chưa đạt: Tác phong, lề lối làm việc: Kém."
    )
    assert str(reason.reference) == "Hướng dẫn số 21-HD/BTCTW, ngày 18/10/2019 (chưa kiểm chứng)"
    assert [str(place) for place in reason.places] == ["'Xếp loại'!F2"]


def test_points_are_explained_with_the_sum():
    """Comma decimals, the least points, Article 11."""
    one = only({"year": 2025, "row": {"points_general": 27, "points_tasks": 62.5}})

    reason = one.because[0]

    assert (reason.rule, reason.text) == ("htxs.points", "Tổng điểm 89,5, cần từ 90 điểm.")
    assert str(reason.reference) == "Điều 11 Quy định số 366-QĐ/TW, ngày 30/8/2025"


def test_a_blank_says_what_it_could_change():
    """The heading as people know it, the lowest level it could mean, the square to fill."""
    one = only({"year": 2021, "row": {"grade_tasks": "Xuất sắc"}})

    assert said(one, "lacking") == (
        "Chưa đủ căn cứ: thiếu “Số nhiệm vụ được giao”, “Số nhiệm vụ hoàn thành”, “Đối tượng”, “Chính trị tư tưởng”, "
        "“Đạo đức, lối sống”, “Ý thức tổ chức kỷ luật”, “Tác phong, lề lối làm việc”, “Khắc phục hạn chế”; "
        "có thể hạ mức xuống “Không hoàn thành nhiệm vụ”."
    )
    assert next((blank.key, blank.could_lower_to) for blank in one.lacking) == ("tasks_assigned", Level.KHT)
    assert {blank.place.sheet for blank in one.lacking} == {"Xếp loại", "Đảng viên"}


def test_discipline_is_quoted_with_its_day():
    """Form, number, day as documents write it."""
    one = only({"year": 2022, "disciplines": [{"form": "Khiển trách", "decision_no": "05-QĐ/CB", "decision_date": "2022-03-09"}]})

    assert said(one, "kht.discipline") == "Bị thi hành kỷ luật trong năm: khiển trách theo quyết định 05-QĐ/CB ngày 09/3/2022."


def test_the_words_of_a_level_are_those_of_the_year():
    """To 2017 the levels begin with "Đảng viên đủ tư cách"."""
    one = only({"year": 2016, "ballot": {"meeting_on": "2016-12-20", "summoned": 3}, "row": {"votes_htt": 2}})

    assert said(one, "vote.majority") == (
        "2/3 phiếu cho “Đảng viên đủ tư cách, hoàn thành tốt nhiệm vụ”, "
        "quá 50% của 3 đảng viên chính thức được triệu tập."
    )


def test_no_level_met_is_marked_as_our_default():
    """Q17 is a gap: the default is shown as such and the meeting is asked."""
    one = only({"year": 2025, "row": {"tasks_assigned": 10, "tasks_done": 8}})

    reason = next(reason for reason in one.because if reason.rule == "no_level")

    assert reason.text == (
        "Không mức nào đạt đủ điều kiện và không thuộc trường hợp không hoàn thành: "
        "tạm để “Hoàn thành nhiệm vụ”, chi bộ xem xét, xin ý kiến đảng uỷ."
    )
    assert str(reason.reference) == "mặc định của Sổ Chi bộ (chưa kiểm chứng)"


def test_the_cap_is_said_with_its_base_and_source():
    """Rate, base, number, rounding; the base of 2025 is our default."""
    quota = rate(Reading(book_of({"year": 2025, "roll": {"HTXS": 5, "HTT": 23, "HTN": 2}})), 2025).quota

    assert [reason.text for reason in quota.because] == [
        "Không quá 20% của số đảng viên Hoàn thành tốt (28 người từ Hoàn thành tốt trở lên), làm tròn xuống: 04 người.",
        "Tính theo nhóm đối tượng có vị trí, vai trò, chức năng, nhiệm vụ tương đồng, không riêng từng chi bộ.",
        "Mẫu số mặc định; đảng uỷ hướng dẫn khác thì sửa ở sheet Thiết lập.",
        "Đang tính 05 người Hoàn thành xuất sắc (đã ghi, biểu quyết hoặc dự kiến), vượt giới hạn 04 người, quá 01 người: chi bộ chọn lại.",
    ]
    assert quota.over_by == 1
    assert str(quota.because[0].reference) == "điểm 1.5 khoản 1 Điều 11 Quy định số 366-QĐ/TW, ngày 30/8/2025"


def test_by_hd_21_the_cap_is_counted_within_each_grassroots_organisation():
    """Said beside the number (texts-2025.md); before 2019 no text says so."""
    quotas = [rate(Reading(book_of({"year": year, "roll": {"HTT": 10}})), year).quota for year in (2018, 2019, 2022)]

    assert [quota.scope for quota in quotas] == ["", *["Tính trong từng tổ chức cơ sở đảng, không riêng từng chi bộ."] * 2]


def test_everybody_on_the_roll_gets_an_entry_even_without_a_rating_row():
    """A member nobody rated yet stands with his own row, provisional."""
    book = Book(members=(member(2), member(3, "Lê Thị Hoa")), ratings=(rating(2025, 7),))

    first, second = rate(Reading(book), 2025).members

    assert (first.sheet, first.row_number) == ("Xếp loại", 7)
    assert (second.sheet, second.row_number, second.full_name) == ("Đảng viên", 3, "Lê Thị Hoa")
    assert second.provisional
    assert second.row is None


def test_a_rating_row_of_nobody_on_the_roll_is_kept_and_said():
    """The name is shown as written, the rating provisional."""
    book = Book(members=(member(2),), ratings=(rating(2025, 2, "Đỗ Lạ"),))

    stranger = rate(Reading(book), 2025).members[-1]

    assert (stranger.full_name, stranger.member, stranger.provisional) == ("Đỗ Lạ", None, True)
    assert said(stranger, "missing.member") == (
        "Tên trên dòng xếp loại không có trong danh sách đảng viên: chưa xét được tư cách, kỷ luật."
    )


def test_a_second_row_for_the_same_person_is_said_and_not_counted():
    """The first row counts once."""
    book = Book(members=(member(2),), ratings=(rating(2025, 5), rating(2025, 4, points_general="10", points_tasks="30")))

    (one,) = rate(Reading(book), 2025).members

    assert one.row_number == 4
    assert one.ceiling is Level.KHT or one.ceiling is Level.HTN
    assert said(one, "duplicate_row") == "Năm này còn dòng xếp loại khác của cùng người: chỉ dùng dòng đầu."


def test_a_leader_left_blank_is_asked_about_where_leaders_inputs_stand():
    """Blank is unknown, never "no": the unit's result waits for the flag."""
    one = only({"year": 2025, "row": {"unit_done_pct": 0.5}})

    assert "is_leader" in [blank.key for blank in one.lacking]
    assert one.ceiling is Level.HTXS


def test_the_secretary_of_a_lower_rated_cell_is_told_so():
    """A local reading: only a warning, unless the settings make it a limit."""
    case = {
        "year": 2025, "cell": {"level": "HTT"}, "row": {"points_general": 30, "points_tasks": 65},
        "appointments": [{"role": "Bí thư", "from": "2020-01-01"}],
    }  # fmt: skip

    warned = only(case)
    bound = only(case | {"settings": {"other": {"rating.ceiling.head": "limit"}}})

    assert warned.ceiling is Level.HTXS
    assert said(warned, "warning.head") == "Chi bộ được xếp Hoàn thành tốt nhiệm vụ: người đứng đầu không xếp cao hơn tập thể mình lãnh đạo. Chi bộ cân nhắc."
    assert bound.ceiling is Level.HTT
    assert "ceiling.head" in [reason.rule for reason in bound.because]


def test_the_cells_own_vote_counts_where_two_counters_agree():
    """Phiếu đếm of "Chi bộ": majority lowers the result, a mismatch is no vote."""
    tallies = tuple(
        row(Tally, at, year=2021, meeting_on="2021-12-20", subject="Chi bộ", counter=at, htxs=1, htt=9) for at in (1, 2)
    )
    base = Book(members=(member(2),), tallies=tallies, ballot_counts=book_of(
        {"year": 2021, "ballot": {"meeting_on": "2021-12-20", "summoned": 10}}).ballot_counts)  # fmt: skip

    agreed = rate(Reading(base), 2021).party_cell
    doubtful = rate(Reading(Book(members=base.members, tallies=(tallies[0],), ballot_counts=base.ballot_counts)), 2021).party_cell

    assert (agreed.ceiling, agreed.vote, agreed.voted, agreed.result) == (Level.HTXS, "majority", Level.HTT, Level.HTT)
    assert (agreed.level, agreed.recorded.source) == (Level.HTT, "vote")
    assert (doubtful.vote, doubtful.ceiling, doubtful.result, doubtful.level) == ("none", Level.HTXS, None, None)


def test_computed_inputs_are_counted_from_the_other_sheets():
    """Tasks by the year they are due, shortcomings of the year's inspections, with their squares."""
    person = member(2)
    tasks = (
        row(Task, 2, member=NAME, task="Một", due_on="2025-03-01", done_on="2025-03-02", result="Vượt mức"),
        row(Task, 3, member=NAME, task="Hai", due_on="2025-04-01"),
        row(Task, 4, member="Người khác", task="Ba", due_on="2025-04-01"),
    )
    inspections = (
        row(Inspection, 2, year=2025, member=NAME, shortcomings=["HC1", "HC2"], remedied_on="2025-08-01"),
        row(Inspection, 3, year=2024, member=NAME, shortcomings=["HC3"], remedy_due="2025-02-01"),
        row(Inspection, 4, year=2024, member=NAME, shortcomings=["HC3"], remedy_due="2024-12-01"),
    )
    book = Book(members=(person,), tasks=tasks, inspections=inspections)

    found = computed_inputs(Reading(book), 2025, person)

    assert {key: one.value for key, one in found.items()} == {
        "tasks_assigned": 2, "tasks_done": 1, "tasks_over": 1, "tasks_late": 1,
        "shortcomings_total": 3, "shortcomings_fixed": 2,
    }  # fmt: skip
    assert found["shortcomings_fixed"].places == (inspections[0].place("remedied_on"),)


def test_no_rows_to_count_from_leave_the_input_blank():
    """A member without tasks is not a member with no tasks done."""
    person = member(2)

    assert computed_inputs(Reading(Book(members=(person,))), 2025, person) == {}


def test_points_are_summed_only_when_every_criterion_is_scored():
    """Half a score sheet is no score."""
    person = member(2)
    criteria = (
        row(Criterion, 2, code="C1", name="Một", section="Tiêu chí chung", max_points=30, applies_to="Đảng viên"),
        row(Criterion, 3, code="N1", name="Hai", section="Kết quả nhiệm vụ", max_points=40, applies_to="Đảng viên"),
        row(Criterion, 4, code="N2", name="Ba", section="Kết quả nhiệm vụ", max_points=30, applies_to="Đảng viên"),
    )
    points = (
        row(CriterionPoints, 2, year=2025, member=NAME, code="C1", points="28.5"),
        row(CriterionPoints, 3, year=2025, member=NAME, code="N1", points=40),
    )

    found = computed_inputs(Reading(Book(members=(person,), criteria=criteria, criteria_points=points)), 2025, person)

    assert {key: one.value for key, one in found.items()} == {"points_general": Decimal("28.5")}


@pytest.mark.parametrize(("year", "regime"), [(2013, "hd07"), (2014, "hd27"), (2017, "hd27"), (2018, "hd16"), (2019, "hd21"), (2022, "hd21"), (2023, "qd124"), (2024, "qd124"), (2025, "qd366")])
def test_the_regime_is_chosen_by_the_rating_year(year, regime):
    """The last year of the old and the first of the new."""
    assert rate(Reading(Book(settings=settings(), members=(member(2),))), year).regime.id == regime


def test_an_empty_book_has_a_cell_and_no_members():
    """Nothing entered is nothing failed: the cell is provisional."""
    ratings = rate(Reading(Book()), 2025)

    assert ratings.members == ()
    assert (ratings.quota.cap, ratings.quota.over) == (0, False)
    assert ratings.party_cell.provisional
    assert ratings.party_cell.because[1].places == (Place("Chi bộ"),)


def test_a_decided_level_counts_for_the_cells_shares():
    """What the superior decided goes before what was proposed."""
    book = Book(
        members=(member(2),), ratings=(rating(2021, 2, final_level="KHT"),),
        cell_years=(row(CellYear, 2, year=2021),), appointments=(row(Appointment, 2, role="Thư ký", member=NAME),),
    )  # fmt: skip

    assert "htxs.members_completed" in [reason.rule for reason in rate(Reading(book), 2021).party_cell.because]


def test_what_last_year_left_unremedied_is_asked_about_this_year():
    """Two pointed out, one put right: whether the other was is evidence still lacking; a typed number answers it."""
    full = {"points_general": 28, "points_tasks": 66, "tasks_assigned": 10, "tasks_done": 10, "tasks_over": 5, "tasks_late": 0}
    before = rating(2024, 2, shortcomings_total=2, shortcomings_fixed=1)

    (asked,) = rate(Reading(Book(members=(member(2),), ratings=(before, rating(2025, 3, **full)))), 2025).members
    (told,) = rate(Reading(Book(members=(member(2),), ratings=(before, rating(2025, 3, **full, shortcomings_fixed=1)))), 2025).members
    (none,) = rate(Reading(Book(members=(member(2),), ratings=(rating(2024, 2), rating(2025, 3, **full)))), 2025).members

    assert [(blank.key, blank.could_lower_to) for blank in asked.lacking] == [("shortcomings_fixed", Level.HTT)]
    assert (asked.result, told.result, none.result) == (None, Level.HTXS, Level.HTXS)
