"""The buttons as a secretary presses them, in an Excel in memory: what is asked, what is told, what is written."""

from __future__ import annotations

import ast
import shutil
from datetime import date
from pathlib import Path

import pytest

from addin import ribbon
from addin.clicks.click import Click
from addin.clicks.dialog import shortened
from addin.clicks.memory import Memory
from addin.clicks.term import term_years
from addin.core.tables.settings import Settings, Term
from addin.errors import Misuse
from addin.jobs.summarise import Interval
from addin.ribbon import BUTTONS, press
from tests.hosts.contract.workbook import contract_workbook
from tests.hosts.memory_engine.dialog import Person
from tests.hosts.memory_engine.excel import memory_excel

ROOT = Path(__file__).parents[1]
ON = date(2026, 3, 1)
NAME = "Bảng đánh giá = tháng 1.xlsx"


@pytest.fixture
def excel(tmp_path):
    with memory_excel(tmp_path) as running:
        yield running


@pytest.fixture
def book(excel, tmp_path):
    """The sample cell's workbook, open."""
    return excel.open(Path(shutil.copy(ROOT / "workbooks" / "mau.xlsx", tmp_path / NAME)))


@pytest.fixture
def click(excel, book):
    """Presses a button with rows selected; the exit code and what the person met."""

    def pressed(button, answer=True, sheet=None, rows=(1, 1)):
        if sheet:
            book.active = sheet_of(book, sheet)
            book.selection = (rows[0], 1, rows[1], 1)
        person = Person(answer)
        return press(button, Click(excel.host(NAME), person, ON)), person

    return pressed


def sheet_of(book, name):
    return next((sheet for sheet in book.sheets if sheet.name == name), None)


def contents(book):
    return {
        sheet.name: {at: (square.value, square.formula) for at, square in sheet.squares.items() if square.value is not None}
        for sheet in book.sheets
    }


def row_where(book, sheet, column, wanted):
    squares = sheet_of(book, sheet).squares
    return next(row for (row, at), square in sorted(squares.items()) if at == column and square.value == wanted)


def test_every_button_is_a_function_of_at_most_five_lines():
    """The door holds no thought of its own."""
    tree = ast.parse(Path(ribbon.__file__).read_text(encoding="utf-8"))
    functions = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}

    for name in BUTTONS:
        lines = functions[name].body[-1].end_lineno - functions[name].body[1].lineno + 1
        assert lines <= 5, name


def test_check_asks_once_marks_and_leaves_unsaved(click, book):
    """Counts before, one message after, the sheet and the notes there, nothing saved."""
    code, person = click("check")

    assert code == 0
    (asked,) = person.asked
    (told,) = person.told
    rows = max(row for row, _ in sheet_of(book, "Lỗi dữ liệu").squares)
    assert f"Sẽ lập lại sheet “Lỗi dữ liệu” ({rows} dòng)." in asked
    assert asked.endswith(f"Ghi vào sổ «{NAME}»?")
    assert told.startswith("Đã ghi sheet “Lỗi dữ liệu”; ghi chú ở ")
    assert "Sổ chưa lưu: xem rồi tự lưu." in told
    assert any(sheet.notes for sheet in book.sheets)
    assert book.saves == 0


@pytest.mark.parametrize("button", ["check", "rate"])
def test_no_means_nothing_was_written(click, book, button):
    """The workbook is as it was, and that is said."""
    before = contents(book)

    code, person = click(button, answer=False)

    assert code == 0
    assert person.told == [f"Chưa ghi gì vào sổ «{NAME}»."]
    assert contents(book) == before


def test_next_finding_goes_from_one_to_the_next(click, book):
    """Twice: two squares, in the workbook's order; each told with its place among all."""
    squares = []
    for number in (1, 2):
        _, person = click("next_finding", sheet=None if squares else "Hướng dẫn")
        squares.append((book.sheets.index(book.active), *book.selection[:2]))
        assert person.told[0].startswith(f"Chỗ {number} trong ")
        assert "\n→ " in person.told[0]

    assert squares == sorted(set(squares))


def test_next_finding_follows_the_row_of_the_findings_sheet(click, book):
    """Standing on a line of the list goes to the square it names."""
    click("check")
    listed = sheet_of(book, "Lỗi dữ liệu").squares
    sheet, cell = listed[9, 4].value, listed[9, 5].value

    _, person = click("next_finding", sheet="Lỗi dữ liệu", rows=(9, 9))

    assert book.active.name == sheet
    assert f"'{sheet}'!{cell}" in person.told[0]


