"""Faults in the middle of a click, in a real LibreOffice: a clear message, and the workbook as it was."""

from __future__ import annotations

import json
import os
import shutil
import signal
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from tests.hosts.contract.workbook import contract_workbook
from tests.libreoffice.clicking import (
    NAME,
    SAMPLE,
    Lasting,
    OfficeEndedError,
    office_with_extension,
    wait_for,
)

pytestmark = pytest.mark.libreoffice

CHECK, RATE = "Kiểm tra dữ liệu", "Dự kiến xếp loại"
DIED = (
    "Chương trình Sổ Chi bộ dừng giữa chừng. Hãy xem lại sổ trước khi lưu; bấm Hoàn tác (Ctrl+Z) nếu thấy ô bị đổi. "
    "Nếu còn gặp lại, hãy cài lại chương trình."
)
# Put before the program proper: what happens at the moment it asks the office to write.
AT_THE_WRITE = """
import os, pathlib, signal, time
from addin.hosts.libreoffice import wire
ask = wire.Office.ask
class Deaf:
    def readline(self):
        os.kill(os.getpid(), signal.SIGKILL)
def killed_before_the_answer(self, question, **details):
    if question == "write":
        self._answers = Deaf()
    return ask(self, question, **details)
def held_up(self, question, **details):
    if question == "write":
        here = pathlib.Path(__file__).parent
        (here / "about to write").touch()
        while not (here / "go on").exists():
            time.sleep(0.02)
    return ask(self, question, **details)
wire.Office.ask = {what}
"""


def program_of(office):
    """Our interpreter that works for this office just now."""
    wanted = str(office.folder / "run.py").encode()
    for process in Path("/proc").iterdir():
        if process.name.isdigit() and wanted in words_of(process):
            return int(process.name)
    raise AssertionError("no program of ours runs")


def words_of(process):
    try:
        return (process / "cmdline").read_bytes().split(b"\0")
    except OSError:
        return []


@contextmanager
def changed(path, text):
    """A file with another text for a while."""
    kept = path.read_text(encoding="utf-8")
    path.write_text(text, encoding="utf-8")
    try:
        yield
    finally:
        path.write_text(kept, encoding="utf-8")


def program_that(office, what):
    """The program of this office, with something happening when it writes."""
    run = office.folder / "run.py"
    imports, path, *rest = run.read_text(encoding="utf-8").splitlines(keepends=True)
    return changed(run, "".join([imports, path, AT_THE_WRITE.replace("{what}", what), *rest]))


def test_a_program_killed_while_its_question_stands_wrote_nothing(office):
    """Even a yes comes too late: the person is told, squares and undo list are as they were, the next click works."""
    before = office("values")
    office("click", title=CHECK, answers=[])
    asked = office("see", answer="Yes")

    os.kill(program_of(office), signal.SIGKILL)
    _, told = office("answer", answers=["Yes", "OK"], button=CHECK)

    assert asked.endswith(f"Ghi vào sổ «{NAME}»?")
    assert told == DIED
    assert office("values") == before
    assert office("steps_to_undo") == []
    assert office("press", button="agenda", answers=["OK"])[0].startswith("Việc cần làm đến ")


def test_a_program_killed_while_writing_leaves_one_step_to_undo(office):
    """The office has the whole order: it writes all of it, tells of the death, and the undo button takes all back."""
    before = office("values")

    with program_that(office, "killed_before_the_answer"):
        _, told = office("press", button="check", answers=["Yes", "OK"])
    steps, written = office("steps_to_undo"), office("values")
    (undone,) = office("press", button="undo", answers=["OK"])

    assert told == DIED
    assert written != before
    assert len(steps) == 1
    assert undone == f"Đã hoàn tác lần ghi gần nhất vào sổ «{NAME}»: sheet “Lỗi dữ liệu”, các ghi chú."
    assert office("values") == before


def test_a_protected_sheet_is_named_and_nothing_written(office):
    """Neither the columns of the rating nor the sheet of ours that would have come with them."""
    before = office("values")
    office("protect", sheet="Xếp loại")

    _, told = office("press", button="rate", answers=["Yes", "OK"])

    office("unprotect", sheet="Xếp loại")
    assert told.startswith("Không ghi vào 'Xếp loại'!A")
    assert ": ô này bị khoá vì trang tính đang được bảo vệ. Chưa có gì thay đổi.\n→ Vào Công cụ, bỏ Bảo vệ trang tính, rồi bấm lại nút." in told
    assert office("values") == before


def test_another_workbook_in_front_does_not_matter(office, tmp_path):
    """The button belongs to its window: what it writes lands there, the workbook in front stays as it was."""
    before = office("values")
    is_in_front = office("open_another", path=str(contract_workbook(tmp_path / "Sổ khác.xlsx")))
    other = office("values", of_another=True)

    asked, told = office("press", button="check", answers=["Yes", "OK"])

    assert is_in_front
    assert asked.endswith(f"Ghi vào sổ «{NAME}»?")
    assert f"vào sổ «{NAME}»" in told
    assert office("values", of_another=True) == other
    assert "Lỗi dữ liệu" in office("values")
    office("close_another")
    office("undo")
    assert office("values") == before


