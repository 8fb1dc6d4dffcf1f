"""The papers of one inspection or supervision: what of the rows they carry, and what they leave to be written."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from cycle_books import FIRST, SECOND, THIRD, cycle_book, cycle_reading

from addin.core.persons.reading import Reading
from addin.documents.catalogue import KINDS
from addin.documents.parts.authority import not_for_a_cell
from addin.documents.parts.cycle.dossier import registered_number
from addin.documents.parts.request import Request
from addin.errors import Misuse, PaperRefused
from tests.builders import row

ON = date(2020, 12, 15)


def made(kind: str, reading: Reading | None = None, **asked: Any) -> tuple[Any, tuple[str, ...]]:
    """The draft of a kind from the year's book."""
    return KINDS[kind].build(reading or cycle_reading(), Request(ON, **asked))


def turns_changed(**values: Any) -> Reading:
    """The book with the first member's turn of 2020 changed."""
    book = cycle_book()
    turns = tuple(replace(one, **values) if one.decision_no == "35-QĐ/CB" and one.member == FIRST else one for one in book.inspections)
    return Reading(replace(book, inspections=turns))


def test_the_plan_names_decision_team_contents_and_times():
    """What the rows know stands in the plan; purpose and place are no fields."""
    context, missing = made("inspection-plan", decision="35-QĐ/CB", name=FIRST)

    assert context.opening.startswith("Thực hiện Quyết định số 35-QĐ/CB, ngày 09/10/2020 của Chi bộ")
    assert [person.role for person in context.team] == ["Tổ trưởng", "Thành viên", "Thành viên"]
    assert context.period == "từ ngày 01/01/2018 đến ngày 30/6/2019"
    assert context.duration == "từ ngày 12/10/2020 đến ngày 10/11/2020"
    assert context.report_due == "ngày 19/10/2020"
    assert missing == ()


def test_a_plan_of_several_members_lists_them_all():
    """Without a name the whole decision is meant."""
    context, _ = made("inspection-plan", decision="35-QĐ/CB")

    assert [person.full_name for person in context.subjects] == [FIRST, SECOND]
    assert context.summary.endswith("đối với 02 đảng viên")


def test_a_planned_member_needs_no_decision():
    """A cell that issues none is asked by name and year; the plan stands where the decision would."""
    book = cycle_book()
    alone = Reading(replace(book, inspections=()))

    context, _ = made("inspection-plan", alone, name=FIRST, year=2020)

    assert context.opening.startswith("Thực hiện Kế hoạch số 04-KH/CB, ngày 20/01/2020 của Chi bộ")


@pytest.mark.parametrize("kind", ["team-schedule", "inspection-report"])
def test_team_papers_are_signed_by_the_lead_without_a_number(kind):
    """The head is the cell's over the team's; there is no field for a number."""
    context, _ = made(kind, decision="35-QĐ/CB", name=FIRST)

    assert (context.cell_name, context.team_name, context.lead_name) == ("CHI BỘ VĂN PHÒNG SỞ 2", "TỔ KIỂM TRA", "Bùi Văn Kế Nhiệm")
    assert not hasattr(context, "number")


@pytest.mark.parametrize("kind", ["self-report", "self-report-outline", "self-review", "period-self-rating"])
def test_what_a_member_writes_has_no_head_of_the_cell(kind):
    """The Party's name, place and an open date alone."""
    context, _ = made(kind, name=FIRST, **({"decision": "35-QĐ/CB"} if kind.startswith("self-report") else {"year": 2020}))

    assert not hasattr(context, "cell_name")
    assert context.place_date.startswith("Thành phố Ví Dụ, ngày …… tháng …… năm 2020")


def test_the_outline_asks_under_each_content_and_the_report_reminds():
    """Questions in the one; in the other what the sheets have of the member in the time looked at."""
    book = cycle_book()
    plans = tuple(replace(one, period_to=one.starts_on, period_from=one.starts_on) if one.year == 2020 else one for one in book.plan_items)
    reading = Reading(replace(book, plan_items=plans))

    outline, _ = made("self-report-outline", reading, decision="35-QĐ/CB", name=FIRST)
    report, _ = made("self-report", reading, decision="35-QĐ/CB", name=FIRST)

    assert [topic.heading[:2] for topic in outline.topics] == ["1.", "2.", "3."]
    assert all(topic.points for topic in outline.topics)
    assert report.topics[0].points == ("- Năm 2020: Hoàn thành đề án số hoá hồ sơ (đạt).",)
    assert report.topics[2].points == ("- Rà soát văn bản quý III (hạn ngày 30/9/2020; hoàn thành ngày 05/10/2020; đạt).",)