def test_rate_shows_the_first_squares_and_undo_takes_them_back(click, book):
    """The year is that of the selected row; before the write count and squares; afterwards exactly what was there."""
    before = contents(book)
    row = row_where(book, "Xếp loại", 1, 2025.0)

    code, rated = click("rate", sheet="Xếp loại", rows=(row, row))
    changed = contents(book)
    undone_code, undone = click("undo")

    assert (code, undone_code) == (0, 0)
    assert rated.asked[0].startswith("Xếp loại năm 2025: ")
    assert "\n  'Xếp loại'!A" in rated.asked[0]
    assert changed["Xếp loại"] != before["Xếp loại"]
    assert undone.told[0].startswith(f"Đã hoàn tác lần ghi gần nhất vào sổ «{NAME}»: ")
    assert contents(book) == before


def test_rate_without_a_year_selected_takes_last_year(click):
    """March 2026: the year that is over."""
    _, person = click("rate", answer=False, sheet="Hướng dẫn")

    assert person.asked[0].startswith("Xếp loại năm 2025: ")


def test_why_gives_the_reasons_of_the_selected_row(click, book):
    """Each reason with its reference and its squares; nothing is written."""
    before = contents(book)
    row = row_where(book, "Xếp loại", 1, 2025.0)

    code, person = click("why", sheet="Xếp loại", rows=(row, row))

    assert code == 0
    assert ", năm 2025: mức cao nhất có thể " in person.told[0]
    assert "\n– " in person.told[0]
    assert "'Xếp loại'!" in person.told[0]
    assert contents(book) == before


def test_why_on_another_row_says_what_to_select(click):
    """No guess at whom was meant."""
    code, person = click("why", sheet="Hướng dẫn", rows=(2, 2))

    assert code == 2
    assert person.warned[0].endswith("→ Chọn một dòng ở sheet Xếp loại hoặc Đảng viên rồi bấm lại nút.")


def test_decide_makes_the_decision_of_the_selected_rows_once(click, book, tmp_path):
    """Two rows of one decision: one document, no question, the workbook untouched."""
    before = contents(book)

    code, person = click("decide", sheet="Kiểm tra", rows=(4, 5))

    assert code == 0
    assert not person.asked
    number = sheet_of(book, "Kiểm tra").squares[4, 1].value
    made = sorted((tmp_path / "Văn bản").iterdir())
    assert [path.name for path in made] == [f"Quyết định {number.replace('/', '-')}.docx"]
    assert person.told[0].startswith(f"Đã lập: {made[0]}")
    assert contents(book) == before


def planned(book, year):
    """The plan rows of a year that name members."""
    squares = sheet_of(book, "Kế hoạch").squares
    return [
        row
        for (row, column), square in sorted(squares.items())
        if column == 1 and square.value == year and squares[row, 2].value == "Kiểm tra" and not squares[row, 3].value.startswith(("Tổ", "Toàn"))
    ]


def test_decide_for_planned_members_asks_before_it_takes_a_number(click, book, tmp_path):
    """No: no number is taken. Yes: the number, the document, and the rows in the workbook."""
    row = planned(book, 2026)[0]
    before = contents(book)

    _, refused = click("decide", answer=False, sheet="Kế hoạch", rows=(row, row))
    untouched = contents(book) == before and not (tmp_path / "Sổ số văn bản").exists()
    code, agreed = click("decide", sheet="Kế hoạch", rows=(row, row))

    assert untouched
    assert refused.told == [f"Chưa lấy số, chưa ghi gì vào sổ «{NAME}»."]
    assert code == 0
    assert agreed.asked[0].startswith("Lấy số quyết định kế tiếp của năm 2026 cho ")
    assert len(list((tmp_path / "Sổ số văn bản").rglob("*.json"))) == 1
    assert contents(book)["Kiểm tra"] != before["Kiểm tra"]


def test_decide_for_plans_of_several_years_is_refused(click, book):
    """One press, one decision."""
    rows = planned(book, 2026) + planned(book, 2027)

    code, person = click("decide", sheet="Kế hoạch", rows=(min(rows), max(rows)))

    assert code == 2
    assert person.warned[0].startswith("Các dòng kế hoạch đang chọn thuộc nhiều năm: 2026, 2027.")


def test_decide_on_a_row_without_number_says_how(click):
    """Which rows mean a decision."""
    code, person = click("decide", sheet="Đảng viên", rows=(5, 5))

    assert code == 2
    assert person.warned[0].startswith("Các dòng đang chọn chưa có số quyết định.\n→ Chọn dòng ở sheet Kiểm tra")


def test_decide_needs_a_folder_for_the_register(click, book):
    """A workbook never saved has no place for numbers."""
    book.folder = ""

    code, person = click("decide", sheet="Kiểm tra", rows=(4, 4))

    assert code == 3
    assert person.warned[0].endswith("→ Lưu sổ vào ổ đĩa của cơ quan rồi bấm lại nút.")


