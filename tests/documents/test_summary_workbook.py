"""The summary workbook: figures, sources and native charts."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import date

from document_books import ON, seed_book
from openpyxl import load_workbook

from addin.core.persons.reading import Reading
from addin.core.summaries.summary import summarise
from addin.documents.workbooks.summary_charts import chart_tables
from addin.documents.workbooks.summary_workbook import summary_workbook

NAME = "Chi bộ Văn phòng Sở 2"
MADE_ON = date(2021, 1, 15)


def made(seed=None) -> bytes:
    """The workbook of six years."""
    return summary_workbook(summarise(Reading(seed or seed_book()), 2015, 2020, ON), NAME, MADE_ON)


def parts(content: bytes) -> dict[str, str]:
    """XML parts by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name).decode() for name in package.namelist()}


def test_the_same_figures_give_the_same_bytes():
    """Two runs are byte-identical."""
    assert made() == made()


def test_figures_stand_with_their_squares():
    """Label, value as a number, and where it comes from."""
    sheet = load_workbook(io.BytesIO(made()))["Số liệu"]
    lines = {line[1]: line for line in sheet.iter_rows(min_row=5, values_only=True)}

    assert [cell.value for cell in sheet[4]] == ["STT", "Chỉ tiêu", "Số liệu", "Các ô trong sổ"]
    assert lines["Số lượt đảng viên được kiểm tra"][2:] == (8, "Kiểm tra: E2:E9")
    assert lines["Tỷ lệ đảng viên đã được kiểm tra"][2] == "87,5%"
    assert lines["Số nhiệm vụ"][2] == "chưa có số liệu"


def test_the_heads_name_cell_interval_and_day():
    """Three lines on top."""
    sheet = load_workbook(io.BytesIO(made()))["Số liệu"]

    assert [sheet.cell(line, 1).value for line in (1, 2, 3)] == [
        NAME,
        "Tổng hợp kiểm tra, giám sát, xếp loại giai đoạn 2015-2020",
        "Lập ngày 15/01/2021",
    ]


def test_four_native_charts_are_drawn():
    """Ratings by level, turns by year, coverage, shortcomings by kind (F76)."""
    charts = [text for name, text in parts(made()).items() if re.fullmatch(r"xl/charts/chart\d+\.xml", name)]

    titles = {"".join(re.findall(r"<a:t>([^<]+)</a:t>", chart)) for chart in charts}
    assert len(charts) == 4
    for words in ("Xếp loại đảng viên theo năm", "Lượt đảng viên được kiểm tra theo năm", "Tỷ lệ đảng viên", "Hạn chế, khuyết điểm"):
        assert any(title.startswith(words) for title in titles)


def test_every_chart_has_its_words_for_screen_readers():
    """The alternative text says all that is drawn."""
    drawing = next(text for name, text in parts(made()).items() if re.fullmatch(r"xl/drawings/drawing\d+\.xml", name))

    told = re.findall(r'descr="([^"]+)"', drawing)
    assert len(told) == 4
    assert "Biểu đồ Lượt đảng viên được kiểm tra theo năm. Năm 2019: Số lượt 4; Năm 2020: Số lượt 4." in told
    assert "Biểu đồ Tỷ lệ đảng viên đã được kiểm tra. Đã được kiểm tra: Tỷ lệ 87,5%; Chưa được kiểm tra: Tỷ lệ 12,5%." in told


def test_series_differ_by_pattern_and_carry_numbers():
    """Nothing is told by colour only."""
    chart = next(text for name, text in parts(made()).items() if name == "xl/charts/chart1.xml")

    assert chart.count("<c:ser>") == 4
    assert chart.count("<a:pattFill") == 3
    assert chart.count("<c:showVal") >= 4


def test_a_chart_without_figures_is_replaced_by_a_sentence():
    """A book without ratings says so and draws the others."""
    content = made(replace(seed_book(), ratings=()))
    sheet = load_workbook(io.BytesIO(content))["Biểu đồ"]

    assert sheet.cell(5, 1).value == "Xếp loại đảng viên theo năm: chưa có số liệu."
    assert sum(name.startswith("xl/charts/chart") for name in parts(content)) == 3


def test_sheets_are_set_up_for_a4():
    """Paper A4, one page wide, headings repeated, page numbers."""
    sheet = load_workbook(io.BytesIO(made()))["Số liệu"]

    assert sheet.page_setup.paperSize == 9
    assert '<pageSetup paperSize="9" fitToHeight="0"' in parts(made())["xl/worksheets/sheet1.xml"]
    assert sheet.print_title_rows == "$4:$4"
    assert sheet.oddFooter.center.text == "&P/&N"


def test_a_label_that_begins_like_a_formula_stays_text():
    """Nothing in the file is a formula, whatever people typed."""
    figures = summarise(Reading(seed_book()), 2020, 2020, ON)
    first = replace(figures.figures[0], label='=HYPERLINK("x")')

    content = summary_workbook(replace(figures, figures=(first, *figures.figures[1:])), "=1+1", MADE_ON)

    assert "<f>" not in parts(content)["xl/worksheets/sheet1.xml"]


def test_chart_tables_hold_only_numbers_of_the_summary():
    """Each row of a chart is a figure's own value."""
    figures = summarise(Reading(seed_book()), 2015, 2020, ON)

    ratings, turns, coverage, shortcomings = chart_tables(figures)

    assert ratings.rows == (("Năm 2020", (1.0, 2.0, 1.0, 0.0)),)
    assert turns.rows == (("Năm 2019", (4.0,)), ("Năm 2020", (4.0,)))
    assert coverage.rows[0] == ("Đã được kiểm tra", (0.875,))
    assert [category for category, _ in shortcomings.rows] == [
        "tự phê bình và phê bình chưa cao",
        "thực hiện chậm hạn",
        "chưa chủ động nghiên cứu, đề xuất",
    ]
