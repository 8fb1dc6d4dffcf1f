"""What readers of the papers stumbled over: namesakes, counts that do not fit, steps, cancelled plans."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from document_books import SUBJECTS, Level, book, plan, rating_book, seed_book, settings
from document_contexts import drafted

from addin.core.persons.reading import Reading
from addin.core.places import Place
from addin.core.ratings import Reason, rate
from addin.core.ratings.whatif import Change
from addin.core.references import Confidence, Reference
from addin.core.summaries import summarise
from addin.core.tables.rows.ballots import Tally
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.discipline import Discipline
from addin.core.tables.rows.organisation import Appointment
from addin.documents.kinds import (
    ballot,
    count_minutes,
    explanation,
    rating_list,
    review_minutes,
    year_end_report,
)
from addin.documents.parts.decision_facts import planned_facts
from addin.documents.parts.figure_words import figure_words
from addin.documents.parts.heading import Gaps
from addin.documents.parts.next_steps import next_steps
from addin.documents.parts.rating_lines import reason_texts
from addin.errors import PaperRefused
from tests.builders import day, row
from tools.templates import built

ON = date(2020, 12, 15)
FIRST, SECOND = SUBJECTS[:2]


def namesakes(**second: object) -> Book:
    """The first two rated members share the first one's name; both rows write the number behind it."""
    seed = rating_book()
    one = replace(seed.members[0], member_id="M01", birth_date=day("10/10/1985"), job_title="Chuyên viên")
    two = replace(
        seed.members[1], full_name=FIRST, member_id="M02", **{"birth_date": day("15/01/1993"), "job_title": "Viên chức", **second}
    )
    rows = (replace(seed.ratings[0], member="M01"), replace(seed.ratings[1], member="M02"), *seed.ratings[2:])
    return replace(seed, members=(one, two, *seed.members[2:]), ratings=rows)


def tally(number: int, counter: int, **counts: int) -> Tally:
    """The vote on the cell as one counter read it."""
    seed = {"htxs": 1, "htt": 7, "htn": 0, "kht": 0, "invalid": 0}
    return row(Tally, number, year=2020, meeting_on=day("10/12/2020"), subject="Chi bộ", counter=counter, **{**seed, **counts})


def test_namesakes_are_told_apart_each_with_their_own_post():
    """The birth year stands behind a name two share, on every paper; the posts are those of the member's row."""
    listed, _ = drafted(rating_list, namesakes(), ON, 2020)
    paper, _ = drafted(ballot, namesakes(), ON, 2020)
    minutes, _ = drafted(review_minutes, namesakes(), ON, 2020)

    assert [(line.full_name, line.posts) for line in listed.members[:2]] == [
        (f"{FIRST} (sinh năm 1985)", "Chuyên viên"),
        (f"{FIRST} (sinh năm 1993)", "Viên chức"),
    ]
    assert [line.subject for line in paper.subjects[:2]] == [line.full_name for line in listed.members[:2]]
    assert minutes.reviewed[1] == f"2.2. Đồng chí {FIRST} (sinh năm 1993), Viên chức"


def test_namesakes_born_in_one_year_are_told_apart_by_number():
    """The birth year helps nobody then."""
    listed, _ = drafted(rating_list, namesakes(birth_date=day("01/02/1985")), ON, 2020)

    assert [line.full_name for line in listed.members[:2]] == [f"{FIRST} (M01)", f"{FIRST} (M02)"]


def test_a_post_is_ascribed_to_the_namesake_it_was_entered_for():
    """By number it is one's; under the bare name it is nobody's."""
    seed = namesakes()
    posts = (
        *seed.appointments,
        row(Appointment, 6, role="Phó bí thư", member="M02", from_=day("01/01/2020")),
        row(Appointment, 7, role="Chi uỷ viên", member=FIRST, from_=day("01/01/2020")),
    )

    listed, _ = drafted(rating_list, replace(seed, appointments=posts), ON, 2020)

    assert [line.posts for line in listed.members[:2]] == ["Chuyên viên", "Phó Bí thư Chi bộ, Viên chức"]