@pytest.mark.parametrize(("button", "report"), [("summarise_year", "năm 2025"), ("summarise_term", "2025–2026")])
def test_summaries_land_beside_the_workbook(click, book, tmp_path, button, report):
    """Report and figures; the message names the files and what is missing, not ninety figures."""
    before = contents(book)

    code, person = click(button)

    assert code == 0
    assert sorted(path.name for path in (tmp_path / "Văn bản").iterdir()) == [
        f"Báo cáo tổng kết {report}.docx",
        f"Số liệu tổng kết {report}.xlsx",
    ]
    assert person.told[0].startswith(f"Đã lập: {tmp_path / 'Văn bản'}")
    assert "\n•" not in person.told[0]
    assert contents(book) == before


def test_season_speaks_without_commands(click):
    """A person at a ribbon has no terminal."""
    code, person = click("season")

    assert code == 0
    assert person.told[0].startswith("Việc cần làm đến 01/3/2026: ")
    assert "sochibo" not in person.told[0]


def test_guide_opens_the_installed_file(click):
    """No network, no workbook needed."""
    code, person = click("guide")

    assert code == 0
    assert [path.name for path in person.files] == ["huong-dan.md"]
    assert person.files[0].is_file()


def test_adopt_of_a_known_workbook_has_nothing_to_ask(click, book):
    """And writes nothing."""
    before = contents(book)

    code, person = click("adopt")

    assert code == 0
    assert not person.asked
    assert person.told[0].startswith("Nhận ra 27 bảng.")
    assert contents(book) == before


def test_a_table_that_is_missing_is_said(excel, tmp_path):
    """The job's own sentence, as a warning, with the exit code of the command line."""
    path = contract_workbook(tmp_path / "Khác.xlsx")
    excel.open(path)
    person = Person()

    code = press("rate", Click(excel.host(path.name), person, ON))

    assert code == 3
    assert person.warned[0].startswith("Sổ “Khác.xlsx” chưa có bảng “Đảng viên”.")


def test_a_protected_sheet_is_said_and_nothing_written(click, book):
    """The result columns cannot be written: the workbook stays as it was."""
    sheet_of(book, "Xếp loại").protected = True
    before = contents(book)

    code, person = click("rate")

    assert code == 4
    assert "ô này bị khoá vì trang tính đang được bảo vệ. Chưa có gì thay đổi." in person.warned[0]
    assert contents(book) == before


def test_a_workbook_closed_while_a_question_stands_is_said(click, book):
    """The person answers yes to a workbook that is gone."""

    def close(_text):
        book.closed = True
        return True

    code, person = click("check", answer=close)

    assert code == 4
    assert person.warned[0].startswith(f"Sổ «{NAME}» đã bị đóng trong khi chương trình đang làm.")


def test_the_status_bar_is_given_back_however_it_ends(click, excel):
    """After success and after an error."""
    for button in ("season", "why"):
        click(button, sheet="Hướng dẫn", rows=(2, 2))
        assert excel.app().status_bar is False


def test_the_running_term_ends_today_and_a_past_one_where_it_ended():
    """The last term that began; none begun is said."""
    first, second = Term(date(2015, 5, 1), date(2020, 4, 30)), Term(date(2020, 5, 1), date(2025, 4, 30))

    assert term_years(Settings(terms=(first, second)), date(2023, 1, 1)) == Interval(2020, 2023)
    assert term_years(Settings(terms=(first, second)), date(2026, 1, 1)) == Interval(2020, 2025)
    with pytest.raises(Misuse):
        term_years(Settings(), date(2026, 1, 1))


def test_a_long_message_is_cut_at_a_line():
    """What was left out is counted."""
    text = "\n".join(f"dòng {number}" for number in range(1000))

    found = shortened(text, 100)

    assert found.endswith(f"… và {1000 - (found.count(chr(10)))} dòng nữa.")
    assert shortened("ngắn") == "ngắn"


def test_what_was_worked_out_is_used_again_only_for_equal_values(excel, book):
    """An untouched workbook, our own sheet apart, is not worked out twice; one edited square makes everything new."""
    memory = Memory()

    def checked():
        return Click(excel.host(NAME), Person(), ON, memory).checked

    first = checked()
    excel.host(NAME).apply(first.writes)
    again = checked()
    sheet_of(book, "Đảng viên").type_in(4, 9, None)
    edited = checked()

    assert again is first
    assert edited.findings != first.findings
    assert edited.writes.sheets[0].rows != first.writes.sheets[0].rows
