"""One paper for many, many papers from one wish: eight members in a decision, twenty-five letters, four assignments with whom each is for."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from cycle_books import SUCCESSOR, YEAR, cycle_book
from document_books import SECRETARY, member, turn
from hard_books import MEMBERS, long_book
from layout_marks import Paper, W, words_of

from addin.core.persons.reading import Reading
from addin.core.summaries.summary import summarise
from addin.documents.catalogue import KINDS
from addin.documents.kinds import term_report
from addin.documents.parts.request import Request
from tests.builders import day, row, rows

ON = date(YEAR, 12, 15)
EIGHT = tuple(f"Lê Văn Bịa Số {number}" for number in range(1, 9))


def test_eight_members_of_one_decision_stand_in_its_first_article():
    """Numbered in the order of the sheet, each with a post, the last closed by a full stop; the count in words of papers."""
    seed = cycle_book()
    turns = tuple(
        turn(number, name, decision_no="41-QĐ/CB", decision_date=day("12/10/2020"), year=YEAR, team_lead=SUCCESSOR, contents=("TD",))
        for number, name in enumerate(EIGHT, 50)
    )
    members = (*seed.members, *(member(number, name) for number, name in enumerate(EIGHT, 50)))
    reading = Reading(replace(seed, members=members, inspections=(*seed.inspections, *turns)))

    context, _ = KINDS["inspection-decision"].build(reading, Request(ON, decision="41-QĐ/CB"))

    told = Paper("inspection-decision", context).text
    assert "08 đồng chí" in told
    assert [f"{place}. Đồng chí {name}, Chuyên viên, Văn phòng Sở{';' if place < 8 else '.'}" for place, name in enumerate(EIGHT, 1)] == [
        line for line in told.splitlines() if "Lê Văn Bịa Số" in line
    ]


def test_a_base_cell_has_twenty_five_letters_from_one_wish():
    """One a member with a place of residence; each names its own and nobody else's."""
    book = long_book()
    at_home = [one for one in Reading(book).roll(ON).active if one.residence]
    book = replace(book, settings=replace(book.settings, is_base_cell=True), members=tuple(at_home[:25]))
    reading, kind = Reading(book), KINDS["residence-request"]

    wishes = kind.each(reading, Request(ON, year=YEAR))
    papers = {wish.name: Paper("residence-request", kind.build(reading, wish)[0]).text for wish in wishes}

    assert len(wishes) == len(papers) == 25
    for name, text in papers.items():
        assert {other for other in papers if other in text} - {SUCCESSOR} == {name} - {SUCCESSOR}
        assert "GIẤY GIỚI THIỆU" in text
        assert "Số ……-GGT/CB" in text


def test_four_assignments_list_whom_each_is_for():
    """One decision, a row a group: every member but the leaders stands in exactly one."""
    book = long_book()
    groups = [f"Tổ đảng {number}" for number in range(1, 5)]
    members = tuple(replace(one, group=groups[place % 4]) for place, one in enumerate(book.members))
    leaders = [next(one.full_name for one in members if one.group == group) for group in groups]
    led = rows("groups", *({"group": group, "leader": leader} for group, leader in zip(groups, leaders, strict=True)))
    reading = Reading(replace(book, members=members, groups=led))

    context, _ = KINDS["supervision-assignment"].build(reading, Request(ON, year=YEAR))

    table = next(table for table in Paper("supervision-assignment", context).document.iter(f"{W}tbl") if "Đảng viên được giám sát" in words_of(table))
    lines = [[words_of(square) for square in row_.iter(f"{W}tc")] for row_ in table.iter(f"{W}tr")][1:]
    assert [line[0] for line in lines] == ["1", "2", "3", "4"]
    assert [leader in line[1] for leader, line in zip(leaders, lines, strict=True)] == [True] * 4
    listed = [name for line in lines for name in line[2].split("; ")]
    assert len(listed) == len(set(listed))
    assert {one.full_name for one in reading.roll(ON).active} - set(leaders) == set(listed)
    assert len(listed) > MEMBERS - 10


def _papers(*lines: tuple[str, str, str]) -> tuple:
    return tuple(row("documents", number, kind=kind, number=f"{number:02d}-{kind[:2]}/CB", date=day(when), title=title) for number, (kind, when, title) in enumerate(lines, 30))


GIVEN = "giao nhiệm vụ giám sát cho tổ trưởng tổ đảng"
REPORTED = "kết quả giám sát của tổ trưởng tổ đảng 1"


def test_the_term_report_tells_the_yearly_assignments_and_reports_from_the_papers_there_are():
    """H12: every year has both; a year without one is named; without any paper nothing is claimed."""
    seed = replace(cycle_book(), groups=rows("groups", {"group": "Tổ đảng 1", "leader": SECRETARY}))
    both = _papers(*((kind, f"{when}/{year}", title) for year in (2019, 2020) for kind, when, title in (("CV", "22/01", GIVEN), ("BC", "01/12", REPORTED))))

    def told(papers: tuple) -> str:
        context, _ = term_report.build(Reading(replace(seed, documents=papers)), Request(ON, first=2019, last=2020))
        return "\n".join(context.supervision)

    assert "Hằng năm, Chi bộ đã ban hành văn bản giao nhiệm vụ giám sát cho tổ trưởng tổ đảng, gồm 02 văn bản." in told(both)
    assert "Cuối mỗi năm, các tổ trưởng tổ đảng đã báo cáo kết quả giám sát trước toàn Chi bộ, gồm 02 báo cáo." in told(both)
    assert "tổ đảng, gồm 01 văn bản; chưa có của năm 2019." in told(both[2:])
    assert not re.search(r"giao nhiệm vụ giám sát|báo cáo kết quả giám sát", told(()))


def test_an_assignment_we_issue_is_one_of_the_papers_that_are_counted():
    """What the register gets of ours is what the figure looks for."""
    title = KINDS["supervision-assignment"].build(Reading(cycle_book()), Request(ON, year=YEAR))[0].summary
    book = replace(cycle_book(), documents=_papers(("QĐ", "20/01/2020", title)))

    figure = next(one for one in summarise(Reading(book), YEAR, YEAR, ON).figures if one.id == "supervision.assignments")

    assert [one["number"] for one in figure.value] == ["30-QĐ/CB"]
