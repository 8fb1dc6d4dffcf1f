"""What-if before the vote, rewards, and the five bodies side by side."""

from __future__ import annotations

from decimal import Decimal

from addin.core.levels import Level
from addin.core.persons.reading import Reading
from addin.core.ratings.collation import collate
from addin.core.ratings.rewards import reward_candidates
from addin.core.ratings.whatif import selection_fits, whatif
from addin.core.ratings.year import rate
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.discipline import Discipline, Reward
from addin.core.tables.rows.inspections import Inspection
from addin.core.tables.rows.ratings import CellYear
from tests.builders import NAME, member, rating, row
from tests.core.ratings.rating_books import book_of, settings

GOOD = {
    "points_general": 28, "tasks_assigned": 10, "tasks_done": 10, "tasks_over": 4, "tasks_late": 0,
    "shortcomings_total": 0, "shortcomings_fixed": 0, "degradation": False, "breach": False, "sick_months": 0,
}  # fmt: skip


def cell_of(points):
    """One member for each number of task points, 2025."""
    members = tuple(member(at, f"Phạm Văn Người {at}", staff_kind="Hưu trí") for at in range(2, len(points) + 2))
    rows = tuple(rating(2025, one.source.row, one.full_name, points_tasks=score, **GOOD) for one, score in zip(members, points, strict=True))
    return members, rows


def test_candidates_stand_in_the_order_of_facts_and_the_meeting_decides():
    """Six can be HTXS, the cap is one: by points, with every choice counted."""
    members, rows = cell_of([63, 70, 65, 66, 50, 50])
    book = Book(members=members, ratings=rows)

    asked = whatif(Reading(book), 2025)

    assert [one.rating.row.points_tasks for one in asked.candidates] == [70, 66, 65, 63]
    assert (asked.quota.cap, asked.selections, asked.fits) == (1, 4, False)
    assert asked.notes == (
        "Có 04 người còn có thể Hoàn thành xuất sắc, giới hạn 01: 4 cách chọn đủ 01 người, mỗi cách để lại 03 người.",
        "Đây là số liệu để chuẩn bị; chi bộ thảo luận và biểu quyết quyết định.",
    )
    assert [fact.text for fact in asked.candidates[0].facts] == ["Tổng điểm 98.", "Vượt mức 4/10 nhiệm vụ (40%)."]
    assert selection_fits(asked, ["Phạm Văn Người 3"])
    assert not selection_fits(asked, ["Phạm Văn Người 3", "Phạm Văn Người 4"])
    assert not selection_fits(asked, ["Phạm Văn Người 6"])


def test_the_voted_out_are_no_candidates():
    """Somebody the meeting gave HTT cannot be HTXS any more."""
    book = book_of({"year": 2021, "ballot": {"meeting_on": "2021-12-20", "summoned": 4}, "row": {"votes_htt": 3}})

    assert whatif(Reading(book), 2021).candidates == ()


def test_an_open_remedy_is_worth_what_it_would_change():
    """Finishing the remedy raises HTT to HTXS, and says from which square."""
    members, rows = cell_of([65])
    values = {key: value for key, value in GOOD.items() if not key.startswith("shortcomings")}
    open_row = rating(2025, 2, members[0].full_name, points_tasks=65, **values)
    remedy = row(Inspection, 4, year=2025, member=members[0].full_name, shortcomings=["HC2"], remedy_due="2025-09-01")

    (change,) = whatif(Reading(Book(members=members, ratings=(open_row,), inspections=(remedy,))), 2025).changes

    assert change.what == "Khắc phục xong các hạn chế đã chỉ ra: mức cao nhất từ Hoàn thành tốt nhiệm vụ lên Hoàn thành xuất sắc nhiệm vụ."
    assert (change.from_level, change.to_level) == (Level.HTT, Level.HTXS)
    assert {place.sheet for place in change.places} == {"Kiểm tra"}
    assert rows[0].shortcomings_total == 0


def test_lacking_evidence_is_one_change_still_open_a_member():
    """What is blank is listed once with what it could mean; what was never recorded is not asked for."""
    asked = whatif(Reading(book_of({"year": 2025, "row": {"points_general": 28, "points_tasks": 65}})), 2025)

    (change,) = asked.changes
    assert change.what == (
        "Chưa đủ căn cứ: thiếu “Số nhiệm vụ được giao”, “Số nhiệm vụ hoàn thành”, “Số nhiệm vụ chậm”, “Số nhiệm vụ vượt mức”; "
        "có thể hạ mức xuống “Không hoàn thành nhiệm vụ”."
    )


def test_who_has_no_level_is_counted_by_the_ceiling_and_said_to_be_an_assumption():
    """Nothing entered: the cap of ten is told for preparing, and that it is assumed."""
    members = tuple(member(at, f"Phạm Văn Người {at}", staff_kind="Hưu trí") for at in range(2, 12))

    asked = whatif(Reading(Book(members=members)), 2025)

    assert (asked.quota.base_count, asked.quota.cap, len(asked.candidates)) == (10, 1, 10)
    assert asked.notes[0] == "Giả định: 10 người chưa có mức được tính theo mức cao nhất có thể."
    assert rate(Reading(Book(members=members)), 2025).quota.base_count == 0


def decided(years, **more):
    """HTXS decided in each of the years."""
    return tuple(rating(year, at, final_level="HTXS", **more) for at, year in enumerate(years, 2))


