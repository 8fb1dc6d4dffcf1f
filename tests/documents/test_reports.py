"""The narrative reports: every number from the summary, nothing praised or denied that nobody entered."""

from __future__ import annotations

from dataclasses import replace

import pytest
from document_books import ON, SUBJECTS, book, seed_book
from document_contexts import drafted, six_years_report, year_report

from addin.core.persons.reading import Reading
from addin.core.places import Place
from addin.core.summaries import summarise
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.inspections import Inspection
from addin.core.tables.rows.organisation import Group
from addin.core.tables.rows.ratings import CellYear
from addin.documents.kinds import term_report, year_end_report
from addin.documents.parts.report_offers import offers
from addin.documents.parts.squares import squares
from addin.errors import PaperRefused
from tests.builders import row


def of_2020(changed: Book):
    """The report of 2020 of a book, and what it lacks."""
    return drafted(year_end_report, changed, ON, 2020)


def test_turns_are_counted_apart_from_people():
    """Eight turns of seven people, counts padded, decisions by number and day (H1–H3)."""
    assert six_years_report().inspections[0] == (
        "Trong 06 năm (2015-2020), Chi bộ đã ban hành 02 quyết định kiểm tra (Quyết định số 23-QĐ/CB, ngày 03/9/2019;"
        " Quyết định số 35-QĐ/CB, ngày 09/10/2020), kiểm tra 08 lượt đảng viên, gồm 07 đồng chí,"
        " bằng 87,5% số đảng viên."
    )


def test_six_calendar_years_are_said_to_be_six():
    """2015–2020 is never called five years."""
    assert six_years_report().summary == "kết quả công tác kiểm tra, giám sát giai đoạn 2015-2020"
    assert six_years_report().results[3].startswith("Trong 06 năm (2015-2020), ")


def test_exemplary_years_are_counted_inside_the_top_years():
    """H7: so many years, of them so many exemplary."""
    assert six_years_report().results[3] == (
        "Trong 06 năm (2015-2020), Chi bộ có 02 năm được xếp loại “Trong sạch, vững mạnh”,"
        " trong đó 01 năm đạt “Trong sạch, vững mạnh tiêu biểu”."
    )


def test_the_reward_stands_with_its_period_and_authority():
    """H8."""
    assert six_years_report().results[4] == (
        "Chi bộ được tặng Giấy khen của Ban Chấp hành Đảng bộ Sở Tư pháp (2015-2020)."
    )


def test_the_four_channels_and_the_documents_are_named():
    """H9, H10."""
    assert six_years_report().leadership[1:3] == (
        ("Trong 06 năm (2015-2020), Chi bộ đã tuyên truyền, quán triệt 03 văn bản: Điều lệ Đảng, Chương VII, Điều 30 đến Điều 33;"
        " Quy định số 30-QĐ/TW; Quy định số 109-QĐ/TW."),
        ("Việc quán triệt được thực hiện qua 04 hình thức: sinh hoạt định kỳ 01 lần, sinh hoạt chuyên đề 01 lần,"
        " văn bản 01 lần, qua kiểm tra, giám sát 01 lần."),
    )


def test_the_contents_are_the_three_areas():
    """H4: five codes, three areas."""
    assert six_years_report().inspections[2].count(";") == 2


def test_shortcomings_stand_with_their_counts():
    """H6: three kinds."""
    assert year_report().inspections[4] == (
        "Những mặt còn hạn chế cần khắc phục: còn có việc thực hiện chậm hạn (04 lượt); chưa chủ động nghiên cứu,"
        " mạnh dạn đề xuất các giải pháp nâng cao chất lượng, hiệu quả công tác (04 lượt)."
    )


def test_the_nil_finding_is_written_where_every_turn_says_no():
    """H5: the sentence closes the strengths."""
    assert year_report().inspections[3].endswith("; không có biểu hiện “tự diễn biến”, “tự chuyển hoá” trong nội bộ.")


def test_one_blank_keeps_the_nil_finding_out():
    """A blank square is no `không`."""
    seed = seed_book()
    turns = (*seed.inspections[:-1], replace(seed.inspections[-1], degradation=None))

    context, _ = of_2020(replace(seed, inspections=turns))

    assert not any("tự diễn biến" in line for line in context.inspections)


def test_a_figure_nobody_entered_makes_no_sentence_and_is_told():
    """Without supervision notes the report says neither zero nor that there is no figure: dots to write on, and the gap."""
    context, missing = of_2020(replace(seed_book(), supervision_notes=()))

    assert context.supervision == ("………….",)
    assert "Chưa có số liệu: Số ghi nhận giám sát" in missing


