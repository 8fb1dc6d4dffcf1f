"""The faults of shared/cases/reliability once more, each named as its script: 10, 11 and 12 are tests of what is hostile."""

from __future__ import annotations

import errno
import importlib
import json
import os
import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from addin.core.places import Place
from addin.core.writes import Write, Writes
from addin.errors import ChangedMeanwhile
from addin.hosts.closed.book import ClosedBook
from tests.children import NOBODY, in_child, ordinary_user
from tests.command import sochibo
from tests.conftest import ROOT

SAMPLE = ROOT / "workbooks" / "chi-bo-van-phong-so-2.xlsx"
PUT = ("Đảng viên!V4=Hoà", "--write")
DECISION = (
    "--next", "--members", "Trần Thị Thí Dụ;Bùi Thị Tường Thuật", "--year", "2026", "--on", "2026-11-23",
    "--starts", "2026-11-25", "--ends", "2026-11-28", "--team", "Cao Thị Soát;Lê Văn Ví Dụ", "--write",
)  # fmt: skip


@pytest.fixture
def book(tmp_path):
    return Path(shutil.copy(SAMPLE, tmp_path / "so.xlsx"))


def states(book):
    found = sorted((book.parent / "Sổ số văn bản").rglob("[0-9]*.json"))
    return {int(path.stem): json.loads(path.read_text(encoding="utf-8"))["state"] for path in found}


def failing(code):
    def fail(*_, **__):
        raise OSError(code, os.strerror(code))

    return fail


def test_01_put_past_guard_limit(book):
    """Exit 4, nothing written, and the workbook can be read afterwards."""
    ran = sochibo("put", book, "Đảng viên!ZZ3=x", "--write")

    assert (ran.code, book.read_bytes()) == (4, SAMPLE.read_bytes())
    assert sochibo("show", book, "--quiet").code == 0


def test_04_written_but_says_not(book, monkeypatch):
    """Whatever fails behind the replacement is a remark, exit 0: tidying up, and the log."""
    monkeypatch.setattr("addin.hosts.closed.save.saving.prune", failing(errno.EACCES))
    monkeypatch.setattr("addin.jobs.logged.append", failing(errno.EIO))

    ran = sochibo("put", book, *PUT)

    assert ran.code == 0
    assert book.read_bytes() != SAMPLE.read_bytes()
    assert [line.split(", nhưng ")[0] for line in ran.err.splitlines()] == ["Đã làm xong", "Đã ghi vào «so.xlsx»"]


@pytest.mark.posix
@pytest.mark.parametrize("code", [errno.EHOSTDOWN, errno.EIO, errno.EACCES, errno.ESTALE], ids=errno.errorcode.get)
def test_05_traceback_wait_for(book, monkeypatch, code):
    """A share that does not even say whether the folder is there: one sentence, exit 3 or 4."""
    importlib.import_module("addin.hosts.closed.save.saving")  # or it would keep what is patched below
    monkeypatch.setattr("addin.hosts.disk.PAUSES", (0.001,))
    monkeypatch.setattr(Path, "is_dir", failing(code))
    monkeypatch.setattr("addin.hosts.disk.write_aside", failing(code))
    monkeypatch.setattr("addin.hosts.closed.save.backup.write_aside", failing(code))

    ran = sochibo("put", book, *PUT)

    assert (ran.code, len(ran.err.splitlines())) in {(3, 2), (4, 2)}
    assert book.read_bytes() == SAMPLE.read_bytes()


def test_06_decide_twice_after_late_failure(book, monkeypatch):
    """The register cannot be settled behind the workbook: said, exit 0; the same again makes no second decision."""
    with monkeypatch.context() as broken:
        broken.setattr("addin.hosts.numbers.settle", failing(errno.ENOSPC))
        first = sochibo("decide", book, *DECISION)

    again = sochibo("decide", book, *DECISION)

    assert (first.code, again.code) == (0, 2)
    assert "Đã lập số 61-QĐ/CB, nhưng sổ số chưa ghi là đã cấp" in first.err
    assert states(book) == {61: "issued"}
    assert [path.name for path in (book.parent / "Văn bản").iterdir()] == ["Quyết định 61-QĐ-CB.docx"]
    turns = sochibo("show", book, "--json").answer["tables"]["inspections"]
    assert [one["decision_no"] for one in turns if one["decision_no"] in {"61-QĐ/CB", "62-QĐ/CB"}] == ["61-QĐ/CB"] * 2


@pytest.mark.posix
def test_07_decide_into_closed_pipe(book):
    """`| true`: everything is made, and its number issued."""
    reading, writing = os.pipe()
    os.close(reading)

    ran = subprocess.run([sys.executable, "-m", "addin", "decide", book, *DECISION], cwd=ROOT, stdout=writing, stderr=subprocess.PIPE, check=False)

    os.close(writing)
    assert (ran.returncode, ran.stderr, states(book)) == (0, b"", {61: "issued"})


