"""Real clicks: LibreOffice on a screen, the extension installed by unopkg, the sample workbook open."""

from __future__ import annotations

import os
import re
import shutil
from datetime import date, datetime
from pathlib import Path
from urllib.parse import unquote

import pytest

from addin.hosts.closed.book import ClosedBook
from addin.jobs.check import check
from addin.jobs.document import Request, ballots
from addin.jobs.marking import FINDINGS_SHEET
from addin.jobs.opening import open_book
from addin.jobs.rate import rate
from addin.jobs.tally import tally
from addin.output.telling import box_of
from tests.libreoffice.clicking import NAME, SAMPLE, wait_for
from tools.oxt.buttons import read_buttons
from tools.oxt.package import MACROS

pytestmark = pytest.mark.libreoffice

_, BUTTONS = read_buttons(MACROS / "customUI14.xml")
FIRST_ROW_OF_2026 = 124
DECIDED_ROW = 4
COUNTED_2025 = "A30"
VOTES_OF_2025 = "AH113:AM123"
NOTHING_WRITTEN = f"Chưa ghi gì vào sổ «{NAME}»."
# What each button says first, to a person who says no to every question.
ANSWERED = {
    "check": (["No", "OK"], [f"Sổ {NAME}, kiểm tra đến ", NOTHING_WRITTEN]),
    "next_finding": (["OK"], ["Chỗ "]),
    "fix": (["OK"], [f"Sổ {NAME}: không có gì sửa an toàn được"]),
    "adopt": (["OK"], ["Nhận ra 27 bảng."]),
    "split": (["OK"], ["Đã lập: "]),
    "merge": (["OK"], ["Chưa có bản nào của tổ để gộp."]),
    "decide": (["OK"], ["Các dòng đang chọn chưa có số quyết định.\n→ "]),
    "plan": (["OK"], ["Đã lập: "]),
    "dossier": (["OK"], ["Các dòng đang chọn không phải của cuộc kiểm tra, giám sát nào.\n→ "]),
    "assign": (["OK"], ["Đã lập: "]),
    "group_reports": (["OK"], ["Đã lập: "]),
    "rate": (["No", "OK"], ["Xếp loại năm 2025: ", NOTHING_WRITTEN]),
    "ballots": (["OK"], ["Đã lập: "]),
    "tally": (["OK"], ["Đã lập: "]),
    "why": (["OK"], ["Nguyễn Thị An Lành, năm 2025: Hoàn thành xuất sắc "]),
    "summarise_year": (["OK"], ["Đã lập: "]),
    "summarise_term": (["OK"], ["Đã lập: "]),
    "agenda": (["OK"], ["Việc cần làm đến "]),
    "undo": (["OK"], [f"Việc làm gần nhất trên sổ «{NAME}» không phải lần ghi của Sổ Chi bộ"]),
}


@pytest.fixture
def opened(tmp_path):
    """The same workbook as a closed file, read."""
    path = Path(shutil.copy(SAMPLE, tmp_path / NAME))
    return open_book(ClosedBook(path, now=datetime(2026, 1, 5)))


def pictures():
    """The folder SOCHIBO_PICTURES names for what a person would see; None where nobody wants to look."""
    folder = os.environ.get("SOCHIBO_PICTURES")
    return Path(folder).resolve() if folder else None


def picture(office, name):
    if pictures():
        office("picture", path=str(pictures() / f"{name}.png"))


def squares(office, sheet):
    return {(row, column): value for row, column, value in office("values")[sheet]["squares"]}


def test_the_toolbar_has_the_buttons_of_the_ribbon(office):
    """Same titles, same order, shown where Calc starts; unopkg lists the extension as registered."""
    bar = office("toolbar")

    picture(office, "toolbar")
    assert bar == {"shown": True, "titles": [button.label for button in BUTTONS]}
    assert "is registered: no" not in office("listed")


def test_the_menu_has_them_too(office):
    """Same titles, same order, before Window."""
    menu = office("menu")

    assert menu == {"next": "Window", "titles": [button.label for button in BUTTONS]}


@pytest.mark.parametrize("button", [button for button in BUTTONS if button.tag != "guide"], ids=lambda button: button.tag)
def test_every_button_of_the_toolbar_answers_a_click(office, button):
    """Clicked where a person clicks, a member's row of 2025 selected; a question gets a no: nothing there to take back."""
    answers, words = ANSWERED[button.tag]
    office("select", sheet="Xếp loại", area="A113")

    told = office("click", title=button.label, answers=answers, picture=str(pictures() / f"click-{button.tag}") if pictures() else None)

    shutil.rmtree(office.folder / "Bản của tổ", ignore_errors=True)  # what one button makes the next one would read
    assert [text[: len(start)] for text, start in zip(told, words, strict=True)] == words
    assert office("steps_to_undo") == []


