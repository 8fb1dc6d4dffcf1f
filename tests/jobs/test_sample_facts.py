"""The sample cell reproduces the article's headline results (requirements.md H1–H15) from its rows alone."""

from __future__ import annotations

import openpyxl
import pytest

from tests.command import sochibo
from tests.conftest import ROOT

SAMPLE = ROOT / "workbooks" / "chi-bo-van-phong-so-2.xlsx"


def figures(book, first, last, tmp_path, on="2021-08-23"):
    ran = sochibo("summarise", book, "--from", first, "--to", last, "--on", on, "--out", tmp_path / "out", "--json")
    assert ran.code == 0, ran.err
    return {figure["id"]: figure for figure in ran.answer["figures"]}


@pytest.fixture(scope="module")
def article(tmp_path_factory):
    return figures(SAMPLE, 2015, 2020, tmp_path_factory.mktemp("article"))


def test_h1_h2_both_decisions_stand_with_their_dates(article):
    """23-QĐ/CB of 03/9/2019 and 35-QĐ/CB of 09/10/2020."""
    decisions = article["inspections.decisions"]["value"]

    assert [(item["number"], item["date"], item["date_text"]) for item in decisions] == [
        ("23-QĐ/CB", "2019-09-03", "03/9/2019"),
        ("35-QĐ/CB", "2020-10-09", "09/10/2020"),
    ]


def test_h3_eight_turns_and_fewer_persons_are_both_told(article):
    """08 lượt are turns; a member inspected twice is one person."""
    assert article["inspections.turns"]["value"] == 8
    assert article["inspections.persons"]["value"] <= 8
    by_year = article["inspections.by_year"]["value"]
    assert by_year["2019"] + by_year["2020"] == 8


def test_h4_h5_h6_contents_strengths_and_shortcomings_are_coded(article):
    """Three content areas, five strengths with the explicit nil finding, three shortcomings."""
    assert article["inspections.content_areas"]["value"] == {
        "tu dưỡng, rèn luyện": 8,
        "Nghị quyết Trung ương 4; Chỉ thị 05; nêu gương": 8,
        "nhiệm vụ chính trị, chuyên môn được giao": 8,
    }
    assert {"UD1", "UD2", "UD3", "UD4", "UD5"} <= set(article["strengths.by_kind"]["value"])
    assert {"HC1", "HC2", "HC3"} == set(article["shortcomings.by_kind"]["value"])
    assert article["nil_findings"]["value"] == 8


def test_h7_three_years_of_which_one_exemplary(article):
    """2 + 1, not 3 + 1, and only in years that had the TSVM scheme."""
    levels = article["cell_years.levels"]["value"]

    assert article["cell_years.tsvm"]["value"] == 3
    assert article["cell_years.exemplary"]["value"] == 1
    assert [year for year, level in sorted(levels.items()) if level == "TSVM"] == ["2015", "2016", "2017"]


def test_h8_the_reward_is_linked_to_its_period(article):
    """Giấy khen of the Ban Chấp hành Đảng bộ Sở Tư pháp for 2015–2020."""
    text = str(article["rewards"]["value"])

    assert "Giấy khen" in text
    assert "Ban Chấp hành Đảng bộ Sở Tư pháp" in text
    assert "2015" in text
    assert "2020" in text


def test_h9_h10_documents_and_all_four_channels(tmp_path):
    """The four documents of the article by 2021, through four channels."""
    found = figures(SAMPLE, 2015, 2021, tmp_path)
    documents = str(found["dissemination.documents"]["value"])

    assert all(number in documents for number in ("Điều lệ", "22-QĐ/TW", "109-QĐ/TW"))
    assert "Quy định số 30" in documents or "30-QĐ/TW" in documents
    assert len(found["disseminations.by_channel"]["value"]) == 4


def test_h13_h14_limitations_and_proposals_come_from_the_lessons(article):
    """Three limitations; five proposals."""
    assert len(article["reports.limitations"]["value"]) == 3
    assert len(article["reports.proposals"]["value"]) == 5


def test_every_number_names_its_squares(article):
    """A figure above zero that nobody can trace is worth nothing (F49)."""
    untraced = [
        name
        for name, figure in article.items()
        if isinstance(figure["value"], int)
        and not isinstance(figure["value"], bool)
        and figure["value"] > 0
        and not figure["places"]
        and not name.startswith("interval.")
    ]

    assert untraced == []


@pytest.mark.parametrize(
    ("sheet", "wanted", "figure"),
    [
        ("Kiểm tra", {"Số quyết định": "23-QĐ/CB"}, "inspections.turns"),
        ("Chi bộ", {"Năm": 2016}, "cell_years.tsvm"),
        ("Khen thưởng", {"Đối tượng": "Chi bộ"}, "rewards"),
        ("Bài học", {"Loại": "Kiến nghị"}, "reports.proposals"),
        ("Quán triệt", {"Hình thức": "Văn bản"}, "disseminations.by_channel"),
        ("Giám sát", {"Loại": "Ưu điểm"}, "supervision.notes"),
        ("Kế hoạch", {"Năm": 2019}, "plan.items"),
    ],
)
def test_deleting_one_row_changes_its_figure(article, tmp_path, sheet, wanted, figure):
    """Nothing is hard-coded: the figure follows the sheet."""
    book = tmp_path / "copy.xlsx"
    workbook = openpyxl.load_workbook(SAMPLE)
    rows = workbook[sheet]
    headings = {cell.value: cell.column for cell in rows[3]}
    target = next(
        row
        for row in range(4, rows.max_row + 1)
        if all(rows.cell(row, headings[name]).value == value for name, value in wanted.items())
    )
    rows.delete_rows(target)
    workbook.save(book)

    changed = figures(book, 2015, 2020, tmp_path)

    assert changed[figure]["value"] != article[figure]["value"]


def test_deleting_a_whole_decision_leaves_the_other(article, tmp_path):
    """Without the rows of 2019 only the decision of 2020 is told."""
    book = tmp_path / "copy.xlsx"
    workbook = openpyxl.load_workbook(SAMPLE)
    rows = workbook["Kiểm tra"]
    for row in range(rows.max_row, 3, -1):
        if rows.cell(row, 1).value == "23-QĐ/CB":
            rows.delete_rows(row)
    workbook.save(book)

    changed = figures(book, 2015, 2020, tmp_path)

    assert [item["number"] for item in changed["inspections.decisions"]["value"]] == ["35-QĐ/CB"]
    assert changed["inspections.turns"]["value"] < article["inspections.turns"]["value"]