def test_08_two_losers_one_second(book):
    """Each loser keeps its result under a name of its own, and says why."""
    now = datetime(2026, 11, 28, 8, 30)
    hosts = [ClosedBook(book, now=now) for _ in range(3)]

    told = []
    for number, host in enumerate(hosts):
        try:
            host.apply(Writes((Write(Place.at("Đảng viên", "V4"), f"người {number}", "put"),)))
        except ChangedMeanwhile as lost:
            told.append(lost.message)

    kept = {path.name for path in book.parent.glob("*chưa ghi vào sổ*")}
    assert kept == {"so (chưa ghi vào sổ 20261128-083000-02).xlsx", "so (chưa ghi vào sổ 20261128-083000).xlsx"}
    assert all("đã được sửa sau khi chương trình đọc" in one and any(name in one for name in kept) for one in told)
    assert len(told) == 2


@pytest.mark.posix
def test_13_backup_mode(book):
    """0600 stays 0600: backups, the log and its head too, whatever command made them."""
    book.chmod(0o600)
    before = os.umask(0o022)
    try:
        assert [sochibo(*words).code for words in (("put", book, *PUT), ("undo", book))] == [0, 0]
    finally:
        os.umask(before)

    modes = {path.name: path.stat().st_mode & 0o777 for path in book.parent.rglob("*") if path.is_file()}
    assert set(modes.values()) == {0o600}, modes
    assert len(modes) >= 7


@pytest.mark.posix
def test_what_is_made_belongs_to_whom_the_workbook_belongs(book):
    """Root works for a member of the cell: copies, logs, numbers, papers and their folders are not root's; to others their own are."""
    if os.geteuid() == 0:
        os.chown(book, NOBODY, NOBODY)
    owner = (book.stat().st_uid, book.stat().st_gid)

    assert [sochibo(*words).code for words in (("put", book, *PUT), ("decide", book, *DECISION), ("undo", book))] == [0, 0, 0]

    made = [path for path in book.parent.rglob("*") if path.name != ".sochibo.lock"]
    assert {(path.stat().st_uid, path.stat().st_gid) for path in made} == {owner}, made
    assert len(made) > 10


def test_old_backups_that_go_are_named_in_the_log(book, monkeypatch):
    """Retention: the copies of one person's data too; what was deleted, when, by which write."""
    monkeypatch.setattr("addin.hosts.closed.save.backup.KEPT", 2)
    backups = book.parent / "Sao lưu"
    for number in range(4):
        assert sochibo("put", book, f"Đảng viên!V4=lần {number}", "--write").code == 0

    lines = [json.loads(line) for line in (book.parent / "Nhật ký" / "so.xlsx.jsonl").read_text("utf-8").splitlines()]
    made = [line["backup"] for line in lines]
    assert [line.get("dropped") for line in lines] == [None, None, [made[0]], [made[1]]]
    assert sorted(path.name for path in backups.glob("*.xlsx")) == sorted(made[2:])
    assert sochibo("verify", book.parent).code == 0


@pytest.mark.posix
@pytest.mark.parametrize(
    "words", [("check",), ("undo",), ("decide", "--decision", "23"), ("put", "A!A1=1", "--write"), ("rate", "--year", "2024")], ids=lambda words: words[0]
)
def test_14_no_right_on_folder_traceback(book, words):
    """A folder one may not enter: exit 3 or 4, one sentence."""
    closed = book.parent / "nox"
    closed.mkdir()
    shutil.move(book, closed / "so.xlsx")
    closed.chmod(0)

    def work():
        ran = sochibo(words[0], closed / "so.xlsx", *words[1:])
        return ran.code, len(ran.err.splitlines())

    told = in_child(work, ordinary_user())
    closed.chmod(0o700)

    assert told in {("", "(3, 2)"), ("", "(4, 2)")}


@pytest.mark.parametrize("call", ["write_new", "settle"])
def test_19_claim_hangs_on_full_disk(book, monkeypatch, call):
    """No room for the claim's own bytes: said so, and no number is lost."""
    with monkeypatch.context() as broken:
        broken.setattr("addin.hosts.numbers.write_new", failing(errno.ENOSPC))
        if call == "settle":
            broken.setattr("addin.hosts.numbers.settle", failing(errno.ENOSPC))
        ran = sochibo("decide", book, *DECISION)

    assert (ran.code, states(book)) == (4, {})
    assert "Ổ đĩa đầy" in ran.err
    assert sochibo("decide", book, *DECISION).code == 0
    assert states(book) == {61: "issued"}


def test_20_burnt_numbers_book_open(book):
    """Three tries while somebody has it open, by an owner file here: none takes a number (by a lock: test_weather.py)."""
    owner = book.with_name(".~lock.so.xlsx#")
    owner.write_text(",LeThu,pc1,28.11.2026 09:00,file:///x;", encoding="utf-8")

    tried = [sochibo("decide", book, *DECISION).code for _ in range(3)]
    owner.unlink()

    assert (tried, states(book)) == ([4, 4, 4], {})
    assert not (book.parent / "Sổ số văn bản").exists()
    assert sochibo("decide", book, *DECISION).code == 0
    assert states(book) == {61: "issued"}