def test_no_row_of_the_year_leaves_the_number_to_be_filled_in():
    """That nobody was inspected is a person's word: the sheet is merely silent."""
    context, missing = drafted(year_end_report, seed_book(), ON, 2014)

    assert context.inspections == ("Trong năm 2014, Chi bộ đã kiểm tra ………… lượt đảng viên.",)
    assert "Sheet Kiểm tra không có lượt nào của năm 2014: điền số lượt vào báo cáo, không kiểm tra thì ghi là không" in missing


def test_a_supervision_says_its_contents_in_its_own_paragraph():
    """Rows of both kinds stand in one sheet; each paragraph speaks of its own."""
    inspected = row(Inspection, 2, year=2020, kind="Kiểm tra", member=SUBJECTS[0], contents=["TD"])
    supervised = row(Inspection, 3, year=2020, kind="Giám sát chuyên đề", member=SUBJECTS[1], contents=["NG"])
    context, _ = of_2020(replace(seed_book(), inspections=(inspected, supervised)))

    assert [line for line in context.inspections if line.startswith("Nội dung")] == [
        "Nội dung kiểm tra tập trung vào: việc thực hiện kế hoạch tu dưỡng, rèn luyện đạo đức, lối sống của bản thân đảng viên."
    ]
    assert "Nội dung giám sát tập trung vào: việc thực hiện các quy định nêu gương của đảng viên." in context.supervision


def test_limitations_lessons_and_proposals_are_the_words_entered():
    """H13, H14: each a paragraph, proposals with their ordinals."""
    context = year_report()

    assert context.limitations == (
        "Chưa kịp thời phát hiện nhân tố mới, tích cực.",
        "Giám sát chưa thường xuyên, chưa thực chất.",
    )
    assert context.causes == ("Kế hoạch phải giao từ đầu năm.",)
    assert context.proposals == (
        "Thứ nhất, tăng cường lãnh đạo công tác kiểm tra, giám sát.",
        "Thứ hai, Đảng uỷ có hướng dẫn cụ thể, chi tiết hơn.",
    )


def test_a_proposal_that_brings_its_ordinal_keeps_it():
    """Nobody reads "Thứ nhất, thứ nhất"."""
    seed = seed_book()
    lessons = (replace(seed.lessons[2], text="thứ nhất, đào tạo cán bộ"),)

    context, _ = of_2020(replace(seed, lessons=lessons))

    assert context.proposals == ("Thứ nhất, đào tạo cán bộ.",)


def test_the_directions_are_the_plan_of_the_next_years():
    """H15: the years, the number of items, the contents."""
    assert year_report().directions[0] == (
        "Thực hiện kế hoạch kiểm tra, giám sát giai đoạn 2021-2022 và từng năm, gồm 02 mục, xác định rõ đối tượng, thời"
        " gian và nội dung."
    )


def test_nothing_entered_is_no_report():
    """How many members there are is no report of inspection: one sentence instead."""
    with pytest.raises(PaperRefused) as told:
        of_2020(book(lessons=(), plan_items=(), inspections=()))

    assert told.value.message == "Chưa lập báo cáo: sổ chưa có số liệu kiểm tra, giám sát, xếp loại nào của năm 2020."


def test_little_entered_leaves_dots_and_tells():
    """One year's level of the cell gives a paper with dots, and the gaps."""
    context, missing = of_2020(book(lessons=(), plan_items=(), inspections=(), cell_years=(row(CellYear, 2, year=2020, level="HTT"),)))

    assert context.limitations == ("………….",)
    assert context.inspections == ("………….",)
    assert "Chưa có kế hoạch kiểm tra, giám sát sau năm 2020" in missing
    assert "Chưa có số liệu: Hạn chế" in missing


def test_no_report_carries_what_is_not_sent():
    """Squares, gaps and marks of ours stay in the workbook beside it."""
    for context in (year_report(), six_years_report()):
        told = repr(context)
        assert not [mark for mark in ("chưa có số liệu", "chưa kiểm chứng", "tạm tính", "Kiểm tra: ", "trung vị") if mark in told]


def test_the_term_names_the_years_without_figures():
    """Of six years the inspections speak of two, the ratings of one, the notes of one."""
    context = six_years_report()

    assert "Chưa có số liệu kiểm tra của các năm 2015, 2016, 2017, 2018." in " ".join(context.inspections)
    assert "Chưa có số liệu giám sát của các năm 2015, 2016, 2017, 2018, 2019." in " ".join(context.supervision)
    assert "Chưa có số liệu xếp loại đảng viên của các năm 2015, 2016, 2017, 2018, 2019." in context.results
    assert "đầy đủ" not in " ".join(context.strengths)


