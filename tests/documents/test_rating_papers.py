"""The rating papers: proposals with votes and reasons, nothing decided, no voter named."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from document_books import SUBJECTS, Level, rating_book, settled_book
from document_contexts import drafted
from layout_marks import Paper, W, words_of

from addin.core.persons.reading import Reading
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.papers import Document
from addin.core.tables.rows.ratings import CellYear
from addin.documents.catalogue import KINDS
from addin.documents.kinds import (
    ballot,
    cell_rating_proposal,
    count_minutes,
    explanation,
    not_rated_list,
    rating_list,
    rating_proposal,
    review_minutes,
    reward_proposal,
)
from addin.documents.parts.request import Request
from addin.errors import Misuse, PaperRefused
from tests.builders import day, row

ON = date(2020, 12, 15)
FIRST, SECOND, THIRD = SUBJECTS[:3]


def changed(**values: object) -> Book:
    """The book with other tables."""
    return replace(rating_book(), **values)


def test_the_list_shows_opinions_votes_and_level_side_by_side():
    """Five bodies and the ballots of each member, in the order of the sheet."""
    context, _ = drafted(rating_list, rating_book(), ON, 2020)
    first = context.members[0]

    assert (first.order, first.full_name, first.posts) == ("1", FIRST, "Chuyên viên")
    assert (first.self_level, first.agency_level, first.union_level, first.committee_level) == ("HTXS",) * 4
    assert (first.votes, first.level) == ("7/1/0/0", "Hoàn thành xuất sắc nhiệm vụ")
    assert context.summary == "xếp loại chất lượng đảng viên năm 2020"


def test_a_member_without_majority_has_no_level_and_is_told():
    """Four to four: the meeting votes again, the list invents nothing."""
    context, missing = drafted(rating_list, rating_book(), ON, 2020)

    assert (context.members[2].level, context.members[2].note) == ("", "biểu quyết lại")
    assert f"Đồng chí {THIRD}: chưa mức nào đủ phiếu, chi bộ biểu quyết lại ('Xếp loại'!4)" in missing
    assert "- Chưa có mức: 01 đồng chí." in context.counts


def test_the_counts_by_level_are_those_of_the_list():
    """Each level once, none said in words."""
    context, _ = drafted(rating_list, rating_book(), ON, 2020)

    assert context.counts[:4] == (
        "- Hoàn thành xuất sắc nhiệm vụ: 01 đồng chí;",
        "- Hoàn thành tốt nhiệm vụ: 06 đồng chí;",
        "- Hoàn thành nhiệm vụ: không có;",
        "- Không hoàn thành nhiệm vụ: không có;",
    )


def test_too_many_at_the_top_are_told_and_left_to_people():
    """The cap warns; nobody is moved."""
    rows = tuple(replace(item, votes_htxs=8, votes_htt=0, votes_htn=0) for item in rating_book().ratings)

    context, missing = drafted(rating_list, changed(ratings=rows), ON, 2020)

    assert context.quota.startswith("Số đồng chí hoàn thành xuất sắc nhiệm vụ: 08; giới hạn theo quy định: ")
    assert any(line.startswith("Số đề nghị HTXS vượt giới hạn ") for line in missing)


@pytest.mark.parametrize("kind", [rating_list, rating_proposal])
def test_points_stand_beside_the_votes_where_the_year_has_points(kind):
    """Both groups together; who was not marked in both keeps a dash. A year of grades has no such column."""
    book = settled_book()
    year = 2025
    rows = [replace(one, year=year, points_general=Decimal(28), points_tasks=Decimal("66.5") if at else None) for at, one in enumerate(book.ratings)]

    context, _ = drafted(kind, replace(book, ratings=tuple(rows)), date(2025, 12, 15), year)
    before, _ = drafted(kind, book, ON, 2020)

    assert context.points_heading == "Điểm"
    assert [line.points for line in context.members][:2] == ["–", "94,5"]
    assert before.points_heading == ""
    assert {line.points for line in before.members} == {"–"}


def test_members_who_are_not_rated_stand_apart_with_the_reason():
    """The exempt member is in no rating list, and in this one with why."""
    context, _ = drafted(not_rated_list, rating_book(), ON, 2020)

    assert [(line.full_name, line.reason) for line in context.members] == [
        ("Phan Thị Uỷ Quyền", "Miễn công tác và sinh hoạt từ 01/6/2019"),
    ]
    assert context.total == "Tổng số: 01 đồng chí."


def test_where_everybody_is_rated_there_is_no_list_of_those_who_are_not():
    """No empty table: one sentence instead of a paper."""
    with pytest.raises(PaperRefused) as told:
        drafted(not_rated_list, changed(members=rating_book().members[:-1]), ON, 2020)

    assert told.value.message == "Chưa lập danh sách: năm 2020 không có đảng viên nào thuộc diện không xếp loại."
    assert told.value.exit_code == 2


def test_the_proposal_goes_to_the_superior_and_decides_nothing():
    """Kính trình, the counts, and a closing that leaves the decision above."""
    context, _ = drafted(rating_proposal, settled_book(), ON, 2020)

    assert context.number == "Số ……-TTr/CB"
    assert context.addressee == "Đảng uỷ Sở Tư pháp"
    assert context.opening == (
        "Chi bộ Văn phòng Sở 2 đã họp kiểm điểm, đánh giá, biểu quyết và đề nghị xếp loại 08 đảng viên năm 2020;"
        " không xếp loại 01 đồng chí. Kết quả biểu quyết theo Biên bản kiểm phiếu ngày 10/12/2020, 08/08 đảng viên được triệu tập"
        " có mặt. Cụ thể:"
    )
    assert context.not_rated == ("- Đồng chí Phan Thị Uỷ Quyền: miễn công tác và sinh hoạt từ 01/6/2019.",)
    assert context.closing == "Chi bộ kính trình Đảng uỷ Sở Tư pháp xem xét, quyết định."


@pytest.mark.parametrize(
    ("papers", "named"),
    [
        ((("31-BB/CB", "kiểm điểm năm 2020", None), ("32-BB/CB", "kiểm phiếu xếp loại năm 2020", None)), "Biên bản kiểm phiếu số 32-BB/CB, ngày 10/12/2020"),
        ((("31-BB/CB", "hội nghị kiểm điểm năm 2020", None),), "Biên bản kiểm điểm số 31-BB/CB, ngày 10/12/2020"),
        ((("32-BB/CB", "kiểm phiếu xếp loại năm 2020", "lập lại"),), "Biên bản kiểm phiếu ngày 10/12/2020"),
        ((("33-BB/CB", "hội nghị chi bộ", None),), "Biên bản kiểm phiếu ngày 10/12/2020"),
    ],
)
def test_list_and_proposal_name_the_minutes_of_the_count(papers, named):
    """By number where Văn bản has it, of that day, not void; else by the day, told."""
    rows = tuple(
        row(Document, at, kind="Biên bản", number=number, date=day("10/12/2020"), title=title, void_reason=void)
        for at, (number, title, void) in enumerate(papers, 40)
    )

    proposal, missing = drafted(rating_proposal, replace(settled_book(), documents=rows), ON, 2020)
    listed, _ = drafted(rating_list, changed(documents=rows), ON, 2020)

    assert f"theo {named}, 08/08" in proposal.opening
    assert listed.basis == f"(Kèm theo {named}; 08/08 đảng viên được triệu tập có mặt)"
    assert bool([gap for gap in missing if "số của biên bản" in gap]) is (" số " not in named)


def test_the_legal_basis_is_that_of_the_rating_year():
    """Printed in 2026, a paper on 2020 still cites the regulation of 2020."""
    context, _ = drafted(rating_proposal, settled_book(), date(2026, 11, 23), 2020)

    assert any("132-QĐ/TW" in line for line in context.legal_bases)
    assert not any("366-QĐ/TW" in line for line in context.legal_bases)


def test_the_proposal_is_made_only_once_everybody_has_a_level():
    """Four to four: who has none is named, and where to enter it."""
    with pytest.raises(PaperRefused) as told:
        drafted(rating_proposal, rating_book(), ON, 2020)

    assert told.value.message == f"Chưa lập văn bản: năm 2020 còn 01 đồng chí chưa có mức xếp loại: {THIRD}."
    assert "Chi bộ đề nghị" in told.value.fix


@pytest.mark.parametrize("kind", [rating_proposal, rating_list])
def test_no_list_or_proposal_carries_a_level_above_the_count(kind):
    """Entered before the vote and never corrected: 1 of 8 voted for it."""
    first, second, *others = settled_book().ratings

    with pytest.raises(PaperRefused) as told:
        drafted(kind, changed(ratings=(first, replace(second, cell_level=Level.HTXS), *others)), ON, 2020)

    assert told.value.message == (
        f"Chưa lập văn bản: mức “Chi bộ đề nghị” năm 2020 trái với kết quả kiểm phiếu: {SECOND}."
    )


def test_the_cell_may_choose_lower_than_it_voted():
    """Under the cap people choose: the list and the proposal take the level the cell entered."""
    first, *others = rating_book().ratings
    book = changed(ratings=(replace(first, cell_level=Level.HTT), *others))

    context, _ = drafted(rating_list, book, ON, 2020)

    assert (context.members[0].votes, context.members[0].level) == ("7/1/0/0", "Hoàn thành tốt nhiệm vụ")
    assert context.quota.startswith("Số đề nghị hoàn thành xuất sắc nhiệm vụ: không có") or "nhiệm vụ: 0" in context.quota


def test_the_minutes_print_the_count_and_say_where_the_rules_allow_less():
    """Seven voted for the top, a task was late: the count stands, the line below and the message give the text."""
    first, *others = rating_book().ratings
    late = replace(first, grade_tasks="Tốt")

    context, missing = drafted(count_minutes, changed(ratings=(late, *others)), ON, 2020)

    assert context.members[0].counted == "Hoàn thành xuất sắc nhiệm vụ"
    assert context.counts[0] == "- Hoàn thành xuất sắc nhiệm vụ: 01 đồng chí;"
    (line,) = context.outcomes
    assert line.startswith(
        f"- Đồng chí {FIRST}: biểu quyết “Hoàn thành xuất sắc nhiệm vụ”; đề nghị chi bộ xem lại, quy định cho phép cao "
        "nhất “Hoàn thành tốt nhiệm vụ”: cần kết quả nhiệm vụ từ Xuất sắc"
    )
    assert "chưa kiểm chứng" not in line
    assert any(f"Đồng chí {FIRST}: đủ phiếu mức “Hoàn thành xuất sắc nhiệm vụ” nhưng quy định chỉ cho mức" in told for told in missing)


def test_what_the_cell_proposes_after_the_vote_stands_in_the_minutes_with_its_reason():
    """biểu quyết …; đề nghị …, in the words people entered."""
    first, *others = rating_book().ratings
    chosen = replace(first, cell_level=Level.HTT, reasons="Chi bộ lựa chọn theo giới hạn.")

    context, _ = drafted(count_minutes, changed(ratings=(chosen, *others)), ON, 2020)

    assert context.outcomes == (
        f"- Đồng chí {FIRST}: biểu quyết “Hoàn thành xuất sắc nhiệm vụ”; đề nghị “Hoàn thành tốt nhiệm vụ”: Chi bộ lựa chọn theo giới hạn.",
    )


def test_minutes_of_a_count_nobody_made_are_refused():
    """No votes, no minutes."""
    rows = tuple(
        replace(one, votes_htxs=None, votes_htt=None, votes_htn=None, votes_kht=None, votes_invalid=None) for one in rating_book().ratings
    )

    with pytest.raises(PaperRefused) as told:
        drafted(count_minutes, changed(ratings=rows), ON, 2020)

    assert told.value.message == "Chưa lập biên bản: sổ chưa có số phiếu nào của năm 2020."


def test_the_cells_level_stands_with_its_reasons():
    """What is lacking goes to the secretary, not into the paper."""
    context, missing = drafted(cell_rating_proposal, rating_book(), ON, 2020)

    assert context.proposal.startswith("Chi bộ Văn phòng Sở 2 đề nghị xếp loại chi bộ năm 2020: “")
    assert not any("Chưa đủ căn cứ" in line for line in context.reasons)
    assert any(line.startswith("Chi bộ đã có mức khi còn thiếu căn cứ: ") for line in missing)


def test_a_cell_without_a_level_is_proposed_as_nothing():
    """Only what people entered or voted goes to the superior."""
    with pytest.raises(PaperRefused) as told:
        drafted(cell_rating_proposal, changed(cell_years=()), ON, 2020)

    assert told.value.message == "Chưa lập tờ trình: sổ chưa có mức xếp loại chi bộ năm 2020."


def test_the_cells_proposal_rests_on_what_was_entered():
    """Points, tasks, opinions as they stand, none left blank; no word of how the rules were tried."""
    entered = {"points": Decimal(86), "tasks_done_pct": Decimal(1), "tasks_over_pct": Decimal("0.2"), "agency_level": Level.HTT, "self_level": Level.HTT}
    rows = (*(one for one in rating_book().cell_years if one.year != 2020), row(CellYear, 9, year=2020, **entered))

    context, _ = drafted(cell_rating_proposal, changed(cell_years=rows), ON, 2020)

    assert context.reasons == (
        "- Tổng điểm đánh giá: 86/100 điểm;",
        "- Nhiệm vụ trong năm: hoàn thành 100%, vượt mức 20%;",
        "- Ý kiến xếp loại của chính quyền: hoàn thành tốt nhiệm vụ.",
    )
    assert not [line for line in context.reasons if "cần từ" in line or "vi phạm" in line]


def test_the_explanation_gives_each_reason_with_its_squares():
    """Ceiling, vote and level in one sentence; the vote rests on its squares."""
    context, _ = drafted(explanation, rating_book(), ON, 2020, name=f"đ/c {FIRST}")

    assert context.standing == (
        "Mức cao nhất quy định cho phép: “Hoàn thành xuất sắc nhiệm vụ”;"
        " chi bộ biểu quyết: “Hoàn thành xuất sắc nhiệm vụ”."
    )
    vote = next(line for line in context.reasons if line.text.startswith("7/8 phiếu"))
    assert vote.squares.startswith("Xếp loại: ")
    assert "132-QĐ/TW" in context.regime


def test_the_explanation_of_a_member_who_is_not_rated_says_why():
    """No level, the reason instead."""
    context, _ = drafted(explanation, rating_book(), ON, 2020, name="Phan Thị Uỷ Quyền")

    assert context.standing == "Không xếp loại: Miễn công tác và sinh hoạt từ 01/6/2019: không xếp loại."


def test_the_explanation_of_nobody_is_misuse():
    """A name that is no member's."""
    with pytest.raises(Misuse) as told:
        drafted(explanation, rating_book(), ON, 2020, name="Không Có Ai")

    assert told.value.message == "Năm 2020 không có đồng chí Không Có Ai để xếp loại."