def test_the_guide_is_opened_by_the_program_of_this_machine(office):
    """The file the program was installed with, handed to whatever shows such files here."""
    office("click", title="Hướng dẫn", answers=[])

    wait_for(office.folder / "opened")
    assert unquote((office.folder / "opened").read_text(encoding="utf-8")).endswith("/docs/huong-dan.html")


def test_check_brings_the_findings_sheet_and_undo_takes_it_back(office, opened):
    """The findings are those of the closed file, row by row; one step of undo restores everything."""
    before = office("values")
    wanted = check(opened, date.today(), mark=True)

    asked, told = office("press", button="check", answers=["Yes", "OK"])

    after = office("values")
    rows = wanted.effects.writes.sheets[0].rows
    filled = [[r, c, v] for r, row in enumerate(rows, 1) for c, v in enumerate(row, 1) if v not in (None, "")]
    assert after[FINDINGS_SHEET]["squares"] == filled
    assert sum(sheet["notes"] for sheet in after.values()) == len(wanted.effects.writes.notes)
    assert box_of(wanted.result)[0] in asked
    assert f"Ghi vào sổ «{NAME}»?" in asked
    assert told.startswith(f"Đã ghi sheet “{FINDINGS_SHEET}”")
    assert not office("is_saved")
    assert len(office("steps_to_undo")) == 1
    office("select", sheet=FINDINGS_SHEET, area="A2")
    picture(office, "check")
    office("undo")
    assert office("values") == before


def test_no_means_that_nothing_is_written(office):
    """The question is asked once; after a no the workbook and its undo list are as they were."""
    before = office("values")

    asked, told = office("press", button="check", answers=["No", "OK"])

    assert f"Ghi vào sổ «{NAME}»?" in asked
    assert told == f"Chưa ghi gì vào sổ «{NAME}»."
    assert office("values") == before
    assert office("steps_to_undo") == []


def test_rate_fills_the_result_columns_and_the_undo_button_empties_them(office, opened):
    """The year is that of the selected row; what is written is what the closed file would get."""
    before = office("values")
    wanted = rate(opened, 2026).effects.writes
    office("select", sheet="Xếp loại", area=f"A{FIRST_ROW_OF_2026}")

    office("press", button="rate", answers=["Yes", "OK"])
    office("select", sheet="Xếp loại", area=f"AH{FIRST_ROW_OF_2026}")
    picture(office, "rate")
    after = squares(office, "Xếp loại")
    (told,) = office("press", button="undo", answers=["OK"])

    assert wanted.squares
    for write in wanted.squares:
        assert after[write.place.row, write.place.column] == write.value
    assert not wanted.appends  # nobody without a row has what a proposal needs; new rows are clicked in by decide and tally
    assert re.fullmatch(rf"Đã hoàn tác lần ghi gần nhất vào sổ «{NAME}»: \d+ ô(, sheet “.+”)?\.", told)
    assert office("values") == before


def test_decide_writes_the_decision_beside_the_workbook(office):
    """The document of the number on the selected row lands in the folder of papers; the workbook stays as it was."""
    before = office("values")
    office("select", sheet="Kiểm tra", area=f"A{DECIDED_ROW}")

    (told,) = office("press", button="decide", answers=["OK"])

    papers = list(office.folder.rglob("Quyết định 01-QĐ*.docx"))
    assert len(papers) == 1
    assert papers[0].read_bytes().startswith(b"PK")
    assert str(papers[0]) in told
    assert office("values") == before


def test_the_dossier_of_the_selected_row_is_printed_by_a_libreoffice_of_its_own(office):
    """The person's own goes on with the workbook as it was; the folder has the papers, the list and one PDF of all."""
    before = office("values")
    office("select", sheet="Kiểm tra", area=f"A{DECIDED_ROW}")

    (told,) = office("press", button="dossier", answers=["OK"])

    (whole,) = office.folder.rglob("Hồ sơ kiểm tra 01-QĐ-CB 2024.pdf")
    assert whole.read_bytes().startswith(b"%PDF")
    assert (whole.parent / "01 Quyết định kiểm tra.docx").is_file()
    assert told.startswith("Hồ sơ kiểm tra 01-QĐ-CB 2024: ")
    assert f"Thư mục: {whole.parent}" in told
    assert office("values") == before
    assert office("steps_to_undo") == []


