"""The sample of the article: its facts H1–H15 are in the workbook, and nothing the article does not say of anybody."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from addin import glossary
from addin.core import catalogue
from addin.core.findings import Severity
from addin.core.levels import Level
from addin.core.persons.reading import Reading
from addin.core.persons.roster import Roster
from addin.core.ratings.year import rate
from addin.core.summaries.summary import summarise
from tests.workbooks.reading import OFFICE, book_of

BOOK = book_of(OFFICE)
READING = Reading(BOOK)
TODAY = date(2026, 11, 20)
FIGURES = {figure.id: figure.value for figure in summarise(READING, 2015, 2020, TODAY).figures}
TURNS = [row for row in BOOK.inspections if row.year in (2019, 2020)]


def test_the_cell_is_the_article_s() -> None:
    """Name and superior are real; the place is an assumption and says so."""
    settings = BOOK.settings

    assert (settings.cell_name, settings.superior_name) == ("Chi bộ Văn phòng Sở 2", "Đảng bộ Sở Tư pháp")
    assert settings.place == "Thành phố A"


@pytest.mark.parametrize(("number", "day", "count"), [("23-QĐ/CB", "03/9/2019", 4), ("35-QĐ/CB", "09/10/2020", 4)])
def test_h1_h2_decisions(number: str, day: str, count: int) -> None:
    """Both decisions stand in the register and over their turns, dates as printed."""
    papers = [str(paper.date) for paper in BOOK.documents if paper.number == number and paper.kind == "Quyết định"]
    turns = [row for row in BOOK.inspections if row.decision_no == number]

    assert papers == [day]
    assert [str(row.decision_date) for row in turns] == [day] * count


def test_h3_eight_turns_fewer_people() -> None:
    """08 lượt over both years; lượt are turns, so fewer than eight people stays possible."""
    assert FIGURES["inspections.turns"] == 8
    assert FIGURES["inspections.persons"] == 7
    assert FIGURES["inspections.decision_count"] == 2


def test_h4_three_content_areas() -> None:
    """Every turn looked at all three areas."""
    assert {row.contents for row in TURNS} == {("TD", "NQ4", "CT05", "NG", "CM")}
    assert len(FIGURES["inspections.content_areas"]) == 3


def test_h5_strengths_and_nil_finding() -> None:
    """Five strengths for everybody, and the nil finding entered as "không", never left blank."""
    assert {row.strengths for row in TURNS} == {("UD1", "UD2", "UD3", "UD4", "UD5")}
    assert [row.degradation for row in TURNS] == [False] * 8


def test_h6_three_kinds_of_shortcomings() -> None:
    """Self-criticism, late work, not proactive: each occurs, nothing else does."""
    assert set(FIGURES["shortcomings.by_kind"]) == {"HC1", "HC2", "HC3"}
    assert all(row.shortcomings for row in TURNS)


def test_h7_three_years_tsvm_one_of_them_exemplary() -> None:
    """2 + 1, not 3 + 1; from 2018 the level does not exist."""
    assert FIGURES["cell_years.tsvm"] == 3
    assert FIGURES["cell_years.exemplary"] == 1
    assert [row.year for row in BOOK.cell_years if row.exemplary] == [2017]
    assert all(row.level is not Level.TSVM for row in BOOK.cell_years if (row.year or 0) >= 2018)


def test_h8_reward() -> None:
    """One Giấy khen of the superior's executive committee for 2015–2020, no number invented."""
    (reward,) = [row for row in BOOK.rewards if row.subject == "Chi bộ"]

    assert (reward.form, reward.year_from, reward.year_to) == ("Giấy khen", 2015, 2020)
    assert reward.authority == "Ban Chấp hành Đảng bộ Sở Tư pháp"
    assert reward.decision_no is None
    assert str(reward.decision_date) == "2020"


def test_h9_documents_made_known() -> None:
    """Up to the article's day four documents were made known, named as the article names them."""
    told = {row.document for row in BOOK.disseminations if row.date and row.date.first <= date(2021, 8, 23)}

    assert told == {
        "Chương VII (từ Điều 30 đến Điều 33) Điều lệ Đảng Cộng sản Việt Nam",
        "Quy định số 30 ngày 26/7/2016",
        "Quy định số 22-QĐ/TW ngày 28/7/2021",
        "Quy định số 109-QĐ/TW ngày 03/01/2018",
    }


def test_h10_four_channels() -> None:
    """All four channels were used within 2015–2020."""
    assert set(FIGURES["disseminations.by_channel"]) == set(glossary.canonical_choices("channel"))


@pytest.mark.parametrize("day", [date(2016, 1, 4), date(2020, 12, 31), date(2026, 11, 20)])
def test_h11_one_committee_member_in_charge(day: date) -> None:
    """01 đồng chí at any time, also when the person changes."""
    own = [row for row in BOOK.appointments if row.role == "Chi uỷ viên phụ trách kiểm tra"]

    holding = [row for row in own if row.from_ and row.from_.first <= day and (row.to is None or row.to.last >= day)]

    assert len(holding) == 1