def test_the_ballot_lists_who_is_rated_and_names_no_voter():
    """Eight lines, four levels in the words of the year, the day left open."""
    context, missing = drafted(ballot, rating_book(), ON, 2020)

    assert [line.subject for line in context.subjects] == [one.full_name for one in rating_book().members[:-1]]
    assert (context.level_1, context.level_4) == ("Hoàn thành xuất sắc nhiệm vụ", "Không hoàn thành nhiệm vụ")
    assert context.place_date == "Thành phố Ví Dụ, ngày …… tháng …… năm 2020"
    assert missing == ()


def test_the_ballot_on_the_cell_has_one_line():
    """The same paper for the party cell."""
    context, _ = drafted(ballot, rating_book(), ON, 2020, for_cell=True)

    assert [line.subject for line in context.subjects] == ["Chi bộ Văn phòng Sở 2"]
    assert context.summary == "xếp loại chất lượng chi bộ năm 2020"


def test_the_count_gives_papers_base_and_counters():
    """Issued, returned, valid; more than half of whom; two counters by name."""
    context, _ = drafted(count_minutes, rating_book(), ON, 2020)

    assert context.meeting == "ngày 10/12/2020"
    assert context.attendance == "Tổng số đảng viên chính thức: 09; triệu tập: 08; có mặt: 08."
    assert context.papers == "Số phiếu phát ra: 08; thu về: 08; hợp lệ: 08; không hợp lệ: 0."
    assert context.base == "Mức được chọn phải có số phiếu quá 50% của 08 đảng viên chính thức được triệu tập."
    assert (context.counter_1, context.counter_2) == ("Vũ Văn Thử", "Hồ Thị Ví Dụ")
    assert (context.recorder_name, context.chair_name) == ("Hồ Thị Ví Dụ", "Bùi Văn Kế Nhiệm")


