"""The papers of a year: plan, programme, supervision, reviews of HD 43, residence, discipline, denunciation."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from cycle_books import ACCUSER, FIRST, FOURTH, SECOND, cycle_book, cycle_reading
from document_books import SECRETARY, settings

from addin.core.persons.reading import Reading
from addin.documents.catalogue import KINDS
from addin.documents.parts.request import Request
from addin.errors import MissingTable, Misuse, PaperRefused
from tests.builders import rows

ON = date(2020, 12, 15)


def made(kind: str, reading: Reading | None = None, **asked: Any) -> tuple[Any, tuple[str, ...]]:
    """The draft of a kind from the year's book."""
    return KINDS[kind].build(reading or cycle_reading(), Request(ON, **asked))


def book_with(**tables: Any) -> Reading:
    """The year's book with other rows."""
    return Reading(replace(cycle_book(), **tables))


def test_the_yearly_paper_has_the_items_of_the_year_by_kind():
    """Inspection in the table, supervision in lines, nothing of other years."""
    context, missing = made("annual-plan", year=2020)

    assert [line.duration for line in context.inspections] == ["Từ 01/10/2020 đến 15/11/2020"]
    assert context.regular == ("- Chi uỷ giám sát toàn chi bộ về việc thực hiện kế hoạch tu dưỡng, rèn luyện đạo đức, lối sống của bản thân đảng viên và việc thực hiện các quy định nêu gương của đảng viên.",)
    assert context.thematic[0].startswith("- Phạm Văn Giả Định, Chuyên viên: vai trò")
    assert context.legal_bases[-1] == "- Căn cứ Kế hoạch số 12-KH/ĐU, ngày 10/01/2019 của Đảng uỷ Sở Tư pháp."
    assert missing == ("Sheet Sinh hoạt chưa có hội nghị thông qua kế hoạch kiểm tra, giám sát năm 2020",)


def test_the_meeting_that_adopted_the_plan_is_named_with_its_votes():
    """By its topic."""
    meetings = rows("meetings", {"held_on": "15/01/2020", "kind": "Định kỳ", "topic": "Thông qua kế hoạch kiểm tra, giám sát năm 2020", "votes_for": 8})

    context, _ = made("annual-plan", book_with(meetings=meetings), year=2020)

    assert context.adopted == "Hội nghị Chi bộ ngày 15/01/2020 đã thông qua, 08 đồng chí đồng ý."


@pytest.mark.parametrize(("set_to", "name", "number"), [("KH", "KẾ HOẠCH", "Số ……-KH/CB"), ("CTr", "CHƯƠNG TRÌNH", "Số ……-CTr/CB")])
def test_the_yearly_paper_is_what_the_cell_calls_it(set_to, name, number):
    """Kế hoạch or Chương trình, with the letters and the series of either."""
    reading = book_with(settings=settings(yearly_paper=set_to))

    context, _ = made("annual-plan", reading, year=2020)

    assert (context.paper_name, context.number) == (name, number)
    assert KINDS["annual-plan"].as_set(reading.book.settings).series == set_to


def test_a_year_without_items_is_no_plan():
    """The paper would be empty."""
    with pytest.raises(PaperRefused, match="chưa có dòng nào của năm 2031"):
        made("annual-plan", year=2031)


def test_the_programme_says_whom_it_leaves_out_to_the_secretary_alone():
    """The paper counts; names go to the terminal."""
    plans = tuple(one for one in cycle_book().plan_items if one.year == 2020 and one.kind == "Kiểm tra")

    context, missing = made("inspection-programme", book_with(plan_items=plans), first=2020, last=2020)

    assert context.coverage == "Chương trình này kiểm tra, giám sát 04/08 đảng viên của Chi bộ."
    assert missing == ("Chương trình chưa có: Lê Thị Minh Hoạ, Phạm Văn Giả Định, Đỗ Thị Thuỷ Mẫu, Trần Thị Mẫu",)


def test_the_assignment_lists_the_members_of_each_leader():
    """The leader is not in the own list."""
    context, _ = made("supervision-assignment", year=2020)

    assert [line.observer for line in context.assignments] == [
        f"{SECRETARY}, Chuyên viên, Tổ trưởng Tổ đảng 1",
        "Vũ Văn Thử, Chi uỷ viên, Chuyên viên, Tổ trưởng Tổ đảng 2",
    ]
    assert all("Vũ Văn Thử" not in line.members for line in context.assignments[1:])
    assert FOURTH in context.assignments[0].members


def test_the_assignment_of_one_leader_is_asked_for_by_name():
    """One row, or a misuse that lists the groups."""
    context, _ = made("supervision-assignment", year=2020, name=SECRETARY)

    assert len(context.assignments) == 1
    with pytest.raises(Misuse, match="Không có tổ đảng"):
        made("supervision-assignment", year=2020, name="Tổ đảng 9")


