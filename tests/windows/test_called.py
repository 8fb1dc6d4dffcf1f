"""A PC where Excel may start no program, or has no Windows Script: the click goes through Windows to our own class.

Run raises error 70 as under Defender's rule for Office; then everything is real: COM starts the installed program by what
the installer wrote into this user's registry, and the job, its boxes and its exit code are those of every other click.
"""

from __future__ import annotations

import shutil
from datetime import date, datetime

import pytest

from addin.hosts.closed.book import ClosedBook
from addin.jobs.check import check
from addin.jobs.marking import FINDINGS_SHEET
from addin.jobs.opening import open_book
from tests.conftest import ROOT
from tests.windows.clicking import BOOK, NO, OK, YES, boxes, click, left, word
from tests.windows.excel_stand_in import no_resident_left, stand_in
from tests.windows.launcher_script import MACROS, NO_EXIT_CODE, SETTINGS
from tools.xlam.ascii_source import without_marks
from tools.xlam.package import read_messages

MESSAGES = read_messages(MACROS / "messages.tsv")
NO_SCRIPT = "WScript.Shell"
OUR_CLASS = "SoChiBo.Click"
FIRST_ROW_OF_2026 = 124
UNTOUCHED = "False"
"""What the status bar shows when it is Excel's own again."""


@pytest.fixture(scope="module")
def running(pc):
    """One Excel for the whole file; the resident that Windows started ends with it."""
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
    running.close(book=BOOK)


def test_a_click_refused_a_program_is_served_all_the_same(pc, excel, file):
    """Twice: the findings are those of the closed file; starting is tried once only, Excel is left as it was."""
    wanted = check(open_book(ClosedBook(file, now=datetime(2026, 1, 5))), date.today(), mark=True).effects.writes

    code, said = click(pc, "check", YES, OK, NO, OK, window=excel.window, REFUSES="1", AGAIN="1")

    squares = excel.sheets(BOOK)[FINDINGS_SHEET]["squares"]
    filled = [value for row in wanted.sheets[0].rows for value in row if value not in (None, "")]
    assert code == 0
    assert said[1].startswith(f"Đã ghi sheet “{FINDINGS_SHEET}”; ghi chú ở {len(wanted.notes)} ô vào sổ «{BOOK}».")
    assert said[3] == f"Chưa ghi gì vào sổ «{BOOK}»."
    assert len(squares) == len(filled)
    assert left(pc) == [SETTINGS, f"{UNTOUCHED} {UNTOUCHED}", "1"]


def test_excel_itself_waits_in_the_call_and_answers_meanwhile(pc, excel):
    """Its one thread is in the call: what the job asks comes back into it, the write and the undo included."""
    before = excel.sheets(BOOK)

    with excel.calling("check", BOOK) as written:
        said = boxes(pc, YES, OK)
    marked = excel.sheets(BOOK)
    with excel.calling("undo", BOOK) as undone:
        boxes(pc, OK)

    assert (written, undone) == ([0], [0]), said
    assert FINDINGS_SHEET in marked
    assert excel.sheets(BOOK) == before


def test_without_windows_script_the_click_is_served_too(pc, excel):
    """Nothing was to be started; the box is the job's own."""
    code, (told,) = click(pc, "agenda", window=excel.window, ABSENT=NO_SCRIPT)

    assert code == 0
    assert told.startswith("Việc cần làm")
    assert left(pc) == [SETTINGS, UNTOUCHED, "0"]


def test_one_program_serves_both_ways(pc, excel):
    """Where starting is allowed again, the click finds the resident Windows started, over the wire."""
    click(pc, "agenda", window=excel.window, REFUSES="1")
    called = word(pc)

    code, _ = click(pc, "agenda", window=excel.window)

    assert code == 0
    assert word(pc) == called


def test_an_unknown_button_is_misuse(pc, running):
    """A launcher and a program of two versions, told as on the other way."""
    code, (told,) = click(pc, "no_such_button", window=running.window, REFUSES="1")

    assert code == 2
    assert told.startswith("Không có nút “no_such_button”.")


def test_a_program_that_dies_in_the_call_is_told(pc, excel):
    """Killed at its second write: the launcher says to look before saving and puts Excel back; Hoàn tác gives all back.

    The last of those that call: wine 8 hands out the class of a dead program for ever (Windows forgets it). The undo
    therefore goes the other way.
    """
    before = excel.sheets(BOOK)
    click(pc, "agenda", window=excel.window, REFUSES="1")
    excel.select(book=BOOK, sheet="Xếp loại", corners=(FIRST_ROW_OF_2026, 1, FIRST_ROW_OF_2026, 1))
    excel.trap(book=BOOK, after=2, what="end", process=word(pc)["process"])

    code, (_, told) = click(pc, "rate", YES, OK, window=excel.window, REFUSES="1")
    settings = left(pc)[0]
    undone, _ = click(pc, "undo", window=excel.window)

    assert told == MESSAGES["job_died"]
    assert (code, undone) == (NO_EXIT_CODE, 0)
    assert settings == SETTINGS
    assert excel.sheets(BOOK) == before


def test_without_our_class_the_refusal_is_told(pc):
    """An add-in copied by hand: who can help is named, twice, for the next click tries to start again."""
    code, said = click(pc, "check", OK, OK, window="1234", REFUSES="1", AGAIN="1", ABSENT=OUR_CLASS)

    assert said == [MESSAGES["interpreter_blocked"]] * 2
    assert code == NO_EXIT_CODE
    assert left(pc)[2] == "2"


@pytest.mark.parametrize("absent", [NO_SCRIPT, "Scripting.FileSystemObject"])
def test_without_windows_script_and_without_our_class(pc, absent):
    """A Mac, or a PC with nothing: no error of VBA. Without a shell the box has no marks, the status bar has them all."""
    plain = absent == NO_SCRIPT
    title = without_marks(MESSAGES["title"]) if plain else MESSAGES["title"]

    code, (told,) = click(pc, "check", window="1234", title=title, ABSENT=f"{absent} {OUR_CLASS}")

    text = MESSAGES["scripting_missing"]
    assert told == (without_marks(text) if plain else text)
    assert code == NO_EXIT_CODE
    assert left(pc) == [SETTINGS, f"{UNTOUCHED} scripting_missing {UNTOUCHED}" if plain else UNTOUCHED, "0"]