def test_a_count_nobody_entered_is_dotted_and_told():
    """No vote row: dots, never zeros."""
    context, missing = drafted(count_minutes, changed(ballot_counts=()), ON, 2020)

    assert context.papers == "Số phiếu phát ra: …………; thu về: …………; hợp lệ: …………; không hợp lệ: …………."
    assert "Sheet Kiểm phiếu chưa có dòng nào của năm 2020" in missing


def test_the_minutes_leave_room_for_every_opinion():
    """What was said is for the recorder; who was absent is known."""
    context, missing = drafted(review_minutes, rating_book(), ON, 2020)

    assert context.meeting == "ngày 10/12/2020"
    assert context.opening == "Chi bộ Văn phòng Sở 2 họp kiểm điểm, đánh giá, xếp loại chất lượng năm 2020."
    assert context.attendance == "Tổng số đảng viên: 09; có mặt: 08; vắng: 01."
    assert context.absent == ("- Đồng chí Phan Thị Uỷ Quyền (có lý do).",)
    assert context.reviewed[0] == f"2.1. Đồng chí {FIRST}, Chuyên viên"
    assert context.not_rated == ("- Đồng chí Phan Thị Uỷ Quyền: miễn công tác và sinh hoạt từ 01/6/2019.",)
    assert len(context.reviewed) == 8
    assert missing == ("Còn 01 đồng chí chưa có mức nên văn bản chưa ghi giới hạn hoàn thành xuất sắc nhiệm vụ",)