def test_a_book_without_groups_says_which_sheet_is_missing():
    """Only the kinds that need it say so."""
    with pytest.raises(MissingTable):
        made("supervision-assignment", book_with(groups=()), year=2020)


def test_the_leaders_report_carries_the_notes_of_the_year():
    """By member, with days; who was never noted keeps an empty row."""
    context, _ = made("group-leader-report", year=2020, name="Tổ đảng 1")
    by_name = {line.full_name: line for line in context.members}

    assert by_name[SECOND].shortcomings == "Nộp báo cáo chậm hai ngày (20/8/2020)"
    assert (by_name[SECOND].action, by_name[SECOND].outcome) == ("Nhắc trực tiếp (21/8/2020)", "Đã khắc phục")
    assert context.factors == ("- Đồng chí Lê Thị Minh Hoạ, ngày 15/5/2020: đề xuất mẫu trả lời công dân.",)
    assert context.signs[0].startswith(f"- Đồng chí {FOURTH}, ngày 01/9/2020")
    assert any(not line.strengths and not line.shortcomings for line in context.members)


def test_the_leaders_report_counts_what_its_table_has_and_says_whose_notes_it_leaves_out():
    """Nobody reports on himself: the leader and the note about him are told, with who wrote it."""
    book = cycle_book()
    context, _ = made("group-leader-report", year=2020, name="Tổ đảng 1")
    on_leader = {"noted_on": "05/5/2020", "group": "Tổ đảng 1", "observer": FOURTH, "member": SECRETARY, "kind": "Ưu điểm", "text": "Gương mẫu"}
    reading = book_with(supervision_notes=(*book.supervision_notes, *rows("supervision_notes", on_leader)))
    with_leader, _ = made("group-leader-report", reading, year=2020, name="Tổ đảng 1")
    names = {line.full_name for line in with_leader.members}
    noted = [row for row in book.supervision_notes if row.noted_on and row.noted_on.year == 2020 and row.member in names]

    assert SECRETARY not in names
    assert f"gồm tổ trưởng và {len(names):02} đảng viên do tổ trưởng giám sát; năm 2020 có {len(noted):02} lần ghi nhận" in with_leader.state
    assert with_leader.state == f"{context.state} Ngoài bảng dưới đây: 01 lần ghi nhận về tổ trưởng, do đồng chí {FOURTH} giám sát."
    assert with_leader.members == context.members


@pytest.mark.parametrize(
    ("is_leader", "staff_kind", "code", "annex"),
    [(True, "Công chức", "Mẫu 02A-HD KĐ.ĐG 2025", "3"), (False, "Công chức", "Mẫu 02B-HD KĐ.ĐG 2025", "4"), (False, "Hưu trí", "Mẫu 02C-HD KĐ.ĐG 2025", "5")],
)
def test_the_review_is_the_form_of_the_members_object(is_leader, staff_kind, code, annex):
    """Leader, not a leader, outside the political system; the annex of 2C is 5."""
    members = tuple(replace(one, is_leader=is_leader, staff_kind=staff_kind) if one.full_name == FIRST else one for one in cycle_book().members)

    context, _ = made("self-review", book_with(members=members), year=2025, name=FIRST)

    assert (context.form_code, context.annex) == (code, annex)


def test_before_2025_a_review_has_no_code_of_hd_43():
    """The forms are of 31/10/2025."""
    context, _ = made("self-review", year=2020, name=FIRST)

    assert context.form_code == ""
    assert context.earlier == ("- Năm 2019: công tác tự phê bình và phê bình còn chưa cao; chưa ghi ngày khắc phục.",)


def test_points_are_printed_only_where_all_were_given():
    """A sum of half the criteria would be an invented number."""
    criteria = rows(
        "criteria",
        {"code": "A1", "name": "Chính trị, đạo đức", "section": "Tiêu chí chung", "max_points": 30},
        {"code": "B1", "name": "Nhiệm vụ thường xuyên", "section": "Kết quả nhiệm vụ", "max_points": 40},
        {"code": "B2", "name": "Nhiệm vụ đột xuất", "section": "Kết quả nhiệm vụ", "max_points": 30},
    )
    points = rows(
        "criteria_points",
        {"year": 2020, "member": FIRST, "code": "A1", "self_points": "27.5"},
        {"year": 2020, "member": FIRST, "code": "B1", "self_points": 35},
    )

    context, _ = made("self-review", book_with(criteria=criteria, criteria_points=points), year=2020, name=FIRST)
    form, _ = made("period-self-rating", book_with(criteria=criteria, criteria_points=points), year=2020, name=FIRST)

    assert (context.points_general, context.points_tasks, context.points_total) == ("27,5", "……", "……")
    assert [(line.name, line.most, line.points) for line in form.results] == [("Nhiệm vụ thường xuyên", "40", "35"), ("Nhiệm vụ đột xuất", "30", "")]