def test_a_machine_that_does_not_let_it_run_is_told_of(office):
    """The interpreter is there and may not be started."""
    before = office("values")
    forbidden = office.folder / "python"
    forbidden.write_text("", encoding="utf-8")

    with changed(office.folder / "share" / "sochibo" / "libreoffice.json", json.dumps({"command": [str(forbidden)]})):
        (told,) = office("press", button="check", answers=["OK"])

    assert told == (
        "Máy này không cho chạy chương trình Sổ Chi bộ. Sổ của đồng chí không thay đổi. "
        "Hãy nhờ cán bộ công nghệ thông tin cho phép, rồi bấm lại nút."
    )
    assert office("values") == before


def test_an_interpreter_that_is_gone_is_told_of(office):
    """Written down by the installation, taken away since; nothing of ours on the path either."""
    before = office("values")

    with changed(office.folder / "share" / "sochibo" / "libreoffice.json", json.dumps({"command": [str(office.folder / "gone")]})):
        (told,) = office("press", button="check", answers=["OK"])

    assert told == (
        "Chưa tìm thấy chương trình Sổ Chi bộ trên máy này. Sổ của đồng chí không thay đổi. "
        "Hãy chạy “sochibo install” hoặc bộ cài Sổ Chi bộ, rồi mở lại LibreOffice."
    )
    assert office("values") == before


def test_a_workbook_cannot_be_closed_under_a_question(office):
    """LibreOffice itself refuses while a box stands before the window; the no that follows is heard as ever."""
    before = office("values")
    office("click", title=CHECK, answers=[])
    office("see", answer="No")

    closed = office("close")
    _, told = office("answer", answers=["No", "OK"], button=CHECK)

    assert closed is False
    assert told == f"Chưa ghi gì vào sổ «{NAME}»."
    assert office("values") == before


def test_a_workbook_closed_between_question_and_write_is_told_of(office):
    """Another program closes it: the office lives and says so, the file holds what it held, no paper tells of it."""
    before, file = office("values"), (office.folder / NAME).read_bytes()

    with program_that(office, "held_up"):
        office("press", button="check", answers=["Yes"], to_the_end=False)
        wait_for(office.folder / "about to write")
        closed = office("close")
        (office.folder / "go on").touch()
        (told,) = office("answer", answers=["OK"], button=CHECK)

    assert closed is True
    assert told == "Sổ đã bị đóng trong khi chương trình đang làm.\n→ Mở lại sổ, xem dữ liệu còn đúng không, rồi bấm lại nút."
    assert (office.folder / NAME).read_bytes() == file
    office("open", path=str(office.folder / NAME))
    assert office("values") == before


@pytest.fixture(scope="module")
def other(tmp_path_factory):
    """Another person's office, with a workbook of the same name."""
    with office_with_extension(shutil.copy(SAMPLE, tmp_path_factory.mktemp("khác") / NAME)) as clicker:
        yield clicker


def test_two_offices_at_once_each_get_their_own(office, other):
    """Two profiles, two workbooks of one name: both questions stand together, and one takes its write back."""
    before = office("values")
    for each in (office, other):
        each("select", sheet="Xếp loại", area="A113")
        each("click", title=RATE, answers=[])

    asked = [each("see", answer="Yes") for each in (office, other)]
    told = [each("answer", answers=["Yes", "OK"], button=RATE)[1] for each in (office, other)]
    written = [each("values") for each in (office, other)]
    office("press", button="undo", answers=["OK"])

    assert asked[0] == asked[1]
    assert told[0] == told[1]
    assert written[0] == written[1] != before
    assert office("values") == before
    assert other("values") == written[1]


def test_the_second_to_open_one_file_reads_it_and_writes_nothing(office, other):
    """One file on a share, open at the first: the second has it to read, and is told so instead of being written over."""
    file = office.folder / NAME
    held = file.read_bytes()

    may_change = other("open", path=str(file))
    before = other("values")
    asked, told = other("press", button="check", answers=["Yes", "OK"])

    assert may_change is False
    assert asked.startswith(f"Sổ {NAME}, kiểm tra đến ")
    assert told == (
        "Không ghi vào sổ này: sổ đang mở ở chế độ chỉ đọc. Chưa có gì thay đổi.\n"
        "→ Bấm Sửa tài liệu (Edit Document), hoặc mở lại sổ để sửa, rồi bấm lại nút."
    )
    assert other("values") == before == office("values")
    assert file.read_bytes() == held


def test_an_office_that_ends_is_told_apart_from_a_wrong_answer(tmp_path):
    """What conftest.py runs once more is an end of LibreOffice and nothing else; the next office is whole."""
    with ExitStack() as offices:
        lasting = Lasting(shutil.copy(SAMPLE, tmp_path / NAME), offices)
        with pytest.raises(AssertionError, match="NoSuchElementException"):
            lasting("protect", sheet="Không có")
        lasting("crash")
        with pytest.raises(OfficeEndedError, match="soffice ended with -9"):
            lasting("values")
        lasting.again()

        assert lasting("toolbar")["shown"]
