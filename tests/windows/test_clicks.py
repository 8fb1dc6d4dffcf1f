"""Clicks from the launcher to the squares: its own source, the real resident, xlwings' own Windows engine, real COM.

What stands in for Excel has its windows and its object model (stand_in); everything of ours is the installed copy.
"""

from __future__ import annotations

import shutil
from contextlib import ExitStack
from datetime import date, datetime

import pytest

from addin.hosts.closed.book import ClosedBook
from addin.jobs.check import check
from addin.jobs.marking import FINDINGS_SHEET
from addin.jobs.opening import open_book
from addin.jobs.rate import rate
from tests.conftest import ROOT
from tests.windows.clicking import BOOK, NO, OK, YES, boxes, click, clicking, word
from tests.windows.excel_stand_in import no_resident_left, stand_in

FIRST_ROW_OF_2026 = 124
DECIDED_ROW = 4
MOST_CALLS_A_SHEET = 12
STATE_OF_EXCEL = {"ScreenUpdating": True, "EnableEvents": True, "DisplayAlerts": True, "Calculation": -4105}


@pytest.fixture(scope="module")
def running(pc):
    """One Excel for the whole file."""
    with no_resident_left(pc), stand_in(pc) as excel:
        yield excel


@pytest.fixture
def file(pc, request):
    """The sample workbook in a folder of its own."""
    folder = pc.drive / "Chi bộ" / str(abs(hash(request.node.name)))
    folder.mkdir(parents=True)
    return shutil.copyfile(ROOT / "workbooks" / "mau.xlsx", folder / "mau.xlsx")


@pytest.fixture
def excel(running, file):
    """With the sample workbook open and in front."""
    running.open_file(file, BOOK)
    yield running
    if BOOK in running.state()["books"]:
        running.close(book=BOOK)


@pytest.fixture
def opened(file):
    """The same workbook as a closed file, read."""
    return open_book(ClosedBook(file, now=datetime(2026, 1, 5)))


def press(pc, excel, button, *answers):
    return click(pc, button, *answers, window=excel.window)


def select(excel, sheet, row, book=BOOK):
    excel.select(book=book, sheet=sheet, corners=(row, 1, row, 1))


def squares(excel, sheet, book=BOOK):
    return {(row, column): value for row, column, value, _, _ in excel.sheets(book)[sheet]["squares"]}


def plain(value):
    """A value as the stand-in tells it."""
    if isinstance(value, date):
        return {"day": datetime(value.year, value.month, value.day).isoformat()}
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value


def test_check_marks_the_workbook_and_the_undo_button_takes_it_back(pc, excel, opened):
    """The findings sheet is that of the closed file, square by square; afterwards everything is as it was."""
    before = excel.sheets(BOOK)
    wanted = check(opened, date.today(), mark=True)

    code, (asked, told) = press(pc, excel, "check", YES, OK)
    after, state = excel.sheets(BOOK), excel.state()
    undone_code, (undone,) = press(pc, excel, "undo")

    rows = wanted.effects.writes.sheets[0].rows
    filled = {(r, c): plain(v) for r, row in enumerate(rows, 1) for c, v in enumerate(row, 1) if v not in (None, "")}
    assert (code, undone_code) == (0, 0)
    assert f"Ghi vào sổ «{BOOK}»?" in asked
    assert told.startswith(f"Đã ghi sheet “{FINDINGS_SHEET}”; ghi chú ở {len(wanted.effects.writes.notes)} ô vào sổ «{BOOK}». Sổ chưa lưu")
    assert {(row, column): value for row, column, value, _, _ in after[FINDINGS_SHEET]["squares"]} == filled
    assert sum(len(sheet["notes"]) for sheet in after.values()) == len(wanted.effects.writes.notes)
    assert {name: sheet for name, sheet in after.items() if not sheet["notes"] and name != FINDINGS_SHEET}.items() <= before.items()
    assert state["books"][BOOK]["saves"] == 0
    assert (state["settings"], state["status_bar"]) == (STATE_OF_EXCEL, False)
    assert undone.startswith(f"Đã hoàn tác lần ghi gần nhất vào sổ «{BOOK}»: ")
    assert excel.sheets(BOOK) == before