def test_ballots_of_the_selected_year_are_those_of_the_closed_file(office, opened):
    """Two papers, byte for byte, in the folder of papers; nothing is asked and the workbook stays as it was."""
    before = office("values")
    wanted = ballots(opened, Request(date.today(), year=2025)).effects.papers
    office("select", sheet="Phiếu đếm", area=COUNTED_2025)

    (told,) = office("press", button="ballots", answers=["OK"])

    made = {path.name: path for path in office.folder.rglob("Phiếu biểu quyết*.docx")}
    assert {name: path.read_bytes() for name, path in made.items()} == {paper.name(None): paper.render(None) for paper in wanted}
    assert all(f"Đã lập: {path}" in told for path in made.values())
    assert told.endswith("Phiếu biểu quyết xếp loại năm 2025: một mẫu cho đảng viên, một mẫu cho chi bộ; in đủ số phiếu phát ra.")
    assert office("values") == before


def test_tally_fills_the_vote_columns_and_the_undo_button_empties_them(office, opened):
    """The columns empty as after the meeting: one question, votes and minutes as from the closed file, one step back."""
    full = squares(office, "Xếp loại")
    office("clear", sheet="Xếp loại", area=VOTES_OF_2025)
    empty = office("values")
    (paper,) = tally(opened, Request(date.today(), year=2025)).effects.papers
    office("select", sheet="Phiếu đếm", area=COUNTED_2025)

    asked, told = office("press", button="tally", answers=["Yes", "OK"])
    filled, steps = squares(office, "Xếp loại"), office("steps_to_undo")
    office("select", sheet="Xếp loại", area=VOTES_OF_2025)
    picture(office, "tally")
    (undone,) = office("press", button="undo", answers=["OK"])

    (made,) = office.folder.rglob("Biên bản kiểm phiếu*.docx")
    assert "Kiểm phiếu năm 2025: hai người đếm khớp cả 12 đối tượng." in asked
    assert f"Sẽ lập: {made.name}" in asked
    assert asked.endswith(f"Ghi vào sổ «{NAME}» và lập văn bản?")
    assert f"Đã lập: {made}" in told
    assert filled == full
    assert made.read_bytes() == paper.render(None)
    assert len(steps) == 2
    assert undone == f"Đã hoàn tác lần ghi gần nhất vào sổ «{NAME}»: 66 ô."
    assert office("values") == empty
    office("undo")
    assert squares(office, "Xếp loại") == full


def test_counts_that_differ_are_told_and_nothing_is_written(office):
    """2024 of the sample has one figure the counters do not share: its squares, no question, no step to undo."""
    before = office("values")
    office("select", sheet="Phiếu đếm", area="A4")

    (told,) = office("press", button="tally", answers=["OK"])

    assert told.startswith("Kiểm phiếu năm 2024: hai người đếm chưa khớp, 01 ô khác nhau. Chưa lập biên bản, chưa ghi số phiếu.")
    assert "Nguyễn Thị An Lành, HTT: 9 ('Phiếu đếm'!F4) khác 3 ('Phiếu đếm'!F5)" in told
    assert office("values") == before
    assert office("steps_to_undo") == []
    assert not list(office.folder.rglob("Biên bản kiểm phiếu 2024*"))


def test_next_finding_moves_the_cursor_to_a_square_with_a_finding(office, opened):
    """The message names the square the cursor then stands on."""
    office("select", sheet="Hướng dẫn", area="A1")
    places = {found.place for found in check(opened, date.today()).findings if found.place.row}

    (told,) = office("press", button="next_finding", answers=["OK"])

    picture(office, "next-finding")
    sheet, address = office("where")
    place = next(place for place in places if str(place) in told)
    assert sheet == place.sheet
    assert address.replace("$", "").endswith(f".{place.cell}")


def test_undo_of_somebody_elses_work_is_refused_with_the_way_out(office):
    """With no write of ours as the last step nothing is taken back."""
    (told,) = office("press", button="undo", answers=["OK"])

    assert told.startswith(f"Việc làm gần nhất trên sổ «{NAME}» không phải lần ghi của Sổ Chi bộ")


def test_a_program_that_dies_is_told_of(office):
    """The office goes on, with a word on what to look at."""
    before = office("values")
    run = office.folder / "run.py"
    kept = run.read_text(encoding="utf-8")
    run.write_text("raise SystemExit(1)", encoding="utf-8")

    (told,) = office("press", button="check", answers=["OK"])

    run.write_text(kept, encoding="utf-8")
    assert told.startswith("Chương trình Sổ Chi bộ dừng giữa chừng.")
    assert office("values") == before


def test_without_the_program_the_extension_says_what_is_missing(office):
    """The file the installation wrote is gone, and no `sochibo` is on the path."""
    before = office("values")
    program = office.folder / "share" / "sochibo" / "libreoffice.json"
    aside = program.rename(program.with_suffix(".aside"))

    (told,) = office("press", button="check", answers=["OK"])

    aside.rename(program)
    assert told.startswith("Chưa tìm thấy chương trình Sổ Chi bộ trên máy này. Sổ của đồng chí không thay đổi.")
    assert office("values") == before
