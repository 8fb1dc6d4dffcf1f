"""What a decision says, from the rows that say it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from document_books import ON, SECRETARY, SUBJECTS, book, member, plan, settings, turn
from document_contexts import drafted

from addin.core.dates import PartialDate
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.organisation import Appointment
from addin.core.tables.series import is_same, paper_number
from addin.documents.kinds import inspection_decision
from addin.documents.parts.kind import numbered
from addin.documents.parts.request import Terms
from addin.errors import MissingTable, Misuse
from tests.builders import day, row


def texts(persons) -> list[str]:
    return [person.text for person in persons]


def test_one_decision_names_every_member_of_its_rows():
    """Four rows of one number are one paper on four members, each with post and unit."""
    context, missing = drafted(inspection_decision, book(), ON, decision="23-QĐ/CB")

    assert context.number == "Số 23-QĐ/CB"
    assert context.opening == (
        "Kiểm tra việc chấp hành nhiệm vụ của đảng viên đối với 04 đồng chí có tên sau đây:"
    )
    assert texts(context.subjects) == [
        "1. Đồng chí Nguyễn Văn Thử Nghiệm, Chuyên viên, Văn phòng Sở;",
        "2. Đồng chí Lê Thị Minh Hoạ, Chuyên viên, Văn phòng Sở;",
        "3. Đồng chí Phạm Văn Giả Định, Chuyên viên, Văn phòng Sở;",
        "4. Đồng chí Đỗ Thị Thuỷ Mẫu, Chuyên viên, Văn phòng Sở.",
    ]
    assert missing == ()


def test_the_head_follows_the_party_layout():
    """Names in capitals, place and date with the day padded and the month not."""
    context, _ = drafted(inspection_decision, book(), ON, decision="23")

    assert context.superior_name == "ĐẢNG BỘ SỞ TƯ PHÁP"
    assert context.cell_name == "CHI BỘ VĂN PHÒNG SỞ 2"
    assert context.place_date == "Thành phố Ví Dụ, ngày 03 tháng 9 năm 2019"
    assert context.issuer == "CHI BỘ VĂN PHÒNG SỞ 2 QUYẾT ĐỊNH"
    assert context.recipients == ("- Như Điều 4,", "- Đảng uỷ Sở Tư pháp (để báo cáo),")
    assert context.archive == "Lưu Chi bộ."


def test_the_contents_are_the_three_areas_of_the_seed():
    """NQ4, CT05 and NG are one area: the five codes give three lettered lines."""
    context, _ = drafted(inspection_decision, book(), ON, decision="23")

    assert context.contents == (
        "a) Việc thực hiện kế hoạch tu dưỡng, rèn luyện đạo đức, lối sống của bản thân đảng viên;",
        "b) Việc thực hiện Nghị quyết Trung ương 4 (khoá XII) gắn với thực hiện Chỉ thị số 05 của Bộ Chính trị và các quy định nêu gương của đảng viên;",
        "c) Vai trò, trách nhiệm của đảng viên, công chức, viên chức trong thực hiện nhiệm vụ chính trị được giao.",
    )


@pytest.mark.parametrize(
    ("on", "regulation"),
    [
        ("27/7/2021", "Quy định số 30-QĐ/TW, ngày 26/7/2016"),
        ("28/7/2021", "Quy định số 22-QĐ/TW, ngày 28/7/2021"),
        ("29/5/2025", "Quy định số 22-QĐ/TW, ngày 28/7/2021"),
        ("30/5/2025", "Quy định số 296-QĐ/TW, ngày 30/5/2025"),
        ("10/4/2026", "Quy định số 296-QĐ/TW, ngày 30/5/2025"),
        ("11/4/2026", "Quy định số 21-QĐ/TW, ngày 11/4/2026"),
    ],
)
def test_the_legal_basis_is_that_of_the_decisions_day(on, regulation):
    """The day before a change cites the old regulation, the day itself the new one."""
    rows = (turn(2, SUBJECTS[0], decision_date=day(on)),)

    context, _ = drafted(inspection_decision, book(inspections=rows), ON, decision="23")

    assert context.legal_bases[0] == "- Căn cứ Điều lệ Đảng Cộng sản Việt Nam;"
    assert regulation in context.legal_bases[1]


def test_the_plans_follow_the_law_in_the_bases():
    """The superior's plan as entered, then the cell's own plan by its number in the register."""
    context, _ = drafted(inspection_decision, book(), ON, decision="23")

    assert context.legal_bases[2:] == (
        "- Căn cứ Kế hoạch số 12-KH/ĐU, ngày 10/01/2019 của Đảng uỷ Sở Tư pháp;",
        "- Căn cứ Kế hoạch số 05-KH/CB, ngày 25/01/2019 của Chi bộ về kiểm tra, giám sát năm 2019.",
    )


@pytest.mark.parametrize(
    ("kind", "title", "cited"),
    [
        ("Kế hoạch", "Kế hoạch kiểm tra, giám sát năm 2019", "Kế hoạch số 05-KH/CB, ngày 25/01/2019 của Chi bộ về kiểm tra, giám sát năm 2019."),
        ("KH", "về kế hoạch kiểm tra, giám sát năm 2019", "Kế hoạch số 05-KH/CB, ngày 25/01/2019 của Chi bộ về kiểm tra, giám sát năm 2019."),
        ("Kế hoạch", "Về việc kiểm tra, giám sát năm 2019", "Kế hoạch số 05-KH/CB, ngày 25/01/2019 của Chi bộ về kiểm tra, giám sát năm 2019."),
        ("Chương trình", "Chương trình kiểm tra, giám sát năm 2019", "Chương trình số 05-CTr/CB, ngày 25/01/2019 của Chi bộ về kiểm tra, giám sát năm 2019."),
    ],
)
def test_what_the_plan_is_about_does_not_call_it_a_plan_again(kind, title, cited):
    """However the register words its title."""
    known = book()
    documents = tuple(replace(one, kind=kind, title=title, number="05") if "giám sát" in (one.title or "") else one for one in known.documents)

    context, _ = drafted(inspection_decision, replace(known, documents=documents), ON, decision="23")

    assert context.legal_bases[-1] == f"- Căn cứ {cited}"


def test_a_plan_without_a_number_is_cited_without_one_and_told():
    """The line names the year only; the job tells that the register lacks the plan."""
    context, missing = drafted(inspection_decision, book(documents=()), ON, decision="23")

    assert context.legal_bases[-1] == "- Căn cứ Kế hoạch kiểm tra, giám sát năm 2019 của Chi bộ."
    assert missing == ("Sheet Văn bản chưa có số, ngày của kế hoạch kiểm tra, giám sát năm 2019",)


def test_an_unplanned_inspection_cites_no_plan():
    """An inspection marked Đột xuất rests on the law alone, and that is no gap."""
    items = (plan(2, unplanned=True, superior_plan=None),)

    context, missing = drafted(inspection_decision, book(documents=(), plan_items=items), ON, decision="23")

    assert len(context.legal_bases) == 2
    assert missing == ()


def test_the_team_stands_with_the_posts_of_that_day():
    """The lead first; the secretary of 2019 is called so although another holds the post now."""
    context, _ = drafted(inspection_decision, book(), ON, decision="23")

    assert context.team_opening == "Thành lập Tổ kiểm tra gồm 03 đồng chí:"
    assert texts(context.team) == [
        "1. Đồng chí Trần Thị Mẫu, Bí thư Chi bộ, Chuyên viên, Văn phòng Sở, Tổ trưởng;",
        "2. Đồng chí Vũ Văn Thử, Chi uỷ viên, Chuyên viên, Văn phòng Sở, Thành viên;",
        "3. Đồng chí Hồ Thị Ví Dụ, Chuyên viên, Văn phòng Sở, Thành viên.",
    ]


def test_the_signer_is_the_secretary_of_the_decisions_day():
    """Not the secretary of today."""
    context, _ = drafted(inspection_decision, book(), ON, decision="23")

    assert (context.authority, context.signer_post, context.signer_name) == ("T/M CHI BỘ", "BÍ THƯ", SECRETARY)


def test_a_later_decision_is_signed_by_the_later_secretary():
    """The appointment that began on 01/01/2020 signs in October 2020."""
    rows = (turn(2, SUBJECTS[0], decision_no="35-QĐ/CB", decision_date=day("09/10/2020"), year=2020),)

    context, _ = drafted(inspection_decision, book(inspections=rows), ON, decision="35")

    assert context.signer_name == "Bùi Văn Kế Nhiệm"
    assert context.place_date == "Thành phố Ví Dụ, ngày 09 tháng 10 năm 2020"


def test_a_deputy_signs_only_where_there_is_no_secretary_and_that_is_told():
    """PHÓ BÍ THƯ under T/M CHI BỘ, and a gap for the job to tell."""
    posts = (row(Appointment, 2, role="Phó bí thư", member=SECRETARY, from_=day("01/01/2017")),)

    context, missing = drafted(inspection_decision, book(appointments=posts), ON, decision="23")

    assert (context.signer_post, context.signer_name) == ("PHÓ BÍ THƯ", SECRETARY)
    assert "Phân công không có Bí thư vào ngày ký: để Phó bí thư ký, cần xem lại" in missing


def test_without_appointments_the_party_post_of_today_is_used_and_told():
    """A book without Phân công still gives a paper, with a warning to look again."""
    members = (*book().members, member(30, "Cao Thị Ký Tên", party_post="Bí thư Chi bộ"))

    context, missing = drafted(inspection_decision, book(appointments=(), members=members), ON, decision="23")

    assert context.signer_name == "Cao Thị Ký Tên"
    assert "Người ký lấy theo cột Chức vụ Đảng hiện nay vì chưa có sheet Phân công: cần xem lại" in missing


def test_times_are_the_period_looked_at_and_the_duration():
    """Mốc comes from the plan, the duration from the turn; both ends count."""
    context, _ = drafted(inspection_decision, book(), ON, decision="23")

    assert context.period == "từ ngày 01/01/2018 đến ngày 30/6/2019"
    assert context.duration == "30 ngày, từ ngày 09/9/2019 đến ngày 08/10/2019"
    assert context.report.endswith("gửi báo cáo tự kiểm tra về Tổ kiểm tra chậm nhất ngày 16/9/2019.")


def test_what_is_missing_is_dotted_and_told():
    """Nothing is invented: dots on the paper, one line each for the job."""
    rows = (turn(2, SUBJECTS[0], team_lead=None, team=(), starts_on=None, self_report_due=None),)
    bare = book(inspections=rows, plan_items=(), settings=settings(place=None), appointments=book().appointments[2:])

    context, missing = drafted(inspection_decision, bare, ON, decision="23")

    assert context.place_date == "…………, ngày 03 tháng 9 năm 2019"
    assert context.period == "từ ngày ………… đến ngày …………"
    assert context.team == ()
    assert context.signer_name == "…………"
    assert missing == (
        "Thiết lập chưa có địa danh",
        "Chưa rõ Bí thư vào ngày ký: xem sheet Phân công",
        "Chưa có tổ trưởng tổ kiểm tra",
        "Kế hoạch chưa có mốc thời gian (Mốc từ, Mốc đến) cho lượt này",
        "Chưa có đủ ngày bắt đầu và ngày kết thúc",
        "Chưa có hạn nộp báo cáo tự kiểm tra",
    )


def test_rows_that_disagree_on_one_datum_leave_it_open():
    """Two leads in one decision: the paper does not choose, the squares are named."""
    rows = (turn(2, SUBJECTS[0]), turn(3, SUBJECTS[1], team_lead="Vũ Văn Thử"))

    context, missing = drafted(inspection_decision, book(inspections=rows), ON, decision="23")

    assert [person.role for person in context.team] == ["Thành viên", "Thành viên"]
    assert (
        "Các dòng của một quyết định ghi khác nhau về tổ trưởng tổ kiểm tra: 'Kiểm tra'!G2, 'Kiểm tra'!G3" in missing
    )


def test_members_with_other_contents_say_which_are_theirs():
    """Letters behind the name where contents differ, and then one line a content."""
    rows = (turn(2, SUBJECTS[0], contents=("TD", "CM")), turn(3, SUBJECTS[1], contents=("TD", "NQ4")))

    context, _ = drafted(inspection_decision, book(inspections=rows), ON, decision="23")

    assert [line[:2] for line in context.contents] == ["a)", "b)", "c)"]
    assert [person.role for person in context.subjects] == ["nội dung a và b", "nội dung a và c"]


def test_a_member_nobody_knows_is_printed_as_written_and_told():
    """The paper keeps the name; the job says that post and unit are unknown."""
    rows = (turn(2, "Đ/c Không Có Tên"),)

    context, missing = drafted(inspection_decision, book(inspections=rows), ON, decision="23")

    assert context.subjects[0].text == "Đồng chí Không Có Tên."
    assert "Chưa rõ chức vụ, đơn vị của đồng chí Không Có Tên: không có trong sheet Đảng viên" in missing


def test_one_number_used_in_two_years_asks_for_the_year():
    """Numbers start again with a term: both days are named."""
    rows = (*book().inspections, turn(9, SUBJECTS[0], decision_date=day("05/3/2022"), year=2022))

    with pytest.raises(Misuse) as told:
        drafted(inspection_decision, book(inspections=rows), ON, decision="23")

    assert told.value.message == (
        "Số quyết định 23 được dùng cho nhiều quyết định: ngày 03/9/2019 và ngày 05/3/2022."
    )
    assert told.value.fix == "Ghi thêm năm, ví dụ --year 2022."


def test_the_year_tells_two_decisions_apart():
    """With the year the right rows are taken."""
    rows = (*book().inspections, turn(9, SUBJECTS[0], decision_date=day("05/3/2022"), year=2022))

    context, _ = drafted(inspection_decision, book(inspections=rows), ON, decision="23", year=2022)

    assert context.place_date == "Thành phố Ví Dụ, ngày 05 tháng 3 năm 2022"
    assert len(context.subjects) == 1


def test_an_unknown_number_lists_those_there_are():
    """A slip in the number is easy to mend."""
    with pytest.raises(Misuse) as told:
        drafted(inspection_decision, book(), ON, decision="99")

    assert told.value.message == "Sheet Kiểm tra không có quyết định số 99."
    assert told.value.fix == "Các số đang có: 23-QĐ/CB."


def test_a_book_without_inspections_says_which_sheet_is_missing():
    """Only the command that needs the sheet says so."""
    with pytest.raises(MissingTable) as told:
        drafted(inspection_decision, Book(settings=settings()), ON, decision="23")

    assert told.value.message == "Sổ chưa có sheet Kiểm tra."


TERMS = Terms(ends_on=date(2019, 9, 30), team=("Vũ Văn Thử", "Hồ Thị Ví Dụ"))


def test_the_next_decision_takes_its_facts_from_the_plan():
    """Before a number is claimed the paper leaves room for it."""
    context, missing = drafted(inspection_decision, book(), date(2019, 8, 30), 2019, members=tuple(SUBJECTS[:2]), terms=TERMS)

    assert context.number == "Số ……-QĐ/CB"
    assert context.opening.endswith("đối với 02 đồng chí có tên sau đây:")
    assert context.period == "từ ngày 01/01/2018 đến ngày 30/6/2019"
    assert [person.role for person in context.team] == ["Tổ trưởng", "Thành viên"]
    assert missing == ("Chưa có hạn nộp báo cáo tự kiểm tra",)


def test_the_next_decision_prints_the_number_it_is_given():
    """The claimed number is padded to two digits."""
    draft, _ = drafted(inspection_decision, book(), date(2019, 8, 30), 2019, members=SUBJECTS[:1], terms=TERMS)

    assert draft.number == "Số ……-QĐ/CB"
    assert numbered(draft, inspection_decision.KIND, 7, settings()).number == "Số 07-QĐ/CB"


def test_a_year_without_plan_is_misuse_for_the_next_decision():
    """The fix says to add the item."""
    with pytest.raises(Misuse) as told:
        drafted(inspection_decision, book(), date(2020, 9, 3), 2020, members=tuple(SUBJECTS[:1]))

    assert told.value.message == "Kế hoạch năm 2020 không có dòng Kiểm tra nào cho: Nguyễn Văn Thử Nghiệm."


def test_thematic_supervision_is_called_supervision():
    """The same paper for Giám sát chuyên đề speaks of giám sát."""
    rows = (turn(2, SUBJECTS[0], kind="Giám sát chuyên đề"),)

    context, _ = drafted(inspection_decision, book(inspections=rows), ON, decision="23")

    assert context.act == "giám sát"
    assert context.summary == "giám sát chuyên đề đối với đảng viên"


@pytest.mark.parametrize(("due", "report"), [(None, ""), (day("16/9/2019"), "Đồng chí có tên tại Điều 1 gửi báo cáo theo nội dung giám sát về Tổ giám sát chậm nhất ngày 16/9/2019.")])
def test_supervision_asks_for_no_self_inspection_report(due, report):
    """No text asks for one: nothing is studied, nothing handed in, nothing missing; a day entered is a report on the contents."""
    rows = (turn(2, SUBJECTS[0], kind="Giám sát chuyên đề", self_report_due=due),)

    context, missing = drafted(inspection_decision, book(inspections=rows), ON, decision="23")

    assert context.report == report
    assert "tự kiểm tra" not in f"{context.duties} {context.report}"
    assert not [gap for gap in missing if "tự kiểm tra" in gap]


def test_one_member_and_one_content_have_no_number_and_letter():
    """A lone "1." or "a)" promises a second."""
    rows = (turn(2, SUBJECTS[0], contents=("CM",)),)

    context, _ = drafted(inspection_decision, book(inspections=rows), ON, decision="23")

    assert context.opening == "Kiểm tra việc chấp hành nhiệm vụ của đảng viên đối với đồng chí có tên sau đây:"
    assert [person.text[:9] for person in context.subjects] == ["Đồng chí "]
    assert [line[:8] for line in context.contents] == ["Vai trò,"]
    assert context.implementers == "Chi uỷ, Tổ kiểm tra và đồng chí có tên tại Điều 1"


def test_the_other_spelling_reaches_every_field():
    """With ủy in Thiết lập no uỷ is left, and names keep their letters."""
    context, _ = drafted(inspection_decision, book(settings=settings(spelling="ủy")), ON, decision="23")

    assert context.recipients[1] == "- Đảng ủy Sở Tư pháp (để báo cáo),"
    assert context.implementers.startswith("Chi ủy, ")
    assert context.subjects[3].full_name == "Đỗ Thị Thuỷ Mẫu"


def test_a_decision_dated_to_the_month_leaves_the_day_open():
    """What precision was given is kept."""
    rows = (turn(2, SUBJECTS[0], decision_date=PartialDate(2019, 9)),)

    context, missing = drafted(inspection_decision, book(inspections=rows), ON, decision="23")

    assert context.place_date == "Thành phố Ví Dụ, ngày …… tháng 9 năm 2019"
    assert "Chưa có đủ ngày quyết định: căn cứ chọn theo ngày 23/11/2026" in missing


@pytest.mark.parametrize("written", ["23", "23-QĐ/CB", "Số 23-QĐ/CB", "Số: 23/QĐ-CB", "023", "số 23 - QĐ/CB"])
def test_a_number_is_known_however_it_is_written(written):
    """Every writing found in practice means decision 23."""
    assert paper_number(written).value == 23


@pytest.mark.parametrize("written", ["", "QĐ/CB", "hai ba", "23a"])
def test_what_is_no_number_is_none(written):
    """Nothing is guessed out of words."""
    assert paper_number(written) is None


def test_other_kinds_with_the_same_count_are_other_papers():
    """23-KH/CB is not 23-QĐ/CB."""
    assert not is_same(paper_number("23-KH/CB"), paper_number("23-QĐ/CB"))
    assert is_same(paper_number("23"), paper_number("23-QĐ/CB"))


def test_the_order_of_rows_changes_the_order_of_names_only():
    """Shuffled rows give the same paper with the names in the sheet's order."""
    shuffled = replace(book(), inspections=tuple(reversed(book().inspections)))

    one, _ = drafted(inspection_decision, book(), ON, decision="23")
    other, _ = drafted(inspection_decision, shuffled, ON, decision="23")

    assert {person.full_name for person in one.subjects} == {person.full_name for person in other.subjects}
    assert replace(one, subjects=()) == replace(other, subjects=())