@pytest.mark.parametrize("kind", [rating_list, rating_proposal])
def test_a_level_above_what_the_rules_allow_is_told(kind):
    """The paper prints what was voted; the secretary reads who is above, before the superior does."""
    book = settled_book()
    low = tuple(replace(one, grade_style="Kém" if at == 0 else one.grade_style, agency_level=Level.HTT if at == 0 else one.agency_level) for at, one in enumerate(book.ratings))

    _, told = drafted(kind, replace(book, ratings=low), ON, 2020)

    assert [line for line in told if "cao hơn mức quy định cho phép" in line]


@pytest.mark.parametrize("kind", [rating_list, review_minutes])
def test_a_cap_is_printed_only_where_everybody_has_a_level(kind):
    """It is counted from the levels: with one open it is not known yet, and nothing of ours fills the gap."""
    one_open, _ = drafted(kind, rating_book(), ON, 2020)
    settled, _ = drafted(kind, settled_book(), ON, 2020)
    allocated, _ = drafted(kind, changed(settings=replace(rating_book().settings, htxs_allocated={2020: 2})), ON, 2020)

    assert one_open.quota == "Số đồng chí hoàn thành xuất sắc nhiệm vụ: 01."
    assert "giới hạn theo quy định: 01." in settled.quota
    assert "giới hạn theo quy định: 02." in allocated.quota


