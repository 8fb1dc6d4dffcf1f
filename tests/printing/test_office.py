"""One LibreOffice of ours: started once, ended for certain, every failure one sentence with a way out."""

from __future__ import annotations

import errno
import io
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
from pypdf import PdfReader

from addin.errors import NoPdf
from addin.hosts.office_program import office_program
from addin.printing.office import Office
from addin.printing.pages import page_count
from addin.printing.printer import Printer
from tests.conftest import ROOT
from tests.printing.fake_office import PAGES, FakeOffice

pytestmark = pytest.mark.posix
PAPER = b"PK paper"
BY_HAND = "Văn bản Word vẫn dùng được: mở tệp đó rồi chọn Lưu thành, loại tệp PDF."


@pytest.fixture
def fake(tmp_path, monkeypatch):
    """The only LibreOffice there is, working in a folder of this test."""
    office = FakeOffice(tmp_path / "office")
    office.on_path(monkeypatch)
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))
    return office


def left(tmp_path):
    """What lies in the folder for temporary files."""
    return sorted((tmp_path / "tmp").iterdir())


def refused(printer):
    """The sentence and the way out of a paper that could not be had."""
    with pytest.raises(NoPdf) as told:
        printer.pdf_of("Tên", PAPER)
    return told.value.message, told.value.fix


def test_one_office_serves_all_papers_and_leaves_nothing(fake, tmp_path):
    """Started at the first paper, gone with its folder behind the last; the same paper gives the same bytes."""
    with Printer() as printer:
        nothing_yet = fake.starts
        printed = [printer.pdf_of("Tên", PAPER) for _ in range(3)]
        rights = [folder.stat().st_mode & 0o777 for folder in left(tmp_path)]

    assert (nothing_yet, fake.starts, fake.papers) == (0, 1, 3)
    assert len(set(printed)) == 1
    assert page_count(printed[0]) == PAGES
    assert b"CreationDate" not in printed[0]
    assert rights == [0o700]
    assert left(tmp_path) == []


def test_without_libreoffice_it_says_so_and_how_to_go_on(tmp_path, monkeypatch):
    """Looked for once, told each time."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("sys.platform", "linux")
    printer = Printer()

    told = {refused(printer) for _ in range(2)}

    assert office_program() is None
    assert told == {("Máy này không có LibreOffice nên chưa làm được PDF.", f"{BY_HAND} Hoặc cài LibreOffice rồi chạy lại.")}


def test_an_office_that_dies_in_the_middle_is_started_once_more(fake):
    """The paper in hand is had after all."""
    fake.mood("dies")

    with Printer() as printer:
        printed = printer.pdf_of("Tên", PAPER)

    assert page_count(printed) == PAGES
    assert (fake.starts, fake.papers) == (2, 2)


@pytest.mark.parametrize(
    ("mood", "message"),
    [
        ("mute", "LibreOffice trên máy này không khởi động được nên chưa làm được PDF."),
        ("keeps dying", "LibreOffice dừng giữa chừng nên chưa làm được PDF."),
        ("nothing", "LibreOffice dừng giữa chừng nên chưa làm được PDF."),
    ],
)
def test_every_failure_is_one_sentence_and_nothing_stays(fake, tmp_path, mood, message):
    """Whatever it does, the paper is there in Word; the next paper is tried again."""
    fake.mood(mood)
    with Printer() as printer:
        told = refused(printer)
        fake.mood("well")
        printed = printer.pdf_of("Tên", PAPER)

    assert told == (message, BY_HAND)
    assert page_count(printed) == PAGES
    assert left(tmp_path) == []


def test_half_a_pdf_is_none(fake):
    """What is no PDF is not handed on."""
    fake.mood("broken")

    with Printer() as printer:
        message, _ = refused(printer)

    assert message == "Tệp PDF hỏng, không đọc được."


def test_a_hang_ends_after_a_time_with_all_it_started(fake, tmp_path):
    """The call and the office both go; the next paper starts another."""
    fake.mood("hangs")
    office = Office(fake.program, paper_seconds=0.2)
    with pytest.raises(NoPdf) as told:
        office.pdf_of(PAPER)
    nothing = left(tmp_path)

    fake.mood("well")
    patient = Office(fake.program)
    printed = patient.pdf_of(PAPER)
    patient.close()

    assert told.value.message.startswith("LibreOffice làm một văn bản quá 0 giây")
    assert nothing == []
    assert page_count(printed) == PAGES


def test_it_gives_up_where_paper_after_paper_fails(fake):
    """Three in a row: the others are not waited for."""
    fake.mood("nothing")

    with Printer() as printer:
        told = {refused(printer) for _ in range(5)}

    assert len(told) == 1
    assert fake.papers == 2 * 3


def test_a_full_disk_is_told_as_such(fake, monkeypatch):
    """Seen by the room that is left, and by the error of a write."""
    fake.mood("nothing")
    full = "Ổ đĩa chứa tệp tạm của máy đã đầy nên chưa làm được PDF."
    way_out = f"Dọn bớt tệp rồi chạy lại. {BY_HAND}"

    with Printer() as printer:
        with monkeypatch.context() as little:
            little.setattr("shutil.disk_usage", lambda _folder: SimpleNamespace(free=0))
            by_room = refused(printer)
        with monkeypatch.context() as none:
            none.setattr(Path, "write_bytes", _full)
            by_error = refused(printer)

    assert by_room == by_error == (full, way_out)


def _full(_path, _data):
    raise OSError(errno.ENOSPC, "No space left on device")


def test_killed_without_a_word_the_office_goes_with_us(fake, tmp_path):
    """kill -9 of the program: its keeper ends the office and takes the folder away."""
    os.mkfifo(fake.folder / "alive")
    script = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r})\nfrom pathlib import Path\nfrom addin.printing.office import Office\n"
        f"office = Office(Path({str(fake.program)!r}))\noffice.pdf_of(b'PK')\nprint('printed', flush=True)\nsys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={**os.environ, "TMPDIR": str(tmp_path / "tmp")}
    ) as ours:
        with (fake.folder / "alive").open("rb") as alive:
            printed = ours.stdout.readline()
            ours.send_signal(signal.SIGKILL)
            held = alive.read()  # comes back when nobody holds the other end: the office is dead
        ours.wait()
    until = time.monotonic() + 60
    while left(tmp_path) and time.monotonic() < until:
        time.sleep(0.02)

    assert printed == b"printed\n"
    assert held == b""
    assert left(tmp_path) == []


@pytest.mark.libreoffice
def test_the_real_one_prints_the_same_bytes_twice():
    """Two offices, one after the other, over two of our templates."""
    papers = [(ROOT / "templates" / f"{name}.docx").read_bytes() for name in ("annual-plan", "ballot")]

    with Printer() as first:
        once = [first.pdf_of("Mẫu", paper) for paper in papers]
    with Printer() as second:
        again = [second.pdf_of("Mẫu", paper) for paper in papers]

    assert once == again
    assert all(PdfReader(io.BytesIO(content)).pages[0].extract_text().strip() for content in once)
