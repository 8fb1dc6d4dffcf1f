"""Issuing a paper, stopped at every step: the number is issued or void, never lost, and nothing is left half done."""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from addin.errors import DiskFull
from addin.hosts.numbers import NumberRegister
from tests.command import sochibo
from tests.conftest import ROOT
from tests.jobs.issuing_steps import STEPS

SAMPLE = ROOT / "workbooks" / "chi-bo-van-phong-so-2.xlsx"
EVERY_STEP = pytest.mark.parametrize("step", STEPS)


@pytest.fixture
def book(tmp_path):
    return Path(shutil.copy(SAMPLE, tmp_path / "sổ.xlsx"))


def words(book, year=2026, *more):
    """The report of a year, with its number."""
    return (
        "document", str(book), "year-end-report", "--year", str(year), "--on", "2026-11-23",
        "--out", str(book.parent / "out"), "--write", "--json", *more,
    )  # fmt: skip


def claims(book):
    """Number → what the register says of it."""
    paths = (book.parent / "Sổ số văn bản").rglob("*.json")
    return {int(path.stem): json.loads(path.read_text(encoding="utf-8") or "{}") for path in sorted(paths)}


def papers(book):
    """Name → bytes of what lies in the folder of papers."""
    folder = book.parent / "out"
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())} if folder.is_dir() else {}


def reports(book):
    """The reports the workbook knows since, by number as written: the rows of Văn bản."""
    documents = sochibo("show", book, "--json").answer["tables"]["documents"]
    return {row["number"]: row for row in documents if row["date"] == "2026-11-23" and row["kind"] == "Báo cáo"}


def assert_whole(book, known):
    """Register, folder and workbook say the same; every paper is a whole package; nothing temporary lies about."""
    stood = reports(book)
    by_print = {hashlib.sha256(content).hexdigest(): name for name, content in papers(book).items()}
    for content in papers(book).values():
        assert zipfile.ZipFile(io.BytesIO(content)).testzip() is None
    issued = {number: record for number, record in known.items() if record["state"] == "issued"}
    assert {record["state"] for record in known.values()} <= {"issued", "void"}
    assert len(stood) == len(issued)
    for record, (number, row) in zip(issued.values(), sorted(stood.items()), strict=True):
        assert number
        assert by_print[row["fingerprint"]] == row["file"]
        assert record["sha256"] == row["fingerprint"]
    assert len(by_print) == len(issued)
    assert not [path for path in book.parent.rglob(".sochibo-*") if path.is_file()]


@EVERY_STEP
@pytest.mark.parametrize("stop", [KeyboardInterrupt, RuntimeError("x"), DiskFull("Ổ đĩa đầy.", "Dọn bớt.")], ids=["key", "bug", "disk"])
def test_whatever_stops_it_the_number_is_issued_or_void(book, monkeypatch, step, stop):
    """Before the claim nothing happened; behind it the number is void with its reason; once the workbook has it, issued, and exit 0."""
    before = book.read_bytes()

    def stopped():
        raise stop

    monkeypatch.setattr(*STEPS[step].stopped(stopped))
    code = 70  # an exception that no door turns into a sentence
    with contextlib.suppress(RuntimeError):
        code = sochibo(*words(book)).code
    monkeypatch.undo()

    assert code == (0 if STEPS[step].has_landed else 4 if isinstance(stop, DiskFull) else 70 if isinstance(stop, RuntimeError) else 2)

    known = claims(book)
    assert len(known) == (1 if STEPS[step].is_claimed else 0)
    assert_whole(book, known)
    assert (book.read_bytes() == before) == (not STEPS[step].has_landed)
    if STEPS[step].is_claimed and not STEPS[step].has_landed:
        (void,) = known.values()
        assert void["reason"] == ("disk_full" if isinstance(stop, DiskFull) else "interrupted")


@pytest.mark.posix
@EVERY_STEP
def test_a_power_cut_loses_no_number_and_leaves_no_half_paper(book, step):
    """Killed there, what lies on the disk is whole; the same command again takes up the number: one paper, one row, one number."""
    ran = subprocess.run([sys.executable, "-m", "tests.jobs.issuing_steps", step, *words(book)], cwd=ROOT, capture_output=True, check=False)
    assert ran.returncode == -9, ran.stderr.decode()
    for content in papers(book).values():
        if not content.startswith(b"PK"):
            assert content == b""
        else:
            assert zipfile.ZipFile(io.BytesIO(content)).testzip() is None
    (held,) = claims(book) or (None,)
    for path in book.parent.rglob(".sochibo-*"):
        os.utime(path, (time.time() - 3600, time.time() - 3600))

    again = sochibo(*words(book))

    if STEPS[step].has_landed:
        assert again.code == 2, again.out
        assert "Việc này đã có báo cáo số" in again.answer["error"]["message"]
        assert [record["state"] for record in claims(book).values()] == ["issued"]
    else:
        assert again.code == 0, again.out
        assert [record["state"] for record in claims(book).values()] == ["issued"]
        assert held in (None, *claims(book))
    assert_whole(book, claims(book))