def test_where_nobody_has_a_level_nothing_is_said_of_any():
    """The list says who waits, the minutes leave room to write, and no paper says that nobody is excellent."""
    bare = changed(ratings=(), ballot_counts=())
    listed, _ = drafted(rating_list, bare, ON, 2020)
    minutes, _ = drafted(review_minutes, bare, ON, 2020)

    assert listed.counts == ("- Chưa có mức: 08 đồng chí.",)
    assert minutes.counts[0] == "- Hoàn thành xuất sắc nhiệm vụ: ………… đồng chí;"
    assert (listed.quota, minutes.quota) == ("", "")


def test_minutes_of_a_year_without_meeting_say_what_is_lacking():
    """Dots and a gap."""
    context, missing = drafted(review_minutes, changed(meetings=()), ON, 2020)

    assert context.place_date == "Thành phố Ví Dụ, ngày …… tháng …… năm ………"
    assert "Sheet Sinh hoạt chưa có cuộc họp Kiểm điểm của năm 2020" in missing


def test_rewards_are_proposed_once_the_superior_has_decided():
    """Until then there is no petition, and what stands in the way of the candidate is said."""
    with pytest.raises(PaperRefused) as told:
        drafted(reward_proposal, rating_book(), ON, 2020)
    decided, _ = drafted(reward_proposal, settled_book(), ON, 2020)

    assert told.value.message.startswith("Chưa lập tờ trình: năm 2020 sổ chưa có cá nhân, tập thể nào đủ điều kiện đề nghị khen thưởng. ")
    assert f"Chưa đề nghị Giấy khen cho {FIRST} (2020): Cấp trên chưa quyết định mức xếp loại của năm" in told.value.message
    assert [(line.subject, line.form, line.period) for line in decided.rewards] == [(f"{FIRST}, Chuyên viên", "Giấy khen", "2020")]