def test_minutes_of_a_count_that_contradicts_itself_are_not_made():
    """Fewer papers returned than valid, and a member with more votes than papers: one sentence with the squares."""
    seed = rating_book()
    count = replace(seed.ballot_counts[0], returned=7)
    rows = (replace(seed.ratings[0], votes_htt=5), *seed.ratings[1:])

    with pytest.raises(PaperRefused) as told:
        drafted(count_minutes, replace(seed, ballot_counts=(count,), ratings=rows), ON, 2020)

    assert told.value.message.startswith("Chưa lập biên bản vì số phiếu chưa khớp: hợp lệ 8, thu về 7 (Kiểm phiếu: ")
    assert f"; đồng chí {FIRST} có 12 phiếu, số phiếu hợp lệ 8 (Xếp loại: " in told.value.message
    assert told.value.fix == "Sửa sheet Kiểm phiếu hoặc Xếp loại rồi lập lại."


def test_a_count_that_fits_tells_nothing():
    """Silence where all sums agree."""
    _, missing = drafted(count_minutes, rating_book(), ON, 2020)

    assert missing == ()


def test_the_minutes_tell_the_vote_on_the_cell():
    """Two counters agree: votes by level and the level with a majority."""
    context, _ = drafted(count_minutes, replace(rating_book(), tallies=(tally(2, 1), tally(3, 2))), ON, 2020)

    assert context.cell_vote == (
        "Biểu quyết xếp loại chi bộ, số phiếu: hoàn thành xuất sắc nhiệm vụ 1; hoàn thành tốt nhiệm vụ 7;"
        " hoàn thành nhiệm vụ 0; không hoàn thành nhiệm vụ 0; không hợp lệ 0. Mức đủ phiếu: “Hoàn thành tốt nhiệm vụ”."
    )


def test_counters_who_differ_on_the_cell_are_told():
    """No vote is printed that two people did not read alike."""
    context, missing = drafted(
        count_minutes, replace(rating_book(), tallies=(tally(2, 1), tally(3, 2, htt=6, htn=1))), ON, 2020
    )

    assert context.cell_vote == ""
    assert any(line.startswith("Hai người kiểm phiếu đếm khác nhau về phiếu của chi bộ (") for line in missing)


def test_the_ballot_on_the_cell_offers_the_levels_of_its_year():
    """To 2017 a cell is Trong sạch, vững mạnh at best; the column is of a subject, not of people."""
    paper, _ = drafted(ballot, rating_book(), ON, 2016, for_cell=True)

    assert (paper.level_1, paper.level_2, paper.level_3, paper.level_4) == (
        "Trong sạch, vững mạnh", "Hoàn thành tốt nhiệm vụ", "Hoàn thành nhiệm vụ", "Yếu kém",
    )  # fmt: skip
    assert (paper.subject_heading, paper.posts_heading) == ("Đối tượng", "")


def test_the_explanation_says_what_to_do():
    """A step for each condition that failed, none for a member nothing stands in the way of."""
    seed = rating_book()
    rows = (seed.ratings[0], replace(seed.ratings[1], grade_tasks="Tốt", tasks_done=None), *seed.ratings[2:])
    members = (replace(seed.members[0], admitted_on=day("03/02/2011")), *seed.members[1:])
    changed = replace(seed, ratings=rows, members=members)
    content, _ = drafted(explanation, changed, ON, 2020, name=FIRST)
    lacking, _ = drafted(explanation, changed, ON, 2020, name=SECOND)

    assert content.actions == ()
    assert any(line.startswith("- Nâng các tiêu chí chưa đạt: cần kết quả nhiệm vụ từ Xuất sắc") for line in lacking.actions)
    assert any("Bổ sung số liệu ở Xếp loại: " in line and "“Số nhiệm vụ hoàn thành”" in line for line in lacking.actions)