def test_one_wish_makes_a_paper_for_each_member():
    """Of a decision all its members, of the roll all who are rated, of the groups all."""
    reading = cycle_reading()

    assert [one.name for one in KINDS["self-report"].each(reading, Request(ON, decision="35-QĐ/CB"))] == [FIRST, SECOND]
    assert [one.name for one in KINDS["group-leader-report"].each(reading, Request(ON, year=2020))] == ["Tổ đảng 1", "Tổ đảng 2"]
    assert len(KINDS["self-review"].each(reading, Request(ON, year=2020))) == 8


@pytest.mark.parametrize(
    ("variant", "summary", "third"),
    [
        (None, "triển khai kế hoạch kiểm tra đối với đồng chí", "ĐẢNG VIÊN ĐƯỢC KIỂM TRA"),
        ("member", "làm việc với đảng viên được kiểm tra, đồng chí", "ĐẢNG VIÊN ĐƯỢC KIỂM TRA"),
        ("others", "làm việc với tổ chức, cá nhân có liên quan", "ĐẠI DIỆN TỔ CHỨC, CÁ NHÂN"),
    ],
)
def test_the_minutes_of_a_session_are_three(variant, summary, third):
    """The plan made known, with the member, with others: another third hand."""
    context, _ = made("working-minutes", decision="35-QĐ/CB", name=FIRST, variant=variant)

    assert context.summary.startswith(summary)
    assert (context.chair_name, context.third_capacity) == ("Bùi Văn Kế Nhiệm", third)


def test_a_variant_nobody_has_lists_those_there_are():
    """A slip is easy to mend."""
    with pytest.raises(Misuse) as told:
        made("working-minutes", decision="35-QĐ/CB", name=FIRST, variant="x")

    assert told.value.fix.startswith("--variant là một trong: plan (Biên bản triển khai kế hoạch kiểm tra); member")


def test_the_conclusion_is_made_known_by_the_cell_not_the_team():
    """The secretary chairs (KT11)."""
    context, _ = made("notice-minutes", decision="35-QĐ/CB", name=FIRST)

    assert context.present[0] == "- Đại diện Chi bộ: đồng chí Bùi Văn Kế Nhiệm;"
    assert context.topics == ("- Đồng chí Nguyễn Văn Thử Nghiệm: khắc phục việc chậm hạn, báo cáo Chi bộ kết quả trước ngày 31/12/2020.",)


def test_the_notice_cites_decision_report_meeting_and_says_who_does_what():
    """Strengths with the nil finding that was entered, shortcomings, who and by when, who sees to it."""
    context, _ = made("conclusion-notice", decision="35-QĐ/CB", name=FIRST)

    assert "Quyết định số 35-QĐ/CB, ngày 09/10/2020" in context.opening
    assert "hội nghị Chi bộ ngày 20/11/2020" in context.opening
    assert context.strengths[-1] == "- Không có biểu hiện “tự diễn biến”, “tự chuyển hoá” trong nội bộ."
    assert context.shortcomings == ("- Còn có việc thực hiện chậm hạn.",)
    assert context.follow_up.startswith("Đồng chí Vũ Văn Thử theo dõi")


def test_a_notice_that_was_given_keeps_its_number_and_day():
    """It takes no new number."""
    context, _ = made("conclusion-notice", decision="35-QĐ/CB", name=FIRST)

    assert context.number == "Số 08-TB/CB"
    assert context.place_date == "Thành phố Ví Dụ, ngày 20 tháng 11 năm 2020"
    assert KINDS["conclusion-notice"].has_its_number(cycle_reading(), Request(ON, decision="35-QĐ/CB", name=FIRST))
    assert not KINDS["conclusion-notice"].has_its_number(turns_changed(conclusion_no=None), Request(ON, decision="35-QĐ/CB", name=FIRST))


def test_a_conclusion_sent_as_another_kind_of_paper_is_no_notice():
    """Before 2026 many cells wrote a Công văn: its number is not printed over a Thông báo."""
    with pytest.raises(PaperRefused, match="đã gửi bằng văn bản số 03-CV/CB"):
        made("conclusion-notice", turns_changed(conclusion_no="03-CV/CB"), decision="35-QĐ/CB", name=FIRST)


def test_no_nil_finding_where_the_sheet_is_blank():
    """Blank is unknown, never "none"."""
    context, _ = made("conclusion-notice", turns_changed(degradation=None), decision="35-QĐ/CB", name=FIRST)

    assert not any("tự diễn biến" in line for line in context.strengths)


def test_a_conclusion_nobody_entered_is_no_notice():
    """The second member has no findings yet."""
    with pytest.raises(PaperRefused, match="chưa ghi kết luận đối với đồng chí Lê Thị Minh Hoạ"):
        made("conclusion-notice", decision="35-QĐ/CB", name=SECOND)


def test_a_conclusion_its_findings_do_not_bear_out_is_refused():
    """Hạn chế without a single one would come back from the superior."""
    with pytest.raises(PaperRefused, match="chưa ghi hạn chế, khuyết điểm nào"):
        made("conclusion-notice", turns_changed(shortcomings=()), decision="35-QĐ/CB", name=FIRST)


