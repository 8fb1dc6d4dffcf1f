"""The buttons as a secretary presses them, in an Excel in memory: what is asked, what is told, what is written."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from addin import ribbon
from addin.clicks.click import Click
from addin.clicks.memory import Memory
from addin.core.places import Place
from addin.core.writes import Write, Writes
from addin.jobs.new import NewResult
from addin.jobs.outcome import Effects, Outcome
from addin.ribbon import BUTTONS, press
from tests.hosts.contract.workbook import contract_workbook
from tests.hosts.memory_engine.dialog import Person
from tests.ribbon.pressing import NAME, ON, contents, row_where, sheet_of, who_closes


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
    assert f"Sẽ lập lại sheet “Lỗi dữ liệu” ({rows - 3} dòng)." in asked
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


def test_a_long_preview_never_pushes_the_question_out(click, book):
    """Eight squares of long words are cut; what is asked stands last, whole."""
    writes = tuple(Write(Place("Đảng viên", row, 1), "chữ " * 500, "thử", "cũ " * 500) for row in range(4, 16))
    person = Person(answer=False)

    Click(click.excel.host(NAME), person, ON).finish(Outcome(NewResult("dài " * 300), effects=Effects(Writes(writes))))

    (asked,) = person.asked
    assert asked.endswith(f" dòng nữa.\n\nGhi vào sổ «{NAME}»?")
    assert len(asked) < 2_000


def test_next_finding_goes_from_cause_to_cause_the_worst_first(click, book):
    """Until round the end: each cause once, its severities in order, errors before all else."""
    met, told = [], []
    for _press in range(200):
        _, person = click("next_finding", sheet=None if met else "Hướng dẫn")
        told.append(person.told[0])
        met.append((book.active.name, book.selection[:2]))
        if met.count(met[0]) > 1:
            break

    severities = [next(label for label in ("Lỗi", "Cảnh báo", "Lưu ý") if f"\n{label} " in text) for text in told[:-1]]
    assert severities == sorted(severities, key=["Lỗi", "Cảnh báo", "Lưu ý"].index)
    assert len(set(met)) == len(met) - 1
    assert told[0].startswith(f"Chỗ 1 trong {len(met) - 1}: ")
    assert all("\n→ " in text for text in told)
    assert any(" ô cùng một lỗi: " in text for text in told)
    assert all("\nTrước khi ra văn bản kế tiếp: " in text for text in told)
    assert any(re.match(r"Chỗ .*'Đảng viên'!\w+ \(.+ của .+\)\n", text) for text in told)


def test_a_corrected_square_leads_to_the_next_of_its_cause(click, book):
    """One left as it is leads to another cause."""
    sheet = sheet_of(book, "Đảng viên")
    rows = [row for (row, column) in sheet.squares if column == 3 and row > 3][:3]
    for row in rows:
        sheet.squares[row, 3].value = "31/02/1970"
    first = (rows[0], 3)

    click("next_finding", sheet="Hướng dẫn")
    for _press in range(200):
        if (book.active.name, book.selection[:2]) == ("Đảng viên", first):
            break
        click("next_finding")
    sheet.squares[first].value = "28/02/1970"
    click("next_finding")

    assert (book.active.name, book.selection[:2]) == ("Đảng viên", (rows[1], 3))
    click("next_finding")
    assert book.selection[:2] not in {(row, 3) for row in rows}


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
    assert ", năm 2025: Hoàn thành xuất sắc nhiệm vụ (cấp trên quyết định)" in person.told[0]
    assert "\n– " in person.told[0]
    assert "'Xếp loại'!" in person.told[0]
    assert contents(book) == before


def test_why_on_another_row_says_what_to_select(click):
    """No guess at whom was meant."""
    code, person = click("why", sheet="Hướng dẫn", rows=(2, 2))

    assert code == 2
    assert person.warned[0].endswith("→ Chọn một dòng ở sheet Xếp loại hoặc Đảng viên rồi bấm lại nút.")


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
    code, person = click("check", answer=who_closes(book))

    assert code == 4
    assert person.warned[0].startswith(f"Sổ «{NAME}» đã bị đóng trong khi chương trình đang làm.")


def test_the_status_bar_is_given_back_however_it_ends(click, excel):
    """After success and after an error."""
    for button in ("agenda", "why"):
        click(button, sheet="Hướng dẫn", rows=(2, 2))
        assert excel.app().status_bar is False


def test_what_was_worked_out_is_used_again_only_for_equal_values(excel, book):
    """An untouched workbook, our own sheet apart, is not worked out twice; one edited square makes everything new."""
    memory = Memory()

    def checked():
        return Click(excel.host(NAME), Person(), ON, memory).checked

    first = checked()
    excel.host(NAME).apply(first.effects.writes)
    again = checked()
    sheet_of(book, "Đảng viên").type_in(4, 9, None)
    edited = checked()

    assert again is first
    assert edited.findings != first.findings
    assert edited.effects.writes.sheets[0].rows != first.effects.writes.sheets[0].rows