def test_a_name_keeps_its_letters_under_the_other_spelling():
    """With ủy in Thiết lập, Phan Thị Uỷ Quyền stays as her papers have it."""
    book = rating_book()
    other = replace(book, settings=replace(book.settings, spelling="ủy"))

    context, _ = drafted(not_rated_list, other, ON, 2020)

    assert context.members[0].full_name == "Phan Thị Uỷ Quyền"


YEARLESS = {"inspection-programme", "invitation", "member-record", *(kind for kind in KINDS if kind.startswith(("discipline-", "denunciation-")))}
"""A programme asks for years from and to; the others take the next meeting, every year, or the latest case of the member."""


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"inspection-decision", "term-report"} - YEARLESS))
def test_a_paper_of_a_year_asks_for_the_year(kind):
    """No year is guessed."""
    with pytest.raises(Misuse) as told:
        KINDS[kind].build(Reading(rating_book()), Request(ON, name=FIRST))

    assert told.value.message == "Chưa cho biết năm."


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        ("inspection-decision", "Chưa cho biết số quyết định."),
        ("term-report", "Chưa cho biết từ năm nào đến năm nào."),
        ("explanation", "Chưa cho biết đảng viên nào."),
    ],
)
def test_a_paper_asks_for_what_it_needs(kind, message):
    """Each with its own sentence."""
    with pytest.raises(Misuse) as told:
        KINDS[kind].build(Reading(rating_book()), Request(ON))

    assert told.value.message == message


def two_steps():
    """The cell votes by the two-step ballot."""
    book = rating_book()
    return Reading(replace(book, settings=replace(book.settings, ballot_form="B")))


def test_a_cell_may_vote_in_two_steps():
    """First three levels for all who are rated; then, for whom the first step gave the second level, agree or not."""
    kind = KINDS["ballot"]

    first, = kind.each(two_steps(), Request(ON, year=2020))
    one = kind.build(two_steps(), first)[0]
    two = kind.build(two_steps(), replace(first, variant="second"))[0]

    assert (one.paper_name, one.summary, one.is_first_step, len(one.subjects)) == ("PHIẾU XẾP LOẠI", "chất lượng đảng viên năm 2020", "x", 8)
    assert (two.paper_name, two.summary) == ("PHIẾU BÌNH CHỌN", "đảng viên hoàn thành xuất sắc nhiệm vụ năm 2020")
    assert [line.subject for line in two.subjects] == [line.subject for line in one.subjects if line.subject not in {FIRST, "Phạm Văn Giả Định"}]
    heads = [line.split("\n") for line in (heads_of(one), heads_of(two))]
    assert heads[0][3:] == ["Hoàn thành tốt nhiệm vụ", "Hoàn thành nhiệm vụ", "Không hoàn thành nhiệm vụ"]
    assert heads[1][3:] == ["Đồng ý", "Không đồng ý"]


def test_the_second_step_waits_for_the_votes_of_the_first():
    """Nobody has the second level yet: one sentence instead of an empty ballot."""
    book = rating_book()
    unvoted = replace(book, ratings=tuple(replace(row, votes_htxs=None, votes_htt=None, votes_htn=None, votes_kht=None) for row in book.ratings))

    with pytest.raises(PaperRefused) as told:
        KINDS["ballot"].build(Reading(unvoted), Request(ON, year=2020, variant="second"))

    assert told.value.message == "Chưa lập phiếu bình chọn: năm 2020 chưa có ai được biểu quyết “hoàn thành tốt nhiệm vụ” ở bước một."


def test_the_cell_itself_is_voted_on_in_one_step():
    """Four boxes, whatever the form for members."""
    kind = KINDS["ballot"]

    wish, = kind.each(two_steps(), Request(ON, year=2020, for_cell=True))
    context = kind.build(two_steps(), wish)[0]

    assert (context.paper_name, context.is_first_step, context.summary) == ("PHIẾU BIỂU QUYẾT", "", "xếp loại chất lượng chi bộ năm 2020")


def heads_of(context) -> str:
    """The headings of the ballot's columns, a line each."""
    table = next(table for table in Paper("ballot", context).document.iter(f"{W}tbl") if table.find(f"{W}tblPr/{W}tblBorders") is not None)
    return "\n".join(words_of(square) for square in table.find(f"{W}tr").iter(f"{W}tc"))