def test_no_means_that_nothing_is_written(pc, excel):
    """After a no the workbook is as it was."""
    before = excel.sheets(BOOK)

    code, (_, told) = press(pc, excel, "check", NO, OK)

    assert (code, told) == (0, f"Chưa ghi gì vào sổ «{BOOK}».")
    assert excel.sheets(BOOK) == before


def test_rate_fills_the_result_columns_of_the_selected_year(pc, excel, opened):
    """What is written is what the closed file would get: texts, and a new row below the last."""
    wanted = rate(opened, 2026).effects.writes
    select(excel, "Xếp loại", FIRST_ROW_OF_2026)

    code, _ = press(pc, excel, "rate", YES, OK)

    after = squares(excel, "Xếp loại")
    assert code == 0
    assert wanted.squares
    for write in wanted.squares:
        assert after[write.place.row, write.place.column] == plain(write.value)
    for number, row in enumerate(wanted.appends, 1):
        for column, value in row.values:
            assert after.get((row.after_row + number, column)) == plain(value)


def test_decide_writes_the_decision_beside_the_workbook(pc, excel, file):
    """The document of the number on the selected row; the workbook stays as it was."""
    before = excel.sheets(BOOK)
    select(excel, "Kiểm tra", DECIDED_ROW)

    code, (told,) = press(pc, excel, "decide")

    (paper,) = (file.parent / "Văn bản").glob("Quyết định *.docx")
    assert code == 0
    assert told.startswith(f"Đã lập: {pc.shown(paper)}")
    assert excel.sheets(BOOK) == before


def test_next_finding_moves_the_cursor(pc, excel, opened):
    """To the square it tells of."""
    select(excel, "Hướng dẫn", 1)

    code, (told,) = press(pc, excel, "next_finding")

    state = excel.state()["books"][BOOK]
    places = {str(found.place): found.place for found in check(opened, date.today()).findings if found.place.row}
    place = places[told.splitlines()[0].rpartition(": ")[2].partition(" (")[0]]
    assert code == 0
    assert state["active"] == place.sheet
    assert state["selection"][:2] == [place.row, max(place.column, 1)]


def test_a_click_costs_few_calls_into_excel(pc, excel):
    """Each call is a trip to another process: what a person waits for in a real Excel is mostly their number."""
    excel.calls()

    press(pc, excel, "agenda")

    counted = excel.calls()
    assert sum(counted.values()) <= MOST_CALLS_A_SHEET * len(excel.sheets(BOOK)), counted


def test_the_button_works_on_its_workbook_though_another_is_in_front(pc, excel, file):
    """The name the launcher gave counts, never "the active one"."""
    excel.open_file(shutil.copyfile(file, file.with_name("khác.xlsx")), "Khác.xlsx")
    other = excel.sheets("Khác.xlsx")

    code, _ = press(pc, excel, "check", YES, OK)

    state = excel.state()
    excel.close(book="Khác.xlsx")
    assert code == 0
    assert FINDINGS_SHEET in state["books"][BOOK]["sheets"]
    assert state["books"]["Khác.xlsx"]["sheets"] == other
    assert state["front"] == "Khác.xlsx"


def test_two_excels_at_once_each_get_their_own(pc, excel, file):
    """The same name in two Excels, both clicks under way together: one resident, each workbook its own answer."""
    with stand_in(pc) as second:
        second.open_file(shutil.copyfile(ROOT / "workbooks" / "so-trang.xlsx", file.with_name("trắng.xlsx")), BOOK)
        with ExitStack() as both:
            runs = [both.enter_context(clicking(pc, "check", window=one.window)) for one in (excel, second)]
            said = boxes(pc, YES, YES, OK, OK)
            codes = [run.wait(timeout=180) for run in runs]

        assert codes == [0, 0], said
        lists = [squares(one, FINDINGS_SHEET) for one in (excel, second)]
        assert lists[0] != lists[1]
        assert len(excel.sheets(BOOK)) > 1
        assert word(pc)["token"]