def test_h12_supervision_assigned_and_reported_every_year() -> None:
    """Each year one paper gives the leaders their task, and each group reports at the year-end review."""
    years = range(2015, 2026)
    given = Counter(paper.date.year for paper in BOOK.documents if paper.date and "giao nhiệm vụ tổ trưởng" in (paper.title or ""))
    reports = Counter(
        paper.date.year for paper in BOOK.documents if paper.date and (paper.title or "").startswith("kết quả giám sát")
    )
    reviews = [row for row in BOOK.meetings if row.kind == "Kiểm điểm"]

    assert {year: given[year] for year in years} == dict.fromkeys(years, 1)
    assert {year: reports[year] for year in years} == dict.fromkeys(years, 3)
    assert all("03 tổ trưởng báo cáo kết quả giám sát" in (row.resolution or "") for row in reviews)


def test_h13_h14_limitations_and_proposals() -> None:
    """Three limitations, five proposals in their order."""
    assert len(FIGURES["reports.limitations"]) == 3
    starts = [text.split(",")[0] for text in FIGURES["reports.proposals"]]
    assert starts == ["Thứ nhất", "Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm"]


def test_h15_plan_of_the_term_and_each_year() -> None:
    """2021–2025 and each of its years: subject, time and content on every line; everybody inspected once."""
    items = [row for row in BOOK.plan_items if row.year in range(2021, 2026)]
    planned = {name for row in items if row.kind == "Kiểm tra" for name in row.members}
    titles = {paper.title for paper in BOOK.documents if paper.kind == "Kế hoạch"}

    assert {row.year for row in items} == set(range(2021, 2026))
    assert all(row.members and row.contents and row.starts_on and row.ends_on for row in items)
    assert "kiểm tra, giám sát giai đoạn 2021–2025" in titles
    assert {f"kiểm tra, giám sát năm {year}" for year in range(2021, 2026)} <= titles
    assert planned == {row.full_name for row in BOOK.members} - {"Âu Thị Khuôn"}


def test_24_invented_members_in_three_groups() -> None:
    """None of them is a person the article names."""
    names = {row.full_name for row in BOOK.members}

    assert len(names) == len(BOOK.members) == 24
    assert len({row.group for row in BOOK.members}) == 3
    assert names.isdisjoint({"Vũ Thị Bích Liên", "Vũ Xuân Quyết"})


def test_no_invented_discipline_denunciation_or_lowest_level() -> None:
    """A cell that exists is told nothing of the kind in our sample."""
    levels = {
        getattr(row, key)
        for row in BOOK.ratings
        for key in ("self_level", "agency_level", "union_level", "committee_level", "cell_level", "final_level")
    }

    assert (BOOK.disciplines, BOOK.denunciations, BOOK.warnings) == ((), (), ())
    assert not levels & {Level.KHT, Level.YK}
    assert all(row.votes_kht == 0 for row in BOOK.ratings)
    assert {row.kind for row in BOOK.supervision_notes} == {"Ưu điểm", "Hạn chế", "Nhân tố mới"}
    assert {row.conclusion for row in BOOK.inspections} == {"Tốt", "Có hạn chế"}
    assert {row.kind for row in BOOK.inspections} == {"Kiểm tra", "Giám sát chuyên đề"}
    assert not any(row.degradation or row.breach for row in BOOK.ratings)


def test_data_check_finds_only_what_the_article_leaves_open() -> None:
    """No error, no warning: notices on the single source of 2019–2020, the repeats, the reward without number."""
    found = [*BOOK.unreadable, *catalogue.run(READING, TODAY)]

    assert {finding.severity for finding in found} == {Severity.NOTICE}
    assert {finding.rule for finding in found} == {"INS211", "REM301", "RWD102"}


@pytest.mark.parametrize("year", range(2015, 2026))
def test_ratings_entered_are_what_the_rules_of_the_year_give(year: int) -> None:
    """Votes, ceilings and results agree in each of the five regimes, within the cap, nothing missing."""
    ratings = rate(READING, year)
    rows = {id(Roster(BOOK.members).find(row.member or "").member): row for row in BOOK.ratings if row.year == year}

    for member in ratings.members:
        row = rows.get(id(member.member))
        assert member.result == (row.cell_level if row else None), member.full_name
        assert not member.provisional, member.full_name
    assert not ratings.quota.over
    assert ratings.party_cell is not None
    assert ratings.party_cell.result == next(row.level for row in BOOK.cell_years if row.year == year)


def test_supervision_keeps_its_rhythm_without_copied_words() -> None:
    """Each member is written about every year, and no note repeats another."""
    texts = [row.text for row in BOOK.supervision_notes]

    assert len(set(texts)) == len(texts)
    assert FIGURES["supervision.members_never_noted"] == ()


def test_assumptions_are_stated() -> None:
    """What the article leaves open stands on the sheet “Giả định”."""
    from tools.workbooks.office.assumptions import ASSUMPTIONS

    stated = " ".join(f"{line.about} {line.taken}" for line in ASSUMPTIONS)

    for words in ("04 lượt theo Quyết định số 23-QĐ/CB", "2015, 2016, 2017", "Thành phố A", "Liên tục qua các nhiệm kỳ"):
        assert words in stated