@pytest.mark.parametrize(
    ("symbol", "on", "warned"),
    [("TB", date(2026, 1, 8), True), ("TB", date(2026, 1, 9), False), ("QĐ", date(2020, 5, 1), False), ("", date(2020, 5, 1), False)],
)
def test_a_kind_a_cell_may_not_issue_is_warned_of_by_the_day(symbol, on, warned):
    """Thông báo before QĐ 399; the paper is made all the same."""
    assert bool(not_for_a_cell(symbol, on)) is warned


def test_minutes_leave_reasons_of_absence_to_the_sheet():
    """Who is in the column of absence alone is named without a reason."""
    context, _ = made("conference-minutes", decision="35-QĐ/CB", name=FIRST)

    assert context.attendance == "Có mặt 08/09 đảng viên."
    assert context.absent == ("- Đồng chí Phan Thị Uỷ Quyền.",)
    assert context.place_date.endswith("ngày 20 tháng 11 năm 2020")


def test_the_contents_are_in_the_order_of_the_process_with_what_the_register_has():
    """Decision and notice with number, day and sheets; the others leave their squares open; what is optional and absent stands not."""
    context, _ = made("dossier-contents", decision="35-QĐ/CB", name=FIRST)

    assert [(line.number, line.pages) for line in context.papers if line.number] == [("35-QĐ/CB", "2"), ("08-TB/CB", "2")]
    assert [line.title for line in context.papers][:3] == ["Quyết định kiểm tra", "Kế hoạch kiểm tra", "Kế hoạch chi tiết, lịch làm việc"]
    assert "tổ chức, cá nhân" not in " ".join(line.title for line in context.papers)
    assert context.keeper == "Vũ Văn Thử"
    assert (context.count, context.sheets) == ("03", "…………")  # the member's report has no number of sheets yet


@pytest.mark.parametrize(
    ("kind", "number", "symbol", "shown"),
    [
        ("Quyết định", "35", "-QĐ/CB", "35-QĐ/CB"),
        ("Quyết định", "35", None, "35-QĐ/CB"),
        ("QĐ", "Số 35", None, "35-QĐ/CB"),
        ("Quyết định kiểm tra", "5", "QĐ/CBVP", "05-QĐ/CBVP"),
        ("Quyết định", "35-QĐ/CB", "-QĐ/CB", "35-QĐ/CB"),
        ("Quyết định", "35-QĐ/CBX", None, "35-QĐ/CBX"),
        ("Phiếu trình", "35", None, "35"),
    ],
)
def test_the_contents_show_number_and_symbol_in_whichever_columns_they_stand(kind, number, symbol, shown):
    """What nobody knows the letters of stays as it was written."""
    assert registered_number(row("documents", 2, kind=kind, number=number, symbol=symbol, date="2020-10-09"), "CB") == shown


def test_the_contents_complete_a_bare_number():
    """The register has number and symbol apart; a decision and a notice only Kiểm tra has are completed as they are printed."""
    book = cycle_book()
    apart = tuple(replace(one, number=one.number.partition("-")[0], symbol=f"-{one.number.partition('-')[2]}") for one in book.documents)
    bare = tuple(replace(one, decision_no=(one.decision_no or "").partition("-")[0], conclusion_no=(one.conclusion_no or "").partition("-")[0] or None) for one in book.inspections)
    in_register, _ = made("dossier-contents", Reading(replace(book, documents=apart)), decision="35-QĐ/CB", name=FIRST)
    in_rows, _ = made("dossier-contents", Reading(replace(book, documents=(), inspections=bare)), decision="35", name=FIRST)

    assert [line.number for line in in_register.papers if line.number] == ["35-QĐ/CB", "08-TB/CB"]
    assert [line.number for line in in_rows.papers if line.number] == ["35-QĐ/CB", "08-TB/CB"]


def test_supervision_speaks_of_supervision_throughout():
    """One template, the word switched."""
    for kind in ("plan", "outline", "minutes", "report", "notice", "contents"):
        context, _ = made(f"thematic-supervision-{kind}", decision="36-QĐ/CB", name=THIRD)
        assert context.act == "giám sát", kind
        assert "tự kiểm tra" not in repr(context), kind


def test_a_paper_of_one_act_refuses_the_other():
    """A supervision makes no inspection's plan, and the fix says for what it is."""
    with pytest.raises(Misuse) as told:
        made("inspection-plan", decision="36-QĐ/CB")

    assert told.value.fix == "Văn bản này dùng cho: Kiểm tra."


def test_a_name_that_is_not_in_the_decision_is_misuse():
    """No paper on somebody else's inspection."""
    with pytest.raises(Misuse, match="không có đồng chí"):
        made("self-report", decision="35-QĐ/CB", name=THIRD)