def test_sentences_are_whole():
    """No list of label and number."""
    assert year_report().leadership[0] == (
        "Đến ngày 20/12/2020, Chi bộ có 08 đảng viên, trong đó 08 đảng viên chính thức, không có đảng viên dự bị."
    )
    assert year_report().supervision[0] == (
        "Trong năm 2020, Chi bộ đã có 01 ghi nhận giám sát thường xuyên đối với đảng viên; còn 07 đồng chí chưa có ghi nhận."
    )


def test_what_the_figures_show_is_offered_and_stands_in_no_report_before_it_is_accepted():
    """Members never noted, notes in the same words, overdue remedies: each with its squares; nought offers nothing."""
    seed = seed_book()
    copied = tuple(replace(seed.supervision_notes[0], source=replace(seed.supervision_notes[0].source, row=at), member=name) for at, name in enumerate(SUBJECTS, 2))
    reading = Reading(replace(seed, supervision_notes=copied))

    found = offers(summarise(reading, 2020, 2020, ON))
    context, _ = of_2020(reading.book)

    assert [one.figure for one in found] == ["supervision.members_never_noted", "supervision.repeated_texts", "remedies.overdue"]
    assert found[1].text == "Còn 04 ghi nhận giám sát trùng nguyên văn nhau, chưa sát từng đảng viên"
    assert all(one.places for one in found)
    assert not [one.text for one in found if one.text in " ".join(context.limitations)]


def test_an_accepted_limitation_stands_behind_those_of_the_workbook():
    """Once, ended by a full stop."""
    context, _ = drafted(year_end_report, seed_book(), ON, 2020, limitations=("Còn 01 yêu cầu quá hạn",))

    assert context.limitations[-1] == "Còn 01 yêu cầu quá hạn."
    assert len(context.limitations) == 3


def test_levels_are_written_in_the_words_of_their_year():
    """A level of 2016 has the words of its regime."""
    seed = seed_book()
    rows = tuple(replace(item, year=2016) for item in seed.ratings)

    changed = replace(seed, ratings=rows)
    context, _ = drafted(term_report, changed, ON, first=2015, last=2020)

    assert context.results[0].startswith("Kết quả xếp loại đảng viên năm 2016: đảng viên đủ tư cách, hoàn thành xuất sắc nhiệm vụ 01 đồng chí")


def test_group_leaders_are_named_only_where_there_are_groups():
    """The sentence on tổ đảng needs rows."""
    seed = seed_book()
    groups = (row(Group, 2, group="Tổ đảng 1", leader=SUBJECTS[0]),)

    with_groups, _ = of_2020(replace(seed, groups=groups))
    without, _ = of_2020(seed)

    assert with_groups.supervision[1] == "Chi bộ có 01 tổ đảng; tổ trưởng giám sát đảng viên do mình phụ trách."
    assert len(without.supervision) == 1


def test_a_number_is_printed_where_it_is_given():
    """07-BC/CB, or room for a number."""
    assert year_report().number == "Số 07-BC/CB"
    assert six_years_report().number == "Số ……-BC/CB"


def test_the_report_is_dated_and_signed_on_its_own_day():
    """The secretary of December 2020 signs the report of December 2020."""
    context = year_report()

    assert context.place_date == "Thành phố Ví Dụ, ngày 20 tháng 12 năm 2020"
    assert context.signer_name == "Bùi Văn Kế Nhiệm"


def test_the_same_book_and_day_give_the_same_report():
    """Nothing depends on anything else."""
    assert year_report() == year_report()


def test_squares_run_together_by_column_and_sheet():
    """Runs of one column are drawn together; gaps and other sheets stand apart."""
    column = [Place("Kiểm tra", number, 1) for number in (4, 2, 3)]

    assert squares([*column, Place("Kế hoạch", 7, 2), Place("Kiểm tra", 9, 3)]) == "Kiểm tra: A2:A4, C9; Kế hoạch: B7"


def test_whole_rows_and_sheets_are_told_as_such():
    """A row without a column is a dòng; a sheet stands by its name."""
    assert squares([Place("Tố cáo", 3), Place("Tố cáo", 4)]) == "Tố cáo: dòng 3–4"
    assert squares([Place("Tố cáo")]) == "Tố cáo"
    assert squares([]) == ""


def test_a_long_list_of_squares_says_how_many_more():
    """Twelve are shown."""
    places = [Place("Kiểm tra", number, 1) for number in range(1, 40, 2)]

    assert squares(places).endswith(" và 8 ô khác")
