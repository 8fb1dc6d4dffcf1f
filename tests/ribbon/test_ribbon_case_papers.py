"""The buttons of the inspection group: plans, dossiers, assignments, leaders' reports, each of what is selected."""

from __future__ import annotations

import pytest

from tests.printing.fake_office import FakeOffice
from tests.ribbon.pressing import contents, row_where, sheet_of

CONCLUDED, CASE = "01-QĐ/CB", "04-QĐ/CB"


def papers(folder):
    return sorted(path.name for path in (folder / "Văn bản").rglob("*") if path.is_file() and not path.name.startswith("."))


def turn(book, number, member=None):
    """A row of Kiểm tra, the last that bears the number."""
    squares = sheet_of(book, "Kiểm tra").squares
    return max(row for (row, column), square in squares.items() if column == 1 and square.value == number and (member is None or squares[row, 5].value == member))


@pytest.fixture
def no_office(tmp_path, monkeypatch):
    """A machine without LibreOffice."""
    monkeypatch.setenv("PATH", str(tmp_path))


def test_the_plan_of_this_year_takes_a_number_after_a_yes(click, book, tmp_path):
    """Nothing selected that has a year: the year that runs, 2026; its plan stands in Văn bản, so the next one is asked for 2027."""
    before = contents(book)

    _, known = click("plan", sheet="Hướng dẫn")
    row = row_where(book, "Kế hoạch", 1, 2027.0)
    code, issued = click("plan", sheet="Kế hoạch", rows=(row, row))

    assert not known.asked
    assert "sheet Văn bản đã có kế hoạch số 01-KH/CB, ngày 19/01/2026, cùng việc này;" in known.told[0]
    assert code == 0
    assert issued.asked[0].startswith("Lấy số kế tiếp cho 01 văn bản: Kế hoạch kiểm tra, giám sát năm 2027?\nCó: lấy số, thêm 01 dòng vào bảng Văn bản")
    assert papers(tmp_path) == ["Kế hoạch kiểm tra, giám sát năm 2026.docx", "Kế hoạch kiểm tra, giám sát năm 2027, số 02-KH-CB.docx"]
    assert {value for at, value in contents(book)["Văn bản"].items() if at not in before["Văn bản"]} >= {("02-KH/CB", None)}


def test_a_no_makes_the_draft_and_takes_no_number(click, book, tmp_path):
    """The workbook and the register stay as they were."""
    before = contents(book)
    row = row_where(book, "Kế hoạch", 1, 2027.0)

    _, person = click("plan", answer=False, sheet="Kế hoạch", rows=(row, row))

    assert papers(tmp_path) == ["Kế hoạch kiểm tra, giám sát năm 2027.docx"]
    assert person.told[0].startswith(f"Đã lập: {tmp_path / 'Văn bản' / 'Kế hoạch kiểm tra, giám sát năm 2027.docx'}")
    assert contents(book) == before
    assert not (tmp_path / "Sổ số văn bản").exists()


def test_rows_of_an_inspection_mean_its_own_plan(click, book, tmp_path):
    """The two members of one decision: one plan, of that inspection."""
    row = turn(book, CASE)

    _, person = click("plan", answer=False, sheet="Kiểm tra", rows=(row - 1, row))

    assert papers(tmp_path) == ["Kế hoạch kiểm tra 04-QĐ-CB 2026.docx"]
    assert len(person.asked) == 1


@pytest.mark.posix
def test_the_dossier_of_the_selected_rows_is_one_folder_with_one_pdf(click, book, tmp_path, monkeypatch):
    """Two rows of one decision are one dossier; the workbook is not touched, nothing is asked."""
    FakeOffice(tmp_path / "office").on_path(monkeypatch)
    before, row = contents(book), turn(book, CASE)

    code, person = click("dossier", sheet="Kiểm tra", rows=(row - 1, row))

    assert code == 0
    assert not person.asked
    assert person.told[0].startswith("Hồ sơ kiểm tra 04-QĐ-CB 2026: ")
    assert "Còn thiếu: Trích biên bản hội nghị chi bộ: đồng chí Bùi Thị Ốm (Kết thúc; Chi bộ, hạn " in person.told[0]
    assert {"00 Mục lục hồ sơ kiểm tra 04-QĐ-CB 2026.docx", "01 Quyết định kiểm tra.docx", "Hồ sơ kiểm tra 04-QĐ-CB 2026.pdf"} <= set(papers(tmp_path))
    assert contents(book) == before


def test_the_line_of_the_decision_in_the_register_means_its_dossier(click, book, tmp_path, no_office):
    """Without LibreOffice it says that the pages are not known."""
    row = max(at[0] for at, square in sheet_of(book, "Văn bản").squares.items() if at[1] == 2 and square.value == "05-QĐ/CB")

    _, person = click("dossier", sheet="Văn bản", rows=(row, row))

    assert "Hồ sơ giám sát 05-QĐ-CB 2026: 06 văn bản, chưa biết số trang" in person.told[0]
    assert "Máy này không có LibreOffice" in person.told[0]


def test_a_dossier_of_nothing_says_what_to_select(click, tmp_path):
    """A row of another sheet is no inspection."""
    code, person = click("dossier", sheet="Xếp loại", rows=(5, 5))

    assert code == 2
    assert person.warned == [
        "Các dòng đang chọn không phải của cuộc kiểm tra, giám sát nào.\n→ Chọn một hay nhiều dòng ở sheet Kiểm tra (hoặc dòng của quyết định ở sheet Văn bản) rồi bấm lại nút."
    ]
    assert not (tmp_path / "Văn bản").exists()


def test_the_assignment_of_this_year(click, book, tmp_path):
    """January's paper was sent as a letter and stands in Văn bản: that number is said, a draft is made, none is asked for."""
    before = contents(book)

    code, person = click("assign", sheet="Hướng dẫn")

    assert code == 0
    assert not person.asked
    assert "sheet Văn bản đã có công văn số 01-CV/CB, ngày 26/01/2026, cùng việc này;" in person.told[0]
    assert papers(tmp_path) == ["Quyết định phân công giám sát 2026.docx"]
    assert contents(book) == before


def test_the_leaders_reports_are_of_the_group_selected_else_of_all(click, book, tmp_path):
    """A member's row means the member's group."""
    click("group_reports", sheet="Hướng dẫn")
    of_all = papers(tmp_path)
    row = row_where(book, "Tổ đảng", 1, "Tổ đảng 2")

    _, person = click("group_reports", sheet="Tổ đảng", rows=(row, row))

    assert of_all == ["Báo cáo giám sát của tổ trưởng 2026 Tổ đảng 1.docx", "Báo cáo giám sát của tổ trưởng 2026 Tổ đảng 2.docx"]
    assert papers(tmp_path) == of_all
    assert person.told[0].count("Đã lập: ") == 1
    assert "Tổ đảng 2" in person.told[0]