def test_five_years_in_a_row_count_across_the_renaming():
    """2015–2019 spans "đủ tư cách, HTXS" and HTXS: certificate and commendation, factor times the base wage."""
    book = Book(members=(member(2),), ratings=decided(range(2015, 2020)))

    found = reward_candidates(Reading(book), 2019)

    assert [(one.form, one.years[0], one.years[-1], one.factor, one.amount) for one in found] == [
        ("Giấy khen", 2019, 2019, Decimal("0.3"), Decimal(447_000)),
        ("Giấy khen", 2015, 2019, Decimal("1.0"), Decimal(1_490_000)),
        ("Bằng khen", 2015, 2019, Decimal("1.5"), Decimal(2_235_000)),
    ]
    assert found[1].authority == "Ban thường vụ huyện ủy và tương đương"
    assert all(one.blocks == () for one in found)
    assert found[1].because[0].places == (book.ratings[0].place("final_level"),)


def test_a_gap_in_the_five_years_leaves_the_yearly_reward():
    """Four of five years are no series."""
    book = Book(members=(member(2),), ratings=decided([2021, 2022, 2024, 2025]))

    assert [one.years for one in reward_candidates(Reading(book), 2025)] == [(2025,)]


def test_what_stands_in_the_way_is_listed():
    """Not decided yet, disciplined meanwhile, already rewarded, no base wage known."""
    rows = (*decided(range(2022, 2026))[:3], rating(2025, 9, cell_level="HTXS"))
    discipline = row(Discipline, 2, member=NAME, form="Khiển trách", decision_date="2025-05-01", duty_related=False)
    reward = row(Reward, 3, subject=NAME, form="Giấy khen", year_from=2025, decision_date="2026-01-05")
    book = Book(members=(member(2),), ratings=rows, disciplines=(discipline,), rewards=(reward,))

    (yearly,) = reward_candidates(Reading(book), 2025)

    assert [block.text for block in yearly.blocks] == [
        "Cấp trên chưa quyết định mức xếp loại của năm.",
        "Bị kỷ luật ngày 01/5/2025.",
        "Đã có giấy khen cho cùng thời gian, ngày 05/01/2026.",
    ]
    assert reward_candidates(Reading(Book(members=(member(2),), ratings=decided([2016]))), 2016)[0].blocks[0].text == (
        "Năm 2016 chưa có mức lương cơ sở trong chương trình."
    )


def test_an_exemplary_cell_is_a_candidate_and_a_base_cell_by_its_own_factors():
    """Five exemplary years, TSVM and HTXS as one series; a level below the top blocks."""
    years = tuple(
        row(CellYear, at, year=year, level="TSVM" if year < 2018 else "HTXS", exemplary=True)
        for at, year in enumerate(range(2015, 2020), 2)
    )

    plain = reward_candidates(Reading(Book(cell_years=years)), 2019)
    base = reward_candidates(Reading(Book(cell_years=years, settings=settings(is_base_cell=True))), 2019)
    low = reward_candidates(Reading(Book(cell_years=(row(CellYear, 2, year=2019, level="HTT", exemplary=True),))), 2019)

    assert [(one.form, one.factor) for one in plain] == [("Giấy khen", Decimal("0.6")), ("Giấy khen", Decimal("1.5")), ("Bằng khen", Decimal("2.0"))]
    assert [(one.form, one.factor) for one in base] == [("Giấy khen", Decimal("2.0")), ("Bằng khen", Decimal("5.0")), ("Cờ", Decimal("8.0"))]
    assert low[0].blocks[0].text == "Năm 2019: mức được quyết định đang ghi Hoàn thành tốt nhiệm vụ; tiêu biểu chỉ chọn trong mức cao nhất."


def test_five_bodies_stand_side_by_side():
    """Who said what, who is silent, whether they disagree."""
    book = book_of({
        "year": 2021, "ballot": {"meeting_on": "2021-12-20", "summoned": 3},
        "row": {"self_level": "HTXS", "agency_level": "HTT", "committee_level": "HTT", "votes_htt": 2, "final_level": "HTT"},
    })  # fmt: skip

    (one,) = collate(Reading(book), 2021)

    assert [(opinion.body, opinion.level) for opinion in one.opinions] == [
        ("self", "HTXS"), ("agency", "HTT"), ("union", None), ("committee", "HTT"), ("cell", "HTT"),
    ]  # fmt: skip
    assert (one.disagree, one.spread, one.missing, one.final) == (True, 1, ("union",), Level.HTT)


def test_people_without_a_row_have_said_nothing():
    """No row, no opinion, no disagreement."""
    (one,) = collate(Reading(Book(members=(member(2),))), 2021)

    assert (one.said, one.disagree, one.spread, one.final) == ((), False, 0, None)


def test_whom_the_competent_level_weighs_is_no_certain_candidate():
    """Nothing entered excludes the level, and yet nobody but the competent level can say."""
    full = {"points_general": 28, "points_tasks": 66, "tasks_assigned": 10, "tasks_done": 10, "tasks_over": 5, "tasks_late": 0, "unit_done_pct": 1, "unit_over_pct": 0.5}
    case = {"year": 2025, "member": {"is_leader": True}, "row": full | {"subordinate_corruption": True, "self_detected": True}}

    (one,) = whatif(Reading(book_of(case)), 2025).candidates

    assert (one.is_weighed, one.is_certain) == (True, False)