def test_a_lost_race_renders_again_with_the_next_number(book, monkeypatch):
    """Somebody on the share was faster by a moment: their number stands, ours is the next, on the paper too."""
    real = NumberRegister.claim

    def slow(self, wanted, *given, **named):
        monkeypatch.setattr(NumberRegister, "claim", real)
        real(NumberRegister(self.folder), wanted, *given, **{**named, "held": []})
        return real(self, wanted, *given, **named)

    monkeypatch.setattr(NumberRegister, "claim", slow)
    monkeypatch.setattr("addin.hosts.numbers.alone_in", lambda *_, **__: contextlib.nullcontext(False))  # a share without locks

    ran = sochibo(*words(book))

    assert ran.code == 0, ran.out
    theirs, ours = claims(book)
    assert ours == theirs + 1
    assert ran.answer["number"].startswith(f"{ours:02d}-BC/")
    text = zipfile.ZipFile(ran.answer["files"][0]).read("word/document.xml").decode("utf-8")
    assert f"Số {ran.answer['number']}" in text
    assert [claims(book)[number]["state"] for number in (theirs, ours)] == ["claimed", "issued"]
    assert list(reports(book)) == [ran.answer["number"]]


def test_without_write_only_the_draft_lies_there(book):
    """No number, no register, the workbook byte for byte."""
    ran = sochibo(*(word for word in words(book) if word != "--write"))

    assert ran.code == 0, ran.out
    assert "number" not in ran.answer
    assert sorted(path.name for path in book.parent.iterdir()) == ["out", "sổ.xlsx"]
    assert list(papers(book)) == ["Báo cáo tổng kết năm 2026.docx"]
    assert book.read_bytes() == SAMPLE.read_bytes()
    text = zipfile.ZipFile(ran.answer["files"][0]).read("word/document.xml").decode("utf-8")
    assert "Số ……-BC/" in text


def test_with_write_the_row_of_the_register_says_all(book):
    """Kind, number, date, title, signer, file, fingerprint; and the next report takes the next number."""
    first, second = sochibo(*words(book)), sochibo(*words(book, 2019, "--another"))

    assert (first.code, second.code) == (0, 0)
    row = reports(book)[first.answer["number"]]
    (file,) = (Path(name) for name in first.answer["files"])
    assert file.name == f"Báo cáo tổng kết năm 2026, số {first.answer['number'].replace('/', '-')}.docx"
    assert (row["kind"], row["date"], row["file"]) == ("Báo cáo", "2026-11-23", file.name)
    assert row["title"] == "kết quả công tác kiểm tra, giám sát năm 2026"
    assert row["signer"]
    assert row["fingerprint"] == hashlib.sha256(file.read_bytes()).hexdigest()
    assert int(second.answer["number"].partition("-")[0]) == int(first.answer["number"].partition("-")[0]) + 1
    assert_whole(book, claims(book))


def test_a_summary_issues_its_report_and_leaves_the_figures_without_a_number(book):
    """Two papers of one outcome: the report is numbered, the workbook of figures is not."""
    ran = sochibo("summarise", book, "--year", "2026", "--on", "2026-11-23", "--out", book.parent / "out", "--write", "--json")

    assert ran.code == 0, ran.out
    assert [Path(file).name for file in ran.answer["files"]] == [
        f"Báo cáo tổng kết năm 2026, số {ran.answer['number'].replace('/', '-')}.docx",
        "Số liệu tổng kết năm 2026.xlsx",
    ]
    assert list(reports(book)) == [ran.answer["number"]]


def test_asked_twice_it_is_refused_with_the_way_out(book):
    """One request, one number: nothing changes the second time."""
    first = sochibo(*words(book))
    before = book.read_bytes(), papers(book), claims(book)

    again = sochibo(*words(book))

    assert again.code == 2
    assert again.answer["error"]["message"] == f"Việc này đã có báo cáo số {first.answer['number']} trong sổ."
    assert (book.read_bytes(), papers(book), claims(book)) == before


def test_a_register_that_cannot_be_settled_is_a_remark(book, monkeypatch):
    """The workbook has the row, so it is done: exit 0, and the next paper of the series settles what was left (F40)."""
    real = NumberRegister.issue

    def failing(*_):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(NumberRegister, "issue", failing)
    first = sochibo(*words(book))
    monkeypatch.setattr(NumberRegister, "issue", real)

    assert first.code == 0
    assert first.answer["remarks"] == [
        f"Đã lập số {first.answer['number']}, nhưng sổ số chưa ghi là đã cấp; lần ra văn bản sau tự ghi nốt, không cần làm gì."
    ]
    assert [record["state"] for record in claims(book).values()] == ["claimed"]
    for path in (book.parent / "Sổ số văn bản").rglob("*.json"):
        os.utime(path, (time.time() - 3600, time.time() - 3600))

    second = sochibo(*words(book, 2019, "--another"))

    assert second.answer["remarks"] == [f"Số {first.answer['number']} của một lần chạy bị ngắt trước đây đã có trong sổ: đã ghi là đã cấp."]
    assert [record["state"] for record in claims(book).values()] == ["issued", "issued"]


@pytest.mark.parametrize("half", ["", '{"state": "cla'], ids=["empty", "half"])
def test_a_claim_cut_short_is_void_by_the_next_paper_and_said(book, half):
    """No paper bears it and no workbook knows it: void with its reason, the record whole again."""
    first = sochibo(*words(book))
    (number,) = claims(book)
    broken = next((book.parent / "Sổ số văn bản").rglob("*.json")).with_name(f"{number + 1:04d}.json")
    broken.write_text(half, encoding="utf-8")
    os.utime(broken, (time.time() - 3600, time.time() - 3600))

    second = sochibo(*words(book, 2019, "--another"))

    text = first.answer["number"].replace(str(number), str(number + 1), 1)
    assert second.answer["remarks"] == [f"Số {text} của một lần chạy bị ngắt trước đây không có văn bản: đã ghi huỷ trong sổ số."]
    assert [(number, record["state"]) for number, record in claims(book).items()] == [
        (number, "issued"), (number + 1, "void"), (number + 2, "issued"),
    ]  # fmt: skip
    assert claims(book)[number + 1]["reason"] == "interrupted"
