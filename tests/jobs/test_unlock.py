"""`unlock`: whose lock, since when, on which machine; away only where nobody at work is seen behind it, after a question."""

from __future__ import annotations

import io
import json
import shutil
import socket
import subprocess
import sys
from datetime import datetime

import pytest

from addin.errors import ChangedMeanwhile
from addin.hosts.closed.save import unlocking
from addin.jobs import unlock as job
from addin.output.telling import box_of
from tests.command import sochibo
from tests.conftest import ROOT
from tests.hosts.closed.faults import excel_owner
from tests.hosts.closed.test_faults_owners import Holder

NOW = datetime(2026, 11, 28, 14, 0)
SET = "Đảng viên!G5=Tổ 1"


@pytest.fixture
def book(tmp_path):
    return shutil.copy(ROOT / "workbooks" / "mau.xlsx", tmp_path / "sổ.xlsx")


def lock(book, machine="pc1"):
    file = book.with_name(f".~lock.{book.name}#")
    file.write_text(f",LeThu,{machine},28.11.2026 09:00,file:///x;", encoding="utf-8")
    return file


def told(book):
    log = book.parent / "Sao lưu" / "Mở khoá.jsonl"
    return [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()] if log.exists() else []


def test_looking_changes_nothing(book):
    """Who, which machine, since when, and how to go on."""
    file = lock(book)

    ran = sochibo("unlock", book)

    assert ran.code == 0
    assert ran.out.splitlines() == [
        f"Có tệp khoá «{file.name}»: đồng chí LeThu, LibreOffice, máy pc1, từ 09:00 ngày 28/11/2026.",
        "Chưa gỡ gì. Chắc chắn không ai còn mở sổ thì thêm --write để gỡ.",
    ]
    assert sorted(path.name for path in book.parent.iterdir()) == sorted([book.name, file.name])


def test_a_dead_machines_lock_goes_and_the_workbook_is_written(book):
    """Refused, unlocked, written: the way out that the refusal names."""
    file = lock(book)
    before = book.read_bytes()
    assert sochibo("put", book, SET, "--write").code == 4

    ran = sochibo("unlock", book, "--write", "--json")

    assert ran.code == 0, ran.out
    assert ran.answer == {
        "workbook": "sổ.xlsx",
        "taken": True,
        "locks": [{"file": file.name, "program": "LibreOffice", "name": "LeThu", "machine": "pc1", "since": "2026-11-28T09:00", "why_kept": None}],
    }
    assert not file.exists()
    assert book.read_bytes() == before
    assert [(line["owner_file"], line["name"], line["machine"], line["since"]) for line in told(book)] == [(file.name, "LeThu", "pc1", "2026-11-28T09:00")]
    assert sochibo("put", book, SET, "--write").code == 0


def test_both_programs_and_a_run_of_ours(book):
    """Everything that lies there, each with its line in the log."""
    files = [excel_owner(book), lock(book), book.with_name(".sochibo.lock")]
    files[-1].touch()

    ran = sochibo("unlock", book, "--write", "--json")

    assert [found["program"] for found in ran.answer["locks"]] == ["Excel", "LibreOffice", "Sổ Chi bộ"]
    assert not any(file.exists() for file in files)
    assert len(told(book)) == 3


@pytest.mark.posix
def test_a_workbook_somebody_holds_stays_locked(book):
    """The lock on the workbook is a sign of life, whatever machine the owner file names."""
    file = lock(book)

    with Holder(book):
        shown, ran = sochibo("unlock", book), sochibo("unlock", book, "--write", "--json")

    assert "Không gỡ: «sổ.xlsx» đang được một chương trình giữ." in shown.out
    assert "--write" not in shown.out
    assert (ran.code, ran.answer["error"]["kind"]) == (4, "open_elsewhere")
    assert file.exists()
    assert told(book) == []


@pytest.mark.posix
@pytest.mark.parametrize(("machine", "code"), [("here", 4), ("", 4), ("another", 0)])
def test_libreoffice_running_on_this_machine_keeps_its_lock(book, tmp_path, machine, code):
    """A process of that name, started for certain; a lock that names no machine may be of this one."""
    file = lock(book, socket.gethostname() if machine == "here" else machine)
    office = shutil.copy("/bin/sleep", tmp_path / "soffice.bin")

    with subprocess.Popen([str(office), "60"]) as running:
        try:
            ran = sochibo("unlock", book, "--write")
        finally:
            running.kill()

    assert ran.code == code
    assert file.exists() == (code == 4)
    assert ("LibreOffice trên máy này đang chạy" in ran.err) == (code == 4)


def test_a_lock_of_this_machine_goes_when_libreoffice_is_gone(book, monkeypatch):
    """It died; nothing speaks for its lock."""
    file = lock(book, socket.gethostname().upper() + ".local")
    monkeypatch.setattr(unlocking, "is_office_running", lambda: False)

    assert sochibo("unlock", book, "--write").code == 0
    assert not file.exists()


def test_somebody_opens_it_between_the_question_and_the_yes(book):
    """Only the owner file that was shown may go."""
    file = lock(book)
    shown = job.look(book).result
    lock(book, "pc2")

    with pytest.raises(ChangedMeanwhile):
        job.unlock(book, shown, NOW)

    assert file.exists()
    assert told(book) == []


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.mark.parametrize(("answer", "is_gone"), [("có\n", True), ("không\n", False), ("\n", False)])
@pytest.mark.parametrize("more", [(), ("--write",)])
def test_at_a_terminal_it_is_asked_every_time(book, monkeypatch, answer, is_gone, more):
    """With --write as well; anything but a yes leaves it."""
    file, asked = lock(book), []
    monkeypatch.setattr(sys, "stdin", Terminal(answer))
    monkeypatch.setattr("addin.output.teller.click.prompt", lambda text, **_: asked.append(text) or answer.strip())
    monkeypatch.setattr("tests.command.io.StringIO", Terminal)

    assert sochibo("unlock", book, *more).code == 0
    assert file.exists() != is_gone
    assert len(asked) == 1
    assert f"Gỡ tệp khoá «{file.name}»: đồng chí LeThu, LibreOffice, máy pc1" in asked[0]


def test_nothing_to_unlock(book):
    """Said, with or without --write."""
    for words in ((), ("--write",)):
        assert sochibo("unlock", book, *words).out == "Sổ «sổ.xlsx» không có tệp khoá nào.\n"


def test_what_is_no_workbook(book):
    """The owner file in place of the workbook, and a workbook that is not there."""
    assert sochibo("unlock", lock(book), "--json").answer["error"]["kind"] == "not_a_workbook"
    assert sochibo("unlock", book.with_name("khác.xlsx")).code == 3


def test_a_workbook_nobody_can_read_is_unlocked_all_the_same(book):
    """It is not opened for that."""
    book.write_bytes(b"hong")
    file = lock(book)

    assert sochibo("unlock", book, "--write").code == 0
    assert not file.exists()


def test_a_box_has_no_word_of_a_terminal(book):
    """The same, shorter."""
    lock(book)

    assert "--write" not in "".join(box_of(job.look(book).result))
