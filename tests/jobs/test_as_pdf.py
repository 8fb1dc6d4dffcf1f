"""`--pdf`: a PDF beside each Word paper; whatever fails there, the paper stands, issued and numbered."""

from __future__ import annotations

import errno
import shutil
from datetime import date, datetime

import pytest
from pypdf import PdfReader

from addin.documents.parts.request import Request
from addin.errors import NoPdf
from addin.hosts.closed.book import ClosedBook
from addin.jobs.carry_out import carry_out
from addin.jobs.document import document
from addin.jobs.due import due
from addin.jobs.opening import open_book
from tests.command import sochibo
from tests.conftest import ROOT
from tests.printing.fake_office import PAGES, FakeOffice, blank

ON = date(2026, 11, 28)


class Printing:
    """Prints, or fails as it is told."""

    remarks = ("xem lại chỗ ngắt trang.",)

    def __init__(self, error=None):
        self._error = error

    def pdf_of(self, _title, _paper):
        if self._error is not None:
            raise self._error
        return blank(1)


@pytest.fixture
def book(tmp_path):
    """A copy of the sample."""
    path = tmp_path / "mau.xlsx"
    shutil.copy(ROOT / "workbooks" / "mau.xlsx", path)
    return path


def host(path):
    return ClosedBook(path, now=datetime(2026, 11, 28, 8))


def plan(path):
    """The yearly plan as a promise."""
    return document(open_book(host(path)), "annual-plan", Request(ON, year=2027))


def names(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (NoPdf("LibreOffice dừng giữa chừng nên chưa làm được PDF.", "Mở tệp."), "LibreOffice dừng giữa chừng nên chưa làm được PDF: “{}”. Mở tệp."),
        (OSError(errno.ENOSPC, "No space left on device", "x"), "Ổ đĩa đầy nên chưa ghi được «x»; tệp cũ còn nguyên: “{}”. Dọn bớt tệp trên ổ đĩa đó rồi chạy lại."),
        (KeyboardInterrupt(), "Đã dừng làm PDF theo yêu cầu; các văn bản Word đã lập xong, chạy lại để làm nốt PDF."),
    ],
)  # fmt: skip
def test_a_paper_without_pdf_is_issued_all_the_same(book, tmp_path, error, told):
    """The number is taken, the row stands, one sentence says why there is no PDF."""
    carried = carry_out(plan(book), host(book), tmp_path / "out", issuing=True, printing=Printing(error))

    (made,) = carried.made
    assert made.number == "02-KH/CB"
    assert any(row.number == "02-KH/CB" for row in open_book(host(book)).book.documents)
    assert names(tmp_path / "out") == [made.path.name]
    assert carried.remarks == (told.format(made.path.name),)


def test_each_paper_of_a_run_has_its_pdf_and_an_old_one_is_kept(book, tmp_path):
    """One that lies there and differs is not written over."""
    outcome = due(open_book(host(book)), ON)
    out = tmp_path / "out"
    out.mkdir()
    first = f"{outcome.effects.papers[0].name(None).removesuffix('.docx')}"
    (out / f"{first}.pdf").write_bytes(b"signed")

    carried = carry_out(outcome, folder=out, printing=Printing())

    pdfs = [made.path for made in carried.made if made.path.suffix == ".pdf"]
    assert len(pdfs) == len(outcome.effects.papers)
    assert (out / f"{first}.pdf").read_bytes() == b"signed"
    assert pdfs[0].name == f"{first} (bản 2).pdf"
    assert carried.remarks == Printing.remarks


@pytest.mark.posix
def test_the_command_prints_through_one_office(book, tmp_path, monkeypatch):
    """All papers that are due; LibreOffice is started once."""
    fake = FakeOffice(tmp_path / "office")
    fake.on_path(monkeypatch)

    ran = sochibo("document", book, "--all-due", "--pdf", "--on", "2026-11-28", "--out", tmp_path / "out")

    pdfs = sorted((tmp_path / "out").glob("*.pdf"))
    assert ran.code == 0
    assert fake.starts == 1
    assert len(pdfs) == len(list((tmp_path / "out").glob("*.docx"))) == fake.papers
    assert len(PdfReader(pdfs[0]).pages) == PAGES


@pytest.mark.posix
def test_a_batch_prints_its_papers_through_one_office_and_only_those_that_lack_it(book, tmp_path, monkeypatch):
    """Said again, nothing is printed twice; the office is not even started."""
    fake = FakeOffice(tmp_path / "office")
    fake.on_path(monkeypatch)
    words = ("batch", book.parent, "--do", "papers", "--pdf", "--year", "2025", "--on", "2026-11-28", "--workers", "1", "--no-recursive", "--out", tmp_path / "results")

    first = sochibo(*words, "--json").answer
    again = sochibo(*words, "--json").answer

    assert first["printed"] == fake.papers > 0
    assert again["printed"] == 0
    assert fake.starts == 1


def test_a_batch_that_makes_no_papers_has_nothing_to_print(book, tmp_path):
    """Misuse, before anything is done."""
    ran = sochibo("batch", book.parent, "--do", "check", "--pdf", "--out", tmp_path / "results")

    assert ran.code == 2
    assert "--pdf cần có văn bản để làm." in ran.err
    assert not (tmp_path / "results").exists()