def test_a_cancelled_plan_gives_no_period():
    """The row that replaced it decides, and nothing is said to differ."""
    cancelled = plan(3, status="Huỷ", period_from=day("01/01/2010"), period_to=day("01/01/2011"))
    gaps = Gaps()

    facts = planned_facts(Reading(book(plan_items=(cancelled, plan(2)))), SUBJECTS, 2019, ON, gaps)

    assert (facts.period_from, facts.period_to) == (day("01/01/2018"), day("30/6/2019"))
    assert gaps.told == []


def test_a_report_tells_discipline_and_inspections_on_signs():
    """By form and count; without any decision the section stays away."""
    seed = seed_book()
    decisions = (
        row(Discipline, 2, member=FIRST, form="Khiển trách", decision_date=day("01/6/2020")),
        row(Discipline, 3, member=SECOND, form="Cảnh cáo", decision_date=day("01/7/2020")),
    )
    signs = replace(seed.inspections[-1], kind="Kiểm tra dấu hiệu vi phạm")
    changed = replace(seed, disciplines=decisions, inspections=(*seed.inspections[:-1], signs))

    told, _ = drafted(year_end_report, changed, ON, 2020)
    silent, _ = drafted(year_end_report, seed, ON, 2020)

    assert told.discipline == ("Trong năm 2020, có 02 quyết định thi hành kỷ luật đối với đảng viên của Chi bộ, gồm: khiển trách 01; cảnh cáo 01.",)
    assert "Trong số đó có 01 lượt kiểm tra khi có dấu hiệu vi phạm." in told.inspections
    assert silent.discipline == ()
    assert not any("dấu hiệu vi phạm" in line for line in silent.inspections)


def test_a_proposal_keeps_our_own_remarks_off_the_paper():
    """What is unchecked is told to the secretary; the superior reads the reason alone."""
    gaps = Gaps()
    source = Reference("124-QD-TW-2023", "Quy định số 124-QĐ/TW", Confidence.RECALLED)

    lines = reason_texts([Reason("x", "Đạt 09/11 trên số liệu đã nhập. Chỉ là lưu ý.", source)], gaps)

    assert lines == ("- Đạt 09/11 (Quy định số 124-QĐ/TW).",)
    assert gaps.told == ["Lý do dựa trên quy định chưa kiểm chứng: Đạt 09/11 trên số liệu đã nhập. Chỉ là lưu ý"]


def test_figures_of_early_years_have_the_words_of_their_regime():
    """Levels of 2016 are those of the old scale; texts are joined without a stray full stop."""
    seed = seed_book()
    rows = (row(type(seed.ratings[0]), 2, year=2016, member=FIRST, final_level=Level.HTT),)
    figures = summarise(Reading(replace(seed, ratings=rows, settings=settings())), 2015, 2020, ON)

    assert "Đảng viên đủ tư cách, hoàn thành tốt nhiệm vụ: 1" in figure_words(figures.get("ratings.by_level"))
    assert ".;" not in figure_words(figures.get("reports.limitations"))
    assert rate(Reading(seed), 2020).year == 2020


def test_the_signature_never_stands_alone():
    """The line before the signature is kept with it, and so is the last row of a table before it."""
    for kind in ("year-end-report", "cell-rating-proposal", "explanation", "rating-proposal"):
        with ZipFile(BytesIO(built(kind))) as package:
            text = package.read("word/document.xml").decode()
        before = text[: text.index("{{ authority }}")]
        assert '<w:pStyle w:val="Recipients"/><w:keepNext/>' in before, kind
        assert "loop.last" in before, kind


def test_a_change_that_lifts_somebody_is_a_step_for_that_person_alone():
    """What whatif computed is repeated where name and squares are this person's own."""
    one = rate(Reading(rating_book()), 2020).members[1]
    mine = Change(one.full_name, "Khắc phục xong các hạn chế đã chỉ ra.", Level.HTT, Level.HTXS, one.because[0].places)
    namesake = replace(mine, what="Của người khác.", places=(Place("Kiểm tra", 99, 9),))

    steps = next_steps(one, (mine, namesake))

    assert one.because[0].places
    assert steps[-1] == "- Khắc phục xong các hạn chế đã chỉ ra."
    assert not any("Của người khác" in step for step in steps)