def test_a_quarters_form_names_the_quarter_and_leaves_the_points_open():
    """What was entered is the year's."""
    context, _ = made("period-self-rating", year=2026, quarter=4, name=FIRST)

    assert (context.period, context.form_code) == ("Quý IV, năm 2026", "Mẫu 05-HD KĐ.ĐG 2025")


def test_the_collective_report_says_what_was_counted_and_nothing_else():
    """A figure nobody entered is no line."""
    context, _ = made("collective-review", year=2020)

    assert "- Số quyết định kỷ luật: 01." in context.building
    assert context.points_total == "88"
    assert context.points_general == "……"


def test_residence_papers_are_a_base_cells_alone():
    """Another cell makes the list, and is told why not the letter."""
    (wish,) = KINDS["residence-request"].each(cycle_reading(), Request(ON, year=2020))

    assert wish.variant == "list"
    with pytest.raises(Misuse, match="không phải chi bộ cơ sở"):
        made("residence-request", year=2020, name=FIRST, variant="introduction")


def test_a_base_cell_makes_one_letter_a_member():
    """Each a request of its own, exempt members among the list's remarks."""
    reading = book_with(settings=settings(is_base_cell=True))

    wishes = KINDS["residence-request"].each(reading, Request(ON, year=2020))
    context, _ = KINDS["residence-request"].build(reading, wishes[0])

    assert len(wishes) == 8
    assert (context.paper_name, len(context.members)) == ("GIẤY GIỚI THIỆU", 1)


def test_a_discipline_decision_is_of_the_forms_a_cell_decides():
    """The day of effect is the day the vote was announced; a dismissal is only proposed."""
    context, _ = made("discipline-decision", year=2020, name=FOURTH)
    heavier = rows("disciplines", {"member": FOURTH, "form": "Khai trừ", "decision_date": "01/12/2020", "violation": "Nhận hối lộ"})

    assert context.form == "khiển trách"
    assert context.effect.endswith("ngày 25/11/2020.")
    with pytest.raises(PaperRefused, match="chi bộ chỉ đề nghị hình thức khai trừ"):
        made("discipline-decision", book_with(disciplines=heavier), year=2020, name=FOURTH)


def test_a_ballot_offers_a_probationer_only_the_two_lighter_forms():
    """And always none."""
    members = tuple(replace(one, official_on=None) if one.full_name == FOURTH else one for one in cycle_book().members)

    full, _ = made("discipline-ballot", year=2020, name=FOURTH)
    probationer, _ = made("discipline-ballot", book_with(members=members), year=2020, name=FOURTH)

    assert [line.form for line in full.forms] == ["Không kỷ luật", "Khiển trách", "Cảnh cáo", "Cách chức", "Khai trừ"]
    assert [line.form for line in probationer.forms] == ["Không kỷ luật", "Khiển trách", "Cảnh cáo"]


@pytest.mark.parametrize("kind", ["denunciation-acceptance", "denunciation-report"])
def test_a_content_that_names_the_accuser_is_not_printed(kind):
    """In any case and writing of the name; the secretary writes that part by hand."""
    told = rows("denunciations", {"received_on": "02/9/2020", "member": FOURTH, "content": f"Ông {ACCUSER.upper()} tố cáo việc chậm trả hồ sơ", "accuser": ACCUSER})

    context, missing = made(kind, book_with(denunciations=told), year=2020, name=FOURTH)

    assert ACCUSER.casefold() not in repr(context).casefold()
    assert ACCUSER.casefold() not in " ".join(missing).casefold()
    assert any(gap.startswith("Nội dung đơn có tên người tố cáo") for gap in missing)


def test_a_members_record_knows_no_denunciation():
    """The restricted sheet is not looked at."""
    context, _ = made("member-record", name=FOURTH)

    assert "phiền hà" not in repr(context)
    assert context.disciplines == ("- Khiển trách, ngày 01/12/2020: Bỏ sinh hoạt chi bộ nhiều lần.",)


def test_an_invitation_is_to_the_next_meeting():
    """From today on; without one the day is left open and told."""
    meetings = rows("meetings", {"held_on": "20/12/2020", "kind": "Kiểm điểm", "topic": "Kiểm điểm năm 2020"}, {"held_on": "05/01/2021", "kind": "Định kỳ"})

    context, _ = made("invitation", book_with(meetings=meetings))
    open_, missing = made("invitation")

    assert (context.when, context.topic) == ("ngày 20/12/2020", "Kiểm điểm năm 2020")
    assert open_.when == "ngày …………"
    assert "Sheet Sinh hoạt chưa có cuộc họp nào từ ngày này trở đi" in missing