def test_a_protected_sheet_is_said_and_nothing_written(pc, excel):
    """The way out is named; the workbook is as it was."""
    excel.protect(book=BOOK, sheet="Xếp loại")
    before = excel.sheets(BOOK)
    select(excel, "Xếp loại", FIRST_ROW_OF_2026)

    code, (_, told) = press(pc, excel, "rate", YES, OK)

    assert code == 4
    assert "ô này bị khoá vì trang tính đang được bảo vệ. Chưa có gì thay đổi." in told
    assert excel.sheets(BOOK) == before


def test_a_workbook_closed_during_the_job_is_said(pc, excel):
    """At the first write it is gone: a sentence, Excel's state restored."""
    excel.trap(book=BOOK, after=1, what="close")

    code, (_, told) = press(pc, excel, "check", YES, OK)

    assert code == 4
    assert told.startswith(f"Sổ «{BOOK}» đã bị đóng trong khi chương trình đang làm.")
    assert excel.state()["settings"] == STATE_OF_EXCEL


def test_a_resident_killed_during_the_job_is_told_and_undone(pc, excel):
    """Half of the squares stand: the message says to look, and the undo button of a new resident gives all back."""
    before = excel.sheets(BOOK)
    select(excel, "Xếp loại", FIRST_ROW_OF_2026)
    press(pc, excel, "agenda")
    excel.trap(book=BOOK, after=2, what="end", process=word(pc)["process"])

    code, (_, told) = press(pc, excel, "rate", YES, OK)
    half = excel.sheets(BOOK)
    undone_code, (undone,) = press(pc, excel, "undo")

    assert code == 4
    assert told == (
        "Chương trình nền của Sổ Chi bộ đã dừng giữa chừng, việc này chưa xong.\n"
        "→ Xem lại sổ trước khi lưu; bấm Hoàn tác nếu thấy ô bị đổi, rồi bấm lại nút."
    )
    assert half != before
    assert (undone_code, undone.partition(":")[0]) == (0, f"Đã hoàn tác lần ghi gần nhất vào sổ «{BOOK}»")
    assert excel.sheets(BOOK) == before


def test_excel_ended_during_the_job_is_said(pc, excel, file):
    """The whole Excel is gone at the first write: a sentence, and the resident serves the other Excel."""
    with stand_in(pc) as second:
        second.open_file(shutil.copyfile(file, file.with_name("khác.xlsx")), BOOK)
        second.trap(book=BOOK, after=1, what="end", process=second.process)

        code, (_, told) = press(pc, second, "check", YES, OK)

    again, _ = press(pc, excel, "check", NO, OK)
    assert code == 4
    assert told.startswith(f"Sổ «{BOOK}» đã bị đóng trong khi chương trình đang làm.")
    assert again == 0


@pytest.mark.parametrize(
    ("how", "answers", "wanted"),
    [
        ("busy", [OK], (3, "Không nối được với Excel đang chạy.\n→ Đóng các hộp thoại của Excel rồi bấm lại nút; nếu vẫn vậy, mở lại Excel.")),
        ("edit", [YES, OK], (4, f"Excel đang chờ nhập ô hoặc đang mở một hộp thoại nên chưa làm được việc này trên sổ «{BOOK}».\n→ Nhấn Enter hoặc Esc nếu đang sửa một ô, đóng các hộp thoại của Excel, rồi bấm lại nút.")),
    ],
    ids=["a dialog is open", "a square is edited"],
)  # fmt: skip
def test_a_busy_excel_is_said_and_nothing_written(pc, excel, how, answers, wanted):
    """A dialog is open, or a person types in a square: what to do is said; the next click works."""
    before = excel.sheets(BOOK)
    getattr(excel, how)(is_so=True)

    code, said = press(pc, excel, "check", *answers)
    getattr(excel, how)(is_so=False)
    again, _ = press(pc, excel, "check", NO, OK)

    assert (code, said[-1]) == wanted
    assert again == 0
    assert excel.sheets(BOOK) == before
